"""Plural role nouns ("both leaders", "the two countries", "the sides") → the actors that were mentioned together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence

from spacy.tokens import Token

from whowhom.coding.mentions.reference.clauses import governing_verb, own_subject
from whowhom.coding.mentions.reference.discourse import PLURAL_TAGS, Antecedent, Discourse, coordinated, distinct
from whowhom.coding.mentions.reference.local_country import state_named
from whowhom.coding.mentions.reference.words import number, words
from whowhom.core.actor import Actor

# How many sentences back a set may have been mentioned.
_WINDOW = 6
_LEADERS_WINDOW = 12
_NO_STATE = frozenset({None, "IGO", "NGO"})


def set_size(token: Token, text: str) -> int | None:
    """How many the plural noun names: 2 for "both leaders", 0 for an open plural, None when it names no set."""
    if token.lemma_.lower() in words("sets", "pair_nouns"):
        return 2
    said = [size for word in text.lower().split() if (size := number(word)) is not None]
    said += [size for child in token.children if (size := number(child.lower_)) is not None]
    if token.tag_ not in PLURAL_TAGS and not words("sets", "distributive_words").intersection(text.lower().split()):
        return None
    definite = any(child.dep_ == "det" for child in token.children) or "both" in text.lower().split()
    if said and (definite or token.dep_ == "attr"):
        return said[0]
    if said:
        # "Two generals": new to the reader, nobody named before.
        return None
    return 0 if token.tag_ in PLURAL_TAGS else None


def resolve_set(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    """The last co-mentioned persons, states or parties that the noun can name, ``size`` of them (0: two or more).

    Those who speak about the set in the same sentence ("the UN says both sides …") are not of it.
    """
    noun = token.lemma_.lower()
    if not size and not _open(token):
        return ()
    if token.dep_ == "attr":
        subject = own_subject(token.head)
        named = coordinated(discourse, subject) if subject is not None else ()
        return distinct(actor for found in named for actor in found.actors)
    if noun in words("sets", "pair_nouns") or noun in words("sets", "person_nouns"):
        return _persons(discourse, token, size)
    if noun in words("sets", "state_nouns"):
        return _states(discourse, token, size)
    return _parties(discourse, token, size) if noun in words("sets", "party_nouns") else ()


def resolve_one_of_two(discourse: Discourse, token: Token) -> tuple[Actor, ...]:
    """"The former" and "the latter" of the last two that were joined by "and"."""
    pair = _coordinated_before(discourse, token, 2, lambda found: True)
    if not pair:
        return ()
    return pair[:1] if token.lower_ in words("sets", "first_words") else pair[1:]


def _open(token: Token) -> bool:
    """True for a bare definite plural ("the leaders", "these countries"), which may name a set without a number."""
    definite = any(child.dep_ == "det" and child.lower_ in words("sets", "definite_words") for child in token.children)
    described = any(child.dep_ in ("prep", "relcl", "acl", "amod", "compound", "poss") for child in token.children)
    return definite and not described and token.lemma_.lower() in words("sets", "open_nouns")


def _persons(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    def person(found: Antecedent) -> bool:
        return found.nature == "person" and len(found.actors) == 1

    def suited(found: Antecedent) -> bool:
        return person(found) and _suits(token, discourse.roles.get(found.actors[0], frozenset()))

    if token.lemma_.lower() in words("titles", "anybody"):
        return _together(discourse, token, size, suited, 2) or _coordinated_before(
            discourse, token, 0, lambda found: found.nature in ("person", "people"), 3
        )
    found = (
        _together(discourse, token, size, suited, 2)
        or _coordinated_before(discourse, token, size, suited, _LEADERS_WINDOW)
        or _together(discourse, token, size, suited, _LEADERS_WINDOW)
        or _together(discourse, token, size, person, _WINDOW)
    )
    # Leaders nobody named ("the two leaders" after "Peru and Chile"): their states stand for them.
    return found or (_states(discourse, token, size) if size else ())


def _suits(token: Token, roles: Collection[str]) -> bool:
    """True when somebody with these titles is one of "the ministers", "the leaders", "the pair"."""
    noun = token.lemma_.lower()
    if not roles or noun in words("sets", "pair_nouns") or noun in words("titles", "anybody"):
        return True
    if noun in words("sets", "leading_nouns"):
        return not words("sets", "leading_titles").isdisjoint(roles)
    return noun in roles


def _states(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    """The states, or those of the persons and organs, that were last mentioned together."""
    def state(found: Antecedent) -> bool:
        return found.nature == "state"

    joined = _coordinated_before(discourse, token, size, state)
    if joined:
        return joined
    barred = {actor.country for actor in _barred(discourse, token)}
    countries: dict[str, float] = defaultdict(float)
    for distance, here in _sentences_before(discourse, token, _WINDOW):
        for found in here:
            for actor in found.actors:
                if actor.country and actor.country not in barred | _NO_STATE:
                    countries[actor.country] += (2.0 if found.subject else 1.0) / (1 + distance)
        if len(countries) >= (size or 2):
            break
    return _heaviest(discourse, countries, size or 2)


def _heaviest(discourse: Discourse, countries: dict[str, float], wanted: int) -> tuple[Actor, ...]:
    if len(countries) < wanted:
        return ()
    top = sorted(countries, key=lambda country: (-countries[country], country))[:wanted]
    return tuple(state_named(discourse, country) for country in top)


def _parties(discourse: Discourse, token: Token, size: int) -> tuple[Actor, ...]:
    """Sides: whoever stood together last, states, armed groups or persons; one side for each state."""
    def party(found: Antecedent) -> bool:
        return found.nature in ("state", "organisation", "person")

    def body(found: Antecedent) -> bool:
        named = discourse.mentions[found.index].kind in ("state", "capital", "organisation")
        return named and found.actors[0].country not in ("IGO", "NGO")

    return (
        _together(discourse, token, size, body, 1)
        or _coordinated_before(discourse, token, size, party)
        or _together(discourse, token, size or 2, body, _WINDOW)
        or _states(discourse, token, size or 2)
    )


def _barred(discourse: Discourse, token: Token) -> set[Actor]:
    """Those who speak in the clauses around the set."""
    barred: set[Actor] = set()
    verb = governing_verb(token)
    while verb is not None and verb.dep_ == "ccomp":
        verb = verb.head
        subject = own_subject(verb)
        found = discourse.at(subject) if subject is not None else None
        barred.update(found.actors if found is not None else ())
    return barred


def _sentences_before(discourse: Discourse, token: Token, within: int) -> Iterator[tuple[int, list[Antecedent]]]:
    """What was mentioned before the token, by sentence from its own backwards, as (distance, mentions in order)."""
    sentence = discourse.sentences[token.i]
    by_sentence: dict[int, list[Antecedent]] = defaultdict(list)
    for found in discourse.recent(token.i, within - 1):
        by_sentence[found.sentence].append(found)
    for distance in range(within):
        yield distance, by_sentence[sentence - distance][::-1]


def _coordinated_before(
    discourse: Discourse, token: Token, size: int, fits: Callable[[Antecedent], bool], within: int = _WINDOW
) -> tuple[Actor, ...]:
    """The nearest "A and B", or words that stood for such a set; within a sentence the subject's before others."""
    barred = _barred(discourse, token)
    for _, here in _sentences_before(discourse, token, within):
        found = _coordinated_in(discourse, token, size, fits, here, barred)
        if found:
            return found
    return ()


