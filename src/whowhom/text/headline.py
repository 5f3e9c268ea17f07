"""Blocks → blocks with the title told apart, also where it stands on one line with the lead."""

from __future__ import annotations

import re

from whowhom.core.document import Block, BlockKind
from whowhom.core.span import Span
from whowhom.text.dateline import dateline_at, dateline_within
from whowhom.text.lines import ends_sentence, trimmed
from whowhom.vocab.load import read_toml

_SEARCHED_BLOCKS = 15
_LONGEST_TITLE = 250
_LONGEST_SECTION = 40
_KICKER = re.compile(r"(?P<kicker>[A-ZÀ-Þ\d“‘\"'][^:.!?\n]{2,60}): ")
_CLOSING = "\"'”’»)]?!.…"


def _letters(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Letters and digits of the stretch in one case, and the offset of each: what a title is compared by."""
    letters: list[str] = []
    places: list[int] = []
    for place in range(start, end):
        for character in text[place].casefold():
            if character.isalnum():
                letters.append(character)
                places.append(place)
    return "".join(letters), places


def _after_title(text: str, end: int) -> int:
    """The end of the title with the closing marks that belong to it."""
    while end < len(text) and text[end] in _CLOSING:
        end += 1
    return end


def _may_follow(text: str, end: int, limit: int) -> bool:
    """True when a new sentence can begin at ``end``: then the words before it can be a whole title."""
    rest = text[end : min(limit, end + 40)]
    if not rest.strip():
        return True
    if not rest[0].isspace() and rest[0] not in "-–—|:":
        return False
    word = re.match(r"[\s|:–—-]*([\w'’]*)", rest)
    first = word[1] if word else ""
    calendar = read_toml("layout.toml")["dates"]
    if first.lower() in calendar["weekdays"] or (first.lower() in calendar["months"] and first.lower() != "may"):
        return False
    return not first[:1].islower()


def _without_site(title: str) -> str:
    """The title without the site's name behind a bar or dash ("… - The Wire")."""
    return re.sub(r"\s+[|–—-]\s+[^|–—-]{2,40}$", "", title)


def find_title(text: str, span: Span, title: str) -> Span | None:
    """The given title at the front of ``span`` (a section's name of up to 40 characters may stand before it)."""
    key, _ = _letters(title, 0, len(title))
    window = min(span.end, span.start + len(title) * 2 + _LONGEST_SECTION)
    letters, places = _letters(text, span.start, window)
    at = letters.find(key) if len(key) >= 3 else -1
    if at < 0:
        return None
    start, end = places[at], _after_title(text, places[at + len(key) - 1] + 1)
    if "." in text[places[at + len(key) - 1] + 1 : end] and not title.endswith((".", "…")):
        return None  # the lead, which says the title again as a sentence
    while start > span.start and text[start - 1] in "\"'“‘«([":
        start -= 1
    before = text[span.start : start].strip()
    whole = not before and trimmed(text, end, span.end) is None
    if whole:
        return Span(start, min(end, span.end))
    if len(title.split()) < 4 or len(before) > _LONGEST_SECTION or ends_sentence(before):
        return None
    if before and (text[start - 1].isalnum() or dateline_at(text, span)):
        return None
    return Span(start, end) if _may_follow(text, end, span.end) else None


def _cut(text: str, block: Block, title: Span, kind: BlockKind) -> list[Block]:
    cuts: list[tuple[BlockKind, Span | None]] = [
        ("metadata", trimmed(text, block.span.start, title.start)),
        (kind, title),
        ("paragraph", trimmed(text, title.end, block.span.end)),
    ]
    return [Block(name, part) for name, part in cuts if part is not None]


def _with_given_title(text: str, blocks: list[Block], title: str) -> list[Block]:
    """The first block that opens with the title is cut after it; where it stands again it is a heading."""
    result: list[Block] = []
    seen = any(block.kind == "title" for block in blocks)
    for number, block in enumerate(blocks):
        found = None
        labelled = number > 0 and blocks[number - 1].kind == "metadata"
        if block.kind == "paragraph" and (labelled or number < _SEARCHED_BLOCKS):
            found = find_title(text, block.span, title) or find_title(text, block.span, _without_site(title))
        result.extend(_cut(text, block, found, "heading" if seen else "title") if found else [block])
        seen = seen or found is not None
    return result


def _kicker_cut(text: str, span: Span) -> int | None:
    """Where a kicker ("Border dispute: …") stands again: there the headline ends; None without a repetition."""
    opening = _KICKER.match(text, span.start, span.end)
    if opening is None:
        return None
    again = text.find(f" {opening['kicker']}: ", opening.end(), min(span.end, span.start + 500))
    if again < 0 or re.search(r"[.!?][\"'”’]?\s", text[opening.end() : again]):
        return None
    return again + 1


def _kicker_blocks(text: str, block: Block, at: int) -> list[Block]:
    opening = _KICKER.match(text, at, block.span.end)
    stop = opening.end() if opening else at
    cuts: list[tuple[BlockKind, Span | None]] = [
        ("title", trimmed(text, block.span.start, at)),
        ("heading", trimmed(text, at, stop)),
        ("paragraph", trimmed(text, stop, block.span.end)),
    ]
    return [Block(kind, part) for kind, part in cuts if part is not None]


def _is_headline(words: str) -> bool:
    """The look of a headline on a line of its own: 2 to 30 words, a capital first, no full stop."""
    if not 2 <= len(words.split()) <= 30 or len(words) > _LONGEST_TITLE or words.endswith((".", ":", ",", ";")):
        return False
    opener = words.lstrip("\"'“‘«([#")[:1]
    return (opener.isupper() or opener.isdigit()) and not re.search(r"[.!?][\"”’]?\s+[A-Z]", _without_initials(words))


def _without_initials(words: str) -> str:
    return re.sub(r"\b(?:[A-Z]\.)+|\b(?:Mr|Mrs|Ms|Dr|St|Gen|Gov|Sen|Rep|Lt|Col|Sgt|vs|No)\.", "", words)


def _first_prose(blocks: list[Block]) -> int | None:
    return next((place for place, block in enumerate(blocks) if block.kind == "paragraph"), None)


def _shares_words(one: str, other: str) -> bool:
    first, second = set(re.findall(r"\w{3,}", one.casefold())), set(re.findall(r"\w{3,}", other.casefold()))
    return len(first & second) * 2 >= len(first | second) > 0


def _cut_before(text: str, block: Block, start: int) -> list[Block]:
    """A headline, perhaps signed, that ends where a dateline starts."""
    byline = re.search(r"(?:^|\s)[Bb]y [A-ZÀ-Þ][^.!?]{2,80}$", text[block.span.start : start].rstrip())
    stop = block.span.start + byline.start() if byline else start
    cuts: list[tuple[BlockKind, Span | None]] = [
        ("title", trimmed(text, block.span.start, stop)),
        ("metadata", trimmed(text, stop, start)),
        ("paragraph", trimmed(text, start, block.span.end)),
    ]
    return [Block(kind, part) for kind, part in cuts if part is not None]


def _untitled_cut(text: str, blocks: list[Block], place: int, title: str) -> list[Block] | None:
    """The first prose block with a headline that its own shape proves, or None."""
    block = blocks[place]
    again = _kicker_cut(text, block.span)
    if again is not None:
        return _kicker_blocks(text, block, again)
    behind = dateline_within(text, block.span) if dateline_at(text, block.span) is None else None
    if behind is not None:
        return _cut_before(text, block, behind.span.start)
    words = block.span.of(text) if block.span.end - block.span.start <= _LONGEST_TITLE else ""
    followed = any(later.kind == "paragraph" for later in blocks[place + 1 :])
    if followed and _is_headline(words) and dateline_at(text, block.span) is None:
        return [Block("title", block.span)] if not title or _shares_words(words, title) else None
    return None


def marked_title(text: str, blocks: list[Block], title: str = "") -> list[Block]:
    """The blocks with the title marked: the given one where the text holds it, else one that its shape proves.

    Proof is a line of its own before prose, a kicker that stands again after the headline, or a dateline in capitals
    behind it. On one long line nothing else counts.
    """
    if title.strip():
        blocks = _with_given_title(text, blocks, title.strip())
    place = _first_prose(blocks)
    if place is None:
        return blocks
    known = next((block for block in blocks if block.kind == "title"), None)
    if known is None:
        cut = _untitled_cut(text, blocks, place, title)
        return [*blocks[:place], *cut, *blocks[place + 1 :]] if cut else blocks
    return _with_repeated_kicker(text, blocks, place, known)


def _with_repeated_kicker(text: str, blocks: list[Block], place: int, title: Block) -> list[Block]:
    """The title's kicker in front of the summary, as a heading of its own."""
    opening, again = _KICKER.match(text, title.span.start, title.span.end), blocks[place].span
    if opening is None or not text.startswith(f"{opening['kicker']}: ", again.start, again.end):
        return blocks
    stop = again.start + len(opening["kicker"]) + 1
    rest = trimmed(text, stop, again.end)
    cut = [Block("heading", Span(again.start, stop)), *([Block("paragraph", rest)] if rest else [])]
    return [*blocks[:place], *cut, *blocks[place + 1 :]]
