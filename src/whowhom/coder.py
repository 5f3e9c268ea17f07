"""Document → Coding: reading and merging put together, for one document or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whowhom.coding.mentions.parse import load_parser, parse
from whowhom.coding.pipeline import claims_of, code_claims, coder_fingerprint
from whowhom.coding.settings import DEFAULT, Settings
from whowhom.core.claim import Claim
from whowhom.core.coding import Coding
from whowhom.core.document import Document
from whowhom.merging.merge import merge

NO_DATE = "no publication date is known: dates that need one (“Thursday”, “last week”) stay open"


def _coding(document: Document, claims: tuple[Claim, ...], coder: str) -> Coding:
    notes = () if document.published else (NO_DATE,)
    return Coding(document, coder, claims, merge(claims), notes)


def code(document: Document, settings: Settings = DEFAULT) -> Coding:
    """What the coder makes of one document."""
    doc = parse(document, load_parser(settings.parser))
    return _coding(document, claims_of(document, doc, settings), coder_fingerprint(settings))


def code_all(documents: Iterable[Document], settings: Settings = DEFAULT) -> Iterator[Coding]:
    """As ``code``, one coding a document in their order, whatever the batch."""
    coder = coder_fingerprint(settings)
    for document, claims in code_claims(documents, settings):
        yield _coding(document, claims, coder)
