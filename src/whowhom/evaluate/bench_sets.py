"""The labelled sets: which task runs on which files, and which figures of the scorer's JSON count."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from whowhom.evaluate.records import Record, read_records, write_records
from whowhom.evaluate.tasks import predictions

_SEED = 20250619
# Precision and recall of each type on the articles, left beside the predictions.
TYPES_FILE = "articles.types.json"


@dataclass(frozen=True, slots=True)
class Score:
    """One figure of one set: per cent, or a count where the figure's name says so."""

    figure: str
    value: float
    records: int


@dataclass(frozen=True, slots=True)
class BenchSet:
    """A set, the task that reads it, and the figures as paths into the scorer's JSON.

    ``sample`` bounds the records (a fixed seed picks them); ``measure`` says how the set is scored.
    """

    name: str
    task: str
    files: tuple[str, ...]
    arguments: tuple[str, ...] = ()
    figures: tuple[tuple[str, tuple[str, ...]], ...] = ()
    sample: int | None = None
    measure: Callable[[BenchSet, Path, Path], list[Score]] | None = None


def measure(bench_set: BenchSet, data: Path, work: Path) -> list[Score]:
    """Predict, score and pick the figures of one set; predictions are left in ``work``."""
    return (bench_set.measure or _scored)(bench_set, data, work)


def run_scorer(program: Path, *arguments: str) -> dict[str, Any]:
    """What a scorer prints with ``--json``."""
    command = [sys.executable, str(program), *arguments, "--json"]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    result: dict[str, Any] = json.loads(printed)
    return result


def sampled(records: list[Record], size: int | None) -> list[Record]:
    """At most ``size`` of the records, always the same ones, in their order."""
    if size is None or len(records) <= size:
        return records
    chosen = sorted(Random(_SEED).sample(range(len(records)), size))
    return [records[index] for index in chosen]


def _predicted(task: str, records: list[Record]) -> Iterator[Record]:
    """The predictions; how many records broke the coder, and on what, goes to stderr."""
    broken = []
    for prediction in predictions(task, records):
        if "error" in prediction:
            broken.append(f"{prediction['id']}: {prediction['error']}")
        yield prediction
    if broken:
        print(f"{task}: {len(broken)} records broke the coder, the first is {broken[0]}", file=sys.stderr)


def _at(result: Any, path: tuple[str, ...]) -> float:
    """The share at ``path`` in per cent; 0 where the scorer counted nothing."""
    for key in path:
        result = result.get(key, {})
    return 100.0 * float(result or 0.0)


def _scored(bench_set: BenchSet, data: Path, work: Path) -> list[Score]:
    records = sampled(read_records(data / bench_set.files[0]), bench_set.sample)
    gold, predicted = work / f"{bench_set.name}.gold.jsonl", work / f"{bench_set.name}.jsonl"
    write_records(gold, records)
    write_records(predicted, _predicted(bench_set.task, records))
    command, *rest = bench_set.arguments
    found = run_scorer(data / "score.py", command, str(gold), str(predicted), *rest)
    return [Score(figure, _at(found, path), len(records)) for figure, path in bench_set.figures]


def _classes(bench_set: BenchSet, data: Path, work: Path) -> list[Score]:
    """One run, one score for each field of the prediction that is a class of its own."""
    gold, predicted = data / bench_set.files[0], work / f"{bench_set.name}.jsonl"
    records = read_records(gold)
    write_records(predicted, _predicted(bench_set.task, records))
    scores = []
    for figure, (field,) in bench_set.figures:
        found = run_scorer(data / "score.py", "classify", str(gold), str(predicted), "--field", field)
        scores.append(Score(figure, _at(found, ("all", "macro_f1")), len(records)))
    return scores


def _articles(bench_set: BenchSet, data: Path, work: Path) -> list[Score]:
    paths = sorted((data / bench_set.files[0]).glob("*.json"))
    texts = [json.loads(path.read_text(encoding="utf-8")) for path in paths]
    folder = work / bench_set.name
    folder.mkdir(exist_ok=True)
    for prediction in _predicted("articles", texts):
        path = folder / f"{prediction['id']}.json"
        path.write_text(json.dumps(prediction, ensure_ascii=False), encoding="utf-8")
    program, gold = data / "articles" / "score_articles.py", str(data / bench_set.files[1])
    found = run_scorer(program, gold, str(folder))
    if bench_set.name == "articles":
        (work / TYPES_FILE).write_text(json.dumps(found["per_type"]), encoding="utf-8")
    scores = [Score(figure, _at(found, path), found["articles"]) for figure, path in bench_set.figures]
    return scores + _one_article(program, gold, folder, "seed-000")


