"""English words for a time → the days they mean: one pattern and one reading for each way of saying it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import cast

from whowhom.coding.mentions.calendar_ranges import (
    UNKNOWN,
    Tense,
    Unit,
    Value,
    back_from,
    day_value,
    month_value,
    nearest_month,
    nearest_weekday,
    nearest_year,
    real_day,
    season_value,
    shifted,
    week_value,
    weekend_value,
    year_value,
    years_value,
)
from whowhom.core.date_range import DateRange
from whowhom.vocab.load import read_toml


@dataclass(frozen=True, slots=True)
class Setting:
    """What a relative time is read against: the day of publication, its verb's tense, the times said before it.

    ``previous`` is the last time of at most a week, ``latest`` the last of any length; ``elapsed`` is true after
    "earlier" or "so far", which end a running month or year at the publication.
    """

    published: date | None
    tense: Tense
    previous: DateRange | None = None
    latest: DateRange | None = None
    elapsed: bool = False


Match = re.Match[str]
Reading = Callable[[Match, Setting], Value]


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


def _number(text: str) -> int | None:
    if text.isdigit():
        return int(text)
    number = read_toml("time_words.toml")["numbers"].get(text.lower())
    return cast("int | None", number)


def _month(text: str) -> int:
    return cast(int, read_toml("time_words.toml")["months"][text.rstrip(".").capitalize()])


def _weekday(text: str) -> int:
    return cast(int, read_toml("time_words.toml")["weekdays"][text.rstrip(".").capitalize()])


def _unit(text: str) -> Unit:
    return cast(Unit, {"centuries": "century"}.get(text.lower(), text.lower().removesuffix("s")))


def _month_day(match: Match, setting: Setting) -> Value:
    month = _month(match["month"])
    if match["year"]:
        year = int(match["year"])
    elif setting.published is not None:
        year = nearest_year(setting.published, month, int(match["day"]), setting.tense)
    else:
        return UNKNOWN
    first = real_day(year, month, int(match["day"]))
    last = real_day(year, month, int(match["last"])) if match["last"] else first
    if first is None or last is None or last < first:
        return UNKNOWN
    return day_value(first) if first == last else Value(DateRange(first, last, "day"), "")


def _numeric(match: Match, setting: Setting) -> Value:
    day = real_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return day_value(day) if day else UNKNOWN


def _month_year(match: Match, setting: Setting) -> Value:
    month = _month(match["month"])
    if match["year"]:
        return month_value(int(match["year"]), month)
    if setting.published is None:
        return UNKNOWN
    if match["relative"]:
        return month_value(setting.published.year + {"last": -1, "next": 1}.get(match["relative"].lower(), 0), month)
    return month_value(nearest_month(setting.published, month, setting.tense), month)


def _side_of(relation: str) -> int:
    return {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "following": 1}.get(relation.lower(), 0)


def _relative_weekday(match: Match, setting: Setting) -> Value:
    if setting.published is None:
        return UNKNOWN
    weekday, relation = _weekday(match["weekday"]), match["relation"]
    side = _side_of(relation) if relation else 0
    day = nearest_weekday(setting.published, weekday, "future" if side > 0 else "past" if side < 0 else setting.tense)
    if side and day == setting.published:
        day += timedelta(weeks=side)
    return day_value(day)


def _relative_unit(match: Match, setting: Setting) -> Value:
    """"last week", "this year", "next month"; weeks run from Monday to Sunday."""
    if setting.published is None:
        return UNKNOWN
    unit, side = _unit(match["unit"]), _side_of(match["relation"])
    if unit == "weekend" and side <= 0:
        past = setting.tense != "future" and setting.published.weekday() < 5
        return weekend_value(setting.published - timedelta(weeks=1 if past or side < 0 < 5 - setting.published.weekday() else 0))
    value = shifted(setting.published, unit, side)
    return _elapsed(value, setting.published) if setting.elapsed and side == 0 else value


def _elapsed(value: Value, published: date) -> Value:
    """"earlier this year": no later than the publication."""
    if value.when is None or not value.when.start <= published <= value.when.end:
        return value
    return Value(DateRange(value.when.start, published, value.when.precision), value.iso)


def _same_unit(match: Match, setting: Setting) -> Value:
    """"that month", "the same year": of the last time said."""
    return shifted(setting.latest.start, _unit(match["unit"]), 0) if setting.latest else UNKNOWN


def _relative_season(match: Match, setting: Setting) -> Value:
    month = cast(int, read_toml("time_words.toml")["seasons"][match["season"].lower()])
    if match["year"]:
        return season_value(int(match["year"]), month)
    if setting.published is None:
        return UNKNOWN
    side = _side_of(match["relation"])
    year = setting.published.year
    if side < 0 and (year, month) >= (setting.published.year, setting.published.month - 2):
        year -= 1
    elif side > 0 and month <= setting.published.month:
        year += 1
    return season_value(year, month)


def _counted(match: Match, setting: Setting) -> Value:
    """"two days ago", "a month later": against the publication, or against the last time said.

    In "comes two days after they met" the time is that of the meeting, so "after" counts back from the publication.
    """
    number, unit, word = _number(match["number"]), _unit(match["unit"]), match["side"].lower()
    onward = word in ("later", "from now", "before")
    anchor = setting.published
    if word in ("earlier", "later") and setting.previous is not None:
        anchor = setting.previous.end if onward else setting.previous.start
    if number is None or anchor is None:
        return UNKNOWN
    return shifted(anchor, unit, number if onward else -number)


def _neighbour_day(match: Match, setting: Setting) -> Value:
    """"the same day", "the next day", "the previous day": against the last time said."""
    anchor = setting.previous.start if setting.previous is not None else setting.published
    if anchor is None:
        return UNKNOWN
    return day_value(anchor + timedelta(days=_side_of(match["relation"])))


def _named(offset: int) -> Reading:
    def read(match: Match, setting: Setting) -> Value:
        return day_value(setting.published + timedelta(days=offset)) if setting.published else UNKNOWN

    return read


def _past_span(match: Match, setting: Setting) -> Value:
    number = _number(match["number"] or "one")
    if setting.published is None or number is None:
        return UNKNOWN
    return back_from(setting.published, _unit(match["unit"]), number)


def _weekend(match: Match, setting: Setting) -> Value:
    if setting.published is None:
        return UNKNOWN
    back = 1 if setting.published.weekday() < 5 and setting.tense != "future" else 0
    return weekend_value(setting.published - timedelta(weeks=back))


def _part_of_running_unit(match: Match, setting: Setting) -> Value:
    """"the end of the month": of the unit that holds the publication; of a year its first or last month."""
    if setting.published is None:
        return UNKNOWN
    if match["unit"].lower() == "year" and match["part"].lower() != "middle":
        return month_value(setting.published.year, 12 if match["part"].lower() == "end" else 1)
    return shifted(setting.published, _unit(match["unit"]), 0)


def _year(match: Match, setting: Setting) -> Value:
    return year_value(int(match["year"]))


def _fiscal_years(match: Match, setting: Setting) -> Value:
    first, last = int(match["year"]), match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return years_value(first, second) if first < second else UNKNOWN


def _decade(match: Match, setting: Setting) -> Value:
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return years_value(first, first + 9, f"{first // 10:03d}")


def _century(match: Match, setting: Setting) -> Value:
    first = (int(match["century"]) - 1) * 100
    return years_value(max(first, 1), first + 99, f"{first // 100:02d}")


def _named_day(match: Match, setting: Setting) -> Value:
    name = match["name"].replace("’", "'")
    month, day = read_toml("time_words.toml")["named_days"][name]
    if match["year"]:
        return day_value(date(int(match["year"]), month, day))
    if setting.published is None:
        return UNKNOWN
    return day_value(date(nearest_year(setting.published, month, day, "none"), month, day))


def _event_day(match: Match, setting: Setting) -> Value:
    return day_value(date.fromisoformat(read_toml("time_words.toml")["events"][match["name"]]))


def _clock(match: Match, setting: Setting) -> Value:
    """A time of day; on the last day said, when that was one day."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 23 or minute > 59:
        return UNKNOWN
    return Value(None, f"{hour:02d}:{minute:02d}:00")


