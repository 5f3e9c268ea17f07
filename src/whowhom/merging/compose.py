"""A group of claims about one act → the event with its composed fields."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import TypeVar

from whowhom.core.actor import Party
from whowhom.core.claim import Claim, Quote
from whowhom.core.event import Event
from whowhom.core.ids import stable_id
from whowhom.merging.similarity import described, same_actor

T = TypeVar("T")


def most_common(values: Iterable[T]) -> T | None:
    """The most frequent value that is not None; the first one of equals."""
    counted = Counter(value for value in values if value is not None)
    return counted.most_common(1)[0][0] if counted else None


def _first(claims: tuple[Claim, ...], field: Callable[[Claim], T | None]) -> T | None:
    return next((value for claim in claims if (value := field(claim)) is not None), None)


def _parties(sides: Iterable[tuple[Party, ...]], places: frozenset[str] = frozenset()) -> tuple[Party, ...]:
    """The best told side: people rather than a place, in words rather than implied, by name rather than described.

    The fullest of those; sides are not pooled, so that one slip does not spread.
    """
    ordered = sorted(enumerate(sides), key=lambda item: (*_weakness(item[1], places), item[0]))
    return ordered[0][1] if ordered else ()


def _weakness(side: tuple[Party, ...], places: frozenset[str]) -> tuple[bool, bool, bool, bool, int]:
    return (
        not side,
        all(party.actor.name in places for party in side),
        any(party.mention is None for party in side),
        all(described(party.actor) for party in side),
        -len(side),
    )


def _evidence(claims: tuple[Claim, ...]) -> tuple[Quote, ...]:
    return tuple(dict.fromkeys(quote for claim in claims for quote in claim.evidence))


def _own_types(claims: tuple[Claim, ...]) -> tuple[tuple[str, float], ...]:
    """The user's types of all tellings, each with its best similarity, the nearest first."""
    best: dict[str, float] = {}
    for name, similarity in (fit for claim in claims for fit in claim.own_types):
        best[name] = max(similarity, best.get(name, similarity))
    return tuple(sorted(best.items(), key=lambda item: -item[1]))


def compose(claims: tuple[Claim, ...]) -> Event:
    """One event; the first claim that gives a date, place or speaker gives the event's."""
    first = claims[0]
    actors = _parties(claim.actors for claim in claims)
    places = frozenset(claim.place.name for claim in claims if claim.place)
    told = _parties((claim.recipients for claim in claims), places)
    others = tuple(party for party in told if not any(same_actor(party.actor, one.actor) for one in actors))
    return Event(
        id=stable_id("event", *(claim.id for claim in claims)),
        type=first.type,
        mode=most_common(claim.mode for claim in claims),
        status=first.status,
        actors=actors,
        recipients=others or told,
        date=_first(claims, lambda claim: claim.date if claim.date_evidence else None)
        or _first(claims, lambda claim: claim.date),
        place=_first(claims, lambda claim: claim.place),
        attribution=next((claim.attribution for claim in claims if claim.attribution), ()),
        content=max(claims, key=lambda claim: claim.confidence).content,
        evidence=_evidence(claims),
        salience="core" if any(claim.salience == "core" for claim in claims) else "background",
        confidence=max(claim.confidence for claim in claims),
        claims=claims,
        own_types=_own_types(claims),
    )
