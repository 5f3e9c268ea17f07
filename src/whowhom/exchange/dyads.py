"""Coding → rows of actor and recipient, one row a dyad, for R, Stata and spreadsheets."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, product

from whowhom.core.actor import Actor
from whowhom.core.coding import Coding
from whowhom.core.event import Event
from whowhom.exchange.codebook import speakers
from whowhom.exchange.cow import cow_number
from whowhom.vocab import ontology

COLUMNS = (
    "event_id", "date", "date_end", "date_precision", "type", "mode", "label", "quad", "score", "status", "mutual",
    "actor_name", "actor_iso3", "actor_cow", "actor_sector",
    "recipient_name", "recipient_iso3", "recipient_cow", "recipient_sector",
    "said_by", "place", "place_iso3", "content", "evidence", "salience", "confidence",
    "document_id", "title", "published", "publisher", "url", "coder",
)  # fmt: skip

# What several parties do with or to each other; a joint demand or condemnation is no act between those who voice it.
MUTUAL = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "RETREAT", "ASSAULT"})

Pair = tuple[Actor | None, Actor | None]


def is_mutual(event: Event) -> bool:
    """True when the parties did it with or to each other: several actors, nobody else to receive it, a mutual type."""
    return not event.recipients and len(event.actors) > 1 and event.type in MUTUAL


def pairs(event: Event) -> tuple[Pair, ...]:
    """The ordered pairs (actor, recipient) of an event; of a mutual act each unordered pair once.

    An act without a known actor or recipient gives pairs with None, so that no event is lost.
    """
    actors = tuple(party.actor for party in event.actors)
    if is_mutual(event):
        return tuple(combinations(actors, 2))
    recipients = tuple(party.actor for party in event.recipients)
    return tuple(product(actors or (None,), recipients or (None,)))


def rows(coding: Coding) -> Iterator[dict[str, str]]:
    """One row a dyad of every event of the coding, with the keys of ``COLUMNS``."""
    document = coding.document
    common = {
        "document_id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else "",
        "publisher": document.publisher,
        "url": document.url,
        "coder": coding.coder,
    }
    for event in coding.events:
        shared = _event_cells(event) | common
        for actor, recipient in pairs(event):
            yield shared | _actor_cells("actor", actor) | _actor_cells("recipient", recipient)


def _event_cells(event: Event) -> dict[str, str]:
    when, place = event.date, event.place
    return {
        "event_id": event.id,
        "date": when.start.isoformat() if when else "",
        "date_end": when.end.isoformat() if when else "",
        "date_precision": when.precision if when else "",
        "type": event.type,
        "mode": event.mode or "",
        "label": ontology.derived_label(event.type, event.mode, event.status) or "",
        "quad": str(ontology.quad(event.type)),
        "score": f"{ontology.score(event.type, event.mode):g}",
        "status": event.status,
        "mutual": "1" if is_mutual(event) else "0",
        "said_by": "; ".join(actor.name for actor in speakers(event.attribution)),
        "place": place.name if place else "",
        "place_iso3": (place.country or "") if place else "",
        "content": event.content,
        "evidence": " | ".join(quote.text for quote in event.evidence),
        "salience": event.salience,
        "confidence": f"{event.confidence:.3f}",
    }


def _actor_cells(side: str, actor: Actor | None) -> dict[str, str]:
    country = (actor.country or "") if actor else ""
    return {
        f"{side}_name": actor.name if actor else "",
        f"{side}_iso3": country,
        f"{side}_cow": cow_number(country),
        f"{side}_sector": (actor.sector or "") if actor else "",
    }
