"""The tables of actors hold to the codebook's codes and agree with each other."""

import re
from datetime import date

import pytest

from whowhom.coding.mentions.actors.lexicon import day
from whowhom.vocab.load import read_toml, read_tsv

COUNTRIES = {row["iso3"] for row in read_tsv("countries.tsv")}
SECTORS = set(read_toml("sectors.toml"))
CODES = COUNTRIES | {"IGO", "NGO", ""}


def test_every_country_code_is_alpha_3_and_listed_once() -> None:
    codes = [row["iso3"] for row in read_tsv("countries.tsv")]
    assert len(codes) == len(set(codes)) >= 197
    assert all(re.fullmatch("[A-Z]{3}", code) for code in codes)


def test_correlates_of_war_numbers_are_unique() -> None:
    numbers = [row["cow"] for row in read_tsv("countries.tsv") if row["cow"]]
    assert len(numbers) == len(set(numbers))
    assert all(number.isdigit() for number in numbers)


@pytest.mark.parametrize("name", ["metonyms.tsv", "organisations.tsv", "office_holders.tsv"])
def test_countries_and_sectors_are_known_codes(name: str) -> None:
    wrong = [row for row in read_tsv(name) if row["country"] not in CODES or row["sector"] not in SECTORS]
    assert wrong == []


@pytest.mark.parametrize("name", ["organisations.tsv", "office_holders.tsv"])
def test_no_row_ends_before_it_begins(name: str) -> None:
    for row in read_tsv(name):
        first, last = day(row["from"]), day(row["to"], last=True)
        assert first is None or last is None or first <= last, row


def test_a_year_is_its_first_or_last_day() -> None:
    assert day("1999") == date(1999, 1, 1)
    assert day("1999", last=True) == date(1999, 12, 31)
    assert day("") is None


def test_role_nouns_are_grouped_by_known_sectors() -> None:
    tables = set(read_toml("role_nouns.toml")) - {"plurals", "words", "none"}
    assert tables <= SECTORS
    assert set(read_toml("titles.toml")["sectors"]) <= SECTORS
