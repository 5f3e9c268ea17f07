"""Coding of a sentence → the derived PLOVER labels with source and target (task ``events``)."""

from __future__ import annotations

from whowhom.core.actor import Actor, Party
from whowhom.core.event import Event
from whowhom.evaluate.documents import code_passage
from whowhom.evaluate.records import Record
from whowhom.exchange.dyads import is_mutual
from whowhom.vocab import ontology


def predict(record: Record) -> Record:
    """``events``: [{"type", "source", "target"}]; negated and hypothetical acts have no label and are left out."""
    coding = code_passage(record)
    labelled = ((ontology.derived_label(event.type, event.mode, event.status), event) for event in coding.events)
    return {"events": [_dyad(label, event, coding.document.text) for label, event in labelled if label]}


def _dyad(label: str, event: Event, text: str) -> Record:
    """Of a mutual act the first party is the source and the others are the target."""
    mutual = is_mutual(event)
    source = event.actors[:1] if mutual else event.actors
    target = event.actors[1:] if mutual else event.recipients
    return {
        "type": label,
        "source": [_side(party, text) for party in source],
        "target": [_side(party, text) for party in target],
    }


def _side(party: Party, text: str) -> Record:
    return {"text": party.mention.of(text) if party.mention else party.actor.name, "code": actor_code(party.actor)}


def actor_code(actor: Actor) -> str:
    """Country and sector in one word: HUNGOV, IGOIGO, NGONGO; without a country the sector alone."""
    if actor.country in ("IGO", "NGO"):
        return actor.country * 2
    return (actor.country or "") + (actor.sector or "")