def _coordinated_in(
    discourse: Discourse, token: Token, size: int, fits: Callable[[Antecedent], bool],
    here: Sequence[Antecedent], barred: Collection[Actor],
) -> tuple[Actor, ...]:
    for found in sorted(here, key=lambda found: (not found.subject, -found.token)):
        actors = _joined(discourse, token, found, fits)
        if _counts(actors, size) and not set(barred).intersection(actors):
            return actors
    return ()


def _joined(
    discourse: Discourse, token: Token, found: Antecedent, fits: Callable[[Antecedent], bool]
) -> tuple[Actor, ...]:
    if len(found.actors) > 1 and found.nature != "person":
        return found.actors if _same_sort(discourse, found, fits) else ()
    if not fits(found):
        return ()
    members = [other for other in coordinated(discourse, discourse.doc[found.token]) if other.token < token.i]
    return distinct(actor for other in members if fits(other) for actor in other.actors)


def _same_sort(discourse: Discourse, found: Antecedent, fits: Callable[[Antecedent], bool]) -> bool:
    """True when every member of the set was itself mentioned as something that fits."""
    members = {other.actors[0] for other in discourse.history if len(other.actors) == 1 and fits(other)}
    return members.issuperset(found.actors)


def _counts(actors: Sequence[Actor], size: int) -> bool:
    return len(actors) == size if size else len(actors) > 1


def _together(
    discourse: Discourse, token: Token, size: int, fits: Callable[[Antecedent], bool], within: int
) -> tuple[Actor, ...]:
    """The fitting actors of the nearest sentences, widened backwards until there are enough; subjects first."""
    barred = _barred(discourse, token)
    chosen: list[Actor] = []
    for distance, here in _sentences_before(discourse, token, within):
        joined = _coordinated_in(discourse, token, size, fits, here, barred)
        if joined:
            return joined
        fitting = [found for found in here if fits(found) and not found.weak and barred.isdisjoint(found.actors)]
        ordered = sorted(fitting, key=lambda found: (not found.subject, found.token))
        chosen.extend(actor for found in ordered for actor in found.actors)
        actors = _one_a_state(distinct(chosen))
        if len(actors) >= (size or 2):
            return actors[: size or 2] if size or distance else actors
    return ()


def _one_a_state(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Without those whose country is taken already, when there are two countries: two leaders lead two countries."""
    if len({actor.country for actor in actors}) < 2:
        return tuple(actors)
    first: dict[str, Actor] = {}
    for actor in actors:
        first.setdefault(actor.country or actor.name, actor)
    return tuple(first.values())
