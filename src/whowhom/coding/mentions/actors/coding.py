"""A noun phrase → the country and the sectors of whom it names."""

from __future__ import annotations

from collections.abc import Iterable

from whowhom.coding.mentions.actors.cells import OWNERS, Cell
from whowhom.coding.mentions.actors.lexicon import Entry, word_set
from whowhom.coding.mentions.actors.phrases import Phrase
from whowhom.core.actor import Actor

INTERNATIONAL = ("IGO", "NGO")


def is_weak(role: Entry) -> bool:
    """True when the noun's sector yields to that of the words beside it ("official", "leader", "member")."""
    return role.sector is None or role.name in word_set("weak")


def owner_entries(owners: Iterable[Cell]) -> list[Entry]:
    """What each owner cell names; a country's name counts before a place or body of the same name."""
    found = (cell.of("state", "demonym", "organisation", "seat", "capital", "place") for cell in owners)
    return [entry for entry in found if entry is not None]


def countries(entries: list[Entry], joint: bool) -> list[str | None]:
    """The owners' countries: all of a joint phrase, else the first one that has any, states before the rest."""
    known = [entry.country for entry in entries if entry.country]
    states = [country for country in known if country not in INTERNATIONAL]
    if joint:
        return list(dict.fromkeys(known)) or [None]
    return [(states or known)[0]] if known else [None]


def body(entries: list[Entry]) -> Entry | None:
    """The organisation or seat whose sector the phrase inherits; "the Russian UN ambassador" serves Russia alone."""
    for index, entry in enumerate(entries):
        if entry.kind in ("organisation", "seat") and entry.sector:
            national = any(other.kind in ("state", "demonym") for other in entries[:index])
            return None if entry.country == "IGO" and national else entry
    return None


def sector_of(role: Entry, owners: list[Entry], modifiers: Iterable[Entry], inner: str | None) -> str | None:
    """The sector by the role noun and, where that is weak, by its organisation, its modifiers, its "of" phrase."""
    organisation = body(owners)
    if not is_weak(role):
        return _overruled(role, organisation)
    if organisation is not None and organisation.sector:
        return organisation.sector
    beside = [entry.sector for entry in modifiers if entry.sector and entry.kind in ("role", "modifier", "title")]
    return next(reversed(beside), None) or inner or role.sector


def _overruled(role: Entry, organisation: Entry | None) -> str | None:
    """Ministers of an armed group are still the group's, diplomats of an international body still the body's."""
    inherited = {"GOV": ("REB", "IGO"), "MIL": ("REB",)}
    if organisation is not None and organisation.sector in inherited.get(role.sector or "", ()):
        return organisation.sector
    return role.sector


def modifier_entries(cells: Iterable[Cell]) -> list[Entry]:
    """What the cells before a noun say of its kind."""
    found = (cell.of("role", "title", "modifier") for cell in cells)
    return [entry for entry in found if entry is not None]


def code_phrase(phrase: Phrase) -> list[tuple[str | None, str | None]]:
    """Country and sector of each actor that the phrase names (several for "Russian and Turkish officials")."""
    owners = owner_entries(phrase.owners)
    inner = [code_phrase(other)[0] for other in phrase.inside]
    holders = [name.holder for name in phrase.possessors if name.holder is not None]
    found = countries(owners, phrase.joint)
    own = core_entry(phrase)
    if own is not None and own.country and phrase.name is None:
        found = [own.country]
    if found == [None]:
        candidates = [holder.country for holder in holders] + [country for country, _ in inner]
        candidates += [entry.country for entry in owner_entries(phrase.seats)]
        found = [next((country for country in candidates if country), None)]
    if phrase.name is not None:
        return _code_name(phrase, owners, found, inner)
    inner_sector = next((sector for _, sector in inner if sector), None)
    sector = _core_sector(phrase, owners, inner_sector)
    if sector in (None, "GOV") and found[0] in INTERNATIONAL:
        sector = found[0]
    if sector == "IGO" and found == [None]:
        return [("IGO", "IGO")]
    return [(country, sector) for country in found]


def _core_sector(phrase: Phrase, owners: list[Entry], inner: str | None) -> str | None:
    role = phrase.role
    if role is not None:
        return sector_of(role, owners, modifier_entries(phrase.modifiers), inner)
    entry = core_entry(phrase)
    return entry.sector if entry else None


def core_entry(phrase: Phrase) -> Entry | None:
    """What the core of a phrase names when it is no person's name."""
    if phrase.cell is None:
        return None
    return phrase.cell.of("role", *OWNERS)


def _code_name(
    phrase: Phrase, owners: list[Entry], found: list[str | None], inner: list[tuple[str | None, str | None]]
) -> list[tuple[str | None, str | None]]:
    """A person's country by owner, else by the table of office holders; the sector by title, owner, table."""
    holder = phrase.name.holder if phrase.name else None
    country = found[0] or (holder.country if holder else None)
    sector = title_sector(phrase.modifiers, owners) or (holder.sector if holder else None)
    sector = sector or next((other for _, other in inner if other), None)
    if sector is None and any(entry.kind == "state" for entry in owners):
        sector = "GOV"
    if sector in (None, "GOV") and country in INTERNATIONAL:
        sector = country
    return [(country, sector)]


def last_role_sector(cells: list[Cell], owners: list[Entry], inner: str | None) -> str | None:
    """The sector of the last role noun among the cells, seen with those before it; None where none tells one."""
    roles = [(index, role) for index, cell in enumerate(cells) if (role := cell.of("role"))]
    if not roles:
        return None
    index, role = roles[-1]
    return sector_of(role, owners, modifier_entries(cells[:index]), inner)


def title_sector(modifiers: list[Cell], owners: list[Entry]) -> str | None:
    """The sector of the last role noun before a name, seen with the words before it; else of a bare title."""
    found = last_role_sector(modifiers, owners, None)
    if found is not None:
        return found
    titles = [title.sector for cell in modifiers if (title := cell.of("title"))]
    organisation = body(owners)
    return next(reversed(titles), None) or (organisation.sector if organisation else None)


def actor(name: str, code: tuple[str | None, str | None]) -> Actor:
    """An actor from its name and (country, sector)."""
    return Actor(name, code[0], code[1])
