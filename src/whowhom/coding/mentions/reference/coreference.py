"""Mentions of actors → the same mentions, each with the actors that it stands for.

Names are gathered first, over the whole article. Then the article is read once from its start, and every pronoun, role
noun and group is resolved from what was read before it. First persons come last, when all speakers are known.
"""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention, PlaceMention
from whowhom.coding.mentions.reference.definite_nouns import resolve_group, resolve_role
from whowhom.coding.mentions.reference.discourse import Discourse, begin, distinct
from whowhom.coding.mentions.reference.local_country import adopted_country
from whowhom.coding.mentions.reference.persons import placed_persons
from whowhom.coding.mentions.reference.pronouns import resolve_first_person, resolve_pronoun
from whowhom.coding.mentions.reference.salience import STATE_SECTORS, other_party, salient
from whowhom.coding.mentions.reference.same_name import same_name
from whowhom.core.actor import Actor

# Sentences of headline and lead.
_LEAD = 3

__all__ = ["coreference", "other_party", "salient"]


def coreference(
    doc: Doc, mentions: tuple[ActorMention, ...], places: tuple[PlaceMention, ...] = ()
) -> tuple[ActorMention, ...]:
    """The same mentions in the same order, with ``actors`` filled in where the text tells them.

    ``places`` tell the country of those who are somewhere ("in Kunduz, gunmen …").
    """
    discourse = begin(doc, placed_persons(doc, same_name(doc, mentions)), places)
    for index in range(len(mentions)):
        _adopt(discourse, index)
        discourse.resolve(index, _actors(discourse, index))
        discourse.remember(index)
    _second_reading(discourse)
    for index, mention in enumerate(discourse.mentions):
        if mention.kind == "pronoun" and not mention.actors:
            discourse.resolve(index, resolve_first_person(discourse, index))
    return tuple(replace(mention, actors=distinct(mention.actors)) for mention in discourse.mentions)


# Sectors whose people act in one country's politics.
_IN_OFFICE = STATE_SECTORS | {"COP", "JUD", "OPP", "PTY"}


def _adopt(discourse: Discourse, index: int) -> None:
    """An office holder of no known country belongs to the one that the words around are about."""
    mention = discourse.mentions[index]
    if mention.kind != "person" or len(mention.actors) != 1:
        return
    actor = mention.actors[0]
    if actor.country is not None or actor.sector not in _IN_OFFICE:
        return
    country = adopted_country(discourse, discourse.doc[mention.head])
    if country is not None:
        discourse.exchange(actor, replace(actor, country=country))


def _second_reading(discourse: Discourse) -> None:
    """The headline and lead once more: what had nothing before it takes its country from the article."""
    for index, mention in enumerate(discourse.mentions):
        unplaced = all(actor.country is None for actor in mention.actors)
        if discourse.sentences[mention.head] < _LEAD and mention.kind in ("role", "group") and unplaced:
            discourse.resolve(index, _actors(discourse, index))


def _actors(discourse: Discourse, index: int) -> tuple[Actor, ...]:
    kind = discourse.mentions[index].kind
    if kind == "pronoun":
        return resolve_pronoun(discourse, index)
    if kind == "role":
        return resolve_role(discourse, index)
    if kind == "group":
        return resolve_group(discourse, index)
    return discourse.mentions[index].actors
