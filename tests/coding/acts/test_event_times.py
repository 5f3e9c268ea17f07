"""Which time belongs to which act."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from whowhom.coding.acts.event_times import event_date
from whowhom.coding.mentions.times.times import times

WEDNESDAY = date(2031, 3, 12)
FILLER = "The river is long. The hills are high. The road is bad. The rains are late. "


def dated(parser: Language, text: str, word: str, status: str = "actual") -> tuple[str | None, str | None]:
    """First day of the act and the words that say it."""
    doc = parser(text)
    trigger = next(token.i for token in doc if token.text == word)
    when, span = event_date(doc, trigger, times(doc, WEDNESDAY), WEDNESDAY, status)
    return when.start.isoformat() if when else None, span.of(text) if span else None


@pytest.mark.parametrize(
    ("text", "word", "day", "said"),
    [
        ("The aide said on Friday that the queen will visit Oslo on Monday.", "said", "2031-03-07", "Friday"),
        ("The aide said on Friday that the queen will visit Oslo on Monday.", "visit", "2031-03-17", "Monday"),
        ("Ministers met in Vienna on Tuesday and signed a treaty.", "signed", "2031-03-11", "Tuesday"),
        ("Jets bombed the port on Sunday, killing two sailors.", "killing", "2031-03-09", "Sunday"),
        ("Talks were held in Geneva last week.", "Talks", "2031-03-03", "last week"),
        ("The union condemned the 2029 massacre.", "condemned", "2031-03-12", None),
        ("The union condemned the 2029 massacre.", "massacre", "2029-01-01", "2029"),
        ("Nine miners died in Monday's raid on the camp.", "died", "2031-03-10", "Monday"),
        ("In January Peru expelled two diplomats.", "expelled", "2031-01-01", "January"),
        ("Police arrested nine students when they marched on Friday.", "arrested", "2031-03-07", "Friday"),
        ("The minister accused Chad of spying.", "accused", "2031-03-12", None),
    ],
)
def test_day(parser: Language, text: str, word: str, day: str, said: str | None) -> None:
    assert dated(parser, text, word) == (day, said)


def test_what_lies_ahead_without_a_date_stays_undated(parser: Language) -> None:
    assert dated(parser, "The queen will visit Oslo.", "visit", "future") == (None, None)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rebels had seized the town.", "seized"),
        ("The senate previously rejected the treaty.", "rejected"),
        (FILLER + "Turkey has rejected the offer.", "rejected"),
        (FILLER + "The envoy praised the governor, who opposed the treaty.", "opposed"),
    ],
)
def test_the_story_so_far_stays_undated(parser: Language, text: str, word: str) -> None:
    assert dated(parser, text, word) == (None, None)


def test_without_a_publication_day_nothing_is_invented(parser: Language) -> None:
    doc = parser("The minister accused Chad of spying.")
    assert event_date(doc, 2, (), None, "actual") == (None, None)
