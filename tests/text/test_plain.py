"""Bytes and characters become documents whose text is unchanged, or Skipped with a reason in one line."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from whowhom.core.document import Document, Skipped
from whowhom.text.plain import LONGEST_TEXT, document_from_bytes, document_from_text

STORY = (
    "Talks reopen in Oslo\nBy Ana Solberg\nJune 3, 2019\nOSLO (AP) — The foreign ministers of Norway and Peru agreed "
    "on Monday to reopen talks on fishing rights, their offices said after a long night.\n"
)


def document(found: Document | Skipped) -> Document:
    assert isinstance(found, Document), found
    return found


def reason(found: Document | Skipped) -> str:
    assert isinstance(found, Skipped), found
    assert "\n" not in found.reason
    return found.reason


def test_document_keeps_the_text_and_reads_title_and_date_from_it() -> None:
    read = document(document_from_text(STORY))
    assert (read.text, read.title, read.published, read.language) == (
        STORY,
        "Talks reopen in Oslo",
        date(2019, 6, 3),
        "en",
    )
    assert read.id == document(document_from_text(STORY)).id


def test_given_fields_win() -> None:
    given = document(
        document_from_text(STORY, id="a", published=date(2020, 1, 1), title="Another title", publisher="Wire", url="u")
    )
    assert (given.id, given.published, given.title, given.publisher, given.url) == (
        "a", date(2020, 1, 1), "Another title", "Wire", "u",
    )  # fmt: skip


def test_text_without_a_date_has_none() -> None:
    assert document(document_from_text("Norway and Peru agreed to reopen talks on fishing.")).published is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_encodings_give_the_same_text(encoding: str) -> None:
    text = STORY.replace("Solberg", "Sølberg") + "“Good will” – that was the minister’s word."
    assert document(document_from_bytes(text.encode(encoding))).text == text


def test_few_broken_bytes_and_a_cut_character_are_mended() -> None:
    text = STORY + "Señor Núñez, “the envoy”, said so – and Müller, Çelik, Łukasz and Žižek agreed with him. Olé."
    broken = text.encode().replace("Łukasz".encode(), b"\xffukasz")
    assert document(document_from_bytes(broken)).text == text.replace("Łukasz", "\ufffdukasz")
    assert document(document_from_bytes((STORY + "é").encode()[:-1])).text == STORY


@pytest.mark.parametrize("data", [b"", b" \n\t ", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_empty_input_is_skipped(data: bytes) -> None:
    assert reason(document_from_bytes(data)) == "empty: no text"


@pytest.mark.parametrize(
    "data",
    [b"\x89PNG\r\n\x1a\n\x00\x00", b"%PDF-1.7 text", b"PK\x03\x04abc", bytes(range(256)) * 20, b"\x00\x01\x02" * 50],
)
def test_binary_file_is_skipped(data: bytes) -> None:
    assert reason(document_from_bytes(data, id="x")) == "binary file, not text"


def test_unknown_encoding_is_skipped() -> None:
    assert "encoding" in reason(
        document_from_bytes("Президент России провёл переговоры в Кремле".encode("koi8-r") * 20)
    )


def test_too_long_text_is_skipped_with_its_size() -> None:
    assert reason(document_from_text("a word " * 750_000)) == "too long: 5,250,000 characters, the limit is 200,000"


def test_the_longest_text_in_one_paragraph_is_read() -> None:
    assert document(document_from_text(("The ministers met in Oslo and agreed. " * 6_000)[:LONGEST_TEXT])).blocks


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Le ministre des Affaires étrangères a rencontré son homologue péruvien mardi à Oslo pour parler de pêche.",
            "French",
        ),
        ("Министр иностранных дел Норвегии встретился во вторник в Осло со своим перуанским коллегой.", "Russian"),
        ("挪威外交部长星期二在奥斯陆会见了秘鲁外交部长,双方同意恢复渔业谈判。", "Chinese"),
    ],
)
def test_other_language_is_skipped_by_name(text: str, name: str) -> None:
    assert reason(document_from_text(text)) == f"written in {name}: whowhom reads English"


def test_half_a_surrogate_pair_is_skipped() -> None:
    assert "Unicode" in reason(document_from_text("The talks reopened in Oslo on Monday. \ud83d"))


@given(st.binary(max_size=400))
def test_any_bytes_give_a_document_or_a_reason(data: bytes) -> None:
    found = document_from_bytes(data)
    assert isinstance(found, Document) or reason(found)
