"""Passage files → what is wrong with them: notation, codes, near-copies of measured text; and how they are composed.

``python training/check_passages.py FILE ...`` prints every fault and what they hold; exit code 1 if there are faults.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from notation import NotationError, Passage, Sentence, passages

from whowhom.vocab import ontology

ROOT = Path(__file__).resolve().parents[1]
BENCH = ROOT.parent / "shared" / "bench"
# No sentence may share so many consecutive words with a labelled set, no two passages so many with each other.
NEAR_COPY_WORDS, REPEATED_WORDS = 8, 12


@cache
def modes() -> dict[str, frozenset[str]]:
    """The modes of each type."""
    return {name: frozenset(ontology.modes(name)) for name in ontology.event_types()}


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


def runs(text: str, length: int) -> Iterator[str]:
    """Every run of so many consecutive words of a text."""
    found = words(text)
    for start in range(len(found) - length + 1):
        yield " ".join(found[start : start + length])


@cache
def measured_runs() -> frozenset[str]:
    """The runs of all texts of the labelled sets, or nothing where the sets are not at hand."""
    files = [*BENCH.rglob("*.jsonl"), *BENCH.rglob("*.json"), *BENCH.rglob("*.txt")]
    return frozenset(run for path in files for text in _strings(path) for run in runs(text, NEAR_COPY_WORDS))


def _strings(path: Path) -> Iterator[str]:
    content = path.read_text(encoding="utf-8", errors="replace")
    if path.suffix == ".txt":
        yield content
        return
    for line in content.splitlines() if path.suffix == ".jsonl" else [content]:
        yield from _leaves(json.loads(line)) if line.strip() else ()


def _leaves(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _leaves(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner)


def faults(passage: Passage) -> Iterator[str]:
    """What is wrong with a passage that the notation allows."""
    for actor in passage.actors:
        for sector in actor.sectors:
            if sector not in ontology.sectors():
                yield f"{passage.id}: no sector {sector} ({actor.name})"
        if actor.country is not None and not re.fullmatch("[A-Z]{3}", actor.country):
            yield f"{passage.id}: no country {actor.country} ({actor.name})"
    for sentence in passage.sentences:
        yield from (f"{passage.id}: {fault}: {sentence.text}" for fault in _sentence_faults(sentence))


def _sentence_faults(sentence: Sentence) -> Iterator[str]:
    for event in sentence.events:
        if event.type not in modes():
            yield f"no type {event.type}"
        elif event.mode is not None and event.mode not in modes()[event.type]:
            yield f"{event.type} has no mode {event.mode}"
        if not event.actors and not event.recipients:
            yield f"{event.type} has no party"
        if set(event.actors) & set(event.recipients):
            yield f"{event.type} has a party on both sides"
        for speaker in event.said_by:
            if speaker.cue and speaker.cue.lower() not in sentence.text.lower():
                yield f"the cue '{speaker.cue}' is not in the sentence"
    if any(run in measured_runs() for run in runs(sentence.text, NEAR_COPY_WORDS)):
        yield f"shares {NEAR_COPY_WORDS} words with a labelled set"


def repeated_runs(found: Iterable[Passage]) -> Iterator[str]:
    """Runs of twelve words that stand in two passages."""
    first: dict[str, str] = {}
    for passage in found:
        for run in {run for sentence in passage.sentences for run in runs(sentence.text, REPEATED_WORDS)}:
            if first.setdefault(run, passage.id) != passage.id:
                yield f"{passage.id} and {first[run]} share: {run}"


def composition(found: Iterable[Passage]) -> str:
    """Lines of counts: sentences, the share without events, types, modes, statuses, frequent triggers."""
    sentences = [sentence for passage in found for sentence in passage.sentences]
    events = [event for sentence in sentences for event in sentence.events]
    empty = sum(not sentence.events for sentence in sentences) / max(1, len(sentences))
    length = sum(len(words(sentence.text)) for sentence in sentences) / max(1, len(sentences))
    triggers = (s.text[slice(*e.trigger)].lower() for s in sentences for e in s.events if e.trigger)
    return "\n".join(
        (
            f"{len(sentences)} sentences of {length:.0f} words, {empty:.0%} without events, {len(events)} events",
            "types: " + _counts(event.type for event in events),
            "modes: " + _counts(f"{event.type}/{event.mode}" for event in events if event.mode),
            "statuses: " + _counts(event.status for event in events),
            f"relayed: {sum(bool(event.said_by) for event in events)}",
            f"without trigger: {sum(event.trigger is None for event in events)}",
            "frequent triggers: " + _counts(triggers, 12),
        )
    )


def _counts(values: Iterable[str], most: int | None = None) -> str:
    return ", ".join(f"{value} {n}" for value, n in Counter(values).most_common(most))


def main(paths: list[str]) -> int:
    found: list[Passage] = []
    wrong: list[str] = []
    for path in paths:
        try:
            found.extend(passages(Path(path)))
        except NotationError as error:
            wrong.append(str(error))
    wrong.extend(fault for passage in found for fault in faults(passage))
    wrong.extend(repeated_runs(found))
    print("\n".join([*wrong, composition(found)]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
