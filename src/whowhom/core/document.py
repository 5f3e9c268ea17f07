"""One text as published, with what is known about its publication."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from whowhom.core.handling import CLEAR, Handling
from whowhom.core.span import Span

BlockKind = Literal["metadata", "title", "dateline", "heading", "paragraph"]


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the text that a parser should read on its own: a title, a dateline, a heading, a paragraph."""

    kind: BlockKind
    span: Span


@dataclass(frozen=True, slots=True)
class Document:
    """A text that never changes; every span of every record is an offset into ``text``.

    ``blocks`` are ordered, do not overlap and cover everything but white space.
    """

    id: str
    text: str
    title: str = ""
    published: date | None = None
    publisher: str = ""
    url: str = ""
    language: str = "en"
    blocks: tuple[Block, ...] = ()
    handling: Handling = CLEAR


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that could not become a document or a coding, and one line that says why."""

    id: str
    reason: str
