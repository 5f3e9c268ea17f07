"""Parsed document → the places it names, each with its country and coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from whowhom.coding.mentions.gazetteer import Candidate, Gazetteer, load_gazetteer
from whowhom.coding.mentions.mention import PlaceMention
from whowhom.core.span import Span
from whowhom.vocab.load import read_toml

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAME_LABELS = frozenset({"PERSON", "ORG", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_LONGEST_NAME = 6
# A town outside the parser's places must be this large, and bear the name first, to be believed.
_KNOWN_POPULATION = 150_000
# How much, in powers of ten of inhabitants, the article's countries and the words around a name count.
_COUNTRY_NAMED = 3.0
_COUNTRY_LEADS = 0.5
_CONTAINED = 9.0
_KIND_SAID = 3.0


@dataclass(frozen=True, slots=True)
class _Words:
    directions: frozenset[str]
    province_words: frozenset[str]
    town_words: frozenset[str]
    not_places: frozenset[str]


@cache
def _words() -> _Words:
    table = read_toml("place_words.toml")
    return _Words(*(frozenset(table[key]) for key in ("directions", "province_words", "town_words", "not_places")))


@dataclass(frozen=True, slots=True)
class _Name:
    """A name in the text (token range) with the places that may bear it, likeliest first."""

    start: int
    end: int
    name: str
    candidates: tuple[Candidate, ...]


def _spelt(tokens: Tokens) -> str:
    text = " ".join(tokens.text.split())
    return text.title() if text.isupper() and len(text) > 4 and "." not in text else text


def _trimmed(tokens: Tokens) -> Tokens:
    """Without an article before it and without a possessive or a mark after it."""
    start, end, doc = tokens.start, tokens.end, tokens.doc
    while start < end and (doc[start].lower_ in ("the", "a") or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].lower_ in ("'s", "’s", "'", "’") or not (doc[end - 1].text[-1].isalnum() or doc[end - 1].text[-1] == ".")):
        end -= 1
    return doc[start:end]


def _shorter(tokens: Tokens) -> Iterator[Tokens]:
    """The name itself, then without the words for a direction before it and for a kind after it."""
    words = _words()
    yield tokens
    start, end, doc = tokens.start, tokens.end, tokens.doc
    while start < end - 1 and doc[start].lower_ in words.directions:
        start += 1
        yield doc[start:end]
    while end > start + 1 and doc[end - 1].lower_ in words.province_words | words.town_words:
        end -= 1
        yield doc[start:end]


def _looked_up(tokens: Tokens, gazetteer: Gazetteer) -> _Name | None:
    for part in _shorter(_trimmed(tokens)):
        if len(part) == 0:
            return None
        name = _spelt(part)
        found = gazetteer.candidates(name) or gazetteer.candidates("the " + name)
        if found:
            return _Name(part.start, part.end, name, found)
    return None


def _entity_names(doc: Doc, gazetteer: Gazetteer) -> Iterator[_Name]:
    """What the parser takes for a place and the gazetteer knows."""
    for entity in doc.ents:
        if entity.label_ in _PLACE_LABELS:
            name = _looked_up(entity, gazetteer)
            if name is not None and name.name not in _words().not_places | {"the"}:
                yield name


def _well_known(candidate: Candidate) -> bool:
    if candidate.kind in ("city", "province") and candidate.weight < 0:
        return False
    return candidate.kind not in ("city", "province") or candidate.population >= _KNOWN_POPULATION


def _inside_other_name(tokens: Tokens) -> bool:
    """True when the tokens are a part, not the whole, of the name of a person, an organisation or the like."""
    for entity in tokens.doc.ents:
        if entity.start < tokens.end and tokens.start < entity.end and entity.label_ in _NAME_LABELS:
            whole = _trimmed(entity)
            return (whole.start, whole.end) != (tokens.start, tokens.end) or entity.label_ == "NORP"
    return False


def _beside_name(tokens: Tokens) -> bool:
    """True when another capitalised name runs on before or after ("Jordan Smith"), outside of a place's name."""
    doc = tokens.doc
    before, after = doc[max(tokens.start - 1, 0)], doc[min(tokens.end, len(doc) - 1)]
    return any(
        word.i not in range(tokens.start, tokens.end) and word.pos_ == "PROPN" and word.text[:1].isupper()
        for word in (before, after)
    )


def _other_names(doc: Doc, gazetteer: Gazetteer, taken: set[int]) -> Iterator[_Name]:
    """Capitalised words outside the parser's places that spell a well-known place in full."""
    position = 0
    while position < len(doc):
        step = 1
        if doc[position].text[:1].isupper() and position not in taken:
            name = _longest_name(doc, position, gazetteer, taken)
            if name is not None:
                yield name
                step = name.end - name.start
        position += step


