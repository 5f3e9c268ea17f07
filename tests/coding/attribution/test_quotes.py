"""Where quotations begin and end."""

from __future__ import annotations

import pytest
from spacy.language import Language

from whowhom.coding.attribution.quotes import quotations


def quoted(parser: Language, text: str) -> list[str]:
    doc = parser(text)
    return [doc[quote.start : quote.end].text for quote in quotations(doc)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He said “we won” and left.", ["“we won”"]),
        ('He said "we won" and "they lost" today.', ['"we won"', '"they lost"']),
        ("He said `` we won '' today .", ["`` we won ''"]),
        ("He said '' we won '' today .", ["'' we won ''"]),
        ("He said « we won » today.", ["« we won »"]),
        ("The leader says ‘we will not go’ again", ["‘we will not go’"]),
        ("He said “they cried ‘help’ twice” today.", ["“they cried ‘help’ twice”"]),
        ("In the '80s the party's chief said “no”.", ["“no”"]),
        ("The soldiers' wives can't leave; Russia’s army won’t help.", []),
        ("We never left , '' he said .", ["We never left , ''"]),
        ("", []),
    ],
)
def test_marks_of_every_style_are_paired(parser: Language, text: str, found: list[str]) -> None:
    assert quoted(parser, text) == found


def test_an_open_quotation_ends_with_its_paragraph_and_continues_in_the_next(parser: Language) -> None:
    doc = parser("“We ran to the hills.\n\n“Nobody came.”\n\nNight fell.")
    first, second = quotations(doc)
    assert first.open
    assert not first.continues
    assert second.continues
    assert not second.open
