"""The pronouns "it" and "its" → the state or organisation meant, nobody where they stand for no actor."""

from __future__ import annotations

from collections.abc import Callable

from spacy.tokens import Token

from whowhom.coding.mentions.reference.clauses import (
    OBJECTS,
)
from whowhom.coding.mentions.reference.discourse import PLURAL_TAGS, Antecedent, Discourse
from whowhom.coding.mentions.reference.pronoun_scope import own_clause, rival, subjects_around, told
from whowhom.coding.mentions.reference.words import sectors, words
from whowhom.core.actor import Actor

_THING_WINDOW = 2


def pleonastic(token: Token) -> bool:
    """True for the "it" of "it is necessary that", "it was agreed", "it seems"."""
    verb = token.head
    if token.lower_ != "it" or token.dep_ not in ("nsubj", "nsubjpass", "expl"):
        return False
    if token.dep_ == "expl":
        return True
    children = list(verb.children)
    clause = any(child.dep_ in ("ccomp", "xcomp", "csubj", "csubjpass", "advcl", "acl") for child in children)
    if token.dep_ == "nsubjpass":
        return verb.lemma_ in words("pleonastic", "passives") and (clause or len(children) < 5)
    if verb.pos_ == "AUX":
        if any(child.dep_ == "attr" and child.pos_ == "NOUN" and not _body(child) for child in children):
            return True
        said = (child for child in children if child.dep_ in ("acomp", "attr", "prep", "advmod"))
        return any(child.lemma_.lower() in words("pleonastic", "adjectives") or child.pos_ == "PRON" for child in said)
    return verb.lemma_ in words("pleonastic", "verbs")


def _body(noun: Token) -> bool:
    """True for what a state or organisation can be said to be: "it is a member", "it is the largest bloc"."""
    lemma = noun.lemma_.lower()
    bodies = words("states", "nouns") | words("unions", "nouns") | words("bands", "nouns")
    return lemma in bodies or lemma in sectors("bodies")


def resolve_thing(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    barred = own_clause(discourse, token)
    speaker = discourse.speaker(token.i)
    if speaker is not None:
        barred |= set(speaker.actors)

    def fits(found: Antecedent) -> bool:
        thing = found.nature in ("state", "organisation") and len(found.actors) == 1
        return thing and not found.weak and not barred.intersection(found.actors)

    if token.dep_ in OBJECTS or token.dep_ == "pobj":
        return _object_before(discourse, token, fits)
    for found in subjects_around(discourse, token, fits):
        if isinstance(found, Antecedent):
            return found.actors
        if found.tag_ not in PLURAL_TAGS and not told(found):
            return ()
    return _thing_before(discourse, token, fits)


def _object_before(discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool]) -> tuple[Actor, ...]:
    """An object "it" is seldom an actor: only when a clause before it in the sentence has one as its object."""
    for found in discourse.recent(token.i, 0):
        if fits(found) and discourse.doc[found.token].dep_ in OBJECTS | {"pobj", "appos", "conj"}:
            between = discourse.doc[found.token + 1 : token.i]
            return () if any(other.dep_ in OBJECTS and other.tag_ == "NN" for other in between) else found.actors
    return ()


def _thing_before(discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool]) -> tuple[Actor, ...]:
    candidates = [found for found in discourse.recent(token.i, _THING_WINDOW) if fits(found)]
    sentence = discourse.sentences[token.i]
    if token.dep_ == "poss":
        inside = [found for found in candidates if found.sentence == sentence]
        if inside:
            return next((found for found in inside if found.subject), inside[0]).actors
    subjects = [found for found in candidates if found.subject and found.sentence < sentence]
    if not subjects:
        return ()
    latest = max(found.sentence for found in subjects)
    if rival(discourse, latest, sentence, ("NN", "NNP")):
        return ()
    return next(found for found in reversed(subjects) if found.sentence == latest).actors
