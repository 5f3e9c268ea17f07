"""Dates of publication are read from messy strings and header lines, and doubtful ones give None."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.text.dates import leading_date, read_date, stated_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("9:05 AM ET, Sun February 8, 2015", date(2015, 2, 8)),
        ("1 july 2021", date(2021, 7, 1)),
        ("2013-01-30T03:43:55", date(2013, 1, 30)),
        ("2025-03-14 20:30:26Z", date(2025, 3, 14)),
        ("20250614", date(2025, 6, 14)),
        ("20250614T103000Z", date(2025, 6, 14)),
        ("Thu, 19 Jun 2025 10:00:00 GMT", date(2025, 6, 19)),
        ("Sept. 3rd, 1998", date(1998, 9, 3)),
        ("3-Mar-1996", date(1996, 3, 3)),
        ("2016年4月5日", date(2016, 4, 5)),
        ("25/12/2020", date(2020, 12, 25)),
        ("12/25/2020", date(2020, 12, 25)),
        ("04/04/2020", date(2020, 4, 4)),
        (1420385700, date(2015, 1, 4)),
        ("1420385700000", date(2015, 1, 4)),
        (datetime(2020, 2, 3, 23, 59), date(2020, 2, 3)),
        (date(2020, 2, 3), date(2020, 2, 3)),
    ],
)
def test_date_is_read(value: object, expected: date) -> None:
    assert read_date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        "",
        None,
        "03/04/2020",
        "30 February 2020",
        "yesterday",
        "June 2020",
        True,
        7,
        [],
        "12/25/20",
        "2020-13-45",
        "2 days ago",
    ],
)
def test_what_names_no_single_day_gives_none(value: object) -> None:
    assert read_date(value) is None


@given(st.one_of(st.text(), st.floats(), st.integers(), st.binary()))
def test_any_value_gives_a_date_or_none(value: object) -> None:
    assert read_date(value) is None or isinstance(read_date(value), date)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("date 2024-06-02", date(2024, 6, 2)),
        ("Published: 2 June 2024", date(2024, 6, 2)),
        ("June 2, 2024", date(2024, 6, 2)),
        ("Sunday, June 2, 2024 at 9:30 a.m. EDT", date(2024, 6, 2)),
        ("Updated 10:15 GMT, 2 June 2024", date(2024, 6, 2)),
        ("The treaty of 2 June 2024 was signed in Lima", None),
        ("Photo of June 2, 2024 by the army", None),
    ],
)
def test_header_line_states_a_date_only_when_it_says_nothing_else(line: str, expected: date | None) -> None:
    assert stated_date(line) == expected


def test_labelled_date_at_the_front_is_measured_with_its_time() -> None:
    assert leading_date("date 2024-06-02 Ministers meet") == len("date 2024-06-02")
    assert leading_date("Published: 2 June 2024 10:15 GMT Ministers meet") == len("Published: 2 June 2024 10:15 GMT")
    assert leading_date("Ministers meet on 2 June 2024") == 0
