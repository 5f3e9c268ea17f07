"""A bare mention of an actor, as a string → its country and sector."""

from __future__ import annotations

from datetime import date

from whowhom.core.actor import Actor


def resolve_actor(text: str, context: str | None = None, on: date | None = None) -> Actor:
    """The actor that ``text`` names; ``context`` (a country or demonym beside it) helps where the text is silent."""
    return Actor(text)
