"""A parsed document and its cells → the token ranges of personal names, titles left out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from spacy.tokens import Doc, Span, Token

from whowhom.coding.mentions.actors.cells import Cell
from whowhom.coding.mentions.actors.lexicon import Entry, EntryKind, word_set
from whowhom.coding.mentions.actors.words import POSSESSIVE, fold
from whowhom.coding.mentions.reference.words import gender_of_word

# What the parser may call a part of a name that it does not know.
_NAME_LABELS = ("PERSON", "", "PRODUCT", "NORP", "FAC", "WORK_OF_ART")
_NO_PERSON: tuple[EntryKind, ...] = ("state", "demonym", "capital", "place", "organisation", "seat", "role")
_BEFORE_NAME: tuple[EntryKind, ...] = (
    "role", "title", "honorific", "demonym", "state", "organisation", "seat", "modifier",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """A personal name over tokens ``[start, end)`` and the office holder the table knows under it."""

    start: int
    end: int
    holder: Entry | None = None


def names_of(doc: Doc, cells: list[Cell]) -> list[Name]:
    """Names from the office table, from the parser's PERSON entities and from capitals after a title, in order."""
    at = {index: cell for cell in cells for index in range(cell.start, cell.end)}
    names: list[Name] = []
    found = [*_table_names(cells), *_entity_names(doc, at), *_titled_names(doc, cells, at), *_untitled_names(doc, at)]
    for start, end in found:
        if not any(start < name.end and name.start < end for name in names):
            names.append(Name(start, end, _holder(at, start, end)))
    return sorted(_without_namesakes(doc, names), key=lambda name: name.start)


def _without_namesakes(doc: Doc, names: list[Name]) -> list[Name]:
    """A surname alone is no office holder's when the text introduces somebody else of that surname in full."""
    others: set[str] = set()
    for name in names:
        if name.end - name.start > 1 and name.holder is None:
            others.add(fold(doc[name.end - 1].text))
    return [
        replace(name, holder=None)
        if name.holder is not None and name.end - name.start == 1 and fold(doc[name.start].text) in others else name
        for name in names
    ]


def _holder(at: dict[int, Cell], start: int, end: int) -> Entry | None:
    """The holder whose cell is the whole name, or whose full name is its beginning or end."""
    for index in range(start, end):
        cell = at.get(index)
        entry = cell.of("holder") if cell else None
        if cell and entry and (cell.end - cell.start == end - start or not entry.short):
            return entry
    return None


def _table_names(cells: list[Cell]) -> list[tuple[int, int]]:
    found = []
    for cell in cells:
        entry = cell.of("holder")
        if entry and (not entry.short or len(cell.entries) == len([e for e in cell.entries if e.kind == "holder"])):
            found.append((cell.start, cell.end))
    return found


def _entity_names(doc: Doc, at: dict[int, Cell]) -> list[tuple[int, int]]:
    found = []
    for entity in doc.ents:
        if entity.label_ != "PERSON" and not _person_after_all(entity, at):
            continue
        start, end = _trimmed(doc, entity.start, entity.end, at)
        if start < end and (_people_at_end(at, end) or _is_place(doc, start, end)):
            continue
        if start < end and _looks_like_name(doc, start, end) and not _known_otherwise(at, start, end):
            found.append((_extended_left(doc, start, at), _extended(doc, end, at)))
    return found


def _person_after_all(entity: Span, at: dict[int, Cell]) -> bool:
    """An "organisation" of two or three capitalised words that begins with a given name or stands beside an office."""
    if entity.label_ not in ("ORG", "GPE", "PRODUCT") or not 2 <= len(entity) <= 3:
        return False
    plain = all(token.pos_ == "PROPN" and token.text.isalpha() and token.text.istitle() for token in entity)
    if not plain or any(token.i in at for token in entity) or fold(entity[-1].text) in word_set("not_actors"):
        return False
    return gender_of_word(entity[0].lower_) is not None or _beside_office(entity, at)


