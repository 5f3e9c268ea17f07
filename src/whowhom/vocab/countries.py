"""``countries.tsv`` → the names of states."""

from __future__ import annotations

from functools import cache

from whowhom.vocab.load import read_tsv


@cache
def usual_names() -> dict[str, str]:
    """ISO 3166 alpha-3 → the name by which whowhom calls the state."""
    return {row["iso3"]: row["name"] for row in read_tsv("countries.tsv")}


@cache
def all_names() -> frozenset[str]:
    """Every name of every state, short forms and abbreviations included."""
    rows = read_tsv("countries.tsv")
    return frozenset(name for row in rows for name in (row["name"], *row["aliases"].split("|")) if name)
