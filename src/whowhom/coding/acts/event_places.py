"""The word of an act and the places of its document → where the act was, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from whowhom.coding.acts.clauses import companions, owners, steps_up
from whowhom.coding.mentions.mention import PlaceMention
from whowhom.core.place import Place
from whowhom.core.span import Span
from whowhom.vocab.load import read_toml

# How many sentences back an act's scene may have been set.
_SCENE_SENTENCES = 3
_INSIDE_NAME = frozenset({"compound", "nmod", "amod", "appos", "conj", "poss", "flat", "dep"})


@dataclass(frozen=True, slots=True)
class _Words:
    at: frozenset[str]
    towards: frozenset[str]
    motion: frozenset[str]
    force: frozenset[str]


@cache
def _words() -> _Words:
    table = read_toml("place_words.toml")["locative"]
    return _Words(*(frozenset(table[key]) for key in ("at", "towards", "motion", "force")))


def _hinge(place: Token) -> Token:
    """The word that ties a place to its clause: its preposition, or the place's topmost word where it has none."""
    token = place
    while token.head.i != token.i and token.dep_ in _INSIDE_NAME and token.head.pos_ in ("PROPN", "NOUN", "X"):
        token = token.head
    return token.head if token.dep_ == "pobj" and token.head.dep_ in ("prep", "agent") else token


def _is_motion(word: Token) -> bool:
    return word.lemma_.lower() in _words().motion


def _is_force(word: Token) -> bool:
    return word.lemma_.lower() in _words().force


def _says_where(hinge: Token, owner: Token) -> bool:
    """True when the hinge says where the owner's act was: "in Homs", "a visit to Oslo", "strikes on Aden", "hit Idlib"."""
    if hinge.dep_ in ("prep", "agent") or hinge.pos_ == "ADP":
        if hinge.lower_ in _words().at:
            return True
        return hinge.lower_ in _words().towards and (_is_motion(owner) or _is_force(owner))
    if hinge.head.i == owner.i and hinge.dep_ in ("dobj", "nsubjpass"):
        return _is_motion(owner) or _is_force(owner)
    return False


def _names_the_act(place: PlaceMention, trigger: Token) -> bool:
    """True for "the Nice attack", "Geneva talks": the place stands as a noun before the act's word."""
    doc = trigger.doc
    return trigger.pos_ in ("NOUN", "PROPN") and place.end == trigger.i and doc[place.head].dep_ == "compound"


def _located(doc: Doc, owner: Token, near: list[PlaceMention]) -> Iterator[PlaceMention]:
    for place in near:
        hinge = _hinge(doc[place.head])
        if hinge.i != owner.i and any(step.i == owner.i for step in steps_up(hinge)) and _says_where(hinge, owner):
            yield place


def _is_scene(doc: Doc, place: PlaceMention) -> bool:
    """True for a place that says where something was, whatever it was."""
    hinge = _hinge(doc[place.head])
    return hinge.dep_ == "prep" and hinge.lower_ in _words().at


def _scene(doc: Doc, trigger: Token, places: tuple[PlaceMention, ...]) -> PlaceMention | None:
    """The scene in which the act's sentence stands: a place said in it, else the last one said shortly before."""
    sentence = trigger.sent
    inside = [place for place in places if sentence.start <= place.head < sentence.end and _is_scene(doc, place)]
    if inside:
        return min(inside, key=lambda place: abs(place.head - trigger.i))
    first = sentence.start
    for _ in range(_SCENE_SENTENCES):
        if first == 0:
            return None
        first = doc[first - 1].sent.start
        before = [place for place in places if first <= place.head < sentence.start and _is_scene(doc, place)]
        if before:
            return before[-1]
    return None


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
        found = sorted(_located(doc, owner, near), key=lambda place: abs(place.head - owner.i))
        if found:
            return found[0].place, found[0].span
    scene = _scene(doc, token, places) if material else None
    return (scene.place, scene.span) if scene is not None else (None, None)
