"""Paths of files and folders → documents: the one place of this room that reads files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from whowhom.core.document import Document, Skipped
from whowhom.text.html import document_from_html
from whowhom.text.jsonl import documents_from_json, documents_from_jsonl
from whowhom.text.plain import document_from_bytes

STANDARD_INPUT = "-"
LARGEST_FILE = 20_000_000
_KINDS = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
}


@dataclass(frozen=True, slots=True)
class _Given:
    """What the user says about all inputs of a run."""

    published: date | None
    title: str
    publisher: str


def read_paths(
    paths: Iterable[str | Path],
    *,
    published: date | None = None,
    title: str = "",
    publisher: str = "",
    stdin: bytes | None = None,
) -> Iterator[Document | Skipped]:
    """The documents of files (.txt .md .html .htm .jsonl .json), folders (all their files, by name) and "-".

    ``published`` wins over what the inputs say; ``title`` and ``publisher`` fill what they lack. A document is called
    by its file's stem or its row's id, with "-2", "-3" … behind where a run has the name already. What cannot be read
    is Skipped under its path and never stops the rest.
    """
    given = _Given(published, title, publisher)
    used: dict[str, int] = {}
    for path in paths:
        for found in _read_path(str(path), given, stdin):
            yield replace(found, id=_unused(found.id, used)) if isinstance(found, Document) else found


def count_inputs(paths: Iterable[str | Path]) -> int:
    """How many documents and Skipped ``read_paths`` will give, up to empty lines and lists in .json files."""
    return sum(_count(file) for path in paths for file in _files(str(path)))


def _count(file: str) -> int:
    if file == STANDARD_INPUT or _KINDS.get(Path(file).suffix.lower()) != "jsonl":
        return 1
    try:
        with open(file, "rb") as lines:
            return sum(bool(line.strip()) for line in lines)
    except OSError:
        return 1


def _unused(name: str, used: dict[str, int]) -> str:
    candidate = name
    while candidate in used:
        used[name] += 1
        candidate = f"{name}-{used[name]}"
    used[candidate] = 1
    return candidate


def _files(path: str) -> Iterator[str]:
    """The files at ``path``: itself, or those of a folder and its folders in the order of their names."""
    if path == STANDARD_INPUT or not os.path.isdir(path):
        yield path
        return
    for folder, below, names in os.walk(path):
        below[:] = sorted(name for name in below if not name.startswith("."))
        yield from (os.path.join(folder, name) for name in sorted(names) if not name.startswith("."))


def _read_path(path: str, given: _Given, stdin: bytes | None) -> Iterator[Document | Skipped]:
    if path == STANDARD_INPUT:
        data = stdin or b""
        yield from _read_bytes(data, _kind_of(data), "stdin", given)
        return
    folder = os.path.isdir(path)
    found = False
    for file in _files(path):
        found = True
        yield from _read_file(file, given, in_folder=folder)
    if not found:
        yield Skipped(path, "empty folder")


def _read_file(file: str, given: _Given, in_folder: bool) -> Iterator[Document | Skipped]:
    kind = _KINDS.get(Path(file).suffix.lower(), "")
    if not kind and in_folder:
        yield Skipped(file, "no kind of file that whowhom reads (.txt .md .html .jsonl .json)")
        return
    try:
        if kind == "jsonl":
            with open(file, "rb") as lines:
                yield from _read_lines(lines, Path(file).stem, given)
            return
        size = os.path.getsize(file)
        data = Path(file).read_bytes() if size <= LARGEST_FILE else None
    except OSError as error:
        yield Skipped(file, f"cannot be read: {error.strerror or type(error).__name__}")
        return
    except ValueError:
        yield Skipped(file, "not a path")
        return
    if data is None:
        yield Skipped(file, f"too long: {size:,} bytes, the limit is {LARGEST_FILE:,}")
        return
    for found in _read_bytes(data, kind or _kind_of(data), Path(file).stem, given):
        whole = isinstance(found, Skipped) and found.id == Path(file).stem
        yield replace(found, id=file) if whole else found


def _read_lines(lines: Iterable[bytes], name: str, given: _Given) -> Iterator[Document | Skipped]:
    return documents_from_jsonl(
        lines, name=name, published=given.published, title=given.title, publisher=given.publisher
    )


def _read_bytes(data: bytes, kind: str, name: str, given: _Given) -> Iterator[Document | Skipped]:
    published, title, publisher = given.published, given.title, given.publisher
    if kind == "jsonl":
        yield from _read_lines(data.splitlines(), name, given)
    elif kind == "json":
        yield from documents_from_json(data, name=name, published=published, title=title, publisher=publisher)
    elif kind == "html":
        yield document_from_html(data, id=name, published=published, title=title, publisher=publisher)
    else:
        yield document_from_bytes(data, id=name, published=published, title=title, publisher=publisher)


def _kind_of(data: bytes) -> str:
    """The kind of content without a file name: by its first characters."""
    head = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<!doctype html", b"<html", b"<?xml", b"<head", b"<body", b"<article")):
        return "html"
    if head.startswith(b"[{") or head.startswith(b"[\n"):
        return "json"
    if head.startswith(b"{"):
        first = data.strip().split(b"\n", 1)[0].rstrip()
        return "jsonl" if first.endswith(b"}") else "json"
    return "text"
