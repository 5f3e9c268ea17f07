"""``whowhom read``: inputs → documents → codings → one of the output forms, with reasons and a summary on stderr."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal, TextIO

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from whowhom.cli import wording
from whowhom.cli.output import write_codings
from whowhom.coding.pipeline import code_all
from whowhom.core.coding import Coding
from whowhom.core.document import Document, Skipped
from whowhom.core.errors import InputError
from whowhom.text.inputs import read_paths

Format = Literal["table", "json", "jsonl", "csv", "html"]


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
    skipped: list[Skipped] = field(default_factory=list)


def run(inputs: Sequence[str], facts: Facts, form: Format, output: Path | None) -> int:
    """Read, code and write everything; the exit status: 1 if nothing could be read, else 0."""
    tally = Tally()
    errors = Console(stderr=True, highlight=False, soft_wrap=True)
    with _target(output) as stream, _progress(errors) as advance:
        documents = _documents(_read(inputs, facts), tally, errors)
        codings = _counted(code_all(documents), tally, advance)
        write_codings(codings, form, stream, single=_is_single(inputs))
    errors.print(summary(tally), style="dim", markup=False)
    return 0 if tally.documents else 1


def _read(inputs: Sequence[str], facts: Facts) -> Iterable[Document | Skipped]:
    return read_paths(inputs, published=facts.date or None, title=facts.title, publisher=facts.publisher)


def _is_single(inputs: Sequence[str]) -> bool:
    """True when the arguments name one document, so that --json gives one object and not an array."""
    return len(inputs) == 1 and not inputs[0].endswith(".jsonl") and not Path(inputs[0]).is_dir()


def _documents(read: Iterable[Document | Skipped], tally: Tally, errors: Console) -> Iterator[Document]:
    for item in read:
        if isinstance(item, Skipped):
            tally.skipped.append(item)
            errors.print(wording.clean(f"skipped {item.id}: {item.reason}"), markup=False)
        else:
            yield item


def _counted(codings: Iterable[Coding], tally: Tally, advance: Callable[[], None]) -> Iterator[Coding]:
    for coding in codings:
        tally.documents += 1
        tally.events += len(coding.events)
        advance()
        yield coding


def summary(tally: Tally) -> str:
    """One line: documents, events, skipped."""
    parts = [wording.count(tally.documents, "document"), wording.count(tally.events, "event")]
    if tally.skipped:
        parts.append(f"{len(tally.skipped):,} skipped")
    return ", ".join(parts)


@contextmanager
def _target(output: Path | None) -> Iterator[TextIO]:
    if output is None:
        yield sys.stdout
        return
    try:
        stream = output.open("w", encoding="utf-8", newline="")
    except OSError as error:
        raise InputError(f"cannot write {output}: {error.strerror}") from error
    with stream:
        yield stream


@contextmanager
def _progress(errors: Console) -> Iterator[Callable[[], None]]:
    """A bar on stderr that shows itself from the second document on, and only to people."""
    columns = (TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("documents"), TimeElapsedColumn())
    with Progress(*columns, console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task: TaskID = progress.add_task("reading", total=None, visible=False)

        def advance() -> None:
            progress.advance(task)
            progress.update(task, visible=progress.tasks[0].completed > 1)

        yield advance
