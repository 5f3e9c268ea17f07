"""The state of an article as it is read from its start: who was mentioned where, how, and with which roles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.mention import ActorMention, PlaceMention
from whowhom.coding.mentions.reference.clauses import chain_head, is_subject, sentence_numbers
from whowhom.coding.mentions.reference.gender import gender_of
from whowhom.coding.mentions.reference.quotations import Quotation, quotations
from whowhom.coding.mentions.reference.same_name import plain_words
from whowhom.coding.mentions.reference.words import person_nouns, sectors, words
from whowhom.core.actor import Actor

Nature = Literal["person", "people", "state", "organisation"]
# What a town weighs beside a state that is named, when the country of unnamed people is sought.
_TOWN = 0.3
PLURAL_TAGS = frozenset({"NNS", "NNPS"})


@dataclass(frozen=True, slots=True)
class Antecedent:
    """A resolved mention that later words can point back to.

    ``weak`` marks words that name somebody in passing: a demonym before a noun, a capital after "in".
    """

    index: int
    token: int
    sentence: int
    nature: Nature
    plural: bool
    subject: bool
    weak: bool
    gender: str | None
    actors: tuple[Actor, ...]


@dataclass(slots=True)
class Discourse:
    """What is known up to the mention that is being resolved; ``mentions`` fills up as the walk goes on."""

    doc: Doc
    mentions: list[ActorMention]
    sentences: list[int]
    quotations: tuple[Quotation, ...]
    roles: dict[Actor, frozenset[str]]
    genders: dict[Actor, str]
    covering: dict[int, int]
    located: dict[int, str] = field(default_factory=dict)
    history: list[Antecedent] = field(default_factory=list)
    countries: list[tuple[int, str, float]] = field(default_factory=list)

    def resolve(self, index: int, actors: tuple[Actor, ...]) -> None:
        """Write down whom mention ``index`` stands for."""
        if actors:
            self.mentions[index] = replace(self.mentions[index], actors=actors)

    def remember(self, index: int) -> None:
        """Let later words point back to mention ``index``, when it is resolved."""
        found = self.antecedent(index)
        if found is not None:
            self.history.append(found)
            for actor in found.actors:
                if actor.country and actor.country not in ("IGO", "NGO"):
                    weight = 0.5 if found.weak else 1.5 if found.subject else 1.0
                    self.countries.append((found.sentence, actor.country, weight))

    def exchange(self, known: Actor, better: Actor) -> None:
        """Put ``better`` in the place of ``known`` wherever it was mentioned or will be."""
        for index, mention in enumerate(self.mentions):
            if known in mention.actors:
                actors = tuple(better if actor == known else actor for actor in mention.actors)
                self.mentions[index] = replace(mention, actors=actors)
        for position, found in enumerate(self.history):
            if known in found.actors:
                actors = tuple(better if actor == known else actor for actor in found.actors)
                self.history[position] = replace(found, actors=actors)
        if known in self.roles:
            self.roles[better] = self.roles.pop(known)
        if known in self.genders:
            self.genders[better] = self.genders.pop(known)

    def antecedent(self, index: int) -> Antecedent | None:
        """Mention ``index`` as something to point back to, wherever it stands; None as long as it is unresolved."""
        mention = self.mentions[index]
        if not mention.actors:
            return None
        token = self.doc[mention.head]
        nature = nature_of(self.doc, mention)
        collective = token.lemma_.lower() in words("people", "collective")
        plural = nature == "people" or len(mention.actors) > 1 or collective
        known = {self.genders.get(actor) for actor in mention.actors} if len(mention.actors) == 1 else {None}
        return Antecedent(
            index, mention.head, self.sentences[mention.head], nature,
            plural, is_subject(token), _in_passing(mention, token),
            gender_of(self.doc, mention) or known.pop(), mention.actors,
        )

    def at(self, token: Token) -> Antecedent | None:
        """The resolved mention whose words hold ``token``."""
        index = self.covering.get(token.i)
        return self.antecedent(index) if index is not None else None

    def bearer(self, token: Token) -> Antecedent | None:
        """The named person of that surname, for a name that is no mention of its own ("Novak's spokesman")."""
        for index, mention in enumerate(self.mentions):
            named = mention.kind == "person" and len(mention.actors) == 1
            if named and plain_words(mention.actors[0].name)[-1:] == plain_words(token.text):
                return self.antecedent(index)
        return None

    def quotation(self, token: int) -> Quotation | None:
        """The quotation that holds token number ``token``."""
        return next((quotation for quotation in self.quotations if quotation.start <= token < quotation.end), None)

    def speaker(self, token: int) -> Antecedent | None:
        """Who says the quotation that token number ``token`` stands in."""
        quotation = self.quotation(token)
        if quotation is None or quotation.speaker is None:
            return None
        return self.at(self.doc[quotation.speaker])

    def recent(self, token: int, within: int) -> Iterator[Antecedent]:
        """What was mentioned in the ``within`` sentences before the token's and in its own, the latest first."""
        sentence = self.sentences[token]
        for antecedent in reversed(self.history):
            if antecedent.sentence < sentence - within:
                return
            if antecedent.token < token:
                yield antecedent


