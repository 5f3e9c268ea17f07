"""The country of an act, told from its parties."""

from __future__ import annotations

from whowhom.coding.acts.party_places import party_place
from whowhom.core.actor import Actor, Party
from whowhom.core.span import Span

KENYA = Party(Actor("Kenya", "KEN", "GOV"), Span(0, 5))
STUDENTS = Party(Actor("students", "KEN", "CVL"), Span(15, 23))
UGANDA = Party(Actor("Uganda", "UGA", "MIL"))
UNION = Party(Actor("African Union", "IGO", "IGO"), Span(30, 43))


def test_force_falls_where_its_victims_are() -> None:
    place, span = party_place("ASSAULT", (UGANDA,), (STUDENTS,))
    assert place is not None
    assert (place.name, place.country, span) == ("Kenya", "KEN", Span(15, 23))


def test_arrests_are_at_home_only_when_all_are_of_one_country() -> None:
    place, span = party_place("COERCE", (KENYA,), (STUDENTS,))
    assert place is not None
    assert (place.country, span) == ("KEN", Span(0, 5))
    assert party_place("COERCE", (UGANDA,), (STUDENTS,)) == (None, None)


def test_words_happen_nowhere_and_organisations_have_no_ground() -> None:
    assert party_place("ACCUSE", (KENYA,), (STUDENTS,)) == (None, None)
    assert party_place("ASSAULT", (KENYA,), (UNION,)) == (None, None)
