"""The words around a verb or noun → whether its act happened, will, might or did not."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.vocab.load import read_toml

Modality = Literal["fact", "future", "hypothetical", "obligation"]


@dataclass(frozen=True, slots=True)
class Stance:
    """How a clause presents its act: its modality, and whether it is denied."""

    modality: Modality
    negated: bool


@cache
def _cues(name: str) -> frozenset[str]:
    return frozenset(read_toml("status_cues.toml")[name])


def _auxiliaries(verb: Token) -> list[Token]:
    found = list(syntax.children(verb, "aux", "auxpass"))
    if not found and verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX") and not syntax.children(verb, "nsubj"):
        return _auxiliaries(verb.head)
    return found


def _is_conditional(verb: Token) -> bool:
    """True inside "if X …", and in the consequence of such a condition with "would"."""
    for token in (verb, *verb.ancestors):
        if token.sent != verb.sent:
            break
        if any(child.lower_ in _cues("condition_marks") for child in syntax.children(token, "mark", "advmod")):
            return True
        if token.dep_ in ("ROOT", "ccomp", "relcl"):
            break
    return False


def _is_general(verb: Token) -> bool:
    """True for what happens whenever it does, or is yet to: "when the leaders gather", "whenever troops retreat"."""
    present = verb.tag_ in ("VBP", "VBZ") and not syntax.children(verb, "aux", "auxpass")
    marks = {child.lower_ for child in syntax.children(verb, "advmod", "mark")}
    return present and verb.dep_ == "advcl" and bool(marks & _cues("general_marks"))


def _is_reported(verb: Token) -> bool:
    """True below a verb in the past tense that takes the clause as its content ("said it would …")."""
    for token in verb.ancestors:
        if token.tag_ in ("VBD", "VBN") and token.pos_ == "VERB":
            return True
    return any(child.pos_ == "VERB" and child.tag_ == "VBD" for child in syntax.children(verb, "ccomp", "parataxis"))


def _modality_of_verb(verb: Token) -> Modality:
    auxiliaries = _auxiliaries(verb)
    words = {word for token in auxiliaries for word in (token.lower_, token.lemma_.lower())}
    if words & _cues("obligation"):
        return "obligation"
    if verb.dep_ == "xcomp" and verb.head.lemma_.lower() in _cues("obligation_verbs") and "to" in words:
        return "obligation"
    if _is_conditional(verb) or _is_general(verb):
        return "hypothetical"
    if words & _cues("future_auxiliaries"):
        return "future"
    if words & _cues("reported_future"):
        return "future" if _is_reported(verb) else "hypothetical"
    return "hypothetical" if words & _cues("hypothetical_auxiliaries") else "fact"


def _is_negated(token: Token) -> bool:
    if syntax.children(token, "neg"):
        return True
    if any(child.lower_ in _cues("negations") for child in syntax.children(token, "det", "advmod", "preconj", "cc")):
        return True
    return any(_has_no(subject) for subject in syntax.children(token, "nsubj", "nsubjpass")[:1])


def _has_no(noun: Token) -> bool:
    """True for "no troops", "neither side", "neither"."""
    return any(word.lower_ in _cues("negative_determiners") for word in (noun, *noun.children))


def _occurrence(noun: Token) -> Token | None:
    """The verb that says of an event noun, its subject, that it takes place."""
    verb = noun.head
    if noun.dep_ not in ("nsubj", "nsubjpass") or verb.pos_ not in ("VERB", "AUX"):
        return None
    return verb if verb.lemma_.lower() in _cues("occurrence_verbs") else None


def stance(word: Token, clause_head: Token) -> Stance:
    """The stance of the act named by ``word`` in the clause of ``clause_head`` (the same token for verbs)."""
    negated = _is_negated(clause_head)
    if clause_head != word or word.pos_ in ("NOUN", "PROPN"):
        negated = negated or _is_negated(word)
        adjectives = {child.lower_ for child in syntax.children(word, "amod", "det", "compound")}
        if adjectives & _cues("hypothetical_adjectives"):
            return Stance("hypothetical", negated)
        if adjectives & _cues("future_adjectives"):
            return Stance("future", negated)
    if clause_head.pos_ in ("VERB", "AUX"):
        negated = negated or any(_has_no(noun) for noun in syntax.children(clause_head, "dobj"))
        return Stance(_modality_of_verb(clause_head), negated)
    occurrence = _occurrence(word)
    if occurrence is not None:
        return Stance(_modality_of_verb(occurrence), negated or _is_negated(occurrence))
    return Stance("fact", negated)
