"""What happened: the claims about one act, merged."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.core.actor import Party
from whowhom.core.attribution import Attribution
from whowhom.core.claim import Claim, Quote, Salience, Status
from whowhom.core.date_range import DateRange
from whowhom.core.place import Place


@dataclass(frozen=True, slots=True)
class Event:
    """One real act with the fields composed from its claims, which it keeps (ordered by their place in the text)."""

    id: str
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
    salience: Salience
    confidence: float
    claims: tuple[Claim, ...]
    own_types: tuple[tuple[str, float], ...] = ()
