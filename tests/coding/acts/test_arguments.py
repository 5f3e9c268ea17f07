"""Deep arguments of verbs: passives, control, gaps, coordination."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax


def word(parser: Language, text: str, form: str) -> Token:
    return next(token for token in parser(text) if token.text == form)


def texts(tokens: tuple[Token, ...]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize(
    ("text", "verb", "subject", "target"),
    [
        ("Norway expelled the diplomats.", "expelled", ["Norway"], ["diplomats"]),
        ("The diplomats were expelled by Norway.", "expelled", ["Norway"], ["diplomats"]),
        ("The diplomats were expelled.", "expelled", [], ["diplomats"]),
        ("Peru and Chile condemned the raid.", "condemned", ["Peru", "Chile"], ["raid"]),
        ("Peru condemned the raid and recalled its ambassador.", "recalled", ["Peru"], ["ambassador"]),
        ("The general, who ordered the raid, resigned.", "ordered", ["general"], ["raid"]),
        ("Kenya promised to withdraw its troops.", "withdraw", ["Kenya"], ["troops"]),
        ("Kenya accused Uganda of arming the rebels.", "arming", ["Uganda"], ["rebels"]),
        ("After meeting the king, the minister left.", "meeting", ["minister"], ["king"]),
        ("Forces backed by Turkey entered the town.", "backed", ["Turkey"], ["Forces"]),
    ],
)
def test_finds_who_and_whom(parser: Language, text: str, verb: str, subject: list[str], target: list[str]) -> None:
    token = word(parser, text, verb)
    assert texts(syntax.subjects(token)) == subject
    assert texts(syntax.objects(token)) == target


def test_the_addressee_of_an_order_is_the_subject_of_its_clause(parser: Language) -> None:
    token = word(parser, "Ghana urged Togo to reopen the border.", "urged")
    assert "Togo" in texts(syntax.complement_subjects(token))


def test_nested_prepositions_count_under_their_last_word(parser: Language) -> None:
    token = word(parser, "Fiji pulled out of the treaty with Samoa.", "pulled")
    assert texts(syntax.prepositional(token)["of"]) == ["treaty"]
