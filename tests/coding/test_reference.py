"""Parties named in another sentence: "both leaders", "the group", "he", "Ankara", "his counterpart"."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    (
        "The presidents of Kenya and Tanzania met in Mombasa. Both leaders condemned al-Shabaab.",
        "CONSULT/* KEN+TZA; ACCUSE/disapprove KEN+TZA > SOM",
    ),
    (
        "Iran and Pakistan held talks in Islamabad. The two sides agreed to build a gas pipeline.",
        "CONSULT/* IRN+PAK; AGREE IRN+PAK",
    ),
    (
        "Boko Haram fighters attacked a village in Chad. The group also kidnapped 12 Chadian girls.",
        "ASSAULT/* NGA > TCD; ASSAULT/abduct NGA > TCD",
    ),
    (
        "Turkey recalled its ambassador from Sweden. Ankara also accused Stockholm of sheltering terrorists.",
        "SANCTION/withdraw TUR > SWE; ACCUSE/allege TUR > SWE",
    ),
    ("Egyptian Foreign Minister Tarek Fahmy met his Jordanian counterpart in Aqaba.", "CONSULT/* EGY+JOR"),
    (
        "Belarus detained two Polish journalists. It accused them of spying.",
        "COERCE/arrest BLR > POL; ACCUSE/allege BLR > POL",
    ),
    (
        "The International Atomic Energy Agency criticised Iran. The agency urged Tehran to admit inspectors.",
        "ACCUSE/disapprove IGO > IRN; REQUEST/yield IGO > IRN",
    ),
    (
        "German Chancellor Anna Weiss met French President Paul Lacroix in Berlin. She urged him to lift "
        "the tariffs.",
        "CONSULT/* DEU+FRA; REQUEST/yield Anna Weiss > Paul Lacroix; ?CONSULT/visit FRA > DEU",
    ),
    (
        "Chinese Foreign Ministry spokesman Li Qiang criticised Japan. The ministry urged Tokyo to apologise.",
        "ACCUSE/disapprove CHN > JPN; REQUEST/yield CHN > JPN",
    ),
    (
        "Colombian President Andrés Rojas flew to Lima on Sunday. The president condemned Venezuela.",
        "CONSULT/visit Andrés Rojas > PER; ACCUSE/disapprove COL > VEN",
    ),
    (
        "North Korea fired a ballistic missile into the sea. The country also threatened to attack Seoul.",
        "MOBILIZE/weapons PRK > -; THREATEN/violence PRK > KOR",
    ),
    (
        "Turkish Foreign Minister Emre Aksoy held talks with his Greek counterpart Nikos Pappas. The two "
        "men agreed to set up a hotline.",
        "CONSULT/* Emre Aksoy+Nikos Pappas=GRC; AGREE TUR+GRC",
    ),
    (
        "Burundi accused Rwanda of arming the rebels. Kigali denied the accusation.",
        "ACCUSE/allege BDI > RWA; REJECT RWA > BDI",
    ),
    (
        "Israel bombed the airport of Damascus. Syria condemned the attack.",
        "ASSAULT/aerial ISR > SYR; ACCUSE/disapprove SYR > ISR",
    ),
    (
        "Armenian Prime Minister Aram Petrosyan visited Tbilisi. During his stay he thanked Georgia for "
        "its neutrality.",
        "CONSULT/visit Aram Petrosyan > GEO; SUPPORT Aram Petrosyan > GEO",
    ),
    (
        "Australia and Fiji signed a defence pact on Tuesday. Under the deal, the two countries will hold "
        "joint exercises.",
        "AGREE AUS+FJI; COOPERATE future AUS+FJI",
    ),
    (
        "The Malian junta expelled the UN envoy. It also suspended two French broadcasters.",
        "SANCTION/expel MLI > IGO; COERCE/* MLI > FRA",
    ),
    ("In his first speech, Bolivian President Luis Quispe condemned Chile.", "ACCUSE/disapprove Luis Quispe=BOL > CHL"),
    (
        "Romania summoned the Russian ambassador on Friday. Bucharest handed him a note of protest.",
        "ACCUSE/disapprove ROU > RUS; ?ACCUSE/disapprove ROU > RUS",
    ),
    (
        "India and Pakistan exchanged fire along the border. New Delhi accused Islamabad of breaking the truce.",
        "ASSAULT/* IND+PAK; ACCUSE/allege IND > PAK",
    ),
    (
        "Greek Prime Minister Nikos Pappas will travel to Cairo. He is to meet President Tarek Fahmy there.",
        "CONSULT/visit future GRC > EGY; ?CONSULT/* future Nikos Pappas+Tarek Fahmy",
    ),
    (
        "Guatemala deported two Honduran activists. The pair were handed over to police at the border.",
        "COERCE/deport GTM > HND",
    ),
    (
        "The rebels of the Ogaden front attacked an Ethiopian convoy. A spokesman for the group said the "
        "rebels would fight on.",
        "ASSAULT/* ETH > ETH; ?THREATEN/violence ETH > ETH",
    ),
    (
        "Croatia's foreign minister, Iva Babic, criticised Slovenia. Her Slovenian counterpart dismissed "
        "the criticism.",
        "ACCUSE/disapprove Iva Babic > SVN; REJECT SVN > HRV",
    ),
    (
        "Slovak Prime Minister Juraj Kral arrived in Kyiv on Monday. He criticised Hungary.",
        "CONSULT/visit Juraj Kral=SVK > UKR; ACCUSE/disapprove Juraj Kral=SVK > HUN",
    ),
    (
        "The European Union imposed sanctions on Georgia. The bloc also urged Tbilisi to hold new elections.",
        "SANCTION/discontinue IGO > GEO; REQUEST/change IGO > GEO",
    ),
    (
        "Peruvian Foreign Minister Carla Mendoza met Chilean Foreign Minister Pablo Soto. Mendoza thanked "
        "Soto for the loan.",
        "CONSULT/* PER+CHL; SUPPORT Carla Mendoza > Pablo Soto",
    ),
    (
        "Sudanese soldiers shelled a market in Nyala. The army denied the attack.",
        "ASSAULT/heavy-weapons SDN > SDN; REJECT SDN > -",
    ),
    (
        "Namibia and Botswana agreed to end the dispute over the island. Their foreign ministers signed "
        "the accord in Windhoek.",
        "AGREE NAM+BWA",
    ),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # "of Slovakia" behind a titled name does not give the country
    (
        "Foreign Ministers Karel Dvorak of the Czech Republic and Jana Novotna of Slovakia met in Brno. "
        "The two ministers agreed to instruct their agencies to exchange information.",
        "CONSULT/* Karel Dvorak=CZE+Jana Novotna=SVK; AGREE CZE+SVK",
    ),
    # "the kingdom" is not resolved
    (
        "Saudi Arabia condemned Iran on Monday. The kingdom sent medicine to Yemen.",
        "ACCUSE/disapprove SAU > IRN; AID SAU > YEM",
    ),
    # the demand goes to the prisoner instead of the captor
    (
        "Tunisia arrested the Libyan consul. Tripoli demanded his release.",
        "COERCE/arrest TUN > LBY; REQUEST/yield LBY > TUN",
    ),
    # "the alliance chief" is not resolved
    (
        "NATO Secretary General Erik Lund visited Skopje. The alliance chief praised North Macedonia.",
        "CONSULT/visit IGO > MKD; SUPPORT IGO > MKD",
    ),
    # a rejected call takes no mode from what was called for, and goes to the own group
    (
        "M23 rebels attacked a Congolese base. Their leader, Paul Kanyama, rejected calls for a ceasefire.",
        "ASSAULT/* COD > COD; REJECT/yield Paul Kanyama > -",
    ),
    # the crew takes the captors' country
    (
        "Somali pirates hijacked a Danish tanker in 2009. The pirates freed the crew in March.",
        "ASSAULT/abduct SOM > DNK; RETREAT/release SOM > DNK",
    ),
    # the talk told again is not merged; an agreed meeting is not a future one
    (
        "US President Carl Hayes spoke by telephone with Indian Prime Minister Anil Deshmukh on Tuesday. "
        "The two leaders discussed trade. They agreed to meet in September.",
        "CONSULT/phone USA+IND; CONSULT/* future USA+IND; ?AGREE USA+IND",
    ),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_resolves_parties_across_sentences(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
