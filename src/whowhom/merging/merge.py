"""Claims → events: the one function that the rest of the program calls."""

from __future__ import annotations

from collections.abc import Iterable

from whowhom.core.claim import Claim
from whowhom.core.event import Event
from whowhom.merging.cluster import clusters
from whowhom.merging.compose import compose


def merge(claims: Iterable[Claim]) -> tuple[Event, ...]:
    """One event per act, in the order in which the text first tells it."""
    return tuple(compose(group) for group in clusters(claims))
