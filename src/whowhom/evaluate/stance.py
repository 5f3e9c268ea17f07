"""A sentence and two entities → whether one acts well or ill towards the other (task ``stance``), by a thin rule."""

from __future__ import annotations

from typing import Any

from whowhom.core.actor import Party
from whowhom.core.claim import Claim
from whowhom.core.span import Span
from whowhom.evaluate.documents import code_passage
from whowhom.evaluate.records import Record
from whowhom.vocab import ontology


def predict(record: Record) -> Record:
    """``label``: 0 none, 1 p→q positive, 2 q→p positive, 3 p→q negative, 4 q→p negative."""
    p, q = _span(record.get("p_span")), _span(record.get("q_span"))
    if p is None or q is None:
        return {"label": 0}
    labels = (_label(claim, p, q) for claim in code_passage(record).claims if claim.status != "negated")
    return {"label": next((label for label in labels if label), 0)}


def _label(claim: Claim, p: Span, q: Span) -> int:
    """Quads 1 and 2 are positive, 3 and 4 negative; of a mutual act p is the one who acts."""
    sign = 0 if ontology.quad(claim.type) < 3 else 2
    if _has(claim.actors, p) and (_has(claim.recipients, q) or _has(claim.actors, q)):
        return 1 + sign
    if _has(claim.actors, q) and _has(claim.recipients, p):
        return 2 + sign
    return 0


def _has(parties: tuple[Party, ...], span: Span) -> bool:
    return any(party.mention is not None and party.mention.overlaps(span) for party in parties)


def _span(value: Any) -> Span | None:
    try:
        start, end = value
        return Span(int(start), int(end))
    except (TypeError, ValueError):
        return None
