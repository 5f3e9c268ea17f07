"""Opinion, framing, generic states, sport, celebrity, business and private acts give no event."""

from __future__ import annotations

import pytest
from spacy.language import Language

from made_passages import Passage, differences, expected_failures, first_words

PASSAGES: list[Passage] = [
    ("Tensions remain high between Greece and Turkey.", ""),
    ("The summit underscored the growing alignment between Moscow and Beijing.", ""),
    ("Analysts say Iran may attack Israel within weeks.", ""),
    ("Experts warned that China could blockade Taiwan.", ""),
    ("Kenya defeated Ethiopia in the final of the relay in Doha.", ""),
    ("England will face Argentina in the semi-final on Saturday.", ""),
    ("The singer Lola Marsh sued her former manager in London over royalties.", ""),
    ("The actress met her husband on a film set in Rome.", ""),
    ("Shares in the Brazilian miner Valor fell three percent on Friday.", ""),
    ("The Japanese carmaker Tanaka bought a German parts supplier.", ""),
    ("Relations between Poland and Hungary have long been difficult.", ""),
    ("Switzerland is a neutral country of nine million people.", ""),
    ("Is Russia going to attack Moldova?", ""),
    ("The convention bans the use of land mines.", ""),
    ("Laos borders China, Vietnam and Thailand.", ""),
    ("More than 1,250 people were killed in Darfur over 15 months.", ""),
    ("France has 1,500 troops in Djibouti.", ""),
    ("The novel tells of a war between two villages in Anatolia.", ""),
    ("The report examines how Sweden handled the pandemic.", ""),
    ("The country depends on imports of Russian gas.", ""),
    ("The move is a sign of Tokyo's growing confidence.", ""),
    ("Nobody knows what Pyongyang wants.", ""),
    ("Turkey's economy grew four percent last year.", ""),
    ("Trade between Ghana and Togo is worth $300 million a year.", ""),
    ("Kyrgyzstan is home to a Russian air base.", ""),
    ("The peace process is dead, in the view of many Israelis.", ""),
]

# Right by the codebook, not yet read so: whoever mends one moves it up.
KNOWN_GAPS: list[Passage] = [
    # too short a text for the topic to tell sport
    ("The striker fired a shot past the Chilean goalkeeper and Peru beat Chile 2-0 in Lima.", ""),
    # a private quarrel is not told from a lone attacker's crime
    ("A man stabbed his brother in a bar in Lyon after a quarrel over money.", ""),
]


@pytest.mark.parametrize("passage", [*PASSAGES, *expected_failures(KNOWN_GAPS)], ids=first_words)
def test_records_nothing(parser: Language, passage: Passage) -> None:
    assert differences(parser, passage) == []
