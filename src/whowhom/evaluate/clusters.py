"""A report → a key that reports of the same main act share (task ``clusters``).

Thin until events merge across documents.
"""

from __future__ import annotations

from whowhom.coder import code
from whowhom.core.document import Skipped
from whowhom.core.event import Event
from whowhom.evaluate.documents import article, passage
from whowhom.evaluate.records import Record
from whowhom.vocab import ontology


def predict(record: Record) -> Record:
    """``event``: quad class, countries and first day of the first core event; a report without one stands alone."""
    document = article(record)
    coding = code(passage(record) if isinstance(document, Skipped) else document)
    main = min(coding.events, key=lambda event: (event.salience != "core", event.evidence[0].span), default=None)
    return {"event": f"alone-{record['id']}" if main is None else _key(main)}


def _key(event: Event) -> str:
    parties = (party.actor for party in event.actors + event.recipients)
    countries = sorted({actor.country or actor.name for actor in parties})
    day = event.date.start.isoformat() if event.date else ""
    return f"{ontology.quad(event.type)}|{'+'.join(countries)}|{day}"
