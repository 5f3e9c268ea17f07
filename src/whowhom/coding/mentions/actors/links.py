"""Noun phrases → the same phrases with what stands after them: "of Chad", "in Hanoi", a name, an apposition."""

from __future__ import annotations

from itertools import pairwise

from spacy.tokens import Doc

from whowhom.coding.mentions.actors.cells import Cell
from whowhom.coding.mentions.actors.lexicon import word_set
from whowhom.coding.mentions.actors.phrases import Phrase
from whowhom.coding.mentions.actors.words import fold


class PhraseLinker:
    """Takes in prepositional phrases from right to left and pairs names with the role nouns beside them."""

    def __init__(self, doc: Doc, phrases: list[Phrase], at: dict[int, Cell]) -> None:
        self.doc = doc
        self.at = at
        self.phrases = phrases
        self.starting = {phrase.start: phrase for phrase in phrases}
        self.taken: set[int] = set()

    def link(self) -> list[Phrase]:
        """The phrases that are left, in order, each with what it took in."""
        for phrase in reversed(self.phrases):
            if phrase.name is not None:
                self._note_affiliation(phrase)
            elif phrase.role is not None:
                self._take_portfolio(phrase)
                self._take_acronym(phrase)
                while self._take_preposition(phrase):
                    continue
                self._take_name(phrase)
        return [phrase for phrase in self.phrases if id(phrase) not in self.taken]

    def _take_portfolio(self, phrase: Phrase) -> None:
        """"minister of foreign affairs", "Ministry for State Security"."""
        if phrase.end + 1 >= len(self.doc) or self.doc[phrase.end].lower_ not in ("of", "for"):
            return
        noun = phrase.role.name.rsplit(" ", 1)[-1] if phrase.role else ""
        if noun not in word_set("with_portfolio"):
            return
        start = phrase.end + 1
        for length in (4, 3, 2, 1):
            run = " ".join(fold(token.text) for token in self.doc[start : start + length])
            if run in word_set("portfolios") or run.removeprefix("the ") in word_set("portfolios"):
                phrase.end = start + length
                self._swallow(phrase, start)
                return

    def _take_acronym(self, phrase: Phrase) -> None:
        """The short form in brackets after a name: "the agency (NADA) of ..."."""
        end = phrase.end
        brackets = end + 2 < len(self.doc) and self.doc[end].text == "(" and self.doc[end + 2].text == ")"
        if brackets and self.doc[end + 1].text.isupper() and self.doc[end + 3 : end + 4].text == "of":
            phrase.end = end + 3
            self._swallow(phrase, end)

    def _note_affiliation(self, phrase: Phrase) -> None:
        """"X of the Green party", "X from the ministry": an organisation after a name tells whose the person is."""
        if phrase.end + 1 >= len(self.doc) or self.doc[phrase.end].lower_ not in ("of", "from", "with"):
            return
        inner = self.starting.get(phrase.end + 1)
        if inner is None or inner.name is not None:
            return
        organ = inner.role is not None and inner.role.noun == "organ"
        if organ or (inner.cell is not None and inner.cell.of("organisation")):
            phrase.inside.append(inner)

    def _swallow(self, phrase: Phrase, start: int) -> None:
        """Phrases that begin inside the words just taken are no actors of their own."""
        for index in range(start, phrase.end):
            inner = self.starting.get(index)
            if inner is not None and inner is not phrase:
                self.taken.add(id(inner))
                phrase.end = max(phrase.end, inner.end)

    def _take_preposition(self, phrase: Phrase) -> bool:
        if phrase.end + 1 >= len(self.doc):
            return False
        preposition = self.doc[phrase.end].lower_
        start = phrase.end + 1
        if preposition == "of" or (preposition == "for" and self._noun(phrase) in word_set("speaking_for")):
            return self._take_owner(phrase, start)
        if preposition in ("for", "to", "on") and self._noun(phrase) in word_set("posted"):
            return self._take_post(phrase, start)
        if preposition == "from" and not phrase.owners:
            return self._take_owner(phrase, start, cells_only=self._strong_person(phrase))
        if preposition in word_set("owner_prepositions") and self._may_be_placed(phrase):
            return self._take_place(phrase, start)
        return False

    @staticmethod
    def _noun(phrase: Phrase) -> str:
        return phrase.role.name if phrase.role else ""

    @staticmethod
    def _strong_person(phrase: Phrase) -> bool:
        return phrase.role is not None and phrase.role.sector is not None

    def _after_article(self, start: int) -> int:
        return start + 1 if start < len(self.doc) and self.doc[start].lower_ == "the" else start

    def _take_owner(self, phrase: Phrase, start: int, cells_only: bool = False) -> bool:
        inner = self.starting.get(start)
        if inner is not None and id(inner) not in self.taken and not cells_only:
            if self._is_head_of_body(phrase, inner):
                phrase.named = inner
            else:
                phrase.inside.append(inner)
            phrase.end = inner.end
            self.taken.add(id(inner))
            return True
        return self._take_cells(phrase, self._after_article(start), ("state", "capital", "place"))

    @staticmethod
    def _is_head_of_body(phrase: Phrase, inner: Phrase) -> bool:
        """"The head of the party X Y": a body's noun before the name says that the name is its head's."""
        person = phrase.role is not None and phrase.role.noun == "person" and not phrase.role.plural
        nouns = [role for cell in inner.modifiers if (role := cell.of("role")) is not None]
        return person and inner.name is not None and bool(nouns) and nouns[-1].noun == "organ"

    def _take_cells(self, phrase: Phrase, start: int, kinds: tuple[str, ...]) -> bool:
        cell = self.at.get(start)
        found = False
        while cell is not None and cell.start == start and any(entry.kind in kinds for entry in cell.entries):
            if self._modifies_other_noun(cell):
                break
            phrase.owners.append(cell)
            phrase.joint |= found
            phrase.end, found = cell.end, True
            start = self._next_conjunct(cell.end)
            cell = self.at.get(start)
        return found

    def _next_conjunct(self, index: int) -> int:
        while index < len(self.doc) and self.doc[index].lower_ in (",", "and", "the"):
            index += 1
        return index

    def _modifies_other_noun(self, cell: Cell) -> bool:
        last = self.doc[cell.end - 1]
        follows = self.doc[cell.end] if cell.end < len(self.doc) else None
        possessive = follows is not None and follows.tag_ == "POS"
        named = self.starting.get(cell.end)
        if named is not None and named.name is not None:
            return False
        nouns = all(token.pos_ in ("NOUN", "PROPN", "ADJ", "NUM") for token in self.doc[cell.end : last.head.i + 1])
        return possessive or (last.dep_ in ("compound", "amod", "nmod") and last.head.i >= cell.end and nouns)

    def _take_post(self, phrase: Phrase, start: int) -> bool:
        """What a posted official is posted to belongs to the phrase but owns nothing in it."""
        inner = self.starting.get(start)
        if inner is not None and inner.name is None and id(inner) not in self.taken:
            self.taken.add(id(inner))
            phrase.end = inner.end
            self._take_town(phrase)
            return True
        index = self._after_article(start)
        cell = self.at.get(index)
        if cell is None or not cell.of("state", "place", "capital") or self._modifies_other_noun(cell):
            return False
        while cell is not None and cell.of("state", "place", "capital"):
            phrase.end = cell.end
            following = self.doc[cell.end].lower_ if cell.end < len(self.doc) else ""
            cell = self.at.get(cell.end + 1) if following == "and" else None
        return True

    def _take_town(self, phrase: Phrase) -> None:
        """The seat of a post: "ambassador to the UN in Geneva"."""
        end = phrase.end
        if end + 1 < len(self.doc) and self.doc[end].lower_ == "in" and self.doc[end + 1].pos_ == "PROPN":
            while end + 1 < len(self.doc) and self.doc[end + 1].pos_ == "PROPN":
                end += 1
            phrase.end = end + 1

    def _may_be_placed(self, phrase: Phrase) -> bool:
        role = phrase.role
        if role is None or phrase.owners or phrase.possessors or phrase.inside:
            return False
        if (role.sector is None and not phrase.modifiers) or role.name in word_set("away"):
            return False
        return role.plural or role.noun != "person" or role.sector in word_set_upper("local_sectors")

    def _take_place(self, phrase: Phrase, start: int) -> bool:
        index = self._after_article(start)
        cell = self.at.get(index)
        if cell is None or cell.start != index or self._modifies_other_noun(cell):
            return False
        role = phrase.role
        official = role is not None and role.noun == "person" and role.sector in (None, "GOV", "LEG")
        if not cell.of("state", "place", "capital") or official:
            return False
        phrase.owners.append(cell)
        phrase.end = cell.end
        return True

    def _take_name(self, phrase: Phrase) -> None:
        """"President of Russia Vladimir Putin": the name straight after the office is its head."""
        inner = self.starting.get(phrase.end)
        if inner is None or inner.name is None or inner.start != inner.core_start or id(inner) in self.taken:
            return
        if phrase.role is None or phrase.role.noun != "person" or phrase.role.plural or phrase.end == phrase.core_end:
            return
        phrase.named = inner
        phrase.end = inner.end
        self.taken.add(id(inner))


