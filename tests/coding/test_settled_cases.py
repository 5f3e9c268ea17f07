"""The codebook's settled cases, each with sentences of its own."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    # withdrawal, ceasefire, release: decided and carried out
    ("France announced the withdrawal of its troops from Niger.", "CONCEDE FRA > NER"),
    ("France withdrew its last troops from Niger.", "RETREAT/withdraw FRA > NER"),
    ("Colombia declared a ceasefire with the ELN rebels.", "CONCEDE COL > COL"),
    ("Myanmar freed 15 Thai fishermen.", "RETREAT/release MMR > THA"),
    ("Myanmar announced the release of 15 Thai fishermen.", "CONCEDE MMR > THA"),
    # intended force
    ("The Israeli prime minister ordered an attack on Gaza City.", "ASSAULT/* future ISR > PSE"),
    # denial, disputed account, broken promise
    ("Uganda disputed Kenya's account of the clash.", "REJECT UGA > KEN"),
    ("Serbia reneged on its promise to Kosovo.", "REJECT/yield SRB > XKX"),
    (
        "Ugandan troops will not leave Congo unless the militia disarms, the Ugandan army said.",
        "REJECT/* UGA > COD @ UGA",
    ),
    # arms and forces
    ("The United States delivered air defence systems to Ukraine.", "AID USA > UKR"),
    ("Russia massed troops on the border with Ukraine.", "MOBILIZE/troops RUS > UKR"),
    ("North Korea test-fired a ballistic missile.", "MOBILIZE/weapons PRK > -"),
    ("Iran paraded new missiles in Tehran.", "MOBILIZE/weapons IRN > -"),
    ("Pakistan tested a nuclear device in 1998.", "MOBILIZE/weapons PAK > -"),
    ("South Korea put its army on high alert.", "MOBILIZE/troops KOR > -"),
    # coups, sackings, resignations
    ("Soldiers seized power in Niger.", "COERCE/seize NER > NER"),
    ("Zambian President Moses Banda sacked his defence minister.", "SANCTION Moses Banda > ZMB"),
    ("Moldova's prime minister resigned on Monday.", "RETREAT/resign MDA > -"),
    # trade, embargo, tariffs, targeted sanctions, blocs and treaties
    ("Iran shipped oil to Syria in breach of the sanctions.", "COOPERATE IRN > SYR"),
    ("The United Nations imposed an embargo on Eritrea.", "SANCTION/discontinue IGO > ERI"),
    ("The United States imposed tariffs on Canadian steel.", "SANCTION/* USA > CAN"),
    ("Britain imposed a travel ban and an asset freeze on a Belarusian general.", "SANCTION/discontinue GBR > BLR"),
    ("Mali left ECOWAS.", "SANCTION/withdraw MLI > IGO"),
    ("Russia withdrew from the nuclear test ban treaty.", "REJECT/yield RUS > -"),
    # offers, invitations, scheduled meetings
    ("South Korea offered talks to North Korea.", "AGREE KOR > PRK"),
    ("Pakistan invited India to talks.", "REQUEST/meet PAK > IND"),
    (
        "The Kenyan foreign ministry confirmed that the presidents of Kenya and Uganda would meet in Kampala.",
        "CONSULT/* future KEN+UGA @ KEN",
    ),
    # modes of REQUEST
    ("Lebanon appealed to France for help.", "REQUEST/assist LBN > FRA"),
    ("Haiti asked the United Nations to send peacekeepers.", "REQUEST/assist HTI > IGO"),
    ("Qatar called on Israel and Hamas to observe a ceasefire.", "REQUEST/yield QAT > ISR+PSE"),
    (
        "Norway demanded an investigation into the killing of a Norwegian reporter.",
        "REQUEST/change NOR > -; ?ASSAULT/* - > NOR",
    ),
    # rival accounts
    (
        "Armenia said Azerbaijani troops had shelled its positions. Azerbaijan said Armenian troops had "
        "shelled its village.",
        "ASSAULT/heavy-weapons AZE > ARM @ ARM; ASSAULT/heavy-weapons ARM > AZE @ AZE; ?ACCUSE/allege ARM "
        "> AZE; ?ACCUSE/allege AZE > ARM",
    ),
    # standing attitudes
    ("Turkey considers the YPG a terrorist group.", ""),
    ("Iran has long backed Hezbollah.", ""),
    # former officials, prosecutors, ships
    ("Former Israeli defence minister Yoav Carmi accused Iran of lying.", "ACCUSE/allege Yoav Carmi=ISR > IRN"),
    ("Belgian prosecutors opened an investigation into a Chinese diplomat.", "ACCUSE/investigate BEL > CHN"),
    ("Iranian forces seized a Greek tanker in the Gulf.", "COERCE/seize IRN > GRC"),
    # courts
    (
        "The International Criminal Court issued an arrest warrant for Sudanese general Omar Idris.",
        "COERCE/arrest future IGO > Omar Idris=SDN",
    ),
    ("A Thai court acquitted former prime minister Chai Suwan.", "CONCEDE THA > Chai Suwan"),
    ("A court in Cairo sentenced two Egyptian activists to prison.", "SANCTION/convict EGY > EGY"),
    # parliaments
    ("Finland's parliament ratified the accession of Albania to the alliance.", "SUPPORT FIN > ALB"),
    ("Hungary's parliament passed a law restricting foreign media.", "COERCE/* HUN > foreign media"),
    ("The Danish parliament passed a law on school meals.", ""),
    # own hostages, concern, regret
    ("Japan voiced concern over Chinese patrols.", "ACCUSE/disapprove JPN > CHN"),
    ("Austria regretted Turkey's decision.", "ACCUSE/disapprove AUT > TUR"),
    ("Analysts expect Russia to attack Kharkiv.", ""),
    # one attack, several weapons; claims of responsibility
    ("Russia attacked Kharkiv with missiles and drones.", "ASSAULT/* RUS > UKR"),
    # signing and recognition
    ("Norway recognised Palestine.", "SUPPORT NOR > PSE"),
    ("Argentina and Uruguay signed a water treaty in 1975.", "AGREE ARG+URY"),
    # meetings put off, mediators, warnings against a third act
    ("Iraq postponed a meeting with Kuwait.", "REJECT/meet IRQ > KWT"),
    ("Egypt mediated between Israel and Hamas.", "CONSULT/third-party EGY > ISR+PSE"),
    # not allowing
    ("Mexican President Rosa Delgado said she would not allow foreign troops in Mexico.", "REJECT Rosa Delgado > -"),
    # bounties, vehicles, lone attackers
    (
        "The United States offered a bounty for Somali warlord Abdi Warsame.",
        "COERCE/arrest future USA > Abdi Warsame=SOM",
    ),
    ("A man drove a car into a crowd in Munich, killing two people.", "ASSAULT/primitive man > DEU"),
    # funding
    ("The US Congress approved $2 billion in aid for Israel.", "AID future USA > ISR"),
    ("Canada urged Nicaragua to hold free elections.", "REQUEST/change CAN > NIC"),
    ("Belgium warned that an attack on Rafah would be a catastrophe.", "REQUEST/yield BEL > -"),
    ("Egypt told Ethiopia that it would not allow the dam to be filled.", "THREATEN/* EGY > ETH"),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # "respond with force" is no trigger
    ("Ethiopia warned Eritrea that it would respond with force.", "THREATEN/violence ETH > ERI"),
    # a denial takes mode and recipient from what is denied
    ("Iran denied that it had supplied drones to Russia.", "REJECT IRN > -"),
    # "in support of" does not make a movement AID
    ("Russia sent two warships to Syria in support of the Syrian government.", "AID RUS > SYR"),
    # asking for a thing that is no coded act gives no mode
    ("Ukraine asked Japan for generators.", "REQUEST/assist UKR > JPN"),
    # the parser reads the defendant as the name's modifier, and no court is implied
    (
        "The trial of former Guinean president Alpha Bangoura opened in Conakry.",
        "ACCUSE/investigate GIN > Alpha Bangoura",
    ),
    # a rescue by the captives' own side counts as a release
    ("Nigerian troops freed 30 Nigerian schoolgirls held by Boko Haram.", "AID NGA > NGA"),
    # a bomb as subject makes no event
    (
        "A bomb killed 12 people in Baghdad. Islamic State claimed responsibility for the attack.",
        "ASSAULT/explosives Islamic State > IRQ",
    ),
    # the second of two offices takes no country
    ("Iran's president and foreign minister condemned Israel.", "ACCUSE/disapprove IRN+IRN > ISR"),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_settles_the_case(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
