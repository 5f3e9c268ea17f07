"""The type of an act and its parties → the country in which it must have been, where the text names no place."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from whowhom.core.actor import Party
from whowhom.core.place import Place
from whowhom.core.span import Span
from whowhom.vocab.countries import usual_names
from whowhom.vocab.load import read_toml

_NO_COUNTRY = frozenset({"IGO", "NGO"})


@cache
def _types(whose: str) -> frozenset[str]:
    return frozenset(read_toml("place_words.toml")["home"][whose])


def _shared_country(parties: Iterable[Party]) -> tuple[Place | None, Span | None]:
    named = [party for party in parties if party.actor.country and party.actor.country not in _NO_COUNTRY]
    countries = {party.actor.country for party in named}
    if len(countries) != 1:
        return None, None
    country = named[0].actor.country or ""
    spans = [party.mention for party in named if party.mention is not None]
    return Place(usual_names().get(country, country), country), spans[0] if spans else None


def party_place(
    event_type: str, actors: tuple[Party, ...], recipients: tuple[Party, ...]
) -> tuple[Place | None, Span | None]:
    """The country of an act that happens at home, with the words for the party that gives it.

    Force falls where its victims are; a state arrests, musters and helps on its own ground when all parties are of that
    one country. An inference, to be used only when ``event_place`` finds nothing.
    """
    if event_type in _types("recipients"):
        return _shared_country(recipients)
    return _shared_country((*actors, *recipients)) if event_type in _types("everyone") else (None, None)
