"""Sentences of speech → what the speaker does by them: demands, refusals, promises, threats, charges, judgements."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences

PASSAGES: list[Passage] = [
    # demands
    ("“It is time for Sudan to hand over the men,” Chadian President Idriss Deby said.", "REQUEST/yield TCD > SDN"),
    ("Chad's president said a deal would be impossible without Sudan's cooperation.", "REQUEST/* TCD > SDN"),
    ("“We expect Pakistan to dismantle these groups,” Indian Foreign Minister Anil Rao said.", "REQUEST/* IND > PAK"),
    ("“The ball is now in Iran's court,” German Chancellor Olaf Scholz said.", "REQUEST/* DEU > IRN"),
    # refusals
    ("“We have no intention of leaving Syria,” Turkish Defence Minister Hulusi Akar said.", "REJECT/* TUR > SYR"),
    ("“Not a single euro will go to Belarus,” Polish Foreign Minister Jan Nowak said.", "REJECT/assist POL > BLR"),
    ("The Norwegian government insisted it will not extradite the cleric to Iraq.", "REJECT/* NOR > IRQ"),
    # promises
    ("Poland will continue to support Ukraine, Polish President Andrzej Duda said.", "AGREE POL > UKR"),
    ("“We will not leave Taiwan alone,” Lithuanian Foreign Minister Jonas Kairys said.", "AGREE LTU > TWN"),
    ("Norway repeated its commitment to help Malawi.", "AGREE NOR > MWI"),
    # threats
    ("“Ukraine will pay a heavy price for this,” Russian Defence Minister Sergei Shoigu said.", "THREATEN/* RUS > UKR"),
    (
        "“If Turkey drills there again, we will answer with all means,” Greek Defence Minister Nikos Dendias said.",
        "THREATEN/violence GRC > TUR",
    ),
    ("Israel's defence minister said Hamas would be hunted down.", "THREATEN/violence ISR > PSE"),
    ("The threat by Algeria to bomb Morocco worried diplomats.", "THREATEN/violence DZA > MAR"),
    # charges
    ("Kenyan Foreign Minister Alfred Mutua said Uganda was behind the attack.", "ACCUSE/* KEN > UGA"),
    ("Georgia said the cyberattack was orchestrated by Russian military intelligence.", "ACCUSE/* GEO > RUS"),
    ("Iran has been stealing our oil for years, Kuwait's oil minister said.", "ACCUSE/* KWT > IRN"),
    ("Czech officials said Russia was responsible for the explosion.", "ACCUSE/* CZE > RUS"),
    # judgements
    ("The French president referred to the Turkish leader as an autocrat.", "ACCUSE/disapprove FRA > TUR"),
    ("Peru's foreign minister cast Venezuela as a malign influence in the region.", "ACCUSE/disapprove PER > VEN"),
    ("Bolivia's move was described as “deeply worrying” by Chile's foreign minister.", "ACCUSE/disapprove CHL > BOL"),
    ("“India is a trusted partner,” French President Emmanuel Macron said.", "SUPPORT FRA > IND"),
    # nothing but information
    ("Growth will slow next year, Ghanaian Finance Minister Kofi Mensah told parliament.", ""),
    ("Spain's foreign minister said Morocco was a neighbour.", ""),
]


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage[0][:50])
def test_reads_what_the_speaker_does(passage: Passage, parser: Language) -> None:
    assert differences(parser, passage) == []
