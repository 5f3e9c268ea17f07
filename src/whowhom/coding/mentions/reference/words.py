"""``reference.toml`` → sets of lower-case words that pronouns and role nouns are resolved with."""

from __future__ import annotations

from functools import cache

from whowhom.vocab.load import read_toml

_FILE = "reference.toml"


@cache
def words(table: str, key: str) -> frozenset[str]:
    """The words listed under ``[table] key``."""
    return frozenset(read_toml(_FILE)[table][key])


@cache
def sectors(table: str) -> dict[str, tuple[str, ...]]:
    """For each noun of ``[offices]``, ``[organs]`` or ``[bodies]``, the sectors that it can stand for."""
    rows = read_toml(_FILE)[table]
    return {noun: (value,) if isinstance(value, str) else tuple(value) for noun, value in rows.items()}


@cache
def person_nouns() -> frozenset[str]:
    """Nouns for one human being: every office and every noun that tells a gender or is listed as a person's role."""
    roles = read_toml("role_nouns.toml")
    listed = (noun for table in roles.values() if isinstance(table, dict) for noun in table.get("persons", ()))
    told = words("gender", "male_words") | words("gender", "female_words") | words("sets", "person_nouns")
    # "Head of state" is a head.
    heads = frozenset(noun.split(" of ")[0].split(" in ")[0].split()[-1] for noun in listed)
    return heads | told | frozenset(read_toml(_FILE)["offices"])


@cache
def _role_sectors() -> dict[str, str]:
    # Only the tables of sectors; the file has tables of plurals and weak nouns besides.
    return {
        noun: sector
        for sector, table in read_toml("role_nouns.toml").items()
        if isinstance(table, dict) and sector.isupper()
        for key in ("persons", "organs", "groups")
        for noun in table.get(key, ())
    }


def role_sector(lemmas: tuple[str, ...]) -> str | None:
    """The sector of the longest role noun that the words end in: ("national", "intelligence", "service") → SPY."""
    phrases = (" ".join(lemmas[start:]) for start in range(len(lemmas)))
    return next((found for phrase in phrases if (found := _role_sectors().get(phrase))), None)


@cache
def number(word: str) -> int | None:
    """How many a set word names: "both" 2, "three" 3, "all" 0 (any number above one); None for other words."""
    if word in words("sets", "both_words"):
        return 2
    found = read_toml(_FILE)["sets"]["numbers"].get(word)
    return int(found) if found is not None else None


@cache
def gender_of_word(word: str) -> str | None:
    """``male`` or ``female`` for a title, noun or given name that tells it, else None."""
    for gender in ("male", "female"):
        if word in words("gender", f"{gender}_words") or word in words("gender", f"{gender}_names"):
            return gender
    return None
