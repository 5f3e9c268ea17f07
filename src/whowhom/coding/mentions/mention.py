"""A span of a parsed document that names an actor, a place or a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whowhom.core.actor import Actor
from whowhom.core.date_range import DateRange
from whowhom.core.place import Place
from whowhom.core.span import Span

MentionKind = Literal["person", "state", "capital", "organisation", "group", "role", "demonym", "pronoun"]


@dataclass(frozen=True, slots=True)
class ActorMention:
    """Words for an actor. ``start``/``end`` are token indices (half-open), ``head`` the syntactic head's.

    kind: ``person`` a named person with all titles before it ("Kremlin aide Yuri Ushakov"), ``state`` a country's name,
    ``capital`` a capital or seat that may stand for its government ("Moscow", "the Kremlin"), ``organisation`` a named
    organ, IGO, armed group, party; ``group`` unnamed people ("gunmen", "Russian troops"), ``role`` a definite role
    noun that stands for someone ("the minister", "both leaders", "the group"), ``demonym`` an adjective that modifies a
    noun which is no actor itself ("Israeli" in "Israeli strikes"), ``pronoun``.

    ``actors`` is whom it stands for: one, several ("both leaders"), or none as long as it is unresolved.
    """

    start: int
    end: int
    head: int
    span: Span
    kind: MentionKind
    actors: tuple[Actor, ...]


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words for a day or a span of days; ``when`` is None where the text gives too little to resolve them.

    ``iso`` is the value in ISO 8601 at its own precision ("2025-06", "2025-W25"), "" when unresolved.
    """

    start: int
    end: int
    head: int
    span: Span
    when: DateRange | None
    iso: str


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """Words for a place."""

    start: int
    end: int
    head: int
    span: Span
    place: Place
