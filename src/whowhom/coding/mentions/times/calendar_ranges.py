"""Days, weeks, months and years as ranges of days, and the nearest of them before or after a day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal, NamedTuple

from whowhom.core.date_range import DateRange, Precision

Tense = Literal["past", "present", "future", "none"]
Unit = Literal["day", "week", "weekend", "month", "year", "decade", "century"]


class Value(NamedTuple):
    """A range of days, if known, and its ISO 8601 form at its own precision ("" when unknown)."""

    when: DateRange | None
    iso: str


UNKNOWN = Value(None, "")


def day_value(day: date) -> Value:
    """One day."""
    return Value(DateRange(day, day, "day"), day.isoformat())


def days_value(first: date, last: date) -> Value:
    """Several days; an ISO 8601 interval."""
    return Value(DateRange(first, last, "day"), f"{first.isoformat()}/{last.isoformat()}")


def week_value(day: date) -> Value:
    """The Monday to Sunday that hold ``day``."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = day.isocalendar()
    return Value(DateRange(monday, monday + timedelta(days=6), "week"), f"{year:04d}-W{week:02d}")


def weekend_value(day: date) -> Value:
    """The Saturday and Sunday of the week that holds ``day``."""
    saturday = day - timedelta(days=day.weekday()) + timedelta(days=5)
    return days_value(saturday, saturday + timedelta(days=1))


def month_value(year: int, month: int) -> Value:
    """One month of a year."""
    last = monthrange(year, month)[1]
    return Value(DateRange(date(year, month, 1), date(year, month, last), "month"), f"{year:04d}-{month:02d}")


def year_value(year: int) -> Value:
    """One year."""
    return Value(DateRange(date(year, 1, 1), date(year, 12, 31), "year"), f"{year:04d}")


def years_value(first: int, last: int, iso: str = "") -> Value:
    """Several years, such as a decade."""
    return Value(DateRange(date(first, 1, 1), date(last, 12, 31), "year"), iso)


def season_value(year: int, month: int) -> Value:
    """The three months from ``month`` of ``year`` on (winter reaches into the next year)."""
    last_year, last_month = divmod(year * 12 + month - 1 + 2, 12)
    end = date(last_year, last_month + 1, monthrange(last_year, last_month + 1)[1])
    return Value(DateRange(date(year, month, 1), end, "month"), "")


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shifted_month(day: date, months: int) -> tuple[int, int]:
    """Year and month, ``months`` after (before, if negative) the month of ``day``."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return year, month + 1


def shifted_day(day: date, months: int) -> date:
    """The same day of the month ``months`` later, or the month's last."""
    year, month = shifted_month(day, months)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def shifted(day: date, unit: Unit, count: int) -> Value:
    """The ``unit`` that lies ``count`` units after (before, if negative) the one that holds ``day``.

    Raises OverflowError or ValueError beyond the years 1 to 9999.
    """
    if unit == "day":
        return day_value(day + timedelta(days=count))
    if unit == "week":
        return week_value(day + timedelta(weeks=count))
    if unit == "weekend":
        return weekend_value(day + timedelta(weeks=count))
    if unit == "month":
        return month_value(*shifted_month(day, count))
    if unit == "year":
        return year_value(day.year + count)
    span = 10 if unit == "decade" else 100
    first = (day.year // span + count) * span
    return years_value(first, first + span - 1)


def nearest_weekday(published: date, weekday: int, tense: Tense) -> date:
    """The day that a bare weekday means: the last one up to the day of publication, or for the future the next one."""
    back = (published.weekday() - weekday) % 7
    if tense in ("future", "present") and back:
        return published + timedelta(days=7 - back)
    return published - timedelta(days=back)


def nearest_year(published: date, month: int, day: int, tense: Tense) -> int:
    """The year that a date without year means, by the tense of its verb; else the year in which it is nearest.

    A report may be dated a day before the act where it was written further west, so the past reaches one day on.
    """
    options = [(year, real_day(year, month, day) or date(year, month, 28)) for year in _years_around(published)]
    if tense == "past":
        return max(year for year, when in options if when <= published + timedelta(days=1))
    if tense == "future":
        return min(year for year, when in options if when >= published)
    return min(options, key=lambda option: abs((option[1] - published).days))[0]


def _years_around(published: date) -> range:
    return range(max(1, published.year - 2), min(9999, published.year + 2) + 1)


def nearest_month(published: date, month: int, tense: Tense) -> int:
    """The year that a month alone means; the month of publication is this year's."""
    if month == published.month:
        return published.year
    if tense == "future":
        return published.year if month > published.month else published.year + 1
    if tense == "present" and 0 < month - published.month <= 6:
        return published.year
    return published.year if month < published.month else published.year - 1


def back_from(published: date, unit: Unit, count: int) -> Value:
    """The ``count`` units up to the day of publication ("over the past year")."""
    if unit in ("day", "week", "weekend"):
        start = published - timedelta(days=count * (1 if unit == "day" else 7))
    else:
        start = shifted_day(published, -count * {"month": 1, "year": 12, "decade": 120, "century": 1200}[unit])
    precision: dict[Unit, Precision] = {"day": "day", "week": "week", "weekend": "week", "month": "month"}
    return Value(DateRange(start, published, precision.get(unit, "year")), "")
