"""Acts of a document → those that belong in the record, with parties that the text leaves to its context."""

from __future__ import annotations

from dataclasses import replace

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.implied_parties import with_implied_parties
from whowhom.coding.acts.type_groups import MUTUAL
from whowhom.coding.mentions.mention import ActorMention, PlaceMention
from whowhom.coding.topic import Topic
from whowhom.core.actor import Party
from whowhom.vocab.load import read_toml

_TOLD = frozenset({"CONSULT", "REQUEST", "AGREE", "SUPPORT"})
_POLITICAL = frozenset(
    {"GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "IGO", "NGO", "REF", "CRM", "REL"}
)
# Force against people and protest are public whoever the parties are.
_PUBLIC = frozenset({"ASSAULT", "PROTEST"})
_PRIVATE = frozenset({"CVL", "JRN", "EDU"})
STATELESS = frozenset({"REB", "CRM"})
_AGENTLESS = frozenset({"ASSAULT", "COERCE", "SANCTION", "ACCUSE"})


def _without_hearers(act: Act) -> Act:
    """The act without the journalists it was told to; they are a party only where something is done to them."""
    if act.type not in _TOLD:
        return act
    actors = tuple(party for party in act.actors if party.actor.sector != "JRN") or act.actors
    return replace(
        act, actors=actors, recipients=tuple(party for party in act.recipients if party.actor.sector != "JRN")
    )


def _is_question(act: Act) -> bool:
    sentence = act.token.sent
    return any(token.text == "?" for token in sentence[-3:])


def _is_noun_of(act: Act, other: Act) -> bool:
    """True when the act is the subject or object of the other of the same type ("the attack killed two")."""
    return (
        act is not other
        and act.type == other.type
        and act.token.head == other.token
        and act.token.dep_ in ("nsubj", "nsubjpass", "dobj", "pobj")
    )


def _once(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """The parties without those of the same name and country as one before."""
    seen: dict[tuple[str, str | None], Party] = {}
    for party in parties:
        seen.setdefault((party.actor.name.casefold(), party.actor.country), party)
    return tuple(seen.values())


def _pooled(act: Act) -> Act:
    """A mutual act with all its parties as actors."""
    if not act.mutual or act.mode == "visit":
        return replace(act, actors=_once(act.actors), recipients=_once(act.recipients))
    return replace(act, actors=_once(act.actors + act.recipients), recipients=())


def _is_purpose(act: Act) -> bool:
    """True for an infinitive that no known word says came true ("flew in to discuss aid")."""
    verb = act.clause_head
    infinitive = verb.tag_ == "VB" and any(child.lower_ == "to" for child in verb.lefts)
    return infinitive and act.status == "actual" and not act.below


def _is_forecast(act: Act) -> bool:
    """True for what analysts and experts say: no party of theirs acts (the codebook leaves it out)."""
    nouns = frozenset(read_toml("commentators.toml")["words"])
    above = (child for verb in act.clause_head.ancestors for child in verb.children if child.dep_ == "nsubj")
    if act.status == "future" and any(nouns & {child.lemma_.lower(), child.lower_} for child in above):
        return True
    return bool(act.actors) and all(nouns & _singulars(party.actor.name) for party in act.actors)


def _singulars(name: str) -> set[str]:
    """The words of a description in lower case, without the plural's s."""
    return {word.rstrip("s") for word in name.lower().split()}


def _is_private(act: Act) -> bool:
    """True when nobody with a political side acts or is acted on: private persons, firms, names without a country."""
    actors = [party.actor for party in act.actors]
    if not any(party.actor.sector in _POLITICAL for party in (*act.actors, *act.recipients)):
        return act.type not in _PUBLIC
    if not actors or act.type == "PROTEST":
        return False
    bystanders = all(actor.sector in _PRIVATE for actor in actors)
    return bystanders or all(actor.country is None and actor.sector not in STATELESS for actor in actors)


def _is_framing(act: Act, actor_words: frozenset[int]) -> bool:
    """True for the article's own reading: "their coordination signals …", "the visit shows growing cooperation"."""
    words, head = read_toml("framing.toml"), act.token.head
    read_into = False
    if act.token.pos_ == "NOUN" and head.lemma_.lower() in words["meanings"]:
        nouns = [child for child in head.children if child.dep_ == "nsubj"]
        read_into = act.token in nouns or (
            act.token.dep_ == "dobj" and bool(nouns) and nouns[0].i not in actor_words and nouns[0].pos_ == "NOUN"
        )
    verb = act.clause_head
    result = (
        verb.tag_ == "VBG" and verb.dep_ == "advcl" and any(child.lower_ in words["results"] for child in verb.lefts)
    )
    return read_into or result


def _is_told_as_done(act: Act, all_acts: tuple[Act, ...], actor_words: frozenset[int]) -> bool:
    """True for acts that the text asserts, promises or denies, once for a verb and the noun that goes with it."""
    if act.status == "hypothetical" or _is_question(act) or _is_purpose(act) or _is_framing(act, actor_words):
        return False
    return not any(_is_noun_of(act, other) for other in all_acts)


def _has_its_parties(act: Act) -> bool:
    """True when the act has who it needs: somebody with a political side, and two for a mutual act told by a noun."""
    if not act.actors and not (act.recipients and act.type in _AGENTLESS):
        return False
    if act.type in MUTUAL and act.mutual and len(act.actors) + len(act.recipients) < 2 and act.token == act.clause_head:
        return act.token.pos_ == "VERB" and act.type != "COOPERATE"
    return not (_is_forecast(act) or _is_private(act))


def selected(
    topic: Topic,
    acts: tuple[Act, ...],
    mentions: tuple[ActorMention, ...],
    places: tuple[PlaceMention, ...],
) -> tuple[Act, ...]:
    """The acts to record, in text order; none in an article of another topic."""
    if topic != "politics":
        return ()
    actor_words = frozenset(index for mention in mentions for index in range(mention.start, mention.end))
    kept = sorted((act for act in acts if _is_told_as_done(act, acts, actor_words)), key=lambda act: act.token.i)
    found: list[Act] = []
    for act in kept:
        complete = with_implied_parties(_pooled(_without_hearers(act)), found, mentions, places)
        if _has_its_parties(complete):
            found.append(complete)
    return tuple(found)
