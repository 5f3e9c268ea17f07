"""English words for a time → where they stand and how to read them: one pattern for each way of saying it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from whowhom.coding.mentions.times.calendar_ranges import UNKNOWN, Value
from whowhom.coding.mentions.times.readings import (
    Match,
    Reading,
    Setting,
    bare_weekend,
    bare_year,
    century,
    clock,
    counted,
    day_of_week,
    days_off,
    decade,
    event_day,
    month_day,
    month_of_year,
    named_day,
    neighbour_day,
    numeric_day,
    part_of_running_unit,
    past_span,
    relative_unit,
    same_unit,
    season_of_year,
    years_range,
)
from whowhom.vocab.load import read_toml


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of saying a time; where several fit, the earlier in the list of patterns wins."""

    regex: re.Pattern[str]
    read: Reading


@dataclass(frozen=True, slots=True)
class Expression:
    """A time found in a text, not yet resolved: character range, and how to read it."""

    start: int
    end: int
    match: Match
    read: Reading


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class _Pieces:
    """Parts of patterns, made of the vocabulary; those with a group carry its name."""

    month: str
    weekday_word: str
    weekday: str
    number: str
    season: str
    named_day: str
    event: str
    day: str = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    last: str = r"(?:\s?(?:-|–|—|to|and|through|until)\s?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:,.]*\d))?"
    year: str = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
    unit: str = r"(?P<unit>days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b"
    one_unit: str = r"(?P<unit>week|weekend|month|year|decade|century)\b"
    part: str = r"(?:(?:early|mid|late|[Ee]arly|[Mm]id|[Ll]ate)[- ])?"


def _pieces() -> _Pieces:
    table = read_toml("time_words.toml")
    full = [word for word in table["months"] if len(word) > 4 or word in ("May", "June", "July")]
    short = [word for word in table["months"] if word not in full]
    days = [word for word in table["weekdays"] if word.endswith("day")]
    short_days = [word for word in table["weekdays"] if word not in days]
    capitals = [word.upper() for word in full]
    numbers = [*table["numbers"], *table["vague"]["numbers"]]
    return _Pieces(
        month=rf"(?P<month>(?:{_alternatives([*full, *capitals])})\b|(?:{_alternatives(short)})\b\.?)",
        weekday_word=rf"(?:(?:{_alternatives(days)})\b|(?:{_alternatives(short_days)})\b\.?)",
        weekday=rf"(?P<weekday>{_alternatives(days)})\b",
        number=rf"(?P<number>\d{{1,3}}|{_alternatives(numbers)})",
        season=rf"(?P<season>{_alternatives(list(table['seasons']))})\b",
        named_day=rf"(?P<name>{_alternatives(list(table['named_days']))})\b",
        event=rf"(?P<name>{_alternatives(list(table['events']))})",
    )