def _one_article(program: Path, gold: str, folder: Path, name: str) -> list[Score]:
    """How many of one article's required events were found, and how many others were given."""
    if not (Path(gold) / f"{name}.json").exists():
        return []
    event = run_scorer(program, gold, str(folder), "--ids", name)["event"]
    extra = event["pred"] - event["tp"]
    return [Score(f"{name} found (count)", event["tp"], 1), Score(f"{name} extra (count)", extra, 1)]


def _noise(bench_set: BenchSet, data: Path, work: Path) -> list[Score]:
    """Sports and entertainment news tells no event of political life: the share of articles that give none."""
    rows = read_records(data / bench_set.files[0])
    chosen = [row for row in rows if row.get("category") in ("sports", "entertainment")]
    found = list(_predicted("articles", chosen))
    write_records(work / f"{bench_set.name}.jsonl", found)
    silent = sum(not row.get("events") and "error" not in row for row in found)
    return [Score("articles without events", 100.0 * silent / max(1, len(found)), len(found))]


def _accuracy(*names: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((name, (name, "accuracy")) for name in names)


def _f1(*names: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return tuple((f"{name} F1", (name, "f1")) for name in names)


_ARTICLES = (*_f1("event", "pair", "record"), ("date share", ("fields", "date", "share")))
_ARTICLES += (("status share", ("fields", "status", "share")), ("mode F1", ("values", "mode", "f1")))
_ARTICLES += (("said_by F1", ("values", "said_by", "f1")), ("place F1", ("values", "place", "f1")))
_ARTICLES += (("not actual F1", ("values", "not actual", "f1")),)
_PLACES = _accuracy("found", "within 161 km", "same id", "precision 161 km")
_MACRO = (("macro F1", ("all", "macro_f1")),)
_DEV = "dev/"
# Articles that we wrote and annotated ourselves before any coder read them (an absolute path: not in the data folder).
_BENCH = Path(__file__).parents[3] / "bench"
_OWN, _NEWER = (tuple(str(_BENCH / name / part) for part in ("texts", "gold")) for name in ("own", "newer"))

SETS: tuple[BenchSet, ...] = (
    BenchSet("articles", "articles", ("articles/texts", "articles/gold"), (), _ARTICLES, None, _articles),
    BenchSet("articles-own", "articles", (*_OWN, "articles/score_articles.py"), (), _ARTICLES, None, _articles),
    BenchSet("articles-newer", "articles", (*_NEWER, "articles/score_articles.py"), (), _ARTICLES, None, _articles),
    BenchSet("noise", "articles", (_DEV + "dedup_newscluster.jsonl",), (), (), None, _noise),
    BenchSet(
        "events",
        "events",
        (_DEV + "sentences_dev.jsonl",),
        ("events", "--actors", "country"),
        _f1("triple", "pair", "type"),
    ),
    BenchSet(
        "pairs",
        "pairs",
        (_DEV + "plv_train.jsonl",),
        (),
        (("root macro F1", ("root",)), ("quad macro F1", ("quad",)), ("binary macro F1", ("binary",))),
        None,
        _classes,
    ),
    BenchSet(
        "actors",
        "actors",
        (_DEV + "ngec_actors.jsonl",),
        ("fields", "--fields", "country,code_1"),
        _accuracy("country", "code_1"),
    ),
    BenchSet(
        "attribution",
        "attribution",
        (_DEV + "attribution_cofenet_polnear_dev.jsonl",),
        ("labelled", "--field", "spans"),
        _f1("source", "cue", "content"),
        sample=600,
    ),
    BenchSet("times", "times", (_DEV + "time_gum_news.jsonl",), ("times",), _f1("relaxed", "strict", "value")),
    BenchSet("places-trnews", "places", (_DEV + "trnews.jsonl",), ("places",), _PLACES),
    BenchSet("places-geovirus", "places", (_DEV + "geovirus.jsonl",), ("places",), _PLACES[:2]),
    BenchSet(
        "stance", "stance", (_DEV + "stance_dse_dev.jsonl",), ("classify", "--field", "label"), _MACRO, sample=600
    ),
    BenchSet("detect", "detect", (_DEV + "glocon_sample.jsonl",), ("classify", "--field", "label"), _MACRO, sample=500),
    BenchSet(
        "clusters",
        "clusters",
        (_DEV + "merge_challenge.jsonl",),
        ("clusters", "--field", "event"),
        _accuracy("groups kept whole", "groups kept apart"),
    ),
)
