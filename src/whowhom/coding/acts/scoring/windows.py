"""A parsed document with its mentions → windows: each sentence with the one before it and the actors named in both."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention, MentionKind
from whowhom.core.actor import Actor
from whowhom.core.span import Span


@dataclass(frozen=True, slots=True)
class Slot:
    """An actor of a window with the spans that name it: in the sentence, else in the one before (``here`` is False)."""

    actor: Actor
    spans: tuple[Span, ...]
    here: bool
    kind: MentionKind


@dataclass(frozen=True, slots=True)
class Window:
    """``before`` and ``sentence`` are spans of the document's text; ``before`` is None at its start.

    ``slots`` are ordered by their first span in the sentence, then those of the sentence before.
    """

    before: Span | None
    sentence: Span
    slots: tuple[Slot, ...]


# No window has more actors: a list of delegations would make thousands of pairs.
MOST_SLOTS = 24


def windows(doc: Doc, mentions: Iterable[ActorMention]) -> tuple[Window, ...]:
    """The windows of a document, one for every sentence in which an actor stands, in text order."""
    found: list[Window] = []
    resolved = [mention for mention in mentions if mention.actors]
    before: Span | None = None
    for sentence in doc.sents:
        words = [token for token in sentence if not token.is_space]
        if not words:
            continue
        span = Span(words[0].idx, words[-1].idx + len(words[-1]))
        if slots := slots_of(before, span, resolved):
            found.append(Window(before, span, slots))
        before = span
    return tuple(found)


def slots_of(before: Span | None, sentence: Span, mentions: Iterable[ActorMention]) -> tuple[Slot, ...]:
    """The actors of a window; none when nobody is named in the sentence itself."""
    here: dict[Actor, list[ActorMention]] = {}
    there: dict[Actor, list[ActorMention]] = {}
    for mention in mentions:
        table = here if sentence.contains(mention.span) else there if before and before.contains(mention.span) else None
        for actor in mention.actors if table is not None else ():
            table.setdefault(actor, []).append(mention)  # type: ignore[union-attr]
    if not here:
        return ()
    slots = [_slot(actor, found, True) for actor, found in here.items()]
    slots += [_slot(actor, found, False) for actor, found in there.items() if actor not in here]
    return tuple(slots[:MOST_SLOTS])


def _slot(actor: Actor, mentions: list[ActorMention], here: bool) -> Slot:
    return Slot(actor, tuple(mention.span for mention in mentions), here, mentions[0].kind)
