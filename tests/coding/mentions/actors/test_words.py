"""Folded words and look-up in the lexicon of actors."""

import pytest

from whowhom.coding.mentions.actors.lexicon import actor_lexicon, plural_of
from whowhom.coding.mentions.actors.words import fold, key_of, split


@pytest.mark.parametrize(
    ("one", "other"),
    [("Al-Qaeda", "al Qaeda"), ("U.N.", "UN"), ("Côte d’Ivoire", "Cote d'Ivoire"), ("Workers’ Day", "Workers' Day")],
)
def test_spellings_of_one_name_share_a_key(one: str, other: str) -> None:
    assert key_of(one) == key_of(other)


def test_accents_and_letters_without_decomposition_are_folded() -> None:
    assert fold("Kraków") == "krakow"
    assert fold("Løkke") == "lokke"


def test_acronyms_need_capitals() -> None:
    lexicon = actor_lexicon()
    assert lexicon.match(split("US"), 0) is not None
    assert lexicon.match(split("us"), 0) is None
    assert lexicon.match(split("turkey"), 0) is None


def test_the_longest_name_wins() -> None:
    words = split("New York Times")
    found = actor_lexicon().match(words, 0)
    assert found is not None
    assert (found[0], found[1][0].sector) == (3, "JRN")


@pytest.mark.parametrize(
    ("noun", "plural"),
    [("ministry", "ministries"), ("policeman", "policemen"), ("envoy", "envoys"), ("ally", "allies")],
)
def test_plurals_follow_english_rules(noun: str, plural: str) -> None:
    assert plural_of(noun, {"ally": "allies"}) == plural
