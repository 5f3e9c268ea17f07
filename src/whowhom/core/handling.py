"""Who may see a record and pass it on: the Traffic Light Protocol 2.0 label and named groups."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

TrafficLight = Literal["CLEAR", "GREEN", "AMBER", "AMBER+STRICT", "RED"]


@dataclass(frozen=True, slots=True)
class Handling:
    """A TLP 2.0 label (FIRST, 2022) and the groups it is limited to (empty: no limit beyond the label)."""

    tlp: TrafficLight = "CLEAR"
    groups: tuple[str, ...] = ()


CLEAR = Handling()
