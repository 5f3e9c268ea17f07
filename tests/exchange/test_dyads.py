"""Rows of actor and recipient."""

from __future__ import annotations

from dataclasses import replace

from made_coding import NORWAY, PERU, REBELS, coding
from whowhom.core.actor import Party
from whowhom.exchange.dyads import COLUMNS, is_mutual, pairs, rows


def test_every_row_has_exactly_the_columns() -> None:
    for row in rows(coding()):
        assert sorted(row) == sorted(COLUMNS)


def test_mutual_act_gives_each_unordered_pair_once() -> None:
    call = coding().events[0]
    three = replace(call, actors=(Party(NORWAY), Party(PERU), Party(REBELS)))
    assert is_mutual(three)
    assert pairs(three) == ((NORWAY, PERU), (NORWAY, REBELS), (PERU, REBELS))


def test_directed_act_gives_every_actor_with_every_recipient() -> None:
    blame = coding().events[1]
    two = replace(blame, actors=(Party(NORWAY), Party(PERU)))
    assert pairs(two) == ((NORWAY, REBELS), (PERU, REBELS))
    assert not is_mutual(two)


def test_a_joint_demand_on_nobody_is_not_mutual() -> None:
    demand = replace(coding().events[0], type="REQUEST", mode="change")
    assert pairs(demand) == ((NORWAY, None), (PERU, None))


def test_act_without_parties_keeps_a_row() -> None:
    last = list(rows(coding()))[-1]
    assert (last["type"], last["actor_name"], last["recipient_name"]) == ("ASSAULT", "", "")


def test_cells_carry_codes_scores_and_cow_numbers() -> None:
    call, blame, attack = rows(coding())
    assert (call["actor_iso3"], call["actor_cow"], call["recipient_iso3"], call["recipient_cow"]) == (
        "NOR",
        "385",
        "PER",
        "135",
    )
    assert (call["mutual"], call["quad"], call["label"], call["said_by"]) == ("1", "1", "CONSULT", "Norwegian ministry")
    assert (blame["recipient_iso3"], blame["recipient_cow"], blame["score"]) == ("", "", "-2")
    assert (attack["status"], attack["label"]) == ("hypothetical", "")
