"""Parsed document → the countries that its adjectives name ("Kenyan", "French")."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import PlaceMention
from whowhom.coding.mentions.places.gazetteer import load_gazetteer
from whowhom.core.place import Place
from whowhom.core.span import Span
from whowhom.vocab.load import read_tsv

_LONGEST = 3


@cache
def _countries() -> dict[str, Place]:
    """Nationality → country."""
    gazetteer, known = load_gazetteer(), dict[str, Place]()
    for row in read_tsv("countries.tsv"):
        states = [found.place for found in gazetteer.candidates(row["name"]) if found.kind == "country"]
        place = next((state for state in states if state.country == row["iso3"]), Place(row["name"], row["iso3"]))
        known.update({word: place for word in row["demonyms"].split("|") if word})
    return known


def nationalities(doc: Doc) -> tuple[PlaceMention, ...]:
    """Each adjective of a country ("Kenyan", not "Kenyans"), as a mention of that country.

    They are no places where something happens, so ``places`` leaves them out; gazetteers of toponyms count them.
    """
    words = [token.text for token in doc]
    found, position = [], 0
    while position < len(words):
        end = _nationality_end(words, position) if words[position][:1].isupper() else position
        if end > position and doc[end - 1].tag_ != "NNPS":
            tokens = doc[position:end]
            span = Span(tokens.start_char, tokens.end_char)
            found.append(PlaceMention(position, end, tokens.root.i, span, _countries()[" ".join(words[position:end])]))
        position = max(end, position + 1)
    return tuple(found)


def _nationality_end(words: list[str], start: int) -> int:
    """End of the longest nationality that starts there; ``start`` if none does."""
    for end in range(min(len(words), start + _LONGEST), start, -1):
        if " ".join(words[start:end]) in _countries():
            return end
    return start
