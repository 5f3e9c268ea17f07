"""On whose word an act is told, and the difference between a speaker who acts and one who relays."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    (
        "Rebels shelled Port Sudan, the Sudanese army said.",
        "ASSAULT/heavy-weapons rebels > SDN @ SDN; ?ACCUSE/allege SDN > rebels",
    ),
    (
        "Iran freed two French tourists, the French foreign ministry confirmed on Tuesday.",
        "RETREAT/release IRN > FRA @ FRA",
    ),
    (
        "The Saudi foreign ministry said that Houthi rebels had fired a missile at Riyadh.",
        "ASSAULT/heavy-weapons YEM > SAU @ SAU; ?ACCUSE/allege SAU > YEM",
    ),
    (
        "The Anatolia Star agency, quoting the Turkish defence ministry, said Turkish troops had killed "
        "an Iraqi trader.",
        "ASSAULT/* TUR > IRQ @ TUR",
    ),
    (
        '"We will not negotiate with the rebels," Malian President Oumar Sidibe said.',
        "REJECT/meet Oumar Sidibe=MLI > rebels",
    ),
    ("Chinese ships reportedly rammed a Vietnamese boat.", "ASSAULT/* CHN > VNM"),
    (
        "A Russian foreign ministry spokeswoman said that Moldova had expelled a Russian diplomat.",
        "SANCTION/expel MDA > RUS @ RUS; ?ACCUSE/allege RUS > MDA",
    ),
    (
        "Afghan police said on Monday that the Taliban had kidnapped 30 bus passengers.",
        "ASSAULT/abduct AFG > AFG @ AFG; ?ACCUSE/allege AFG > AFG",
    ),
    ("Spain condemned the Cuban government, according to a statement from Madrid.", "ACCUSE/disapprove ESP > CUB"),
    (
        '"Israel must let the convoys in," Irish Foreign Minister Aoife Byrne said.',
        "REQUEST/yield Aoife Byrne=IRL > ISR",
    ),
    (
        "Pyongyang executed two South Korean spies, Seoul's intelligence agency said.",
        "ASSAULT/execute PRK > KOR @ KOR; ?ACCUSE/allege KOR > PRK",
    ),
    (
        "Hamas claimed that Israeli soldiers had shot a doctor in Jenin.",
        "ACCUSE/allege PSE > ISR; ?ASSAULT/firearms ISR > PSE @ PSE",
    ),
    (
        "Ecuador accused Colombia of bombing its territory, the Brazilian foreign minister said.",
        "ACCUSE/allege ECU > COL @ BRA",
    ),
    (
        "The Libyan coast guard fired at a Maltese trawler, said Malta's prime minister.",
        "ASSAULT/* LBY > MLT @ MLT; ?ACCUSE/allege MLT > LBY",
    ),
    ("Iranian state television said Iran had launched a satellite.", "MOBILIZE/weapons IRN > - @ IRN"),
    (
        '"France is a friend," Senegalese President Amadou Sarr said. "We thank Paris for its help."',
        "SUPPORT Amadou Sarr=SEN > FRA; ?SUPPORT Amadou Sarr=SEN > FRA",
    ),
    (
        "Georgian officials said Russia had cut gas supplies to Tbilisi.",
        "COERCE/withhold RUS > GEO @ GEO; ?ACCUSE/allege GEO > RUS",
    ),
    (
        "A Lebanese security source said Israel had shelled two villages in Lebanon.",
        "ASSAULT/heavy-weapons ISR > LBN @ LBN; ?ACCUSE/allege LBN > ISR",
    ),
    (
        '"I condemn the Serbian leadership," Croatian Prime Minister Ante Maric said in Zagreb in 1993.',
        "ACCUSE/disapprove Ante Maric > SRB",
    ),
    ("Witnesses said soldiers shot two demonstrators in Lomé.", "ASSAULT/firearms soldiers > TGO @ witnesses"),
    (
        "According to Ukrainian officials, Russian drones struck Odesa.",
        "ASSAULT/drone RUS > UKR @ UKR; ?ACCUSE/allege UKR > RUS",
    ),
    ("Uganda's army said it had killed 15 Congolese rebels.", "ASSAULT/* UGA > COD @ UGA"),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # promised forces count as MOBILIZE
    ("Kenya has promised to send police to Haiti, a US official said.", "AGREE KEN > HTI @ USA"),
    # "return" of money is no trigger
    ("The Egyptian president told reporters that Qatar had returned the money.", "RETREAT/return QAT > EGY @ EGY"),
    # "a camp near the border with Chad" is taken for Chad's
    ("A UN spokesman said Sudanese planes bombed a camp near the border with Chad.", "ASSAULT/aerial SDN > - @ IGO"),
    # unnamed media are no speaker
    ("Local media reported that Honduras had recognised Kosovo.", "SUPPORT HND > XKX @ media"),
    # "said of the attack" names whom the judgement is about
    (
        '"The raid was a crime," Ethiopian Prime Minister Dawit Bekele said of the Eritrean attack.',
        "ACCUSE/disapprove Dawit Bekele=ETH > ERI; ?ASSAULT/* ERI > -",
    ),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_names_the_speaker(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
