"""``whowhom read``: inputs → documents → codings → one of the output forms, with reasons and a summary on stderr."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from whowhom.cli import wording
from whowhom.cli.output import write_codings
from whowhom.coder import code_all
from whowhom.coding.settings import DEFAULT, Settings
from whowhom.core.coding import Coding
from whowhom.core.document import Document, Skipped
from whowhom.core.errors import InputError
from whowhom.text.dates import read_date
from whowhom.text.inputs import STANDARD_INPUT, count_inputs, read_paths

Format = Literal["table", "explain", "json", "jsonl", "csv", "html"]
_READ_BACK = frozenset({"table", "explain", "json", "jsonl", "html"})
# Longer than a record: it goes to the file in one piece, so that a killed run leaves whole lines.
_BUFFER = 4_000_000


@dataclass(frozen=True, slots=True)
class Facts:
    """What the user says about documents that do not say it themselves; "" is unknown."""

    date: str = ""
    title: str = ""
    publisher: str = ""


@dataclass(slots=True)
class Tally:
    """What a run has seen so far."""

    documents: int = 0
    events: int = 0
    without_date: int = 0
    skipped: list[Skipped] = field(default_factory=list)


def run(inputs: Sequence[str], facts: Facts, form: Format, output: Path | None, settings: Settings = DEFAULT) -> int:
    """Read, code and write everything; the exit status: 1 if nothing could be read, else 0."""
    tally = Tally()
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    read = _read(inputs, facts)
    if output is not None:
        _refuse_input_as_output(inputs, output, form)
    with _target(output) as stream, _progress(errors, count_inputs(inputs)) as bar:
        documents = _documents(read, tally, errors, bar)
        codings = _counted(code_all(documents, settings), tally, bar, aside=stream.isatty())
        write_codings(codings, form, stream, single=_is_single(inputs))
    errors.print(summary(tally), style="dim", markup=False)
    return 0 if tally.documents else 1


def _read(inputs: Sequence[str], facts: Facts) -> Iterable[Document | Skipped]:
    stdin = sys.stdin.buffer.read() if STANDARD_INPUT in inputs else None
    return read_paths(inputs, published=_day(facts.date), title=facts.title, publisher=facts.publisher, stdin=stdin)


def _day(words: str) -> date | None:
    if not words:
        return None
    day = read_date(words)
    if day is None:
        raise InputError(f"--date {words!r} is no day; write it as 2025-06-19")
    return day


def _is_single(inputs: Sequence[str]) -> bool:
    """True when the arguments may name one document only, so that --json gives one object and not an array."""
    return len(inputs) == 1 and not inputs[0].endswith((".jsonl", ".ndjson")) and not Path(inputs[0]).is_dir()


def _documents(read: Iterable[Document | Skipped], tally: Tally, errors: Console, bar: Bar) -> Iterator[Document]:
    for item in read:
        if isinstance(item, Skipped):
            tally.skipped.append(item)
            bar.advance()
            errors.print(wording.clean(f"skipped {item.id}: {item.reason}"), markup=False)
        else:
            yield item


def _counted(codings: Iterable[Coding], tally: Tally, bar: Bar, aside: bool) -> Iterator[Coding]:
    """The codings; with ``aside`` the bar is off the screen while somebody writes to it."""
    for coding in codings:
        tally.documents += 1
        tally.events += len(coding.events)
        tally.without_date += coding.document.published is None
        bar.advance()
        with bar.hidden() if aside else nullcontext():
            yield coding


def summary(tally: Tally) -> str:
    """One line: documents, events, skipped, and how many have no day of publication."""
    parts = [wording.count(tally.documents, "document"), wording.count(tally.events, "event")]
    if tally.skipped:
        parts.append(f"{len(tally.skipped):,} skipped")
    if tally.without_date:
        parts.append(f"{tally.without_date:,} without a date")
    return ", ".join(parts)


def _refuse_input_as_output(inputs: Sequence[str], output: Path, form: Format) -> None:
    """InputError where writing would destroy an input, or leave in an input folder what the next run takes for one."""
    target = output.resolve()
    for given in (Path(name).resolve() for name in inputs if name != STANDARD_INPUT):
        if target == given:
            raise InputError(f"--output {output} is the input itself: it would be lost")
        if form in _READ_BACK and given.is_dir() and given in target.parents:
            raise InputError(f"--output {output} lies in the input folder: the next run would read it as an article")


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        stream = output.open("w", buffering=_BUFFER, encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot write {output}: {error.strerror}") from error
    with stream:
        yield stream


@dataclass(frozen=True, slots=True)
class Bar:
    """The progress bar of a run."""

    progress: Progress
    task: TaskID

    def advance(self) -> None:
        """One more input is done."""
        self.progress.advance(self.task)

    @contextmanager
    def hidden(self) -> Iterator[None]:
        """Off the screen meanwhile."""
        self.progress.stop()
        yield
        self.progress.start()


@contextmanager
def _progress(errors: Console, inputs: int) -> Iterator[Bar]:
    """A bar on stderr when there is more than one input and somebody looks."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    unseen = inputs < 2 or not errors.is_terminal
    with Progress(*columns, console=errors, transient=True, disable=unseen) as progress:
        yield Bar(progress, progress.add_task("reading", total=inputs))
