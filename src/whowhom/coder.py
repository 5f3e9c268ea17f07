"""Document → Coding: reading and merging put together, for one document or many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from whowhom.coding.mentions.parse import DEFAULT_PARSER, load_parser, parse
from whowhom.coding.pipeline import claims_of, code_claims, coder_fingerprint
from whowhom.core.claim import Claim
from whowhom.core.coding import Coding
from whowhom.core.document import Document
from whowhom.merging.merge import merge

NO_DATE = "no publication date is known: dates that need one (“Thursday”, “last week”) stay open"


def _coding(document: Document, claims: tuple[Claim, ...], coder: str) -> Coding:
    notes = () if document.published else (NO_DATE,)
    return Coding(document, coder, claims, merge(claims), notes)


def code(document: Document, parser_name: str = DEFAULT_PARSER) -> Coding:
    """What the coder makes of one document."""
    doc = parse(document, load_parser(parser_name))
    return _coding(document, claims_of(document, doc), coder_fingerprint(parser_name))


def code_all(documents: Iterable[Document], parser_name: str = DEFAULT_PARSER) -> Iterator[Coding]:
    """As ``code``, one coding a document in their order, whatever the batch."""
    coder = coder_fingerprint(parser_name)
    for document, claims in code_claims(documents, parser_name):
        yield _coding(document, claims, coder)
