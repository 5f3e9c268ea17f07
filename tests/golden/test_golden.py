"""Whole articles through the whole product, against ``NAME.expected.json``.

The expected files record what the coder makes, right or wrong: a change that moves them is a change users will see.
After a change that is meant, rewrite them and read the difference:

    .venv/bin/pytest tests/golden --update-golden && git diff tests/golden
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import whowhom
from whowhom.exchange.codebook import speakers

FOLDER = Path(__file__).parent
ARTICLES = sorted(FOLDER.glob("*.txt"))
PUBLISHED = {
    "baltic_sanctions": date(2021, 2, 3),
    "capital_protest": date(2022, 8, 19),
    "lake_readout": date(2024, 3, 14),
    "river_war": date(2023, 11, 6),
}


def coded(article: Path) -> whowhom.Coding:
    """The article as a user's script reads it: its text and nothing else."""
    return whowhom.read(article.read_text(encoding="utf-8"))


def compact(event: whowhom.Event) -> dict[str, Any]:
    """One event in the few words that a reviewer compares."""
    when = event.date
    return {
        "what": " ".join(filter(None, (event.type, event.mode, event.status))),
        "actors": [_named(party.actor) for party in event.actors],
        "recipients": [_named(party.actor) for party in event.recipients],
        "date": f"{when.start}..{when.end} {when.precision}" if when else None,
        "place": f"{event.place.name} {event.place.country}" if event.place else None,
        "said_by": [_named(speaker) for speaker in speakers(event.attribution)],
        "told": len(event.claims),
        "evidence": event.evidence[0].text,
    }


def _named(actor: whowhom.Actor) -> str:
    return " ".join(filter(None, (actor.name, actor.country, actor.sector, actor.other_sector)))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_article_gives_the_events_on_record(article: Path, update_golden: bool) -> None:
    found = [compact(event) for event in coded(article).events]
    record = article.with_suffix(".expected.json")
    if update_golden:
        record.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(record.read_text(encoding="utf-8"))


@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_article_says_when_it_was_published(article: Path) -> None:
    assert coded(article).document.published == PUBLISHED[article.stem]


def test_every_article_has_its_record_and_every_record_its_article() -> None:
    records = sorted(path.name.removesuffix(".expected.json") for path in FOLDER.glob("*.expected.json"))
    assert records == [path.stem for path in ARTICLES] == sorted(PUBLISHED)
