"""What a speaker says the own side will or will not do → REJECT for refusals, AGREE for promises."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.speech.utterances import Utterance, entries, names, others, spoken_act, subject_parties
from whowhom.coding.acts.status import Stance, stance
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

_FUTURE = frozenset({"future"})
_DEPTH = 3


def refusal(utterance: Utterance) -> Act | None:
    """The first refusal of an utterance."""
    for verb in _verbs(utterance):
        if _is_refusal(utterance, verb):
            hearers = _hearers(utterance)
            if hearers and names(verb, "not_allowed"):
                return spoken_act(utterance, verb, "THREATEN", None, hearers, "told it will not be allowed")
            return spoken_act(utterance, verb, "REJECT", None, others(utterance), "refusal in speech")
    return _nothing_given(utterance)


def _hearers(utterance: Utterance) -> tuple[Party, ...]:
    """The other side, where the words are said to its face ("told India it would not …")."""
    cue = utterance.tokens[0].doc[utterance.speech.cue_head]
    if cue.pos_ != "VERB":
        return ()
    parties = utterance.cast.parties((*syntax.children(cue, "dobj", "dative"),), ())
    return parties if utterance.is_other(parties) else ()


def promise(utterance: Utterance) -> Act | None:
    """The first promise of an utterance."""
    for verb in _verbs(utterance):
        if _is_promise(utterance, verb):
            return spoken_act(utterance, verb, "AGREE", None, others(utterance), "promise in speech")
    return None


def _verbs(utterance: Utterance) -> Iterator[Token]:
    verbs = (token for token in utterance.tokens if token.pos_ in ("VERB", "AUX"))
    return (verb for verb in verbs if verb.dep_ not in ("aux", "auxpass"))


def is_no_longer(verb: Token) -> bool:
    """True for "no longer", "never again", "not … any more" before or behind the verb."""
    return any(
        child.lower_ in ("longer", "never") and (child.lower_ == "never" or any(syntax.children(child, "neg", "det")))
        for child in syntax.children(verb, "advmod", "neg")
    )


def _is_refusal(utterance: Utterance, verb: Token) -> bool:
    lemma, found = verb.lemma_.lower(), stance(verb, verb)
    negated = found.negated or is_no_longer(verb)
    if not negated and not any(_is_none(noun) for noun in syntax.children(verb, "dobj")):
        return False
    if not utterance.is_own(subject_parties(utterance, verb)):
        return False
    if names(verb, "unhesitating") or (names(verb, "promised", "harming") and found.modality == "future"):
        return False
    if syntax.is_passive(verb):
        return names(verb, "unbowed") and found.modality != "obligation"
    if lemma == "have":
        wishes = entries("speech_words.toml", "no_wish")
        return any(noun.lemma_.lower() in wishes for noun in syntax.children(verb, "dobj"))
    if lemma == "be":
        return _is_unready(verb)
    if verb.pos_ != "VERB":
        return False
    return found.modality == "future" or (_is_of_now(verb, found) and names(verb, "refusing"))


def _is_of_now(verb: Token, found: Stance) -> bool:
    """True for "cannot accept" and "no longer recognises", not for what did not happen in the past."""
    can = any(child.lower_ in ("can", "ca", "could") for child in syntax.children(verb, "aux"))
    do = any(child.lower_ in ("do", "does") for child in syntax.children(verb, "aux"))
    return can or do or is_no_longer(verb)


def _is_unready(verb: Token) -> bool:
    words = entries("speech_words.toml", "unready")
    return any(
        child.lemma_.lower() in words and any(syntax.children(child, "xcomp", "prep"))
        for child in syntax.children(verb, "acomp", "xcomp")
    )


def _nothing_given(utterance: Utterance) -> Act | None:
    """ "There will be no talks", "not a dollar will go to …"."""
    for verb in _verbs(utterance):
        to_come = stance(verb, verb).modality == "future" or any(child.lower_ == "can" for child in verb.children)
        for noun in syntax.children(verb, "attr", "nsubj", "nsubjpass"):
            mode, none = _refused_mode(noun), _is_none(noun)
            if mode and (none == "not" or (none and to_come)):
                return spoken_act(utterance, noun, "REJECT", mode, others(utterance), "refusal in speech")
    return None


def _is_none(noun: Token) -> str:
    """The word that denies a noun: "no talks", "not a dollar", "not a single soldier"."""
    before = [*noun.lefts, *(child for left in noun.lefts for child in left.children)]
    return next((word.lower_ for word in before if word.lower_ in ("no", "not", "neither")), "")


def _refused_mode(noun: Token) -> str | None:
    for mode, words in read_toml("speech_words.toml")["refused_things"].items():
        if noun.lemma_.lower() in words:
            return str(mode)
    return None


def _is_promise(utterance: Utterance, verb: Token) -> bool:
    found = stance(verb, verb)
    if found.modality not in _FUTURE:
        return _is_ready(utterance, verb)
    if not utterance.is_own(subject_parties(utterance, verb)) or syntax.is_passive(verb):
        return False
    if found.negated:
        return names(verb, "promised", "harming")
    itself = any(noun.lower_.endswith(("self", "selves")) for noun in syntax.children(verb, "dobj"))
    return not itself and _stands_by(verb)


def _stands_by(verb: Token, depth: int = 0) -> bool:
    """True for "will support" and, through verbs of going on and trying, "will continue to support"."""
    if names(verb, "promised", "standing_by"):
        return True
    if depth == _DEPTH or not names(verb, "promised", "going_on"):
        return False
    return any(_stands_by(below, depth + 1) for below in syntax.children(verb, "xcomp", "advcl"))


def _is_ready(utterance: Utterance, verb: Token) -> bool:
    """ "We are ready to support …"."""
    if verb.lemma_.lower() not in ("be", "stand", "remain") or verb.tag_ not in ("VBP", "VBZ", "VBD"):
        return False
    if stance(verb, verb).negated or not utterance.is_own(subject_parties(utterance, verb)):
        return False
    words = entries("speech_words.toml", "promised", "ready")
    return any(
        child.lemma_.lower() in words and any(_stands_by(below) for below in syntax.children(child, "xcomp"))
        for child in syntax.children(verb, "acomp")
    )
