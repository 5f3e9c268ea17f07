"""Who is made to say what, on sentences in the ways of the wires."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from whowhom.coding.attribution.speech import Speech
from whowhom.coding.attribution.speeches import attribution, chain, readings
from whowhom.coding.mentions.parse import parse
from whowhom.core.document import Block, Document
from whowhom.core.span import Span

Told = tuple[str | None, str, tuple[str, ...]]


def read(parser: Language, text: str) -> Doc:
    blocks, start = [], 0
    for paragraph in text.split("\n\n"):
        blocks.append(Block("paragraph", Span(start, start + len(paragraph))))
        start += len(paragraph) + 2
    return parse(Document("d", text, blocks=tuple(blocks)), parser)


def told(doc: Doc, speech: Speech) -> Told:
    source = None if speech.source is None else doc[slice(*speech.source)].text
    return source, doc[slice(*speech.cue)].text, tuple(doc[slice(*span)].text for span in speech.content)


def all_told(parser: Language, text: str) -> list[Told]:
    doc = read(parser, text)
    return [told(doc, speech) for speech in attribution(doc)]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        (
            "The minister said on Monday that troops had crossed the border and seized two villages.",
            "The minister",
            "said",
            ("that troops had crossed the border and seized two villages",),
        ),
        (
            "The talks failed, the envoy said, because Iran did not want peace.",
            "the envoy",
            "said",
            ("The talks failed", "because Iran did not want peace"),
        ),
        ("Israeli forces, Hamas said, bombed a school.", "Hamas", "said", ("Israeli forces", "bombed a school")),
        ("As the president said, the war is over.", "the president", "said", ("the war is over",)),
        ("Two people died, a hospital source said.", "a hospital source", "said", ("Two people died",)),
        ("According to the ministry, three soldiers died.", "the ministry", "According to", ("three soldiers died",)),
        ("Three soldiers died, according to police.", "police", "according to", ("Three soldiers died",)),
        (
            "The chancellor, according to aides, called the king twice.",
            "aides",
            "according to",
            ("The chancellor", "called the king twice"),
        ),
        ("Residents told AFP that gunmen stormed a bank.", "Residents", "told", ("that gunmen stormed a bank",)),
        ("Egypt denied closing the crossing.", "Egypt", "denied", ("closing the crossing",)),
        ("Turkey accused Greece of arming the islands.", "Turkey", "accused", ("Greece of arming the islands",)),
        (
            "The minister called on Israel to stop the attacks.",
            "The minister",
            "called on Israel",
            ("to stop the attacks",),
        ),
        (
            "A spokesman's claim that Israel attacked the port was denied by Tel Aviv.",
            "A spokesman",
            "claim",
            ("that Israel attacked the port",),
        ),
        (
            "There were reports that soldiers had fired on the crowd.",
            None,
            "reports",
            ("that soldiers had fired on the crowd",),
        ),
        ("The rebels reportedly seized the town.", None, "reportedly", ("The rebels", "seized the town")),
        ("He is said to have left the country.", None, "is said", ("He", "to have left the country")),
        ("It was reported that ten people were killed.", None, "was reported", ("that ten people were killed",)),
        ("Ceasefire is near: minister", "minister", ":", ("Ceasefire is near",)),
        ("Putin: We will not leave", "Putin", ":", ("We will not leave",)),
        ("Kenya to send police to Haiti, says Ruto", "Ruto", "says", ("Kenya to send police to Haiti",)),
    ],
)
def test_speaker_cue_and_content_are_exact(
    parser: Language, text: str, source: str | None, cue: str, content: tuple[str, ...]
) -> None:
    assert all_told(parser, text) == [(source, cue, content)]


def test_the_day_of_speaking_is_not_said(parser: Language) -> None:
    (found,) = all_told(parser, "Pakistan's army said on Tuesday it killed 30 militants near the border.")
    assert found[2] == ("it killed 30 militants near the border",)


def test_a_second_telling_ends_the_first(parser: Language) -> None:
    added = all_told(parser, "The army said it had destroyed three tanks, adding that two soldiers were wounded.")
    assert added == [
        ("The army", "said", ("it had destroyed three tanks",)),
        ("The army", "adding", ("that two soldiers were wounded",)),
    ]
    rival = all_told(parser, "Moscow said the drones were shot down, while Kyiv said they hit an oil depot.")
    assert [(source, content) for source, _, content in rival] == [
        ("Moscow", ("the drones were shot down",)),
        ("Kyiv", ("they hit an oil depot",)),
    ]


def test_the_reporters_gloss_at_the_end_is_not_said(parser: Language) -> None:
    (found,) = all_told(parser, "The general said the army fired two missiles, which landed in the sea.")
    assert found[2] == ("the army fired two missiles",)


def test_a_quotation_goes_on_after_the_cue_and_in_the_next_paragraphs(parser: Language) -> None:
    text = (
        "“We have lost everything,” said Amina Yusuf, a teacher.\n\n"
        "“They burned the school. We ran to the forest.\n\n“Nobody helped us.”"
    )
    (found,) = all_told(parser, text)
    assert found[0] == "Amina Yusuf, a teacher"
    assert found[2] == (
        "“We have lost everything,”",
        "“They burned the school. We ran to the forest.",
        "“Nobody helped us.”",
    )


def test_a_quotation_with_its_own_cue_is_not_given_to_the_speaker_before(parser: Language) -> None:
    found = all_told(parser, '"We want peace," the president said. "They want war," his rival said.')
    assert [(source, content) for source, _, content in found] == [
        ("the president", ('"We want peace,"',)),
        ("his rival", ('"They want war,"',)),
    ]


def test_an_attitude_is_a_reading_but_no_attribution(parser: Language) -> None:
    doc = read(parser, "Paris condemned the attack and wants to send help.")
    assert attribution(doc) == ()
    assert {reading.speech.kind for reading in readings(doc)} == {"criticise", "intend"}


def test_a_negated_cue_gives_nobodys_word(parser: Language) -> None:
    assert all_told(parser, "The ministry has not confirmed that the pilot died.") == []


def test_who_denies_a_claim_does_not_vouch_for_it(parser: Language) -> None:
    doc = read(parser, "A spokesman's claim that Israel attacked the port was denied by Tel Aviv.")
    attacked = next(token.i for token in doc if token.text == "attacked")
    assert [told(doc, speech)[0] for speech in chain(attribution(doc), attacked)] == ["A spokesman"]


@pytest.mark.parametrize(
    ("text", "word", "speakers"),
    [
        ("Brown said Smith had told Jones that the army shot protesters.", "shot", ["Brown", "Smith"]),
        ("Officials were quoted by Xinhua as saying that troops had left.", "left", ["Xinhua", "Officials"]),
        ("Xinhua quoted an official as saying that the dam had burst.", "burst", ["Xinhua", "an official"]),
        (
            "Troops have left the town, Interfax reported, citing the defence ministry.",
            "left",
            ["Interfax", "the defence ministry"],
        ),
        ("Kim vowed to strengthen the army, the news agency said.", "strengthen", ["the news agency", "Kim"]),
        ("The army shelled the town on Friday.", "shelled", []),
    ],
)
def test_the_chain_names_the_outermost_speaker_first(
    parser: Language, text: str, word: str, speakers: list[str]
) -> None:
    doc = read(parser, text)
    index = next(token.i for token in doc if token.text == word)
    assert [told(doc, speech)[0] for speech in chain(attribution(doc), index)] == speakers


def test_the_one_who_quotes_and_the_one_quoted_share_the_content(parser: Language) -> None:
    doc = read(parser, "The agency, quoting the ministry, reported that troops had left.")
    left = next(token.i for token in doc if token.text == "left")
    found = chain(attribution(doc), left)
    assert [told(doc, speech)[1] for speech in found] == ["reported", "quoting"]
    assert told(doc, found[1])[0] == "the ministry"


@pytest.mark.parametrize("text", ["", "\n\n", "“", '"""', ": :", "said", "according to", "’’’ '' `` “"])
def test_scraps_of_text_give_no_error(parser: Language, text: str) -> None:
    assert all(speech.content for speech in attribution(parser(text)))
