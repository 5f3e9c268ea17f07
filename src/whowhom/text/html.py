"""A web page → Document of its main text, with title, date, site and address from the page's own metadata."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import trafilatura
from lxml.etree import LxmlError  # type: ignore[import-untyped]

from whowhom.core.document import Document, Skipped
from whowhom.core.ids import stable_id
from whowhom.text.dates import read_date
from whowhom.text.plain import document_from_text

LONGEST_PAGE = 20_000_000
_FEWEST_WORDS = 10
_NO_ARTICLE = "no article text found in the page"
# Metadata and address only: a date guessed from the running text is worth less than none. htmldate's latest day would
# otherwise be today, and the reading would depend on the day it is done.
_DATES = {"original_date": True, "extensive_search": False, "min_date": "1990-01-01", "max_date": "2100-12-31"}


def document_from_html(
    data: bytes | str,
    *,
    id: str | None = None,
    published: date | None = None,
    title: str = "",
    publisher: str = "",
    url: str = "",
) -> Document | Skipped:
    """The page's article as a document whose text is what trafilatura takes for the main text.

    The page's own title, site name and canonical address win over the given ones, a given ``published`` over the
    page's. A page without an article is Skipped, as is one above 20 MB. Nothing is fetched.
    """
    name = id or stable_id("doc", data if isinstance(data, str) else data.hex())
    if len(data) > LONGEST_PAGE:
        return Skipped(name, f"too long: {len(data):,} bytes of HTML, the limit is {LONGEST_PAGE:,}")
    page = _extracted(data, url)
    if page is None or len((page.text or "").split()) < _FEWEST_WORDS:
        return Skipped(name, _NO_ARTICLE)
    document = document_from_text(
        page.text,
        id=id,
        published=published or read_date(page.date),
        title=page.title or title,
        publisher=page.sitename or page.hostname or publisher,
        url=page.url or url,
    )
    return replace(document, id=name) if isinstance(document, Skipped) else document


def _extracted(data: bytes | str, url: str) -> Any:
    """trafilatura's document, or None where it finds no page or gives up on it."""
    try:
        return trafilatura.bare_extraction(
            data,
            url=url or None,
            with_metadata=True,
            include_comments=False,
            include_tables=False,
            deduplicate=False,
            date_extraction_params=_DATES,
        )
    except (LxmlError, ValueError, TypeError, AttributeError, RecursionError, LookupError):
        return None
