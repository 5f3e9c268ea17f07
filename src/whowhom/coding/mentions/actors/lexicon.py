"""Vocabulary files → one dictionary from folded word sequences to what they can name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Literal

from whowhom.coding.mentions.actors.words import Word, key_of
from whowhom.vocab.load import read_toml, read_tsv

EntryKind = Literal[
    "state", "demonym", "capital", "place", "seat", "organisation", "holder", "role", "title", "honorific", "modifier"
]
LetterCase = Literal["any", "capital", "upper"]
NounKind = Literal["person", "organ", "group"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that words can name. ``first``/``last`` bound its validity; ``short`` marks a name used alone."""

    kind: EntryKind
    name: str
    country: str | None = None
    sector: str | None = None
    case: LetterCase = "capital"
    noun: NounKind | None = None
    plural: bool = False
    first: date | None = None
    last: date | None = None
    short: bool = False

    def valid(self, on: date | None) -> bool:
        """True when nothing speaks against the entry on that day (an unknown day excludes nothing)."""
        return on is None or ((self.first is None or self.first <= on) and (self.last is None or on <= self.last))


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Entries by key, and the longest key that starts with a word."""

    entries: dict[tuple[str, ...], tuple[Entry, ...]]
    longest: dict[str, int]

    def match(self, words: Sequence[Word], start: int) -> tuple[int, tuple[Entry, ...]] | None:
        """The longest known run of words from ``start``: its end and the entries whose letter case fits, or None."""
        for length in range(min(self.longest.get(words[start].key, 0), len(words) - start), 0, -1):
            run = words[start : start + length]
            found = self.entries.get(tuple(word.key for word in run))
            fitting = tuple(entry for entry in found or () if _case_fits(entry, run))
            if fitting:
                return start + length, fitting
        return None


def _case_fits(entry: Entry, run: Sequence[Word]) -> bool:
    if entry.case == "any":
        return True
    if entry.case == "upper":
        return all(word.text.isupper() or not any(c.isalpha() for c in word.text) for word in run)
    return any(word.text[0].isupper() for word in run) and (run[-1].text[0].isupper() or run[0].text[0].isupper())


def words_table() -> dict[str, list[str]]:
    """The word lists of ``role_nouns.toml`` ([words]): weak nouns, party nouns, prepositions, pronouns …"""
    return dict(read_toml("role_nouns.toml")["words"])


@cache
def word_set(name: str) -> frozenset[str]:
    """One word list of ``role_nouns.toml`` as folded keys joined by spaces."""
    return frozenset(" ".join(key_of(word)) for word in words_table()[name])


def _split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split("|") if part.strip()]


def _case_of(name: str) -> LetterCase:
    letters = [c for c in name if c.isalpha()]
    if not any(c.isupper() for c in letters):
        return "any"
    return "upper" if len(letters) <= 6 and all(c.isupper() for c in letters) else "capital"


def day(text: str, last: bool = False) -> date | None:
    """An ISO date, or a year as its first (or last) day; None for an empty cell."""
    if not text:
        return None
    if len(text) == 4:
        return date(int(text), 12 if last else 1, 31 if last else 1)
    return date.fromisoformat(text)


def _countries() -> Iterator[tuple[str, Entry]]:
    for row in read_tsv("countries.tsv"):
        code, name = row["iso3"], row["name"]
        sector = "REL" if code == "VAT" else "GOV"
        for alias in [name, *_split(row["aliases"])]:
            yield alias, Entry("state", name, code, sector, _case_of(alias))
        for demonym in _split(row["demonyms"]):
            yield demonym, Entry("demonym", name, code, sector, plural=_is_people(demonym, _split(row["demonyms"])))
        for capital in _split(row["capitals"]):
            yield capital, Entry("capital", name, code, sector)
        for place in _split(row["places"]):
            yield place, Entry("place", name, code)


def _is_people(demonym: str, all_demonyms: list[str]) -> bool:
    return (demonym.endswith("s") and demonym[:-1] in all_demonyms) or demonym.endswith("men")


def _named() -> Iterator[tuple[str, Entry]]:
    for row in read_tsv("metonyms.tsv"):
        yield row["name"], Entry("seat", row["name"], row["country"] or None, row["sector"] or None)
    for row in read_tsv("organisations.tsv"):
        names = _split(row["names"])
        for name in names:
            entry = Entry(
                "organisation", names[0], row["country"] or None, row["sector"] or None, _case_of(name),
                first=day(row["from"]), last=day(row["to"], last=True),
            )  # fmt: skip
            yield name, entry
    for row in read_tsv("office_holders.tsv"):
        for index, name in enumerate([row["name"], *_split(row["aliases"])]):
            entry = Entry(
                "holder", row["name"], row["country"] or None, row["sector"] or None,
                first=day(row["from"]), last=day(row["to"], last=True), short=index > 0 and " " not in name,
            )  # fmt: skip
            yield name, entry


def plural_of(noun: str, irregular: dict[str, str]) -> str:
    """The plural of an English noun phrase whose last word is its head, unless the table says otherwise."""
    if noun in irregular:
        return irregular[noun]
    stem, _, last = noun.rpartition(" ")
    if last in irregular:
        return f"{stem} {irregular[last]}".strip()
    if last.endswith("man"):
        return noun[:-3] + "men"
    if last.endswith(("s", "x", "ch", "sh")):
        return noun + "es"
    if last.endswith("y") and last[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def _roles() -> Iterator[tuple[str, Entry]]:
    table = read_toml("role_nouns.toml")
    irregular = {singular.replace("_", " "): plural for singular, plural in table["plurals"].items()}
    for sector, nouns in table.items():
        if sector in ("plurals", "words"):
            continue
        code = None if sector == "none" else sector
        for noun in nouns["persons"]:
            yield noun, Entry("role", noun, None, code, "any", "person")
            yield plural_of(noun, irregular), Entry("role", noun, None, code, "any", "person", plural=True)
        for noun in nouns["organs"]:
            yield noun, Entry("role", noun, None, code, "any", "organ")
            yield plural_of(noun, irregular), Entry("role", noun, None, code, "any", "organ", plural=True)
        for noun in nouns["groups"]:
            yield noun, Entry("role", noun, None, code, "any", "group", plural=True)
            yield plural_of(noun, irregular), Entry("role", noun, None, code, "any", "group", plural=True)
        for word in nouns["modifiers"]:
            yield word, Entry("modifier", word, None, code, "any")


def _nobody() -> Iterator[tuple[str, Entry]]:
    """Set phrases around a role noun that name nobody; as longer matches they keep the noun from being one."""
    for phrase in words_table()["nobody"]:
        yield phrase, Entry("modifier", phrase, None, None, "any")


def _titles() -> Iterator[tuple[str, Entry]]:
    table = read_toml("titles.toml")
    for word in table["honorifics"]:
        yield word, Entry("honorific", word)
    for sector, words in table["sectors"].items():
        for word in words:
            yield word, Entry("title", word, None, sector)


def _collect(pairs: Iterable[tuple[str, Entry]]) -> Lexicon:
    entries: dict[tuple[str, ...], list[Entry]] = {}
    longest: dict[str, int] = {}
    for name, entry in pairs:
        key = key_of(name)
        known = entries.setdefault(key, [])
        # A noun keeps the first sector that lists it; a holder or organisation may have a row per span of years.
        single = entry.kind in ("role", "modifier")
        if entry not in known and not (single and any(other.kind == entry.kind for other in known)):
            known.append(entry)
        longest[key[0]] = max(longest.get(key[0], 0), len(key))
    return Lexicon({key: tuple(found) for key, found in entries.items()}, longest)


@cache
def actor_lexicon() -> Lexicon:
    """Countries, seats, organisations, office holders, role nouns and titles in one lookup, read once."""
    return _collect([*_countries(), *_named(), *_roles(), *_nobody(), *_titles()])
