"""A parsed document → its quotations between double quotation marks, each with the head token of its speaker."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from whowhom.coding.mentions.reference.clauses import own_subject, subject_of
from whowhom.vocab.load import read_toml

_OPENING = frozenset("“«„")
_CLOSING = frozenset("”»")
_STRAIGHT = frozenset({'"', "''", "``", "＂"})
# How many tokens after a quotation its "said X" may begin.
_REACH = 12


@dataclass(frozen=True, slots=True)
class Quotation:
    """Tokens ``[start, end)`` between the marks; ``speaker`` is the head token of who says them, None if unknown."""

    start: int
    end: int
    speaker: int | None


def quotations(doc: Doc) -> tuple[Quotation, ...]:
    """Every quotation in order; one without words of saying keeps the speaker of the one before it."""
    found: list[Quotation] = []
    ranges = list(_ranges(doc))
    quoted = {position for start, end in ranges for position in range(start, end)}
    for start, end in ranges:
        speaker = _governor(doc, start, end, quoted)
        if doc[end - 1].text == "." and end - start > 5:
            # A full stop inside the marks ends the sentence: what follows speaks of something else.
            speaker = speaker if speaker is not None and speaker.i < start else None
        else:
            speaker = speaker or _after(doc, end, quoted)
        speaker = speaker or _before(doc, start, quoted)
        if speaker is not None:
            found.append(Quotation(start, end, speaker.i))
        else:
            found.append(Quotation(start, end, found[-1].speaker if found and _close(doc, found[-1], start) else None))
    return tuple(found)


def _ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    opened: int | None = None
    for token in doc:
        text = token.text
        if token.is_space and "\n" in text and opened is not None:
            # A quotation over several paragraphs is opened again at the start of each.
            yield opened, token.i
            opened = None
        elif text in _OPENING or (text in _STRAIGHT and opened is None):
            if opened is not None and token.i > opened:
                yield opened, token.i
            opened = token.i + 1
        elif (text in _CLOSING or text in _STRAIGHT) and opened is not None:
            if token.i > opened:
                yield opened, token.i
            opened = None
    if opened is not None and opened < len(doc):
        yield opened, len(doc)


def _close(doc: Doc, before: Quotation, start: int) -> bool:
    """True when only a sentence or so lies between both quotations."""
    return start - before.end < 40


def _governor(doc: Doc, start: int, end: int, quoted: set[int]) -> Token | None:
    """The subject of the first verb outside the marks that governs the quoted words."""
    for position in (start, (start + end) // 2, end - 1):
        token = doc[position]
        for _ in range(20):
            if token.i not in quoted and token.pos_ in ("VERB", "AUX"):
                speaker = _speaker(token, quoted)
                if speaker is not None:
                    return speaker
            if token.head == token:
                break
            token = token.head
    return None


def _speaker(verb: Token, quoted: set[int]) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent":
            return next((inner for inner in child.children if inner.dep_ == "pobj"), None)
    subject = subject_of(verb)
    return subject if subject is not None and subject.i not in quoted else None


def _after(doc: Doc, end: int, quoted: set[int]) -> Token | None:
    """The subject of a verb of saying right after the closing mark, also where the parser cut the sentence there."""
    saying = read_toml("reference.toml")["speech"]["verbs"]
    for position in range(end, min(end + _REACH, len(doc))):
        token = doc[position]
        if position in quoted or (token.is_space and "\n" in token.text):
            return None
        if token.pos_ == "VERB" and token.lemma_ in saying:
            subject = own_subject(token)
            return subject if subject is not None and subject.i not in quoted else None
        if token.text in (".", "!", "?") and position > end + 1:
            return None
    return None


def _before(doc: Doc, start: int, quoted: set[int]) -> Token | None:
    """The speaker of ``X said: "…"`` where the parser cut the sentence at the colon or comma."""
    position = start - 2
    if position < 1 or doc[position].text not in (":", ","):
        return None
    for token in reversed(doc[max(0, position - 25) : position]):
        if token.i in quoted or token.text in (".", "!", "?"):
            return None
        if token.pos_ == "VERB":
            subject = subject_of(token)
            if subject is not None:
                return subject
    return None
