"""Document → spaCy Doc over the unchanged text: token offsets are document offsets, blocks never share a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from whowhom.coding.settings import DEFAULT_PARSER
from whowhom.core.document import Document
from whowhom.core.errors import CoderError

_BATCH = 16


@cache
def load_parser(name: str = DEFAULT_PARSER) -> Language:
    """The spaCy pipeline ``name``; raises CoderError when it is not installed."""
    try:
        return spacy.load(name)
    except OSError as error:
        message = f"the spaCy pipeline {name!r} is not installed: pip install it, or name another one"
        raise CoderError(message) from error


def tokenise(parser: Language, document: Document) -> Doc:
    """The document's tokens, with a sentence start at each block so that no heading is glued to a lead."""
    doc = parser.make_doc(document.text)
    starts = sorted(block.span.start for block in document.blocks)
    wanted = 0
    for token in doc:
        if wanted < len(starts) and token.idx + len(token) > starts[wanted] and not token.is_space:
            token.is_sent_start = True
            while wanted < len(starts) and starts[wanted] < token.idx + len(token):
                wanted += 1
    return doc


def parse(document: Document, parser: Language | None = None) -> Doc:
    """Tokens, tags, lemmas, dependencies, sentences and names of one document."""
    parser = parser or load_parser()
    return parser(tokenise(parser, document))


def parse_all(documents: Iterable[Document], parser: Language | None = None) -> Iterator[tuple[Document, Doc]]:
    """Each document with its parse, in their order and as they come; batches above 32 gain nothing."""
    parser = parser or load_parser()
    tokenised = ((tokenise(parser, document), document) for document in documents)
    for doc, document in parser.pipe(tokenised, as_tuples=True, batch_size=_BATCH):
        yield document, doc
