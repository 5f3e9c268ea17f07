"""Claims about one act become one event, others stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from whowhom.core.actor import Actor, Party
from whowhom.core.claim import Claim, Quote
from whowhom.core.date_range import DateRange
from whowhom.core.place import Place
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


def attack(position: int, **fields: object) -> Claim:
    base = claim(position, type="ASSAULT", actors=(GUNMAN,), recipients=(DEAD,), date=None)
    return replace(base, **fields)  # type: ignore[arg-type]


GUNMAN = Party(Actor("gunman", None, "CRM"), Span(0, 6))
SUSPECT = Party(Actor("Iker Solano", "PER", "CRM"), Span(10, 20))
DEAD = Party(Actor("at least nine people", "PER", "CVL"), Span(30, 40))
WORSHIPPERS = Party(Actor("worshippers", None, "REL"), Span(50, 60))


def test_an_attack_retold_with_other_descriptions_is_one_event_under_the_name_of_who_did_it() -> None:
    told = attack(0, date=MONDAY, date_evidence=Span(0, 6))
    again = attack(100, actors=(SUSPECT,), recipients=(WORSHIPPERS,), date=FRIDAY)
    events = merge([told, again])
    assert len(events) == 1
    assert [party.actor.name for party in events[0].actors] == ["Iker Solano"]


def test_a_day_that_the_words_say_outweighs_the_day_of_publication() -> None:
    assumed = attack(0, date=FRIDAY)
    told = attack(100, date=MONDAY, date_evidence=Span(100, 106))
    (event,) = merge([assumed, told])
    assert event.date == MONDAY


def test_two_attacks_on_two_said_days_stay_two() -> None:
    days = [attack(0, date=MONDAY, date_evidence=Span(0, 6)), attack(100, date=FRIDAY, date_evidence=Span(100, 106))]
    assert len(merge(days)) == 2


def test_attacks_in_two_countries_stay_two() -> None:
    first = attack(0, actors=(), place=Place("Lima", "PER"), place_evidence=Span(0, 4))
    second = attack(100, actors=(), place=Place("Arica", "CHL"), place_evidence=Span(100, 105))
    assert len(merge([first, second])) == 2


def test_an_attack_told_within_the_words_of_another_is_the_same() -> None:
    outer = attack(0, actors=(), recipients=(PERU,), date=MONDAY, date_evidence=Span(0, 6))
    inner = attack(2, actors=(), date=FRIDAY)
    wide = Quote(Span(0, 60), "w" * 60)
    assert len(merge([replace(outer, evidence=(wide,)), inner])) == 1


def test_two_sanctions_of_one_state_that_say_different_things_stay_two() -> None:
    tariff = Quote(Span(0, 30), "doubled tariffs on copper imports")
    freeze = Quote(Span(50, 80), "frozen accounts belonging to banks")
    sanctions = [
        claim(0, type="SANCTION", actors=(PERU,), recipients=(CHILE,), evidence=(tariff,)),
        claim(50, type="SANCTION", actors=(PERU,), recipients=(CHILE,), evidence=(freeze,)),
    ]
    assert len(merge(sanctions)) == 2


def test_a_place_stands_for_the_victims_that_another_telling_names() -> None:
    lima = Party(Actor("Lima", "PER", "GOV"), Span(0, 4))
    struck = attack(0, recipients=(lima,), place=Place("Lima", "PER"), place_evidence=Span(0, 4), date=MONDAY)
    (event,) = merge([struck, attack(100, date=MONDAY)])
    assert event.recipients == (DEAD,)


def test_an_abduction_in_an_attack_is_an_event_of_its_own() -> None:
    raid, abduction = attack(0, recipients=(), date=MONDAY), attack(100, mode="abduct", date=MONDAY)
    assert len(merge([raid, abduction])) == 2
