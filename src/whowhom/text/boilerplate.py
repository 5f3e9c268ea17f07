"""Paragraph → its metadata (bylines, credits, web furniture) cut off from the text proper."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from whowhom.core.document import Block, BlockKind
from whowhom.core.span import Span
from whowhom.text.dates import leading_date, stated_date
from whowhom.text.lines import ends_sentence, trimmed
from whowhom.vocab.load import read_toml

_WINDOW = 400
_LONGEST_METADATA = 600
_HEADER_LINES = 10
_NAME = r"[A-ZÀ-Þ][\w'’.-]*(?: (?:[A-ZÀ-Þ][\w'’.-]*|de|da|del|di|van|von|der|den|bin|al|el|la|ter)){1,4}"
_BYLINE = re.compile(
    rf"(?:By|BY|by|Words by|Story by)[: ]\s*{_NAME}(?:(?:,| and| &|, and) {_NAME})*"
    r"(?:\s*[,|•·–—/(-].{0,80}| in [A-Z][\w ,]{1,40})?"
)
_SIGN_OFF = re.compile(
    r"[a-z]{2,4}(?:[/-][a-z]{2,4})*\s*\([A-Za-z, ]{2,40}\)|[—–-]\s*With assistance (?:by|from) .{2,120}"
)
_BRACKETED = re.compile(
    r"\[[^\[\]]{3,160}(?<!\.)\]|\((?:SOUNDBITE|MUSIC|APPLAUSE|LAUGHTER|CROSSTALK|UNIDENTIFIED)[^()]{0,80}\)"
)
_COPYRIGHT_LINE = re.compile(r"copyright\s*(?:©|\(c\)|\d{4}).*", re.I)
_DESK_NOTE = re.compile(
    r"\((?:additional )?(?:reporting|writing|editing|compiled|translated|edited|written) by [^()]{2,400}\)?$", re.I
)
_TAIL_BRACKET = re.compile(r"[(\[]([^()\[\]\n]{2,120})[)\]]$")
_COPYRIGHT = re.compile(r"(?:©|\(c\) ?(?=\d{4}))[^.!?]{2,80}$")
_POST_SIGNATURE = re.compile(r"[—–-] [^—–\n]{2,60}\(@\w{2,30}\) [A-Z][a-z]+ \d{1,2}, \d{4}$")
_GALLERY_COUNT = re.compile(r"(?:Hide|Show) Caption\s*(?:\d{1,3} of \d{1,3})?$")
_CAPTION_END = re.compile(r"(?:Hide|Show) Caption \d{1,3} of \d{1,3}")
_COUNT = re.compile(r"\d{1,3} of \d{1,3}|\d{1,3}/\d{1,3}")
_ADDRESS = re.compile(r"[^.!?]{0,80}:\s*https?://\S+(?:(?:,| and) https?://\S+)*")
_PAGE = re.compile(r"\([^()]{3,60}\bpage ?[A-Z]?\d+\)")
_WHOLE_LINES = (_SIGN_OFF, _BRACKETED, _COPYRIGHT_LINE, _COUNT, _ADDRESS, _PAGE)
_TAILS = (_DESK_NOTE, _GALLERY_COUNT, _COPYRIGHT, _POST_SIGNATURE)
_IMAGE_CAPTION = re.compile(r"Image (?:copyright|source) .{2,80}? Image caption(?= \S)", re.I)
_UPDATED = re.compile(
    r"\s((?:Updated|Published|Posted|Last updated)\s*:\s*\d{4}-\d\d-\d\d(?:\s+\d\d?:\d\d)?"
    r"(?:\s*By [^()\n]{2,40})?(?:\s*\([^()\n]{2,40}\))?)"
)


@cache
def _words(table: str, key: str) -> tuple[str, ...]:
    return tuple(sorted((word.lower() for word in read_toml("layout.toml")[table][key]), key=len, reverse=True))


@cache
def _capital_labels() -> tuple[str, ...]:
    return tuple(read_toml("layout.toml")["boilerplate"]["capital_labels"])


def _opens(line: str, openings: tuple[str, ...]) -> int:
    """The length of the longest opening at the front of ``line`` (lower case), at a word's end; 0 for none."""
    for opening in openings:
        if line.startswith(opening):
            after = line[len(opening) : len(opening) + 1]
            if not (opening[-1].isalnum() and after.isalnum()):
                return len(opening)
    return 0


@cache
def _source_pattern() -> re.Pattern[str]:
    """A news or picture agency as a whole word, in its own case."""
    tables = read_toml("layout.toml")
    names = [*tables["datelines"]["agencies"], *tables["datelines"]["picture_agencies"]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})(?!\w)")


def is_credit(words: str, bracketed: bool = False) -> bool:
    """True for what names nobody but photographers and agencies: "Mike Stone/AP", "Image: Reuters", "AP - AFP".

    In brackets a first word such as "file" or "courtesy" is enough.
    """
    if len(words) > 120 or ends_sentence(words) or re.search(r"[.!?]\s|\n", words):
        return False
    opening = _opens(words.lower(), _words("boilerplate", "credits"))
    if opening and (bracketed or words[opening - 1] == ":"):
        return True
    found = _source_pattern().search(words)
    if found is None:
        return False
    rest = _source_pattern().sub("", words)
    signed = re.search(r"[/|©]|\bvia\b|\bPhoto\b", words) is not None
    lower = [
        word
        for word in re.findall(r"\w+", rest)
        if word[0].islower() and word not in _words("boilerplate", "credit_words")
    ]
    return not re.search(r"\w", rest) or (signed and not lower)


def _is_bracketed_credit(line: str) -> bool:
    return line[0] in "([" and line[-1] in ")]" and is_credit(line[1:-1], bracketed=True)


