"""When: a closed range of days with the unit in which its start is known."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["day", "week", "month", "year"]


@dataclass(frozen=True, slots=True, order=True)
class DateRange:
    """First and last day, both included; ``precision`` is the unit in which the start was said."""

    start: date
    end: date
    precision: Precision = "day"

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"range ends before it starts: {self.start}..{self.end}")

    def overlaps(self, other: DateRange) -> bool:
        """True when both ranges share at least one day."""
        return self.start <= other.end and other.start <= self.end
