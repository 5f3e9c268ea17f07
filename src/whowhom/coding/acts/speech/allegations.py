"""Wrongs that a speaker lays at another party's door → ACCUSE/allege."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import AS_ACTOR, Cast
from whowhom.coding.acts.speech.utterances import (
    Utterance,
    names,
    on_one_side,
    speakers_of,
    spoken_act,
    subject_parties,
)
from whowhom.coding.acts.status import stance
from whowhom.coding.attribution.speech import Speech
from whowhom.coding.attribution.speeches import chain
from whowhom.core.actor import Party

_HARM = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "SANCTION", "REJECT"})
_CHARGING = frozenset({"accuse"})
_CLAIMING = frozenset({"claim", "accuse", "believe"})


def allegation(utterance: Utterance) -> Act | None:
    """The first wrong that an utterance tells of another party."""
    for verb in utterance.tokens:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        if (parties := _wrongdoers(utterance, verb)) and utterance.is_other(parties):
            return spoken_act(utterance, verb, "ACCUSE", "allege", parties, "wrong in speech")
    return None


def charge(utterance: Utterance) -> Act | None:
    """Whatever is told of another party with a verb of claiming or complaining ("alleged that the junta hid arms")."""
    if utterance.speech.kind not in _CHARGING and not _complains(utterance):
        return None
    for verb in utterance.tokens:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ not in ("ccomp", "ROOT"):
            continue
        found, parties = stance(verb, verb), subject_parties(utterance, verb)
        if found.modality == "fact" and utterance.is_other(parties):
            return spoken_act(utterance, verb, "ACCUSE", "allege", parties, "charge in speech")
    return None


def _complains(utterance: Utterance) -> bool:
    return names(utterance.tokens[0].doc[utterance.speech.cue_head], "alleged", "complaining")


def _wrongdoers(utterance: Utterance, verb: Token) -> tuple[Party, ...]:
    found = stance(verb, verb)
    if found.negated or found.modality != "fact":
        return ()
    if syntax.is_passive(verb):
        agents = utterance.cast.parties(syntax.subjects(verb), AS_ACTOR)
        return agents if names(verb, "alleged", "done_by") or names(verb, "alleged", "wrongs") else ()
    if names(verb, "alleged", "wrongs") or names(verb, "alleged", "guilt"):
        return subject_parties(utterance, verb)
    return ()


def allegations(doc: Doc, speeches: tuple[Speech, ...], cast: Cast, lexical: tuple[Act, ...]) -> tuple[Act, ...]:
    """Harm that the vocabulary found in a speaker's mouth: an ACCUSE by the speaker beside the act."""
    found: list[Act] = []
    for act in lexical:
        if act.type not in _HARM or act.status != "actual" or not act.actors:
            continue
        for speech in chain(speeches, act.token.i):
            speakers = speakers_of(speech, doc, cast)[:1]
            if _lays_blame(speech, speakers, act):
                found.append(_allegation(speech, speakers, act))
                break
    return tuple(found)


def _allegation(speech: Speech, speakers: tuple[Party, ...], act: Act) -> Act:
    reason = f"{speech.kind}: “{act.token.text}”"
    head = act.clause_head
    return Act(act.token, head, "ACCUSE", "allege", "actual", speakers, act.actors, False, 0.5, (reason,))


def _lays_blame(speech: Speech, speakers: tuple[Party, ...], act: Act) -> bool:
    """True when a political speaker says it of another side, and claims it or suffered it."""
    if not speakers or any(on_one_side(speaker, party) for speaker in speakers for party in act.actors):
        return False
    return speech.kind in _CLAIMING or any(on_one_side(speakers[0], party) for party in act.recipients)
