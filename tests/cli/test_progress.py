"""The progress bar: never between the lines of what is written to the same terminal."""

from __future__ import annotations

import io

from rich.console import Console

from whowhom.cli.read import _progress


def test_the_bar_is_off_the_screen_while_somebody_writes() -> None:
    screen = io.StringIO()
    with _progress(Console(file=screen, force_terminal=True, width=60), 5) as bar:
        bar.advance()
        with bar.hidden():
            before = screen.getvalue()
            screen.write("TABLE\n")
        bar.advance()
    assert "reading" in before
    assert before.rstrip("\r\n").endswith("\x1b[2K")
    assert "reading" in screen.getvalue().split("TABLE\n")[1]


def test_there_is_no_bar_for_one_input_or_without_a_terminal() -> None:
    for inputs, terminal in ((1, True), (5, False)):
        screen = io.StringIO()
        with _progress(Console(file=screen, force_terminal=terminal, width=60), inputs) as bar:
            bar.advance()
            with bar.hidden():
                pass
        assert screen.getvalue() == ""
