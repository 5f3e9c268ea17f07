"""Small questions about token ranges of a parsed document: where a phrase ends, what to trim, what to cut out."""

from __future__ import annotations

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from whowhom.coding.attribution.quotes import Quotation

Range = tuple[int, int]
EDGE = {",", ";", ":", "--", "-", "–", "—", ".", "?", "!", "...", "…"}
LOOSE = {",", ";", ":", "--", "-", "–", "—"}


def subtree(token: Token) -> Range:
    """The range from the left to the right edge of what depends on ``token``."""
    return token.left_edge.i, token.right_edge.i + 1


def trim(doc: Doc, span: Range, keep_end: bool = False) -> Range:
    """``span`` without white space and punctuation at its edges; ``keep_end`` keeps full stops at its end."""
    start, end = span
    ending = LOOSE if keep_end else EDGE
    while start < end and (doc[start].is_space or doc[start].text in EDGE):
        start += 1
    while start < end and (doc[end - 1].is_space or doc[end - 1].text in ending):
        end -= 1
    return start, end


def cut(span: Range, hole: Range) -> list[Range]:
    """``span`` without ``hole``: no, one or two ranges."""
    if hole[1] <= span[0] or span[1] <= hole[0]:
        return [span]
    return [part for part in ((span[0], hole[0]), (hole[1], span[1])) if part[0] < part[1]]


def overlap(left: Range, right: Range) -> bool:
    """True when the ranges share a token."""
    return left[0] < right[1] and right[0] < left[1]


def hull(ranges: Iterable[Range]) -> Range:
    """From the first start to the last end."""
    listed = list(ranges)
    return min(start for start, _ in listed), max(end for _, end in listed)


def sentence_range(token: Token) -> Range:
    """The token's sentence."""
    sentence = token.sent
    return sentence.start, sentence.end


def around(quotes: Iterable[Quotation], index: int) -> Quotation | None:
    """The quotation that token ``index`` lies in."""
    return next((quote for quote in quotes if index in quote), None)


def next_word(doc: Doc, index: int, skip: set[str]) -> int:
    """The first token at or after ``index`` that is neither white space nor in ``skip`` (or the document's length)."""
    while index < len(doc) and (doc[index].is_space or doc[index].text in skip):
        index += 1
    return index


def previous_word(doc: Doc, index: int, skip: set[str]) -> int:
    """The last token before ``index`` that is neither white space nor in ``skip`` (or -1)."""
    index -= 1
    while index >= 0 and (doc[index].is_space or doc[index].text in skip):
        index -= 1
    return index
