"""What a speaker says another party must do → REQUEST."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.act_references import types_named
from whowhom.coding.acts.cast import AS_ACTOR
from whowhom.coding.acts.speech.utterances import Utterance, entries, names, others, spoken_act, subject_parties
from whowhom.coding.acts.status import stance
from whowhom.core.actor import Party

_MODES = (("yielding", "yield"), ("assisting", "assist"), ("meeting", "meet"))


def demand(utterance: Utterance) -> Act | None:
    """The first demand of an utterance; who is to do it is its recipient."""
    for find in (_obligation, _pressing, _expectation, _condition, _burden, _deterrence):
        if act := find(utterance):
            return act
    return None


def demand_mode(verb: Token) -> str:
    """The mode of a demand by what is demanded; not to do something is to yield."""
    if syntax.children(verb, "neg"):
        return "yield"
    return next((mode for name, mode in _MODES if names(verb, name)), "change")


def _verbs(utterance: Utterance) -> Iterator[Token]:
    return (token for token in utterance.tokens if token.pos_ == "VERB")


def _obligation(utterance: Utterance) -> Act | None:
    """ "X must …", "there should be …", "X has to be allowed …"."""
    for verb in _verbs(utterance):
        if stance(verb, verb).modality != "obligation":
            continue
        parties = utterance.cast.parties(syntax.subjects(verb), AS_ACTOR)
        own = {party.actor for party in utterance.speakers}
        if any(party.actor in own for party in parties):
            continue
        return spoken_act(
            utterance, verb, "REQUEST", demand_mode(verb), parties or others(utterance), "demand in speech"
        )
    return None


def _pressing(utterance: Utterance) -> Act | None:
    """ "It is time for X to …", "it is vital that X …"."""
    pressing = entries("speech_words.toml", "pressing")
    for word in utterance.tokens:
        if word.lemma_.lower() not in pressing or word.pos_ not in ("NOUN", "ADJ"):
            continue
        for verb in _clauses(word):
            parties = _asked(utterance, verb)
            if utterance.is_other(parties):
                return spoken_act(utterance, verb, "REQUEST", demand_mode(verb), parties, "demand in speech")
    return None


def _clauses(word: Token) -> Iterator[Token]:
    """Infinitives and that-clauses that depend on a word of duty or on the "is" that carries it."""
    for head in (word, word.head) if word.head.lemma_.lower() == "be" else (word,):
        for verb in syntax.children(head, "xcomp", "ccomp", "advcl", "acl", "relcl", "csubj"):
            if verb.i > word.i and verb.pos_ in ("VERB", "AUX"):
                yield verb


def _asked(utterance: Utterance, verb: Token) -> tuple[Party, ...]:
    """Who is to do it: the clause's own subject, with its "for" ("time for X to act")."""
    explicit = syntax.children(verb, "nsubj", "nsubjpass")
    if explicit:
        return utterance.cast.parties(explicit, AS_ACTOR)
    beside = [noun for noun in syntax.prepositional(verb.head).get("for", ()) if noun.i < verb.i]
    return utterance.cast.parties(tuple(beside), AS_ACTOR)


def _expectation(utterance: Utterance) -> Act | None:
    """ "We expect X to …"; "X has a duty to …"."""
    for verb in _verbs(utterance):
        if syntax.children(verb, "neg"):
            continue
        parties = subject_parties(utterance, verb)
        if names(verb, "expecting") and utterance.is_own(parties):
            asked = utterance.cast.parties(syntax.complement_subjects(verb), AS_ACTOR)
            content = syntax.children(verb, "xcomp", "ccomp")
            if content and utterance.is_other(asked):
                return spoken_act(utterance, verb, "REQUEST", demand_mode(content[0]), asked, "demand in speech")
        if names(verb, "bound") and utterance.is_other(parties):
            return spoken_act(utterance, verb, "REQUEST", "change", parties, "duty in speech")
    return None


def _condition(utterance: Utterance) -> Act | None:
    """ "A deal would be impossible without X": naming a condition asks for it."""
    impossible = entries("speech_words.toml", "impossible")
    for word in utterance.tokens:
        if word.lower_ != "without" or word.dep_ != "prep":
            continue
        verb = next((above for above in word.ancestors if above.pos_ in ("VERB", "AUX")), None)
        if verb is None or verb.i < utterance.tokens[0].i:
            continue
        around = {token.lemma_.lower() for token in verb.children}
        denied = bool(around & {"not", "no"}) or any(
            child.lower_ == "no" for noun in syntax.children(verb, "attr", "nsubj", "dobj") for child in noun.children
        )
        if around & impossible.keys() or (denied and verb.lemma_.lower() == "be"):
            parties = utterance.cast.parties(syntax.children(word, "pobj"), AS_ACTOR)
            parties = parties if utterance.is_other(parties) else others(utterance)
            return spoken_act(utterance, verb, "REQUEST", "change", parties, "condition in speech")
    return None


def _burden(utterance: Utterance) -> Act | None:
    """ "The onus is on X", "the ball is in X's court"."""
    burden, bearing = entries("speech_words.toml", "burden"), entries("speech_words.toml", "bearing")
    for verb in utterance.tokens:
        if verb.pos_ not in ("VERB", "AUX"):
            continue
        subject = {noun.lemma_.lower() for noun in syntax.children(verb, "nsubj")}
        if not (subject & burden.keys()):
            continue
        for preposition, nouns in syntax.prepositional(verb).items():
            parties = utterance.cast.parties(nouns, AS_ACTOR) if preposition in bearing else ()
            if utterance.is_other(parties):
                return spoken_act(utterance, verb, "REQUEST", "change", parties, "burden in speech")
    return None


def _deterrence(utterance: Utterance) -> Act | None:
    """ "A strike would be a disaster": asks whoever would strike not to."""
    for verb in utterance.tokens:
        if verb.lemma_.lower() != "be" or not any(child.lower_ in ("would", "will") for child in verb.children):
            continue
        subject = syntax.children(verb, "nsubj", "csubj")
        verdict = syntax.children(verb, "attr", "acomp")
        dire = entries("speech_words.toml", "dire")
        if not any(word.lemma_.lower() in dire for word in verdict) or syntax.children(verb, "neg"):
            continue
        if any(types_named(noun) for noun in subject):
            doers = utterance.cast.parties(subject, ("by", "from"))
            recipients = doers if utterance.is_other(doers) else ()
            return spoken_act(utterance, verb, "REQUEST", "yield", recipients, "warning in speech")
    return None
