"""Force, coercion, movements of troops, help and meetings whose parties stand outside of the act's own phrase."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, first_words

PASSAGES: list[Passage] = [
    # the attack or the weapon as subject, its mode the weapon's
    ("Air raids in Homs killed nine people on Monday.", "ASSAULT/aerial - > SYR"),
    ("Missiles hit several towns in southern Lebanon overnight.", "ASSAULT/heavy-weapons - > LBN"),
    ("A wave of suicide bombings in Baghdad killed 70 people.", "ASSAULT/suicide-attack - > 70 people"),
    ("A bomb killed three policemen in Quetta on Friday.", "ASSAULT/explosives - > PAK"),
    # whom an attack befell is not who did it
    (
        "The 1983 bombing of a French barracks in Beirut killed 58 paratroopers.",
        "ASSAULT/explosives - > 58 paratroopers",
    ),
    # places struck
    ("Heavy fighting rocked Benghazi on Tuesday.", "ASSAULT/* - > LBY"),
    ("Benghazi was rocked by heavy fighting last year.", "ASSAULT/* - > LBY"),
    ("Russia shelled Kharkiv on Sunday.", "ASSAULT/* RUS > UKR"),
    ("Gunmen carried out a series of bombings across Mali and Niger.", "ASSAULT/explosives gunmen > MLI+NER"),
    ("The number of attacks in Kenya rose by a tenth last year.", ""),
    ("Russia annexed Crimea in 2014.", "COERCE/seize RUS > Crimea"),
    ("Warplanes hit a market in Idlib on Monday.", "ASSAULT/aerial warplanes > SYR"),
    ("Militants burned houses in Borno on Monday.", "ASSAULT/destroy militants > NGA"),
    ("The storm hit several towns in southern France on Sunday.", ""),
    # custody, emergency, broken cells
    ("The last town held by rebels in Ivory Coast has a mill.", ""),
    ("Thailand has been in a state of emergency since March.", "COERCE/martial-law THA > -"),
    (
        "In May, a similar extremist cell was dismantled in the Belgian cities of Ghent and Liege.",
        "COERCE/arrest BEL > similar extremist cell",
    ),
    # meetings and their participants
    (
        "Kenyan President Amina Otieno called an emergency meeting of the United Nations on Friday.",
        "CONSULT/* KEN+United Nations > -",
    ),
    (
        "Chad's prime minister will meet Sudan on Monday, followed by talks with France, the UK and Egypt.",
        "CONSULT/* future TCD+SDN > -; CONSULT/* TCD+FRA+GBR+EGY > -",
    ),
    ("The Peruvian envoy met a mixed response in Chile.", ""),
    # how something is done with others
    (
        "Peru attacked the rebels in coordination with Ecuador.",
        "ASSAULT/* PER > rebels; COOPERATE PER+ECU > -",
    ),
    # help
    ("Norway announced a suspension of aid to Uganda.", "SANCTION/discontinue NOR > UGA"),
    ("Fijian peacekeepers arrived in Lebanon on Monday.", "AID FJI > LBN"),
    # tests told by their noun
    ("In April, North Korea carried out a satellite launch.", "MOBILIZE/weapons PRK > -"),
    ("Turkey has set up observation posts around the province.", "MOBILIZE/troops TUR > -"),
    # forecasts of experts
    ("Analysts expect Ethiopia to attack Asmara.", ""),
]


@pytest.mark.parametrize("passage", PASSAGES, ids=first_words)
def test_reads_the_parties_of_material_acts(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
