"""What one coder made of one document."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.core.claim import Claim
from whowhom.core.document import Document
from whowhom.core.event import Event


@dataclass(frozen=True, slots=True)
class Coding:
    """The claims and events that the coder with fingerprint ``coder`` read in ``document``.

    ``notes`` are one-line remarks for the user, such as that undated acts stay open for want of a date.
    """

    document: Document
    coder: str
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    notes: tuple[str, ...] = ()
