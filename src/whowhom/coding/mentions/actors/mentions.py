"""Token ranges → mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention, MentionKind
from whowhom.core.actor import Actor
from whowhom.core.span import Span


def make_mention(
    doc: Doc, start: int, end: int, kind: MentionKind, found: tuple[Actor, ...], core: tuple[int, int] | None = None
) -> ActorMention:
    """A mention over tokens ``[start, end)`` with its syntactic head and character span.

    The head is the span's root if that is a noun, else the root of the core.
    """
    span = doc[start:end]
    head = span.root
    if core is not None and head.pos_ not in ("NOUN", "PROPN", "PRON"):
        head = doc[core[0] : core[1]].root
    return ActorMention(start, end, head.i, Span(span.start_char, span.end_char), kind, found)


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of a token range, white space evened out."""
    return " ".join(doc[start:end].text.split())
