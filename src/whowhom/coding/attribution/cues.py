"""``attribution_cues.toml`` → look-ups from a lemma and its complement to the class of the cue."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from whowhom.vocab.load import read_toml

FORMS = ("verbs", "to", "object", "phrases", "nouns", "adjectives")
FRAMES = ("nobody", "second_hand", "hearer", "light", "prepositions", "headlines", "channels")


@dataclass(frozen=True, slots=True)
class CueClass:
    """A class of cues; see the head of ``attribution_cues.toml`` for what ``relays`` and ``act`` mean."""

    name: str
    gloss: str
    relays: bool
    act: bool


@dataclass(frozen=True, slots=True)
class Cues:
    """``by_form[form][words]`` is the class name; ``form`` is a key of the TOML ("verbs", "to", "object", …).

    A word that two classes claim belongs to the class that the file names first.
    """

    classes: Mapping[str, CueClass]
    by_form: Mapping[str, Mapping[str, str]]
    nobody_adverbs: frozenset[str]
    nobody_passives: frozenset[str]
    second_hand: frozenset[str]
    hearer: frozenset[str]
    light: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    headline_speakers: frozenset[str]
    channels: frozenset[str]

    def kind(self, form: str, words: str) -> str | None:
        """The class of ``words`` with that form of complement, or None."""
        return self.by_form[form].get(words)


@cache
def cues() -> Cues:
    """The vocabulary of cues, read once."""
    table = read_toml("attribution_cues.toml")
    rows = {name: row for name, row in table.items() if name not in FRAMES}
    classes = {name: CueClass(name, row["gloss"], row["relays"], row["act"]) for name, row in rows.items()}
    by_form: dict[str, dict[str, str]] = {form: {} for form in FORMS}
    for name in classes:
        for form in FORMS:
            for words in table[name].get(form, []):
                by_form[form].setdefault(words, name)
    return Cues(
        classes=classes,
        by_form=by_form,
        nobody_adverbs=frozenset(table["nobody"]["adverbs"]),
        nobody_passives=frozenset(table["nobody"]["passives"]),
        second_hand=frozenset(table["second_hand"]["verbs"]),
        light=frozenset(table["light"]["verbs"]),
        hearer=frozenset(table["hearer"]["verbs"]),
        prepositions=tuple(tuple(words.split()) for words in table["prepositions"]["phrases"]),
        headline_speakers=frozenset(table["headlines"]["speakers"]),
        channels=frozenset(table["channels"]["nouns"]),
    )


def relays(kind: str) -> bool:
    """True when content under a cue of this class rests on the speaker's word."""
    return cues().classes[kind].relays


def is_act(kind: str) -> bool:
    """True when a cue of this class is a speech act (an event) by itself."""
    return cues().classes[kind].act
