"""The word of an act and the places of its document → where the act was, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache

from spacy.tokens import Doc, Token

from whowhom.coding.acts.clauses import companions, owners, steps_up
from whowhom.coding.mentions.mention import PlaceMention
from whowhom.core.place import Place
from whowhom.core.span import Span
from whowhom.vocab.countries import all_names
from whowhom.vocab.load import read_toml

# How many sentences back an act's scene may have been set.
_SCENE_SENTENCES = 3
_INSIDE_NAME = frozenset({"compound", "nmod", "appos", "conj", "poss", "flat"})


@dataclass(frozen=True, slots=True)
class _Words:
    at: frozenset[str]
    towards: frozenset[str]
    motion: frozenset[str]
    force: frozenset[str]
    leaving: frozenset[str]
    gathering: frozenset[str]


@cache
def _words() -> _Words:
    table = read_toml("place_words.toml")["locative"]
    return _Words(**{field.name: frozenset(table[field.name]) for field in fields(_Words)})


@cache
def _kinds() -> frozenset[str]:
    table = read_toml("place_words.toml")
    return frozenset(table["province_words"]) | frozenset(table["town_words"])


def _hinge(place: PlaceMention, doc: Doc) -> Token | None:
    """The word that ties a place to its clause: its preposition or the place's own; None if it only modifies a noun.

    "In a Kabul hospital" is in Kabul, but a state before a noun ("US troops") is whose, not where.
    """
    token, modifies = doc[place.head], False
    while token.head.i != token.i and token.dep_ in _INSIDE_NAME and token.head.pos_ in ("PROPN", "NOUN"):
        named = token.dep_ in ("conj", "appos") or token.head.pos_ == "PROPN" or token.head.lower_ in _kinds()
        modifies = modifies or not named
        token = token.head
    if modifies and place.place.name in all_names():
        return None
    if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent"):
        return token.head
    return None if modifies else token


def _either(word: Token, other: Token, kind: frozenset[str]) -> bool:
    return word.lemma_.lower() in kind or other.lemma_.lower() in kind


def _says_where(hinge: Token, owner: Token) -> bool:
    """True when the hinge says where the act was: "in Homs", "a visit to Oslo", "strikes on Aden", "hit Idlib"."""
    words = _words()
    if hinge.pos_ == "ADP":
        if hinge.lower_ in words.at:
            return True
        if hinge.lower_ == "from":
            return _either(hinge.head, owner, words.leaving)
        return hinge.lower_ in words.towards and _either(hinge.head, owner, words.motion | words.force)
    fits = hinge.head.i == owner.i and hinge.dep_ in ("dobj", "nsubjpass")
    return fits and owner.lemma_.lower() in words.motion | words.force


def _names_the_act(place: PlaceMention, trigger: Token) -> bool:
    """True for "the Nice attack", "Geneva talks", not for "the US strike": a town or region before the act's noun."""
    if trigger.pos_ not in ("NOUN", "PROPN") or place.end != trigger.i or place.place.name in all_names():
        return False
    return trigger.lemma_.lower() in _words().force | _words().gathering


def _after_time(doc: Doc, place: PlaceMention) -> bool:
    """True where the parser glues a place to the time before it ("In May Egypt said …")."""
    return place.start > 0 and doc[place.start - 1].ent_type_ in ("DATE", "TIME")


def _located(doc: Doc, owner: Token, near: list[PlaceMention]) -> Iterator[PlaceMention]:
    for place in near:
        hinge = _hinge(place, doc)
        if hinge is None or hinge.i == owner.i or _after_time(doc, place):
            continue
        if any(step.i == owner.i for step in steps_up(hinge)) and _says_where(hinge, owner):
            yield place


def _is_scene(doc: Doc, place: PlaceMention) -> bool:
    """True for a place that says where something was, whatever it was."""
    hinge = _hinge(place, doc)
    return hinge is not None and hinge.pos_ == "ADP" and hinge.lower_ in _words().at and not _after_time(doc, place)


def _scene(doc: Doc, trigger: Token, places: tuple[PlaceMention, ...]) -> PlaceMention | None:
    """The scene in which the act's sentence stands: a place said in it, else the last one said shortly before."""
    sentence, known = trigger.sent, [place for place in places if place.place.country]
    inside = [place for place in known if sentence.start <= place.head < sentence.end and _is_scene(doc, place)]
    if inside:
        return min(inside, key=lambda place: abs(place.head - trigger.i))
    first = sentence.start
    for _ in range(_SCENE_SENTENCES):
        first = doc[max(first - 1, 0)].sent.start
    before = [place for place in known if first <= place.head < sentence.start and _is_scene(doc, place)]
    return before[-1] if before else None


def event_place(
    doc: Doc, trigger: int, places: tuple[PlaceMention, ...], material: bool = False
) -> tuple[Place | None, Span | None]:
    """Where the act named by token ``trigger`` was, if the text says so, with the words that say it.

    Taken is the object of a locative preposition that hangs on the act's word or its verb, the destination of a visit,
    the target of an attack, or the place that names the act ("the Nice attack"); of several the nearest. With
    ``material`` (an act of force, coercion, protest, aid: one that must have been somewhere) a place elsewhere in its
    sentence, or in the sentences before, is taken when its own clause has none. The dateline's city is never taken.
    """
    token = doc[trigger]
    sentence = token.sent
    near = [place for place in places if sentence.start <= place.head < sentence.end]
    for place in near:
        if _names_the_act(place, token):
            return place.place, place.span
    for owner in (*owners(token), *companions(token)):
        found = list(_located(doc, owner, near))
        if found:
            best = min(found, key=lambda place: (place.place.country is None, abs(place.head - owner.i)))
            return best.place, best.span
    scene = _scene(doc, token, places) if material else None
    return (scene.place, scene.span) if scene is not None else (None, None)
