"""Training examples → padded tensors with their targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from examples import Example
from tokenizers import Tokenizer
from torch import Tensor

from whowhom.coding.acts.scoring.rule_features import RULE_WIDTH, STATUSES, TYPES, WIDTH
from whowhom.coding.acts.scoring.token_input import TokenInput, token_input
from whowhom.vocab import ontology


def mode_names() -> list[tuple[str, str | None]]:
    """Every (type, mode), each type without a mode first."""
    found: list[tuple[str, str | None]] = []
    for name in TYPES:
        found.append((name, None))
        found.extend((name, mode.name) for mode in ontology.event_types()[name].modes)
    return found


# The base model's word piece for a hidden word.
MASK = 103


@dataclass(frozen=True)
class Row:
    """An example in numbers."""

    id: str
    input: TokenInput
    features: np.ndarray
    types: np.ndarray  # (slots + 1, slots + 1, types), 0 or 1
    relations: list[tuple[int, int, int, int, int]]  # actor, recipient, type, mode index, status
    triggers: list[tuple[int, int, list[int]]]  # actor, recipient, word pieces
    words: np.ndarray  # (pieces, types)


def row(example: Example, tokenizer: Tokenizer) -> Row:
    given = token_input(tokenizer, example.window, example.text, example.pivots)
    size = len(example.window.slots) + 1
    types = np.zeros((size, size, len(TYPES)), np.float32)
    words = np.zeros((len(given.ids), len(TYPES)), np.float32)
    modes = mode_names()
    relations, triggers = [], []
    for relation in example.relations:
        kind = TYPES.index(relation.type)
        types[relation.actor, relation.recipient, kind] = 1
        mode = modes.index((relation.type, relation.mode))
        relations.append((relation.actor, relation.recipient, kind, mode, STATUSES.index(relation.status)))
        if relation.trigger is not None:
            pieces = [i for i, span in enumerate(given.spans) if span is not None and span.overlaps(relation.trigger)]
            if pieces:
                triggers.append((relation.actor, relation.recipient, pieces))
                words[pieces, kind] = 1
    return Row(example.id, given, example.features, types, relations, triggers, words)


@dataclass(frozen=True)
class Batch:
    ids: Tensor
    segments: Tensor
    mask: Tensor
    pooling: Tensor
    features: Tensor
    pivots: Tensor
    types: Tensor
    valid: Tensor  # (batch, slots + 1, slots + 1): pairs that exist
    words: Tensor
    rows: Sequence[Row]


@dataclass(frozen=True)
class Hidden:
    """What the scorer does not see of a row: the rules' reading, the sentence before, the words of some actors."""

    rules: bool = False
    context: bool = False
    slots: tuple[int, ...] = ()


def batch(rows: Sequence[Row], hidden: Sequence[Hidden] = ()) -> Batch:
    """The rows padded to the longest, without what is hidden."""
    pieces = max(len(r.input.ids) for r in rows)
    size = max(r.features.shape[0] for r in rows)
    ids = torch.zeros(len(rows), pieces, dtype=torch.long)
    segments, mask = torch.zeros_like(ids), torch.zeros(len(rows), pieces)
    pooling = torch.zeros(len(rows), size - 1, pieces)
    features = torch.zeros(len(rows), size, size, WIDTH)
    pivots = torch.zeros(len(rows), size, size, dtype=torch.long)
    types = torch.zeros(len(rows), size, size, len(TYPES))
    valid = torch.zeros(len(rows), size, size, dtype=torch.bool)
    words = torch.zeros(len(rows), pieces, len(TYPES))
    for i, r in enumerate(rows):
        n, t = r.features.shape[0] - 1, len(r.input.ids)
        ids[i, :t], segments[i, :t] = torch.from_numpy(r.input.ids), torch.from_numpy(r.input.segments)
        mask[i, :t] = 1
        hide = hidden[i] if hidden else Hidden()
        if hide.context:
            mask[i, 1 : int((r.input.segments == 0).sum()) - 1] = 0
        for slot in hide.slots:
            ids[i, [k for k in np.flatnonzero(r.input.pooling[slot]) if r.input.spans[k] is not None]] = MASK
        pooling[i, :n, :t] = torch.from_numpy(r.input.pooling)
        # Nobody is the last slot of a row and of the padded batch.
        place = torch.tensor([*range(n), size - 1])
        features[i, place[:, None], place] = torch.from_numpy(r.features)
        types[i, place[:, None], place] = torch.from_numpy(r.types)
        ok = ~torch.eye(n + 1, dtype=torch.bool)
        valid[i, place[:, None], place] = ok
        words[i, :t] = torch.from_numpy(r.words)
        pivots[i, place[:, None], place] = torch.from_numpy(r.input.pivots)
        if hide.rules:
            features[i, :, :, :RULE_WIDTH] = 0
    return Batch(ids, segments, mask, pooling, features, pivots, types, valid, words, rows)