def _dates(p: _Pieces) -> list[tuple[str, Reading]]:
    """Dates of the calendar that name a month and a day or a year."""
    opening = rf"(?:{p.weekday_word},?\s+(?P<open>\()?)?\b"
    closing = r"(?(open)\)?)"
    return [
        (rf"{opening}{p.month}\s*{p.day}\b{p.last}(?:,?\s+{p.year})?(?![:\d]|,\d{{3}}){closing}", month_day),
        (rf"{opening}{p.day}{p.last}\s+(?:of\s+)?{p.month}(?:,?\s+{p.year})?{closing}", month_day),
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", numeric_day),
        (r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b", numeric_day),
        (rf"{p.part}\b{p.month},?\s+(?:of\s+)?(?:{p.year}|(?P<relative>last|this|next)\s+year\b)", month_of_year),
    ]


def _relatives(p: _Pieces) -> list[tuple[str, Reading]]:
    """Times that are told from the day of publication or from the time said before."""
    side = r"\b(?P<relation>(?i:last|next|this|this\s+past|this\s+coming))"
    share = "(?P<part>end|start|beginning|middle)"
    clause = r"(?=\s+(?:[\w.'’-]+\s+){0,8}?[a-z]+ed\b)"
    return [
        (r"\b(?i:the\s+day\s+before\s+yesterday)\b", days_off(-2)),
        (r"\b(?i:the\s+day\s+after\s+tomorrow)\b", days_off(2)),
        (r"\b(?i:yesterday|last\s+night)\b", days_off(-1)),
        (r"\b(?i:today|tonight|this\s+(?:morning|afternoon|evening))\b", days_off(0)),
        (r"\b(?i:tomorrow)\b", days_off(1)),
        (rf"\b(?P<relation>(?i:last|next|this|this\s+past|this\s+coming|past|coming))\s+{p.weekday}", day_of_week),
        (rf"{p.part}{side}\s+{p.one_unit}", relative_unit),
        (rf"{side}\s+{p.season}(?P<year>)", season_of_year),
        (rf"\b(?i:{p.season})(?:\s+of)?\s+{p.year}(?P<relation>)", season_of_year),
        (rf"\b(?i:{p.number}[\s-]+(?:more\s+)?{p.unit}\s+(?P<side>ago|back|earlier|later|from\s+now))\b", counted),
        (r"\b(?i:the|that)\s+(?i:(?P<relation>same|very|next|previous|following))\s+day\b", neighbour_day),
        (rf"\b(?i:(?:the\s+)?(?:past|last)\s+{p.number}\s+{p.unit})", past_span),
        (rf"\b(?i:the\s+past\s+(?P<number>){p.unit})", past_span),
        (r"\b(?i:(?:the|this)\s+weekend)\b", bare_weekend),
        (rf"\b(?i:the\s+{share}\s+of\s+(?:the|this)\s+{p.one_unit})", part_of_running_unit),
        (rf"\b(?i:(?:that|the\s+same|that\s+same)\s+{p.one_unit})", same_unit),
        (rf"\b(?i:{p.number}\s+{p.unit}\s+(?P<side>after)){clause}", counted),
    ]


def _bare(p: _Pieces) -> list[tuple[str, Reading]]:
    """Single words and numbers: named days, decades, months, weekdays, hours, years."""
    not_amount = r"\b(?![\d$%]|[.,]\d|-?(?:strong|km|kg|mile)\b)"
    return [
        (rf"\b{p.named_day}(?:,?\s+{p.year})?", named_day),
        (rf"\b{p.event}(?!\w)", event_day),
        (rf"{p.part}(?:\b|['’])(?P<decade>(?:1[5-9]|20)\d0|(?<=['’])\d0)['’]?s\b", decade),
        (r"\b(?i:the\s+)?(?P<century>\d\d)(?:th|st)[ -](?i:century)\b", century),
        (rf"{p.part}\b{p.month}(?P<year>)(?P<relative>)(?!\w)", month_of_year),
        (rf"{p.weekday}(?P<relation>)", day_of_week),
        (r"\b(?P<hour>[0-2]?\d)(?::(?P<minute>[0-5]\d)(?:\s?(?P<half>[AaPp]\.?[Mm]\b\.?))?)", clock),
        (r"\b(?P<hour>1?\d)\s?(?P<half>[AaPp]\.?[Mm]\b\.?)(?P<minute>)", clock),
        (r"(?<![\d$£€#/.,-])\b(?P<year>(?:19|20)\d\d)[-–/](?P<last>\d\d(?:\d\d)?)\b", years_range),
        (rf"(?<![\d$£€#/.,-]){p.part}\b(?P<year>(?:1[6-9]|20)\d\d){not_amount}", bare_year),
    ]


@cache
def patterns() -> tuple[Pattern, ...]:
    """All ways of saying a time, those that take more words first."""
    pieces = _pieces()
    sources = [*_dates(pieces), *_relatives(pieces), *_bare(pieces)]
    return tuple(Pattern(re.compile(source), read) for source, read in sources)


def expressions(text: str) -> Iterator[Expression]:
    """The times of ``text`` in order; none overlaps another."""
    taken = bytearray(len(text) + 1)
    found: list[Expression] = []
    for pattern in patterns():
        for match in pattern.regex.finditer(text):
            start, end = match.span()
            if not any(taken[start:end]):
                taken[start:end] = b"\x01" * (end - start)
                found.append(Expression(start, end, match, pattern.read))
    yield from sorted(found, key=lambda expression: expression.start)


def resolved(expression: Expression, setting: Setting) -> Value:
    """The days that an expression means in its setting; UNKNOWN where the calendar ends."""
    try:
        return expression.read(expression.match, setting)
    except (OverflowError, ValueError):
        return UNKNOWN
