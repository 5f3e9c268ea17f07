"""``whowhom eval``: a labelled set → predictions, with progress and records per second on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from time import perf_counter

from rich.console import Console
from rich.progress import track

from whowhom.cli import wording
from whowhom.core.errors import InputError
from whowhom.evaluate.records import Record, read_records, write_records
from whowhom.evaluate.tasks import TASKS, predictions


def run(task: str, source: Path, target: Path) -> None:
    """Predict every record of ``source`` into ``target``; InputError for an unknown task or a missing file."""
    if task not in TASKS:
        raise InputError(f"no task {task!r}; choose one of {', '.join(TASKS)}")
    if target.resolve() == source.resolve():
        raise InputError(f"{target} is the input itself: it would be lost")
    try:
        records = read_records(source)
    except OSError as error:
        raise InputError(f"cannot read {source}: {error.strerror}") from error
    started = perf_counter()
    try:
        written = write_records(target, _shown(predictions(task, records), len(records), task))
    except OSError as error:
        raise InputError(f"cannot write {target}: {error.strerror}") from error
    seconds = perf_counter() - started
    rate = written / seconds if seconds else 0.0
    done = wording.count(written, "record")
    print(f"{task}: {done} in {seconds:.1f} s, {rate:.1f} records per second", file=sys.stderr)


def _shown(items: Iterable[Record], total: int, task: str) -> Iterator[Record]:
    console = Console(stderr=True)
    yield from track(items, description=task, total=total, console=console, disable=not console.is_terminal)
