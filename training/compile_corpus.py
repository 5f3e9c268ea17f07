"""Marked passages → the published corpus: one JSON row a sentence, in three files by split.

``python training/compile_corpus.py`` writes the files anew.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from notation import Event, Mention, Passage, Sentence, passages

CORPUS = Path(__file__).resolve().parent / "corpus"
SPLITS = ("train", "dev", "test")


def corpus(folder: Path = CORPUS / "passages") -> Iterator[Passage]:
    """Every passage of the corpus, in the order of the files' names."""
    for path in sorted(folder.glob("*.txt")):
        yield from passages(path)


def split_of(passage: Passage) -> str:
    """Eight of ten passages are for training, whole; the text decides, so that additions move none."""
    digest = hashlib.sha256(passage.sentences[0].text.encode()).digest()
    return {8: "dev", 9: "test"}.get(digest[0] % 10, "train")


def rows(passage: Passage) -> Iterator[dict[str, Any]]:
    """The passage's sentences, each with the one before it, all mentions of both, and its events."""
    actors = {actor.number: actor for actor in passage.actors}
    for index, sentence in enumerate(passage.sentences):
        before = passage.sentences[index - 1] if index else None
        numbers = sorted(
            {n for part in (sentence, before) if part for m in part.mentions for n in m.actors} | _parties(sentence)
        )
        yield {
            "id": f"{passage.id}-{index + 1}",
            "register": passage.register,
            "date": passage.date,
            "where": passage.where,
            "headline": sentence.headline,
            "before": before.text if before else "",
            "text": sentence.text,
            "actors": [
                {"id": n, "name": actors[n].name, "country": actors[n].country, "sectors": list(actors[n].sectors)}
                for n in numbers
            ],
            "mentions": [_mention(mention, sentence.text) for mention in sentence.mentions],
            "mentions_before": [_mention(mention, before.text) for mention in before.mentions] if before else [],
            "events": [_event(event, sentence.text) for event in sentence.events],
        }  # fmt: skip


def _parties(sentence: Sentence) -> set[int]:
    return {n for e in sentence.events for n in (*e.actors, *e.recipients, *(s for by in e.said_by for s in by.actors))}


def _mention(mention: Mention, text: str) -> dict[str, Any]:
    words = text[mention.start : mention.end]
    return {"start": mention.start, "end": mention.end, "text": words, "actors": list(mention.actors)}


def _event(event: Event, text: str) -> dict[str, Any]:
    trigger = event.trigger and {
        "start": event.trigger[0],
        "end": event.trigger[1],
        "text": text[slice(*event.trigger)],
    }
    return {
        "type": event.type,
        "mode": event.mode,
        "status": event.status,
        "actors": list(event.actors),
        "recipients": list(event.recipients),
        "trigger": trigger,
        "said_by": [{"actors": list(speaker.actors), "cue": speaker.cue} for speaker in event.said_by],
    }


def main() -> None:
    """Write the three files."""
    lines: dict[str, list[str]] = {split: [] for split in SPLITS}
    for passage in corpus():
        lines[split_of(passage)] += [json.dumps(row, ensure_ascii=False) for row in rows(passage)]
    for split, found in lines.items():
        (CORPUS / f"{split}.jsonl").write_text("".join(f"{line}\n" for line in found), encoding="utf-8")
        print(f"{split}: {len(found)} rows")


if __name__ == "__main__":
    main()
