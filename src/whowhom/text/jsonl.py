"""JSON objects, alone or one a line → documents; a line that is none is Skipped and the rest goes on."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from whowhom.core.document import Document, Skipped
from whowhom.text.dates import read_date
from whowhom.text.plain import decoded, document_from_text

_SURROGATE = re.compile("[\ud800-\udfff]")


def documents_from_jsonl(
    lines: Iterable[bytes | str],
    *,
    name: str = "line",
    published: date | None = None,
    title: str = "",
    publisher: str = "",
) -> Iterator[Document | Skipped]:
    """One document a line of ``{id, text, date, title, publisher, url}``, of which only ``text`` must be there.

    ``published`` wins over a line's date; ``title`` and ``publisher`` fill what a line lacks. Without an id a document
    is called ``name:number``, and so is a Skipped line. Empty lines are no lines.
    """
    for number, line in enumerate(lines, 1):
        place = f"{name}:{number}"
        text = decoded(line) if isinstance(line, bytes) else line
        if isinstance(text, Skipped):
            yield Skipped(place, f"line {number}: {text.reason}")
        elif text.strip("\ufeff \t\r\n"):
            yield _document_from_line(text, number, place, published, title, publisher)


def _document_from_line(
    line: str, number: int, place: str, published: date | None, title: str, publisher: str
) -> Document | Skipped:
    try:
        row = json.loads(line.strip("\ufeff \t\r\n"))
    except (ValueError, RecursionError) as error:
        return Skipped(place, f"line {number} is not JSON: {_one_line(error)}")
    return document_from_object(row, place, published=published, title=title, publisher=publisher)


def documents_from_json(
    data: bytes | str, *, name: str, published: date | None = None, title: str = "", publisher: str = ""
) -> Iterator[Document | Skipped]:
    """The documents of a JSON file: one object, or a list of them."""
    text = decoded(data) if isinstance(data, bytes) else data
    if isinstance(text, Skipped):
        yield Skipped(name, text.reason)
        return
    try:
        content = json.loads(text.strip("\ufeff"))
    except (ValueError, RecursionError) as error:
        yield Skipped(name, f"not JSON: {_one_line(error)}" if text.strip() else "empty: no text")
        return
    many = isinstance(content, list)
    for number, row in enumerate(content if many else [content], 1):
        place = f"{name}:{number}" if many else name
        yield document_from_object(row, place, published=published, title=title, publisher=publisher)


def document_from_object(
    row: Any, place: str, *, published: date | None = None, title: str = "", publisher: str = ""
) -> Document | Skipped:
    """One decoded object as a document; fields of the wrong kind count as missing.

    ``date`` may also be called ``published``, ``publisher`` also ``source``.
    """
    if not isinstance(row, dict):
        return Skipped(place, "not an object with a text")
    text = row.get("text")
    if not isinstance(text, str) or not text.strip():
        return Skipped(_name(row, place), "no text")
    return document_from_text(
        _mended(text),
        id=_name(row, place),
        published=published or read_date(row.get("date")) or read_date(row.get("published")),
        title=_words(row, "title") or title,
        publisher=_words(row, "publisher") or _words(row, "source") or publisher,
        url=_words(row, "url"),
    )


def _name(row: dict[str, Any], place: str) -> str:
    value = row.get("id")
    if isinstance(value, bool) or not isinstance(value, str | int):
        return place
    return _mended(str(value)).strip() or place


def _words(row: dict[str, Any], field: str) -> str:
    value = row.get(field)
    return " ".join(_mended(value).split()) if isinstance(value, str) else ""


def _mended(text: str) -> str:
    """Half a surrogate pair, which JSON can hold but no file, becomes U+FFFD: one character for one."""
    return _SURROGATE.sub("\ufffd", text)


def _one_line(error: Exception) -> str:
    # A JSON error's own "line 1" would be the line of the row, not of the file.
    words = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
    return " ".join(words.split())[:120] or type(error).__name__
