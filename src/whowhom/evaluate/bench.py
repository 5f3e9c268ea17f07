"""Labelled sets → one table of scores beside the best known ones; fails when a score falls below its pin.

Run as ``python -m whowhom.evaluate.bench --data FOLDER --pins bench/pinned.toml``. The scorers are programs in the data
folder; they see predictions only as files.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from rich.console import Console
from rich.table import Table

from whowhom.core.errors import WhowhomError
from whowhom.evaluate.bench_sets import SETS, TYPES_FILE, BenchSet, Score, measure

Pins = Mapping[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table; percentages, except where the figure's name says "count"."""

    set_name: str
    records: int
    figure: str
    value: float
    pin: float | None
    bar: float | None
    best: str
    lower_is_better: bool

    @property
    def fell(self) -> bool:
        """True when the value is worse than its pin by more than rounding."""
        return self._worse(self.pin)

    @property
    def below_bar(self) -> bool:
        """True when the value has not reached the bar set for this stage of the project."""
        return self._worse(self.bar)

    def _worse(self, limit: float | None) -> bool:
        if limit is None:
            return False
        return self.value > limit + 0.05 if self.lower_is_better else self.value < limit - 0.05


def line(bench_set: BenchSet, score: Score, pins: Pins) -> Line:
    """A score with the pin, the bar and the best known figure that ``pins`` gives for it."""
    facts = pins.get(bench_set.name, {}).get(score.figure, {})
    return Line(
        bench_set.name,
        score.records,
        score.figure,
        score.value,
        facts.get("pin"),
        facts.get("bar"),
        facts.get("best", ""),
        bool(facts.get("lower_is_better", False)),
    )


def lines(data: Path, pins: Pins, only: frozenset[str], work: Path, console: Console) -> Iterator[Line]:
    """Measure the chosen sets one after the other; a set whose files are missing is named and left out."""
    for bench_set in SETS:
        if only and bench_set.name not in only:
            continue
        missing = [name for name in bench_set.files if not (data / name).exists()]
        if missing:
            console.print(f"{bench_set.name}: no {', '.join(missing)}: left out")
            continue
        started = perf_counter()
        scores = measure(bench_set, data, work)
        console.print(f"{bench_set.name}: {scores[0].records} records in {perf_counter() - started:.0f} s", style="dim")
        yield from (line(bench_set, score, pins) for score in scores)


def table(found: list[Line]) -> Table:
    """The scores for people: red what fell below its pin, yellow what has not reached its bar."""
    result = Table(title="bench (per cent)", title_justify="left", header_style="bold", pad_edge=False)
    for name in ("set", "n", "figure", "now", "pin", "bar", "best known"):
        result.add_column(name, justify="right" if name in ("n", "now", "pin", "bar") else "left", overflow="fold")
    last = ""
    for each in found:
        style = "bold red" if each.fell else "yellow" if each.below_bar else ""
        repeated = each.set_name == last
        cells = ("" if repeated else each.set_name, "" if repeated else str(each.records), each.figure)
        value = f"[{style}]{each.value:.1f}[/]" if style else f"{each.value:.1f}"
        result.add_row(*cells, value, _figure(each.pin), _figure(each.bar), each.best)
        last = each.set_name
    return result


def types_table(path: Path) -> Table:
    """Precision, recall and F1 of the articles' events by type, from what the scorer counted."""
    result = Table(title="articles, events by type (per cent)", title_justify="left", header_style="bold")
    for name in ("type", "precision", "recall", "F1", "right", "given", "required"):
        result.add_column(name, justify="left" if name == "type" else "right")
    for name, counts in json.loads(path.read_text(encoding="utf-8")).items():
        shares = (f"{100 * counts[key]:.1f}" for key in ("p", "r", "f1"))
        result.add_row(name, *shares, *(str(counts[key]) for key in ("tp", "pred", "gold")))
    return result


def _figure(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def read_pins(path: Path) -> Pins:
    """``[set."figure"]`` tables with ``pin``, ``bar``, ``best`` and ``lower_is_better``."""
    with path.open("rb") as stream:
        return tomllib.load(stream)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Measure the coder on labelled sets.")
    parser.add_argument("--data", type=Path, required=True, help="folder with score.py, articles/ and dev/")
    parser.add_argument("--pins", type=Path, required=True, help="the scores that must not fall")
    parser.add_argument("--only", default="", help="names of sets, separated by commas")
    parser.add_argument("--keep", type=Path, help="folder for the predictions (default: thrown away)")
    return parser.parse_args()


def _measured(arguments: argparse.Namespace, work: Path, console: Console) -> list[Line]:
    """Measure and print both tables."""
    work.mkdir(parents=True, exist_ok=True)
    only = frozenset(filter(None, arguments.only.split(",")))
    found = list(lines(arguments.data, read_pins(arguments.pins), only, work, console))
    wide = Console(width=None if console.is_terminal else 140, highlight=False)
    wide.print(table(found))
    if any(each.set_name == "articles" for each in found):
        wide.print(types_table(work / TYPES_FILE))
    return found


def main() -> int:
    """Exit status 1 when a score fell below its pin, else 0; without data a message and 0."""
    arguments = _arguments()
    console = Console(highlight=False)
    if not (arguments.data / "score.py").exists():
        console.print(f"bench: no data at {arguments.data}: set BENCH=FOLDER to measure; nothing to do")
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        found = _measured(arguments, arguments.keep or Path(scratch), console)
    fallen = [
        f"{each.set_name} {each.figure} {each.value:.1f} (pin {_figure(each.pin)})" for each in found if each.fell
    ]
    if fallen:
        console.print("bench: below its pin: " + "; ".join(fallen))
    return 1 if fallen else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except WhowhomError as error:
        sys.exit(f"bench: {error}")
