"""A verb beside a quotation ('"…," said X', 'X said: "…"') → the quoted content and what goes on after the cue."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from whowhom.coding.attribution.quotes import Quotation
from whowhom.coding.attribution.ranges import (
    Range,
    around,
    next_word,
    previous_word,
    sentence_range,
    trim,
)
from whowhom.coding.attribution.reading import Content, VerbCue

LONGEST_GAP = 14  # tokens between a cue and the quotation that it opens


def quotation_content(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Content | None:
    kind = cue.kind("verbs")
    if kind is None:
        return None
    before = _quotation_before(doc, cue, quotes)
    if before is not None:
        ranges = [(_clause_start(cue, before), before.end), *what_goes_on(doc, cue, quotes)]
        return Content("quote", kind, tuple(ranges), cue.span)
    after = _quotation_after(doc, cue, quotes)
    if after is not None:
        return Content("quote", kind, ((after.start, after.end),), cue.span)
    return None


def _quotation_before(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Quotation | None:
    left = previous_word(doc, cue.unit[0], {",", "--", "-", "–", "—"})
    quote = around(quotes, left)
    return quote if quote is not None and quote.end == left + 1 and not quote.open else None


def _clause_start(cue: VerbCue, quote: Quotation) -> int:
    """A partial quotation ("The plan is “dead,” he said") takes its clause along."""
    starts = [child.left_edge.i for child in cue.verb.lefts if child.dep_ == "ccomp"]
    inside = [start for start in starts if start < quote.start and quote.start <= cue.verb.i]
    return min([*inside, quote.start])


def _quotation_after(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> Quotation | None:
    right = cue.span[1]
    for quote in quotes:
        if not right <= quote.start <= right + LONGEST_GAP:
            continue
        before = previous_word(doc, quote.start, set())
        opens = before < right or doc[before].text in {":", ","} or doc[before].lower_ == "that"
        gap = doc[right : quote.start]
        if opens and not any(token.pos_ in {"VERB", "AUX"} or token.text in {".", "?", "!"} for token in gap):
            return quote
    return None


def what_goes_on(doc: Doc, cue: VerbCue, quotes: Sequence[Quotation]) -> list[Range]:
    """What goes on after a cue in the middle: '“…,” he said, “…”' or '…, he said, because …'."""
    right = max(cue.unit[1], cue.span[1])
    end = sentence_range(cue.verb)[1]
    following = next_word(doc, right, {","})
    if following >= end or following == right:
        return []
    quote = next((quote for quote in quotes if quote.start == following), None)
    if quote is not None:
        return [(quote.start, quote.end)]
    if doc[following].tag_ in {"VBG", "VBN", "RB", "WP", "WDT", "WRB"} or doc[following].pos_ == "PROPN":
        return []
    conjoined = [child.left_edge.i for child in cue.verb.rights if child.dep_ == "conj"]
    if doc[following].dep_ in {"cc", "appos"} and conjoined:
        return []
    return [to_quotation_end(trim(doc, (following, end)), quotes)]


def to_quotation_end(span: Range, quotes: Sequence[Quotation]) -> Range:
    """A content that runs into a quotation ends where the quotation ends."""
    for quote in quotes:
        if span[0] <= quote.start < span[1] or (quote.start == span[0] and span[1] <= quote.end):
            span = span[0], max(span[1], quote.end)
    return span
