"""Names in a document with the places that may bear them → the one place that each name means there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache

from spacy.tokens import Doc

from whowhom.coding.mentions.places.gazetteer import Candidate
from whowhom.vocab.load import read_toml

# A town this large is known beyond its country.
KNOWN_POPULATION = 150_000
# All weights are in powers of ten of inhabitants, as a candidate's own.
_COUNTRY_NAMED = 3.0
_COUNTRY_LEADS = 0.5
_PROVINCE_NAMED = 2.5
_CONTAINED = 9.0
_KIND_SAID = 3.0


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """Words around the names of places, from ``place_words.toml``."""

    directions: frozenset[str]
    province_words: frozenset[str]
    town_words: frozenset[str]
    not_places: frozenset[str]
    ambiguous: frozenset[str]
    paper_words: frozenset[str]
    saying: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The words around names of places."""
    table = read_toml("place_words.toml")
    return PlaceWords(**{field.name: frozenset(table[field.name]) for field in fields(PlaceWords)})


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name in the text (token range) with the places that may bear it, likeliest first."""

    start: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]


@dataclass(frozen=True, slots=True)
class _Context:
    countries: Mapping[str, int]
    leading: str | None
    provinces: frozenset[tuple[str, str]]


def _contains(outer: Candidate, inner: Candidate) -> bool:
    """True when ``outer`` is the country, province or region in which ``inner`` lies."""
    if outer.place.country is None or outer.place.country != inner.place.country or outer.place == inner.place:
        return False
    if outer.kind == "province":
        return inner.kind in ("city", "capital") and outer.admin1 == inner.admin1
    return outer.kind in ("country", "region") and inner.kind != "country"


def _follows_closely(doc: Doc, first: PlaceName, second: PlaceName) -> bool:
    """True for "Paris, Texas", "Homs in Syria", "Hama in northern Syria", "Idlib (Syria)"."""
    words = place_words()
    allowed = {",", "in", "(", "the", "of", "'s", "’s"} | words.directions | words.province_words | words.town_words
    between = doc[first.end : second.start]
    return 0 < len(between) <= 5 and all(token.lower_ in allowed for token in between)


def _context(names: Sequence[PlaceName], nationalities: Mapping[str, int]) -> _Context:
    """Which countries the article names, as such, by a place that can only be in one, or by a nationality."""
    counted: Counter[str] = Counter(nationalities)
    provinces: set[tuple[str, str]] = set()
    for name in names:
        best = name.candidates[0]
        if best.place.country and (best.kind in ("country", "region", "site", "capital") or len(name.candidates) == 1):
            counted[best.place.country] += 1
        if best.kind == "province" and best.place.country:
            provinces.add((best.place.country, best.admin1))
    ranked = sorted(counted, key=lambda country: (-counted[country], country))
    return _Context(counted, ranked[0] if ranked else None, frozenset(provinces))


def _rivals(candidate: Candidate, name: PlaceName) -> bool:
    """False for a small town that shares its name with a place known the world over."""
    return candidate.population >= KNOWN_POPULATION or all(
        other.kind == "city" and other.population < KNOWN_POPULATION for other in name.candidates
    )


def _country_weight(name: PlaceName, candidate: Candidate, context: _Context) -> float:
    country, best = candidate.place.country, name.candidates[0]
    if country is None or candidate.kind == "country":
        return 0.0
    said = context.countries.get(country, 0)
    if best.place.country == country and (best.kind in ("region", "site", "capital") or len(name.candidates) == 1):
        said -= 1
    if said <= 0:
        return 0.0
    province = candidate.kind == "city" and (country, candidate.admin1) in context.provinces
    weight = _PROVINCE_NAMED if province else 0.0
    if not _rivals(candidate, name):
        return weight
    return weight + _COUNTRY_NAMED + (_COUNTRY_LEADS if context.leading == country else 0.0)


def _kind_weight(doc: Doc, name: PlaceName, candidate: Candidate) -> float:
    """For "Aleppo province", "the city of Homs"."""
    words = place_words()
    around = {doc[name.end].lower_ if name.end < len(doc) else ""}
    if name.start > 1 and doc[name.start - 1].lower_ == "of":
        around.add(doc[name.start - 2].lower_)
    if candidate.kind in ("province", "region") and around & words.province_words:
        return _KIND_SAID
    return _KIND_SAID if candidate.kind in ("city", "capital") and around & words.town_words else 0.0


def choose(doc: Doc, names: Sequence[PlaceName], nationalities: Mapping[str, int]) -> list[Candidate | None]:
    """One place for each name; None for a name that only a small town bears of which the article says no more.

    Counted are the place's size, whether the article names its country or province (``nationalities``: how often each
    country's people are named), the word for its kind beside it, and the larger place that follows it.
    """
    context = _context(names, nationalities)
    scored = [
        {c: c.weight + _country_weight(name, c, context) + _kind_weight(doc, name, c) for c in name.candidates}
        for name in names
    ]
    for position in range(len(names) - 1):
        if _follows_closely(doc, names[position], names[position + 1]):
            _join(scored[position], scored[position + 1])
    chosen = [_settled(position, scored, names) for position in range(len(names))]
    return [None if best and _speaks(doc, name, best) else best for name, best in zip(names, chosen, strict=True)]


def _speaks(doc: Doc, name: PlaceName, best: Candidate) -> bool:
    """True for a town's name that is the subject of a verb of saying: somebody's surname."""
    head = doc[name.start : name.end].root
    return best.kind == "city" and head.dep_ == "nsubj" and head.head.lemma_ in place_words().saying


def _join(inner: dict[Candidate, float], outer: dict[Candidate, float]) -> None:
    pairs = [(small, large) for small in inner for large in outer if _contains(large, small)]
    if pairs:
        small, large = max(pairs, key=lambda pair: inner[pair[0]] + outer[pair[1]])
        inner[small] += _CONTAINED
        outer[large] += _CONTAINED


def _settled(position: int, scored: list[dict[Candidate, float]], names: Sequence[PlaceName]) -> Candidate | None:
    """The best candidate; a name that recurs takes the meaning that it has where its context is clearest."""
    same = [scored[k] for k in range(len(names)) if names[k].name == names[position].name]
    best = max(scored[position], key=lambda candidate: max(other.get(candidate, 0.0) for other in same))
    weight = max(other.get(best, 0.0) for other in same)
    unsaid = best.kind == "city" and best.population < KNOWN_POPULATION and weight < best.weight + 1.0
    return None if unsaid and best.population < _UNSAID_POPULATION else best


# Below this a town is only believed when the article names its country, its province or its kind.
_UNSAID_POPULATION = 30_000
