"""Dates, names and counts as people read them."""

from __future__ import annotations

from datetime import date

import pytest

from whowhom.cli import wording
from whowhom.core.actor import Actor
from whowhom.core.date_range import DateRange


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "undated"),
        (DateRange(date(2025, 6, 19), date(2025, 6, 19)), "19 Jun 2025"),
        (DateRange(date(2024, 2, 1), date(2024, 2, 29), "month"), "Feb 2024"),
        (DateRange(date(2024, 2, 1), date(2024, 3, 31), "month"), "Feb 2024 – Mar 2024"),
        (DateRange(date(2024, 1, 1), date(2024, 12, 31), "year"), "2024"),
        (DateRange(date(2022, 1, 1), date(2024, 12, 31), "year"), "2022–2024"),
        (DateRange(date(2025, 6, 9), date(2025, 6, 15), "week"), "9–15 Jun 2025"),
        (DateRange(date(2025, 6, 30), date(2025, 7, 6), "week"), "30 Jun – 6 Jul 2025"),
        (DateRange(date(2024, 12, 30), date(2025, 1, 5), "week"), "30 Dec 2024 – 5 Jan 2025"),
    ],
)
def test_dates(when: DateRange | None, words: str) -> None:
    assert wording.dates(when) == words


def test_what_a_text_brings_never_steers_the_terminal() -> None:
    assert wording.clean("a\x1b[31m red\x00\n\tword\u2028") == "a [31m red word"


def test_shorten_cuts_at_a_word() -> None:
    assert wording.shorten("one two three", 9) == "one two …"
    assert wording.shorten("one two", 9) == "one two"


def test_words_with_quotation_marks_of_their_own_stand_in_single_ones() -> None:
    assert wording.quoted("they met on Monday", 40) == "“they met on Monday”"
    assert wording.quoted('"We shall see," she said', 40) == '‘"We shall see," she said’'
    assert wording.quoted("a long\nword", 8) == "“a long …”"


def test_an_igo_is_named_once() -> None:
    assert wording.codes(Actor("United Nations", "IGO", "IGO")) == "IGO"
    assert wording.codes(Actor("army spokesman", "MLI", "MIL", "GOV")) == "MLI MIL GOV"


def test_counts() -> None:
    assert (wording.count(1, "event"), wording.count(1204, "event")) == ("1 event", "1,204 events")
