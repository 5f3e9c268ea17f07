"""The vocabulary of cues."""

from __future__ import annotations

from whowhom.coding.attribution.cues import FORMS, cues, is_act, relays
from whowhom.vocab.load import read_toml


def test_the_verb_list_is_broad() -> None:
    verbs = {word for form in ("verbs", "to", "object") for word in cues().by_form[form]}
    assert len(verbs) > 400


def test_every_class_says_whether_it_relays_and_whether_it_is_an_act() -> None:
    assert relays("confirm")
    assert not is_act("confirm")
    assert relays("demand")
    assert is_act("demand")
    assert not relays("criticise")
    for name, found in cues().classes.items():
        assert found.gloss, name


def test_no_class_has_a_list_that_nobody_reads() -> None:
    known = {"gloss", "relays", "act", *FORMS}
    table = read_toml("attribution_cues.toml")
    assert all(set(table[name]) <= known for name in cues().classes)


def test_the_complement_decides_the_class() -> None:
    assert cues().kind("to", "ask") == "demand"
    assert cues().kind("phrases", "ask about") == "ask"
    assert cues().kind("verbs", "walk") is None
