"""Sentences of blame, refusal, threat and sanction → the act with its mode and both parties."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

import pytest
from spacy.language import Language

from whowhom.coding.mentions.parse import parse
from whowhom.coding.pipeline import analyse
from whowhom.coding.settings import Settings
from whowhom.core.claim import Claim
from whowhom.core.document import Block, Document
from whowhom.core.span import Span

Read = Callable[[str], tuple[Claim, ...]]
FOUR = {"ACCUSE", "REJECT", "THREATEN", "SANCTION"}


@pytest.fixture(scope="module")
def read(parser: Language) -> Read:
    def claims(text: str) -> tuple[Claim, ...]:
        blocks = (Block("paragraph", Span(0, len(text))),)
        document = Document("sentence", text, published=date(2012, 3, 7), blocks=blocks)
        found: tuple[Claim, ...] = analyse(document, parse(document, parser), Settings(model=False))["claims"]
        return found

    return claims


def countries(parties: Iterable[object]) -> set[str | None]:
    return {party.actor.country for party in parties}  # type: ignore[attr-defined]


CASES = [
    # ACCUSE / disapprove
    ("Peru condemned Chile's naval exercise near the border.", "ACCUSE/disapprove", "PER", "CHL"),
    ("Chile's exercise was condemned by Peru.", "ACCUSE/disapprove", "PER", "CHL"),
    ("Kenya criticised Uganda over the closure of the road.", "ACCUSE/disapprove", "KEN", "UGA"),
    ("The Kremlin lashed out at Poland for closing the bridge.", "ACCUSE/disapprove", "RUS", "POL"),
    ("Malaysia voiced concern about Myanmar's treatment of refugees.", "ACCUSE/disapprove", "MYS", "MMR"),
    ("Ottawa expressed regret over Brazil's decision.", "ACCUSE/disapprove", "CAN", "BRA"),
    ("Norway is deeply concerned about Belarus's press law.", "ACCUSE/disapprove", "NOR", "BLR"),
    ("Egypt was angered by Ethiopia's decision to fill the dam.", "ACCUSE/disapprove", "EGY", "ETH"),
    ("Japan summoned the Russian ambassador over the flight.", "ACCUSE/disapprove", "JPN", "RUS"),
    ("Bolivia lodged a protest with Paraguay.", "ACCUSE/disapprove", "BOL", "PRY"),
    ("Poland protested to Belarus over the incident.", "ACCUSE/disapprove", "POL", "BLR"),
    ("Lebanon filed a complaint against Israel with the UN Security Council.", "ACCUSE/disapprove", "LBN", "ISR"),
    ("Greek officials slammed Turkey's drilling plan.", "ACCUSE/disapprove", "GRC", "TUR"),
    ("Ghana's president questioned Togo's motives.", "ACCUSE/disapprove", "GHA", "TGO"),
    ("Ethiopian officials hit back at Egypt.", "ACCUSE/disapprove", "ETH", "EGY"),
    ("Vietnam complained to the United Nations about China.", "ACCUSE/disapprove", "VNM", "CHN"),
    ("Israel came under criticism from Ireland.", "ACCUSE/disapprove", "IRL", "ISR"),
    ("Hungary's foreign minister called the Ukrainian law a disgrace.", "ACCUSE/disapprove", "HUN", "UKR"),
    # ACCUSE / allege
    ("Sudan accused Chad of arming rebels in Darfur.", "ACCUSE/allege", "SDN", "TCD"),
    ("Azerbaijan blamed Armenia for the shelling.", "ACCUSE/allege", "AZE", "ARM"),
    ("Armenia was blamed by Azerbaijan.", "ACCUSE/allege", "AZE", "ARM"),
    ("Kabul pointed the finger at Pakistan.", "ACCUSE/allege", "AFG", "PAK"),
    ("Tehran held Israel responsible for the explosion.", "ACCUSE/allege", "IRN", "ISR"),
    ("Colombia laid the blame for the raid on Venezuela.", "ACCUSE/allege", "COL", "VEN"),
    # ACCUSE / investigate
    ("The Gambia sued Myanmar at the International Court of Justice.", "ACCUSE/investigate", "GMB", "MMR"),
    ("The International Criminal Court opened an investigation into Venezuela.", "ACCUSE/investigate", "IGO", "VEN"),
    ("The European Commission launched a probe into Hungary.", "ACCUSE/investigate", "IGO", "HUN"),
    ("A court in Dakar put the former president of Chad on trial.", "ACCUSE/investigate", "SEN", "TCD"),
    ("Turkish prosecutors charged two Israeli officers with murder.", "ACCUSE/investigate", "TUR", "ISR"),
    # REJECT
    ("Spain rejected Morocco's claim to Ceuta.", "REJECT", "ESP", "MAR"),
    ("Turkey disagreed with France over Libya.", "REJECT", "TUR", "FRA"),
    ("The Taliban dismissed Washington's claim as propaganda.", "REJECT", "AFG", "USA"),
    ("Qatar resisted pressure from Saudi Arabia.", "REJECT", "QAT", "SAU"),
    ("Ghana broke ranks with Togo.", "REJECT", "GHA", "TGO"),
    ("Turkey opposed Sweden's bid to join NATO.", "REJECT/change", "TUR", "SWE"),
    ("The Philippines defied China's demand to leave the shoal.", "REJECT/change", "PHL", "CHN"),
    ("Russia vetoed a UN resolution on Mali.", "REJECT/change", "RUS", "IGO"),
    ("Hungary blocked an EU statement on China.", "REJECT/change", "HUN", "IGO"),
    ("Serbia refused to recognise Kosovo.", "REJECT/assist", "SRB", "XKX"),
    ("Algeria cancelled a meeting with Morocco.", "REJECT/meet", "DZA", "MAR"),
    ("Seoul postponed talks with Tokyo.", "REJECT/meet", "KOR", "JPN"),
    ("North Korean delegates walked out of talks with South Korea.", "REJECT/meet", "PRK", "KOR"),
    ("China called off a visit by German lawmakers.", "REJECT/meet", "CHN", "DEU"),
    ("Chad's president skipped a meeting with France's envoy.", "REJECT/meet", "TCD", "FRA"),
    ("The United States withdrew from the nuclear treaty with Russia.", "REJECT/yield", "USA", "RUS"),
    ("North Korea tore up the military agreement with South Korea.", "REJECT/yield", "PRK", "KOR"),
    # THREATEN
    ("Iran threatened Israel with retaliation.", "THREATEN", "IRN", "ISR"),
    ("Pyongyang warned Seoul against joining the exercise.", "THREATEN", "PRK", "KOR"),
    ("Niger's junta gave France an ultimatum.", "THREATEN", "NER", "FRA"),
    ("Iran vowed revenge against Israel.", "THREATEN", "IRN", "ISR"),
    ("Estonia has been threatened with trade retaliation by Russia.", "THREATEN", "RUS", "EST"),
    ("Russian officers threatened to attack Ukraine.", "THREATEN/violence", "RUS", "UKR"),
    ("ECOWAS threatened Niger with military action.", "THREATEN/violence", "IGO", "NER"),
    ("Washington threatened to impose sanctions on Georgia.", "THREATEN/relations", "USA", "GEO"),
    ("Russia threatened to expel British diplomats.", "THREATEN/expel", "RUS", "GBR"),
    # SANCTION
    ("The United States imposed sanctions on Zimbabwe.", "SANCTION/discontinue", "USA", "ZWE"),
    ("The European Union extended sanctions against Belarus.", "SANCTION/discontinue", "IGO", "BLR"),
    ("Germany suspended aid to Rwanda.", "SANCTION/discontinue", "DEU", "RWA"),
    ("Kenya ended its cooperation with Somalia.", "SANCTION/discontinue", "KEN", "SOM"),
    ("The United States froze the assets of Venezuelan officials.", "SANCTION/discontinue", "USA", "VEN"),
    ("The Arab League suspended Syria's membership.", "SANCTION/discontinue", "IGO", "SYR"),
    ("Zambia revoked the visas of Zimbabwean officials.", "SANCTION/discontinue", "ZMB", "ZWE"),
    ("Japan banned imports from North Korea.", "SANCTION/discontinue", "JPN", "PRK"),
    ("Canada imposed tariffs on Chinese cars.", "SANCTION", "CAN", "CHN"),
    ("Ecuador slapped a 30 percent tariff on Colombian goods.", "SANCTION", "ECU", "COL"),
    ("Saudi Arabia cut diplomatic ties with Iran.", "SANCTION/withdraw", "SAU", "IRN"),
    ("Colombia recalled its ambassador from Israel.", "SANCTION/withdraw", "COL", "ISR"),
    ("Mali withdrew from ECOWAS.", "SANCTION/withdraw", "MLI", "IGO"),
    ("Britain quit the European Union.", "SANCTION/withdraw", "GBR", "IGO"),
    ("The Czech Republic expelled two Russian diplomats.", "SANCTION/expel", "CZE", "RUS"),
    ("Two Russian diplomats were expelled by the Czech Republic.", "SANCTION/expel", "CZE", "RUS"),
    ("Finland kicked out three Belarusian diplomats.", "SANCTION/expel", "FIN", "BLR"),
    ("A US judge sentenced two Syrian officials to life in prison.", "SANCTION/convict", "USA", "SYR"),
    ("A French court found the Rwandan general guilty of genocide.", "SANCTION/convict", "FRA", "RWA"),
    ("The Dutch court fined Russia.", "SANCTION/convict", "NLD", "RUS"),
]


@pytest.mark.parametrize(("text", "label", "actor", "recipient"), CASES, ids=[case[0][:50] for case in CASES])
def test_act_with_both_parties(read: Read, text: str, label: str, actor: str, recipient: str) -> None:
    kind, _, mode = label.partition("/")
    found = [claim for claim in read(text) if claim.type == kind]
    assert [(claim.mode, claim.status) for claim in found] == [(mode or None, "actual")]
    assert countries(found[0].actors) == {actor}
    assert countries(found[0].recipients) == {recipient}


def test_both_sides_trade_accusations(read: Read) -> None:
    (claim,) = read("Armenia and Azerbaijan traded accusations over the fighting.")
    assert (claim.type, claim.mode) == ("ACCUSE", "allege")
    assert countries(claim.actors) == {"ARM", "AZE"}


def test_refusal_without_an_addressee(read: Read) -> None:
    (claim,) = read("Burundi pulled out of the agreement.")
    assert (claim.type, claim.mode) == ("REJECT", "yield")
    assert countries(claim.actors) == {"BDI"}


def test_judgement_in_direct_speech_is_the_speakers(read: Read) -> None:
    (claim,) = read('"Ukraine is making a grave mistake," Hungarian Foreign Minister Peter Kovacs said.')
    assert (claim.type, claim.mode) == ("ACCUSE", "disapprove")
    assert [party.actor.name for party in claim.actors] == ["Peter Kovacs"]
    assert countries(claim.recipients) == {"UKR"}


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan officials turned the page on years of war with Somalia.",
        "Rising prices hit Peru's economy.",
        "The Kenyan prime minister broke his arm in Uganda.",
        "The talks in Geneva were slated to resume on Monday, Iran and Oman said.",
        "Norway sees Sweden as a rival and regards Finland as a terrorist haven.",
        "Chile's president fired his gun into the air in Bolivia.",
        "The delegation of Oman left the hotel in Muscat before meeting Iran's envoy.",
        "Denmark welcomed the progress and the support of Sweden.",
    ],
)
def test_everyday_senses_are_no_conflict(read: Read, text: str) -> None:
    assert [claim.content for claim in read(text) if claim.type in FOUR] == []
