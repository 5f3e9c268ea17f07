"""``time_words.toml`` → sets of words that times, and the acts they date, are read with."""

from __future__ import annotations

from functools import cache

from whowhom.vocab.load import read_toml


@cache
def time_words(table: str, key: str) -> frozenset[str]:
    """The words listed under ``[table] key``."""
    return frozenset(read_toml("time_words.toml")[table][key])
