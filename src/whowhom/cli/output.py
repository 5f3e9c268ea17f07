"""Codings → a stream of text in the form that the user chose."""

from __future__ import annotations

import csv
import json
import os
from collections.abc import Iterable
from typing import Any, TextIO

from rich.console import Console

from whowhom.cli.page import page
from whowhom.cli.table import print_coding
from whowhom.core.coding import Coding
from whowhom.exchange import dyads
from whowhom.exchange.codebook import coding_record

WIDTH_OF_FILES = 110


def write_codings(codings: Iterable[Coding], form: str, stream: TextIO, *, single: bool) -> None:
    """Write as table, json, jsonl, csv or html; all but json and html go out whole document by document."""
    writers = {"table": _table, "explain": _explained, "jsonl": _jsonl, "csv": _csv, "html": _html}
    if form == "json":
        _json(codings, stream, single)
    else:
        writers[form](codings, stream)


def _dump(value: Any, indent: int | None = None) -> str:
    # Lone surrogates from broken input cannot be written as UTF-8; escaped they survive a round trip.
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def _json(codings: Iterable[Coding], stream: TextIO, single: bool) -> None:
    records = [coding_record(coding) for coding in codings]
    if single and not records:
        return
    stream.write(_dump(records[0] if single and len(records) == 1 else records, indent=2) + "\n")


def _jsonl(codings: Iterable[Coding], stream: TextIO) -> None:
    for coding in codings:
        stream.write(_dump(coding_record(coding)) + "\n")
        stream.flush()


def _csv(codings: Iterable[Coding], stream: TextIO) -> None:
    writer = csv.DictWriter(stream, dyads.COLUMNS, lineterminator="\n")
    writer.writeheader()
    for coding in codings:
        writer.writerows(dyads.rows(coding))
        stream.flush()


def _html(codings: Iterable[Coding], stream: TextIO) -> None:
    if kept := list(codings):
        stream.write(page(kept))


def _explained(codings: Iterable[Coding], stream: TextIO) -> None:
    _table(codings, stream, explain=True)


def _table(codings: Iterable[Coding], stream: TextIO, *, explain: bool = False) -> None:
    console = Console(file=stream, highlight=False)
    if console.is_terminal:
        for coding in codings:
            print_coding(console, coding, explain=explain)
    else:
        _plain_table(codings, stream, explain)


def _plain_table(codings: Iterable[Coding], stream: TextIO, explain: bool) -> None:
    """The table in a file or pipe: as wide as COLUMNS says, else fixed; no blanks at the ends of lines."""
    width = None if os.environ.get("COLUMNS", "").isdigit() else WIDTH_OF_FILES
    console = Console(file=stream, highlight=False, width=width)
    for coding in codings:
        with console.capture() as captured:
            print_coding(console, coding, explain=explain)
        stream.write("\n".join(line.rstrip() for line in captured.get().split("\n")))
        stream.flush()
