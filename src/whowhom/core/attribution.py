"""On whose word a claim rests: one link of the chain of speakers."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.core.actor import Actor
from whowhom.core.span import Span


@dataclass(frozen=True, slots=True)
class Attribution:
    """One speaker and the cue that hands the words over ("confirmed", "according to").

    A claim holds a tuple of them, outermost speaker first; an empty tuple is the reporter's own voice.
    """

    speaker: Actor
    source: Span
    cue: Span