def _alternatives(words: list[str]) -> str:
    return "|".join(re.escape(word).replace("'", "['’]") for word in sorted(words, key=len, reverse=True))


@cache
def patterns() -> tuple[Pattern, ...]:
    """All ways of saying a time, those that take more words first."""
    table = read_toml("time_words.toml")
    full = [word for word in table["months"] if len(word) > 4 or word in ("May", "June", "July")]
    short = [word for word in table["months"] if word not in full]
    month = rf"(?P<month>(?:{_alternatives(full + [w.upper() for w in full])})\b|(?:{_alternatives(short)})\b\.?)"
    days = [word for word in table["weekdays"] if word.endswith("day")]
    short_days = [word for word in table["weekdays"] if word not in days]
    weekday_word = rf"(?:(?:{_alternatives(days)})\b|(?:{_alternatives(short_days)})\b\.?)"
    weekday = rf"(?P<weekday>{_alternatives(days)})\b"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
    last = r"(?:\s?(?:-|–|—|to|and|through|until)\s?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?(?![\d:,.]*\d))?"
    year = r"(?P<year>(?:1[5-9]|20)\d\d)\b"
    number = rf"(?P<number>\d{{1,3}}|{_alternatives([*table['numbers'], *table['vague']['numbers']])})"
    unit = r"(?P<unit>days?|weeks?|months?|years?|decades?|centur(?:y|ies))\b"
    one_unit = r"(?P<unit>week|weekend|month|year|decade|century)\b"
    part = r"(?:(?:early|mid|late|[Ee]arly|[Mm]id|[Ll]ate)[- ])?"
    season = rf"(?P<season>{_alternatives(list(table['seasons']))})\b"
    sources: list[tuple[str, Reading]] = [
        (rf"(?:{weekday_word},?\s+\(?)?\b{month}\s*{day}\b{last}(?:,?\s+{year})?(?![:\d]|,\d{{3}})", _month_day),
        (rf"(?:{weekday_word},?\s+\(?)?\b{day}{last.replace('?(?![', '?(?![')}\s+(?:of\s+)?{month}(?:,?\s+{year})?", _month_day),
        (r"\b(?P<year>(?:19|20)\d\d)-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b", _numeric),
        (r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>(?:19|20)\d\d)\b", _numeric),
        (rf"{part}\b{month},?(?:\s+(?:of\s+)?(?:{year}|(?P<relative>last|this|next)\s+year\b))", _month_year),
        (r"\b(?i:the\s+day\s+before\s+yesterday)\b", _named(-2)),
        (r"\b(?i:the\s+day\s+after\s+tomorrow)\b", _named(2)),
        (r"\b(?i:yesterday|last\s+night)\b", _named(-1)),
        (r"\b(?i:today|tonight|this\s+(?:morning|afternoon|evening))\b", _named(0)),
        (r"\b(?i:tomorrow)\b", _named(1)),
        (rf"\b(?P<relation>(?i:last|next|this|this\s+past|this\s+coming|past|coming))\s+{weekday}", _relative_weekday),
        (rf"{part}\b(?P<relation>(?i:last|next|this|this\s+past|this\s+coming))\s+{one_unit}", _relative_unit),
        (rf"\b(?P<relation>(?i:last|next|this))\s+{season}(?P<year>)", _relative_season),
        (rf"\b(?i:{season})(?:\s+of)?\s+{year}(?P<relation>)", _relative_season),
        (rf"\b(?i:{number}(?:[\s-]+(?:more\s+)?){unit}\s+(?P<side>ago|back|earlier|later|from\s+now))\b", _counted),
        (r"\b(?i:the|that)\s+(?i:(?P<relation>same|very|next|previous|following))\s+day\b", _neighbour_day),
        (rf"\b(?i:(?:the\s+)?(?:past|last)\s+{number}\s+{unit})", _past_span),
        (rf"\b(?i:(?:the\s+)past\s+(?P<number>){unit})", _past_span),
        (rf"\b(?i:(?:the|this)\s+weekend)\b", _weekend),
        (rf"\b(?i:the\s+(?P<part>end|start|beginning|middle)\s+of\s+(?:the|this)\s+{one_unit})", _part_of_running_unit),
        (rf"\b(?i:(?:that|the\s+same|that\s+same)\s+{one_unit})", _same_unit),
        (rf"\b(?i:{number}\s+{unit}\s+(?P<side>after))(?=\s+(?:[\w.'’-]+\s+){{0,8}}?[a-z]+ed\b)", _counted),
        (rf"\b(?P<name>{_alternatives(list(table['named_days']))})\b(?:,?\s+{year})?", _named_day),
        (rf"\b(?P<name>{_alternatives(list(table['events']))})(?!\w)", _event_day),
        (rf"{part}(?:\b|['’])(?P<decade>(?:1[5-9]|20)\d0|(?<=['’])\d0)['’]?s\b", _decade),
        (r"\b(?i:the\s+)?(?P<century>\d\d)(?:th|st)[ -](?i:century)\b", _century),
        (rf"{part}\b{month}(?P<year>)(?P<relative>)(?!\w)", _month_year),
        (rf"{weekday}(?P<relation>)", _relative_weekday),
        (r"\b(?P<hour>[0-2]?\d)(?::(?P<minute>[0-5]\d)(?:\s?(?P<half>[AaPp]\.?[Mm]\b\.?))?)", _clock),
        (r"\b(?P<hour>1?\d)\s?(?P<half>[AaPp]\.?[Mm]\b\.?)(?P<minute>)", _clock),
        (r"(?<![\d$£€#/.,-])\b(?P<year>(?:19|20)\d\d)[-–/](?P<last>\d\d(?:\d\d)?)\b", _fiscal_years),
        (rf"(?<![\d$£€#/.,-]){part}\b(?P<year>(?:1[6-9]|20)\d\d)\b(?![\d$%]|[.,]\d|-?(?:strong|km|kg|mile)\b)", _year),
    ]
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
