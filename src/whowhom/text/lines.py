"""Text → the spans of its paragraphs: lines, or runs of hard-wrapped lines joined again."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from whowhom.core.span import Span

_LINE = re.compile(r"[^\r\n\u2028\u2029\x0b\x0c\x85]+")
_FINAL = re.compile(r"[.!?…][\"'”’»)\]]*$")
_WIDEST_WRAP = 110
_NARROWEST_WRAP = 45


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span ``[start, end)`` without white space at its ends; None when nothing else is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None


def ends_sentence(words: str) -> bool:
    """True when the words close with final punctuation, quotes and brackets aside."""
    return bool(_FINAL.search(words[-12:].rstrip()))


def lines_of(text: str) -> list[Span]:
    """Every line that holds more than white space, trimmed."""
    found = (trimmed(text, match.start(), match.end()) for match in _LINE.finditer(text))
    return [span for span in found if span is not None]


def _adjacent(text: str, upper: Span, lower: Span) -> bool:
    """No blank line between the two, and the lower one is not indented further."""
    gap = text[upper.end : lower.start]
    newlines = gap.replace("\r\n", "\n")
    return newlines.count("\n") + newlines.count("\r") == 1 and not re.search(r"[\r\n][ \t\u3000]{2,}$", gap)


def _is_wrapped(text: str, lines: list[Span]) -> bool:
    """True for text broken at a fixed width: lines of about one length that end and begin inside a sentence.

    Old wire copy and e-mail are set so; a page that has one paragraph a line is not.
    """
    widths = [line.end - line.start for line in lines]
    if len(lines) < 4 or max(widths) > _WIDEST_WRAP:
        return False
    pairs = [(upper, lower) for upper, lower in pairwise(lines) if _adjacent(text, upper, lower)]
    inside = [upper for upper, lower in pairs if not ends_sentence(upper.of(text)) and text[lower.start].islower()]
    if not pairs or len(inside) < 2 or len(inside) * 4 < len(pairs):
        return False
    return median(upper.end - upper.start for upper in inside) >= _NARROWEST_WRAP


def paragraphs_of(text: str) -> list[Span]:
    """The text's paragraphs in order; a line is one unless the text is hard-wrapped."""
    lines = lines_of(text)
    if not _is_wrapped(text, lines):
        return lines
    full = max(line.end - line.start for line in lines) * 0.7
    joined = [lines[0]]
    for upper, lower in pairwise(lines):
        short_end = ends_sentence(upper.of(text)) and upper.end - upper.start < full
        if _adjacent(text, upper, lower) and not short_end and upper.end - upper.start >= full * 0.6:
            joined[-1] = Span(joined[-1].start, lower.end)
        else:
            joined.append(lower)
    return joined
