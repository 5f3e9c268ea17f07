"""The machine-readable forms."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import replace

import pytest

from made_coding import coding
from whowhom.cli.output import WIDTH_OF_FILES, write_codings
from whowhom.core.coding import Coding


def written(codings: list[Coding], form: str, single: bool = False) -> str:
    stream = io.StringIO()
    write_codings(codings, form, stream, single=single)
    return stream.getvalue()


def test_json_is_an_object_for_one_file_and_an_array_for_several() -> None:
    assert json.loads(written([coding()], "json", single=True))["id"] == "made-1"
    assert [record["id"] for record in json.loads(written([coding(), coding()], "json"))] == ["made-1", "made-1"]
    assert json.loads(written([], "json")) == []
    assert written([], "json", single=True) == ""


def test_jsonl_is_one_object_a_document() -> None:
    lines = written([coding(), coding()], "jsonl").splitlines()
    assert len(lines) == 2
    assert len(json.loads(lines[0])["events"]) == 3


def test_csv_has_one_header_and_survives_commas_and_quotes() -> None:
    made = coding()
    event = made.events[0]
    quote = replace(event.evidence[0], text='"Yes," he said,\nand left')
    made = replace(made, events=(replace(event, evidence=(quote,)),))
    rows = list(csv.DictReader(io.StringIO(written([made, coding()], "csv"))))
    assert len(rows) == 4
    assert rows[0]["evidence"] == '"Yes," he said,\nand left'


def test_a_lone_surrogate_does_not_break_json() -> None:
    made = coding()
    made = replace(made, document=replace(made.document, title="broken \udc80 title"))
    text = written([made], "jsonl")
    text.encode("utf-8")
    assert json.loads(text)["title"] == "broken \udc80 title"


def test_table_in_a_file_has_no_blanks_at_line_ends_and_the_width_that_columns_says(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    lines = written([coding()], "table").split("\n")
    assert all(line == line.rstrip() for line in lines)
    assert max(map(len, lines)) == WIDTH_OF_FILES
    monkeypatch.setenv("COLUMNS", "50")
    assert max(map(len, written([coding()], "table").split("\n"))) == 50


@pytest.mark.parametrize("form", ["jsonl", "csv", "table"])
def test_each_document_is_out_before_the_next_is_asked_for(form: str) -> None:
    stream = io.StringIO()
    sizes: list[int] = []

    def codings() -> Iterator[Coding]:
        for _ in range(3):
            sizes.append(stream.tell())
            yield coding()

    write_codings(codings(), form, stream, single=False)
    assert sizes == sorted(set(sizes))


@pytest.mark.parametrize("form", ["table", "json", "jsonl", "csv", "html"])
def test_same_codings_give_the_same_bytes(form: str) -> None:
    assert written([coding()], form) == written([coding()], form) != ""
