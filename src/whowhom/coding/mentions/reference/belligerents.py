"""A noun for those who fight ("the warring parties", "all sides") → the armed group and the state or army it fights."""

from __future__ import annotations

from collections import Counter

from spacy.tokens import Token

from whowhom.coding.mentions.reference.discourse import PLURAL_TAGS, Discourse
from whowhom.coding.mentions.reference.local_country import local_country
from whowhom.coding.mentions.reference.words import words
from whowhom.core.actor import Actor

_NAMED = frozenset({"organisation", "state", "capital"})


def are_belligerents(token: Token) -> bool:
    """True for a plural noun of sides that fight: "warring", "rival" or "opposing" ones, and bare "all sides"."""
    if token.tag_ not in PLURAL_TAGS or token.lemma_.lower() not in words("sets", "fighting_nouns"):
        return False
    modifiers = [child for child in token.children if child.dep_ in ("amod", "compound", "nmod")]
    if modifiers:
        return any(child.lower_ in words("sets", "fighting_words") for child in modifiers)
    everybody = any(child.lower_ in words("sets", "all_words") for child in token.children if child.i < token.i)
    return everybody and token.lemma_.lower() in words("sets", "side_nouns")


def belligerents(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """The armed group that the article names most and the army or state of its country, else a second armed group."""
    named = _named(discourse)
    armed = [actor for actor in named if actor.sector in words("bands", "armed_sectors")]
    if not armed:
        return ()
    first = armed[0]
    country = first.country or local_country(discourse, token)
    opponents = [actor for actor in named if actor.country == country and actor.sector == "MIL"]
    opponents += [actor for actor in named if actor.country == country and actor.sector in ("GOV", None)]
    opponents += armed[1:]
    return (first, opponents[0]) if opponents else ()


def _named(discourse: Discourse) -> list[Actor]:
    """The organisations and states that the article names, the most frequent first."""
    counts: Counter[Actor] = Counter()
    for mention in discourse.mentions:
        proper = mention.kind == "role" and discourse.doc[mention.head].tag_.startswith("NNP")
        if (mention.kind in _NAMED or proper) and len(mention.actors) == 1:
            counts[mention.actors[0]] += 1
    return sorted(counts, key=lambda actor: (-counts[actor], actor.name))