def begin(doc: Doc, mentions: Sequence[ActorMention], places: Sequence[PlaceMention] = ()) -> Discourse:
    """The discourse before its first word; ``mentions`` have been through ``same_name``."""
    covering: dict[int, int] = {}
    for index, mention in enumerate(mentions):
        for token in range(mention.start, mention.end):
            if token == mention.head or token not in covering:
                covering[token] = index
    genders: dict[Actor, str] = {}
    for mention in mentions:
        if mention.kind == "person" and mention.actors:
            gender = gender_of(doc, mention)
            if gender:
                genders.setdefault(mention.actors[0], gender)
    located = {
        token: place.place.country for place in places if place.place.country for token in range(place.start, place.end)
    }
    roles, sentences = _roles(doc, mentions, covering), sentence_numbers(doc)
    discourse = Discourse(doc, list(mentions), sentences, quotations(doc), roles, genders, covering, located)
    for place in places:
        if place.place.country and place.start not in covering:
            # Towns and datelines tell where the article is, too.
            discourse.countries.append((sentences[place.start], place.place.country, _TOWN))
    return discourse


def _roles(doc: Doc, mentions: Sequence[ActorMention], covering: dict[int, int]) -> dict[Actor, frozenset[str]]:
    """For each person, the words of the titles before the name and of the nouns in apposition to it."""
    found: dict[Actor, set[str]] = defaultdict(set)
    for mention in mentions:
        if mention.kind != "person" or len(mention.actors) != 1:
            continue
        actor = mention.actors[0]
        named = set(actor.name.casefold().split())
        found[actor].update(token.lower_ for token in doc[mention.start : mention.end] if token.lower_ not in named)
        for noun in (*appositions(doc[mention.head]), *distant_appositions(doc[mention.head])):
            if covering.get(noun.i) is None or mentions[covering[noun.i]].kind != "person":
                found[actor].update(noun_words(noun))
    return {actor: frozenset(roles) for actor, roles in found.items()}


def appositions(token: Token) -> Iterator[Token]:
    """The nouns that stand in apposition to ``token``, on either side, or that it is said to be ("X is head")."""
    for child in token.children:
        if child.dep_ == "appos":
            yield child
    if token.dep_ == "appos":
        yield token.head
    wanted = {"nsubj": "attr", "attr": "nsubj"}.get(token.dep_)
    if wanted is not None and token.head.lemma_ == "be":
        yield from (child for child in token.head.children if child.dep_ == wanted)


def distant_appositions(token: Token) -> Iterator[Token]:
    """What stands beside the last noun of a phrase but names the whole: "the envoy for Syria, Geir Holm" and back."""
    for preposition in token.children:
        if preposition.dep_ == "prep":
            for inner in preposition.children:
                yield from (child for child in inner.children if inner.dep_ == "pobj" and child.dep_ == "appos")
    above = token.head
    if token.dep_ == "appos" and above.dep_ == "pobj" and above.head.dep_ == "prep":
        yield above.head.head


def noun_words(noun: Token) -> set[str]:
    """The noun and its modifiers, as lower-case lemmas."""
    modifiers = (child for child in noun.children if child.dep_ in ("compound", "amod", "nmod"))
    return {noun.lemma_.lower(), *(child.lemma_.lower() for child in modifiers)}


def nature_of(doc: Doc, mention: ActorMention) -> Nature:
    """What kind of thing the mention's words name."""
    if mention.kind == "person":
        return "person"
    if mention.kind in ("state", "capital", "demonym"):
        return "state"
    if mention.kind == "organisation":
        return "organisation"
    noun = doc[mention.head]
    if mention.kind == "pronoun":
        return _nature_of_pronoun(noun, mention.actors)
    lemma = noun.lemma_.lower()
    if noun.tag_ in PLURAL_TAGS:
        return "people"
    if lemma in words("people", "collective"):
        return "organisation" if lemma in sectors("organs") else "people"
    if lemma in words("states", "nouns"):
        return "state"
    if lemma in sectors("organs") or lemma in words("bands", "nouns") or lemma in words("unions", "nouns"):
        return "organisation" if lemma not in words("bands", "armed") else "person"
    return "person" if lemma in person_nouns() else "organisation"


def _nature_of_pronoun(noun: Token, actors: tuple[Actor, ...]) -> Nature:
    word = noun.lower_
    if word in words("pronouns", "male") or word in words("pronouns", "female"):
        return "person"
    if word in words("pronouns", "neuter"):
        return "state" if len(actors) == 1 and actors[0].sector == "GOV" else "organisation"
    return "people"


def _in_passing(mention: ActorMention, token: Token) -> bool:
    modifier = token.dep_ in ("compound", "amod", "nmod") and mention.kind in ("group", "role")
    if mention.kind == "demonym" or modifier:
        return True
    place = token.dep_ == "pobj" and token.head.lower_ in words("control", "place_prepositions")
    return mention.kind in ("capital", "state") and place


def coordinated(discourse: Discourse, token: Token) -> tuple[Antecedent, ...]:
    """The mentions joined by "and" or commas to ``token`` and its own, in order ("Putin and Xi")."""
    first = chain_head(token)
    heads = [first]
    heads.extend(child for child in first.subtree if child.dep_ == "conj" and chain_head(child) == first)
    return tuple(found for head in heads if (found := discourse.at(head)) is not None)


def distinct(actors: Iterable[Actor]) -> tuple[Actor, ...]:
    """Each actor once, in order."""
    return tuple(dict.fromkeys(actors))
