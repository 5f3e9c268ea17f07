"""JSONL files ↔ records, one a line; a line that is no record stays in its place, so that none is dropped."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def read_records(path: Path) -> list[Record]:
    """Every non-empty line; one that is no JSON object becomes ``{"id": "line 7", "text": "", "error": …}``."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return [_record(number, line) for number, line in enumerate(lines, 1) if line.strip()]


def _record(number: int, line: str) -> Record:
    empty: Record = {"id": f"line {number}", "text": ""}
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        return empty | {"error": f"not JSON: {error.msg}"}
    if not isinstance(value, dict):
        return empty | {"error": "not a JSON object"}
    return empty | value


def write_records(path: Path, records: Iterable[Record]) -> int:
    """Write one record a line and return how many; each is on disk before the next is asked for."""
    written = 0
    with path.open("w", encoding="utf-8", newline="") as stream:
        for record in records:
            line = json.dumps(record, ensure_ascii=False).encode("utf-8", "backslashreplace").decode("utf-8")
            stream.write(line + "\n")
            stream.flush()
            written += 1
    return written
