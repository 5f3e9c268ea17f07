"""Plain text, as characters or bytes → Document with its blocks, or Skipped with the reason in one line."""

from __future__ import annotations

import codecs
import re
from datetime import date

from whowhom.core.document import Document, Skipped
from whowhom.core.ids import stable_id
from whowhom.text.language import ENGLISH, language_name, language_of
from whowhom.text.layout import blocks_of, date_of, title_of

# An article is some thousand characters long; beyond this it is a book or a dump, and reading would take minutes.
LONGEST_TEXT = 200_000
_LONGEST_UTF8_CHARACTER = 4
_BINARY = "binary file, not text"
_UNKNOWN_ENCODING = "unknown encoding: save the text as UTF-8"
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_MAGIC = (
    b"%PDF-",
    b"PK\x03\x04",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"BZh",
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def document_from_text(
    text: str,
    *,
    id: str | None = None,
    published: date | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
) -> Document | Skipped:
    """The text, unchanged, as a document with its blocks.

    What is given wins over what the text's own header says; ``title`` is also looked for in the text. The default id
    is a hash of the text. Skipped: nothing but white space, control characters, more than 200,000 characters, or
    another language than English.
    """
    name = id or stable_id("doc", text)
    reason = _reason_against(text)
    if reason:
        return Skipped(name, reason)
    language = language_of(text)
    if language != ENGLISH:
        return Skipped(name, f"written in {language_name(language)}: whowhom reads English")
    blocks = blocks_of(text, title)
    return Document(
        id=name,
        text=text,
        title=title.strip() or title_of(text, blocks),
        published=published or date_of(text, blocks),
        publisher=publisher.strip(),
        url=url.strip(),
        language=language,
        blocks=blocks,
    )


def _reason_against(text: str) -> str:
    """Why the text cannot be read, in one line, or ""."""
    if not text.strip("\ufeff \t\r\n") or text.isspace():
        return "empty: no text"
    if len(text) > LONGEST_TEXT:
        return f"too long: {len(text):,} characters, the limit is {LONGEST_TEXT:,}"
    if "\x00" in text or len(_CONTROL.findall(text)) * 50 > len(text):
        return _BINARY
    return "broken Unicode: half of a surrogate pair" if _SURROGATE.search(text) else ""


def document_from_bytes(
    data: bytes,
    *,
    id: str | None = None,
    published: date | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
) -> Document | Skipped:
    """As ``document_from_text``, for undecoded text; what is no text at all is Skipped."""
    text = decoded(data)
    if isinstance(text, Skipped):
        return Skipped(id or text.id, text.reason)
    return document_from_text(text, id=id, published=published, title=title, publisher=publisher, url=url)


def decoded(data: bytes) -> str | Skipped:
    """The characters of ``data``: by byte order mark, as UTF-8, as UTF-16 by its zeros, else as Windows-1252.

    Windows-1252 reads any bytes, so it counts only where the result looks like Western text. A few broken bytes in
    UTF-8 become U+FFFD; a character cut off at the end is dropped. The mark itself is no part of the text.
    """
    name = stable_id("doc", data.hex() if len(data) < 1_000_000 else data[:1_000_000].hex())
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    if data.startswith(_MAGIC):
        return Skipped(name, _BINARY)
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    if b"\x00" in data:
        return Skipped(name, _BINARY)
    text = _narrow(data)
    if text is None:
        return Skipped(name, _BINARY if _is_noise(data) else _UNKNOWN_ENCODING)
    return text


def _wide_encoding(data: bytes) -> str:
    """UTF-16 without a mark: nearly every second byte of English is zero then."""
    sample = data[:4000]
    half = len(sample) // 2
    if half < 4 or len(data) % 2:
        return ""
    zeros = (sample[0::2].count(0), sample[1::2].count(0))
    if zeros[1] > half * 0.7 and zeros[0] < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if zeros[0] > half * 0.7 and zeros[1] < half * 0.05 else ""


def _narrow(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        cut = error.start if len(data) - error.start < _LONGEST_UTF8_CHARACTER and "end of data" in error.reason else 0
    if cut:
        return data[:cut].decode("utf-8")
    mended = data.decode("utf-8", errors="replace")
    broken = mended.count("\ufffd")
    if broken * 10 <= sum(character > "\x7f" for character in mended):
        return mended
    return _western(data)


def _western(data: bytes) -> str | None:
    """Windows-1252, or Latin-1 where that has no character, when the result looks like Western prose; else None."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        text = data.decode("latin-1")
    foreign = sum(character > "\x7f" for character in text)
    letters = sum(character.isalpha() or character.isspace() for character in text)
    plausible = foreign * 5 <= len(text) and letters * 2 >= len(text) and len(_CONTROL.findall(text)) * 50 <= len(text)
    return text if plausible else None


def _is_noise(data: bytes) -> bool:
    """True when control bytes show that the file was never text."""
    sample = data[:20_000]
    control = sum(byte < 32 and byte not in (9, 10, 12, 13, 27) for byte in sample)
    return control * 50 > len(sample)