def _longest_name(doc: Doc, start: int, gazetteer: Gazetteer, taken: set[int]) -> _Name | None:
    for end in range(min(len(doc), start + _LONGEST_NAME), start, -1):
        tokens = doc[start:end]
        if taken.intersection(range(start, end)) or tokens.text in _words().not_places or "\n" in tokens.text:
            continue
        spelt = _spelt(tokens)
        found = tuple(filter(_well_known, gazetteer.candidates(spelt)))
        if found and not _inside_other_name(tokens) and not _beside_name(tokens):
            return _Name(start, end, spelt, found)
    return None


def _contains(outer: Candidate, inner: Candidate) -> bool:
    """True when ``outer`` is the country, province or region in which ``inner`` lies."""
    if outer.place.country is None or outer.place.country != inner.place.country or outer.place == inner.place:
        return False
    if outer.kind == "province":
        return inner.kind in ("city", "capital") and outer.admin1 == inner.admin1
    return outer.kind in ("country", "region") and inner.kind != "country"


def _follows_closely(doc: Doc, first: _Name, second: _Name) -> bool:
    """True for "Paris, Texas", "Homs in Syria", "Hama in northern Syria", "Idlib (Syria)"."""
    between = doc[first.end : second.start]
    directions = _words().directions | _words().province_words | _words().town_words
    allowed = {",", "in", "(", "the", "of", "'s", "’s"} | directions
    return 0 < len(between) <= 5 and all(token.lower_ in allowed for token in between)


def _countries(names: list[_Name]) -> Counter[str]:
    """How often the article names each country, or a place that can only be in one."""
    counted: Counter[str] = Counter()
    for name in names:
        best = name.candidates[0]
        if best.place.country and (best.kind in ("country", "region", "site", "capital") or len(name.candidates) == 1):
            counted[best.place.country] += 1
    return counted


def _context_weight(doc: Doc, name: _Name, candidate: Candidate, countries: Counter[str]) -> float:
    country = candidate.place.country
    weight = candidate.weight
    others = countries[country] - (1 if name.candidates[0].place.country == country else 0) if country else 0
    if others > 0 and candidate.kind != "country":
        weight += _COUNTRY_NAMED + (_COUNTRY_LEADS if countries.most_common(1)[0][0] == country else 0.0)
    following = doc[name.end].lower_ if name.end < len(doc) else ""
    before = doc[name.start - 2].lower_ if name.start > 1 and doc[name.start - 1].lower_ == "of" else ""
    words = _words()
    if candidate.kind in ("province", "region") and (following in words.province_words or before in words.province_words):
        weight += _KIND_SAID
    if candidate.kind in ("city", "capital") and (following in words.town_words or before in words.town_words):
        weight += _KIND_SAID
    return weight


def _choose(doc: Doc, names: list[_Name]) -> list[Candidate]:
    """One place for each name: the likeliest by size, by the article's countries and by the place that follows it."""
    countries = _countries(names)
    scored = [{c: _context_weight(doc, name, c, countries) for c in name.candidates} for name in names]
    for position in range(len(names) - 1):
        if not _follows_closely(doc, names[position], names[position + 1]):
            continue
        inner, outer = scored[position], scored[position + 1]
        pairs = [(i, o) for i in inner for o in outer if _contains(o, i)]
        if pairs:
            best = max(pairs, key=lambda pair: inner[pair[0]] + outer[pair[1]])
            inner[best[0]] += _CONTAINED
            outer[best[1]] += _CONTAINED
    return [_settled(names[k], scored, names, k) for k in range(len(names))]


def _settled(name: _Name, scored: list[dict[Candidate, float]], names: list[_Name], position: int) -> Candidate:
    """The best candidate; a name that recurs takes the meaning it has where its context is clearest."""
    same = [scored[k] for k in range(len(names)) if names[k].name == name.name and k != position]
    own = scored[position]
    return max(own, key=lambda candidate: max([own[candidate], *(other.get(candidate, 0.0) for other in same)]))


def places(doc: Doc, gazetteer: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """The places named in ``doc`` in the order of the text; names that no known place bears are left out.

    A name is matched whole ("Gaza" is never Ghazni). Of the places that bear it the one in a country that the article
    names, or in the place that follows it ("Paris, Texas"), is taken; else the best known by kind and population.
    """
    gazetteer = gazetteer or load_gazetteer()
    names = list(_entity_names(doc, gazetteer))
    taken = {k for name in names for k in range(name.start, name.end)}
    names += _other_names(doc, gazetteer, taken)
    names.sort(key=lambda name: name.start)
    return tuple(_mention(doc, name, chosen) for name, chosen in zip(names, _choose(doc, names), strict=True))


def _mention(doc: Doc, name: _Name, chosen: Candidate) -> PlaceMention:
    tokens = doc[name.start : name.end]
    span = Span(tokens.start_char, tokens.end_char)
    return PlaceMention(name.start, name.end, tokens.root.i, span, replace(chosen.place, name=name.name))
