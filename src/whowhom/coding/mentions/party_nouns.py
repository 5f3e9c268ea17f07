"""Plural role nouns ("both leaders", "the two countries", "the sides") → the actors that were mentioned together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence

from spacy.tokens import Token

from whowhom.coding.mentions.discourse import PLURAL_TAGS, Antecedent, Discourse, coordinated, distinct
from whowhom.coding.mentions.local_country import state_named
from whowhom.coding.mentions.reference_words import number, words
from whowhom.core.actor import Actor

# How many sentences back a set may have been mentioned.
_WINDOW = 6


def set_size(token: Token, text: str) -> int | None:
    """How many the plural noun names: 2 for "both leaders", 0 for an open plural, None when it names no set."""
    if token.lemma_.lower() in words("sets", "pair_nouns"):
        return 2
    said = [size for word in text.lower().split() if (size := number(word)) is not None]
    said += [size for child in token.children if (size := number(child.lower_)) is not None]
    if said:
        return said[0]
    return 0 if token.tag_ in PLURAL_TAGS else None


def resolve_set(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    """The last co-mentioned persons, states or parties that the noun can name, ``size`` of them (0: two or more)."""
    noun = token.lemma_.lower()
    if noun in words("sets", "pair_nouns") or noun in words("sets", "person_nouns"):
        return _persons(discourse, token, size)
    if noun in words("sets", "state_nouns"):
        return _states(discourse, token, size)
    if noun in words("sets", "party_nouns"):
        return _parties(discourse, token, size)
    return ()


def _persons(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    found = _together(discourse, token, size, lambda found: found.nature == "person" and len(found.actors) == 1)
    # Leaders nobody named ("the two leaders" after "Peru and Chile"): their states stand for them.
    return found or (_states(discourse, token, size) if size else ())


def _states(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    """The states, or those of the persons and organs, that were last mentioned together."""
    pair = _last_coordination(discourse, token, size, {"state"})
    if pair:
        return pair
    countries: dict[str, float] = defaultdict(float)
    sentence = discourse.sentences[token.i]
    for distance in range(_WINDOW):
        for antecedent in discourse.history:
            if antecedent.sentence == sentence - distance and antecedent.token < token.i:
                for actor in antecedent.actors:
                    if actor.country and actor.country not in ("IGO", "NGO"):
                        countries[actor.country] += (2.0 if antecedent.subject else 1.0) / (1 + distance)
        if len(countries) >= (size or 2):
            break
    wanted = size or 2
    if len(countries) < wanted:
        return ()
    top = sorted(countries, key=lambda country: (-countries[country], country))[:wanted]
    return tuple(state_named(discourse, country) for country in top)


def _parties(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    """Sides: whoever stood together last, states, armed groups or persons; one side for each state."""
    pair = _last_coordination(discourse, token, size, {"state", "organisation", "person"})
    if pair:
        return pair
    natures = {"state", "organisation", "people"}
    found = _together(discourse, token, size or 2, lambda antecedent: antecedent.nature in natures)
    return found or _states(discourse, token, size or 2)


def _last_coordination(discourse: Discourse, token: Token, size: int, natures: set[str]) -> tuple[Actor, ...]:
    """The last "A and B" of the wanted kind and number, unless a later sentence sets others against each other."""
    for antecedent in discourse.recent(token.i, _WINDOW):
        if len(antecedent.actors) > 1 and _counts(antecedent.actors, size) and antecedent.nature != "person":
            return antecedent.actors
        if antecedent.nature in natures:
            joined = coordinated(discourse, discourse.doc[antecedent.token])
            members = [found for found in joined if found.token < token.i and found.nature in natures]
            actors = distinct(actor for found in members for actor in found.actors)
            if _counts(actors, size):
                return actors
    return ()


def _counts(actors: Sequence[Actor], size: int) -> bool:
    return len(actors) == size if size else len(actors) > 1


def _together(
    discourse: Discourse, token: Token, size: int, fits: Callable[[Antecedent], bool]
) -> tuple[Actor, ...]:
    """The fitting actors of the nearest sentences, widened backwards until there are enough; subjects first."""
    wanted = size or 2
    chosen: list[Antecedent] = []
    sentence = discourse.sentences[token.i]
    for distance in range(_WINDOW):
        here = [found for found in discourse.history if found.sentence == sentence - distance and found.token < token.i]
        here = [found for found in here if fits(found) and not found.weak]
        chosen.extend(sorted(here, key=lambda found: (not found.subject, found.token)))
        actors = _one_a_state(distinct(actor for found in chosen for actor in found.actors))
        if len(actors) >= wanted:
            return actors[:wanted] if size or distance else actors
    return ()


def _one_a_state(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Without those whose country is taken already, when there are two countries: two leaders lead two countries."""
    countries = {actor.country for actor in actors}
    if len(countries) < 2:
        return tuple(actors)
    first: dict[str | None, Actor] = {}
    for actor in actors:
        first.setdefault(actor.country, actor)
    return tuple(first.values())
