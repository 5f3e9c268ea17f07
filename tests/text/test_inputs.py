"""Files, folders and standard input become documents with names of their own; what cannot be read is Skipped."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from whowhom.core.document import Document, Skipped
from whowhom.text.inputs import count_inputs, read_paths

TEXT = "The foreign ministers of Norway and Peru agreed on Monday to reopen talks on fishing rights."
PAGE = f"<html><head><title>Talks reopen</title></head><body><article><p>{TEXT} {TEXT}</p></article></body></html>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "below").mkdir()
    (tmp_path / "b.txt").write_text(TEXT)
    (tmp_path / "a.html").write_text(PAGE)
    (tmp_path / "below" / "b.md").write_text(TEXT)
    (tmp_path / "c.jsonl").write_text(json.dumps({"id": "row", "text": TEXT}) + "\nbroken\n")
    (tmp_path / "d.json").write_text(json.dumps({"id": "row", "text": TEXT, "date": "2019-06-03"}))
    (tmp_path / "e.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text(TEXT)
    return tmp_path


def test_folder_is_read_in_the_order_of_names_and_each_document_has_its_own(folder: Path) -> None:
    found = list(read_paths([folder]))
    assert [one.id for one in found if isinstance(one, Document)] == ["a", "b", "row", "row-2", "b-2"]
    assert [one.reason.split(":")[0] for one in found if isinstance(one, Skipped)] == [
        "line 2 is not JSON",
        "no kind of file that whowhom reads (.txt .md .html .jsonl .json)",
    ]
    assert count_inputs([folder]) == len(found)


def test_given_date_wins_over_the_file(folder: Path) -> None:
    (found,) = read_paths([folder / "d.json"], published=date(2020, 1, 1))
    assert isinstance(found, Document)
    assert found.published == date(2020, 1, 1)


@pytest.mark.parametrize("data", [TEXT.encode(), PAGE.encode(), json.dumps({"text": TEXT}).encode()])
def test_standard_input_is_told_by_its_content(data: bytes) -> None:
    (found,) = read_paths(["-"], stdin=data)
    assert isinstance(found, Document)
    assert found.text.startswith(TEXT)


def test_named_file_of_any_suffix_is_read_by_its_content(tmp_path: Path) -> None:
    (tmp_path / "story.news").write_text(PAGE)
    (found,) = read_paths([tmp_path / "story.news"])
    assert isinstance(found, Document)


def test_missing_unreadable_empty_and_large_inputs_are_skipped_under_their_path(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "none").mkdir()
    with open(tmp_path / "large.txt", "wb") as large:
        os.truncate(large.fileno(), 30_000_000)
    paths: list[Path | str] = [tmp_path / "gone.txt", tmp_path / "none", tmp_path / "large.txt", "a\x00b"]
    found = list(read_paths([*paths, tmp_path / "empty.txt", "-"]))
    assert all(isinstance(one, Skipped) for one in found)
    assert [one.id for one in found] == [*map(str, paths), str(tmp_path / "empty.txt"), "stdin"]
    assert [one.reason for one in found if isinstance(one, Skipped)] == [
        "cannot be read: No such file or directory",
        "empty folder",
        "too long: 30,000,000 bytes, the limit is 20,000,000",
        "not a path",
        "empty: no text",
        "empty: no text",
    ]
