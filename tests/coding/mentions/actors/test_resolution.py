"""Bare mention strings → country and sector."""

from datetime import date

import pytest

from whowhom.coding.mentions.actors.actors import resolve_actor


@pytest.mark.parametrize(
    ("text", "country", "sector"),
    [
        ("Uruguay", "URY", "GOV"),
        ("the Bolivian Ministry of Tourism", "BOL", "GOV"),
        ("Polish border guards", "POL", "COP"),
        ("a former MI6 officer", "GBR", "SPY"),
        ("dock workers in Belgium", "BEL", "LAB"),
        ("a Kenya-based charity", "KEN", "NGO"),
        ("an Iran-backed militia", None, "REB"),
        ("spokesman for the Ugandan army", "UGA", "MIL"),
        ("the Swedish ambassador to India", "SWE", "GOV"),
        ("International Criminal Court", "IGO", "JUD"),
        ("coal", None, None),
    ],
)
def test_head_noun_gives_sector_and_owner_gives_country(text: str, country: str | None, sector: str | None) -> None:
    actor = resolve_actor(text)
    assert (actor.name, actor.country, actor.sector) == (text, country, sector)


def test_context_gives_the_country_that_the_words_leave_out() -> None:
    assert resolve_actor("the coast guard", context="Italian").country == "ITA"
    assert resolve_actor("the Libyan coast guard", context="Italian").country == "LBY"


def test_office_depends_on_the_day() -> None:
    assert resolve_actor("Mark Rutte", on=date(2015, 1, 1)).country == "NLD"
    assert resolve_actor("Mark Rutte", on=date(2025, 1, 1)).country == "IGO"
