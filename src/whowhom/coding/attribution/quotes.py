"""Parsed document → the stretches between quotation marks, as token ranges with their marks."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Token

OPENING = {"“", "«", "„", "``", "`", "‘"}
CLOSING = {"”", "»", "''", "’"}
STRAIGHT = {'"', "'"}
SINGLE = {"'", "`", "‘", "’"}
SENTENCE_ENDS = {".", ",", "?", "!", "…", "...", "--", "-"}
PARTNERS = {
    "“": {"”", '"', "''"},
    "„": {"“", "”", '"'},
    "«": {"»"},
    "``": {"''", '"', "”"},
    '"': {'"', "''", "”"},
    "''": {"''"},
    "‘": {"’", "'"},
    "`": {"'", "’"},
    "'": {"'", "’"},
}


@dataclass(frozen=True, slots=True, order=True)
class Quotation:
    """Tokens ``[start, end)`` including the marks.

    ``open`` is true when no mark closes it (it runs to the end of its paragraph); ``continues`` when it goes on with
    the open quotation of the paragraph before.
    """

    start: int
    end: int
    open: bool = False
    continues: bool = False

    def __contains__(self, token_index: int) -> bool:
        return self.start <= token_index < self.end


@dataclass(frozen=True, slots=True)
class _Mark:
    text: str
    start: int
    end: int


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """The outermost quotations of the document in order; nested ones are part of the outer one."""
    found: list[Quotation] = []
    pending = False
    for start, end in paragraphs(doc):
        here = _in_paragraph(doc, start, end)
        if here and pending and doc[here[0].start].i == _first_word(doc, start, end):
            here[0] = replace(here[0], continues=True)
        pending = bool(here) and here[-1].open and here[-1].end == end
        found.extend(here)
    return tuple(found)


def paragraphs(doc: Doc) -> list[tuple[int, int]]:
    """Token ranges between line breaks that end a sentence; trailing white space is left out."""
    ranges, start = [], 0
    for token in doc:
        if token.is_space and "\n" in token.text and _ends_paragraph(doc, token):
            if token.i > start:
                ranges.append((start, token.i))
            start = token.i + 1
    if start < len(doc):
        ranges.append((start, len(doc)))
    return ranges


def _ends_paragraph(doc: Doc, token: Token) -> bool:
    """Two line breaks always do; a single one only where the parser starts a sentence (hard-wrapped lines do not)."""
    if token.text.count("\n") > 1 or token.i + 1 >= len(doc):
        return True
    return bool(doc[token.i + 1].is_sent_start or token.is_sent_start)


def _first_word(doc: Doc, start: int, end: int) -> int:
    return next((index for index in range(start, end) if not doc[index].is_space), end)


def _in_paragraph(doc: Doc, start: int, end: int) -> list[Quotation]:
    found: list[Quotation] = []
    opened: _Mark | None = None
    marks = _marks(doc, start, end)
    toggles = _apostrophes_open(doc, marks)
    for number, mark in enumerate(marks):
        if opened is None:
            if mark.text in SINGLE and not _closes_later(doc, mark, marks[number + 1 :]):
                continue
            if _may_open(doc, mark, start) or (toggles and mark.text == "''"):
                opened = mark
            elif mark.text in {"''", "”"} and not found:
                found.append(Quotation(_first_word(doc, start, end), mark.end))  # opened before the text begins
                toggles = mark.text == "''" and all(other.text != "``" for other in marks)
        elif mark.text in PARTNERS[opened.text] and _may_close(doc, mark, opened):
            found.append(Quotation(opened.start, mark.end))
            opened = None
    if opened is not None and opened.text not in {"'", "`", "‘"}:
        found.append(Quotation(opened.start, end, open=True))
    return found


def _closes_later(doc: Doc, opened: _Mark, later: list[_Mark]) -> bool:
    """A lone apostrophe ("the '80s") opens nothing."""
    for mark in later:
        if mark.text in PARTNERS.get(opened.text, set()) and _may_close(doc, mark, opened):
            return True
        if mark.text not in SINGLE:
            return False
    return False


def _apostrophes_open(doc: Doc, marks: list[_Mark]) -> bool:
    """Where no back-ticks stand, two apostrophes open as well as close, unless the first closes a cut-off quotation."""
    pairs = [mark for mark in marks if mark.text == "''"]
    if not pairs or any(mark.text == "``" for mark in marks):
        return False
    before = doc[pairs[0].start - 1].text if pairs[0].start else ""
    return before != "," and not (len(pairs) % 2 and before in SENTENCE_ENDS)


def _marks(doc: Doc, start: int, end: int) -> list[_Mark]:
    """Quotation marks; two back-ticks or two apostrophes side by side are one mark."""
    marks, index = [], start
    while index < end:
        text = doc[index].text
        after = doc[index + 1].text if index + 1 < end else ""
        if text in {"`", "'"} and after == text and not doc[index].whitespace_:
            marks.append(_Mark(text * 2, index, index + 2))
            index += 2
            continue
        if text in OPENING or text in CLOSING or text in STRAIGHT:
            marks.append(_Mark(text, index, index + 1))
        index += 1
    return marks


def _may_open(doc: Doc, mark: _Mark, start: int) -> bool:
    if mark.text in {"”", "»", "’"}:
        return False
    if mark.text in OPENING:
        return True
    before = doc[mark.start - 1] if mark.start > start else None
    if mark.text == "'":
        stands_apart = before is None or before.is_space or bool(before.whitespace_)
        return stands_apart and mark.end < len(doc) and not doc[mark.end - 1].whitespace_
    if mark.text == "''":
        return before is None
    return before is None or before.is_space or bool(before.whitespace_) or before.is_punct or mark.end >= len(doc)


def _may_close(doc: Doc, mark: _Mark, opened: _Mark) -> bool:
    if mark.text not in {"'", "’"}:
        return mark.start > opened.end
    return doc[mark.start].dep_ != "case" and doc[mark.start].tag_ != "POS"
