"""Token ranges → mentions."""

from __future__ import annotations

from spacy.tokens import Doc

from whowhom.coding.mentions.mention import ActorMention, MentionKind
from whowhom.core.actor import Actor
from whowhom.core.span import Span


def make_mention(doc: Doc, start: int, end: int, kind: MentionKind, found: tuple[Actor, ...]) -> ActorMention:
    """A mention over tokens ``[start, end)`` with its syntactic head and character span."""
    span = doc[start:end]
    return ActorMention(start, end, span.root.i, Span(span.start_char, span.end_char), kind, found)


def text_of(doc: Doc, start: int, end: int) -> str:
    """The words of a token range, white space evened out."""
    return " ".join(doc[start:end].text.split())
