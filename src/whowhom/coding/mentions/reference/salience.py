"""Resolved mentions → the article's main actors in order, and the most salient other party at one point of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.clauses import OBJECTS, is_subject, sentence_numbers
from whowhom.core.actor import Actor

# Sectors in which an actor speaks and acts for the state.
STATE_SECTORS = frozenset({"GOV", "MIL", "LEG", "SPY"})
# Sectors whose people in one country mostly stand together: a rebel chief and his group.
_MOVEMENTS = frozenset({"REB", "OPP"})
_LEAD = 3
_WINDOW = 4
# What a mention anywhere in the article weighs beside one in the same sentence.
_EVERYWHERE = 0.1
# How likely those of a sector are one side of an act beside all others: bystanders, press and mediators seldom are.
_PARTY = {"IGO": 0.5, "CVL": 0.4, "JRN": 0.1, "MED": 0.4, "EDU": 0.3, "REF": 0.4}


def salient(doc: Doc, mentions: Sequence[ActorMention]) -> tuple[Actor, ...]:
    """The actors, most salient first: how often, in title and lead, as subject; ties in order of appearance."""
    weights: dict[Actor, float] = defaultdict(float)
    sentences = sentence_numbers(doc)
    for mention in mentions:
        position = sentences[mention.head]
        place = 2.0 if position == 0 else 1.5 if position < _LEAD else 1.0
        for actor in mention.actors:
            weights[actor] += place * _weight(mention, doc[mention.head])
    return tuple(sorted(weights, key=lambda actor: -weights[actor]))


def _weight(mention: ActorMention, token: Token) -> float:
    """Subjects weigh most, then objects; a demonym before a noun weighs least, and pronouns half of a name."""
    if mention.kind == "demonym":
        return 0.4
    if mention.kind == "pronoun":
        return 0.5
    if is_subject(token):
        return 1.3
    return 1.0 if token.dep_ in OBJECTS or token.dep_ in ("pobj", "agent", "poss") else 0.8


def other_party(
    doc: Doc, mentions: Sequence[ActorMention], token: int, actors: Sequence[Actor], after: bool = False
) -> Actor | None:
    """Who stands against ``actors`` at token number ``token``: the heaviest actor of the sentences before that is none
    of them and not of their state; near sentences weigh more, the article as a whole a little.

    With ``after`` the rest of the token's own sentence counts as well.
    """
    weights: dict[Actor, float] = defaultdict(float)
    sentences = sentence_numbers(doc)
    here = sentences[token]
    for mention in mentions:
        distance = here - sentences[mention.head]
        near = 0 <= distance <= _WINDOW and (mention.head <= token or after)
        scale = _EVERYWHERE + (0.5**distance if near else 0.0)
        for actor in mention.actors:
            if not any(same_side(actor, own) or _same_movement(actor, own) for own in actors):
                weights[actor] += scale * _weight(mention, doc[mention.head]) * _PARTY.get(actor.sector or "", 1.0)
    return max(weights, key=lambda actor: weights[actor]) if weights else None


def same_side(one: Actor, other: Actor) -> bool:
    """True for the same actor, for two that act for the same state."""
    if one == other:
        return True
    if one.country is None or one.country != other.country or one.country in ("IGO", "NGO"):
        return False
    return all(actor.sector is None or actor.sector in STATE_SECTORS for actor in (one, other))


def _same_movement(one: Actor, other: Actor) -> bool:
    """True for two rebels or two opponents of one country: a chief and his group, more often than two rivals."""
    return one.country is not None and one.country == other.country and one.sector == other.sector in _MOVEMENTS
