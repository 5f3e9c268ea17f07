"""Parsed document → the places it names, each with its country and coordinates."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc
from spacy.tokens import Span as Tokens

from whowhom.coding.mentions.mention import PlaceMention
from whowhom.coding.mentions.places.choice import KNOWN_POPULATION, PlaceName, choose, place_words
from whowhom.coding.mentions.places.gazetteer import Candidate, Gazetteer, load_gazetteer, plain
from whowhom.coding.mentions.places.nationalities import nationalities
from whowhom.core.span import Span

_PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
_NAME_LABELS = frozenset({"PERSON", "NORP", "EVENT", "WORK_OF_ART", "LAW", "PRODUCT"})
_LONGEST_NAME = 6
_BETWEEN_CAPITALS = frozenset({"of", "the", "and", "de", "la", "el", "al", "-", ".", "'", "’", "&"})


def _spelt(tokens: Tokens) -> str:
    text = " ".join(tokens.text.split())
    return text.title() if text.isupper() and len(text) > 4 and "." not in text else text


def _closes(text: str) -> bool:
    """True for a token that may end a name: a letter, a digit or an abbreviation's stop."""
    return text[-1].isalnum() or (text[-1] == "." and len(text) > 1)


def _trimmed(tokens: Tokens) -> Tokens:
    """Without an article before it and without a possessive or a mark after it."""
    start, end, doc = tokens.start, tokens.end, tokens.doc
    while start < end and (doc[start].lower_ in ("the", "a") or not doc[start].text[0].isalnum()):
        start += 1
    while end > start and (doc[end - 1].lower_ in ("'s", "’s") or not _closes(doc[end - 1].text)):
        end -= 1
    return doc[start:end]


def _shorter(tokens: Tokens) -> Iterator[Tokens]:
    """The name itself, then without the words for a direction before it and for a kind after it."""
    words = place_words()
    yield tokens
    start, end, doc = tokens.start, tokens.end, tokens.doc
    while start < end - 1 and doc[start].lower_ in words.directions:
        start += 1
        yield doc[start:end]
    while end > start + 1 and doc[end - 1].lower_ in words.province_words | words.town_words:
        end -= 1
        yield doc[start:end]


def _candidates(tokens: Tokens, gazetteer: Gazetteer) -> tuple[Candidate, ...]:
    """What bears the name; names that need their article ("the Gulf") only with it."""
    name, doc = _spelt(tokens), tokens.doc
    words = place_words()
    if name in words.not_places or all(word in words.directions for word in name.lower().split()):
        return ()
    with_article = tokens.start > 0 and doc[tokens.start - 1].lower_ == "the"
    found = (gazetteer.candidates(f"the {name}") if with_article else ()) or gazetteer.candidates(name)
    if not found and tokens.end < len(doc) and doc[tokens.end].text == ".":
        found = gazetteer.candidates(name + ".")
    return found


def _looked_up(tokens: Tokens, gazetteer: Gazetteer) -> PlaceName | None:
    for part in _shorter(_trimmed(tokens)):
        found = _candidates(part, gazetteer) if len(part) else ()
        if found:
            return PlaceName(part.start, part.end, _spelt(part), found)
    return None


def _entity_names(doc: Doc, gazetteer: Gazetteer) -> Iterator[PlaceName]:
    """What the parser takes for a place and the gazetteer knows."""
    for entity in doc.ents:
        if entity.label_ in _PLACE_LABELS:
            name = _looked_up(entity, gazetteer)
            if name is not None:
                yield name


def _well_known(candidate: Candidate, name: str) -> bool:
    """True for what the name means first: a town only if it is large and bears just this name."""
    if candidate.kind != "city":
        return True
    return candidate.population >= KNOWN_POPULATION and plain(candidate.place.name) == plain(name)


