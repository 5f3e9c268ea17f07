"""Which clauses share time and place."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from whowhom.coding.acts.clauses import companions, owners, saying_verb


def word(parser: Language, text: str, form: str) -> Token:
    return next(token for token in parser(text) if token.text == form)


@pytest.mark.parametrize(
    ("text", "form", "shared"),
    [
        ("Jets bombed the port, killing two sailors.", "killing", ["killing", "bombed"]),
        ("They met and signed a treaty.", "signed", ["signed", "met"]),
        ("They met and will sign a treaty.", "sign", ["sign"]),
        ("The two sides agreed to meet.", "meet", ["meet"]),
        ("The union condemned the massacre.", "massacre", ["massacre"]),
        ("The two sides held talks.", "talks", ["talks", "held"]),
    ],
)
def test_owners(parser: Language, text: str, form: str, shared: list[str]) -> None:
    assert [token.text for token in owners(word(parser, text, form))] == shared


def test_companions(parser: Language) -> None:
    token = word(parser, "Police arrested nine students when they marched.", "arrested")
    assert [verb.text for verb in companions(token)] == ["marched"]


def test_saying_verb(parser: Language) -> None:
    text = "The army said its drones hit a depot."
    saying = saying_verb(word(parser, text, "hit"))
    assert saying is not None
    assert saying.text == "said"
    assert saying_verb(word(parser, text, "said")) is None
