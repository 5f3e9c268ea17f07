"""Blocks tell titles, datelines, headings and furniture from paragraphs, and cover all that is not white space."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.core.document import Block
from whowhom.text.layout import blocks_of, date_of, title_of

LEAD = (
    "The foreign ministers of Norway and Peru agreed on Tuesday to reopen talks on fishing rights in the southern "
    "ocean, their offices said after a meeting that lasted most of the night."
)
MORE = (
    "Officials of both sides said that a second round would follow within weeks, and that neither government would "
    "send patrol boats into the disputed waters before then."
)


def kinds(text: str, title: str = "") -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in blocks_of(text, title)]


def test_given_title_on_one_line_with_the_lead_is_cut_off() -> None:
    title = "Norway and Peru to reopen fishing talks"
    assert kinds(f"{title} {LEAD}", title) == [("title", title), ("paragraph", LEAD)]


def test_given_title_is_found_with_other_quotes_and_a_site_name() -> None:
    assert kinds(f"‘Good will’ opens fishing talks\n{LEAD}", "'Good will' opens fishing talks - The Wire")[0] == (
        "title",
        "‘Good will’ opens fishing talks",
    )


def test_section_name_before_the_title_is_metadata() -> None:
    title = "Norway and Peru to reopen fishing talks"
    assert [kind for kind, _ in kinds(f"World {title} {LEAD}", title)] == ["metadata", "title", "paragraph"]


def test_lead_that_says_the_title_again_as_a_sentence_stays_a_paragraph() -> None:
    title = "Norway and Peru agree to reopen talks"
    assert [kind for kind, _ in kinds(f"{title} on fishing rights, officials said.\n{MORE}", title)] == [
        "paragraph"
    ] * 2
    assert kinds(f"OSLO — {title}.\n{MORE}", title)[0] == ("dateline", "OSLO —")


def test_raw_scrape_opens_with_date_title_kicker_and_dateline() -> None:
    text = (
        " date 2024-06-02 Fishing dispute: Norway and Peru return to the table Fishing dispute: The two sides also "
        f"agreed on patrols.\n\nOslo:\n\n{LEAD}\n\nWhat the accord says\n\n{MORE}\n"
    )
    assert kinds(text) == [
        ("metadata", "date 2024-06-02"),
        ("title", "Fishing dispute: Norway and Peru return to the table"),
        ("heading", "Fishing dispute:"),
        ("paragraph", "The two sides also agreed on patrols."),
        ("dateline", "Oslo:"),
        ("paragraph", LEAD),
        ("heading", "What the accord says"),
        ("paragraph", MORE),
    ]
    assert date_of(text, blocks_of(text)) == date(2024, 6, 2)
    assert title_of(text, blocks_of(text)) == "Fishing dispute: Norway and Peru return to the table"


def test_headline_before_a_dateline_on_one_line_is_the_title() -> None:
    assert kinds(f"Norway, Peru to talk again LIMA (Reuters) - {LEAD}") == [
        ("title", "Norway, Peru to talk again"),
        ("dateline", "LIMA (Reuters) -"),
        ("paragraph", LEAD),
    ]


def test_one_long_line_without_proof_of_a_title_is_one_paragraph() -> None:
    assert kinds(f"{LEAD} {MORE}", "Something else entirely here") == [("paragraph", f"{LEAD} {MORE}")]


@pytest.mark.parametrize(
    "line",
    [
        "By Ana Solberg and Luis Quispe",
        "Advertisement",
        "Read more: Peru's navy buys two ships",
        "© 2019 The Wire. All rights reserved.",
        "Mike Larsen/Getty Images",
        "(Reporting by Ana Solberg; Editing by Luis Quispe)",
        "Ana Solberg in Oslo contributed to this report.",
        "[Peru's navy buys two ships]",
        "* * *",
        "3 of 12",
        "Copyright 2019 The Wire",
        "(Image: Reuters)",
        "Read or share this story: https://wire.example/x",
    ],
)
def test_line_about_the_publication_is_metadata(line: str) -> None:
    assert kinds(f"{LEAD}\n{line}\n{MORE}") == [("paragraph", LEAD), ("metadata", line), ("paragraph", MORE)]


def test_caption_keeps_its_sentence_and_loses_label_and_credit() -> None:
    text = f"FILE - A trawler leaves the port of Callao. (Luis Quispe/Reuters, File)\n{LEAD}"
    assert kinds(text)[:3] == [
        ("metadata", "FILE -"),
        ("paragraph", "A trawler leaves the port of Callao."),
        ("metadata", "(Luis Quispe/Reuters, File)"),
    ]


def test_desk_note_at_the_end_of_a_paragraph_is_cut_off() -> None:
    assert kinds(f"{LEAD} (Reporting by Ana Solberg)") == [
        ("paragraph", LEAD),
        ("metadata", "(Reporting by Ana Solberg)"),
    ]


def test_bracketed_words_of_the_story_stay_in_it() -> None:
    text = f"{LEAD} The catch fell by half (about 300 tonnes)."
    assert kinds(text) == [("paragraph", text)]


@pytest.mark.parametrize(
    "line",
    [
        "Close Kremlin ally resigns from office",
        "Reuters journalists freed in Myanmar",
        "The newsletter of the ministry said the talks had failed.",
        "Copyright law divides the two ministers.",
        "(c) supports the mission of the envoy;",
        "Those who voted for it were 12 of 15",
        "[The account below rests on recordings of the talks.]",
    ],
)
def test_line_that_tells_something_is_no_metadata(line: str) -> None:
    assert "metadata" not in {kind for kind, _ in kinds(f"{LEAD}\n{line}\n{MORE}")}


def test_links_under_a_closing_label_are_metadata() -> None:
    text = f"{LEAD}\n{MORE}\nRead more:\nPeru's navy buys two ships\nWhy the ocean warms"
    assert [kind for kind, _ in kinds(text)] == ["paragraph", "paragraph", "metadata", "metadata", "metadata"]


def test_headings_stand_between_paragraphs_and_lists_are_none() -> None:
    text = f"{LEAD}\nNext steps\n{MORE}\n- 'No patrols' -\n{LEAD}\nWhat happens now?\n{MORE}"
    assert [kind for kind, _ in kinds(text)][1::2] == ["heading"] * 3
    listed = f"{LEAD}\nNorway\nPeru\nChile\n{MORE}"
    assert {kind for kind, _ in kinds(listed)} == {"paragraph"}


def test_hard_wrapped_wire_copy_is_joined_into_paragraphs() -> None:
    text = (
        "OSLO, June 3 (Reuter) - The foreign ministers of Norway and Peru agreed\n"
        "on Tuesday to reopen talks on fishing rights in the southern ocean, and\n"
        "said a second round would follow within weeks.\n"
        "\n"
        "Neither government would send patrol boats into the disputed waters\n"
        "before then, officials of both sides told reporters in the capital,\n"
        "where the meeting took place.\n"
    )
    assert [kind for kind, _ in kinds(text)] == ["dateline", "paragraph", "paragraph"]


def test_transcript_speakers_are_no_datelines() -> None:
    text = f"ANNA BERG, HOST:\n{LEAD}\nSOLBERG: {MORE}\nBERG: Thank you.\nSOLBERG: Thanks."
    assert "dateline" not in {kind for kind, _ in kinds(text)}


def test_two_stories_stitched_together_are_paragraphs_with_two_datelines() -> None:
    text = f"OSLO (AFP) - {LEAD}\n{MORE}\nLIMA (AFP) - {LEAD}\n{MORE}"
    assert [kind for kind, _ in kinds(text)] == ["dateline", "paragraph", "paragraph"] * 2


def check_blocks(text: str, blocks: tuple[Block, ...]) -> None:
    covered = [False] * len(text)
    last = 0
    for block in blocks:
        assert last <= block.span.start < block.span.end <= len(text)
        last = block.span.end
        quoted = block.span.of(text)
        assert quoted == quoted.strip()
        covered[block.span.start : block.span.end] = [True] * (block.span.end - block.span.start)
    assert all(done or character.isspace() for done, character in zip(covered, text, strict=True))


PIECES = st.sampled_from(
    [LEAD, MORE, "By Ana Solberg", "OSLO (AP) — ", "Oslo:", "date 2024-06-02 ", "Advertisement", "FILE - ", "(CNN)",
     "Fishing dispute: A deal Fishing dispute: ", "(Luis Quispe/Reuters)", "Read more:", "\n", "\n\n", " ", "\r\n",
     "Updated: 2024-06-02 10:15 (Agencies) ", "©", "Hide Caption 1 of 8", "Talks reopen in Oslo after years", "\u2028",
     "Next steps", "\u3000", "\x1c"]
)  # fmt: skip


@given(
    st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text(max_size=5)), max_size=14).map("".join)),
    st.text(max_size=40),
)
def test_blocks_are_ordered_disjoint_and_cover_all_but_white_space(text: str, title: str) -> None:
    check_blocks(text, blocks_of(text, title))
    check_blocks(text, blocks_of(text, "Talks reopen in Oslo after years"))


def test_signed_headline_before_a_dateline_on_one_line() -> None:
    assert kinds(f"Norway, Peru to talk again By ANA SOLBERG LIMA (AP) — {LEAD}") == [
        ("title", "Norway, Peru to talk again"),
        ("metadata", "By ANA SOLBERG"),
        ("dateline", "LIMA (AP) —"),
        ("paragraph", LEAD),
    ]
    signed = f"By Ana Solberg LIMA, June 3 (Reuters) - {LEAD}"
    assert [kind for kind, _ in kinds(signed)] == ["metadata", "dateline", "paragraph"]
    assert [kind for kind, _ in kinds(f"Norway, Peru to talk again\n{signed}")][1:] == [
        "metadata",
        "dateline",
        "paragraph",
    ]


def test_gallery_on_one_line_is_cut_picture_by_picture() -> None:
    text = f"{LEAD}\nPhotos: A trawler leaves Callao. Hide Caption 1 of 2 Photos: The envoys meet. Hide Caption 2 of 2"
    assert kinds(text)[1:] == [
        ("metadata", "Photos:"),
        ("paragraph", "A trawler leaves Callao."),
        ("metadata", "Hide Caption 1 of 2"),
        ("metadata", "Photos:"),
        ("paragraph", "The envoys meet."),
        ("metadata", "Hide Caption 2 of 2"),
    ]


def test_caption_behind_the_owner_of_the_picture_stays() -> None:
    assert kinds(f"Image copyright Luis Quispe Image caption A trawler leaves Callao\n{LEAD}")[0] == (
        "metadata",
        "Image copyright Luis Quispe Image caption",
    )
