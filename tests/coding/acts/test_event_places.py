"""Which place belongs to which act."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whowhom.coding.acts.event_places import event_place
from whowhom.coding.mentions.places.places import places


def placed(parser: Language, text: str, word: str, material: bool = False) -> tuple[str, str | None] | None:
    doc = parser(text)
    trigger = next(token.i for token in doc if token.text == word)
    place, span = event_place(doc, trigger, places(doc), material)
    assert (place is None) == (span is None)
    return (place.name, place.country) if place else None


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("Ministers met in Vienna on Tuesday.", "met", ("Vienna", "AUT")),
        ("Ministers met in Vienna on Tuesday and signed a treaty.", "signed", ("Vienna", "AUT")),
        ("The queen paid a visit to Oslo in May.", "visit", ("Oslo", "NOR")),
        ("Jets bombed Aleppo overnight.", "bombed", ("Aleppo", "SYR")),
        ("US strikes on militia positions near Mosul killed nine men.", "strikes", ("Mosul", "IRQ")),
        ("French troops withdrew from Gao in northern Mali.", "withdrew", ("Gao", "MLI")),
        ("Diplomats praised the Geneva talks.", "talks", ("Geneva", "CHE")),
        ("The aide said in Cairo that the queen visited Oslo.", "visited", ("Oslo", "NOR")),
        ("The minister accused France of spying.", "accused", None),
        ("Turkey condemned the US attack.", "attack", None),
    ],
)
def test_place(parser: Language, text: str, word: str, place: tuple[str, str] | None) -> None:
    assert placed(parser, text, word) == place


def test_scene_is_taken_for_material_acts_only(parser: Language) -> None:
    text = "Fighting broke out in Goma on Monday. Gunmen killed nine miners."
    assert placed(parser, text, "killed") is None
    assert placed(parser, text, "killed", material=True) == ("Goma", "COD")
