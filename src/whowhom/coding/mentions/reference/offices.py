"""A noun for a person in office ("the minister", "his Turkish counterpart") → the person who was given that title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from spacy.tokens import Token

from whowhom.coding.mentions.mention import ActorMention
from whowhom.coding.mentions.reference.bodies import created, headed, possessor
from whowhom.coding.mentions.reference.clauses import OBJECTS, SUBJECTS, governing_verb, subject_of
from whowhom.coding.mentions.reference.discourse import (
    Antecedent,
    Discourse,
    appositions,
    distant_appositions,
    noun_words,
)
from whowhom.coding.mentions.reference.gender import gender_of
from whowhom.coding.mentions.reference.words import person_nouns, sectors, words
from whowhom.core.actor import Actor

_OFFICE_WINDOW = 8


def named_beside(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"His Turkish counterpart, Hakan Fidan": the named person beside the noun."""
    for other in appositions(token):
        found = discourse.at(other)
        if found is not None and discourse.mentions[found.index].kind in ("person", "organisation"):
            return found.actors
    after = token.i + 2
    if after < len(discourse.doc) and discourse.doc[after - 1].text == ",":
        # The parser may hang the name elsewhere; between commas right after a title it still is its bearer.
        found = discourse.at(discourse.doc[after])
        if found is not None and discourse.mentions[found.index].kind == "person" and _closed(discourse, found):
            return found.actors
    distant = (discourse.at(other) for other in distant_appositions(token))
    return next((found.actors for found in distant if found is not None and found.nature == "person"), ())


def _closed(discourse: Discourse, found: Antecedent) -> bool:
    end = discourse.mentions[found.index].end
    return end < len(discourse.doc) and discourse.doc[end].text in (",", ".", ";")


def holder(discourse: Discourse, token: Token, office: Actor) -> tuple[Actor, ...]:
    """The named person of that country who was given the same title: "the Turkish president"."""
    leader = _leader(discourse, token, office)
    if leader:
        return leader
    wanted = noun_words(token) & (words("titles", "portfolios") | set(" ".join(sectors("offices")).split()))
    if not wanted:
        return ()
    for actor, roles in discourse.roles.items():
        if actor.country == office.country and wanted <= roles and not roles & words("titles", "past"):
            return (actor,)
    return ()


def _leader(discourse: Discourse, token: Token, office: Actor) -> tuple[Actor, ...]:
    """"The Taliban chief": the one person of that armed group whom the article names without a lesser title."""
    leading = token.lemma_.lower() in words("sets", "leading_nouns")
    if not leading or office.sector not in words("bands", "armed_sectors"):
        return ()
    lesser = set(sectors("offices")) - words("sets", "leading_titles")
    fitting = [
        actor for actor, roles in discourse.roles.items()
        if (actor.country, actor.sector) == (office.country, office.sector) and not roles & lesser
    ]
    return tuple(fitting) if len(fitting) == 1 else ()


def office(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """The last person with the title, else with a fitting sector; "the prime minister" of the local country if none."""
    noun = token.lemma_.lower()
    if noun not in sectors("offices"):
        return ()
    persons = _persons_before(discourse, token, gender_of(discourse.doc, mention))
    titled = _titled(discourse, persons, noun_words(token), noun)
    if titled:
        return titled
    fitting = sectors("offices")[noun]
    near = [found for found in persons if discourse.sentences[token.i] - found.sentence <= 2]
    for found in near:
        untitled = not discourse.roles.get(found.actors[0]) or noun in words("titles", "broad")
        if found.actors[0].sector in fitting and untitled:
            return found.actors
    if fitting:
        return created(discourse, token, mention, fitting[0])
    whole = headed(discourse, token)
    if whole is not None:
        return created(discourse, token, mention, whole.actors[0].sector)
    if near and noun in words("titles", "anybody"):
        return near[0].actors
    # "The head of the charity" stays somebody, though nothing more is known.
    described = any(child.dep_ == "prep" for child in token.children)
    return created(discourse, token, mention, None) if described else ()


def topic(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """"The former rapper": a person noun that is no office means the person whom the text keeps on about."""
    noun = token.lemma_.lower()
    if noun not in person_nouns() or noun in sectors("offices") or token.dep_ not in SUBJECTS | OBJECTS:
        return ()
    sector = mention.actors[0].sector if mention.actors else None
    near = [
        found for found in _persons_before(discourse, token, gender_of(discourse.doc, mention))
        if discourse.sentences[token.i] - found.sentence in range(1, 5) and _agrees(found.actors[0].sector, sector)
    ]
    times = Counter(found.actors for found in near)
    return max(times, key=lambda actors: times[actors]) if times and max(times.values()) > 1 else ()


def _persons_before(discourse: Discourse, token: Token, gender: str | None) -> list[Antecedent]:
    """The persons whom the noun may mean, the latest first; nobody is himself "the minister" or "his aide"."""
    speaker = discourse.speaker(token.i)
    sector = _sector_of_modifier(token)
    owner = possessor(discourse, token)

    def fits(found: Antecedent) -> bool:
        own = any(other is not None and found.actors == other.actors for other in (speaker, owner))
        single = found.nature == "person" and len(found.actors) == 1 and not own
        return single and _agrees(found.gender, gender) and _agrees(found.actors[0].sector, sector)

    return [found for found in discourse.recent(token.i, _OFFICE_WINDOW) if fits(found)]


def _titled(discourse: Discourse, persons: Sequence[Antecedent], titles: set[str], noun: str) -> tuple[Actor, ...]:
    """Who was given all the words of the title, else its noun; several words may come before the name does."""
    for wanted in (titles, {noun}):
        for found in persons:
            roles = discourse.roles.get(found.actors[0], frozenset())
            other = words("titles", "portfolios") & roles
            if wanted <= roles and (not other or not words("titles", "portfolios") & titles - roles):
                return found.actors
    ahead = (actor for actor, roles in discourse.roles.items() if titles <= roles and len(titles) > 1)
    return tuple(ahead)[:1]


def _sector_of_modifier(token: Token) -> str | None:
    """"The military spokesman" speaks for the military."""
    modifiers = (child.lemma_.lower() for child in token.children if child.dep_ in ("amod", "compound", "nmod"))
    found = next((sectors("organs")[word] for word in modifiers if word in sectors("organs")), None)
    return found[0] if found else None


def _agrees(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def counterpart(discourse: Discourse, token: Token, mention: ActorMention) -> tuple[Actor, ...]:
    """The office holder of the other side: by country and the owner's titles, else the other person nearby."""
    owner = possessor(discourse, token)
    if owner is None:
        verb = governing_verb(token)
        subject = subject_of(verb) if verb is not None else None
        owner = discourse.at(subject) if subject is not None and subject != token else None
    own = owner.actors[0] if owner is not None else None
    if mention.actors and mention.actors[0].country:
        country = mention.actors[0].country
        titles = discourse.roles.get(own, frozenset()) if own is not None else frozenset()
        for actor, roles in discourse.roles.items():
            if actor.country == country and titles & roles & set(sectors("offices")):
                return (actor,)
        sector = own.sector if own is not None else None
        return (replace(mention.actors[0], sector=mention.actors[0].sector or sector or "GOV"),)
    for found in discourse.recent(token.i, 3):
        if found.nature == "person" and own is not None and found.actors[0].country != own.country:
            return found.actors
    return ()
