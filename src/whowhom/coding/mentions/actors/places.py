"""Cells that stand alone → mentions of states, capitals, adjectives of countries, and organisations the table lacks."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.actors.cells import Cell
from whowhom.coding.mentions.actors.lexicon import Entry, word_set
from whowhom.coding.mentions.actors.mentions import make_mention, text_of
from whowhom.coding.mentions.actors.phrases import after_hyphen, before_hyphen
from whowhom.coding.mentions.actors.words import fold
from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.places.gazetteer import load_gazetteer
from whowhom.core.actor import Actor

_DATELINE_ENDS = frozenset({"—", "–", "--", "-", "(", ":"})


def bare_names(doc: Doc, cells: list[Cell], covered: set[int]) -> list[ActorMention]:
    """Mentions for countries, demonyms and capitals outside all phrases, and for unknown organisations."""
    free = [cell for cell in cells if not covered & set(range(cell.start, cell.end))]
    found = [mention for cell in free if (mention := _bare(doc, cell)) is not None]
    used = covered | {index for mention in found for index in range(mention.start, mention.end)}
    places = {index for cell in free if cell.of("place") for index in range(cell.start, cell.end)}
    return found + _organisations(doc, used | places)


def _bare(doc: Doc, cell: Cell) -> ActorMention | None:
    entry = cell.of("state", "demonym", "capital")
    if entry is None or before_hyphen(doc, cell) in word_set("not_owner_prefixes"):
        return None
    participle = after_hyphen(doc, cell)
    if participle in (word_set("unowned") - word_set("acting")) | word_set("seated"):
        return None
    if entry.kind == "state":
        return _state(doc, cell, entry)
    if entry.kind == "demonym":
        return make_mention(doc, cell.start, cell.end, "demonym", (Actor(entry.name, entry.country, entry.sector),))
    return _capital(doc, cell, entry)


def _state(doc: Doc, cell: Cell, entry: Entry) -> ActorMention:
    start = cell.start + (doc[cell.start].lower_ == "the" and cell.end - cell.start > 1)
    actor = Actor(text_of(doc, start, cell.end), entry.country, entry.sector)
    return make_mention(doc, cell.start, cell.end, "demonym" if _modifies(doc, cell) else "state", (actor,))


def _modifies(doc: Doc, cell: Cell) -> bool:
    last = doc[cell.end - 1]
    return last.dep_ in ("compound", "amod", "nmod") and last.head.i >= cell.end


def _capital(doc: Doc, cell: Cell, entry: Entry) -> ActorMention | None:
    """A capital stands for its government unless it is where something is."""
    if is_place(doc, cell):
        return None
    actor = Actor(text_of(doc, cell.start, cell.end), entry.country, entry.sector)
    return make_mention(doc, cell.start, cell.end, "capital", (actor,))


def is_place(doc: Doc, cell: Cell) -> bool:
    """True where a capital is only a place: after "in", in a dateline, before a noun, in "Paris, France"."""
    before = doc[cell.start - 1] if cell.start else None
    if before is not None and fold(before.text) in word_set("locative_prepositions"):
        return True
    following = doc[cell.end] if cell.end < len(doc) else None
    first = doc[cell.start].is_sent_start
    if first and following is not None and following.text in _DATELINE_ENDS:
        return True
    return _modifies(doc, cell) or _in_list_of_places(before, following)


def _in_list_of_places(before: Token | None, following: Token | None) -> bool:
    """"Paris, France" and "the capital Paris" name the town."""
    named = before is not None and before.lower_ in ("capital", "city")
    return named or (following is not None and following.text == "," and following.i + 1 < len(following.doc)
                     and following.nbor().ent_type_ == "GPE" and following.nbor().dep_ == "appos")


def _organisations(doc: Doc, used: set[int]) -> list[ActorMention]:
    """The parser's organisations that no phrase holds, unless their last word says that they are none."""
    found = []
    for entity in doc.ents:
        if entity.label_ != "ORG" or used & set(range(entity.start, entity.end)):
            continue
        start = entity.start + (entity[0].lower_ == "the" and len(entity) > 1)
        end = entity.end - (entity[-1].tag_ == "POS")
        if start < end and _is_organisation(doc, start, end) and not _is_town(doc, start, end):
            actor = Actor(text_of(doc, start, end), None, None)
            found.append(make_mention(doc, entity.start, end, "organisation", (actor,)))
    return found


def _is_town(doc: Doc, start: int, end: int) -> bool:
    """A single word that the gazetteer knows is a place that the parser mistook."""
    return end - start == 1 and bool(load_gazetteer().candidates(doc[start].text))


def _is_organisation(doc: Doc, start: int, end: int) -> bool:
    capital = doc[start].text[0].isupper() and not doc[start].like_num
    words = [fold(token.text) for token in doc[start:end]]
    return capital and not any(word in word_set("not_actors") for word in (words[0], words[-1])) and len(words[-1]) > 1
