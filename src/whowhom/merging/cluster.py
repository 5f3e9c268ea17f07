"""Claims → groups of claims that tell the same act."""

from __future__ import annotations

from collections.abc import Iterable

from whowhom.core.claim import Claim
from whowhom.merging.similarity import same_act


def clusters(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Groups in the order of their first claim; a claim joins the first group all of whose claims agree with it."""
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if all(same_act(claim, member) for member in group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return tuple(tuple(group) for group in groups)
