"""Vocabulary tables of places → look-up from a name, without accents and never by parts, to the places that bear it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from whowhom.core.errors import VocabularyError
from whowhom.core.place import Place
from whowhom.vocab.load import read_tsv

Kind = Literal["country", "province", "capital", "city", "region", "sea", "site"]

# How well known a place of a kind is beyond its population, in powers of ten of inhabitants.
_KIND_WEIGHT: dict[str, float] = {"country": 6.0, "province": 0.0, "capital": 1.5, "city": 0.0}
_REGION_WEIGHT = 9.0
_ALIAS_WEIGHT = -1.5


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place that bears a looked-up name; ``admin1`` is GeoNames' code of its province within its country.

    ``weight`` says how likely the bare name means it, in powers of ten of inhabitants.
    """

    place: Place
    admin1: str
    kind: Kind
    population: int
    weight: float


def plain(name: str) -> str:
    """The name without accents and with straight apostrophes, as the index holds it."""
    if name.isascii():
        return name
    decomposed = unicodedata.normalize("NFKD", name.replace("’", "'"))
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


class Gazetteer:
    """Names → places; keeps the rows as text and reads a row only when its name is asked for."""

    def __init__(self, rows: Iterable[str]) -> None:
        """``rows`` are lines of places.tsv without its header."""
        self._rows = list(rows)
        self._index: dict[str, tuple[int, ...]] = {}
        for number, row in enumerate(self._rows):
            _, name, aliases, _ = row.split("\t", 3)
            self._add(plain(name), number)
            if aliases:
                for alias in aliases.split("|"):
                    self._add(alias if alias.isascii() else plain(alias), number)
        self.longest = max((name.count(" ") + 1 for name in self._index), default=0)

    def _add(self, name: str, number: int) -> None:
        known = self._index.get(name, ())
        if not known or known[-1] != number:
            self._index[name] = (*known, number)

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """The places named ``name`` exactly, but for accents, likeliest first."""
        found = [self._read(self._rows[number], plain(name)) for number in self._index.get(plain(name), ())]
        return tuple(sorted(found, key=lambda candidate: (-candidate.weight, candidate.place.geonameid or 0)))

    @staticmethod
    def _read(row: str, name: str) -> Candidate:
        number, proper, _, latitude, longitude, country, admin1, people, kind = row.split("\t")
        population = int(people or 0)
        weight = _KIND_WEIGHT[kind] + math.log10(population + 10) if kind in _KIND_WEIGHT else _REGION_WEIGHT
        if plain(proper) != name and kind in ("province", "capital", "city"):
            weight += _ALIAS_WEIGHT
        geonameid = int(number) if number else None
        place = Place(proper, country or None, geonameid, float(latitude), float(longitude))
        return Candidate(place, admin1, kind, population, weight)  # type: ignore[arg-type]


def _table() -> Iterator[str]:
    try:
        lines = (files("whowhom.vocab") / "places.tsv").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError as error:
        raise VocabularyError("vocabulary file places.tsv is missing: reinstall whowhom") from error
    body = (line for line in lines if line and not line.startswith("#"))
    next(body, None)
    yield from body
    for row in read_tsv("regions.tsv"):
        middle = (row["latitude"], row["longitude"], row["country"], "", "0", row["kind"])
        yield "\t".join(("", row["name"], row["aliases"], *middle))


@cache
def load_gazetteer() -> Gazetteer:
    """The gazetteer of ``vocab/places.tsv`` and ``vocab/regions.tsv``, read once."""
    return Gazetteer(_table())
