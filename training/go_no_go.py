"""Gold articles → how well rules and model tell what passes between the pairs of actors of a sentence.

``python training/go_no_go.py MODEL_DIR``: for every sentence that gold evidence quotes, the gold events become typed
pairs of the sentence's actors as the coder names them; both halves are scored on the same pairs.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np

from whowhom.coding.acts.scoring.rule_features import TYPES, rule_features
from whowhom.coding.acts.scoring.scorer import load_scorer
from whowhom.coding.acts.scoring.syntax import syntax
from whowhom.coding.acts.scoring.windows import Slot, Window, windows
from whowhom.coding.acts.type_groups import MUTUAL
from whowhom.coding.mentions.parse import parse
from whowhom.coding.pipeline import analyse
from whowhom.coding.settings import Settings
from whowhom.core.document import Document
from whowhom.text.plain import document_from_text


def articles(folder: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    for path in sorted((folder / "texts").glob("*.json")):
        text = json.loads(path.read_text(encoding="utf-8"))
        gold = json.loads((folder / "gold" / path.name).read_text(encoding="utf-8"))
        document = document_from_text(
            text["text"], id=text["id"], title=text["title"], published=date.fromisoformat(text["date"])
        )
        if isinstance(document, Document):
            yield document, gold["events"]


def same(slot: Slot, party: dict[str, Any]) -> bool:
    """The same country, and the same name or sector."""
    actor = slot.actor
    return actor.country == party["country"] and (actor.sector == party["sector"] or actor.name == party["name"])


def gold_pairs(window: Window, text: str, events: list[dict[str, Any]]) -> set[tuple[int, int, int]]:
    found = set()
    sentence = window.sentence.of(text)
    for event in events:
        if event["type"] not in TYPES or not any(e in sentence or sentence in e for e in event["evidence"]):
            continue
        actors, recipients = (
            [i for i, slot in enumerate(window.slots) if any(same(slot, party) for party in event[side])]
            for side in ("actors", "recipients")
        )
        others = actors if event["type"] in MUTUAL and not event["recipients"] else recipients
        found |= {(i, j, TYPES.index(event["type"])) for i in actors for j in others if i != j}
    return found


def main(model: Path, folders: list[Path]) -> None:
    scorer = load_scorer(model)
    for folder in folders:
        counts = {"rules": np.zeros(2), **{f"model {t:.1f}": np.zeros(2) for t in np.arange(0.2, 0.8, 0.1)}}
        total = 0
        for document, events in articles(folder):
            doc = parse(document)
            read = analyse(document, doc, Settings(model=False), until="rule_acts")
            for window in windows(doc, read["mentions"]):
                gold = gold_pairs(window, document.text, events)
                total += len(gold)
                tree = syntax(doc, window)
                features = rule_features(window, read["rule_acts"], tree)
                scores = scorer.scores(window, document.text, features, tree.pivots).types
                nobody = len(window.slots)
                said = {"rules": features[:, :, : len(TYPES)] > 0.5}
                said |= {name: scores >= float(name.split()[1]) for name in counts if name != "rules"}
                for name, table in said.items():
                    pairs = {(i, j, k) for i, j, k in np.argwhere(table).tolist() if nobody not in (i, j)}
                    counts[name] += (len(pairs & gold), len(pairs))
        for name, (right, claimed) in counts.items():
            precision, recall = right / max(1, claimed), right / max(1, total)
            f = 2 * precision * recall / max(1e-9, precision + recall)
            print(f"{folder.name} {name}: P {precision:.3f} R {recall:.3f} F1 {f:.3f} of {total} typed pairs")


if __name__ == "__main__":
    main(Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]])
