"""Coding → its document's text as HTML paragraphs, evidence marked by quad class and numbered by event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape
from itertools import pairwise

from whowhom.core.coding import Coding
from whowhom.core.document import Block, Document
from whowhom.core.span import Span
from whowhom.vocab import ontology


@dataclass(frozen=True, slots=True)
class Mark:
    """One piece of evidence: which event (1-based), which of its quotes (1-based), its quad class and its words."""

    event: int
    quote: int
    quad: int
    span: Span


def marked_text(coding: Coding, prefix: str) -> tuple[str, str]:
    """The headline's words and the paragraphs; anchors are ``{prefix}w{event}-{quote}``, links ``#{prefix}e{event}``.

    The headline is the first title block; where the text has none it is the document's title, or its id.
    """
    document = coding.document
    marks = tuple(_marks(coding))
    triggers = tuple(_triggers(coding))
    shown = [block for block in _blocks(document) if block.span.of(document.text).strip()]
    words = [_inline(document.text, block.span, marks, triggers, prefix) for block in shown]
    headline = next((index for index, block in enumerate(shown) if block.kind == "title"), None)
    paragraphs = "\n".join(
        f'<p class="{block.kind}">{inline}</p>'
        for index, (block, inline) in enumerate(zip(shown, words, strict=True))
        if index != headline
    )
    return (escape(document.title or document.id) if headline is None else words[headline]), paragraphs


def _marks(coding: Coding) -> Iterator[Mark]:
    for number, event in enumerate(coding.events, 1):
        for index, quote in enumerate(event.evidence, 1):
            yield Mark(number, index, ontology.quad(event.type), quote.span)


def _triggers(coding: Coding) -> Iterator[Mark]:
    for number, event in enumerate(coding.events, 1):
        for claim in event.claims:
            yield Mark(number, 0, ontology.quad(event.type), claim.trigger.span)


def _blocks(document: Document) -> tuple[Block, ...]:
    return document.blocks or (Block("paragraph", Span(0, len(document.text))),)


def _inline(text: str, block: Span, marks: tuple[Mark, ...], triggers: tuple[Mark, ...], prefix: str) -> str:
    inside = tuple(mark for mark in marks if mark.span.overlaps(block))
    bold = tuple(trigger for trigger in triggers if trigger.span.overlaps(block))
    spans = [mark.span for mark in inside + bold]
    cuts = {block.start, block.end}
    cuts.update(at for span in spans for at in (span.start, span.end) if block.start < at < block.end)
    pieces = (Span(start, end) for start, end in pairwise(sorted(cuts)))
    return "".join(_piece(text, piece, inside, bold, prefix) for piece in pieces)


def _piece(text: str, piece: Span, marks: tuple[Mark, ...], triggers: tuple[Mark, ...], prefix: str) -> str:
    """A run of text over which no mark begins or ends, with the anchors before it and the numbers after it."""
    words = escape(piece.of(text))
    covering = [mark for mark in marks if mark.span.contains(piece)]
    if not covering:
        return words
    closest = min(covering, key=lambda mark: mark.span.end - mark.span.start)
    trigger = next((trigger for trigger in triggers if trigger.span.contains(piece)), None)
    if trigger is not None:
        words = f'<b class="q{trigger.quad}">{words}</b>'
    events = " ".join(dict.fromkeys(f"{prefix}e{mark.event}" for mark in covering))
    linked = (
        f'<mark class="q{closest.quad} {events}"><a href="#{prefix}e{(trigger or closest).event}">{words}</a></mark>'
    )
    return _anchors(piece, covering, prefix) + linked + _numbers(piece, covering, prefix)


def _anchors(piece: Span, covering: list[Mark], prefix: str) -> str:
    """Targets for the cards' quotes, where a mark begins."""
    return "".join(
        f'<i class="anchor q{mark.quad}" id="{prefix}w{mark.event}-{mark.quote}"></i>'
        for mark in covering
        if mark.span.start == piece.start
    )


def _numbers(piece: Span, covering: list[Mark], prefix: str) -> str:
    return "".join(
        f'<sup class="q{mark.quad}"><a href="#{prefix}e{mark.event}">{mark.event}</a></sup>'
        for mark in covering
        if mark.span.end == piece.end
    )
