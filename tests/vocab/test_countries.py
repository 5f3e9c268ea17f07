"""``whowhom.vocab.countries``."""

from __future__ import annotations

from whowhom.vocab.countries import all_names, usual_names


def test_a_state_has_one_usual_name_among_its_names() -> None:
    assert usual_names()["GBR"] == "United Kingdom"
    assert set(usual_names().values()) < all_names()


def test_short_forms_count_as_names_and_no_name_is_empty() -> None:
    assert "Britain" in all_names()
    assert "" not in all_names()
