"""Two independent labellings of the same sentences → how far they agree.

``python training/agreement.py sample`` writes the passages to label anew, without events and triggers, into
``corpus/second``; ``python training/agreement.py`` compares what stands there with the corpus.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from notation import Event, Passage, Sentence, passages

CORPUS = Path(__file__).resolve().parent / "corpus"
ROWS, FILES, SEED = 500, 4, 11
_TRIGGER = re.compile(r"\{[a-z](?:,[a-z])* ([^{}]*)\}")

Pair = tuple[int, int, str]


def sample() -> None:
    """Whole passages drawn at random until they hold 500 sentences."""
    blocks = [
        (f"{path.stem}-{ordinal:03d}", block)
        for path in sorted((CORPUS / "passages").glob("*.txt"))
        for ordinal, block in enumerate(re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:], 1)
    ]
    random.Random(SEED).shuffle(blocks)
    parts: list[list[str]] = [[] for _ in range(FILES)]
    rows = 0
    for index, (name, block) in enumerate(blocks):
        if rows >= ROWS:
            break
        lines = [_unlabelled(line) for line in block.splitlines() if line.strip() and not line.startswith(("E ", "#"))]
        rows += sum(line.startswith(("S ", "H ")) for line in lines)
        parts[index % FILES].append(f"# {name}\n@ " + "\n".join(lines) + "\n")
    (CORPUS / "second").mkdir(exist_ok=True)
    for number, part in enumerate(parts, 1):
        (CORPUS / "second" / f"second{number}.txt").write_text("\n".join(part), encoding="utf-8")
    print(f"{rows} sentences")


def _unlabelled(line: str) -> str:
    while (bare := _TRIGGER.sub(r"\1", line)) != line:
        line = bare
    return line


def labelled_twice() -> Iterator[tuple[Sentence, Sentence]]:
    """Each sentence of the sample with its first and its second labels."""
    first = {
        _key(passage): passage for path in sorted((CORPUS / "passages").glob("*.txt")) for passage in passages(path)
    }
    for path in sorted((CORPUS / "second").glob("*.txt")):
        for passage in passages(path):
            yield from zip(first[_key(passage)].sentences, passage.sentences, strict=True)


def _key(passage: Passage) -> str:
    return passage.sentences[0].text


def pairs(sentence: Sentence) -> set[Pair]:
    """Who does what to whom in a sentence, by pairs of actors; 0 stands for nobody."""
    return {
        (actor, recipient, event.type)
        for event in sentence.events
        for actor in event.actors or (0,)
        for recipient in event.recipients or (0,)
    }


def f1(right: int, first: int, second: int) -> float:
    return 2 * right / max(1, first + second)


def kappa(seen: Iterable[tuple[bool, bool]]) -> float:
    """Cohen's kappa of two yes/no labellings (Cohen 1960)."""
    counts = Counter(seen)
    total = sum(counts.values())
    agreed = (counts[True, True] + counts[False, False]) / total
    one, two = ((counts[True, True] + counts[mixed]) / total for mixed in ((True, False), (False, True)))
    chance = one * two + (1 - one) * (1 - two)
    return (agreed - chance) / (1 - chance)


def report(twice: list[tuple[Sentence, Sentence]]) -> str:
    """F1 of typed pairs and of types, kappa of "tells an event", agreement of the other fields on common events."""
    found = [(pairs(one), pairs(two)) for one, two in twice]
    typed = f1(sum(len(a & b) for a, b in found), sum(len(a) for a, _ in found), sum(len(b) for _, b in found))
    kinds = [(Counter(e.type for e in a.events), Counter(e.type for e in b.events)) for a, b in twice]
    types = f1(
        sum((a & b).total() for a, b in kinds), sum(a.total() for a, _ in kinds), sum(b.total() for _, b in kinds)
    )
    common = [(a, b) for one, two in twice for a in one.events for b in two.events if _same(a, b)]
    share = {
        name: sum(getattr(a, name) == getattr(b, name) for a, b in common) / max(1, len(common))
        for name in ("mode", "status")
    }
    relayed = sum(bool(a.said_by) == bool(b.said_by) for a, b in common) / max(1, len(common))
    tells = kappa((bool(a.events), bool(b.events)) for a, b in twice)
    return (
        f"{len(twice)} sentences: typed pairs F1 {typed:.3f}, types F1 {types:.3f}, "
        f"kappa of telling an event {tells:.3f}; on {len(common)} common events: "
        f"mode {share['mode']:.3f}, status {share['status']:.3f}, relayed or not {relayed:.3f}"
    )


def _same(one: Event, two: Event) -> bool:
    return one.type == two.type and set(one.actors) == set(two.actors) and set(one.recipients) == set(two.recipients)


if __name__ == "__main__":
    if sys.argv[1:] == ["sample"]:
        sample()
    else:
        print(report(list(labelled_twice())))
