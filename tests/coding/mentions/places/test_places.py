"""Places in sentences: which names are places, and which of several places a name means."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whowhom.coding.mentions.places.nationalities import nationalities
from whowhom.coding.mentions.places.places import places


def named(parser: Language, text: str) -> dict[str, str | None]:
    return {mention.place.name: mention.place.country for mention in places(parser(text))}


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Militias clashed in Tripoli on Monday, Libya's prime minister said.", "Tripoli", "LBY"),
        ("Gunmen fired on a patrol in Tripoli, the Lebanese army said; Lebanon would respond.", "Tripoli", "LBN"),
        ("A tornado hit Paris, Texas, overnight.", "Paris", "USA"),
        ("Ministers gathered in Paris for talks on the war.", "Paris", "FRA"),
        ("Negotiators from the United States and Russia met in Geneva.", "Geneva", "CHE"),
        ("Thousands fled Gaza after the strikes.", "Gaza", "PSE"),
    ],
)
def test_meaning(parser: Language, text: str, name: str, country: str) -> None:
    assert named(parser, text)[name] == country


def test_a_capital_in_capitals_is_known(parser: Language) -> None:
    assert named(parser, "NAIROBI (Wire) - Police in Nairobi dispersed a crowd.") == {"Nairobi": "KEN"}


def test_a_person_is_no_place(parser: Language) -> None:
    assert "Jordan" not in named(parser, "The coach Michael Jordan spoke to reporters for an hour.")
    assert "Washington" not in named(parser, "President George Washington crossed the river.")


def test_spans_hold_the_name(parser: Language) -> None:
    text = "Troops left the northern city of Mosul for Syria's Hasakah province."
    for mention in places(parser(text)):
        assert mention.span.of(text) == mention.place.name
        assert mention.place.latitude is not None


def test_nationalities_are_told_apart_from_places(parser: Language) -> None:
    doc = parser("Kenyan troops and South Korean engineers rebuilt the bridge in Somalia.")
    assert [mention.place.country for mention in nationalities(doc)] == ["KEN", "KOR"]
    assert [mention.place.country for mention in places(doc)] == ["SOM"]


def test_no_text_no_places(parser: Language) -> None:
    assert places(parser("")) == ()