def _is_byline(line: str) -> bool:
    return len(line) <= 160 and not ends_sentence(line.rstrip(".")) and _BYLINE.fullmatch(line) is not None


def is_metadata(line: str, header: bool) -> bool:
    """True when the whole line is about the publication and tells nothing; ``header``: near the top of the text."""
    if not any(character.isalnum() for character in line):
        return True
    lower = line.lower()
    if lower.rstrip(" :.…→»›>") in _words("boilerplate", "lines"):
        return True
    if len(line) <= 240 and _opens(lower, _words("boilerplate", "openings")):
        return True
    if _opens(lower, _words("boilerplate", "long_openings")):
        return True
    if len(line) <= 300 and any(phrase in lower for phrase in _words("boilerplate", "phrases")):
        return True
    if len(line) <= 300 and any(pattern.fullmatch(line) for pattern in _WHOLE_LINES):
        return True
    return (
        _is_byline(line) or is_credit(line) or _is_bracketed_credit(line) or (header and stated_date(line) is not None)
    )


def _label(words: str) -> int:
    """The length of the label at the front; some count in capitals only."""
    caption = _IMAGE_CAPTION.match(words)
    if caption:
        return caption.end()
    return _opens(words.lower(), _words("boilerplate", "labels")) or _opens(words, _capital_labels())


def _front(text: str, span: Span, header: bool) -> int:
    """Where the text proper starts, behind labels and a leading date."""
    start = span.start
    while start < span.end:
        ahead = text[start : min(span.end, start + _WINDOW)]
        length = (leading_date(ahead) if header else 0) or _label(ahead)
        rest = trimmed(text, start + length, span.end)
        if not length or rest is None or text[start + length].isalnum() or text[rest.start].islower():
            break
        start = rest.start
    return start


def _back(text: str, start: int, end: int) -> int:
    """Where the text proper ends, before credits in brackets, gallery counts and notes of the desk."""
    while True:
        base = max(start, end - _WINDOW)
        tail = text[base:end]
        found = next((match for pattern in _TAILS if (match := pattern.search(tail))), None)
        bracket = _TAIL_BRACKET.search(tail)
        if found is None and bracket is not None and is_credit(bracket[1], bracketed=True):
            found = bracket
        rest = trimmed(text, start, base + found.start()) if found and found.start() else None
        if rest is None:
            return end
        end = rest.end


def cut_metadata(text: str, span: Span, header: bool = False) -> list[Block]:
    """The paragraph as blocks: metadata before and behind, what is left as a paragraph between."""
    if (
        span.end - span.start <= _LONGEST_METADATA
        and not _IMAGE_CAPTION.match(text, span.start, span.end)
        and is_metadata(span.of(text), header)
    ):
        return [Block("metadata", span)]
    start = _front(text, span, header)
    end = _back(text, start, span.end)
    cuts: list[tuple[BlockKind, int, int]] = [
        ("metadata", span.start, start),
        ("paragraph", start, end),
        ("metadata", end, span.end),
    ]
    found = [(kind, trimmed(text, begin, stop)) for kind, begin, stop in cuts]
    blocks = [Block(kind, part) for kind, part in found if part is not None]
    return [part for block in blocks for part in (_cut_updated(text, block) if header else [block])]


def _cut_updated(text: str, block: Block) -> list[Block]:
    """A headline and its "Updated: 2019-06-03 10:15 (Agencies)" on one line, told apart."""
    if block.kind != "paragraph":
        return [block]
    found = _UPDATED.search(text, block.span.start, min(block.span.end, block.span.start + _WINDOW))
    if found is None or re.search(r"[.!?] ", text[block.span.start : found.start()]):
        return [block]
    cuts: list[tuple[BlockKind, Span | None]] = [
        ("title", trimmed(text, block.span.start, found.start())),
        ("metadata", trimmed(text, found.start(), found.end())),
        ("paragraph", trimmed(text, found.end(), block.span.end)),
    ]
    return [Block(kind, part) for kind, part in cuts if part is not None]


def _picture_by_picture(text: str, span: Span) -> list[Span]:
    """A gallery that a page puts on one line, cut behind each "Hide Caption 3 of 12"."""
    stops = [found.end() for found in _CAPTION_END.finditer(text, span.start, span.end)]
    edges = [span.start, *stops, span.end]
    return [part for start, end in pairwise(edges) if (part := trimmed(text, start, end))]


def marked_metadata(text: str, paragraphs: list[Span]) -> list[Block]:
    """All paragraphs with their metadata cut off, and the links under a closing "Read more" taken with it."""
    blocks: list[Block] = []
    for number, span in enumerate(paragraphs):
        for part in _picture_by_picture(text, span):
            blocks.extend(cut_metadata(text, part, header=number < _HEADER_LINES))
    return _with_closing_links(text, blocks)


def _with_closing_links(text: str, blocks: list[Block]) -> list[Block]:
    """Unpunctuated short lines from a label such as "Read more" to the end of the text are links: metadata too."""
    first = len(blocks)
    while first and (blocks[first - 1].kind == "metadata" or _is_link(text, blocks[first - 1].span)):
        first -= 1
    labels = [place for place in range(first, len(blocks)) if _is_link_label(text, blocks[place])]
    if not first or not labels:
        return blocks
    return [*blocks[: labels[0]], *(Block("metadata", block.span) for block in blocks[labels[0] :])]


def _is_link_label(text: str, block: Block) -> bool:
    words = block.span.of(text).lower().rstrip(" :.…→»›>") if block.kind == "metadata" else ""
    return words in _words("boilerplate", "link_labels")


def _is_link(text: str, span: Span) -> bool:
    words = span.of(text) if span.end - span.start <= 160 else ""
    return bool(words) and not ends_sentence(words) and not words.endswith((":", ","))
