"""Vocabulary files (TSV, TOML) → plain rows and tables, and one hash over all of them."""

from __future__ import annotations

import csv
import hashlib
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from whowhom.core.errors import VocabularyError

_ROOM = files("whowhom.vocab")


def _text(name: str) -> str:
    try:
        return (_ROOM / name).read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise VocabularyError(f"vocabulary file {name} is missing: reinstall whowhom") from error


@cache
def read_toml(name: str) -> dict[str, Any]:
    """The tables of ``vocab/name``; treat as read-only."""
    try:
        return tomllib.loads(_text(name))
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(f"vocabulary file {name}: {error}") from error


@cache
def read_tsv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``vocab/name`` by column; lines that start with ``#`` and empty lines are comments."""
    lines = [line for line in _text(name).splitlines() if line.strip() and not line.startswith("#")]
    rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    header = rows[0]
    for number, row in enumerate(rows[1:], 2):
        if len(row) != len(header):
            raise VocabularyError(f"vocabulary file {name}, row {number}: {len(row)} columns instead of {len(header)}")
    return tuple(dict(zip(header, row, strict=True)) for row in rows[1:])


@cache
def fingerprint() -> str:
    """12 hex digits of SHA-256 over every vocabulary file, in the order of their names."""
    digest = hashlib.sha256()
    for entry in sorted(_ROOM.iterdir(), key=lambda item: item.name):
        if entry.name.endswith((".tsv", ".toml")):
            digest.update(entry.name.encode())
            digest.update(entry.read_bytes())
    return digest.hexdigest()[:12]
