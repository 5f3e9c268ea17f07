"""Coding → JSON-ready records: the codebook's fields exactly, and beside them the spans, chains and ids."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whowhom.core.actor import Actor, Party
from whowhom.core.attribution import Attribution
from whowhom.core.claim import Claim, Quote
from whowhom.core.coding import Coding
from whowhom.core.date_range import DateRange
from whowhom.core.event import Event
from whowhom.core.handling import Handling
from whowhom.core.place import Place
from whowhom.core.span import Span
from whowhom.vocab import ontology

Record = dict[str, Any]


def coding_record(coding: Coding) -> Record:
    """One document with its events, as ``docs/formats.md`` describes it; ready for ``json.dumps``."""
    document = coding.document
    return {
        "id": document.id,
        "title": document.title,
        "published": document.published.isoformat() if document.published else None,
        "publisher": document.publisher,
        "url": document.url,
        "language": document.language,
        "coder": coding.coder,
        "handling": handling_record(document.handling),
        "notes": list(coding.notes),
        "events": [event_record(event) for event in coding.events],
    }


def event_record(event: Event) -> Record:
    """The codebook's record of an event, then its id, scores, attribution chain, spans and claims."""
    return codebook_record(event) | {
        "id": event.id,
        "quad": ontology.quad(event.type),
        "score": ontology.score(event.type, event.mode),
        "label": ontology.derived_label(event.type, event.mode, event.status),
        "confidence": round(event.confidence, 3),
        **({"own_types": dict(event.own_types)} if event.own_types else {}),
        "attribution": [_attribution(link) for link in event.attribution],
        "spans": _spans(event),
        "claims": [_claim(claim) for claim in event.claims],
    }


def codebook_record(event: Event) -> Record:
    """The eleven fields of the codebook's record and no others."""
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": [actor_record(party.actor) for party in event.actors],
        "recipients": [actor_record(party.actor) for party in event.recipients],
        "date": date_record(event.date),
        "place": place_record(event.place),
        "said_by": [actor_record(actor) for actor in speakers(event.attribution)],
        "content": event.content,
        "evidence": [quote.text for quote in event.evidence],
        "salience": event.salience,
    }


def speakers(chain: Iterable[Attribution]) -> tuple[Actor, ...]:
    """Those on whose word an event rests, outermost first, each once."""
    return tuple(dict.fromkeys(link.speaker for link in chain))


def actor_record(actor: Actor) -> Record:
    """Name, country and sector; a second sector only where the words give one."""
    record: Record = {"name": actor.name, "country": actor.country, "sector": actor.sector}
    return record | ({"other_sector": actor.other_sector} if actor.other_sector else {})


def date_record(when: DateRange | None) -> Record | None:
    """First and last day in ISO 8601 and the precision of the start."""
    if when is None:
        return None
    return {"start": when.start.isoformat(), "end": when.end.isoformat(), "precision": when.precision}


def place_record(place: Place | None) -> Record | None:
    """Name and country; GeoNames id and degrees only where they are known."""
    if place is None:
        return None
    record: Record = {"name": place.name, "country": place.country}
    known = {"geonameid": place.geonameid, "latitude": place.latitude, "longitude": place.longitude}
    return record | {key: value for key, value in known.items() if value is not None}


def handling_record(handling: Handling) -> Record:
    """The TLP label and the groups the record is limited to."""
    return {"tlp": handling.tlp, "groups": list(handling.groups)}


def _span(span: Span | None) -> list[int] | None:
    return None if span is None else [span.start, span.end]


def _attribution(link: Attribution) -> Record:
    return {"speaker": actor_record(link.speaker), "source": _span(link.source), "cue": _span(link.cue)}


def _mentions(parties: tuple[Party, ...]) -> list[list[int] | None]:
    return [_span(party.mention) for party in parties]


def _quotes(quotes: tuple[Quote, ...]) -> list[list[int] | None]:
    return [_span(quote.span) for quote in quotes]


def _spans(event: Event) -> Record:
    """Character offsets into the document's text, in the order of the fields they prove."""
    dates = [_span(claim.date_evidence) for claim in event.claims if claim.date_evidence]
    places = [_span(claim.place_evidence) for claim in event.claims if claim.place_evidence]
    return {
        "actors": _mentions(event.actors),
        "recipients": _mentions(event.recipients),
        "evidence": _quotes(event.evidence),
        "triggers": [_span(claim.trigger.span) for claim in event.claims],
        "date": dates,
        "place": places,
    }


def _claim(claim: Claim) -> Record:
    return {
        "id": claim.id,
        "status": claim.status,
        "trigger": claim.trigger.text,
        "said_by": [actor_record(actor) for actor in speakers(claim.attribution)],
        "evidence": [quote.text for quote in claim.evidence],
        "confidence": round(claim.confidence, 3),
        "handling": handling_record(claim.handling),
        "decision": {
            "reasons": list(claim.decision.reasons),
            "probabilities": {name: round(value, 3) for name, value in claim.decision.probabilities},
        },
    }
