"""Times in sentences, resolved against the day of publication and the tense of their verb."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from whowhom.coding.mentions.times.times import times

WEDNESDAY = date(2031, 3, 12)


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("The envoy arrived on Friday.", ["2031-03-07"]),
        ("The envoy arrived on Wednesday.", ["2031-03-12"]),
        ("The envoy will arrive on Friday.", ["2031-03-14"]),
        ("The envoy arrived last Wednesday.", ["2031-03-05"]),
        ("The envoy leaves next Wednesday.", ["2031-03-19"]),
        ("The envoy was scheduled to arrive on Monday.", ["2031-03-17"]),
        ("Rebels took the port last week.", ["2031-W10"]),
        ("Rebels took the port two days ago.", ["2031-03-10"]),
        ("The court ruled on March 10.", ["2031-03-10"]),
        ("The court ruled on 20 March.", ["2030-03-20"]),
        ("The court will rule on 20 March.", ["2031-03-20"]),
        ("Voters will choose a parliament early next year.", ["2032"]),
        ("In May of last year the border was closed.", ["2030-05"]),
        ("The army struck on March 3 and again two days later.", ["2031-03-03", "2031-03-05"]),
        ("The army struck on March 3 and the navy the next day.", ["2031-03-03", "2031-03-04"]),
        ("He resigned in October 2029 and she followed later that month.", ["2029-10", "2029-10"]),
        ("The siege began the day before yesterday.", ["2031-03-10"]),
    ],
)
def test_value(parser: Language, text: str, isos: list[str]) -> None:
    assert [mention.iso for mention in times(parser(text), WEDNESDAY)] == isos


def test_since_reaches_to_the_publication(parser: Language) -> None:
    (mention,) = times(parser("The province has been under curfew since November 2029."), WEDNESDAY)
    assert mention.when is not None
    assert (mention.when.start, mention.when.end, mention.when.precision) == (date(2029, 11, 1), WEDNESDAY, "month")
    assert mention.iso == "2029-11"


def test_earlier_this_year_ends_at_the_publication(parser: Language) -> None:
    (mention,) = times(parser("Two banks were closed earlier this year."), WEDNESDAY)
    assert mention.when is not None
    assert (mention.when.start, mention.when.end) == (date(2031, 1, 1), WEDNESDAY)


def test_relative_times_stay_open_without_a_publication_day(parser: Language) -> None:
    found = times(parser("The king left yesterday; he was crowned on 4 June 1999 and ill last year."), None)
    assert [(mention.iso, mention.when is None) for mention in found] == [("", True), ("1999-06-04", False), ("", True)]


def test_spans_and_tokens_agree(parser: Language) -> None:
    doc = parser("On Friday morning, March 7, the guards fled.")
    for mention in times(doc, WEDNESDAY):
        assert doc[mention.start].idx <= mention.span.start < mention.span.end
        assert mention.start <= mention.head < mention.end
