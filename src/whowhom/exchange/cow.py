"""ISO 3166 alpha-3 → Correlates of War state numbers."""

from __future__ import annotations

from functools import cache

from whowhom.vocab.load import read_tsv


@cache
def _numbers() -> dict[str, str]:
    return {row["iso3"]: row["cow"] for row in read_tsv("countries.tsv")}


def cow_number(country: str) -> str:
    """The Correlates of War number of a country ("365" for RUS); "" for what is no state in that system."""
    return _numbers().get(country, "")
