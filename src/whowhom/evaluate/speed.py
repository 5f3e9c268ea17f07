"""The project's own article → articles of 500 words that one warm process reads in a second, and where time goes.

Run as ``python -m whowhom.evaluate.speed ARTICLE [--profile]``.
"""

from __future__ import annotations

import argparse
import resource
import sys
from collections import defaultdict
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from whowhom.coder import code_all
from whowhom.coding.mentions.parse import load_parser, tokenise
from whowhom.coding.pipeline import STEPS
from whowhom.coding.settings import DEFAULT
from whowhom.core.document import Document, Skipped
from whowhom.core.errors import InputError
from whowhom.text.plain import document_from_text

_WORDS = 500
_DAY = date(2025, 6, 19)


def articles(text: str, number: int) -> list[Document]:
    """``number`` articles of about 500 words, each from the paragraphs of ``text`` in another order (fixed seed)."""
    paragraphs = [paragraph for paragraph in text.split("\n\n") if paragraph.strip()]
    random = Random(_WORDS)
    made = []
    for index in range(number):
        order = random.sample(paragraphs, len(paragraphs))
        words = 0
        chosen: list[str] = []
        for paragraph in islice(cycle(order), 10 * len(order)):
            chosen.append(paragraph)
            words += len(paragraph.split())
            if words >= _WORDS:
                break
        made.append(_document(f"speed-{index}", "\n\n".join(chosen)))
    return made


def _document(name: str, text: str) -> Document:
    document = document_from_text(text, id=name, published=_DAY)
    if isinstance(document, Skipped):
        raise InputError(f"the article for measuring speed cannot be read: {document.reason}")
    return document


def rate(documents: list[Document]) -> float:
    """Articles per second of one process, after a warm-up of two articles."""
    list(code_all(documents[:2]))
    started = perf_counter()
    list(code_all(documents))
    return len(documents) / (perf_counter() - started)


def profile(documents: list[Document]) -> dict[str, float]:
    """Seconds by step: the parser's components, then each step of the coder."""
    parser = load_parser()
    spent: dict[str, float] = defaultdict(float)
    for document in documents:
        started = perf_counter()
        doc = tokenise(parser, document)
        spent["parse: tokens"] += perf_counter() - started
        for name, component in parser.pipeline:
            started = perf_counter()
            doc = component(doc)
            spent[f"parse: {name}"] += perf_counter() - started
        _time_steps(document, doc, spent)
    return spent


def _time_steps(document: Document, doc: Any, spent: dict[str, float]) -> None:
    values: dict[str, Any] = {"document": document, "doc": doc, "settings": DEFAULT}
    for step in STEPS:
        started = perf_counter()
        values[step.gives] = step.run(*(values[name] for name in step.needs))
        spent[step.gives] += perf_counter() - started


def main() -> int:
    """Print articles per second, peak memory and, with ``--profile``, the share of each step."""
    parser = argparse.ArgumentParser(description="Measure the speed of reading.")
    parser.add_argument("article", type=Path)
    parser.add_argument("--number", type=int, default=40, help="articles to read")
    parser.add_argument("--profile", action="store_true", help="where the time goes")
    arguments = parser.parse_args()
    documents = articles(arguments.article.read_text(encoding="utf-8"), arguments.number)
    speed = rate(documents)
    words = sum(len(document.text.split()) for document in documents) / len(documents)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{speed:.1f} articles of {words:.0f} words a second in one warm process, peak memory {memory:.0f} MB")
    if arguments.profile:
        spent = profile(documents)
        total = sum(spent.values())
        for name, seconds in sorted(spent.items(), key=lambda item: -item[1]):
            print(f"{100 * seconds / total:5.1f} %  {name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
