"""Which claim answers for two given names, and its classes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from made_coding import TEXT, coding, span
from whowhom.core.span import Span
from whowhom.evaluate.pairs import choose, classes, locate, predict


@pytest.mark.parametrize(
    ("label", "root", "quad", "binary"),
    [
        ("CONCEDE", "YIELD", "MATERIAL_COOPERATION", "COOPERATION"),
        ("RETREAT", "YIELD", "MATERIAL_COOPERATION", "COOPERATION"),
        ("REQUEST", "REQUEST", "VERBAL_CONFLICT", "CONFLICT"),
        ("CONSULT", "CONSULT", "VERBAL_COOPERATION", "COOPERATION"),
        ("ASSAULT", "ASSAULT", "MATERIAL_CONFLICT", "CONFLICT"),
    ],
)
def test_classes(label: str, root: str, quad: str, binary: str) -> None:
    assert classes(label) == {"root": root, "quad": quad, "binary": binary}


def test_names_are_found_as_they_are_in_other_case_and_by_their_words() -> None:
    text = "The Foreign Ministry of Peru, in Lima, praised the envoys."
    assert locate("the envoys", text) == Span(47, 57)
    assert locate("foreign ministry", text) == Span(4, 20)
    found = locate("Peru's Foreign Ministry", text)
    assert found is not None
    assert "Foreign Ministry" in found.of(text)
    assert locate("nobody here at", text) is None
    assert locate("", text) is None


def test_the_claim_of_source_and_target_is_chosen() -> None:
    claims = coding().claims
    chosen = choose(claims, span("Norway condemned"), span("rebels"))
    assert chosen is not None
    assert chosen.type == "ACCUSE"
    call = choose(claims, span("Lima"), span("Oslo"))
    assert call is not None
    assert call.type == "CONSULT"
    assert choose((), None, None) is None


def test_of_equal_claims_the_nearest_trigger_wins_whatever_the_order() -> None:
    first, again, *_ = coding().claims
    near = replace(again, actors=first.actors, id="near", trigger=replace(again.trigger, span=span("Lima")))
    assert choose((first, near), span("Lima"), None) == choose((near, first), span("Lima"), None) == near


def test_there_is_always_an_answer() -> None:
    record = {"id": "a", "text": TEXT, "source_actor": "zzz", "target_actor": ""}
    assert set(predict(record)) == {"root", "quad", "binary"}
    assert all(predict({"id": "a", "text": "", "source_actor": "x"}).values())