def word_set_upper(name: str) -> frozenset[str]:
    """A word list of codes, which are folded like all others, back in capitals."""
    return frozenset(word.upper() for word in word_set(name))


def appositions(doc: Doc, phrases: list[Phrase]) -> dict[int, Phrase]:
    """For the index of a role phrase beside a name or organisation across a comma: the phrase that it describes."""
    pairs: dict[int, Phrase] = {}
    for index, (left, right) in enumerate(pairwise(phrases)):
        if right.start != left.end + 1 or doc[left.end].text not in (",", "–", "—"):
            continue
        if describes(left, right) and not _listed(doc, right):
            pairs[index] = right
        elif describes(right, left) and index not in pairs:
            pairs[index + 1] = left
    pairs.update(_predicated(doc, phrases, pairs))
    return pairs


def _predicated(doc: Doc, phrases: list[Phrase], known: dict[int, Phrase]) -> dict[int, Phrase]:
    """"X is the director of Y": the noun after a form of "be" describes the named subject."""
    at = {index: phrase for phrase in phrases for index in range(phrase.core_start, phrase.core_end)}
    pairs: dict[int, Phrase] = {}
    for index, phrase in enumerate(phrases):
        head = doc[phrase.core_start : phrase.core_end].root
        if index in known or head.dep_ != "attr" or head.head.lemma_ != "be":
            continue
        subjects = (child for child in head.head.children if child.dep_ == "nsubj")
        named = next((at[subject.i] for subject in subjects if subject.i in at), None)
        if named is not None and describes(phrase, named) and named.name is not None:
            pairs[index] = named
    return pairs


def describes(role: Phrase, named: Phrase) -> bool:
    """True when a singular role noun can describe the named person or organisation."""
    if role.role is None or role.role.plural or role.named is not None:
        return False
    if named.name is not None:
        return role.role.noun == "person" and _barely_titled(named)
    organisation = named.cell is not None and named.cell.of("organisation") is not None
    return organisation and role.role.noun == "organ" and role.start != role.core_start


def _barely_titled(named: Phrase) -> bool:
    """True for a name alone or after "Dr" or "Gen.", which say less than the role noun beside it."""
    titles = all(cell.of("title", "honorific") and not cell.of("role") for cell in named.modifiers)
    return named.start == named.core_start or (titles and not named.owners and not named.possessors)


def _listed(doc: Doc, phrase: Phrase) -> bool:
    return phrase.end < len(doc) and doc[phrase.end].lower_ in ("and", "or")
