"""Cells and names → noun phrases for actors: each head with the titles, owners and modifiers before it."""

from __future__ import annotations

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.actors.cells import OWNERS, Cell
from whowhom.coding.mentions.actors.lexicon import Entry, word_set
from whowhom.coding.mentions.actors.names import Name
from whowhom.coding.mentions.actors.words import POSSESSIVE, fold

_BEFORE_NOUN = frozenset({"compound", "amod", "nmod", "poss", "nummod", "case", "punct", "quantmod", "npadvmod"}) | {
    "advmod", "predet", "det", "npmod"
}
_DATED = frozenset({"DATE", "TIME"})


@dataclass(slots=True)
class Phrase:
    """A noun phrase over tokens ``[start, end)`` around its core.

    ``owners`` are the cells that say whose it is, nearest to the start first; ``modifiers`` those that say of what
    kind; ``possessors`` the names before a possessive; ``seats`` where it
    is based; ``inside`` the phrases taken in after "of", "for" or "from",
    ``named`` the name straight after an office ("President of Russia Vladimir Putin").
    """

    start: int
    end: int
    core_start: int
    core_end: int
    name: Name | None = None
    cell: Cell | None = None
    owners: list[Cell] = field(default_factory=list)
    modifiers: list[Cell] = field(default_factory=list)
    possessors: list[Name] = field(default_factory=list)
    seats: list[Cell] = field(default_factory=list)
    inside: list[Phrase] = field(default_factory=list)
    named: Phrase | None = None
    joint: bool = False
    definite: bool = False

    @property
    def role(self) -> Entry | None:
        """The role noun at the core, if that is what the core is."""
        return self.cell.of("role") if self.cell is not None and self.name is None else None


