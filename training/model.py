"""Word pieces, actors and rule features → logits of type, mode and status for every pair of actors (PyTorch)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn


@dataclass(frozen=True)
class Sizes:
    types: int
    modes: int
    statuses: int
    features: int
    hidden: int = 256
    encoded: int = 384


class PairScorer(nn.Module):
    """One encoder pass a window; actor and recipient meet, look for the word that tells their act, and are scored.

    ``forward`` takes ids, segments, mask (batch, pieces), pooling (batch, slots, pieces), features (batch, slots + 1,
    slots + 1, features) and pivots (batch, slots + 1, slots + 1). It gives logits of types, modes, statuses × types and
    the attention over word pieces, each (batch, slots + 1, slots + 1, …), the logits of types for word pieces (batch,
    pieces, types), and the encoder's states.
    """

    def __init__(self, encoder: nn.Module, sizes: Sizes, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        width, hidden = sizes.encoded, sizes.hidden
        self.nobody = nn.Parameter(torch.randn(width) * 0.1)
        self.actor = nn.Linear(width, hidden)
        self.recipient = nn.Linear(width, hidden)
        self.key = nn.Linear(width, hidden)
        self.value = nn.Linear(width, hidden)
        self.rule = nn.Linear(sizes.features, hidden)
        self.query = nn.Linear(hidden, hidden)
        self.pivot = nn.Linear(width, hidden)
        self.joint = nn.Linear(6 * hidden, hidden)
        self.act_type = nn.Linear(hidden, sizes.types)
        self.mode = nn.Linear(hidden, sizes.modes)
        self.status = nn.Linear(hidden, sizes.types * sizes.statuses)
        self.word = nn.Linear(width, sizes.types)
        self.dropout = nn.Dropout(dropout)
        self.trust = nn.Linear(sizes.features, sizes.types, bias=False)
        self._begin_with_the_rules(sizes.types)

    def _begin_with_the_rules(self, types: int) -> None:
        """Before any training, acts are rare, and what the rules read is likely."""
        nn.init.constant_(self.act_type.bias, -4.0)
        nn.init.constant_(self.word.bias, -4.0)
        nn.init.zeros_(self.trust.weight)
        with torch.no_grad():
            self.trust.weight[range(types), range(types)] = 4.0

    def forward(
        self, ids: Tensor, segments: Tensor, mask: Tensor, pooling: Tensor, features: Tensor, pivots: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor, Tensor]:
        states = self.dropout(
            self.encoder(input_ids=ids, token_type_ids=segments, attention_mask=mask).last_hidden_state
        )
        states = states.float()
        named = pooling @ states
        nobody = self.nobody.expand(named.shape[0], 1, -1)
        named = torch.cat([named, nobody], dim=1)
        actor = self.actor(named).unsqueeze(2)
        recipient = self.recipient(named).unsqueeze(1)
        rule = torch.relu(self.rule(features))
        query = self.query(torch.relu(actor + recipient + rule))
        keys, values = self.key(states), self.value(states)
        batch, size, _, hidden = query.shape
        weights = query.reshape(batch, size * size, hidden) @ keys.transpose(1, 2) / hidden**0.5
        weights = torch.softmax(weights + (1.0 - mask.unsqueeze(1)) * -1e4, dim=-1)
        told = (weights @ values).reshape(batch, size, size, hidden)
        batches = torch.arange(batch, device=states.device)[:, None, None]
        pivot = self.pivot(states[batches, pivots])
        actors, recipients = actor.expand_as(told), recipient.expand_as(told)
        joint = torch.cat([actors, recipients, actors * recipients, told, pivot, rule], dim=-1)
        joint = self.dropout(torch.relu(self.joint(self.dropout(joint))))
        attention = weights.reshape(batch, size, size, -1)
        return (
            self.act_type(joint) + self.trust(features),
            self.mode(joint),
            self.status(joint),
            attention,
            self.word(states),
            states,
        )
