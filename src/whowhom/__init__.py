"""Who did what to whom, and on whose word: reads news of international affairs and keeps the record."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from datetime import date

    from whowhom.coder import code, code_all
    from whowhom.coding.pipeline import coder_fingerprint
    from whowhom.core.actor import Actor, Party
    from whowhom.core.attribution import Attribution
    from whowhom.core.claim import Claim
    from whowhom.core.coding import Coding
    from whowhom.core.document import Document, Skipped
    from whowhom.core.errors import WhowhomError
    from whowhom.core.event import Event
    from whowhom.exchange.codebook import coding_record

__version__ = "0.1.0"

# Where each public name lives: loaded on first use, so that ``whowhom --help`` does not wait for the parser.
_HOMES = {
    "Actor": "core.actor",
    "Attribution": "core.attribution",
    "Claim": "core.claim",
    "Coding": "core.coding",
    "Document": "core.document",
    "Event": "core.event",
    "Party": "core.actor",
    "Skipped": "core.document",
    "WhowhomError": "core.errors",
    "code": "coder",
    "code_all": "coder",
    "coder_fingerprint": "coding.pipeline",
    "coding_record": "exchange.codebook",
}

__all__ = [
    "Actor",
    "Attribution",
    "Claim",
    "Coding",
    "Document",
    "Event",
    "Party",
    "Skipped",
    "WhowhomError",
    "code",
    "code_all",
    "coder_fingerprint",
    "coding_record",
    "read",
]


def read(text: str, *, published: date | str | None = None, title: str = "", publisher: str = "") -> Coding:
    """What ``text``, one news article, says was done by whom to whom: its claims and events.

    ``published`` is the day of publication, a date or ISO 8601; without it, and without a date in the text,
    acts that need one stay undated. Raises InputError with the reason when the text cannot be read: empty,
    another language.
    """
    from whowhom.coder import code
    from whowhom.core.document import Skipped
    from whowhom.core.errors import InputError
    from whowhom.text.plain import document_from_text

    day = _day(published) if isinstance(published, str) else published
    document = document_from_text(text, title=title, published=day, publisher=publisher)
    if isinstance(document, Skipped):
        raise InputError(document.reason)
    return code(document)


def _day(text: str) -> date:
    from datetime import date

    from whowhom.core.errors import InputError

    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise InputError(f"not a day: {text!r}; write it as 2025-06-19") from error


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'whowhom' has no attribute {name!r}")
    return getattr(import_module(f"whowhom.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
