"""The corpus → the model in the package and the figures of its card (``make train``; seeded, under half an hour).

``python training/train.py`` trains, calibrates, measures, and writes the model and ``training/figures.json``;
``--rows N`` trains on N rows drawn at random and notes nothing but its F1 (``training/curve.json``).
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from batches import Hidden, Row, row
from compile_corpus import corpus, split_of
from examples import examples
from export import export
from learning import Plan, tokenizer, train
from measures import (
    Rates,
    Scored,
    best_temperature,
    best_threshold,
    by_type,
    interval,
    rates,
    reliability,
    rising,
    rules_alone,
    score,
    status_f1,
)
from model import PairScorer

HERE = Path(__file__).resolve().parent
PACKAGE = HERE.parent / "src" / "whowhom" / "model"
CURVE = HERE / "curve.json"


def rows_by_split() -> dict[str, list[Row]]:
    """The corpus in numbers; reading it with the rules takes some minutes."""
    pieces = tokenizer()
    found: dict[str, list[Row]] = {"train": [], "dev": [], "test": []}
    for passage in corpus():
        found[split_of(passage)].extend(row(example, pieces) for example in examples(passage))
    return found


def figures(scorer: PairScorer, rows: dict[str, list[Row]]) -> dict[str, Any]:
    """Temperature and threshold from ``dev``; everything else from ``test``."""
    dev, test = score(scorer, rows["dev"]), score(scorer, rows["test"])
    temperature = best_temperature(dev)
    threshold = best_threshold(dev, temperature)
    alone = score(scorer, rows["test"], Hidden(rules=True))
    blind = score(scorer, rows["test"], Hidden(context=True))
    return {
        "rows": {split: len(found) for split, found in rows.items()},
        "temperature": round(temperature, 2),
        "calibration": rising(reliability(dev, temperature)),
        "threshold": round(threshold, 2),
        "both": _rates(test, threshold, temperature) | {"interval": interval(test, threshold, temperature)},
        "rules alone": _rates(rules_alone(rows["test"]), 0.5, 1.0),
        "model without the rules' features": _rates(alone, threshold, temperature),
        "without the sentence before": _rates(blind, threshold, temperature),
        "mode": _share(test.modes),
        "trigger": _share(test.triggers),
        "status": _share([said == true for said, true in test.statuses]),
        "status F1 other than actual": round(status_f1(test), 3),
        "types": {name: [*_numbers(found), n] for name, found, n in by_type(test, threshold, temperature)},
        "reliability": [[round(p, 3), round(share, 3), n] for p, share, n in reliability(test, temperature)],
    }


def _rates(found: Scored, threshold: float, temperature: float) -> dict[str, Any]:
    precision, recall, f1 = _numbers(rates(found, threshold, temperature))
    return {"precision": precision, "recall": recall, "F1": f1}


def _numbers(found: Rates) -> list[float]:
    return [round(found.precision, 3), round(found.recall, 3), round(found.f1, 3)]


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / max(1, len(right)), 3)


def main() -> None:
    """Read the arguments, train, measure, write."""
    parser = argparse.ArgumentParser(description="Train the scorer from the corpus.")
    parser.add_argument("--rows", type=int, help="train on N rows drawn at random; no model is written")
    parser.add_argument("--epochs", type=int, default=Plan.epochs)
    parser.add_argument("--seed", type=int, default=Plan.seed)
    parser.add_argument("--out", type=Path, default=PACKAGE, help="where the model goes")
    arguments = parser.parse_args()
    began = time.time()
    rows = rows_by_split()
    if arguments.rows is not None:
        rows["train"] = random.Random(arguments.seed).sample(rows["train"], arguments.rows)
    print(f"{len(rows['train'])} rows to train on, read in {time.time() - began:.0f} s", flush=True)

    def told(epoch: int, loss: float, scorer: PairScorer) -> None:
        dev = score(scorer, rows["dev"])
        best = rates(dev, best_threshold(dev, 1.0))
        print(f"epoch {epoch + 1}: loss {loss:.3f}, dev F1 {best.f1:.3f}, {time.time() - began:.0f} s", flush=True)

    plan = Plan(epochs=arguments.epochs, seed=arguments.seed)
    scorer = train(rows["train"], plan, told)
    found = figures(scorer, rows)
    print(json.dumps(found, indent=1))
    if arguments.rows is None:
        about = {"seed": plan.seed, "epochs": plan.epochs, "calibration": found["calibration"]}
        export(scorer, tokenizer(), arguments.out, found["temperature"], about)
        _write(HERE / "figures.json", found)
    else:
        _write(CURVE, _with_point(arguments.rows, found["both"]["F1"]))


def _with_point(rows: int, f1: float) -> list[dict[str, float]]:
    """The learning curve with one more point, in the order of rows."""
    known = json.loads(CURVE.read_text(encoding="utf-8")) if CURVE.exists() else []
    kept = [point for point in known if point["rows"] != rows]
    return sorted([*kept, {"rows": rows, "F1": f1}], key=lambda point: point["rows"])


def _write(path: Path, value: object) -> None:
    path.write_text(json.dumps(value, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
