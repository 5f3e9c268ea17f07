"""Passages of the tests' own invention with the events they tell, written as short lines, and how to compare.

One expected event is ``TYPE/mode status actors > recipients @ speaker``: ``/*`` leaves the mode open, no mode means
none, the status is left out when it is actual, ``-`` stands for nobody. A party is a country code, a name, or
``name=code``; ``+`` joins parties. A leading ``?`` marks an event that may be told or not. Events stand apart by ``;``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest
from spacy.language import Language

from whowhom.coding.mentions.parse import parse
from whowhom.coding.pipeline import claims_of
from whowhom.coding.settings import Settings
from whowhom.core.actor import Actor, Party
from whowhom.core.document import Block, Document
from whowhom.core.event import Event
from whowhom.core.span import Span
from whowhom.merging.merge import merge

STATUSES = ("actual", "future", "hypothetical", "negated")
PUBLISHED = date(2025, 6, 19)
RULES = Settings(model=False)

Passage = tuple[str, str]


@dataclass(frozen=True)
class Expected:
    """One event as a test line gives it; ``mode`` "*" is any."""

    type: str
    mode: str
    status: str
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    speaker: str
    optional: bool


def expected(line: str) -> tuple[Expected, ...]:
    """The events of a test line."""
    return tuple(_one(part.strip()) for part in line.split(";") if part.strip())


def _one(part: str) -> Expected:
    optional = part.startswith("?")
    label, _, rest = part.lstrip("? ").partition(" ")
    kind, _, mode = label.partition("/")
    first, _, after = rest.partition(" ")
    status, rest = (first, after) if first in STATUSES else ("actual", rest)
    parties, _, speaker = rest.partition(" @ ")
    actors, _, recipients = parties.partition(" > ")
    return Expected(kind, mode, status, _names(actors), _names(recipients), speaker.strip(), optional)


def _names(side: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in side.split("+") if name.strip() not in ("", "-"))


def events(parser: Language, text: str) -> tuple[Event, ...]:
    """The events that the rules alone read in a passage published on PUBLISHED."""
    document = Document("passage", text, published=PUBLISHED, blocks=(Block("paragraph", Span(0, len(text))),))
    return merge(claims_of(document, parse(document, parser), RULES))


def _is(wanted: str, actor: Actor) -> bool:
    name, _, country = wanted.partition("=")
    if country:
        return actor.name == name and actor.country == country
    return wanted == actor.country or wanted.casefold() == actor.name.casefold()


def _same_side(wanted: tuple[str, ...], parties: tuple[Party, ...]) -> bool:
    left = [party.actor for party in parties]
    for name in wanted:
        hit = next((actor for actor in left if _is(name, actor)), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


def fits(wanted: Expected, event: Event) -> bool:
    """True when the event has the type, mode, status, parties and last speaker that the line asks for."""
    speakers = [link.speaker for link in event.attribution[-1:]]
    said = _is(wanted.speaker, speakers[0]) if speakers and wanted.speaker else bool(speakers) == bool(wanted.speaker)
    return (
        event.type == wanted.type
        and wanted.mode in ("*", event.mode or "")
        and event.status == wanted.status
        and _same_side(wanted.actors, event.actors)
        and _same_side(wanted.recipients, event.recipients)
        and said
    )


def written(event: Event) -> str:
    """The event in the notation of the test lines."""

    def names(parties: tuple[Party, ...]) -> str:
        return "+".join(f"{party.actor.name}={party.actor.country}" for party in parties) or "-"

    speaker = "".join(f" @ {link.speaker.name}={link.speaker.country}" for link in event.attribution[-1:])
    return f"{event.type}/{event.mode or ''} {event.status} {names(event.actors)} > {names(event.recipients)}{speaker}"


def differences(parser: Language, passage: Passage) -> list[str]:
    """What is missing and what is too much; empty when the passage is read as expected."""
    text, line = passage
    left = list(events(parser, text))
    missing = []
    for wanted in sorted(expected(line), key=lambda item: item.optional):
        hit = next((event for event in left if fits(wanted, event)), None)
        if hit is not None:
            left.remove(hit)
        elif not wanted.optional:
            missing.append(f"missing {wanted}")
    return missing + [f"too much {written(event)}" for event in left]


def first_words(passage: Passage) -> str:
    """What a passage's test is called after."""
    return passage[0][:50]


def expected_failures(passages: list[Passage]) -> list[object]:
    """The passages as cases that must fail: one that is read right turns the test red, so that it is moved up."""
    return [pytest.param(passage, marks=pytest.mark.xfail(strict=True)) for passage in passages]
