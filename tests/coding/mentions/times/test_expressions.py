"""Where times stand in a text, before anything is parsed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.coding.mentions.times.expressions import expressions, resolved
from whowhom.coding.mentions.times.readings import Setting


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They left on Thursday (June 19) by sea.", ["Thursday (June 19)"]),
        ("From 2004 to 2009 nobody ruled.", ["2004", "2009"]),
        ("Yesterday afternoon, in late May, it rained.", ["Yesterday", "late May"]),
        ("Some 1,990 soldiers and 2,015 shells cost $2020.", []),
        ("They may march; the august body will march on.", []),
        ("It closed on 3 March 2029 and 2029-04-01.", ["3 March 2029", "2029-04-01"]),
        ("The mid-1980s and the 1990s were worse.", ["mid-1980s", "1990s"]),
    ],
)
def test_words_found(text: str, found: list[str]) -> None:
    assert [text[item.start : item.end] for item in expressions(text)] == found


@given(st.text(alphabet="0123456789 ./-:MayJuneSunday,thlsofnextweek()", max_size=80))
def test_any_text_is_read_without_error_and_without_overlap(text: str) -> None:
    end = 0
    for item in expressions(text):
        assert end <= item.start < item.end
        end = item.end
        when = resolved(item, Setting(None, "none")).when
        assert when is None or when.start <= when.end


def test_a_day_that_the_calendar_lacks_has_no_value() -> None:
    (item,) = expressions("They met on February 30, 2031.")
    assert resolved(item, Setting(None, "none")) == (None, "")
