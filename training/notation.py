"""Marked passages, as the team writes them, → frozen records of sentences with actors, mentions, triggers and events.

A passage file holds passages one after another, each of these lines::

    @ register | date | where                      begins a passage; the date is the day of publication
    A 1 Mamadou Tandja | NER GOV                   an actor: number, fullest name, country (or -), one or two sectors
    H [1 Tandja] {a sacks} [2 court]               a headline
    S [1 The president] {a dissolved} [2 the top court], which ...      a sentence
    E a COERCE/seize actual 1 > 2                  an event of the sentence above it
    E b ACCUSE actual 3 > 1 by 4 "according to"    the same, relayed by actor 4 with that cue
    # remark

Mentions are ``[number words]`` and may nest; one mention of several actors is ``[1+2 both leaders]``. Triggers are
``{letter words}``, or ``{a,b words}`` when one word tells two events; an event without a marked trigger is one that the
sentence only implies. ``-`` stands for nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

STATUSES = ("actual", "future", "hypothetical", "negated")
_OPEN = re.compile(r"\[(\d+(?:\+\d+)*) |\{([a-z](?:,[a-z])*) ")
_ACTOR = re.compile(r"(\d+) (.+?) \| (\S+) (\S+)(?: (\S+))?$")
_EVENT = re.compile(
    r"(?P<letter>[a-z]) (?P<type>[A-Z]+)(?:/(?P<mode>[a-z-]+))? (?P<status>\w+) (?P<actors>\S+) > (?P<recipients>\S+)"
    r"(?P<by>(?: by [\d+]+(?: \"[^\"]+\")?)*)$"
)
_BY = re.compile(r" by ([\d+]+)(?: \"([^\"]+)\")?")


class NotationError(ValueError):
    """A line that the notation does not allow; the message says which and why."""


@dataclass(frozen=True, slots=True)
class Actor:
    number: int
    name: str
    country: str | None
    sectors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters ``start`` to ``end`` of the sentence that name the numbered ``actors``."""

    start: int
    end: int
    actors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """Those on whose word an event rests, with the words that put it in their mouth."""

    actors: tuple[int, ...]
    cue: str | None


@dataclass(frozen=True, slots=True)
class Event:
    """``trigger`` is a pair of offsets in the sentence, or None when the sentence only implies the act."""

    type: str
    mode: str | None
    status: str
    actors: tuple[int, ...]
    recipients: tuple[int, ...]
    trigger: tuple[int, int] | None
    said_by: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    text: str
    headline: bool
    mentions: tuple[Mention, ...]
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    id: str
    register: str
    date: str
    where: str
    actors: tuple[Actor, ...]
    sentences: tuple[Sentence, ...]


def passages(path: Path) -> Iterator[Passage]:
    """The passages of one file, named ``file stem-ordinal``; raises NotationError at the first bad line."""
    blocks = re.split(r"(?m)^@ ", path.read_text(encoding="utf-8"))[1:]
    for ordinal, block in enumerate(blocks, 1):
        name = f"{path.stem}-{ordinal:03d}"
        try:
            yield _passage(name, block)
        except NotationError as error:
            raise NotationError(f"{path.name}, passage {ordinal}: {error}") from None


def _passage(name: str, block: str) -> Passage:
    head, *lines = [line.strip() for line in block.splitlines() if line.strip() and not line.startswith("#")]
    fields = [field.strip() for field in head.split("|")]
    if len(fields) != 3:
        raise NotationError(f"the line after @ needs register | date | where: {head}")
    actors = tuple(_actor(line[2:]) for line in lines if line.startswith("A "))
    sentences = tuple(_sentences([line for line in lines if not line.startswith("A ")]))
    _check_numbers(actors, sentences)
    return Passage(name, *fields, actors, sentences)


def _actor(line: str) -> Actor:
    match = _ACTOR.match(line)
    if match is None:
        raise NotationError(f"an actor needs: A number name | COUNTRY SECTOR [SECTOR]: {line}")
    number, name, country, *sectors = match.groups()
    return Actor(int(number), name, None if country == "-" else country, tuple(s for s in sectors if s and s != "-"))


def _sentences(lines: list[str]) -> Iterator[Sentence]:
    starts = [i for i, line in enumerate(lines) if line[:2] in ("S ", "H ")]
    if not starts or starts[0] != 0:
        raise NotationError("a passage begins with an S or H line after its actors")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        text, mentions, triggers = plain(lines[start][2:])
        events = tuple(_event(line, triggers) for line in lines[start + 1 : end])
        unused = set(triggers) - {line[2:3] for line in lines[start + 1 : end]}
        if unused:
            raise NotationError(f"a trigger {sorted(unused)} without an E line: {text}")
        yield Sentence(text, lines[start].startswith("H"), mentions, events)


def plain(marked: str) -> tuple[str, tuple[Mention, ...], dict[str, tuple[int, int]]]:
    """Marked text → the text alone, its mentions in text order, and its triggers by letter."""
    text = ""
    mentions: list[Mention] = []
    triggers: dict[str, tuple[int, int]] = {}
    stack: list[tuple[str, str, int]] = []
    position = 0
    while position < len(marked):
        opened = _OPEN.match(marked, position)
        if opened:
            kind = "]" if opened.group(1) else "}"
            stack.append((kind, opened.group(1) or opened.group(2), len(text)))
            position = opened.end()
            continue
        character = marked[position]
        if character in "]}":
            if not stack or stack[-1][0] != character:
                raise NotationError(f"{character} closes nothing: {marked}")
            _, label, start = stack.pop()
            if character == "]":
                mentions.append(Mention(start, len(text), tuple(int(n) for n in label.split("+"))))
            else:
                triggers.update(dict.fromkeys(label.split(","), (start, len(text))))
        elif character in "[{":
            raise NotationError(f"{character} must be followed by a number or letter and a space: {marked}")
        else:
            text += character
        position += 1
    if stack:
        raise NotationError(f"a mark is not closed: {marked}")
    return text, tuple(sorted(mentions, key=lambda m: (m.start, -m.end))), triggers


def _event(line: str, triggers: dict[str, tuple[int, int]]) -> Event:
    match = _EVENT.match(line.removeprefix("E "))
    if not line.startswith("E ") or match is None:
        raise NotationError(f'an event needs: E letter TYPE[/mode] status actors > recipients [by N "cue"]: {line}')
    if match["status"] not in STATUSES:
        raise NotationError(f"status {match['status']} is none of {', '.join(STATUSES)}: {line}")
    said_by = tuple(Speaker(_numbers(by), cue or None) for by, cue in _BY.findall(match["by"]))
    return Event(
        match["type"], match["mode"], match["status"], _numbers(match["actors"]), _numbers(match["recipients"]),
        triggers.get(match["letter"]), said_by,
    )  # fmt: skip


def _numbers(text: str) -> tuple[int, ...]:
    return () if text == "-" else tuple(int(number) for number in text.split("+"))


def _check_numbers(actors: tuple[Actor, ...], sentences: tuple[Sentence, ...]) -> None:
    known = {actor.number for actor in actors}
    for sentence in sentences:
        used = {n for m in sentence.mentions for n in m.actors}
        used |= {
            n for e in sentence.events for n in (*e.actors, *e.recipients, *(s for by in e.said_by for s in by.actors))
        }
        if used - known:
            raise NotationError(f"no A line for {sorted(used - known)}: {sentence.text}")
