"""Which claim answers for two given names, and its classes."""

from __future__ import annotations

import pytest

from made_coding import TEXT
from whowhom.core.span import Span
from whowhom.evaluate.pairs import classes, locate, predict


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


@pytest.mark.parametrize(
    ("text", "source", "target", "root"),
    [
        ("Kenya condemned Uganda on Monday and praised Rwanda.", "Kenya", "Uganda", "ACCUSE"),
        ("Kenya condemned Uganda on Monday and praised Rwanda.", "Kenya", "Rwanda", "SUPPORT"),
        (
            "The fishers' league accused the harbour board of theft.",
            "The fishers' league",
            "the harbour board",
            "ACCUSE",
        ),
        ("Chile agreed to withdraw its troops from the strait.", "Chile", "the strait", "AGREE"),
        ("Chile and Peru signed an agreement on fishing.", "Chile", "Peru", "SUPPORT"),
        ("Chile freed twelve Peruvian fishermen.", "Chile", "twelve Peruvian fishermen", "YIELD"),
    ],
)
def test_the_act_between_source_and_target_is_chosen(text: str, source: str, target: str, root: str) -> None:
    record = {"id": "a", "text": text, "source_actor": source, "target_actor": target}
    assert predict(record)["root"] == root


def test_there_is_always_an_answer() -> None:
    record = {"id": "a", "text": TEXT, "source_actor": "zzz", "target_actor": ""}
    assert set(predict(record)) == {"root", "quad", "binary"}
    assert all(predict({"id": "a", "text": "", "source_actor": "x"}).values())