def _inside_other_name(tokens: Tokens) -> bool:
    """True for a part, not the whole, of the name of a person, an event, a law; organisations may be named by seat."""
    for entity in tokens.doc.ents:
        if entity.start < tokens.end and tokens.start < entity.end:
            whole = _trimmed(entity)
            if entity.label_ in _NAME_LABELS:
                return (whole.start, whole.end) != (tokens.start, tokens.end)
            return entity.label_ == "ORG" and not _names_seat(tokens, whole)
    return False


def _names_seat(tokens: Tokens, organisation: Tokens) -> bool:
    """True when an organisation's name opens with the place or has it after "of" or "in" ("Lagos Police")."""
    if organisation[-1].text in place_words().paper_words:
        return False
    before = tokens.doc[tokens.start - 1].lower_ if tokens.start else ""
    return tokens.start == organisation.start or (tokens.end == organisation.end and before in ("of", "in"))


def _beside_name(tokens: Tokens) -> bool:
    """True when a person's or another bare capitalised name runs on before or after ("Jordan Smith")."""
    doc = tokens.doc
    beside = [doc[k] for k in (tokens.start - 1, tokens.end) if 0 <= k < len(doc)]
    in_organisation = {k for entity in doc.ents if entity.label_ == "ORG" for k in range(entity.start, entity.end)}
    return tokens.start not in in_organisation and any(
        word.pos_ == "PROPN" and word.text[:1].isupper() and word.ent_type_ in ("", "PERSON") for word in beside
    )


def _other_names(doc: Doc, gazetteer: Gazetteer, taken: set[int]) -> Iterator[PlaceName]:
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


def _run_end(doc: Doc, start: int) -> int:
    """Where the run of capitalised words from ``start`` on ends, small words between them included."""
    limit = min(len(doc), start + _LONGEST_NAME)
    end = position = start
    while position < limit and (doc[position].text[:1].isupper() or doc[position].lower_ in _BETWEEN_CAPITALS):
        position += 1
        if doc[position - 1].text[:1].isupper():
            end = position
    return end


def _longest_name(doc: Doc, start: int, gazetteer: Gazetteer, taken: set[int]) -> PlaceName | None:
    for end in range(_run_end(doc, start), start, -1):
        tokens = doc[start:end]
        if taken.intersection(range(start, end)) or "\n" in tokens.text or not _closes(tokens.text):
            continue
        if tokens.text in place_words().ambiguous:
            continue
        found = tuple(c for c in _candidates(tokens, gazetteer) if _well_known(c, _spelt(tokens)))
        if found and not _inside_other_name(tokens) and not _beside_name(tokens):
            return PlaceName(start, end, _spelt(tokens), found)
    return None


def places(doc: Doc, gazetteer: Gazetteer | None = None) -> tuple[PlaceMention, ...]:
    """The places named in ``doc`` in the order of the text; names that no known place bears are left out.

    A name is matched whole ("Gaza" is never Ghazni). Of the places that bear it the one in a country that the article
    names, or in the place that follows it ("Paris, Texas"), is taken; else the best known by kind and population.
    """
    gazetteer = gazetteer or load_gazetteer()
    names = list(_entity_names(doc, gazetteer))
    taken = {k for name in names for k in range(name.start, name.end)}
    peoples = nationalities(doc)
    taken |= {k for people in peoples for k in range(people.start, people.end)}
    names += _other_names(doc, gazetteer, taken)
    names.sort(key=lambda name: name.start)
    counted = Counter(people.place.country for people in peoples if people.place.country)
    chosen = choose(doc, names, counted)
    return tuple(_mention(doc, name, best) for name, best in zip(names, chosen, strict=True) if best is not None)


def _mention(doc: Doc, name: PlaceName, chosen: Candidate) -> PlaceMention:
    tokens = doc[name.start : name.end]
    span = Span(tokens.start_char, tokens.end_char)
    return PlaceMention(name.start, name.end, tokens.root.i, span, replace(chosen.place, name=name.name))
