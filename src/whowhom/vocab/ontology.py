"""``event_types.toml``, ``contexts.toml``, ``sectors.toml``, ``cameo.tsv`` → the types of act, scores and codes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from whowhom.core.claim import Status
from whowhom.core.errors import VocabularyError
from whowhom.vocab.load import read_toml, read_tsv

NONE = "-"
BECOME_AGREE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})


@dataclass(frozen=True, slots=True)
class Mode:
    """A way of doing an act. Names repeat with opposite meaning (REQUEST/assist, REJECT/assist): key by both.

    ``score`` lies between -10 (conflict) and 10 (co-operation).
    """

    type: str
    name: str
    score: float
    definition: str


@dataclass(frozen=True, slots=True)
class EventType:
    """A type of act; ``quad``: 1 verbal, 2 material co-operation, 3 verbal, 4 material conflict."""

    name: str
    label: str
    quad: int
    recipient_needed: bool
    score: float
    definition: str
    modes: tuple[Mode, ...]


@dataclass(frozen=True, slots=True)
class Sector:
    """Where an actor stands in its society; ``plover`` is the field's name for it."""

    code: str
    plover: str
    definition: str


@dataclass(frozen=True, slots=True)
class CameoCode:
    """A CAMEO code with what it becomes; ``type`` is None for statements, which are no events of the record."""

    code: str
    name: str
    type: str | None
    mode: str | None
    contexts: tuple[str, ...]


@cache
def event_types() -> Mapping[str, EventType]:
    """The sixteen types by name, in the order of the file (co-operation first)."""
    return MappingProxyType({name: _event_type(name, row) for name, row in read_toml("event_types.toml").items()})


def _event_type(name: str, row: Mapping[str, object]) -> EventType:
    try:
        table = row.get("modes", {})
        assert isinstance(table, dict)
        listed = tuple(Mode(name, mode, float(cell["score"]), cell["definition"]) for mode, cell in table.items())
        return EventType(
            name=name,
            label=str(row["label"]),
            quad=int(str(row["quad"])),
            recipient_needed=bool(row["recipient_needed"]),
            score=float(str(row["score"])),
            definition=str(row["definition"]),
            modes=listed,
        )
    except KeyError as error:
        raise VocabularyError(f"event_types.toml, {name}: {error} is missing") from error


def _type(name: str) -> EventType:
    try:
        return event_types()[name]
    except KeyError:
        raise VocabularyError(f"no event type {name!r}: one of {', '.join(event_types())}") from None


def modes(type: str) -> tuple[str, ...]:
    """The names of the type's modes, in the order of the file; empty for AGREE, SUPPORT, CONCEDE, COOPERATE and AID."""
    return tuple(mode.name for mode in _type(type).modes)


def quad(type: str) -> int:
    """1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict."""
    return _type(type).quad


def score(type: str, mode: str | None = None) -> float:
    """The conflict-co-operation score in [-10, 10]: the mode's where one is given, else the type's."""
    found = _type(type)
    if mode is None:
        return found.score
    for candidate in found.modes:
        if candidate.name == mode:
            return candidate.score
    raise VocabularyError(f"no mode {mode!r} of {type}: one of {', '.join(modes(type)) or 'none'}")


@cache
def contexts() -> Mapping[str, str]:
    """The thirty-seven contexts by name, each with its definition."""
    return MappingProxyType({name: str(text) for name, text in read_toml("contexts.toml").items()})


@cache
def sectors() -> Mapping[str, Sector]:
    """The sectors of actors by code."""
    table = read_toml("sectors.toml")
    return MappingProxyType({code: Sector(code, row["plover"], row["definition"]) for code, row in table.items()})


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """Every CAMEO code from the roots (two digits) to the leaves (four), by code."""
    return MappingProxyType({row["code"]: _cameo_code(row) for row in read_tsv("cameo.tsv")})


def _cameo_code(row: Mapping[str, str]) -> CameoCode:
    return CameoCode(row["code"], row["name"], _cell(row["type"]), _cell(row["mode"]), _listed(row["contexts"]))


def _cell(text: str) -> str | None:
    return None if text == NONE else text


def _listed(text: str) -> tuple[str, ...]:
    return () if text == NONE else tuple(text.split(","))


def cameo_to_plover(code: str) -> CameoCode:
    """The type, mode and contexts of a CAMEO code; an unknown longer code falls back to the code it refines."""
    table = cameo_codes()
    for length in range(len(code), 1, -1):
        if code[:length] in table:
            return table[code[:length]]
    raise VocabularyError(f"no CAMEO code {code!r}: roots run from 01 to 20")


@cache
def _export() -> Mapping[str, str]:
    return {key: row["code"] for row in read_tsv("cameo.tsv") for key in _listed(row["export_for"])}


def plover_to_cameo(type: str, mode: str | None = None) -> str:
    """The nearest CAMEO code of a type and mode."""
    key = type if mode is None else f"{type}/{mode}"
    score(type, mode)
    return _export()[key]


def derived_label(
    type: str, mode: str | None, status: Status, *, announced: bool = False, requested: bool = False
) -> str | None:
    """The PLOVER label of what was said, or None when the manual records nothing.

    ``announced``: the act was announced to the side it is aimed at; ``requested``: somebody had asked for it. Future
    co-operation is AGREE (RETREAT and CONCEDE stay); future material conflict is THREATEN when announced to the other
    side, else it stays; negated co-operation that was asked for is REJECT. ``mode`` never changes the label; it is
    taken to be checked.
    """
    score(type, mode)
    if status == "actual":
        return type
    if status == "future":
        if type in BECOME_AGREE:
            return "AGREE"
        return "THREATEN" if announced and quad(type) == 4 else type
    if status == "negated" and requested and quad(type) <= 2:
        return "REJECT"
    return None