def _beside_office(entity: Span, at: dict[int, Cell]) -> bool:
    """"X Y, president of the region" and "his lawyer, X Y"."""
    root = entity.root
    beside = [child for child in root.children if child.dep_ == "appos"]
    beside += [root.head] if root.dep_ == "appos" else []
    roles = [cell.of("role") for token in beside if (cell := at.get(token.i)) is not None]
    return any(role is not None and role.noun == "person" and not role.plural for role in roles)


def _is_place(doc: Doc, start: int, end: int) -> bool:
    """"In Jangebe", "a Sahel", "Danube port": a word in a place phrase, after an article or before a place noun."""
    if end - start == 1 and doc[start].dep_ == "compound" and doc[start].head.lower_ in word_set("places_of"):
        return True
    before = doc[start - 1] if start else None
    if before is None or before.is_space:
        return False
    if fold(before.text) in ("a", "an", "the") and end - start == 1:
        return doc[start].dep_ not in ("compound", "nmod", "amod", "poss")
    located = before.dep_ == "prep" and fold(before.text) in ("in", "near", "outside", "inside", "across", "throughout")
    town = fold(before.text) == "of" and before.head.lower_ in word_set("places_of")
    return (located or town) and not _named_elsewhere(doc, start, end)


def _named_elsewhere(doc: Doc, start: int, end: int) -> bool:
    """True when the last word of the name does or says something somewhere in the text."""
    last = doc[end - 1].lower_
    return any(token.lower_ == last and token.dep_ in ("nsubj", "nsubjpass", "poss") for token in doc)


def _people_at_end(at: dict[int, Cell], end: int) -> bool:
    """"Shiite Muslims" are people, not a person."""
    cell = at.get(end - 1)
    found = cell.of("role", "demonym") if cell else None
    return found is not None and found.plural


def _extended_left(doc: Doc, start: int, at: dict[int, Cell]) -> int:
    """Takes in first names and initials that the parser left out ("H.R." before a surname)."""
    while start > 0 and not doc[start].is_sent_start:
        before = doc[start - 1]
        part = before.pos_ == "PROPN" and before.dep_ == "compound" and before.text[0].isupper()
        acronym = before.text[-1].isupper() and len(before.text) > 3 and not before.text.isupper()
        known = before.ent_type_ or before.i in at
        if not part or acronym or known or before.head.i < start or before.i + 4 < before.head.i:
            break
        start -= 1
    return start


def _trimmed(doc: Doc, start: int, end: int, at: dict[int, Cell]) -> tuple[int, int]:
    while start < end:
        cell = at.get(start)
        titular = cell is not None and cell.end <= end and cell.of(*_BEFORE_NAME)
        if cell is not None and titular and not cell.of("holder") and (cell.end < end or cell.of("role")):
            start = cell.end
        elif doc[start].is_punct or fold(doc[start].text) in ("the", POSSESSIVE) or doc[start].is_space:
            start += 1
        else:
            break
    for index in range(start, end):
        if doc[index].is_space or fold(doc[index].text) == POSSESSIVE or doc[index].text in (",", "(", ";", ":"):
            return start, index
    return start, end


def _looks_like_name(doc: Doc, start: int, end: int) -> bool:
    capitals = [token for token in doc[start:end] if token.text[0].isupper()]
    thing = fold(doc[end - 1].text) in word_set("not_actors") and gender_of_word(doc[start].lower_) is None
    lettered = doc[start].text[0].isalpha() and not any(token.like_num for token in doc[start:end])
    return bool(capitals) and lettered and not thing


def _known_otherwise(at: dict[int, Cell], start: int, end: int) -> bool:
    cell = at.get(start)
    covers = cell is not None and cell.start <= start and cell.end >= end
    return covers and cell is not None and cell.of(*_NO_PERSON) is not None and not cell.of("holder")


