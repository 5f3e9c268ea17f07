"""Every task answers every record, however broken."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from whowhom.core.errors import CoderError
from whowhom.evaluate.records import read_records, write_records
from whowhom.evaluate.tasks import TASKS, predictions

AWKWARD: list[dict[str, Any]] = [
    {"id": "empty", "text": ""},
    {"id": "missing", "p": None},
    {"id": "number", "text": 7, "date": 12, "dct": [], "p_span": "x", "q_span": None, "source_actor": {}},
    {"id": "spaces", "text": " \n\t ", "date": "9:55 AM ET, Sun January 4, 2015"},
    {
        "id": "other",
        "text": "Der Minister reiste am Montag nach Paris und sprach dort mit seiner Kollegin.",
        "date": "",
    },
    {"id": "controls", "text": "Peru\x00 met\x07 Chile.\ud800", "date": "1 july 2021"},
    {"id": "short", "text": "Chile", "p_span": [0, 5], "q_span": [0, 5], "source_actor": "Chile", "target_actor": "x"},
]


@pytest.mark.parametrize("task", TASKS)
def test_no_record_is_dropped_and_none_fails(task: str) -> None:
    found = list(predictions(task, AWKWARD))
    assert [each["id"] for each in found] == [record["id"] for record in AWKWARD]
    assert [each for each in found if "error" in each] == []


def test_a_record_that_breaks_the_coder_is_an_empty_prediction(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(record: dict[str, Any]) -> dict[str, Any]:
        raise RuntimeError("no such thing")

    monkeypatch.setattr("whowhom.evaluate.tasks.TASKS", {"events": broken})
    found = list(predictions("events", [{"id": "a"}]))
    assert found == [{"id": "a", "events": [], "error": "RuntimeError: no such thing"}]


def test_a_coder_that_cannot_work_at_all_is_no_prediction(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(record: dict[str, Any]) -> dict[str, Any]:
        raise CoderError("no parser")

    monkeypatch.setattr("whowhom.evaluate.tasks.TASKS", {"events": broken})
    with pytest.raises(CoderError):
        list(predictions("events", [{"id": "a"}]))


def test_articles_give_records_of_the_codebook() -> None:
    text = "Peruvian President Ana Quispe met Chilean President Luis Rojas in Lima on Tuesday.\n" * 2
    (found,) = predictions("articles", [{"id": "a", "text": text, "date": "2024-05-02"}])
    meetings = [event for event in found["events"] if event["type"] == "CONSULT"]
    assert len(meetings) == 1
    countries = {party["country"] for party in meetings[0]["actors"] + meetings[0]["recipients"]}
    assert countries == {"PER", "CHL"}
    assert meetings[0]["date"]["start"] == "2024-04-30"


def test_offsets_of_places_and_times_quote_the_text() -> None:
    text = "Troops left Nairobi on Monday and reached Mombasa two days later."
    record = {"id": "a", "text": text, "dct": "2024-05-02", "date": "2024-05-02"}
    (places,) = predictions("places", [record])
    assert [place["text"] for place in places["locations"]] == ["Nairobi", "Mombasa"]
    assert all(text[place["start"] : place["end"]] == place["text"] for place in places["locations"])
    (times,) = predictions("times", [record])
    assert (text[times["times"][0]["start"] :].startswith("Monday"), times["times"][0]["when"]) == (True, "2024-04-29")


def test_predictions_can_be_written_as_json_lines(tmp_path: Path) -> None:
    for task in TASKS:
        assert write_records(tmp_path / "out.jsonl", predictions(task, AWKWARD)) == len(AWKWARD)
        assert len(read_records(tmp_path / "out.jsonl")) == len(AWKWARD)
        json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()[0])
