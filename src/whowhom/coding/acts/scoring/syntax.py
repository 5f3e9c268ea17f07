"""A window's actors in the parse tree → for each two the word where their paths meet, and how they hang on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from whowhom.coding.acts.scoring.windows import Slot, Window

# How a path may come down to an actor from the word where two paths meet; "self" when the actor is that word.
_BRANCHES = (
    frozenset({"self"}),
    frozenset({"nsubj", "csubj", "expl"}),
    frozenset({"nsubjpass", "csubjpass"}),
    frozenset({"dobj", "obj", "dative", "attr", "oprd"}),
    frozenset({"agent"}),
    frozenset({"prep", "pobj", "pcomp"}),
    frozenset({"poss", "amod", "compound", "nmod", "npadvmod"}),
    frozenset({"ccomp", "xcomp", "parataxis"}),
    frozenset({"advcl", "relcl", "acl"}),
    frozenset({"conj", "appos"}),
)
_LENGTHS = (2, 4, 7)
_VERBS = ("VERB", "AUX")
_SIDE = len(_BRANCHES) + 3
SYNTAX_WIDTH = 2 * _SIDE + len(_LENGTHS) + 2
NOWHERE = -1


@dataclass(frozen=True)
class Syntax:
    """``features`` has shape (slots + 1, slots + 1, SYNTAX_WIDTH); ``pivots`` (slots + 1, slots + 1) holds the first
    character of the word where the two paths meet, for nobody the verb above the other, or NOWHERE.
    """

    features: NDArray[np.float32]
    pivots: NDArray[np.int64]


@dataclass(frozen=True)
class _Path:
    """The words from an actor's head up to the root, with the position of each."""

    words: tuple[Token, ...]
    positions: dict[int, int]


def syntax(doc: Doc, window: Window) -> Syntax:
    """How each two of the window's actors stand to each other in the sentence; zeros for those only named before it."""
    size = len(window.slots) + 1
    features = np.zeros((size, size, SYNTAX_WIDTH), np.float32)
    pivots = np.full((size, size), NOWHERE, np.int64)
    paths = [_paths(doc, window, slot) for slot in window.slots]
    for i, actor in enumerate(paths):
        if actor:
            pivots[i, -1] = pivots[-1, i] = _verb_above(actor[0]).idx
        for j, recipient in enumerate(paths):
            if i != j and actor and recipient:
                pivots[i, j] = _meet(features[i, j], actor, recipient)
    return Syntax(features, pivots)


def _paths(doc: Doc, window: Window, slot: Slot) -> list[_Path]:
    found = []
    for span in slot.spans if slot.here else ():
        words = doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None:
            up = (words.root, *words.root.ancestors)
            found.append(_Path(up, {word.i: position for position, word in enumerate(up)}))
    return found


def _verb_above(path: _Path) -> Token:
    return next((word for word in path.words[1:] if word.pos_ in _VERBS), path.words[-1])


def _meet(row: NDArray[np.float32], actors: Sequence[_Path], recipients: Sequence[_Path]) -> int:
    """Fills the pair's row from the two nearest mentions; the first character of the word where they meet."""
    best: tuple[int, int, int, _Path, _Path] | None = None
    for actor in actors:
        for recipient in recipients:
            meeting = next((n for n, word in enumerate(actor.words) if word.i in recipient.positions), None)
            if meeting is None:
                continue
            other = recipient.positions[actor.words[meeting].i]
            if best is None or meeting + other < best[0]:
                best = (meeting + other, meeting, other, actor, recipient)
    if best is None:
        return NOWHERE
    length, up, down, actor, recipient = best
    _side(row[:_SIDE], actor.words[: up + 1])
    _side(row[_SIDE : 2 * _SIDE], recipient.words[: down + 1])
    for number, most in enumerate(_LENGTHS):
        row[2 * _SIDE + number] = length <= most
    pivot = actor.words[up]
    row[-2] = pivot.pos_ in _VERBS
    row[-1] = actor.words[0].i < recipient.words[0].i
    return int(pivot.idx)


def _side(row: NDArray[np.float32], path: tuple[Token, ...]) -> None:
    """By which branch the path leaves the meeting word, and how many verbs lie on it."""
    branch = path[-2].dep_ if len(path) > 1 else "self"
    for number, names in enumerate(_BRANCHES):
        row[number] = branch in names
    verbs = sum(word.pos_ in _VERBS for word in path[:-1])
    row[len(_BRANCHES) + min(verbs, 2)] = 1