def _part_of_name(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X")


def _extended(doc: Doc, end: int, at: dict[int, Cell]) -> int:
    """Takes in what follows as part of the name: capitals, particles before capitals, hyphenated parts, Jr."""
    while end < len(doc):
        token = doc[end]
        following = doc[end + 1] if end + 1 < len(doc) else None
        joined = token.text == "-" and not token.whitespace_ and not doc[end - 1].whitespace_
        particle = fold(token.text) in word_set("name_particles") or joined
        same = token.ent_type_ in _NAME_LABELS or (token.ent_type_ == doc[end - 1].ent_type_ and token.ent_iob_ == "I")
        if _part_of_name(token) and same and end not in at and token.pos_ == "PROPN":
            end += 1
        elif particle and following is not None and (_part_of_name(following) or joined) and end not in at:
            if following.text[:1].isdigit() or fold(following.text) in word_set("unowned"):
                break
            end += 2
        elif fold(token.text) in word_set("name_suffixes") and token.text[0].isupper():
            end += 1
        else:
            break
    return end


def _after_title(doc: Doc, cell: Cell, at: dict[int, Cell]) -> int:
    """Where the name may start: after the full stop of "Gen.", after the country of "President of Serbia"."""
    start = cell.end
    if start < len(doc) and doc[start].text == ".":
        return start + 1
    country = at.get(start + 1)
    if start < len(doc) and doc[start].lower_ == "of" and country is not None and country.of("state"):
        return country.end
    return start


def _heads_name(doc: Doc, cell: Cell) -> bool:
    """A role noun before a capital: capitalised itself, or a part of the name's phrase to the parser."""
    last = doc[cell.end - 1]
    joined = last.dep_ in ("compound", "nmod") and last.head.pos_ == "PROPN" and cell.end <= last.head.i < cell.end + 5
    return last.text[0].isupper() or joined


def _untitled_names(doc: Doc, at: dict[int, Cell]) -> list[tuple[int, int]]:
    """Two or more capitals that act or speak in running text, though the parser saw no person in them."""
    found = []
    for token in doc:
        if token.dep_ not in ("nsubj", "nsubjpass", "appos") or not _bare_capital(token, at) or not _running(token):
            continue
        start = token.i
        while start > token.sent.start and _bare_capital(doc[start - 1], at) and doc[start - 1].dep_ == "compound":
            start -= 1
        if token.i > start and fold(token.text) not in word_set("not_actors"):
            found.append((start, _extended(doc, token.i + 1, at)))
    return found


def _bare_capital(token: Token, at: dict[int, Cell]) -> bool:
    plain = token.pos_ == "PROPN" and token.tag_ == "NNP" and token.text.isalpha() and token.text.istitle()
    return plain and token.i not in at and (token.ent_type_ in ("", "PERSON") or _before_affiliation(token))


def _before_affiliation(token: Token) -> bool:
    """"X Y of Z" that the parser took for one organisation's name."""
    last = token.head if token.dep_ == "compound" else token
    if token.ent_type_ != "ORG" or last.i + 1 >= len(token.doc):
        return False
    return last.nbor().lower_ == "of" and last.nbor().ent_type_ == "ORG"


def _running(token: Token) -> bool:
    """True in a sentence that is no headline: a good part of its longer words are in lower case."""
    words = [word for word in token.sent if word.is_alpha and len(word) > 3]
    return sum(word.is_lower for word in words) * 4 > len(words)


def _titled_names(doc: Doc, cells: list[Cell], at: dict[int, Cell]) -> list[tuple[int, int]]:
    found = []
    for cell in cells:
        start = _after_title(doc, cell, at)
        titled = cell.of("title", "honorific") or (cell.of("role") and _heads_name(doc, cell))
        if not titled or start >= len(doc) or start in at or not doc[start].text[:1].isupper():
            continue
        if doc[start].pos_ == "PROPN" and doc[start].ent_type_ in (*_NAME_LABELS, "ORG", "GPE"):
            role = cell.of("role")
            if role and (role.noun != "person" or role.plural) and not cell.of("title", "honorific"):
                continue
            found.append((start, _extended(doc, start + 1, at)))
    return found
