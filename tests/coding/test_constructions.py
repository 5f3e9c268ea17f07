"""Passives, relative clauses, coordination, control, light verbs, nominal events, possessives."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    # passives and agentless passives
    ("Two Estonian diplomats were expelled by Belarus on Tuesday.", "SANCTION/expel BLR > EST"),
    ("Opposition leader Pedro Salazar was arrested in Caracas on Friday.", "COERCE/arrest VEN > Pedro Salazar"),
    ("Sudan's proposal was rejected by Egypt.", "REJECT/* EGY > SDN"),
    ("Sanctions were imposed on Myanmar by Canada and Australia.", "SANCTION/discontinue CAN+AUS > MMR"),
    ("Norway has been accused by Russia of spying.", "ACCUSE/allege RUS > NOR"),
    (
        "Ethiopia was urged by the African Union to withdraw its troops from Somalia.",
        "REQUEST/yield African Union > ETH",
    ),
    ("Six Beninese soldiers were killed in an ambush near the border with Niger.", "ASSAULT/* - > BEN"),
    (
        "The Georgian president was received in Vilnius by Lithuanian Prime Minister Rasa Petrauskaite.",
        "CONSULT/visit GEO > Rasa Petrauskaite=LTU",
    ),
    ("A Venezuelan fishing boat was seized by the Guyanese navy on Sunday.", "COERCE/seize GUY > VEN"),
    ("Rwanda was condemned by Belgium over the raid.", "ACCUSE/disapprove BEL > RWA"),
    ("Three Malian aid workers were kidnapped near Timbuktu.", "ASSAULT/abduct - > MLI"),
    ("Bread and blankets were sent to Armenia by Greece after the earthquake of 1988.", "AID GRC > ARM"),
    # relative clauses
    (
        "Thai Foreign Minister Somchai Rattana, who turned 60 this year, met Vietnamese Prime Minister "
        "Tran Van Long in Hanoi.",
        "CONSULT/* Somchai Rattana=THA+Tran Van Long=VNM; ?CONSULT/visit THA > VNM",
    ),
    (
        "Chile condemned the militants who attacked a Peruvian army base.",
        "ACCUSE/disapprove CHL > militants; ASSAULT/* militants > PER",
    ),
    (
        "Slovenia criticised Hungary, which has refused to send arms to Ukraine.",
        "ACCUSE/disapprove SVN > HUN; REJECT/assist HUN > UKR",
    ),
    (
        "The general who ordered the attack on Juba was arrested by South Sudanese police.",
        "COERCE/arrest SSD > general; ?ASSAULT/* general > SSD",
    ),
    (
        "Italy expelled the Iranian envoy whom it had accused of spying.",
        "SANCTION/expel ITA > IRN; ?ACCUSE/allege ITA > IRN",
    ),
    # coordination
    ("France and Germany condemned Belarus.", "ACCUSE/disapprove FRA+DEU > BLR"),
    (
        "Japan condemned North Korea and imposed sanctions on Pyongyang.",
        "ACCUSE/disapprove JPN > PRK; SANCTION/discontinue JPN > PRK",
    ),
    (
        "Nigeria criticised the junta in Gabon and urged it to release the president.",
        "ACCUSE/disapprove NGA > GAB; REQUEST/yield NGA > GAB",
    ),
    ("Turkey and Greece, along with Cyprus, signed a fisheries agreement.", "AGREE TUR+GRC+CYP"),
    (
        "Russia and the United Arab Emirates jointly called on Israel to halt the strikes.",
        "REQUEST/yield RUS+ARE > ISR",
    ),
    (
        "Algeria recalled its ambassador from Madrid and suspended trade with Spain.",
        "SANCTION/withdraw DZA > ESP; SANCTION/discontinue DZA > ESP",
    ),
    (
        "Denmark condemned the coup leaders in Niger but did not impose sanctions on Niger.",
        "ACCUSE/disapprove DNK > NER; SANCTION/discontinue negated DNK > NER",
    ),
    ("Neither Laos nor Cambodia signed the treaty.", "?AGREE negated LAO+KHM"),
    # apposition
    ("Lena Virtanen, the Finnish foreign minister, criticised Hungary.", "ACCUSE/disapprove Lena Virtanen=FIN > HUN"),
    ("The Finnish foreign minister, Lena Virtanen, criticised Hungary.", "ACCUSE/disapprove Lena Virtanen=FIN > HUN"),
    ("Ecuador's president, a conservative, praised Colombia.", "SUPPORT ECU > COL"),
    # control
    ("Kazakhstan promised to send wheat to Afghanistan.", "AGREE KAZ > AFG"),
    ("Iran agreed to release five German citizens.", "CONCEDE IRN > DEU"),
    ("Sweden asked Turkey to extradite two suspects.", "REQUEST/assist SWE > TUR"),
    ("Pakistan accused India of funding the gunmen.", "ACCUSE/allege PAK > IND"),
    ("Canada pressed Saudi Arabia to free the blogger.", "REQUEST/yield CAN > SAU"),
    ("Kosovo and Serbia agreed to exchange information on missing persons.", "AGREE XKX+SRB"),
    # raising and phase
    ("Azerbaijan continued to shell Armenian positions.", "ASSAULT/heavy-weapons AZE > ARM"),
    ("Yemen's Houthis began to release Saudi prisoners on Sunday.", "RETREAT/release YEM > SAU"),
    ("Cuba stopped selling sugar to Haiti.", "SANCTION/discontinue CUB > HTI"),
    ("Serbia resumed talks with Kosovo.", "CONSULT SRB+XKX"),
    ("Ukrainian forces managed to shoot down a Russian bomber.", "ASSAULT/* UKR > RUS"),
    # light verbs
    ("The presidents of Brazil and France held a phone conversation on Monday.", "CONSULT/phone BRA+FRA"),
    ("Israel carried out air strikes on Lebanon.", "ASSAULT/aerial ISR > LBN"),
    ("Saudi Arabia gave its support to Morocco.", "SUPPORT SAU > MAR"),
    ("Syria came under attack from Israeli jets.", "ASSAULT/* ISR > SYR"),
    ("Mexican President Rosa Delgado paid a visit to Cuba.", "CONSULT/visit Rosa Delgado=MEX > CUB"),
    (
        "Indonesia lodged a protest with Malaysia over the arrest of fishermen.",
        "ACCUSE/disapprove IDN > MYS; ?COERCE/arrest MYS > IDN",
    ),
    ("Lithuania made a donation of ambulances to Ukraine.", "AID LTU > UKR"),
    ("Vietnam and the Philippines conducted joint naval exercises in 2014.", "COOPERATE VNM+PHL"),
    ("Qatari and Bahraini officials held talks in Manama.", "CONSULT QAT+BHR"),
    ("Peru launched an investigation into the Bolivian consul.", "ACCUSE/investigate PER > BOL"),
    ("Portugal offered medical aid to Mozambique.", "AGREE PRT > MOZ"),
    ("Ethiopia put its troops on alert.", "MOBILIZE/troops ETH"),
    ("Uganda placed Kenyan traders under arrest.", "COERCE/arrest UGA > KEN"),
    # nominal events
    ("Israel's strikes on Syria drew criticism from Jordan.", "ASSAULT/* ISR > SYR; ACCUSE/disapprove JOR > ISR"),
    ("Retaliatory strikes by the United States hit militia bases in Iraq on Saturday.", "ASSAULT/* USA > IRQ"),
    ("The arrest of two French journalists by Burkina Faso dominated the meeting.", "COERCE/arrest BFA > FRA"),
    (
        "The visit of Indian Prime Minister Anil Deshmukh to Nepal ended on Friday.",
        "CONSULT/visit Anil Deshmukh=IND > NPL",
    ),
    ("The withdrawal of Ugandan troops from Congo began in 2003.", "RETREAT/withdraw UGA > COD"),
    # between
    ("An agreement between Ethiopia and Somalia was signed in Ankara.", "AGREE ETH+SOM"),
    ("Talks between Serbia and Kosovo resumed in Brussels.", "CONSULT SRB+XKX"),
    ("A meeting between the Angolan and Zambian presidents took place in Luanda.", "CONSULT AGO+ZMB"),
    ("Fighting between Thai and Cambodian troops broke out near the temple.", "ASSAULT/* THA+KHM"),
    ("A phone call between the leaders of Oman and Iran lasted an hour.", "CONSULT/phone OMN+IRN"),
    # possessives
    ("Venezuela rejected Argentina's criticism.", "REJECT/* VEN > ARG; ?ACCUSE/disapprove ARG > VEN"),
    (
        "Zimbabwe's arrest of two Zambian reporters drew protests from Lusaka.",
        "COERCE/arrest ZWE > ZMB; ACCUSE/disapprove ZMB > ZWE",
    ),
    ("Germany's foreign minister praised Moldova's president.", "SUPPORT DEU > MDA"),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # a province as recipient has no country
    ("Brazil thanked Argentina, which had sent firefighters to Mato Grosso.", "SUPPORT BRA > ARG; AID ARG > BRA"),
    # "tear" parsed as an adjective of "gas"
    (
        "Kenyan police arrested 20 protesters and fired tear gas at the crowd.",
        "COERCE/arrest KEN > KEN; ASSAULT/crowd-control KEN > KEN",
    ),
    # an apposition of a common noun takes the place of the head
    (
        "The king of Jordan, a close partner of Washington, arrived in Cairo for talks with Egyptian "
        "President Tarek Fahmy.",
        "CONSULT/* JOR > EGY; ?CONSULT/* JOR+EGY",
    ),
    # "order ships" matches a movement of forces before the order
    ("Malaysia ordered Singaporean ships to leave the strait.", "REQUEST/* MYS > SGP"),
    # an act under a verb of judgement is not recorded for itself
    (
        "Iran condemned the killing of General Hassan Rezai by Israel.",
        "ACCUSE/disapprove IRN > ISR; ASSAULT/* ISR > IRN",
    ),
    # an act under a verb of judgement is not recorded for itself
    (
        "Denmark's expulsion of two Iranian diplomats was praised by Sweden.",
        "SANCTION/expel DNK > IRN; SUPPORT SWE > DNK",
    ),
    # an act under a verb of judgement is not recorded for itself
    ("Poland welcomed the release of two Polish miners by Libya.", "RETREAT/release LBY > POL; SUPPORT POL > LBY"),
    # an act under a verb of judgement is not recorded for itself
    ("Ghana's recognition of Kosovo was welcomed by Albania.", "SUPPORT GHA > XKX; SUPPORT ALB > GHA"),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_reads_who_did_what_to_whom(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
