"""Lines of JSON become documents one by one; a broken line costs only itself."""

import json
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from whowhom.core.document import Document, Skipped
from whowhom.text.jsonl import documents_from_json, documents_from_jsonl

TEXT = "The foreign ministers of Norway and Peru agreed on Monday to reopen talks on fishing rights."


def line(**fields: object) -> bytes:
    return json.dumps(fields).encode()


def test_fields_are_read_and_missing_ones_are_empty() -> None:
    full = line(id="a", text=TEXT, date="2019-06-03", title=" Talks ", publisher="Wire", url="https://wire.example/a")
    first, second = documents_from_jsonl([full, line(id=7, text=TEXT, date="", title=None, publisher=3)], name="file")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.id, first.published, first.title, first.publisher, first.url) == (
        "a", date(2019, 6, 3), "Talks", "Wire", "https://wire.example/a",
    )  # fmt: skip
    assert (second.id, second.published, second.title, second.publisher) == ("7", None, "", "")


def test_broken_lines_are_skipped_with_their_number_and_the_rest_is_read() -> None:
    found = list(documents_from_jsonl([b"{", b"", line(id="x"), b"[1]", b"\x00\x01", line(text=TEXT)], name="file"))
    assert [type(one) for one in found] == [Skipped, Skipped, Skipped, Skipped, Document]
    assert [one.id for one in found] == ["file:1", "x", "file:4", "file:5", "file:6"]
    reasons = [one.reason for one in found if isinstance(one, Skipped)]
    assert reasons[0].startswith("line 1 is not JSON")
    assert reasons[1] == "no text"


def test_given_date_wins_and_given_publisher_fills() -> None:
    rows = [line(text=TEXT, date="2019-06-03"), line(text=TEXT, publisher="Wire")]
    first, second = documents_from_jsonl(rows, published=date(2020, 1, 1), publisher="Post")
    assert isinstance(first, Document)
    assert isinstance(second, Document)
    assert (first.published, first.publisher, second.publisher) == (date(2020, 1, 1), "Post", "Wire")


def test_half_a_surrogate_pair_is_replaced_one_for_one() -> None:
    (found,) = documents_from_jsonl(['{"text": "' + TEXT + ' \\ud83d"}'])
    assert isinstance(found, Document)
    assert found.text == TEXT + " \ufffd"


def test_json_file_holds_one_object_or_a_list() -> None:
    (one,) = documents_from_json(json.dumps({"text": TEXT}), name="one")
    assert (type(one), one.id) == (Document, "one")
    assert [found.id for found in documents_from_json(json.dumps([{"text": TEXT}] * 2), name="two")] == [
        "two:1",
        "two:2",
    ]
    assert [type(found) for found in documents_from_json(b"", name="none")] == [Skipped]


@given(st.lists(st.one_of(st.binary(max_size=60), st.text(max_size=60), st.just("[" * 100_000)), max_size=4))
def test_any_lines_give_documents_or_reasons(lines: list[bytes | str]) -> None:
    assert all(isinstance(found, Document | Skipped) for found in documents_from_jsonl(lines))
