"""Marked passages → training examples: the coder's windows, the rules' features, and what passes between whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np
from notation import Event, Mention, Passage
from numpy.typing import NDArray

from whowhom.coding.acts.scoring.rule_features import TYPES, rule_features
from whowhom.coding.acts.scoring.syntax import syntax
from whowhom.coding.acts.scoring.windows import Slot, Window
from whowhom.coding.acts.type_groups import MUTUAL
from whowhom.coding.mentions.mention import ActorMention, MentionKind
from whowhom.coding.mentions.parse import parse
from whowhom.coding.pipeline import analyse
from whowhom.core.actor import Actor
from whowhom.core.document import Block, Document
from whowhom.core.span import Span

_GAP = "\n\n"


@dataclass(frozen=True)
class Relation:
    """An event between two slots; the index behind the last slot stands for nobody."""

    actor: int
    recipient: int
    type: str
    mode: str | None
    status: str
    trigger: Span | None


@dataclass(frozen=True)
class Example:
    """``features`` has shape (slots + 1, slots + 1, WIDTH)."""

    id: str
    text: str
    window: Window
    features: NDArray[np.float32]
    pivots: NDArray[np.int64]
    relations: tuple[Relation, ...]


def document_of(passage: Passage) -> tuple[Document, list[Span]]:
    """The passage as an article, a block for each sentence, and the sentences' spans."""
    spans: list[Span] = []
    text = ""
    for sentence in passage.sentences:
        start = len(text)
        text += sentence.text
        spans.append(Span(start, len(text)))
        text += _GAP
    blocks = tuple(
        Block("title" if sentence.headline else "paragraph", span)
        for sentence, span in zip(passage.sentences, spans, strict=True)
    )
    published = date.fromisoformat(passage.date) if len(passage.date) == 10 else None
    return Document(id=passage.id, text=text.rstrip(), published=published, blocks=blocks), spans


def examples(passage: Passage) -> Iterator[Example]:
    """One example for each sentence in which somebody is named."""
    document, spans = document_of(passage)
    values = analyse(document, parse(document), until="rule_acts")
    mentions: tuple[ActorMention, ...] = values["mentions"]
    actors = {
        actor.number: Actor(actor.name, actor.country, next(iter(actor.sectors), None)) for actor in passage.actors
    }
    marked = [
        _marked(sentence.mentions, span, mentions) for sentence, span in zip(passage.sentences, spans, strict=True)
    ]
    numbers = _numbers_of(marked)
    for index, sentence in enumerate(passage.sentences):
        seen = [*marked[index], *_unmarked(mentions, spans[index], sentence.mentions, numbers, actors)]
        here = _slots(seen, actors, True)
        if not here:
            continue
        known = {number for number, _ in here}
        there = [slot for slot in _slots(marked[index - 1] if index else [], actors, False) if slot[0] not in known]
        slots = tuple(slot for _, slot in (*here, *there))
        window = Window(spans[index - 1] if index else None, spans[index], slots)
        order = {number: position for position, (number, _) in enumerate((*here, *there))}
        relations = tuple(
            r for event in sentence.events for r in _relations(event, order, len(slots), spans[index].start)
        )
        tree = syntax(values["doc"], window)
        features = rule_features(window, values["rule_acts"], tree)
        yield Example(f"{passage.id}-{index}", document.text, window, features, tree.pivots, relations)


@dataclass(frozen=True)
class Seen:
    """A mention as the coder sees it (``rule``, if it does), with the number of each actor that the marks give it."""

    span: Span
    kind: MentionKind
    numbers: tuple[int, ...]
    rule: ActorMention | None = None


def _slots(seen: list[Seen], actors: dict[int, Actor], here: bool) -> list[tuple[int, Slot]]:
    """The actors in the order of their first mention, each with its number."""
    numbers = dict.fromkeys(number for one in sorted(seen, key=lambda one: one.span.start) for number in one.numbers)
    found = []
    for number in numbers:
        own = [one for one in seen if number in one.numbers]
        spans = tuple(sorted({one.span for one in own}))
        found.append((number, Slot(actors[number], spans, here, own[0].kind)))
    return found


def _marked(marks: tuple[Mention, ...], sentence: Span, mentions: tuple[ActorMention, ...]) -> list[Seen]:
    """The marked mentions, under the span and kind that the coder gives them where it sees them."""
    found = []
    for mark in marks:
        span = Span(sentence.start + mark.start, sentence.start + mark.end)
        best = max(mentions, key=lambda m: _shared(m.span, span), default=None)
        if best is not None and sentence.contains(best.span) and 2 * _shared(best.span, span) >= span.end - span.start:
            found.append(Seen(best.span, best.kind, mark.actors, best))
        else:
            found.append(Seen(span, "group", mark.actors))
    return found


def _numbers_of(marked: list[list[Seen]]) -> dict[Actor, int]:
    """Which numbered actor the coder's own actors stand for, by the first mention that both see."""
    found: dict[Actor, int] = {}
    for one in (one for sentence in marked for one in sentence):
        if one.rule is not None and len(one.rule.actors) == 1 and len(one.numbers) == 1:
            found.setdefault(one.rule.actors[0], one.numbers[0])
    return found


def _unmarked(
    mentions: tuple[ActorMention, ...],
    sentence: Span,
    marks: tuple[Mention, ...],
    numbers: dict[Actor, int],
    actors: dict[int, Actor],
) -> list[Seen]:
    """Whom the coder sees outside all marks: a numbered actor once more ("who"), or one to whom nothing passes."""
    spans = [Span(sentence.start + mark.start, sentence.start + mark.end) for mark in marks]
    found = []
    for mention in mentions:
        if not sentence.contains(mention.span) or any(mention.span.overlaps(span) for span in spans):
            continue
        for actor in mention.actors:
            if actor not in numbers:
                numbers[actor] = max(actors, default=0) + 1
                actors[numbers[actor]] = actor
            found.append(Seen(mention.span, mention.kind, (numbers[actor],), mention))
    return found


def _shared(left: Span, right: Span) -> int:
    return min(left.end, right.end) - max(left.start, right.start)


def _relations(event: Event, order: dict[int, int], nobody: int, offset: int) -> Iterator[Relation]:
    actors = [order[n] for n in event.actors if n in order]
    recipients = [order[n] for n in event.recipients if n in order]
    if not actors and not recipients:
        return
    trigger = Span(offset + event.trigger[0], offset + event.trigger[1]) if event.trigger else None
    mutual = not event.recipients and len(actors) > 1 and event.type in MUTUAL | {"ASSAULT"}
    pairs = [(a, b) for a in actors for b in (actors if mutual else recipients or [nobody])] or [
        (nobody, b) for b in recipients
    ]
    for a, b in pairs:
        if a != b and event.type in TYPES:
            yield Relation(a, b, event.type, event.mode, event.status, trigger)
