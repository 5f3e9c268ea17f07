"""Acts of a document → those that belong in the record, with parties that the text leaves to its context."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.act_references import doer, what_is_judged
from whowhom.coding.acts.cast import Cast
from whowhom.coding.acts.roles import without
from whowhom.coding.acts.speech_acts import BYSTANDERS
from whowhom.coding.mentions.coreference import other_party
from whowhom.coding.mentions.mention import ActorMention, PlaceMention
from whowhom.coding.speech import Speech
from whowhom.coding.topic import Topic
from whowhom.core.actor import Actor, Party
from whowhom.vocab.load import read_toml

_MUTUAL = frozenset({"CONSULT", "AGREE", "COOPERATE"})
_AGENTLESS = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})
_OF_WORDS = frozenset({"ACCUSE", "REQUEST", "REJECT", "SUPPORT"})
_FROM_DISCOURSE = frozenset({"ACCUSE", "REQUEST", "REJECT", "THREATEN", "SUPPORT", "AID", "SANCTION", "CONCEDE", "ASSAULT", "COERCE"})


def _is_question(act: Act) -> bool:
    sentence = act.token.sent
    return any(token.text == "?" for token in sentence[-3:])


def _is_noun_of(act: Act, other: Act) -> bool:
    """True when the act is the subject or object of the other of the same type ("the attack killed two")."""
    return act is not other and act.type == other.type and act.token.head == other.token and act.token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")


def _pooled(act: Act) -> Act:
    """A mutual act with all its parties as actors."""
    if not act.mutual or act.mode == "visit":
        return act
    return replace(act, actors=act.actors + without(act.recipients, act.actors), recipients=())


def _with_implied_actor(act: Act, places: tuple[PlaceMention, ...]) -> Act:
    """An arrest, a trial or a sentence that names nobody is the work of the state's own authorities."""
    office = read_toml("implied_actors.toml").get(f"{act.type}/{act.mode}")
    if act.actors or office is None:
        return act
    countries = [party.actor.country for party in act.recipients] + [place.place.country for place in places if place.head in range(act.token.sent.start, act.token.sent.end)]
    country = next((code for code in reversed(countries) if code not in (None, "IGO", "NGO")), None)
    if country is None:
        return act
    return replace(act, actors=(Party(Actor(office["name"], country, office["sector"])),))


def _with_context(act: Act, before: Sequence[Act], mentions: tuple[ActorMention, ...]) -> Act:
    """The act with a recipient from the discourse: the doer of the act it speaks of, else the most salient other party."""
    if act.recipients or not act.actors or act.type not in _FROM_DISCOURSE:
        return act
    if act.type in _OF_WORDS and (recipients := doer(what_is_judged(act.token), before, act.actors)):
        return replace(act, recipients=recipients)
    political = [mention for mention in mentions if all(actor.sector not in BYSTANDERS for actor in mention.actors)]
    other = other_party(act.token.doc, political, act.token.i, [party.actor for party in act.actors], after=True)
    return replace(act, recipients=(Party(other),), confidence=round(act.confidence - 0.1, 2)) if other else act


def _is_purpose(act: Act) -> bool:
    """True for an infinitive that no known word says came true ("flew in to discuss aid")."""
    verb = act.clause_head
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    return infinitive and act.status == "actual" and not act.below


def _is_forecast(act: Act) -> bool:
    """True for what analysts and experts say: no party of theirs acts (the codebook leaves it out)."""
    nouns = frozenset(read_toml("evaluation.toml")["forecasters"])
    return bool(act.actors) and all(nouns & set(party.actor.name.lower().replace("s ", " ").split() + [party.actor.name.lower().rstrip("s").split()[-1]]) for party in act.actors)


def _belongs(act: Act, all_acts: tuple[Act, ...]) -> bool:
    if act.status == "hypothetical" or _is_question(act) or _is_purpose(act):
        return False
    if not act.actors and not (act.recipients and act.type in _AGENTLESS):
        return False
    if act.type in _MUTUAL and act.mutual and len(act.actors) + len(act.recipients) < 2 and act.token == act.clause_head:
        return act.token.pos_ == "VERB" and act.type != "COOPERATE"
    if _is_forecast(act):
        return False
    return not any(_is_noun_of(act, other) for other in all_acts)


def selected(
    topic: Topic,
    acts: tuple[Act, ...],
    mentions: tuple[ActorMention, ...],
    cast: Cast,
    speeches: tuple[Speech, ...],
    places: tuple[PlaceMention, ...],
) -> tuple[Act, ...]:
    """The acts to record, in text order; none in an article of sport or entertainment."""
    if topic != "politics":
        return ()
    kept = sorted((act for act in acts if _belongs(act, acts)), key=lambda act: act.token.i)
    found: list[Act] = []
    for act in kept:
        found.append(_with_context(_with_implied_actor(_pooled(act), places), found, mentions))
    return tuple(found)
