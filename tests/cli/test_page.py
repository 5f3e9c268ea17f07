"""The self-contained page: links in both directions, nothing from outside, nothing unescaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

from made_coding import TEXT, coding
from whowhom.cli.page import page


class Page(HTMLParser):
    """Collects ids, local links, foreign references and whether tags are balanced."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.foreign: list[str] = []
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "link", "img"):
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href" and (value or "").startswith("#"):
                self.links.append((value or "")[1:])
            elif name in ("href", "src", "srcset", "action") or name.startswith("on"):
                self.foreign.append(f"{tag} {name}")
        if tag in ("script", "link", "img", "iframe"):
            self.foreign.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def body(text: str) -> str:
    return text[text.index("<body>") :]


def test_links_lead_somewhere_in_both_directions() -> None:
    found = Page(page([coding(), coding()]))
    assert not found.open
    assert len(found.ids) == len(set(found.ids))
    assert set(found.links) <= set(found.ids)
    assert {"d1e1", "d1w1-2", "d2e3", "d2w3-1"} <= set(found.links)


def test_nothing_comes_from_outside() -> None:
    text = page([coding()])
    assert not Page(text).foreign
    assert "url(" not in text
    assert "@import" not in text
    assert "default-src 'none'" in text


def test_the_articles_words_are_all_there_once_and_escaped() -> None:
    text = page([coding()])
    assert "<spoke>" not in text
    article = re.search(r"<article>(.*)<p class=\"note\">", text, re.S)
    assert article
    without_numbers = re.sub(r"<sup.*?</sup>|<p class=\"facts\">.*?</p>", "", article.group(1))
    words = unescape(re.sub(r"<[^>]+>", "", without_numbers)).split()
    assert words == TEXT.split()


def test_marks_take_the_colour_of_the_closest_event() -> None:
    text = page([coding()])
    assert re.search(r'<mark class="q3 d1e2"><a href="#d1e2">Norway ', text)
    assert re.search(r'<mark class="q4 d1e2 d1e3"><a href="#d1e3"><b class="q4">shelling</b>', text)


def test_hostile_names_and_titles_are_escaped() -> None:
    made = coding()
    event = made.events[1]
    bad = replace(event.actors[0], actor=replace(event.actors[0].actor, name='<img src=x onerror="1">'))
    document = replace(made.document, title='"><script>alert(1)</script>', blocks=(), publisher="<b>")
    made = replace(made, document=document, events=(replace(event, actors=(bad,)),), coder="<i>")
    found = Page(page([made]))
    assert not found.foreign
    assert "script" not in found.open


def test_same_codings_give_the_same_bytes() -> None:
    assert page([coding()]) == page([coding()])
