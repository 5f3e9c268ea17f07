"""A page becomes its article with the page's own metadata; a page without one is Skipped."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from whowhom.core.document import Document, Skipped
from whowhom.text.html import document_from_html

PAGE = """<!doctype html><html><head><title>Talks reopen in Oslo - The Wire</title>
<meta property="og:site_name" content="The Wire"><meta property="article:published_time" content="2019-06-03T10:00:00Z">
<link rel="canonical" href="https://wire.example/talks"></head><body><nav><a href="/">Home</a></nav>
<article><h1>Talks reopen in Oslo</h1>
<p>OSLO (AP) — The foreign ministers of Norway and Peru agreed on Monday to reopen talks on fishing rights in the
southern ocean, their offices said after a meeting that lasted most of the night.</p><h2>Next steps</h2>
<p>Officials of both sides said a second round would follow within weeks, and that neither government would send patrol
boats into the disputed waters before then.</p></article><footer>© The Wire</footer></body></html>"""


def test_page_gives_text_title_date_site_and_address() -> None:
    found = document_from_html(PAGE.encode(), title="Given", publisher="Given")
    assert isinstance(found, Document)
    assert (found.title, found.published, found.publisher, found.url) == (
        "Talks reopen in Oslo", date(2019, 6, 3), "The Wire", "https://wire.example/talks",
    )  # fmt: skip
    assert [block.kind for block in found.blocks] == ["title", "dateline", "paragraph", "heading", "paragraph"]
    assert "Home" not in found.text


def test_given_date_wins_over_the_page_and_reading_twice_gives_the_same() -> None:
    first, second = (document_from_html(PAGE, published=date(2020, 1, 1)) for _ in range(2))
    assert isinstance(first, Document)
    assert first.published == date(2020, 1, 1)
    assert first == second


def test_page_without_date_has_none() -> None:
    page = PAGE.replace('<meta property="article:published_time" content="2019-06-03T10:00:00Z">', "")
    found = document_from_html(page)
    assert isinstance(found, Document)
    assert found.published is None


@pytest.mark.parametrize(
    "data", [b"", b"<html></html>", b"<html><body><nav><a href='/'>Home</a></nav></body></html>", b"\x00\xff"]
)
def test_page_without_article_is_skipped(data: bytes) -> None:
    assert document_from_html(data, id="p") == Skipped("p", "no article text found in the page")


@settings(max_examples=60, deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(lambda words: f"<html><p>{words}</p>".encode("utf-8", "replace")),
    )
)
def test_any_bytes_give_a_document_or_a_reason(data: bytes) -> None:
    assert isinstance(document_from_html(data), Document | Skipped)
