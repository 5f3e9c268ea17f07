"""Text or tokens → folded words, so that "Al-Qaeda", "al Qaeda", "U.N." and "UN" look the same to the vocabulary."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc

POSSESSIVE = "'s"
_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "´": "'"})
_PIECE = re.compile(r"'s?(?!\w)|[\w.&'+]+|[^\w\s]")
_HYPHENS = re.compile(r"[-‐‑–—/]")
_LETTERLESS = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe"})


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word: ``key`` to look it up, ``text`` as written, ``token`` the index of the token it comes from."""

    key: str
    text: str
    token: int


@lru_cache(maxsize=50_000)
def fold(text: str) -> str:
    """Lower case without accents, full stops and apostrophes; a lone possessive becomes ``'s``."""
    plain = text.translate(_APOSTROPHES)
    if plain in ("'s", "'S", "'"):
        return POSSESSIVE
    if plain.isascii():
        lower = plain.lower()
    else:
        lower = "".join(c for c in unicodedata.normalize("NFKD", plain.lower()) if not unicodedata.combining(c))
        lower = lower.translate(_LETTERLESS)
    stripped = lower.replace(".", "").replace("'", "")
    return stripped or plain


def _pieces(text: str, token: int) -> list[Word]:
    return [Word(fold(piece), piece, token) for piece in _HYPHENS.split(text) if piece]


def words_of(doc: Doc) -> tuple[Word, ...]:
    """The words of a parsed document; hyphens and white space give none, so hyphenated names match either way."""
    return tuple(word for token in doc if not token.is_space for word in _pieces(token.text, token.i))


def split(text: str) -> tuple[Word, ...]:
    """The words of a bare string, with their own index as token."""
    plain = text.translate(_APOSTROPHES)
    pieces = [piece for chunk in _HYPHENS.split(plain) for piece in _PIECE.findall(_apart(chunk))]
    return tuple(Word(fold(piece), piece, index) for index, piece in enumerate(pieces))


def _apart(text: str) -> str:
    return re.sub(r"'s?(?=\s|$)", " 's ", text, flags=re.IGNORECASE)


def key_of(text: str) -> tuple[str, ...]:
    """The lookup key of a vocabulary string."""
    return tuple(word.key for word in split(text))
