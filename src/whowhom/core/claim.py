"""What one document says was done or said, by whom to whom, with the words that say it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whowhom.core.actor import Party
from whowhom.core.attribution import Attribution
from whowhom.core.date_range import DateRange
from whowhom.core.decision import UNEXPLAINED, Decision
from whowhom.core.handling import CLEAR, Handling
from whowhom.core.place import Place
from whowhom.core.span import Span

Status = Literal["actual", "future", "hypothetical", "negated"]
Salience = Literal["core", "background"]


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: the span and, so that a reader needs no text, the characters themselves."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One telling of one act.

    ``evidence`` is never empty; ``trigger`` is the word that names the act. ``confidence`` is in [0, 1].
    ``own_types`` are the user's types that fit, each with its similarity, the nearest first.
    """

    id: str
    document_id: str
    type: str
    mode: str | None
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    date: DateRange | None
    place: Place | None
    attribution: tuple[Attribution, ...]
    content: str
    evidence: tuple[Quote, ...]
    trigger: Quote
    date_evidence: Span | None = None
    place_evidence: Span | None = None
    salience: Salience = "core"
    confidence: float = 0.5
    handling: Handling = CLEAR
    decision: Decision = UNEXPLAINED
    own_types: tuple[tuple[str, float], ...] = ()
