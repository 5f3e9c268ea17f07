"""Reading and writing labelled sets: nothing is dropped."""

from __future__ import annotations

import json
from pathlib import Path

from whowhom.evaluate.records import read_records, write_records


def test_broken_lines_keep_their_place(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_bytes(b'{"id": "a", "text": "x"}\n\n{"id": \n[1]\n{"text": "no id"}\n\xff\n')
    records = read_records(path)
    assert [record["id"] for record in records] == ["a", "line 3", "line 4", "line 5", "line 6"]
    assert "not JSON" in records[1]["error"]
    assert records[2]["error"] == "not a JSON object"


def test_separators_inside_strings_do_not_end_a_line(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "one\u2028two\x85"}, ensure_ascii=False) + "\n", encoding="utf-8")
    assert [record["text"] for record in read_records(path)] == ["one\u2028two\x85"]


def test_written_records_read_back(tmp_path: Path) -> None:
    records = [{"id": "a", "text": "Türkiye"}, {"id": "b", "text": ""}]
    assert write_records(tmp_path / "out.jsonl", records) == 2
    assert read_records(tmp_path / "out.jsonl") == records
