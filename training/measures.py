"""A trained scorer and labelled rows → how right it is, how sure of itself, and how far chance may move the figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from batches import Hidden, Row, batch
from learning import MODE_MASK, place
from model import PairScorer
from numpy.typing import NDArray

from whowhom.coding.acts.scoring.rule_features import STATUSES, TYPES

THRESHOLDS = np.arange(0.05, 0.95, 0.05)
BINS = 10


@dataclass(frozen=True)
class Scored:
    """Per row the type logits and labels of its pairs, shape (pairs, types); and what else was told right or not."""

    logits: list[NDArray[np.float32]]
    labels: list[NDArray[np.float32]]
    statuses: list[tuple[int, int]]
    modes: list[bool]
    triggers: list[bool]


@dataclass(frozen=True)
class Rates:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)


def score(scorer: PairScorer, rows: Sequence[Row], hide: Hidden = Hidden()) -> Scored:  # noqa: B008
    """What the scorer makes of the rows, if wanted without the rules' features or the sentence before."""
    scorer.eval()
    found = Scored([], [], [], [], [])
    with torch.no_grad():
        for start in range(0, len(rows), 32):
            chunk = rows[start : start + 32]
            given = batch(chunk, [hide] * len(chunk))
            types, modes, statuses, attention, _, _ = scorer(
                given.ids, given.segments, given.mask, given.pooling, given.features, given.pivots
            )
            for b, row in enumerate(chunk):
                found.logits.append(types[b][given.valid[b]].numpy())
                found.labels.append(given.types[b][given.valid[b]].numpy())
                at = place(row, given.types.shape[1])
                for i, j, kind, mode, status in row.relations:
                    own = statuses[b, at(i), at(j)].reshape(len(TYPES), len(STATUSES))[kind]
                    found.statuses.append((int(own.argmax()), status))
                    found.modes.append(int((modes[b, at(i), at(j)] + MODE_MASK[kind]).argmax()) == mode)
                for i, j, pieces in row.triggers:
                    found.triggers.append(int(attention[b, at(i), at(j)].argmax()) in pieces)
    return found


def rules_alone(rows: Sequence[Row]) -> Scored:
    """The rules' own reading as if it were a scorer's: sure of what they read and of what they do not."""
    found = Scored([], [], [], [], [])
    for row in rows:
        off = ~np.eye(row.features.shape[0], dtype=bool)
        found.logits.append((row.features[:, :, : len(TYPES)][off] - 0.5) * 20)
        found.labels.append(row.types[off])
    return found


def probabilities(found: Scored, temperature: float = 1.0) -> NDArray[np.float64]:
    return 1 / (1 + np.exp(-np.concatenate(found.logits).astype(np.float64) / temperature))


def rates(found: Scored, threshold: float, temperature: float = 1.0) -> Rates:
    """Precision and recall of typed pairs."""
    said, labels = probabilities(found, temperature) >= threshold, np.concatenate(found.labels)
    right = float((said * labels).sum())
    return Rates(right / max(1.0, float(said.sum())), right / max(1.0, float(labels.sum())))


def best_threshold(found: Scored, temperature: float) -> float:
    """The threshold with the best F1."""
    return float(max(THRESHOLDS, key=lambda threshold: rates(found, threshold, temperature).f1))


def interval(found: Scored, threshold: float, temperature: float, draws: int = 500) -> tuple[float, float]:
    """95 % of F1 when the rows are drawn anew with replacement (bootstrap: Efron 1979)."""
    rng = np.random.default_rng(1)
    said = [1 / (1 + np.exp(-logits / temperature)) >= threshold for logits in found.logits]
    counts = np.array(
        [((s * y).sum(), s.sum(), y.sum()) for s, y in zip(said, found.labels, strict=True)], dtype=np.float64
    )
    drawn = counts[rng.integers(0, len(counts), (draws, len(counts)))].sum(axis=1)
    f1 = 2 * drawn[:, 0] / np.maximum(1, drawn[:, 1] + drawn[:, 2])
    low, high = np.quantile(f1, (0.025, 0.975))
    return float(low), float(high)


def best_temperature(found: Scored) -> float:
    """What to divide logits by so that probabilities are as they claim: the least log loss (Guo et al. 2017)."""
    logits, labels = np.concatenate(found.logits).astype(np.float64), np.concatenate(found.labels)

    def log_loss(temperature: float) -> float:
        z = logits / temperature
        return float((np.logaddexp(0, z) - labels * z).mean())

    return float(min(np.arange(0.6, 3.05, 0.05), key=log_loss))


def reliability(found: Scored, temperature: float) -> list[tuple[float, float, int]]:
    """For each tenth of the scale above 0.05: mean probability, share that is true, how many."""
    said, labels = probabilities(found, temperature).ravel(), np.concatenate(found.labels).ravel()
    rows = []
    for number in range(BINS):
        low = max(0.05, number / BINS)
        inside = (said >= low) & (said < (number + 1) / BINS)
        if inside.any():
            rows.append((float(said[inside].mean()), float(labels[inside].mean()), int(inside.sum())))
    return rows


def rising(points: list[tuple[float, float, int]]) -> list[tuple[float, float]]:
    """Stated probability and true share, the share never falling."""
    shares = np.maximum.accumulate([share for _, share, _ in points])
    return [(round(stated, 3), round(float(share), 3)) for (stated, _, _), share in zip(points, shares, strict=True)]


def by_type(found: Scored, threshold: float, temperature: float) -> list[tuple[str, Rates, int]]:
    """Precision and recall of each type, with the number of its labels."""
    said, labels = probabilities(found, temperature) >= threshold, np.concatenate(found.labels)
    rows = []
    for index, name in enumerate(TYPES):
        right, claimed, true = (
            float(v.sum()) for v in (said[:, index] * labels[:, index], said[:, index], labels[:, index])
        )
        rows.append((name, Rates(right / max(1.0, claimed), right / max(1.0, true)), int(true)))
    return rows


def status_f1(found: Scored) -> float:
    """F1 of the statuses other than actual."""
    right = sum(said == true != 0 for said, true in found.statuses)
    return (
        2 * right / max(1, sum(said != 0 for said, _ in found.statuses) + sum(true != 0 for _, true in found.statuses))
    )
