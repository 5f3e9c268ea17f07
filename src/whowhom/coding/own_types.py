"""A user's own types of act: a TOML file with definitions and example sentences → frozen records."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from whowhom.core.errors import InputError


@dataclass(frozen=True, slots=True)
class OwnType:
    """``nearness`` is the least cosine similarity, in [-1, 1], at which words are taken for this type."""

    name: str
    definition: str
    examples: tuple[str, ...]
    nearness: float


@dataclass(frozen=True, slots=True)
class OwnTypes:
    """The types of one file; an article's acts are compared with all of them."""

    types: tuple[OwnType, ...]


# Sentences of any two acts are some 0.7 alike: the encoder was trained on acts.
NEARNESS = 0.8


def read_own_types(path: Path) -> OwnTypes:
    """The types in a TOML file: a table each with ``definition``, ``examples`` and, if wanted, ``nearness``.

    Raises InputError that names the file and the table when something is missing.
    """
    try:
        tables = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InputError(f"{path} is no TOML: {error}") from error
    if not tables:
        raise InputError(f"{path} has no types: write a table for each, [NAME] with definition and examples")
    return OwnTypes(tuple(_own_type(path, name, table) for name, table in tables.items()))


def _own_type(path: Path, name: str, table: object) -> OwnType:
    fields = table if isinstance(table, dict) else {}
    definition, examples = fields.get("definition", ""), fields.get("examples", [])
    nearness = fields.get("nearness", NEARNESS)
    if not (isinstance(definition, str) and isinstance(examples, list) and all(isinstance(e, str) for e in examples)):
        raise InputError(f"{path}, [{name}]: definition is a string, examples a list of strings")
    if not definition and not examples:
        raise InputError(f"{path}, [{name}]: give a definition, examples or both")
    if isinstance(nearness, bool) or not isinstance(nearness, int | float) or not -1 <= nearness <= 1:
        raise InputError(f"{path}, [{name}]: nearness is a number from -1 to 1")
    return OwnType(name, definition, tuple(examples), float(nearness))
