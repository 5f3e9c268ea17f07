"""The table for people, at several widths."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from rich.console import Console

from made_coding import coding
from whowhom.cli.table import print_coding
from whowhom.core.coding import Coding


def printed(made: Coding, width: int) -> str:
    stream = io.StringIO()
    print_coding(Console(file=stream, width=width, highlight=False), made)
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 70, 100, 180])
def test_every_fact_is_there_and_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = printed(coding(), width)
    words = " ".join(text.split())
    for fact in ("CONSULT", "phone", "Norway", "PER GOV", "→", "rebels", "hypothetical", "19 Jun 2025", "Oslo NOR"):
        assert fact in words, fact
    assert "Peru & Norway held the call" in words
    assert max(map(len, text.splitlines())) <= width


def test_square_brackets_of_a_text_are_shown_as_they_are() -> None:
    made = coding()
    event = made.events[0]
    quote = replace(event.evidence[0], text="he [the minister] [bold]agreed[/bold]")
    made = replace(made, events=(replace(event, evidence=(quote,)),))
    assert "he [the minister] [bold]agreed[/bold]" in printed(made, 100)


def test_many_tellings_are_counted_not_listed() -> None:
    made = coding()
    event = made.events[0]
    quotes = tuple(replace(event.evidence[0], text=f"telling {number}") for number in range(6))
    text = printed(replace(made, events=(replace(event, evidence=quotes),)), 100)
    assert "telling 2" in text
    assert "telling 3" not in text
    assert "and told 3 more times" in text


def test_document_without_events_says_so() -> None:
    assert "no events" in printed(replace(coding(), events=()), 100)
