"""Claims about one act become one event, others stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from whowhom.core.actor import Actor, Party
from whowhom.core.claim import Claim, Quote
from whowhom.core.date_range import DateRange
from whowhom.core.span import Span
from whowhom.merging.merge import merge

PERU = Party(Actor("Peru", "PER", "GOV"))
PERU_PRESIDENT = Party(Actor("Dina Boluarte", "PER", "GOV"))
CHILE = Party(Actor("Chile", "CHL", "GOV"))
BRAZIL = Party(Actor("Brazil", "BRA", "GOV"))
MONDAY = DateRange(date(2024, 5, 6), date(2024, 5, 6))
FRIDAY = DateRange(date(2024, 5, 10), date(2024, 5, 10))


def claim(position: int, **fields: object) -> Claim:
    quote = Quote(Span(position, position + 5), f"w{position:04}")
    base = Claim(
        id=f"claim-{position}",
        document_id="d",
        type="CONSULT",
        mode=None,
        status="actual",
        actors=(PERU, CHILE),
        recipients=(),
        date=MONDAY,
        place=None,
        attribution=(),
        content="",
        evidence=(quote,),
        trigger=quote,
    )
    return replace(base, **fields)  # type: ignore[arg-type]


def test_an_act_told_three_times_is_one_event_with_all_its_evidence() -> None:
    events = merge([claim(0), claim(10, mode="phone"), claim(20, actors=(PERU_PRESIDENT, CHILE))])
    assert len(events) == 1
    assert events[0].mode == "phone"
    assert [quote.span.start for quote in events[0].evidence] == [0, 10, 20]


def test_other_parties_another_day_or_another_mode_stay_apart() -> None:
    others = [claim(0), claim(10, actors=(PERU, BRAZIL)), claim(20, date=FRIDAY), claim(30, status="future")]
    assert len(merge(others)) == 4
    assert len(merge([claim(0, mode="phone"), claim(10, mode="visit")])) == 2


def test_one_state_through_another_sector_is_the_same_party() -> None:
    army = Party(Actor("Peruvian army", "PER", "MIL"))
    strike = claim(0, type="ASSAULT", actors=(PERU,), recipients=(CHILE,))
    events = merge([strike, replace(strike, id="claim-1", actors=(army,))])
    assert len(events) == 1


def test_the_direction_of_an_act_is_kept() -> None:
    blame = claim(0, type="ACCUSE", actors=(PERU,), recipients=(CHILE,))
    answer = claim(10, type="ACCUSE", actors=(CHILE,), recipients=(PERU,))
    assert len(merge([blame, answer])) == 2


def test_merging_is_stable_and_loses_no_claim() -> None:
    claims = [claim(position) for position in range(0, 50, 10)]
    assert merge(claims) == merge(claims)
    assert [item.id for event in merge(claims) for item in event.claims] == [item.id for item in claims]
