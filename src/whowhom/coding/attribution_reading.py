"""What one cue gives: a piece of speech and the form in which the content stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whowhom.coding.speech import Speech

Form = Literal["clause", "quote", "to", "object", "phrase", "noun", "adjective", "preposition", "nobody", "headline", "relayed"]


@dataclass(frozen=True, slots=True)
class Reading:
    """One cue's speech; ``form`` says how the content hangs on the cue."""

    speech: Speech
    form: Form
