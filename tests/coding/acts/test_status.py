"""Whether an act happened, will, might or did not."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whowhom.coding.acts.composition import compose
from whowhom.coding.acts.status import stance


@pytest.mark.parametrize(
    ("text", "verb", "modality", "negated"),
    [
        ("Kenya signed the treaty.", "signed", "fact", False),
        ("Kenya will sign the treaty.", "sign", "future", False),
        ("Kenya said on Monday it would sign the treaty.", "sign", "future", False),
        ("Kenya may sign the treaty.", "sign", "hypothetical", False),
        ("If Kenya signs the treaty, trade can resume.", "signs", "hypothetical", False),
        ("Kenya must sign the treaty.", "sign", "obligation", False),
        ("Kenya has to sign the treaty.", "sign", "obligation", False),
        ("Kenya did not sign the treaty.", "sign", "fact", True),
        ("Kenya will never sign the treaty.", "sign", "future", True),
        ("No country signed the treaty.", "signed", "fact", True),
    ],
)
def test_reads_modals_and_negation(parser: Language, text: str, verb: str, modality: str, negated: bool) -> None:
    token = next(token for token in parser(text) if token.text == verb)
    found = stance(token, token)
    assert (found.modality, found.negated) == (modality, negated)


def test_an_adjective_on_the_noun_moves_it_into_the_future(parser: Language) -> None:
    doc = parser("They discussed the planned visit.")
    noun = next(token for token in doc if token.text == "visit")
    assert stance(noun, noun).modality == "future"


@pytest.mark.parametrize(
    ("frame", "inner", "mode", "result"),
    [
        ("REQUEST", "RETREAT", "release", ("REQUEST", "yield")),
        ("REQUEST", "CONSULT", None, ("REQUEST", "meet")),
        ("REJECT", "AID", None, ("REJECT", "assist")),
        ("AGREE", "RETREAT", "withdraw", ("CONCEDE", None)),
        ("THREATEN", "SANCTION", "expel", ("THREATEN", "expel")),
        ("THREATEN", "ASSAULT", "aerial", ("THREATEN", "violence")),
        ("END", "AID", None, ("SANCTION", "discontinue")),
        ("END", "REQUEST", None, None),
    ],
)
def test_an_outer_act_decides_the_type(
    frame: str, inner: str, mode: str | None, result: tuple[str, str | None] | None
) -> None:
    assert compose(frame, inner, mode) == result
