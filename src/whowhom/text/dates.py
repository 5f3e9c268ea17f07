"""Messy date strings and header lines → the day of publication, or None when they do not say one day."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import cache

from whowhom.vocab.load import read_toml

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_LONGEST = 300
_CLOCK = re.compile(
    r"[T ,|-]*(?:at )?\d{1,2}:\d\d(?::\d\d)?(?:\.\d+)?(?: ?[ap]\.?m\.?)?"
    r"(?:Z|[+-]\d\d:?\d\d| ?(?:GMT|UTC|[ECP][SD]?T))?\b"
)


@cache
def months() -> dict[str, int]:
    """Month names and their short forms in lower case → number."""
    table: dict[str, int] = read_toml("layout.toml")["dates"]["months"]
    return table


@cache
def month_pattern() -> str:
    """An alternation of the month names, longest first, for use in a regular expression that ignores case."""
    return "(?:" + "|".join(sorted(months(), key=len, reverse=True)) + r")\b\.?"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day) if _FIRST_YEAR <= year <= _LAST_YEAR else None
    except ValueError:
        return None


def _number(month: str) -> int:
    return months()[month.lower().rstrip(".")]


def _numeric(match: re.Match[str]) -> date | None:
    """Day and month in numbers: the reading that exists, None when there are two."""
    first, second, year = int(match[1]), int(match[2]), int(match[3])
    readings = {_day(year, second, first), _day(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], date | None]], ...]:
    """Ways to write a day, each with its reading."""
    month, ordinal, year = f"({month_pattern()})", "(?:st|nd|rd|th)?", r"(\d{4})(?!\d)"
    return (
        (
            re.compile(r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)"),
            lambda found: _day(int(found[1]), int(found[3]), int(found[4])),
        ),
        (
            re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?=T\d|\b(?!\.?\d))"),
            lambda found: _day(int(found[1]), int(found[2]), int(found[3])),
        ),
        (
            re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日"),
            lambda found: _day(int(found[1]), int(found[2]), int(found[3])),
        ),
        (
            re.compile(rf"\b{month}\s*(\d{{1,2}}){ordinal}(?!\d),?\s*{year}", re.I),
            lambda found: _day(int(found[3]), _number(found[1]), int(found[2])),
        ),
        (
            re.compile(rf"(?<!\d)(\d{{1,2}}){ordinal}[\s.-]*(?:of\s+)?{month}[\s,-]*{year}", re.I),
            lambda found: _day(int(found[3]), _number(found[2]), int(found[1])),
        ),
        (
            re.compile(rf"(?<!\d){year}[\s,-]*{month}[\s-]*(\d{{1,2}}){ordinal}(?!\d)", re.I),
            lambda found: _day(int(found[1]), _number(found[2]), int(found[3])),
        ),
        (re.compile(r"(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)"), _numeric),
    )


def _epoch(value: float) -> date | None:
    """Seconds (ten digits) or milliseconds (thirteen) since 1970, UTC."""
    if not 1e8 <= value < 1e14:
        return None
    seconds = value / 1000 if value >= 1e11 else value
    moment = datetime.fromtimestamp(seconds, UTC)
    return _day(moment.year, moment.month, moment.day)


def _first(value: str) -> tuple[re.Match[str], date | None] | None:
    """The leftmost date in the words, with its reading."""
    found = [(match, read(match)) for pattern, read in _patterns() if (match := pattern.search(value))]
    return min(found, key=lambda pair: (pair[0].start(), -pair[0].end()), default=None)


def read_date(value: object) -> date | None:
    """The day that a date, a number of seconds or a messy string names; the first, when it names several.

    None for what is missing, is no date, or can be read as two days (03/04/2020). The day is taken as written:
    time zones do not move it.
    """
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _epoch(value)
    words = str(value)[:_LONGEST].strip()
    if re.fullmatch(r"\d{10}|\d{13}", words, re.ASCII):
        return _epoch(int(words))
    found = _first(words)
    return found[1] if found else None


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = sorted(read_toml("layout.toml")["dates"]["labels"], key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, labels))})\b\s*[:|=–—-]?\s*", re.I)


@cache
def _companions() -> frozenset[str]:
    table = read_toml("layout.toml")["dates"]
    return frozenset(table["companions"]) | frozenset(table["weekdays"]) | frozenset(table["labels"])


def stated_date(line: str) -> date | None:
    """The day of a header line that says nothing else: "date 2025-06-19", "Published: 19 June 2025", "June 19, 2025".

    A line with other words is a sentence or a caption, and gives None.
    """
    if len(line) > 120:
        return None
    label = _label_pattern().match(line.strip())
    rest = line.strip()[label.end() :] if label else line.strip()
    found = _first(rest)
    if found is None or found[1] is None:
        return None
    others = rest[: found[0].start()] + " " + rest[found[0].end() :]
    words = re.findall(r"[^\W\d_]+(?:\.[^\W\d_]+)*", others.lower())
    free = [word for word in words if word not in _companions()]
    return found[1] if len(free) <= (1 if label else 0) else None


def leading_date(words: str) -> int:
    """The length of a labelled date at the front ("date 2025-06-19 Ministers meet …" → 15); 0 when there is none."""
    label = _label_pattern().match(words)
    if label is None:
        return 0
    found = _first(words[label.end() : label.end() + 60])
    if found is None or found[0].start() > 12 or found[1] is None:
        return 0
    end = label.end() + found[0].end()
    time = _CLOCK.match(words, end)
    return time.end() if time else end
