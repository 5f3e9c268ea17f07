"""Looking places up by name."""

from __future__ import annotations

import time

from whowhom.coding.mentions.places.gazetteer import Gazetteer, load_gazetteer

ROWS = [
    "1\tÅlby\tOldtown|Alba\t60.0\t20.0\tXAA\t01\t900000\tcity",
    "2\tOldtown\t\t10.0\t10.0\tXBB\t07\t20000\tcity",
    "3\tAlba\t\t50.0\t5.0\tXCC\t\t4000000\tcountry",
]


def test_accents_do_not_matter_and_parts_never_match() -> None:
    gazetteer = Gazetteer(ROWS)
    assert [found.place.geonameid for found in gazetteer.candidates("Alby")] == [1]
    assert gazetteer.candidates("Ålb") == ()
    assert gazetteer.candidates("alby") == ()


def test_a_country_comes_before_a_town_of_its_name() -> None:
    assert [found.place.country for found in Gazetteer(ROWS).candidates("Alba")] == ["XCC", "XAA"]


def test_the_shipped_table_knows_the_well_known() -> None:
    gazetteer = load_gazetteer()
    wanted = {"Kyiv": "UKR", "Kiev": "UKR", "Cologne": "DEU", "Gaza": "PSE", "Georgia": "GEO", "U.S.": "USA"}
    assert {name: gazetteer.candidates(name)[0].place.country for name in wanted} == wanted


def test_the_shipped_table_loads_fast() -> None:
    load_gazetteer.cache_clear()
    start = time.process_time()
    load_gazetteer()
    assert time.process_time() - start < 2.0
