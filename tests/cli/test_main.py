"""The command as a user meets it: arguments, exit status, one-line errors."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from made_coding import coding
from whowhom.cli import main as command
from whowhom.coding.settings import Settings
from whowhom.core.coding import Coding
from whowhom.core.document import Document

ARTICLE = "Peru's foreign minister met her Chilean counterpart in Lima on Tuesday and praised the new border accord."


def fake_code_all(documents: Iterable[Document], settings: Settings) -> Iterator[Coding]:
    for document in documents:
        made = coding()
        yield Coding(document, made.coder, (), ())


@pytest.fixture(autouse=True)
def quick_coder(monkeypatch: pytest.MonkeyPatch) -> None:
    """These tests are about the command; the coder has its own."""
    monkeypatch.setattr("whowhom.cli.read.code_all", fake_code_all)


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["whowhom", *arguments])
    with pytest.raises(SystemExit) as exit_:
        command.main()
    return int(exit_.value.code or 0)


def test_help_shows_examples(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(monkeypatch, "read", "--help") == 0
    shown = capsys.readouterr().out
    assert "whowhom read article.txt" in shown
    assert "Exit status" in shown


def test_what_cannot_be_read_is_named_and_the_rest_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_bytes(bytes(range(256)) * 8)
    assert run(monkeypatch, "read", str(tmp_path), str(tmp_path / "none.txt"), "--jsonl") == 0
    streams = capsys.readouterr()
    assert [json.loads(line)["id"] for line in streams.out.splitlines()] == ["a"]
    errors = streams.err.splitlines()
    named = ("b", "c", "none.txt")
    assert all(line.startswith("skipped ") and ": " in line for line in errors[:-1])
    assert all(name in line for name, line in zip(named, errors[:-1], strict=True))
    assert errors[-1] == "1 document, 0 events, 3 skipped, 1 without a date"


def test_exit_status_is_one_when_nothing_could_be_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "empty.txt").write_text("  \n", encoding="utf-8")
    assert run(monkeypatch, "read", str(tmp_path / "empty.txt"), "--json") == 1
    streams = capsys.readouterr()
    assert streams.out == ""
    assert "empty" in streams.err


def test_facts_that_the_user_gives_reach_the_document(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    given = ("--date", "2025-06-19", "--title", "Ministers meet", "--publisher", "The Andes Post")
    assert run(monkeypatch, "read", str(path), *given, "--json") == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["published"], record["title"], record["publisher"]) == (
        "2025-06-19",
        "Ministers meet",
        "The Andes Post",
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("read", "x.txt", "--date", "someday"), "--date 'someday' is no day"),
        (("read", "x.txt", "--json", "--csv"), "choose one of"),
        (("read", "x.txt", "--output", "/nowhere/at/all.json"), "cannot write /nowhere/at/all.json"),
        (("eval", "guesses", "in.jsonl", "out.jsonl"), "no task 'guesses'"),
        (("eval", "events", "/nowhere/in.jsonl", "out.jsonl"), "cannot read /nowhere/in.jsonl"),
    ],
)
def test_wrong_arguments_are_one_line_and_status_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], reason: str
) -> None:
    assert run(monkeypatch, *arguments) == 2
    errors = capsys.readouterr().err
    assert reason in errors
    assert "Traceback" not in errors


def test_output_goes_to_the_file(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(ARTICLE, encoding="utf-8")
    target = tmp_path / "page.html"
    assert run(monkeypatch, "read", str(tmp_path / "a.txt"), "--html", "--output", str(target)) == 0
    assert target.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert capsys.readouterr().out == ""


def test_eval_writes_one_prediction_a_record_and_the_rate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text('{"id": "a", "text": ""}\n{"id": "b", "text": ""}\n', encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["whowhom", "eval", "detect", str(source), str(target)])
    with pytest.raises(SystemExit) as exit_:
        command.main()
    assert not exit_.value.code
    assert [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()] == [
        {"id": "a", "label": "NONE"},
        {"id": "b", "label": "NONE"},
    ]
    assert "detect: 2 records in" in capsys.readouterr().err


def test_a_reader_of_the_output_that_goes_away_is_no_error(tmp_path: Path) -> None:
    lines = "".join(json.dumps({"id": str(number), "text": ARTICLE}) + "\n" for number in range(20))
    (tmp_path / "many.jsonl").write_text(lines, encoding="utf-8")
    program = f"{sys.executable} -m whowhom.cli.main read {tmp_path}/many.jsonl --jsonl | head -n 1"
    done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr
    assert json.loads(done.stdout)["id"] == "0"
