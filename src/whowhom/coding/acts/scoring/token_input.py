"""A window over its document's text → the numbers that the encoder reads, and where each actor stands in them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from whowhom.coding.acts.scoring.rule_features import sector_group
from whowhom.coding.acts.scoring.windows import Window
from whowhom.core.errors import CoderError
from whowhom.core.span import Span

_START, _END = "[CLS]", "[SEP]"
# A mark before each mention says of what kind its actor is; the tokenizer knows these words and no text has them.
_MARK = "[unused{}]"
# How much of a mention's vector is the mark's.
_MARK_WEIGHT = 0.5
MOST_BEFORE = 16
MOST_TOKENS = 192


@dataclass(frozen=True)
class TokenInput:
    """``ids`` and ``segments`` have one number a word piece; ``pooling`` has shape (slots, word pieces).

    ``segments`` is 0 for the sentence before and 1 for the sentence. A row of ``pooling`` holds the weights, which sum
    to 1, of the pieces that name the slot's actor. ``pivots``, shape (slots + 1, slots + 1), names the piece where the
    paths of two actors meet, 0 where they do not. ``spans`` are the pieces' characters, None for marks.
    """

    ids: NDArray[np.int64]
    segments: NDArray[np.int64]
    pooling: NDArray[np.float32]
    pivots: NDArray[np.int64]
    spans: tuple[Span | None, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A word piece with its characters, or a mark with the characters of the mention that it stands before."""

    id: int
    span: Span | None = None
    marked: Span | None = None


def token_input(tokenizer: Tokenizer, window: Window, text: str, pivots: NDArray[np.int64]) -> TokenInput:
    """The input for one window; the sentence before loses its beginning, the sentence its end, if they are too long."""
    before = _pieces(tokenizer, window, window.before, text)[-MOST_BEFORE:]
    here = _pieces(tokenizer, window, window.sentence, text)[: MOST_TOKENS - len(before) - 3]
    start, end = (_Piece(_id(tokenizer, mark)) for mark in (_START, _END))
    pieces = [start, *before, end, *here, end]
    first = len(before) + 2
    return TokenInput(
        ids=np.array([piece.id for piece in pieces], np.int64),
        segments=np.array([int(index >= first) for index in range(len(pieces))], np.int64),
        pooling=_pooling(window, pieces),
        pivots=_piece_numbers(pieces, pivots),
        spans=tuple(piece.span for piece in pieces),
    )


def _pieces(tokenizer: Tokenizer, window: Window, span: Span | None, text: str) -> list[_Piece]:
    if span is None:
        return []
    marks = sorted(
        (named, _id(tokenizer, _MARK.format(1 + sector_group(slot.actor.sector))))
        for slot in window.slots
        for named in slot.spans
        if span.contains(named)
    )
    encoding: Encoding = tokenizer.encode(span.of(text), add_special_tokens=False)
    found: list[_Piece] = []
    for number, (start, end) in zip(encoding.ids, encoding.offsets, strict=True):
        while marks and marks[0][0].start < span.start + end:
            named, mark = marks.pop(0)
            found.append(_Piece(mark, marked=named))
        found.append(_Piece(number, Span(span.start + start, span.start + end)))
    return found


def _piece_numbers(pieces: list[_Piece], characters: NDArray[np.int64]) -> NDArray[np.int64]:
    """The characters' numbers → those of the pieces that cover them; 0, the first mark, for none."""
    at = {start: n for n, piece in enumerate(pieces) if piece.span for start in range(piece.span.start, piece.span.end)}
    found = [[at.get(int(character), 0) for character in row] for row in characters]
    return np.array(found, np.int64)


def _id(tokenizer: Tokenizer, piece: str) -> int:
    number = tokenizer.token_to_id(piece)
    if number is None:
        raise CoderError(f"the model's tokenizer does not know {piece}")
    return int(number)


def _pooling(window: Window, pieces: list[_Piece]) -> NDArray[np.float32]:
    table = np.zeros((len(window.slots), len(pieces)), np.float32)
    starts = np.array([piece.span.start if piece.span else -1 for piece in pieces])
    ends = np.array([piece.span.end if piece.span else -1 for piece in pieces])
    marks = [(index, piece.marked) for index, piece in enumerate(pieces) if piece.marked is not None]
    for row, slot in zip(table, window.slots, strict=True):
        words = np.zeros(len(pieces), bool)
        for span in slot.spans:
            words |= (starts < span.end) & (ends > span.start)
        row[words] = (1 - _MARK_WEIGHT) / max(1, int(words.sum()))
        own = [index for index, marked in marks if marked in slot.spans]
        row[own] = _MARK_WEIGHT / max(1, len(own))
    return table
