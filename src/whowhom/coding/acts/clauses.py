"""Where one clause ends and another begins in a parsed sentence."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from spacy.tokens import Token

from whowhom.vocab.load import read_toml

_CLAUSAL = frozenset({"ROOT", "ccomp", "advcl", "relcl", "acl", "csubj", "csubjpass", "parataxis", "pcomp", "xcomp"})


def is_verb(token: Token) -> bool:
    """True for a verb that can head a clause."""
    return token.pos_ in ("VERB", "AUX") and token.dep_ not in ("aux", "auxpass", "amod", "compound")


def opens_clause(token: Token) -> bool:
    """True for the head of a clause of its own, a coordinated one included."""
    return is_verb(token) and (token.dep_ in _CLAUSAL or token.dep_ == "conj")


def clause_verb(token: Token) -> Token | None:
    """The verb of the clause in which ``token`` stands (itself, if it is one); None in a heading without verb."""
    for head in (token, *token.ancestors):
        if is_verb(head):
            return head
    return None


def steps_up(token: Token) -> Iterator[int]:
    """Indices of the words above ``token``, up to and with the first verb that heads a clause."""
    for head in token.ancestors:
        yield head.i
        if opens_clause(head):
            return


def owners(trigger: Token) -> Iterator[Token]:
    """The words on which a time of the act may hang: itself, its verb, and the verbs whose time it shares."""
    yield trigger
    verb = clause_verb(trigger)
    if verb is None:
        return
    if verb.i != trigger.i:
        if not _names_act_for(trigger, verb):
            return
        yield verb
    while verb.dep_ in ("conj", "advcl") and verb.head.i != verb.i:
        if verb.dep_ == "advcl" and verb.tag_ != "VBG":
            return
        if _has_own_mark(verb):
            return
        verb = verb.head
        yield verb


def _has_own_mark(verb: Token) -> bool:
    """True when a coordinated verb stands in another tense than the first, so that the first's time is not its own."""
    return any(child.dep_ == "aux" and child.lower_ in ("will", "would", "had", "to") for child in verb.children)


def _names_act_for(noun: Token, verb: Token) -> bool:
    """True when the verb's time is also the noun's: its subject, or the object of a verb that only carries it."""
    if verb.lemma_ in _carriers():
        return True
    return noun.dep_ in ("nsubj", "nsubjpass") and noun.head.i == verb.i and verb.lemma_ in _carriers()


@cache
def _carriers() -> frozenset[str]:
    return frozenset(read_toml("time_words.toml")["carriers"]["verbs"])
