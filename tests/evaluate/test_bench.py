"""The bench: sampling, pins and the table, on a made data folder with a made scorer."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from rich.console import Console

from whowhom.evaluate import bench
from whowhom.evaluate.bench_sets import SETS, BenchSet, Score, measure, sampled
from whowhom.evaluate.tasks import TASKS

ROOT = Path(__file__).parents[2]
SCORER = """
import json, sys
gold = [json.loads(line) for line in open(sys.argv[2])]
pred = [json.loads(line) for line in open(sys.argv[3])]
assert [row["id"] for row in gold] == [row["id"] for row in pred]
print(json.dumps({"all": {"macro_f1": sum(g["label"] == p["label"] for g, p in zip(gold, pred)) / len(gold)}}))
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    (tmp_path / "dev").mkdir()
    (tmp_path / "score.py").write_text(SCORER, encoding="utf-8")
    lines = [
        json.dumps({"id": str(number), "text": "", "label": "NONE" if number % 4 else "EVENT"}) for number in range(8)
    ]
    (tmp_path / "dev" / "glocon_sample.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def detect() -> BenchSet:
    return next(each for each in SETS if each.name == "detect")


def test_measure_runs_the_scorer_on_the_predictions(data: Path, tmp_path: Path) -> None:
    assert measure(detect(), data, tmp_path) == [Score("macro F1", 75.0, 8)]


def test_samples_are_the_same_every_time_and_keep_their_order() -> None:
    records = [{"id": str(number)} for number in range(100)]
    chosen = sampled(records, 10)
    assert chosen == sampled(records, 10)
    assert len(chosen) == 10
    assert chosen == sorted(chosen, key=lambda record: int(record["id"]))
    assert sampled(records, None) == records


@pytest.mark.parametrize(
    ("value", "facts", "fell"),
    [
        (75.0, {}, False),
        (75.0, {"pin": 75.0}, False),
        (74.97, {"pin": 75.0}, False),
        (74.0, {"pin": 75.0}, True),
        (5.0, {"pin": 4, "lower_is_better": True}, True),
        (3.0, {"pin": 4, "lower_is_better": True}, False),
    ],
)
def test_a_score_falls_below_its_pin(value: float, facts: dict[str, object], fell: bool) -> None:
    pins = {"detect": {"macro F1": facts}}
    assert bench.line(detect(), Score("macro F1", value, 8), pins).fell is fell


def run(monkeypatch: pytest.MonkeyPatch, data: Path, pins: str) -> int:
    path = data / "pins.toml"
    path.write_text(pins, encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["bench", "--data", str(data), "--pins", str(path)])
    return bench.main()


def test_exit_status_is_one_only_below_a_pin(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], data: Path
) -> None:
    assert run(monkeypatch, data, '[detect]\n"macro F1" = { pin = 70, bar = 80, best = "x" }\n') == 0
    shown = capsys.readouterr().out
    assert "75.0" in shown
    assert "articles: no articles/texts, articles/gold: left out" in shown
    assert run(monkeypatch, data, '[detect]\n"macro F1" = { pin = 80 }\n') == 1
    assert "below its pin: detect macro F1 75.0 (pin 80)" in capsys.readouterr().out


def test_without_data_it_says_so_and_succeeds(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert run(monkeypatch, tmp_path, "") == 0
    assert "no data" in " ".join(capsys.readouterr().out.split())


def test_every_pin_belongs_to_a_figure_that_is_measured() -> None:
    pins = bench.read_pins(ROOT / "bench" / "pinned.toml")
    figures = {each.name: {name for name, _ in each.figures} for each in SETS}
    figures["noise"] |= {"articles without events"}
    figures["articles"] |= {"seed-000 found (count)", "seed-000 extra (count)"}
    for name, facts in pins.items():
        assert set(facts) <= figures[name], name
        for fact in facts.values():
            assert set(fact) <= {"pin", "bar", "best", "lower_is_better"}


def test_every_set_runs_a_known_task_and_the_table_shows_all_of_it() -> None:
    assert {each.task for each in SETS} <= set(TASKS)
    lines = [bench.Line("detect", 8, "macro F1", 75.0, 80.0, 90.0, "somebody 91", False)]
    console = Console(width=120, record=True, file=open("/dev/null", "w"))  # noqa: SIM115
    console.print(bench.table(lines))
    text = console.export_text()
    assert all(part in text for part in ("detect", "75.0", "80", "90", "somebody 91"))
