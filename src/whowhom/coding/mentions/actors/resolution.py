"""A bare mention of an actor, as a string → its country and sector."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from whowhom.coding.mentions.actors.cells import OWNERS, Cell, timely
from whowhom.coding.mentions.actors.coding import (
    INTERNATIONAL,
    countries,
    last_role_sector,
    owner_entries,
    title_sector,
)
from whowhom.coding.mentions.actors.lexicon import Entry, actor_lexicon, word_set
from whowhom.coding.mentions.actors.words import Word, split
from whowhom.core.actor import Actor

_PREPOSITIONS = frozenset({"of", "for", "in", "from", "to", "at", "on", "by", "with", "across", "throughout", "near"})
_SILENT = frozenset({"to", "on", "by", "with", "for", "near"})
_ARTICLES = frozenset({"the", "a", "an"})


def resolve_actor(text: str, context: str | None = None, on: date | None = None) -> Actor:
    """The actor that ``text`` names; ``context`` (a country or demonym beside it) helps where the text is silent.

    ``on`` is the day of the report: it tells a president from a former one and rebels from rulers.
    """
    words = split(text)
    cells = find_cells(words, on)
    country, sector = _code(text, words, cells)
    if country is None and context:
        country = countries(owner_entries(find_cells(split(context), on)), joint=False)[0]
    if sector in (None, "GOV") and country in INTERNATIONAL:
        sector = country
    return Actor(text, country, sector)


def find_cells(words: Sequence[Word], on: date | None) -> list[Cell]:
    """The runs of words that the vocabulary knows, longest first from the left."""
    lexicon, cells, index = actor_lexicon(), [], 0
    while index < len(words):
        found = lexicon.match(words, index)
        if found is not None:
            cells.append(Cell(index, found[0], timely(found[1], on)))
        index = found[0] if found is not None else index + 1
    return cells


def _code(text: str, words: Sequence[Word], cells: list[Cell]) -> tuple[str | None, str | None]:
    edge = _head_edge(words, cells)
    before = [cell for cell in cells if cell.end <= edge]
    after = _speaking(words, edge, [cell for cell in cells if cell.start >= edge])
    owned = [cell for cell in before if cell.of(*OWNERS) and not _disowned(text, words, cell)]
    owners = owner_entries(owned)
    holder = next((entry for cell in cells if (entry := cell.of("holder")) and not entry.short), None)
    country = countries(owners, joint=False)[0] or (holder.country if holder else None)
    country = country or countries(owner_entries(after), joint=False)[0]
    inner = _inner_sector(owner_entries(after), after)
    return country, _sector(words, before, owners, inner, holder)


def _head_edge(words: Sequence[Word], cells: list[Cell]) -> int:
    """Where the first preposition outside a known name ends the head's own words."""
    inside = {index for cell in cells for index in range(cell.start, cell.end)}
    edges = (i for i, word in enumerate(words) if i and word.key in _PREPOSITIONS and i not in inside)
    return next(edges, len(words))


def _speaking(words: Sequence[Word], edge: int, after: list[Cell]) -> list[Cell]:
    """What stands after the first preposition says whose the head is, unless it only says where to or what for."""
    if edge >= len(words) or words[edge].key not in _SILENT:
        return after
    head = words[edge - 1].key
    return after if words[edge].key == "for" and head in word_set("speaking_for") else []


def _disowned(text: str, words: Sequence[Word], cell: Cell) -> bool:
    name = re.escape(" ".join(word.text for word in words[cell.start : cell.end]))
    found = re.search(rf"{name}\s*-\s*(\w+)", text)
    stance = re.search(rf"(\w+)\s*-\s*{name}", text)
    return bool(found and found[1].lower() in word_set("unowned")) or bool(
        stance and stance[1].lower() in word_set("not_owner_prefixes")
    )


def _sector(
    words: Sequence[Word], before: list[Cell], owners: list[Entry], inner_sector: str | None, holder: Entry | None
) -> str | None:
    found = last_role_sector(before, owners, inner_sector)
    if found is not None:
        return found
    if holder is not None:
        return holder.sector
    titled = title_sector(before, owners)
    if titled is not None:
        return titled
    named = [entry for entry in owners if entry.kind in ("state", "organisation", "seat", "capital", "demonym")]
    if not named:
        return None if any(cell.of("role") for cell in before) else inner_sector
    return _alone(words, before, named[-1])


def _inner_sector(inner: list[Entry], after: list[Cell]) -> str | None:
    roles = [role for cell in after if (role := cell.of("role"))]
    if roles and roles[-1].sector:
        return roles[-1].sector
    return next((entry.sector for entry in inner if entry.kind in ("organisation", "seat")), None)


def _alone(words: Sequence[Word], cells: list[Cell], entry: Entry) -> str | None:
    """A name without a noun: its own sector; a demonym with other words beside it means people or nothing."""
    covered = {index for cell in cells for index in range(cell.start, cell.end)}
    loose = [word for i, word in enumerate(words) if i not in covered and word.key not in _ARTICLES]
    if entry.kind == "demonym" and loose:
        return "CVL" if entry.plural else None
    return entry.sector
