"""Coding → a table for people in a terminal: one row an event, the words that prove it under the row."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from whowhom.cli import wording
from whowhom.core.actor import Party
from whowhom.core.coding import Coding
from whowhom.core.event import Event
from whowhom.vocab import ontology

QUAD_STYLES = {1: "blue", 2: "green", 3: "yellow", 4: "red"}
NARROW = 84
WIDEST = 132
WHEN = 15  # "25–31 Jan 2021" and a space
HEADINGS = ("when", "what", "who → whom", "on whose word", "where")


def print_coding(console: Console, coding: Coding, *, explain: bool = False) -> None:
    """Print one document: its title line, its events in the order of the text, its notes.

    With ``explain``, under each event how the coder came to it.
    """
    console.print(heading(coding))
    narrow = console.width < NARROW
    width = min(console.width, WIDEST)
    if coding.events and not narrow:
        console.print(_row(width, *(Text(name, style="dim") for name in HEADINGS)))
    for event in coding.events:
        console.print(_narrow(event) if narrow else _wide(event, width))
        if explain:
            console.print(Padding(_decisions(event), (0, 0, 1, 2 if narrow else WHEN)))
    if not coding.events:
        console.print(Text("no events", style="dim"))
    for note in coding.notes:
        console.print(Text(f"note: {wording.clean(note)}", style="dim italic"))


def heading(coding: Coding) -> RenderableType:
    """Title, publisher and day of publication over a rule."""
    document = coding.document
    title = wording.shorten(document.title or document.id, 110)
    published = wording.day(document.published) if document.published else "no date"
    facts = " · ".join(filter(None, (wording.clean(document.publisher), published)))
    return Group(Text(), Text(title, style="bold"), Text(facts, style="dim"), Rule(style="dim"))


def _row(width: int, *cells: RenderableType) -> Table:
    """One row of the wide form; fixed widths keep the rows of all events in line."""
    fixed = (WHEN, 19, 0, 21, 16) if width >= 110 else (WHEN, 19, 0, 15, 10)
    middle = width - sum(fixed) - 4
    table = Table.grid(padding=(0, 1, 0, 0))
    for each in fixed:
        table.add_column(width=(each or middle) - 1, overflow="fold")
    table.add_row(*cells)
    return table


def _wide(event: Event, width: int) -> RenderableType:
    row = _row(
        width,
        Text(wording.dates(event.date), style="" if event.date else "dim"),
        _what(event),
        _who_whom(event),
        Text(wording.on_whose_word(event)),
        Text(wording.place_name(event.place)),
    )
    return Group(row, Padding(_quotes(event), (0, 2, 1, WHEN), expand=False))


def _narrow(event: Event) -> RenderableType:
    """The same facts in lines instead of columns."""
    facts = [wording.dates(event.date), wording.place_name(event.place)]
    if word := wording.on_whose_word(event):
        facts.append(f"says {word}")
    return Group(
        Text.assemble(_what(event, " "), "  ", Text(" · ".join(filter(None, facts)), style="dim")),
        _who_whom(event),
        Padding(_quotes(event), (0, 0, 1, 2), expand=False),
    )


def _what(event: Event, joint: str = "\n") -> Text:
    style = QUAD_STYLES[ontology.quad(event.type)]
    text = Text(event.type, style=f"bold {style}")
    if event.mode:
        text.append(f" {event.mode}", style=f"not bold {style}")
    if event.status != "actual":
        text.append(f"{joint}{event.status}", style=f"not bold italic {style}")
    for name, _ in event.own_types:
        text.append(f"{joint}{wording.clean(name)}", style="not bold magenta")
    return text


def _who_whom(event: Event) -> Text:
    who, whom = _parties(event.actors), _parties(event.recipients)
    if not event.recipients:
        return who
    return Text.assemble(who, Text(" → ", style="bold"), whom)


def _parties(parties: tuple[Party, ...]) -> Text:
    if not parties:
        return Text("not named", style="dim italic")
    return Text(", ").join(_party(party) for party in parties)


def _party(party: Party) -> Text:
    actor = party.actor
    text = Text(wording.clean(actor.name))
    codes = wording.codes(actor)
    return text.append(f" {codes}", style="dim") if codes else text


def _quotes(event: Event) -> Text:
    return Text("\n").join(_quote_lines(event))


def _quote_lines(event: Event) -> Iterator[Text]:
    for quote in event.evidence[:3]:
        yield Text(wording.quoted(quote.text, 240), style="italic dim")
    if (more := len(event.evidence) - 3) > 0:
        yield Text(f"and told {more} more time{'s' if more > 1 else ''}", style="dim")


def _decisions(event: Event) -> Text:
    """A line for each telling: its trigger, what led to the type, the model's probabilities."""
    return Text("\n").join(Text(wording.decision(claim), style="cyan") for claim in event.claims)