class PhraseBuilder:
    """Grows phrases leftwards from their cores, right to left, so that no token is used twice."""

    def __init__(self, doc: Doc, cells: list[Cell], names: list[Name]) -> None:
        self.doc = doc
        in_name = {index for name in names for index in range(name.start, name.end)}
        self.cells = [cell for cell in cells if not in_name & set(range(cell.start, cell.end))]
        self.names = names
        self.at = {index: cell for cell in self.cells for index in range(cell.start, cell.end)}
        self.name_at = {index: name for name in names for index in range(name.start, name.end)}
        self.used: set[int] = set()

    def build(self) -> list[Phrase]:
        """All phrases of the document, in order."""
        phrases = [phrase for core in self._cores() if (phrase := self._grown(core)) is not None]
        return sorted(phrases, key=lambda phrase: phrase.start)

    def _cores(self) -> list[Phrase]:
        cores = [Phrase(n.start, n.end, n.start, n.end, name=n) for n in self.names]
        cores += [Phrase(c.start, c.end, c.start, c.end, cell=c) for c in self.cells if self._can_head(c)]
        return sorted(cores, key=lambda core: -core.core_end)

    def _can_head(self, cell: Cell) -> bool:
        if cell.of("role", "organisation", "seat"):
            return True
        entry = cell.of("demonym")
        return entry is not None and is_people(self.doc, cell, entry)

    def _grown(self, phrase: Phrase) -> Phrase | None:
        if any(index in self.used for index in range(phrase.core_start, phrase.core_end)):
            return None
        self._take_organisation_entity(phrase)
        self._extend_left(phrase)
        self._begin_with_entity(phrase)
        self._join_owners(phrase)
        while phrase.start < phrase.core_start and self._is_glue(self.doc[phrase.start]):
            phrase.start += 1
        if phrase.role is not None and self._is_nobody(phrase):
            return None
        self.used.update(range(phrase.start, phrase.end))
        return phrase

    def _take_organisation_entity(self, phrase: Phrase) -> None:
        """"Ministry of Education and Sports": a capitalised organ takes in the rest of the parser's entity."""
        role = phrase.role
        last = self.doc[phrase.core_end - 1]
        if role is None or role.noun != "organ" or last.ent_type_ != "ORG" or not last.text[0].isupper():
            return
        end = phrase.core_end
        while end < len(self.doc) and self.doc[end].ent_type_ == "ORG" and self.doc[end].ent_iob_ == "I":
            cell = self.at.get(end + 1)
            whose = self.doc[end].lower_ == "of" and cell is not None and cell.of("state", "place", "capital")
            if end in self.used or fold(self.doc[end].text) == POSSESSIVE or whose:
                break
            end += 1
        phrase.end = end

    def _begin_with_entity(self, phrase: Phrase) -> None:
        """A capitalised noun that ends an organisation's name has all of it: "Union of Concerned Scientists"."""
        last = self.doc[phrase.core_end - 1]
        if phrase.role is None or last.ent_type_ != "ORG" or not last.text[0].isupper():
            return
        start = phrase.core_end - 1
        while start > 0 and self.doc[start].ent_iob_ == "I" and start - 1 not in self.used:
            start -= 1
        for index in range(phrase.start - 1, start - 1, -1):
            cell = self.at.get(index)
            if cell is not None and cell.start == index and cell.of(*OWNERS):
                phrase.owners.insert(0, cell)
        phrase.start = min(phrase.start, start)

    def _extend_left(self, phrase: Phrase) -> None:
        while phrase.start > 0 and not self.doc[phrase.start].is_sent_start:
            before = self.doc[phrase.start - 1]
            if before.i in self.used or before.is_space:
                return
            if before.pos_ == "DET" or fold(before.text) in ("the", "a", "an", "both"):
                phrase.definite |= fold(before.text) in word_set("definite")
                if before.i > 0 and self.doc[before.i - 1].dep_ == "predet":
                    phrase.definite |= fold(self.doc[before.i - 1].text) in word_set("definite")
                    phrase.start -= 1
                phrase.start -= 1
                return
            if before.tag_ == "PRP$":
                phrase.definite = True
                return
            if not self._absorb(phrase, before):
                return

    def _absorb(self, phrase: Phrase, before: Token) -> bool:
        cell, name = self.at.get(before.i), self.name_at.get(before.i)
        attached = before.dep_ in _BEFORE_NOUN and phrase.start <= before.head.i < phrase.end
        if name is not None:
            return self._absorb_name(phrase, name)
        if cell is not None and phrase.name is not None and self._of_before(cell):
            return False
        if cell is not None and cell.end == before.i + 1 and (attached or self._adjacent_title(phrase, cell)):
            self._take_cell(phrase, cell)
            return True
        if fold(before.text) == POSSESSIVE and before.tag_ == "POS":
            phrase.definite = True
            phrase.start -= 1
            return True
        if before.text == ")" and (owner := self._named_before_bracket(phrase, before)) is not None:
            self._take_cell(phrase, owner)
            return True
        if before.text in ("-", "–") and before.i > 0 and not (before.whitespace_ or before.nbor(-1).whitespace_):
            phrase.start -= 1
            return True
        plain = not before.is_punct and before.ent_type_ not in _DATED
        if attached and plain and not self._ends_before(phrase, before):
            phrase.start -= 1
            return True
        return False

    def _named_before_bracket(self, phrase: Phrase, bracket: Token) -> Cell | None:
        """The organisation of "Rapid Support Forces (RSF) fighters", whose short form stands between name and noun."""
        if phrase.role is None or bracket.i < 3 or bracket.nbor(-2).text != "(" or not bracket.nbor(-1).text.isupper():
            return None
        cell = self.at.get(bracket.i - 3)
        return cell if cell is not None and cell.end == bracket.i - 2 and cell.of("organisation") else None

    def _of_before(self, cell: Cell) -> bool:
        """The country in "President of Serbia Vucic" belongs to the office."""
        return cell.of("state") is not None and cell.start > 0 and self.doc[cell.start - 1].lower_ == "of"

    @staticmethod
    def _is_glue(token: Token) -> bool:
        return token.tag_ == "POS" or token.is_punct

    def _is_nobody(self, phrase: Phrase) -> bool:
        """The second half of a hyphenated word ("cross-country"), or an undertaking ("Operation Olive Branch")."""
        last = self.doc[phrase.core_end - 1]
        title = last.text[0].isupper() and last.dep_ == "compound" and last.head.i == phrase.core_end
        if title and last.head.pos_ == "PROPN" and last.head.i not in self.name_at and last.head.i not in self.at:
            # "A Democracy Summit", "Army Day": part of another name.
            return True
        hyphen = phrase.start == phrase.core_start and phrase.start > 0 and self.doc[phrase.start - 1].text == "-"
        before = {fold(token.text) for token in self.doc[phrase.start : phrase.core_start] if token.text[0].isupper()}
        return hyphen or bool(before & word_set("undertakings") and self.doc[phrase.core_start].text[0].isupper())

    def _ends_before(self, phrase: Phrase, before: Token) -> bool:
        """A common noun never stands before a nationality inside one phrase: "a charge | Afghan officials rejected"."""
        cell = self.at.get(phrase.start)
        national = cell is not None and cell.start == phrase.start and cell.of("demonym") is not None
        return national and before.pos_ == "NOUN" and before.text.islower()

    def _absorb_name(self, phrase: Phrase, name: Name) -> bool:
        """"Putin's spokesman", "the Biden administration"; two names side by side are two people."""
        possessive = fold(self.doc[phrase.start].text) == POSSESSIVE
        if phrase.name is not None and not possessive:
            return False
        last = self.doc[name.end - 1]
        attached = phrase.start <= last.head.i < phrase.end and last.dep_ in _BEFORE_NOUN
        if not possessive and not (phrase.role and attached):
            return False
        phrase.possessors.append(name)
        phrase.start = name.start
        return True

    def _adjacent_title(self, phrase: Phrase, cell: Cell) -> bool:
        """Words that belong to what follows whatever the parser says: demonyms, titles, a role before a name."""
        if self.doc[cell.end - 1].whitespace_ == "" and cell.end < phrase.start:
            return False
        entry = cell.of("demonym")
        if entry is not None:
            return not is_people(self.doc, cell, entry)
        if phrase.role is not None and cell.of("organisation") and cell.end == phrase.start:
            return self.doc[phrase.start].text[0].islower()
        if phrase.name is None and not (phrase.cell and phrase.cell.of("organisation")):
            return False
        role = cell.of("role")
        if role is not None and phrase.name is None:
            return role.noun == "organ" and not role.plural
        if role is not None:
            return not role.plural or self.doc[cell.end - 1].text[0].isupper()
        return cell.of("title", "honorific") is not None

    def _take_cell(self, phrase: Phrase, cell: Cell) -> None:
        phrase.start = cell.start
        if cell.of(*OWNERS) and after_hyphen(self.doc, cell) in word_set("seated"):
            phrase.seats.append(cell)
        elif cell.of(*OWNERS) and not self._disowned(cell):
            phrase.owners.insert(0, cell)
        if cell.of("role", "title", "modifier", "organisation", "seat"):
            phrase.modifiers.insert(0, cell)

    def _disowned(self, cell: Cell) -> bool:
        """"Iran-backed", "Turkish-born", "pro-Russian": the name says nothing of whose the noun is."""
        after, before = after_hyphen(self.doc, cell), before_hyphen(self.doc, cell)
        return after in word_set("unowned") or before in word_set("stances")

    def _join_owners(self, phrase: Phrase) -> None:
        """"Russian, Turkish and U.S. officials": each adjective joined by comma or "and" owns the noun too."""
        first = self.at.get(phrase.start)
        if phrase.role is None or first is None or not self._joins(first):
            return
        while phrase.start > 1 and self.doc[phrase.start - 1].lower_ in ("and", ",", "or", "&"):
            gap = phrase.start - 1
            if self.doc[gap - 1].text == "," and self.doc[gap].lower_ == "and":
                gap -= 1
            cell = self.at.get(gap - 1)
            if cell is None or not self._joins(cell) or cell.end != gap or gap - 1 in self.used:
                return
            phrase.start, phrase.joint = cell.start, True
            phrase.owners.insert(0, cell)
            self._extend_left(phrase)

    def _joins(self, cell: Cell) -> bool:
        """Adjectives, and initials that serve as adjectives: "U.S. and British", "EU and Iranian"."""
        entry = cell.of("demonym", "state", "organisation")
        if entry is None or (entry.kind == "demonym" and is_people(self.doc, cell, entry)):
            return False
        return entry.kind == "demonym" or entry.case == "upper"


def is_people(doc: Doc, cell: Cell, entry: Entry) -> bool:
    """True when a demonym is a noun ("the Israelis", "15 French") rather than an adjective before one."""
    last = doc[cell.end - 1]
    if entry.plural:
        return not (last.dep_ in ("compound", "amod") and last.head.i == cell.end)
    noun = last.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj", "conj", "attr") and last.pos_ in ("NOUN", "PROPN", "ADJ")
    return noun and (cell.end >= len(doc) or doc[cell.end].pos_ not in ("NOUN", "PROPN", "ADJ"))


def after_hyphen(doc: Doc, cell: Cell) -> str | None:
    """The word joined to the cell's end by a hyphen, if any."""
    if cell.end + 1 < len(doc) and doc[cell.end].text in ("-", "–") and not doc[cell.end].whitespace_:
        return fold(doc[cell.end + 1].text)
    return None


def before_hyphen(doc: Doc, cell: Cell) -> str | None:
    """The word joined to the cell's start by a hyphen, if any."""
    if cell.start >= 2 and doc[cell.start - 1].text in ("-", "–") and not doc[cell.start - 1].whitespace_:
        return fold(doc[cell.start - 2].text)
    return None
