"""Bad input through the whole product: one line of reason each, the rest is coded, a killed run leaves whole lines."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from whowhom.cli import main as command

SENTENCE = "Peru's foreign minister met her Chilean counterpart in Lima on Tuesday and praised the new border accord. "
GERMAN = "Die peruanische Außenministerin traf am Dienstag in Lima ihren chilenischen Kollegen und lobte das Abkommen."
BAD = {
    "blank.txt": (b" \n\n", "empty"),
    "empty.txt": (b"", "empty"),
    "german.txt": (GERMAN.encode(), "written in German"),
    "greek.txt": ("Η υπουργός συνάντησε τον ομόλογό της στη Λίμα την Τρίτη. ".encode("iso8859-7") * 4, "encoding"),
    "huge.txt": (SENTENCE.encode() * (5_000_000 // len(SENTENCE)), "too long: 4,9"),
    "menu.html": (b"<html><head><title>World</title></head><body><a href='/a'>World</a></body></html>", "no article"),
    "noise.txt": (bytes(range(256)) * 20, "binary"),
    "picture.txt": (b"\xff\xd8\xff\xe0" + bytes(500), "binary"),
    "report.pdf": (b"%PDF-1.7 ...", "no kind of file"),
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Every kind of bad file."""
    for name, (data, _) in BAD.items():
        (tmp_path / name).write_bytes(data)
    return tmp_path


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["whowhom", *arguments])
    with pytest.raises(SystemExit) as exit_:
        command.main()
    return int(exit_.value.code or 0)


def test_each_bad_file_has_its_reason_and_alone_they_are_status_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(monkeypatch, "read", str(folder), "--csv") == 1
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == len(BAD) + 1
    for (name, (_, reason)), line in zip(BAD.items(), lines, strict=False):
        assert Path(name).stem in line
        assert reason in line
    assert lines[-1] == f"0 documents, 0 events, {len(BAD)} skipped"


def test_among_bad_files_the_good_ones_are_coded(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "good.txt").write_bytes(SENTENCE.encode())
    (folder / "wide.txt").write_bytes(SENTENCE.encode("utf-16"))
    (folder / "western.txt").write_bytes(SENTENCE.replace("Peru's", "José Muñoz's").encode("latin-1"))
    assert run(monkeypatch, "read", str(folder), "--jsonl", "--date", "2024-05-09") == 0
    found = {record["id"]: record for record in map(json.loads, capsys.readouterr().out.splitlines())}
    assert sorted(found) == ["good", "western", "wide"]
    assert [event["evidence"] for event in found["good"]["events"]] == [
        event["evidence"] for event in found["wide"]["events"]
    ]
    assert found["good"]["events"]


@pytest.mark.parametrize("form", ["", "--json", "--jsonl", "--html"])
def test_output_says_that_a_date_is_missing_and_only_then(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    arguments = ("read", str(path), *filter(None, (form,)))
    assert run(monkeypatch, *arguments) == 0
    assert "no publication date" in capsys.readouterr().out
    assert run(monkeypatch, *arguments, "--date", "2024-05-09") == 0
    assert "no publication date" not in capsys.readouterr().out


def test_table_of_dyads_cannot_say_it_so_the_closing_line_does(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"date 9 May 2024\n\n{SENTENCE}", encoding="utf-8")
    assert run(monkeypatch, "read", str(tmp_path), "--csv") == 0
    assert capsys.readouterr().err.splitlines()[-1].endswith(", 1 without a date")


def test_without_a_date_relative_days_stay_open(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    run(monkeypatch, "read", str(path), "--json")
    assert {json.dumps(event["date"]) for event in json.loads(capsys.readouterr().out)["events"]} == {"null"}


@pytest.mark.parametrize("form", ["--jsonl", "--html", "--csv"])
def test_an_input_is_never_overwritten(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path, form: str
) -> None:
    path = tmp_path / "a.txt"
    path.write_text(SENTENCE, encoding="utf-8")
    assert run(monkeypatch, "read", str(path), form, "--output", str(tmp_path / "." / "a.txt")) == 2
    assert "is the input itself" in capsys.readouterr().err
    assert run(monkeypatch, "eval", "events", str(path), str(path)) == 2
    assert "is the input itself" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == SENTENCE


def test_records_are_not_left_where_the_next_run_would_read_them(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    (tmp_path / "a.txt").write_text(SENTENCE, encoding="utf-8")
    assert run(monkeypatch, "read", str(tmp_path), "--jsonl", "--output", str(tmp_path / "out.jsonl")) == 2
    assert "next run would read it" in capsys.readouterr().err
    assert run(monkeypatch, "read", str(tmp_path), "--csv", "--output", str(tmp_path / "out.csv")) == 0


def test_eval_names_an_output_that_cannot_be_written(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text('{"id": "a", "text": "x"}\n', encoding="utf-8")
    assert run(monkeypatch, "eval", "detect", str(source), "/nowhere/out.jsonl") == 2
    assert "cannot write /nowhere/out.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("face", ["read", "eval"])
def test_a_killed_run_leaves_whole_lines(tmp_path: Path, face: str, stop: signal.Signals) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    rows = (json.dumps({"id": str(number), "text": SENTENCE * 8, "date": "2024-05-09"}) for number in range(3000))
    source.write_text("\n".join(rows), encoding="utf-8")
    ends = {
        "read": ("read", str(source), "--jsonl", "--output", str(target)),
        "eval": ("eval", "articles", str(source), str(target)),
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "whowhom.cli.main", *ends[face]], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        patience = time.monotonic() + 60
        while not (target.exists() and os.path.getsize(target)) and time.monotonic() < patience:
            time.sleep(0.05)
        process.send_signal(stop)
        assert process.wait(30) != 0
    finally:
        process.kill()
    written = target.read_text(encoding="utf-8")
    assert written.endswith("\n")
    assert [json.loads(line)["id"] for line in written.splitlines()] == [
        str(number) for number in range(written.count("\n"))
    ]
    assert 0 < written.count("\n") < 3000
