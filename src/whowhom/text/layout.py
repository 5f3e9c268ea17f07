"""Text → its blocks: metadata, title, datelines, headings and paragraphs, in order and without overlap."""

from __future__ import annotations

import re
from datetime import date

from whowhom.core.document import Block
from whowhom.core.span import Span
from whowhom.text.boilerplate import cut_metadata, marked_metadata
from whowhom.text.dateline import Dateline, dateline_at, dateline_behind_byline
from whowhom.text.dates import read_date, stated_date
from whowhom.text.headline import marked_title
from whowhom.text.lines import ends_sentence, paragraphs_of, trimmed
from whowhom.vocab.load import read_toml

_LONGEST_HEADING = 110
_PROSE_WORDS = 20
_SUMMARIES = 2
_LONGEST_RUN = 2
_SPEAKER = re.compile(r"[A-Z][A-Z .'’-]{2,40}(?:, [A-Z ]{2,30})?: ")
_CROSSHEAD = re.compile(r"[-–—] .{2,80} [-–—]|#{1,6} .+|\*\*.+\*\*")


def _is_prose(text: str, span: Span) -> bool:
    return span.end - span.start > _LONGEST_HEADING or len(span.of(text).split()) >= _PROSE_WORDS


def _dateline(text: str, block: Block, leading: bool) -> Dateline | None:
    if block.kind != "paragraph":
        return None
    return dateline_at(text, block.span, leading) or (dateline_behind_byline(text, block.span) if leading else None)


def _is_transcript(text: str, blocks: list[Block]) -> bool:
    """True when two paragraphs open with a name in capitals and a colon, as speakers do."""
    return sum(bool(_SPEAKER.match(text, block.span.start, block.span.end)) for block in blocks) >= 2


def _marked_datelines(text: str, blocks: list[Block]) -> list[Block]:
    """Every paragraph that opens with a dateline is cut behind it; a summary may stand before the first one."""
    result: list[Block] = []
    prose, leading = 0, not _is_transcript(text, blocks)
    for block in blocks:
        found = _dateline(text, block, leading)
        byline = trimmed(text, block.span.start, found.span.start) if found else None
        if byline is not None:
            result.append(Block("metadata", byline))
        rest = block.span if found is None else trimmed(text, found.span.end, block.span.end)
        if found is not None:
            result.append(Block("dateline", found.span))
        if rest is not None:
            result.append(Block(block.kind, rest))
        prose += block.kind == "paragraph" and rest is not None and _is_prose(text, rest)
        leading = leading and found is None and prose <= _SUMMARIES
    return result


def _is_question(words: str) -> bool:
    return (
        words.endswith("?")
        and words.split()[0].lower().strip("\"'“‘") in read_toml("layout.toml")["boilerplate"]["questions"]
    )


def _looks_like_heading(text: str, span: Span) -> bool:
    """A short line with a capital first and no final punctuation, or a crosshead's own marks around it."""
    if span.end - span.start > _LONGEST_HEADING:
        return False
    words = span.of(text)
    if _CROSSHEAD.fullmatch(words):
        return True
    opener = words.lstrip("\"'“‘«([")[:1]
    if len(words.split()) > 12 or not (opener.isupper() or opener.isdigit()) or words.endswith((",", ";", ":", "-")):
        return False
    return not ends_sentence(words.rstrip("\"'”’»")) or _is_question(words)


def _marked_headings(text: str, blocks: list[Block]) -> list[Block]:
    """Heading-like paragraphs that stand before prose; three of them in a row are a list, not headings."""
    result = list(blocks)
    run: list[int] = []
    for place, block in enumerate(blocks):
        if block.kind == "paragraph" and _looks_like_heading(text, block.span):
            run.append(place)
        elif block.kind != "metadata":
            for heading in run if len(run) <= _LONGEST_RUN else ():
                result[heading] = Block("heading", blocks[heading].span)
            run = []
    return result


def _cut_again(text: str, blocks: list[Block]) -> list[Block]:
    """What stood behind a title on its line may itself open with a label or close with a credit."""
    return [
        part
        for place, block in enumerate(blocks)
        for part in (
            cut_metadata(text, block.span, header=True)
            if block.kind == "paragraph" and place and blocks[place - 1].kind == "title"
            else [block]
        )
    ]


def blocks_of(text: str, title: str = "") -> tuple[Block, ...]:
    """The text's blocks: ordered, disjoint, covering all but white space; ``title`` is looked for when given."""
    blocks = marked_metadata(text, paragraphs_of(text))
    blocks = _cut_again(text, marked_title(text, blocks, title))
    return tuple(_marked_headings(text, _marked_datelines(text, blocks)))


def title_of(text: str, blocks: tuple[Block, ...]) -> str:
    """The words of the title block on one line, or ""."""
    found = next((block for block in blocks if block.kind == "title"), None)
    return " ".join(found.span.of(text).lstrip("# ").split()) if found else ""


def date_of(text: str, blocks: tuple[Block, ...]) -> date | None:
    """The day of publication that the text's own header or first dateline states with its year, or None."""
    for block in blocks:
        words = block.span.of(text)[:200]
        day = stated_date(words) if block.kind == "metadata" else read_date(words) if block.kind == "dateline" else None
        if day is not None:
            return day
        if block.kind == "paragraph" and _is_prose(text, block.span):
            return None
    return None
