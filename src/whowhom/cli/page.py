"""Codings → one self-contained HTML page: the words marked, and linked both ways with the cards of their events."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib.resources import files

from whowhom.cli import wording
from whowhom.cli.marked_text import marked_text
from whowhom.core.actor import Party
from whowhom.core.coding import Coding
from whowhom.core.event import Event
from whowhom.vocab import ontology

# No script at all, and nothing that the browser would fetch: the page may come from an untrusted article.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def page(codings: Sequence[Coding]) -> str:
    """The whole page as HTML text."""
    title = codings[0].document.title if len(codings) == 1 else wording.count(len(codings), "document")
    style = files("whowhom.cli").joinpath("page.css").read_text(encoding="utf-8")
    body = "\n".join(_document(number, coding) for number, coding in enumerate(codings, 1))
    return f"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_text(title or "whowhom")}</title>
<style>
{style}{_pairing_rules(codings)}</style>
</head>
<body>
<header class="page">{_legend()}{_contents(codings)}</header>
{body}
<footer class="page">{_coders(codings)}</footer>
</body>
</html>
"""


def _text(text: str) -> str:
    return escape(wording.clean(text), quote=True)


def _legend() -> str:
    spans = (f'<span class="q{quad}">{name}</span>' for quad, name in wording.QUAD_NAMES.items())
    return f'<div class="legend">{"".join(spans)}</div>'


def _contents(codings: Sequence[Coding]) -> str:
    if len(codings) < 2:
        return ""
    lines = (
        f'<li><a href="#d{number}">{_text(coding.document.title or coding.document.id)}</a>, '
        f"{wording.count(len(coding.events), 'event')}</li>"
        for number, coding in enumerate(codings, 1)
    )
    return f"<nav><ol>{''.join(lines)}</ol></nav>"


def _coders(codings: Sequence[Coding]) -> str:
    names = dict.fromkeys(coding.coder for coding in codings)
    return "read by coder " + ", ".join(_text(name) for name in names)


def _pairing_rules(codings: Sequence[Coding]) -> str:
    """Pointing at a card lights its words, pointing at words lights their cards: CSS alone, one rule an event."""
    lines: list[str] = []
    for number, coding in enumerate(codings, 1):
        for index in range(1, len(coding.events) + 1):
            key = f"d{number}e{index}"
            lines.append(
                f"body:has(#{key}:hover) .{key}{{outline:2px solid var(--q);outline-offset:1px}}"
                f"body:has(.{key}:hover) #{key}{{box-shadow:0 0 0 2px var(--q)}}"
            )
    return "\n".join(lines) + "\n" if lines else ""


def _document(number: int, coding: Coding) -> str:
    document = coding.document
    published = wording.day(document.published) if document.published else "no date"
    facts = " · ".join(filter(None, (_text(document.publisher), published)))
    cards = "\n".join(_card(f"d{number}", index, event) for index, event in enumerate(coding.events, 1))
    headline, paragraphs = marked_text(coding, f"d{number}")
    notes = "".join(f'<p class="note">{_text(note)}</p>' for note in coding.notes)
    return f"""<section class="document" id="d{number}">
<article>
<h1>{headline}</h1>
<p class="facts">{facts}</p>
{paragraphs}
{notes}</article>
<aside><h2>{wording.count(len(coding.events), "event")}</h2>
{cards}
</aside>
</section>"""


def _card(prefix: str, index: int, event: Event) -> str:
    mode = f"<span>{_text(event.mode)}</span>" if event.mode else ""
    status = f'<span class="status">{event.status}</span>' if event.status != "actual" else ""
    return f"""<div class="event q{ontology.quad(event.type)}" id="{prefix}e{index}">
<div class="what"><strong>{event.type}</strong>{mode}{status}<span class="number">{index}</span></div>
<p class="who">{_who_whom(event)}</p>
<div class="about">{_about(event)}</div>
{"".join(_quotes(prefix, index, event))}</div>"""


def _about(event: Event) -> str:
    facts = [wording.dates(event.date), wording.place_name(event.place)]
    if word := wording.on_whose_word(event):
        facts.append(f"on the word of {word}")
    return " · ".join(_text(fact) for fact in facts if fact)


def _who_whom(event: Event) -> str:
    who = _parties(event.actors)
    return f'{who} <span class="arrow">→</span> {_parties(event.recipients)}' if event.recipients else who


def _parties(parties: tuple[Party, ...]) -> str:
    if not parties:
        return '<span class="nobody">not named</span>'
    return ", ".join(
        f"{_text(party.actor.name)} <small>{_text(wording.codes(party.actor))}</small>" for party in parties
    )


def _quotes(prefix: str, index: int, event: Event) -> Iterator[str]:
    for number, quote in enumerate(event.evidence, 1):
        words = _text(wording.quoted(quote.text, 300))
        yield f'<blockquote><a href="#{prefix}w{index}-{number}">{words}</a></blockquote>'
