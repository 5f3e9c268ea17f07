"""What a speaker says will befall another party → THREATEN, by new acts or by another reading of those found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Token

from whowhom.coding.acts import arguments as syntax
from whowhom.coding.acts.act import Act
from whowhom.coding.acts.cast import AS_ACTOR, Cast
from whowhom.coding.acts.composition import compose
from whowhom.coding.acts.speech.utterances import (
    Utterance,
    names,
    on_one_side,
    others,
    speakers_of,
    spoken_act,
    subject_parties,
)
from whowhom.coding.acts.status import stance
from whowhom.coding.attribution.speech import Speech
from whowhom.coding.attribution.speeches import chain
from whowhom.core.actor import Party

_HARM = frozenset({"ASSAULT", "SANCTION", "COERCE", "MOBILIZE", "REJECT", "AID"})
_FORCE = frozenset({"ASSAULT"})
_CONDITIONS = frozenset({"if", "unless", "until", "should"})


def threat(utterance: Utterance) -> Act | None:
    """The first threat of an utterance."""
    for verb in utterance.tokens:
        if verb.pos_ not in ("VERB", "AUX") or verb.dep_ in ("aux", "auxpass"):
            continue
        if names(verb, "threatened", "open_threats"):
            return _threat(utterance, verb, None, others(utterance))
        found = stance(verb, verb)
        if found.modality != "future" or found.negated:
            continue
        if act := _answer(utterance, verb) or _fate(utterance, verb):
            return act
    return None


def _threat(utterance: Utterance, verb: Token, mode: str | None, recipients: tuple[Party, ...]) -> Act | None:
    if not utterance.is_other(recipients):
        return None
    return spoken_act(utterance, verb, "THREATEN", mode, recipients, "threat in speech")


def _answer(utterance: Utterance, verb: Token) -> Act | None:
    """ "We will hit back": what the speaker's side will do."""
    if syntax.is_passive(verb) or not names(verb, "threatened", "answering"):
        return None
    if not utterance.is_own(subject_parties(utterance, verb)):
        return None
    behind = [token for token in utterance.tokens if token.i > verb.i]
    recipients = provokers(verb, utterance.cast, utterance.speakers) or others(utterance, behind) or others(utterance)
    if not recipients:
        return spoken_act(utterance, verb, "THREATEN", "violence", (), "threat in speech")
    return _threat(utterance, verb, "violence", recipients)


def _fate(utterance: Utterance, verb: Token) -> Act | None:
    """ "X will pay a heavy price", "the rebels will be crushed": what the other side will suffer."""
    passive = syntax.is_passive(verb)
    if not names(verb, "threatened", "suffered" if passive else "suffering"):
        return None
    subject = subject_parties(utterance, verb)
    if passive and not subject and verb.lemma_.lower() in ("answer", "meet", "avenge"):
        subject = others(utterance)
    return _threat(utterance, verb, "violence" if passive else None, subject)


def conditions(verb: Token) -> Iterator[Token]:
    """The clauses with "if" or "unless" on which the verb depends."""
    for clause in syntax.children(verb, "advcl"):
        if any(child.lower_ in _CONDITIONS for child in syntax.children(clause, "mark", "advmod", "aux")):
            yield clause


def provokers(verb: Token, cast: Cast, own: tuple[Party, ...]) -> tuple[Party, ...]:
    """Who would bring the threat about: the subject of its condition, if not of the own side."""
    for clause in conditions(verb):
        parties = cast.parties(syntax.subjects(clause), AS_ACTOR) or cast.parties(
            syntax.surface_subject(clause), AS_ACTOR
        )
        parties = tuple(party for party in parties if not any(on_one_side(party, other) for other in own))
        if parties:
            return parties
    return ()


def reread(doc: Doc, lexical: tuple[Act, ...], speeches: tuple[Speech, ...], cast: Cast) -> tuple[Act, ...]:
    """The acts, with harm that a speaker announces to the other side read as a threat."""
    return tuple(_reread(doc, act, speeches, cast) for act in lexical)


def _without_hesitation(act: Act) -> Act | None:
    """ "Will not hesitate to expel …": the act is threatened, or promised."""
    verb = act.clause_head.head
    if not names(verb, "unhesitating") or act.clause_head.dep_ != "xcomp" or not syntax.children(verb, "neg"):
        return None
    composed = compose("THREATEN" if act.type in _HARM else "AGREE", act.type, act.mode)
    if composed is None or stance(verb, verb).modality != "future":
        return None
    return replace(act, type=composed[0], mode=composed[1], below=(*act.below, "threaten"))


def _reread(doc: Doc, act: Act, speeches: tuple[Speech, ...], cast: Cast) -> Act:
    if unhesitating := _without_hesitation(act):
        return unhesitating
    if act.type not in _HARM or act.status != "future" or {"plan", "decide"} & set(act.below):
        return act
    for speech in reversed(chain(speeches, act.token.i)):
        speakers = speakers_of(speech, doc, cast)[:1]
        if not speakers:
            continue
        own = not act.actors or any(on_one_side(party, speakers[0]) for party in act.actors)
        against = provokers(act.clause_head, cast, speakers)
        harmed = tuple(party for party in act.recipients if not on_one_side(party, speakers[0]))
        if own and (against or (harmed and act.type in _FORCE)):
            kind, mode = compose("THREATEN", act.type, act.mode) or ("THREATEN", None)
            return replace(
                act, type=kind, mode=mode, status="actual", actors=act.actors or speakers,
                recipients=against or harmed, mutual=False, reasons=(*act.reasons, "announced to the other side"),
            )  # fmt: skip
        break
    return act
