"""Days, weeks, months and years, and the nearest of them to a day of publication."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.coding.mentions.times.calendar_ranges import (
    Tense,
    back_from,
    nearest_month,
    nearest_weekday,
    nearest_year,
    season_value,
    shifted,
    week_value,
)
from whowhom.core.date_range import DateRange

WEDNESDAY = date(2031, 3, 12)
DAYS = st.dates(date(1950, 1, 1), date(2090, 12, 31))


@given(DAYS, st.integers(0, 6))
def test_weekday_in_the_past_is_within_the_week_up_to_publication(published: date, weekday: int) -> None:
    day = nearest_weekday(published, weekday, "past")
    assert day.weekday() == weekday
    assert published - timedelta(days=6) <= day <= published


@given(DAYS, st.integers(0, 6))
def test_weekday_ahead_is_within_the_week_from_publication(published: date, weekday: int) -> None:
    day = nearest_weekday(published, weekday, "future")
    assert day.weekday() == weekday
    assert published <= day <= published + timedelta(days=6)


@given(DAYS)
def test_week_runs_from_monday_to_sunday(day: date) -> None:
    when, iso = week_value(day)
    assert when is not None
    assert (when.start.weekday(), when.end.weekday()) == (0, 6)
    assert when.start <= day <= when.end
    assert date.fromisoformat(f"{iso}-1") == when.start


@pytest.mark.parametrize(
    ("month", "day", "tense", "year"),
    [(3, 1, "past", 2031), (3, 13, "past", 2031), (3, 20, "past", 2030), (3, 1, "future", 2032), (12, 9, "none", 2030)],
)
def test_year_of_a_date_without_year(month: int, day: int, tense: Tense, year: int) -> None:
    assert nearest_year(WEDNESDAY, month, day, tense) == year


@pytest.mark.parametrize(
    ("month", "tense", "year"),
    [(3, "past", 2031), (5, "past", 2030), (5, "present", 2031), (1, "future", 2032), (1, "past", 2031)],
)
def test_year_of_a_month_alone(month: int, tense: Tense, year: int) -> None:
    assert nearest_month(WEDNESDAY, month, tense) == year


def test_shift_over_the_end_of_a_year() -> None:
    assert shifted(WEDNESDAY, "month", -3).iso == "2030-12"
    assert shifted(WEDNESDAY, "week", -1).when == DateRange(date(2031, 3, 3), date(2031, 3, 9), "week")
    assert shifted(WEDNESDAY, "decade", -1).when == DateRange(date(2020, 1, 1), date(2029, 12, 31), "year")


def test_winter_reaches_into_the_next_year() -> None:
    assert season_value(2030, 12).when == DateRange(date(2030, 12, 1), date(2031, 2, 28), "month")


def test_span_up_to_publication_keeps_short_months() -> None:
    assert back_from(date(2031, 3, 31), "month", 1).when == DateRange(date(2031, 2, 28), date(2031, 3, 31), "month")
