"""Invented passages → whom their words stand for: one name a party, the right country, no things as parties."""

from __future__ import annotations

import pytest

from whowhom.coding.mentions.actors.actors import actors
from whowhom.coding.mentions.parse import load_parser
from whowhom.coding.mentions.places.places import places
from whowhom.coding.mentions.reference.coreference import coreference
from whowhom.core.actor import Actor


def standing_for(text: str) -> list[tuple[str, tuple[Actor, ...]]]:
    """Each mention's words with the actors that they stand for, in order."""
    doc = load_parser()(text)
    found = coreference(doc, actors(doc, None), places(doc))
    return [(mention.span.of(text), mention.actors) for mention in found]


def names(text: str, words: str) -> set[str]:
    """The names that the last mention with those words stands for."""
    return {actor.name for said, found in standing_for(text) if said == words for actor in found}


def country(text: str, words: str) -> str | None:
    """The country of the one actor that the last mention with those words stands for."""
    return [found[0].country for said, found in standing_for(text) if said == words][-1]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Islamic State lost the town. ISIS blamed the army.", "ISIS", {"Islamic State"}),
        ("The United Nations sent aid. Later the U.N. asked for more.", "the U.N.", {"United Nations"}),
        ("The State of Israel replied. Israel closed the crossing.", "State of Israel", {"Israel"}),
        ("The head of a Polish miners union SolG Adam Nowak objected.",
         "The head of a Polish miners union SolG Adam Nowak", {"Adam Nowak"}),
        ("The Union of Concerned Scientists met senators.", "The Union of Concerned Scientists",
         {"Union of Concerned Scientists"}),
    ],
)  # fmt: skip
def test_a_party_has_one_name(text: str, words: str, expected: set[str]) -> None:
    assert names(text, words) == expected


@pytest.mark.parametrize("words", ["the warring parties", "all sides", "rival factions"])
def test_those_who_fight_are_the_armed_group_and_the_army(words: str) -> None:
    text = (
        "The Rapid Support Forces shelled a camp held by the Sudanese Armed Forces. "
        f"The envoy urged {words} to lay down their arms."
    )
    assert names(text, words) == {"Rapid Support Forces", "Sudanese Armed Forces"}


def test_a_groups_fighters_are_the_group() -> None:
    text = "Boko Haram lost two towns. The group's fighters burned a school."
    assert names(text, "The group's fighters") == {"Boko Haram"}


def test_a_noun_after_a_bracketed_short_name_is_owned_by_it() -> None:
    text = "Rapid Support Forces (RSF) fighters shelled a camp."
    assert country(text, "Rapid Support Forces (RSF) fighters") == "SDN"


def test_the_chief_of_an_armed_group_is_the_one_named() -> None:
    text = "Hassan Nasrallah praised the deal. The Hezbollah chief said the war was over."
    assert names(text, "The Hezbollah chief") == {"Hassan Nasrallah"}


def test_the_agent_of_a_passive_goes_on_as_he() -> None:
    text = "The plan was called reckless by the Kenyan envoy, Joseph Mutua. He urged ministers to drop it."
    assert names(text, "He") == {"Joseph Mutua"}


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Brazil spoke first. The international community must act, it said.", "The international community", None),
        ("Peru and its allies signed the text.", "allies", None),
        ("Delegates spoke in Vienna. In Kunduz, a bomb killed five civilians.", "five civilians", "AFG"),
        ("A lorry hit three people in the Nigerian town of Zamfa.", "three people", "NGA"),
        ("Dr Karim Saleh, a spokesman for the Syrian opposition, objected.", "Dr Karim Saleh", "SYR"),
    ],
)
def test_the_country_is_that_of_the_party(text: str, words: str, expected: str | None) -> None:
    assert country(text, words) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Crowds gathered in front of the old gate.", "front"),
        ("The ministers attended a Democracy Summit.", "a Democracy"),
        ("Deep divisions remained in the alliance.", "Deep divisions"),
        ("The plane landed in Jerusalem.", "Jerusalem"),
        ("Troops crossed to the eastern bank of the river.", "the eastern bank"),
    ],
)
def test_things_and_places_are_no_parties(text: str, words: str) -> None:
    assert words not in [said for said, found in standing_for(text) if found]


def test_a_surname_belongs_to_whom_the_text_introduces() -> None:
    text = "The Syrian negotiator Bashar Jaafari left the room. Jaafari blamed the envoy."
    assert names(text, "Jaafari") == {"Bashar Jaafari"}
