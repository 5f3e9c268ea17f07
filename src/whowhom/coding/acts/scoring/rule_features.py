"""A window and the acts that the rules read in it → one row of numbers for every ordered pair of its actors."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from whowhom.coding.acts.act import Act
from whowhom.coding.acts.scoring.syntax import SYNTAX_WIDTH, Syntax
from whowhom.coding.acts.scoring.windows import Slot, Window
from whowhom.core.actor import Party
from whowhom.core.claim import Status

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
STATUSES: tuple[Status, ...] = ("actual", "future", "hypothetical", "negated")
_SECTOR_GROUPS: Sequence[frozenset[str | None]] = (
    frozenset({"GOV", "LEG", "JUD"}),
    frozenset({"MIL", "COP", "SPY"}),
    frozenset({"REB", "CRM"}),
    frozenset({"IGO", "NGO"}),
    frozenset({"CVL", "REF", "EDU", "REL", "MED", "LAB", "JRN", "BUS"}),
    frozenset({"PTY", "OPP"}),
)
_KINDS = ("person", "state", "capital", "organisation", "group", "role", "demonym", "pronoun")
_T = len(TYPES)
_OWN = 3 + len(_SECTOR_GROUPS) + len(_KINDS)
RULE_WIDTH = 3 * _T + len(STATUSES)
_SHARED = RULE_WIDTH + SYNTAX_WIDTH
WIDTH = _SHARED + 3 + 2 * _OWN


def sector_group(sector: str | None) -> int:
    """The number of the sector's group; the last stands for sectors in none."""
    return next((index for index, group in enumerate(_SECTOR_GROUPS) if sector in group), len(_SECTOR_GROUPS))


def rule_features(window: Window, acts: Iterable[Act], tree: Syntax) -> NDArray[np.float32]:
    """Shape (n + 1, n + 1, WIDTH) for n slots: [actor, recipient], the last of each standing for nobody.

    Of a pair: which types the rules read from the one to the other, which they read of the actor towards anybody and of
    anybody towards the recipient, the status of what they read; how the two stand in the parse ``tree``; whether both
    are of one country, and which comes first; then of each of the two its place, sector and kind.
    """
    slots = window.slots
    size = len(slots) + 1
    found = np.zeros((size, size, WIDTH), np.float32)
    for act in acts:
        if window.sentence.start <= act.token.idx < window.sentence.end and act.type in TYPES:
            _mark(found, act, slots)
    found[:, :, RULE_WIDTH : RULE_WIDTH + SYNTAX_WIDTH] = tree.features
    own = np.array([_own(slot, index) for index, slot in enumerate((*slots, None))], np.float32)
    found[:, :, _SHARED : _SHARED + 3] = _shared(slots)
    found[:, :, _SHARED + 3 : _SHARED + 3 + _OWN] = own[:, None]
    found[:, :, _SHARED + 3 + _OWN :] = own[None, :]
    return found


def sides_of(act: Act, slots: Sequence[Slot]) -> list[tuple[int, int]]:
    """The pairs of slots (actor, recipient) between which the act passes; nobody is the index behind the last."""
    nobody = len(slots)
    actors = [slot for party in act.actors if (slot := slot_of(party, slots)) is not None]
    recipients = [slot for party in act.recipients if (slot := slot_of(party, slots)) is not None]
    if not act.recipients and len(actors) > 1 and act.mutual:
        return [(i, j) for i in actors for j in actors if i != j]
    return [(i, j) for i in actors or [nobody] for j in recipients or [nobody] if i != j]


def slot_of(party: Party, slots: Sequence[Slot]) -> int | None:
    """Which slot the party stands in: by its words, else by who it is."""
    for index, slot in enumerate(slots):
        if (
            party.mention is not None
            and party.actor == slot.actor
            and any(s.overlaps(party.mention) for s in slot.spans)
        ):
            return index
    for index, slot in enumerate(slots):
        if party.actor == slot.actor:
            return index
    for index, slot in enumerate(slots):
        if party.mention is not None and any(span.overlaps(party.mention) for span in slot.spans):
            return index
    return None


def _mark(found: NDArray[np.float32], act: Act, slots: Sequence[Slot]) -> None:
    kind, status = TYPES.index(act.type), STATUSES.index(act.status)
    for i, j in sides_of(act, slots):
        found[i, j, kind] = 1
        found[i, :, _T + kind] = 1
        found[:, j, 2 * _T + kind] = 1
        found[i, j, 3 * _T + status] = 1


def _shared(slots: Sequence[Slot]) -> NDArray[np.float32]:
    """Of each pair: whether both are of one country, which comes first, and whether they are neighbours."""
    size = len(slots) + 1
    table = np.zeros((size, size, 3), np.float32)
    order = np.arange(size - 1)
    countries = np.array([slot.actor.country or f"none {index}" for index, slot in enumerate(slots)])
    table[:-1, :-1, 0] = countries[:, None] == countries[None, :]
    table[:-1, :-1, 1] = order[:, None] < order[None, :]
    table[:-1, :-1, 2] = abs(order[:, None] - order[None, :]) == 1
    return table


def _own(slot: Slot | None, index: int) -> list[float]:
    if slot is None:
        return [1.0] + [0.0] * (_OWN - 1)
    sectors = [float(slot.actor.sector in group) for group in _SECTOR_GROUPS]
    return [0.0, float(slot.here), float(index == 0), *sectors, *(float(slot.kind == kind) for kind in _KINDS)]
