"""An act whose words leave out a party → the act with the party that its context implies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.act_references import doer, what_is_judged
from whowhom.coding.acts.clauses import saying_verb
from whowhom.coding.acts.type_groups import SPOKEN
from whowhom.coding.mentions.mention import ActorMention, PlaceMention
from whowhom.coding.mentions.reference.clauses import is_subject
from whowhom.coding.mentions.reference.coreference import other_party
from whowhom.coding.mentions.reference.salience import same_side
from whowhom.core.actor import Actor, Party
from whowhom.vocab.load import read_toml

# Nobody is blamed, asked or threatened by default who is only a victim, a witness or a reporter of the news.
BYSTANDERS = frozenset({"CVL", "REF", "JRN", "EDU", "REL", "MED", "LAB", "BUS"})
_OF_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
# A show of force is addressed to whoever else stands in its sentence, if anybody does.
_SHOWN = frozenset({"MOBILIZE"})
_DIRECTED = frozenset(
    {"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AID", "SANCTION", "CONCEDE", "ASSAULT", "COERCE"}
)
_CHALLENGES = frozenset({"ACCUSE", "REQUEST", "THREATEN"})
_FORCE = frozenset({"ASSAULT"})
_HOSTILE = frozenset({"ASSAULT", "THREATEN"})
# Soldiers and police stand in a sentence as victims and tellers as often as they attack.
_FORCES = frozenset({"REB", "CRM"})
_CROWDS = frozenset({"CVL", "LAB", "EDU", "REF", "REL", "OPP"})
_NO_FORCE = ("pronoun", "demonym", "person")
_NEAR = 80  # tokens: about three sentences
# A party that the context implies makes an act so much less sure.
_GUESSED = 0.9


def with_implied_parties(
    act: Act, before: Sequence[Act], mentions: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]
) -> Act:
    """The act with an implied actor where a passive names none, then with a recipient from the discourse."""
    act = _with_convener(act, mentions)
    return _with_recipient(_with_actor(act, before, mentions, places), before, mentions, places)


def _with_convener(act: Act, mentions: tuple[ActorMention, ...]) -> Act:
    """A meeting "with" others in whose words nobody comes first: it is the subject's of the sentence so far."""
    joined = any(child.lower_ == "with" for child in act.token.children)
    parties = (*act.actors, *act.recipients)
    if act.type != "CONSULT" or act.token.pos_ != "NOUN" or not joined or not parties:
        return act
    if any(party.mention is None or party.mention.start < act.token.idx for party in parties):
        return act
    sentence = act.token.sent
    for mention in reversed([one for one in mentions if sentence.start <= one.head < act.token.i]):
        if is_subject(act.token.doc[mention.head]) and len(mention.actors) == 1:
            convener = Party(mention.actors[0], mention.span)
            return replace(act, actors=(convener, *act.actors)) if _sides_apart((convener,), parties) else act
    return act


def _sides_apart(parties: Iterable[Party], others: Iterable[Party]) -> bool:
    return not any(same_side(one.actor, other.actor) for one in parties for other in others)


def _countries(act: Act, places: tuple[PlaceMention, ...]) -> list[str]:
    """Countries of the places in the act's sentence, the nearest to its word first."""
    sentence = act.token.sent
    here = [place for place in places if sentence.start <= place.head < sentence.end]
    ordered = sorted(here, key=lambda place: abs(place.head - act.token.i))
    return [place.place.country for place in ordered if place.place.country]


def _with_actor(
    act: Act, before: Sequence[Act], mentions: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]
) -> Act:
    if act.actors:
        return act
    if act.type in _FORCE and (actors := _known_force(act, before, mentions)):
        return replace(act, actors=actors, confidence=round(_GUESSED * act.confidence, 3))
    if act.type in SPOKEN and (actors := _author(act, before)):
        return replace(act, actors=actors, confidence=round(_GUESSED * act.confidence, 3))
    office = read_toml("implied_actors.toml").get(f"{act.type}/{act.mode}")
    states = [party.actor.country for party in act.recipients if party.actor.country not in (None, "IGO", "NGO")]
    country = next(iter([*_countries(act, places), *states]), None)
    if office is None or country is None:
        return act
    return replace(act, actors=(Party(Actor(office["name"], country, office["sector"])),))


def _author(act: Act, before: Sequence[Act]) -> tuple[Party, ...]:
    """Whose "statement" or "letter" speaks: the actor of the act told just before."""
    papers = frozenset(read_toml("commentators.toml")["papers"])
    speaking = any(child.lemma_.lower() in papers for child in act.clause_head.children if child.dep_ == "nsubj")
    if not speaking or not before or act.token.i - before[-1].token.i > _NEAR:
        return ()
    return tuple(Party(party.actor) for party in before[-1].actors[:1] if _sides_apart((party,), act.recipients))


