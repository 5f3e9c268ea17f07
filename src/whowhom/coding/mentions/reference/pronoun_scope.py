"""A pronoun → the subjects that govern it, those it cannot mean, and the nouns that it may mean instead of an actor."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from spacy.tokens import Token

from whowhom.coding.mentions.reference.clauses import (
    OBJECTS,
    SUBJECTS,
    chain_head,
    clause_root,
    governing_verb,
    is_subject,
    outer_subjects,
    own_object,
    own_subject,
    subject_of,
)
from whowhom.coding.mentions.reference.discourse import Antecedent, Discourse, coordinated
from whowhom.coding.mentions.reference.words import words
from whowhom.core.actor import Actor


def own_clause(discourse: Discourse, token: Token) -> set[Actor]:
    """Those who cannot be meant by a pronoun that is no possessive: subject and object of the same verb."""
    verb = governing_verb(token)
    if token.dep_ == "poss" or verb is None or token.lower_ in words("pronouns", "reflexive"):
        return set()
    barred: set[Actor] = set()
    for other in (subject_of(verb), own_object(verb)):
        if other is not None and other != token and (found := discourse.at(other)) is not None:
            barred.update(found.actors)
    return barred


def subjects_around(
    discourse: Discourse, token: Token, fits: Callable[[Antecedent], bool]
) -> Iterator[Antecedent | Token]:
    """The subjects of the clauses around the pronoun, innermost first: fitting mentions, or the nouns that are none."""
    own = governing_verb(token)
    personal = token.lower_ in words("pronouns", "male") | words("pronouns", "female")
    for close in (joined_with(discourse, token), whose_noun(discourse, token)):
        if close is not None and fits(replace(close, weak=False)):
            yield close
    for subject in outer_subjects(token):
        if token.dep_ != "poss" and own is not None and not is_subject(token) and subject_of(own) == subject:
            continue
        found = discourse.at(subject)
        if found is None:
            owner = _owner(discourse, subject) if token.dep_ == "poss" or personal else None
            if owner is not None and fits(owner) and owner.token < token.i:
                yield owner
            elif subject.pos_ in ("NOUN", "PROPN") and subject.i < token.i and _does(subject, token):
                yield subject
        elif fits(found) and _fits_number(discourse, token, found) and (found.token < token.i or _fronted(token)):
            yield found


def joined_with(discourse: Discourse, token: Token) -> Antecedent | None:
    """Whose "his", "its" or "their" is after "and": "the United States and its allies"."""
    owned = token.head
    if token.dep_ != "poss" or owned.dep_ != "conj":
        return None
    found = discourse.at(owned.head) or discourse.at(chain_head(owned))
    return found if found is not None and found.token < token.i else None


def whose_noun(discourse: Discourse, token: Token) -> Antecedent | None:
    """Whose the larger noun phrase is that a possessive stands in: "US indifference to its allies"."""
    phrase = token.head
    if token.dep_ != "poss" or phrase.dep_ != "pobj" or phrase.head.dep_ != "prep":
        return None
    owners = (child for child in phrase.head.head.children if child.dep_ in ("poss", "compound", "nmod", "amod"))
    return next((found for child in owners if child.i < token.i and (found := discourse.at(child))), None)


def _owner(discourse: Discourse, noun: Token) -> Antecedent | None:
    """The possessor of a noun that is no actor: "Putin's warning came after he …"."""
    return next((found for child in noun.children if child.dep_ == "poss" and (found := discourse.at(child))), None)


def _does(subject: Token, token: Token) -> bool:
    """True for a subject, and for an object that does the lower verb; not for the noun that a relative clause is on."""
    return subject.dep_ in SUBJECTS or (subject.dep_ in OBJECTS and not subject.is_ancestor(token))


def _fits_number(discourse: Discourse, token: Token, found: Antecedent) -> bool:
    """A singular pronoun is not one of two who are the subject together."""
    plural = token.lower_ in words("pronouns", "plural")
    return plural or len(coordinated(discourse, discourse.doc[found.token])) < 2


def _fronted(token: Token) -> bool:
    """True for a pronoun before the main subject, in a clause or phrase that leans on it ("In his speech, X said")."""
    root = clause_root(token)
    arc = next((child for child in root.children if child == token or child.is_ancestor(token)), None)
    return arc is not None and arc.dep_ in ("advcl", "prep", "npadvmod") and arc.i < root.i


def rival(discourse: Discourse, sentence: int, current: int, tags: Collection[str]) -> bool:
    """True when from that sentence on some noun that is no actor is a main subject ("The deal … It …")."""
    for number in range(sentence, current):
        root = next((token for token in _sentence(discourse, number) if token.head == token), None)
        subject = own_subject(root) if root is not None else None
        if subject is not None and subject.tag_ in tags and discourse.at(subject) is None:
            return not told(subject)
    return False


def _sentence(discourse: Discourse, number: int) -> list[Token]:
    start = discourse.sentences.index(number)
    return [token for token in discourse.doc[start : start + 120] if discourse.sentences[token.i] == number]


def told(noun: Token) -> bool:
    """True for a noun that does something only people do, so that "its" after it points further back."""
    return noun.head.lemma_ in words("speech", "verbs") or noun.ent_type_ == "PERSON"
