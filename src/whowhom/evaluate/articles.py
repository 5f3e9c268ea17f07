"""An article → its events as records of the codebook (task ``articles``)."""

from __future__ import annotations

from whowhom.coder import code
from whowhom.core.document import Skipped
from whowhom.evaluate.documents import article
from whowhom.evaluate.records import Record
from whowhom.exchange.codebook import codebook_record


def predict(record: Record) -> Record:
    """``events``; an article that cannot be read gives none and says why in ``skipped``."""
    document = article(record)
    if isinstance(document, Skipped):
        return {"events": [], "skipped": document.reason}
    return {"events": [codebook_record(event) for event in code(document).events]}
