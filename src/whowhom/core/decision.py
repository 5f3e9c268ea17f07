"""How the coder came to a claim: the words and rules that led to it, and how likely the learnt model holds it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Decision:
    """``reasons`` are one-line remarks, the vocabulary entry or the model's word first.

    ``probabilities`` are those of the likeliest types between the claim's parties, the likeliest first, each in [0, 1];
    empty where the rules coded alone.
    """

    reasons: tuple[str, ...] = ()
    probabilities: tuple[tuple[str, float], ...] = ()


UNEXPLAINED = Decision()
