"""Titles, capitals by their role, demonyms, organs, armed groups, IGOs; treaties never act."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    # titles and modifiers
    (
        "Kremlin foreign policy aide Boris Antipov met Chinese envoy Sun Wei in Moscow.",
        "CONSULT/* Boris Antipov=RUS+Sun Wei=CHN",
    ),
    (
        "White House national security adviser Dana Whitfield met Israeli Defence Minister Ron Peled.",
        "CONSULT/* Dana Whitfield=USA+Ron Peled=ISR",
    ),
    (
        "UAE President Sheikh Hamdan bin Saeed telephoned Omani Foreign Minister Badr Salem.",
        "CONSULT/phone ARE+Badr Salem=OMN",
    ),
    (
        "Former South African president Thabo Nkosi urged Zimbabwe to free the activists.",
        "REQUEST/yield Thabo Nkosi=ZAF > ZWE",
    ),
    ("US Senator Joe Whitman, a Republican, criticised China.", "ACCUSE/disapprove Joe Whitman=USA > CHN"),
    ("NATO chief Erik Lund praised Poland.", "SUPPORT IGO > POL"),
    ("EU foreign policy chief Marta Ferrer condemned Belarus.", "ACCUSE/disapprove IGO > BLR"),
    ("Hamas leader Khaled Mansour thanked Qatar.", "SUPPORT Khaled Mansour=PSE > QAT"),
    (
        "Iraqi Shi'ite cleric Hassan al-Tamimi condemned the United States.",
        "ACCUSE/disapprove Hassan al-Tamimi=IRQ > USA",
    ),
    (
        "Zaire's ambassador to Belgium, Joseph Ilunga, thanked the Belgian government for the loan.",
        "SUPPORT Joseph Ilunga > BEL",
    ),
    # capitals and buildings by their role
    ("Moscow accused Kyiv of shelling a village.", "ACCUSE/allege RUS > UKR"),
    ("Downing Street criticised Tehran.", "ACCUSE/disapprove GBR > IRN"),
    ("The White House rejected Pyongyang's demand.", "REJECT/* USA > PRK"),
    ("The Pentagon sent two destroyers to the Red Sea.", "MOBILIZE/troops USA > -"),
    ("The Kremlin praised Beijing.", "SUPPORT RUS > CHN"),
    # demonyms and organs
    ("The Bulgarian parliament ratified the border treaty with North Macedonia.", "SUPPORT BGR > MKD"),
    ("Turkish police detained 14 Greek activists.", "COERCE/arrest TUR > GRC"),
    ("Chinese coast guard vessels fired water cannon at Philippine boats.", "ASSAULT/* CHN > PHL"),
    ("The Sri Lankan navy arrested 18 Indian fishermen.", "COERCE/arrest LKA > IND"),
    ("A senior Iraqi official criticised Turkey.", "ACCUSE/disapprove IRQ > TUR"),
    ("The Portuguese foreign ministry condemned Indonesia in 1991.", "ACCUSE/disapprove PRT > IDN"),
    ("Hong Kong police arrested three activists.", "COERCE/arrest HKG > HKG"),
    ("A Swiss court convicted two Gambian officers of torture.", "SANCTION/convict CHE > GMB"),
    # armed groups and unnamed groups
    ("Al-Shabaab militants killed five Kenyan soldiers.", "ASSAULT/* SOM > KEN"),
    ("Gunmen abducted two Nigerian priests.", "ASSAULT/abduct gunmen > NGA"),
    ("Hezbollah fired rockets at northern Israel.", "ASSAULT/heavy-weapons LBN > ISR"),
    ("FARC rebels freed three Colombian soldiers in 2008.", "RETREAT/release COL > COL"),
    ("Tamil Tiger rebels attacked a Sri Lankan naval base.", "ASSAULT/* LKA > LKA"),
    ("Unknown gunmen killed a Libyan judge.", "ASSAULT/* Unknown gunmen > LBY"),
    ("Palestinian militants launched rockets at Israel.", "ASSAULT/heavy-weapons PSE > ISR"),
    # IGOs
    ("The UN Security Council imposed an arms embargo on South Sudan.", "SANCTION/discontinue IGO > SSD"),
    ("The International Monetary Fund lent Jordan $1.2 billion.", "AID IGO > JOR"),
    ("The Arab League condemned Iran.", "ACCUSE/disapprove IGO > IRN"),
    ("UN peacekeepers fired on protesters in Haiti.", "ASSAULT/firearms IGO > HTI"),
    ("The International Criminal Court convicted a Congolese warlord.", "SANCTION/convict IGO > COD"),
    # treaties and operations never act
    ("Under Operation Iron Shield, Ethiopian troops attacked al-Shabaab positions.", "ASSAULT/* ETH > SOM"),
    ("Morocco and Spain signed the Tangier Charter.", "AGREE MAR+ESP"),
    ("The Treaty of Bern obliges the parties to share water.", ""),
    ("Argentina praised Brazil under the terms of the Rio Protocol.", "SUPPORT ARG > BRA"),
    ("Protesters marched through Tunis on Saturday.", "PROTEST/demo TUN > -"),
    ("A Boko Haram suicide bomber killed nine people in Cameroon.", "ASSAULT/suicide-attack NGA > CMR"),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # "of Croatia" behind a titled name does not give the country
    (
        "Acting Deputy Prime Minister Milan Horvat of Croatia criticised Serbia.",
        "ACCUSE/disapprove Milan Horvat=HRV > SRB",
    ),
    # delegates count as private persons
    ("Delegates from Chad and Niger met in Paris.", "CONSULT/* TCD+NER"),
    # the payee of a promised compensation is not found
    ("Seoul said Tokyo had agreed to pay compensation to Korean victims.", "AGREE JPN > KOR @ KOR"),
    # state media count as private reporters
    ("Cuban state media accused the United States of piracy.", "ACCUSE/allege CUB > USA"),
    # suspending a member is no trigger
    ("ECOWAS suspended Guinea.", "SANCTION/* IGO > GIN"),
    # a treaty's town gives the implied actor of a ban
    ("The Vienna Convention forbids the arrest of diplomats.", ""),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_reads_the_parties(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
