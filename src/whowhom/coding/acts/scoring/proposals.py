"""A window's probabilities → what the scorer reads in it: acts of one type at one word, with their pairs of actors."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, Token

from whowhom.coding.acts.scoring.rule_features import TYPES
from whowhom.coding.acts.scoring.scorer import Scores
from whowhom.coding.acts.scoring.windows import Slot, Window
from whowhom.coding.acts.type_groups import MUTUAL
from whowhom.coding.mentions.reference.salience import same_side
from whowhom.core.actor import Party

# Of an actor's recipients those count whose probability is at least this share of the best one's.
_SHARE = 0.7
# Many unlikely recipients do not make a likely act.
_LEAST = 0.4

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Acts of one type told by ``token``; ``pairs`` are slots (actor, recipient), ``probability`` the best."""

    type: str
    token: Token
    pairs: tuple[Pair, ...]
    probability: float


@dataclass(frozen=True, slots=True)
class Sides:
    """The parties of a proposal; of a mutual act all are actors."""

    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    mutual: bool


def proposed(doc: Doc, window: Window, scores: Scores, threshold: float) -> Iterator[Proposal]:
    """The acts of a window that are as likely as ``threshold``.

    How likely an actor does an act of a type towards anybody is one minus the product of what each pair lacks
    (noisy or); whom it concerns is asked after that, so that a doubt about the recipient is no doubt about the act.
    """
    found: dict[tuple[int, int], tuple[list[Pair], float]] = {}
    table = _without_selves(scores.types)
    towards_anybody = 1 - np.prod(1 - table, axis=1)
    for actor, kind in np.argwhere(towards_anybody >= threshold).tolist():
        for pair in _pairs(table[actor, :, kind], actor):
            if _on_one_side(pair, window.slots):
                continue
            token = _token(doc, window, scores, pair)
            pairs, probability = found.get((kind, token.i), ([], 0.0))
            found[kind, token.i] = ([*pairs, pair], max(probability, float(towards_anybody[actor, kind])))
    for (kind, index), (pairs, probability) in found.items():
        yield Proposal(TYPES[kind], doc[index], tuple(pairs), probability)


def _without_selves(types: NDArray[np.float32]) -> NDArray[np.float64]:
    """The probabilities as float64, 0 where an actor meets itself."""
    table = types.astype(np.float64)
    table[np.arange(len(table)), np.arange(len(table))] = 0
    return table


def _pairs(row: NDArray[np.float64], actor: int) -> list[Pair]:
    """The actor with its likely recipients, or with nobody where none is nearly as likely as that."""
    nobody = len(row) - 1
    best = float(row.max())
    if best < _LEAST:
        return []
    recipients = [(actor, slot) for slot in range(nobody) if row[slot] >= _SHARE * best]
    return recipients or [(actor, nobody)]


def _on_one_side(pair: Pair, slots: Sequence[Slot]) -> bool:
    """True for a state and its own head, two organs of a kind: they act together, not on each other."""
    return max(pair) < len(slots) and same_side(slots[pair[0]].actor, slots[pair[1]].actor)


def _token(doc: Doc, window: Window, scores: Scores, pair: Pair) -> Token:
    """The word that decided; the sentence's head when the scorer looked outside it."""
    span = scores.word(*pair)
    if span is None or not window.sentence.contains(span):
        span = window.sentence
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    assert words is not None, "a window's spans lie in its document"
    return words.root


def sides(proposal: Proposal, slots: Sequence[Slot]) -> Sides:
    """Who does it to whom, once each."""
    nobody = len(slots)
    actors = [i for i in dict.fromkeys(i for i, _ in proposal.pairs) if i != nobody]
    recipients = [j for j in dict.fromkeys(j for _, j in proposal.pairs) if j != nobody]
    if proposal.type in MUTUAL and any((j, i) in proposal.pairs for i, j in proposal.pairs):
        return Sides(tuple(_party(slots[i]) for i in dict.fromkeys(actors + recipients)), (), True)
    return Sides(
        tuple(_party(slots[i]) for i in actors), tuple(_party(slots[j]) for j in recipients if j not in actors), False
    )


def _party(slot: Slot) -> Party:
    return Party(slot.actor, slot.spans[0])
