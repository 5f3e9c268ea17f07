"""Surnames alone: → mentions where the parser saw none, and the country and sector of the person introduced by them."""

from __future__ import annotations

from dataclasses import replace

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.actors.words import fold
from whowhom.coding.mentions.mention import ActorMention
from whowhom.core.actor import Actor
from whowhom.core.span import Span


def bare_surnames(doc: Doc, mentions: list[ActorMention]) -> list[ActorMention]:
    """A mention for each capitalised word alone that is the surname of a person named in full elsewhere."""
    persons = [mention.actors[0].name for mention in mentions if _is_person(mention)]
    surnames = {name.split()[-1] for name in persons if len(name.split()) > 1}
    covered = {index for mention in mentions for index in range(mention.start, mention.end)}
    return [
        ActorMention(
            token.i, token.i + 1, token.i, Span(token.idx, token.idx + len(token)), "person", (Actor(token.text),)
        )
        for token in doc
        if token.text in surnames and token.i not in covered and _stands_alone(token)
    ]


def _stands_alone(token: Token) -> bool:
    """False inside a longer name ("Temirov Avenue")."""
    beside = [token.doc[index] for index in (token.i - 1, token.i + 1) if 0 <= index < len(token.doc)]
    return token.text[:1].isupper() and not any(other.pos_ == "PROPN" and other.text[:1].isupper() for other in beside)


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