def _known_force(act: Act, before: Sequence[Act], mentions: tuple[ActorMention, ...]) -> tuple[Party, ...]:
    """Who attacks in the story so far: the doer of the attack told just before, else an armed actor of the sentence."""
    for other in reversed(before):
        if act.token.i - other.token.i > _NEAR:
            break
        if other.type == act.type and other.actors and _sides_apart(other.actors, act.recipients):
            return tuple(Party(party.actor) for party in other.actors)
    sentence, saying = act.token.sent, saying_verb(act.token)
    for mention in mentions:
        speaks = saying is not None and act.token.doc[mention.head].head == saying
        if sentence.start <= mention.head < sentence.end and mention.kind not in _NO_FORCE and not speaks:
            parties = tuple(Party(actor, mention.span) for actor in mention.actors if actor.sector in _FORCES)
            if parties and _sides_apart(parties, act.recipients):
                return parties
    return ()


def _with_recipient(
    act: Act, before: Sequence[Act], mentions: tuple[ActorMention, ...], places: tuple[PlaceMention, ...]
) -> Act:
    if act.recipients or not act.actors or act.type not in _DIRECTED | _SHOWN:
        return act
    doc = act.token.doc
    recipients: tuple[Party, ...] = ()
    if act.type in _FORCE:
        recipients = _crowd(act, mentions) or _known_victim(act, before)
        recipients = recipients or _adversary(act, before) or _struck_state(act, places)
    if act.type == "REJECT":
        recipients = _challenger(act, before)
    if act.type in _OF_WORDS and not recipients:
        recipients = doer(what_is_judged(act.token), before, act.actors)
    if not recipients:
        political = [mention for mention in mentions if all(actor.sector not in BYSTANDERS for actor in mention.actors)]
        if act.type in _FORCE:
            political = [mention for mention in political if mention.kind != "person"]
        if act.type in _SHOWN:
            political = [mention for mention in political if doc[mention.head].sent == act.token.sent]
        other = other_party(doc, political, act.token.i, [party.actor for party in act.actors], after=True)
        recipients = (Party(other),) if other else ()
    return replace(act, recipients=recipients, confidence=round(_GUESSED * act.confidence, 3)) if recipients else act


def _challenger(act: Act, before: Sequence[Act]) -> tuple[Party, ...]:
    """Whom a refusal or denial answers: who last accused, asked or threatened its actor."""
    for other in reversed(before):
        if act.token.i - other.token.i > _NEAR:
            break
        if other.type in _CHALLENGES and other.actors and not _sides_apart(other.recipients, act.actors):
            return tuple(Party(party.actor) for party in other.actors[:1] if _sides_apart((party,), act.actors))
    return ()


def _crowd(act: Act, mentions: tuple[ActorMention, ...]) -> tuple[Party, ...]:
    """Against whom tear gas and batons went: the people named last before."""
    if act.mode != "crowd-control":
        return ()
    for mention in reversed(mentions):
        before = 0 < act.token.i - mention.head <= _NEAR and mention.kind in ("group", "role")
        crowd = tuple(Party(actor, mention.span) for actor in mention.actors if actor.sector in _CROWDS)
        if before and crowd:
            return crowd
    return ()


def _known_victim(act: Act, before: Sequence[Act]) -> tuple[Party, ...]:
    """Whom the same force struck just before."""
    for other in reversed(before):
        if act.token.i - other.token.i > _NEAR:
            break
        if other.type == act.type and other.recipients and not _sides_apart(other.actors, act.actors):
            return tuple(Party(party.actor) for party in other.recipients)
    return ()


def _adversary(act: Act, before: Sequence[Act]) -> tuple[Party, ...]:
    """Who struck, or threatened, this force before in the article."""
    for other in reversed(before):
        if other.type in _HOSTILE and other.actors and not _sides_apart(other.recipients, act.actors):
            return tuple(Party(party.actor) for party in other.actors if _sides_apart((party,), act.actors))
    return ()


def _struck_state(act: Act, places: tuple[PlaceMention, ...]) -> tuple[Party, ...]:
    """The state in whose land the force struck, if it is not the force's own."""
    own = {party.actor.country for party in act.actors}
    sentence = act.token.sent
    for place in places:
        if sentence.start <= place.head < sentence.end and place.place.country and place.place.country not in own:
            return (Party(Actor(place.place.name, place.place.country, "GOV"), place.span),)
    return ()
