"""Claims → groups of claims that tell the same act."""

from __future__ import annotations

from collections.abc import Iterable

from whowhom.core.claim import Claim
from whowhom.merging.similarity import compatible, same_telling


def clusters(claims: Iterable[Claim]) -> tuple[tuple[Claim, ...], ...]:
    """Groups in the order of their first claim; a claim joins the first group all of whose claims are
    compatible with it and one of which tells the same."""
    groups: list[list[Claim]] = []
    for claim in claims:
        for group in groups:
            if _belongs(claim, group):
                group.append(claim)
                break
        else:
            groups.append([claim])
    return tuple(tuple(group) for group in groups)


def _belongs(claim: Claim, group: list[Claim]) -> bool:
    return all(compatible(claim, member) for member in group) and any(same_telling(claim, member) for member in group)
