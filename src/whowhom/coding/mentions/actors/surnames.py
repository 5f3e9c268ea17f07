"""Mentions → the same mentions, where a surname alone has the country and sector of the person introduced by it."""

from __future__ import annotations

from dataclasses import replace

from whowhom.coding.mentions.actors.words import fold
from whowhom.coding.mentions.mention import ActorMention
from whowhom.core.actor import Actor


def with_introductions(mentions: list[ActorMention]) -> tuple[ActorMention, ...]:
    """Fills the country and sector of a short name from the nearest earlier fuller one, else from a later one.

    Role nouns that an apposition tied to a person ("the director, Smith") are filled like the person.
    """
    surnames = {fold(mention.actors[0].name).split()[-1] for mention in mentions if _is_person(mention)}
    mentions = [_recognised(mention, surnames) for mention in mentions]
    persons = [mention for mention in mentions if _is_person(mention)]
    names = {mention.actors[0].name for mention in persons}
    return tuple(
        _filled(mention, persons) if mention.actors and mention.actors[0].name in names else mention
        for mention in mentions
    )


def _is_person(mention: ActorMention) -> bool:
    return mention.kind == "person" and bool(mention.actors)


def _recognised(mention: ActorMention, surnames: set[str]) -> ActorMention:
    """What the parser took for an organisation is a person when a person of that surname is named elsewhere."""
    unknown = mention.kind == "organisation" and mention.actors and mention.actors[0].country is None
    if unknown and mention.actors[0].sector is None and fold(mention.actors[0].name) in surnames:
        return replace(mention, kind="person")
    return mention


def _filled(mention: ActorMention, persons: list[ActorMention]) -> ActorMention:
    own = mention.actors[0]
    if own.country is not None and own.sector is not None:
        return mention
    known = [other for other in persons if other is not mention and _same(own, other.actors[0])]
    earlier = [other for other in known if other.start < mention.start]
    for other in [*reversed(earlier), *(later for later in known if later.start > mention.start)]:
        told = other.actors[0]
        own = replace(own, country=own.country or told.country, sector=own.sector or told.sector)
    return replace(mention, actors=(own,))


def _same(short: Actor, full: Actor) -> bool:
    """True when every word of one name is in the other and the shorter one is its beginning or end."""
    one, two = fold(short.name).split(), fold(full.name).split()
    if len(one) > len(two):
        one, two = two, one
    return bool(one) and (two[-len(one) :] == one or two[: len(one)] == one)
