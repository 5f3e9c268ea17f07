"""A parsed document → cells: the runs of tokens that the vocabulary knows, longest first, with all they can name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.actors.lexicon import Entry, EntryKind, actor_lexicon, word_set
from whowhom.coding.mentions.actors.words import Word, fold, words_of

OWNERS: tuple[EntryKind, ...] = ("state", "demonym", "capital", "place", "seat", "organisation")


@dataclass(frozen=True, slots=True)
class Cell:
    """Tokens ``[start, end)`` with the entries that they can name."""

    start: int
    end: int
    entries: tuple[Entry, ...]

    def of(self, *kinds: EntryKind) -> Entry | None:
        """The first entry of one of the kinds, in the order of ``kinds``."""
        return next((entry for kind in kinds for entry in self.entries if entry.kind == kind), None)


def cells_of(doc: Doc, on: date | None) -> list[Cell]:
    """Non-overlapping cells in order; entries that were not valid on that day are dropped where another one is."""
    lexicon, words = actor_lexicon(), words_of(doc)
    cells, index = [], 0
    while index < len(words):
        found = lexicon.match(words, index)
        if found is None or _splits_token(words, index, found[0]):
            index += 1
            continue
        end, entries = found
        start_token, end_token = words[index].token, words[end - 1].token + 1
        kept = tuple(entry for entry in timely(entries, on) if _plausible(doc, start_token, end_token, entry))
        if kept:
            cells.append(Cell(start_token, end_token, kept))
        index = end if kept else index + 1
    return cells


def timely(entries: tuple[Entry, ...], on: date | None) -> tuple[Entry, ...]:
    """Rows valid on the day first; then, of holders and organisations, the row nearest in time before it."""
    entries = tuple(entry for entry in entries if not entry.short or _remembered(entry, on))
    dated = [entry for entry in entries if entry.first or entry.last]
    if not dated:
        return entries
    if on is None:
        undated = [entry for entry in entries if entry not in dated]
        return (*sorted(dated, key=lambda e: e.first or date.min, reverse=True), *undated)
    undated = [entry for entry in entries if entry not in dated]
    valid = [entry for entry in dated if entry.valid(on)]
    past = sorted((e for e in dated if e.last and e.last < on), key=lambda e: e.last or on, reverse=True)
    later = sorted((e for e in dated if e.first and e.first > on), key=lambda e: e.first or on)
    return tuple(valid + past + later + undated)


def _remembered(entry: Entry, on: date | None) -> bool:
    """A surname alone means the holder from the year before office to four years after it."""
    if on is None:
        return True
    begun = entry.first is None or on.toordinal() >= entry.first.toordinal() - 366
    return begun and (entry.last is None or on.toordinal() <= entry.last.toordinal() + 4 * 366)


def _splits_token(words: tuple[Word, ...], start: int, end: int) -> bool:
    before = start > 0 and words[start - 1].token == words[start].token
    after = end < len(words) and words[end].token == words[end - 1].token
    return before or after


def _plausible(doc: Doc, start: int, end: int, entry: Entry) -> bool:
    last = doc[end - 1]
    if entry.kind == "role":
        if entry.name in word_set("prefixes") and end < len(doc) and _prefixed(doc, end):
            return False
        return _noun(last) and not (last.tag_ == "NNP" and last.ent_type_ == "PERSON" and not _title_shape(doc, start))
    if entry.kind == "title":
        return end < len(doc) and _names_follow(doc, end)
    if entry.kind == "honorific":
        return end < len(doc) and _names_follow(doc, end) and doc[start].text[0].isupper()
    if entry.kind == "organisation":
        return not _inside_name(doc, start, end, entry)
    if entry.kind in ("state", "place", "capital", "seat", "holder"):
        return last.pos_ in ("PROPN", "NOUN", "ADJ", "ADP", "X", "NUM") and not _inside_name(doc, start, end, entry)
    return True


def _noun(token: Token) -> bool:
    return token.pos_ in ("NOUN", "PROPN") or (token.pos_ == "ADJ" and token.dep_ in ("nsubj", "dobj", "pobj", "conj"))


def _prefixed(doc: Doc, end: int) -> bool:
    """True before a noun that is no name: "deputy" in "deputy chief", "general" in "general election"."""
    return doc[end].pos_ in ("NOUN", "ADJ") and doc[end].text[0].islower()


def _title_shape(doc: Doc, start: int) -> bool:
    return start == 0 or doc[start - 1].ent_type_ != "PERSON" or doc[start].ent_iob_ == "B"


def _names_follow(doc: Doc, index: int) -> bool:
    token = doc[index]
    if token.text == "." and index + 1 < len(doc):
        token = doc[index + 1]
    return token.text[:1].isupper() or (fold(token.text) in word_set("name_particles") and index + 1 < len(doc))


def _inside_name(doc: Doc, start: int, end: int, entry: Entry) -> bool:
    """A country's name inside a person's ("Michael Jordan"), or a surname inside another person's ("Ivanka Trump")."""
    office = entry.kind == "state" and start > 0 and doc[start - 1].lower_ == "of"
    if doc[start].ent_type_ != "PERSON" or (entry.kind == "holder" and not entry.short) or office:
        return False
    before, after = doc[start - 1] if start else None, doc[end] if end < len(doc) else None
    starts_inside = before is not None and doc[start].ent_iob_ == "I" and before.text[0].isupper()
    goes_on = after is not None and after.ent_type_ == "PERSON" and after.ent_iob_ == "I" and after.pos_ == "PROPN"
    return (starts_inside and before is not None and not _titular(before)) or goes_on


def _titular(token: Token) -> bool:
    found = actor_lexicon().entries.get((fold(token.text),), ())
    return any(entry.kind in ("role", "title", "honorific", "demonym", "state", "organisation") for entry in found)
