"""Datelines of the wires are found with their separator, and look-alikes are left alone."""

import pytest

from whowhom.core.span import Span
from whowhom.text.dateline import dateline_at, dateline_within

REST = "The two ministers signed the accord on fishing rights."


@pytest.mark.parametrize(
    ("opening", "place", "agency"),
    [
        ("MADRID (Reuters) - ", "MADRID", "Reuters"),
        ("LIMA, Peru — ", "LIMA", ""),
        ("LIMA, Peru (AP) -- ", "LIMA", "AP"),
        ("HANOI, July 3 (Xinhua) -- ", "HANOI", "Xinhua"),
        ("HANOI, 3 July 2019 (VNA) – ", "HANOI", "VNA"),
        ("MOSCOW, July 3. /TASS/. ", "MOSCOW", "TASS"),
        ("MOSCOW. July 3 (Interfax) - ", "MOSCOW", "Interfax"),
        ("QUITO/BOGOTA — ", "QUITO/BOGOTA", ""),
        ("MEXICO CITY (AP) _ ", "MEXICO CITY", "AP"),
        ("ST. PETERSBURG, Russia (AFP) - ", "ST. PETERSBURG", "AFP"),
        ("(AP) — ", "", "AP"),
        ("(CNN) ", "", "CNN"),
        ("July 3 (UPI) -- ", "", "UPI"),
        ("Nairobi: ", "Nairobi", ""),
        ("New Delhi, July 3 (PTI) ", "New Delhi", "PTI"),
        ("Brussels, 14 March 2013 - ", "Brussels", ""),
        ("Beirut, Lebanon – ", "Beirut", ""),
        ("Zabol, Iran — ", "Zabol", ""),
        ("QUETTA: ", "QUETTA", ""),
        ("Seoul, Nov. 9 (Yonhap) -- ", "Seoul", "Yonhap"),
    ],
)
def test_dateline_is_found_with_place_and_agency(opening: str, place: str, agency: str) -> None:
    text = opening + REST
    found = dateline_at(text, Span(0, len(text)))
    assert found is not None
    assert (found.span.of(text), found.place, found.agency) == (opening.rstrip(), place, agency)


@pytest.mark.parametrize(
    "text",
    [
        "Chad — which borders the region — closed its embassy.",
        "The European Union (EU) Commission said it would wait.",
        "BREAKING: Parliament dissolved.",
        "FILE - The bridge in June.",
        "ANNA BERG, HOST: Good morning to all of you.",
        "NATO said on Monday it would send ships.",
        "Ivanov: We will not sign this paper.",
        "WATER POLICY TEST SERIES – 2018",
        "Moscow-based analysts doubt it.",
        "A RIVER runs through it - and the border too.",
    ],
)
def test_look_alike_is_no_dateline(text: str) -> None:
    assert dateline_at(text, Span(0, len(text))) is None


def test_city_alone_on_its_line_is_a_dateline() -> None:
    found = dateline_at("Ankara:", Span(0, 7))
    assert found is not None
    assert found.place == "Ankara"


def test_city_with_colon_counts_only_before_the_story_has_begun() -> None:
    text = "Ankara: " + REST
    assert dateline_at(text, Span(0, len(text)), leading=False) is None


def test_dateline_behind_a_headline_on_one_line() -> None:
    text = "Ministers sign fishing accord OSLO (Reuters) - " + REST
    found = dateline_within(text, Span(0, len(text)))
    assert found is not None
    assert found.span.of(text) == "OSLO (Reuters) -"


def test_capitals_behind_a_whole_sentence_are_no_dateline_of_a_headline() -> None:
    text = "The talks ended. OSLO — long a mediator — was silent."
    assert dateline_within(text, Span(0, len(text))) is None
