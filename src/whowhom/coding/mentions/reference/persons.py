"""Named persons without a country or sector → with those that an apposition, an "of" phrase or the article gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.discourse import appositions, distant_appositions
from whowhom.coding.mentions.reference.words import words
from whowhom.core.actor import Actor


def placed_persons(doc: Doc, mentions: Sequence[ActorMention]) -> tuple[ActorMention, ...]:
    """The mentions, with every person's country and sector filled in alike wherever one mention of the person tells."""
    surnames = {
        mention.actors[0].name.split()[-1]: mention.actors[0]
        for mention in reversed(mentions)
        if mention.kind == "person" and len(mention.actors) == 1 and mention.actors[0].country
    }
    covering = {token: mention for mention in mentions for token in range(mention.start, mention.end)}
    placed: dict[Actor, Actor] = {}
    for mention in mentions:
        if mention.kind == "person" and len(mention.actors) == 1:
            actor = mention.actors[0]
            known = placed.get(actor, actor)
            if known.country is None or known.sector is None:
                placed[actor] = _placed(doc[mention.head], known, covering, surnames)
    return tuple(
        replace(mention, actors=tuple(placed.get(actor, actor) for actor in mention.actors)) for mention in mentions
    )


def _placed(
    person: Token, actor: Actor, covering: dict[int, ActorMention], surnames: dict[str, Actor]
) -> Actor:
    actor = _placed_beside(person, actor, covering)
    for noun in appositions(person):
        owner = next((surnames.get(child.text) for child in noun.children if child.dep_ == "poss"), None)
        if owner is not None and owner != actor:
            actor = replace(actor, country=actor.country or owner.country, sector=actor.sector or owner.sector)
    return actor


def _placed_beside(person: Token, actor: Actor, covering: dict[int, ActorMention]) -> Actor:
    for beside in _beside(person, covering):
        told = beside.actors[0]
        country = actor.country or told.country
        # A state's name in "the mayor of X" gives the country; what its bearer does is told by the role noun.
        told_sector = told.sector if beside.kind in ("role", "organisation") else None
        actor = replace(actor, country=country, sector=actor.sector or told_sector)
    return actor


def _beside(person: Token, covering: dict[int, ActorMention]) -> Iterator[ActorMention]:
    """Mentions inside the nouns in apposition to the person, nearest to the noun first."""
    distant = list(distant_appositions(person))
    # Beside a bare state there is no person: the name belongs to the noun further up ("the envoy for Syria, X").
    near = [noun for noun in appositions(person) if not distant or noun.pos_ != "PROPN"]
    for noun in (near or distant)[:1]:
        for token in _phrase(noun):
            mention = covering.get(token.i)
            if mention is not None and mention.kind not in ("person", "pronoun") and len(mention.actors) == 1:
                yield mention


def _phrase(noun: Token) -> Iterator[Token]:
    """The noun, then its modifiers and "of" phrase, without further appositions, coordinations and clauses."""
    yield noun
    for child in noun.children:
        owning = child.dep_ == "prep" and child.lower_ in words("control", "owning_prepositions")
        if owning or child.dep_ in ("compound", "amod", "nmod", "poss", "pobj"):
            yield from _phrase(child)
