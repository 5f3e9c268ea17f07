"""One telling of an act in a sentence: a predicate with its final type, mode, status and parties."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from whowhom.core.actor import Party
from whowhom.core.claim import Status


@dataclass(frozen=True)
class Act:
    """``token`` is the word that decided the type, ``clause_head`` the verb whose clause tells it.

    ``below`` are the kinds of the operators above the act (operators.toml), the nearest first.
    ``probabilities`` are the model's for the likeliest types between the parties, if it was asked.
    ``reasons`` names the rules that led here, the vocabulary entry first, for explanations.
    """

    token: Token
    clause_head: Token
    type: str
    mode: str | None
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool
    confidence: float
    reasons: tuple[str, ...]
    below: tuple[str, ...] = ()
    probabilities: tuple[tuple[str, float], ...] = ()
