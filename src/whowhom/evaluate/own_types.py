"""A user's types and sentences labelled with them → how well the types fit.

``python -m whowhom.evaluate.own_types TYPES.toml LABELLED.jsonl`` prints precision, recall and F1 of each type; a row
is ``{"text", "type"}``, ``type`` null where none fits.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from whowhom.coder import code
from whowhom.coding.own_types import OwnTypes, read_own_types
from whowhom.coding.settings import Settings
from whowhom.evaluate.documents import passage


def predictions(own: OwnTypes, rows: Iterable[tuple[str, str | None]]) -> Iterator[tuple[str | None, str | None]]:
    """For each row the type that fits its acts best, or None, and the one it is labelled with."""
    settings = Settings(own_types=own)
    for number, (text, label) in enumerate(rows):
        events = code(passage({"id": str(number), "text": text}), settings).events
        fits = [fit for event in events for fit in event.own_types]
        yield max(fits, key=lambda fit: fit[1], default=(None, 0.0))[0], label


def table(pairs: Iterable[tuple[str | None, str | None]]) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of each type."""
    right, said, true = Counter[str](), Counter[str](), Counter[str]()
    for found, label in pairs:
        said.update(filter(None, [found]))
        true.update(filter(None, [label]))
        right.update([label] if label is not None and found == label else [])
    return {
        name: (
            right[name] / max(1, said[name]),
            right[name] / max(1, true[name]),
            2 * right[name] / max(1, said[name] + true[name]),
        )
        for name in sorted(true | said)
    }


def main(types: Path, labelled: Path) -> None:
    """Print a line for each type and the mean."""
    rows = [json.loads(line) for line in labelled.read_text(encoding="utf-8").splitlines() if line.strip()]
    found = table(predictions(read_own_types(types), ((row["text"], row["type"]) for row in rows)))
    for name, (precision, recall, f1) in found.items():
        print(f"{name:24} precision {precision:.2f}  recall {recall:.2f}  F1 {f1:.2f}")
    print(f"{'mean':24} F1 {sum(f1 for _, _, f1 in found.values()) / max(1, len(found)):.2f}")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
