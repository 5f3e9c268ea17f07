"""Who: a state, its organ, a person in office, an international organisation, an armed group."""

from __future__ import annotations

from dataclasses import dataclass

from whowhom.core.span import Span


@dataclass(frozen=True, slots=True, order=True)
class Actor:
    """An actor by the codebook: ``country`` is ISO 3166 alpha-3, ``IGO``, ``NGO`` or None; sectors are codes (GOV).

    ``sector`` is the primary sector; ``other_sector`` a second one where the words give it (an army spokesman
    of the government: MIL, GOV).
    """

    name: str
    country: str | None = None
    sector: str | None = None
    other_sector: str | None = None


@dataclass(frozen=True, slots=True, order=True)
class Party:
    """An actor in its part of one act, with the words that put it there (None: implied, not said)."""

    actor: Actor
    mention: Span | None = None
