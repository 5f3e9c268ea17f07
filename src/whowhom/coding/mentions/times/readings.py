"""One matched way of saying a time → the days it means, read against the publication and the times said before."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import cast

from whowhom.coding.mentions.times.calendar_ranges import (
    UNKNOWN,
    Tense,
    Unit,
    Value,
    back_from,
    day_value,
    days_value,
    month_value,
    nearest_month,
    nearest_weekday,
    nearest_year,
    real_day,
    season_value,
    shifted,
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


def month_day(match: Match, setting: Setting) -> Value:
    """For "June 19", "19 June 2025", "July 6-7"."""
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
    return day_value(first) if first == last else days_value(first, last)


def numeric_day(match: Match, setting: Setting) -> Value:
    """For "2025-06-19", "19.06.2025"."""
    day = real_day(int(match["year"]), int(match["month"]), int(match["day"]))
    return day_value(day) if day else UNKNOWN


def month_of_year(match: Match, setting: Setting) -> Value:
    """For "June 2024", "May of last year", "in January"."""
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


def day_of_week(match: Match, setting: Setting) -> Value:
    """For "Thursday", "last Tuesday", "next Monday"."""
    if setting.published is None:
        return UNKNOWN
    weekday, relation = _weekday(match["weekday"]), match["relation"]
    side = _side_of(relation) if relation else 0
    day = nearest_weekday(setting.published, weekday, "future" if side > 0 else "past" if side < 0 else setting.tense)
    if side and day == setting.published:
        day += timedelta(weeks=side)
    return day_value(day)


def relative_unit(match: Match, setting: Setting) -> Value:
    """For "last week", "this year", "next month"; weeks run from Monday to Sunday."""
    if setting.published is None:
        return UNKNOWN
    unit, side = _unit(match["unit"]), _side_of(match["relation"])
    if unit == "weekend" and side <= 0:
        return _weekend_before(setting.published, setting.tense, side < 0)
    value = shifted(setting.published, unit, side)
    return _elapsed(value, setting.published) if setting.elapsed and side == 0 else value


def _elapsed(value: Value, published: date) -> Value:
    """For "earlier this year": no later than the publication."""
    if value.when is None or not value.when.start <= published <= value.when.end:
        return value
    return Value(DateRange(value.when.start, published, value.when.precision), value.iso)


def same_unit(match: Match, setting: Setting) -> Value:
    """For "that month", "the same year": of the last time said."""
    return shifted(setting.latest.start, _unit(match["unit"]), 0) if setting.latest else UNKNOWN


def season_of_year(match: Match, setting: Setting) -> Value:
    """For "summer of 2012", "last winter"."""
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


def counted(match: Match, setting: Setting) -> Value:
    """For "two days ago", "a month later": against the publication, or against the last time said.

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


def neighbour_day(match: Match, setting: Setting) -> Value:
    """For "the same day", "the next day", "the previous day": against the last time said."""
    anchor = setting.previous.start if setting.previous is not None else setting.published
    if anchor is None:
        return UNKNOWN
    return day_value(anchor + timedelta(days=_side_of(match["relation"])))


def days_off(offset: int) -> Reading:
    """For "yesterday", "today", "tomorrow": so many days from the publication."""
    def read(match: Match, setting: Setting) -> Value:
        return day_value(setting.published + timedelta(days=offset)) if setting.published else UNKNOWN

    return read


def past_span(match: Match, setting: Setting) -> Value:
    """For "the past two weeks": up to the publication."""
    number = _number(match["number"] or "one")
    if setting.published is None or number is None:
        return UNKNOWN
    return back_from(setting.published, _unit(match["unit"]), number)


def _weekend_before(published: date, tense: Tense, strictly: bool) -> Value:
    """The last Saturday and Sunday; the running or coming one where the verb lies ahead."""
    during = published.weekday() >= 5
    back = strictly if during else strictly or tense != "future"
    return weekend_value(published - timedelta(weeks=1 if back else 0))


def bare_weekend(match: Match, setting: Setting) -> Value:
    """For "at the weekend"."""
    return _weekend_before(setting.published, setting.tense, False) if setting.published else UNKNOWN


def part_of_running_unit(match: Match, setting: Setting) -> Value:
    """For "the end of the month": of the unit that holds the publication; of a year its first or last month."""
    if setting.published is None:
        return UNKNOWN
    if match["unit"].lower() == "year" and match["part"].lower() != "middle":
        return month_value(setting.published.year, 12 if match["part"].lower() == "end" else 1)
    return shifted(setting.published, _unit(match["unit"]), 0)


def bare_year(match: Match, setting: Setting) -> Value:
    """For "2015"."""
    return year_value(int(match["year"]))


def years_range(match: Match, setting: Setting) -> Value:
    """For "2015-16"."""
    first, last = int(match["year"]), match["last"]
    second = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    return years_value(first, second) if first < second else UNKNOWN


def decade(match: Match, setting: Setting) -> Value:
    """For "the 1990s"."""
    digits = match["decade"]
    first = int(digits) if len(digits) == 4 else 1900 + int(digits)
    return years_value(first, first + 9, f"{first // 10:03d}")


def century(match: Match, setting: Setting) -> Value:
    """For "the 19th century"."""
    first = (int(match["century"]) - 1) * 100
    return years_value(max(first, 1), first + 99, f"{first // 100:02d}")


def named_day(match: Match, setting: Setting) -> Value:
    """For "Christmas Day": in its year, else the nearest."""
    name = match["name"].replace("’", "'")
    month, day = read_toml("time_words.toml")["named_days"][name]
    if match["year"]:
        return day_value(date(int(match["year"]), month, day))
    if setting.published is None:
        return UNKNOWN
    return day_value(date(nearest_year(setting.published, month, day, "none"), month, day))


def event_day(match: Match, setting: Setting) -> Value:
    """A day known by its event ("9/11")."""
    return day_value(date.fromisoformat(read_toml("time_words.toml")["events"][match["name"]]))


def clock(match: Match, setting: Setting) -> Value:
    """A time of day; on the last day said, when that was one day."""
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = (match["half"] or "").lower().replace(".", "")
    hour = hour % 12 + 12 if half == "pm" else hour % 12 if half == "am" else hour
    if hour > 23 or minute > 59:
        return UNKNOWN
    return Value(None, f"{hour:02d}:{minute:02d}:00")
