"""What one cue gives: a piece of speech and the form in which its content hangs on the cue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Token

from whowhom.coding.attribution.cues import cues
from whowhom.coding.attribution.ranges import Range, hull
from whowhom.coding.attribution.speech import Speech

Form = Literal[
    "clause", "quote", "to", "object", "phrase", "noun", "adjective", "preposition", "nobody", "headline", "relayed"
]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cue's speech; ``form`` says how the content hangs on the cue."""

    speech: Speech
    form: Form


@dataclass(frozen=True, slots=True)
class VerbCue:
    """A verb that may hand words over: its names in the vocabulary, its token range, its speaker."""

    verb: Token
    names: tuple[str, ...]
    span: Range
    speaker: Token | None
    source: Range | None

    @property
    def unit(self) -> Range:
        """Cue and speaker together; a speaker lent by another verb stands apart."""
        apart = self.source is None or self.speaker is None or self.speaker.head != self.verb
        return self.span if apart or self.source is None else hull((self.span, self.source))

    def kind(self, form: str) -> str | None:
        """The class of the cue with that form of complement."""
        return next((kind for name in self.names if (kind := cues().kind(form, name))), None)


@dataclass(frozen=True, slots=True)
class Content:
    """What a verb hands over, before the speaker's words are cut out of it; ``cue`` may include a preposition."""

    form: Form
    kind: str
    ranges: tuple[Range, ...]
    cue: Range
