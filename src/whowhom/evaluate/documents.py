"""Labelled record → document: dates in any form, offsets those of the record's text."""

from __future__ import annotations

import re

from whowhom.coder import code
from whowhom.core.coding import Coding
from whowhom.core.document import Block, Document, Skipped
from whowhom.core.span import Span
from whowhom.evaluate.records import Record
from whowhom.text.dates import read_date
from whowhom.text.plain import document_from_text

_SURROGATE = re.compile("[\ud800-\udfff]")


def text_of(record: Record, field: str = "text") -> str:
    """The field as a string of the same length without lone surrogates; "" for what is missing or no string."""
    value = record.get(field)
    return _SURROGATE.sub("\ufffd", value) if isinstance(value, str) else ""


def article(record: Record) -> Document | Skipped:
    """The record as a whole article, with its headline, datelines and paragraphs told apart."""
    return document_from_text(
        text_of(record),
        id=str(record["id"]),
        title=text_of(record, "title"),
        published=read_date(record.get("date")),
        publisher=text_of(record, "publisher"),
    )


def passage(record: Record) -> Document:
    """The record as one paragraph in English, however short: for sets of sentences and of marked offsets."""
    text = text_of(record)
    blocks = (Block("paragraph", Span(0, len(text))),) if text.strip() else ()
    published = read_date(record.get("date") or record.get("dct"))
    return Document(id=str(record["id"]), text=text, published=published, blocks=blocks)


def code_passage(record: Record) -> Coding:
    """The claims and events of a sentence or a paragraph."""
    return code(passage(record))
