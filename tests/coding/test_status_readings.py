"""What is planned, promised, demanded, threatened, refused, denied, negated or only weighed."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    # future
    ("The Indian prime minister will visit Bhutan next week.", "CONSULT/visit future IND > BTN"),
    ("Spain plans to send a frigate to the Gulf of Aden.", "MOBILIZE/troops future ESP > -"),
    ("The leaders of Laos and Vietnam are to meet in Hanoi on Friday.", "CONSULT/* future LAO+VNM"),
    ("Denmark will send tanks to Ukraine.", "AID future DNK > UKR"),
    (
        "The Lebanese president is expected to meet French President Paul Lacroix on Friday.",
        "CONSULT/* future LBN+Paul Lacroix",
    ),
    ("Zambian and Angolan ministers are due to hold talks in Lusaka.", "CONSULT/* future ZMB+AGO"),
    ("Germany and Poland are scheduled to hold joint exercises in August.", "COOPERATE future DEU+POL"),
    ("The Mongolian prime minister is going to visit Kazakhstan.", "CONSULT/visit future MNG > KAZ"),
    ("Talks between Cyprus and Turkey will resume in Geneva on Monday.", "CONSULT/* future CYP+TUR"),
    ("The planned visit of the Serbian president to Croatia has been announced.", "CONSULT/visit future SRB > HRV"),
    ("Japan's parliament is set to ratify the treaty with Peru.", "SUPPORT future JPN > PER"),
    # agreed, offered, promised
    ("Chile offered to mediate between Peru and Bolivia.", "AGREE CHL > PER+BOL"),
    ("Norway pledged $20 million in aid to Malawi.", "AGREE NOR > MWI"),
    ("Jordan said it was ready to host talks with Syria.", "AGREE JOR > SYR"),
    ("Qatar and Chad agreed to restore diplomatic relations.", "AGREE QAT+TCD"),
    ("Vietnam vowed to cooperate with Laos on drug trafficking.", "AGREE VNM > LAO"),
    # called for
    ("Cyprus called for talks with Turkey.", "REQUEST/meet CYP > TUR"),
    ("Ireland called on the United Nations to investigate the attack.", "REQUEST/change IRL > IGO"),
    ("Israel must stop the bombing, Turkish Foreign Minister Emre Aksoy said.", "REQUEST/yield Emre Aksoy > ISR"),
    # threatened
    ("Tanzania threatened to expel Kenyan traders.", "THREATEN/expel TZA > KEN"),
    ("Mali vowed to retaliate against the Tuareg rebels.", "THREATEN/violence MLI > MLI"),
    ("The United States threatened Mexico with tariffs.", "THREATEN/* USA > MEX"),
    ("Eritrea warned Ethiopia of war.", "THREATEN/violence ERI > ETH"),
    ("Russia threatened to cut off gas supplies to Bulgaria.", "THREATEN/* RUS > BGR"),
    # refused, denied
    ("Hungary refused to send arms to Ukraine.", "REJECT/assist HUN > UKR"),
    ("Syria refused to hold talks with Israel.", "REJECT/meet SYR > ISR"),
    ("Iran ruled out talks with the United States.", "REJECT/meet IRN > USA"),
    ("Japan declined to join the embargo.", "REJECT/* JPN > -"),
    ("Armenia refused to attend the summit in Minsk.", "REJECT/meet ARM > -"),
    ("Oman said it would not send troops to Yemen.", "REJECT/* OMN > YEM"),
    # negated
    ("Serbia did not recognise Kosovo.", "SUPPORT negated SRB > XKX"),
    ("The United States has not lifted the sanctions on Cuba.", "CONCEDE negated USA > CUB"),
    ("Greek and Turkish negotiators failed to reach an agreement.", "AGREE negated GRC+TUR"),
    ("No meeting between the Sudanese and Egyptian presidents took place.", "CONSULT/* negated SDN+EGY"),
    ("India never attacked Nepal.", "ASSAULT negated IND > NPL"),
    ("Thailand failed to release the Burmese sailors.", "RETREAT/release negated THA > MMR"),
    # hypothetical: weighed, feared, conditional
    (
        "Iran could attack Israeli ships, Defence Minister Ron Peled said.",
        "?ASSAULT/* hypothetical IRN > ISR @ Ron Peled",
    ),
    (
        "If Ukraine attacks the bridge, Russia will respond.",
        "?THREATEN/violence RUS > UKR; ?ASSAULT/* hypothetical UKR > RUS",
    ),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # approving a plan counts as SUPPORT
    ("Israel's cabinet approved a plan to attack Rafah.", "ASSAULT/* future ISR > PSE"),
    # the demand goes to the prisoner
    ("Uruguay called for the release of the Paraguayan senator.", "REQUEST/yield URY > -"),
    # reopening a border counts as co-operation
    ("Togo urged Ghana to reopen the border.", "REQUEST/yield TGO > GHA"),
    # "return" of property is no trigger
    ("Kuwait demanded that Iraq return the archives.", "REQUEST/yield KWT > IRQ"),
    # a denial takes mode and recipient from what is denied
    ("Rwanda denied arming the Hutu rebels.", "REJECT RWA > -"),
    # a rejected demand takes no mode from what was demanded
    ("Nicaragua rejected a Costa Rican demand to withdraw its troops.", "REJECT/yield NIC > CRI"),
    # hypothetical acts are left out: too many are wrong
    ("The European Union is considering sanctions on Serbia.", "SANCTION/discontinue hypothetical IGO > SRB"),
    # hypothetical acts are left out: too many are wrong
    ("Canada may recall its ambassador from Riyadh.", "SANCTION/withdraw hypothetical CAN > SAU"),
    # hypothetical acts are left out: too many are wrong
    ("Estonia fears that Russia might block the strait.", "COERCE/restrict hypothetical RUS > - @ EST"),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_reads_the_status(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
