"""The command ``whowhom``: arguments → the reader, the evaluation, and one-line errors."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from whowhom.core.errors import WhowhomError

if TYPE_CHECKING:
    from whowhom.cli.read import Format

# Heavy parts (the parser, the vocabulary) are imported by the command that needs them: --help answers at once.
app = typer.Typer(
    name="whowhom",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="rich",
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Example: [bold]whowhom read article.txt --date 2025-06-19[/bold]   More: whowhom read --help",
)


def main() -> None:
    """Entry point: run the command; errors of ours are one line on stderr and exit status 2."""
    try:
        app()
    except WhowhomError as error:
        print(f"whowhom: {error}", file=sys.stderr)
        sys.exit(2)
    except BrokenPipeError:  # the reader of our output, such as head, has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        from whowhom.coding.pipeline import coder_fingerprint

        typer.echo(f"whowhom {version('whowhom')}, coder {coder_fingerprint()}")
        raise typer.Exit


@app.callback()
def whowhom(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and the coder.")
    ] = False,
) -> None:
    """Read news of international affairs and keep the record: who did what to whom, when, where, on whose word."""


@app.command(
    epilog=(
        "Examples\n\n"
        "[bold]whowhom read article.txt[/bold]   a table for people\n\n"
        "[bold]whowhom read page.html --html --output events.html[/bold]   the article, its words marked\n\n"
        "[bold]whowhom read articles/ feed.jsonl --csv > dyads.csv[/bold]   one row a dyad\n\n"
        "[bold]whowhom read article.txt --explain[/bold]   which words, rules and probabilities led to each event\n\n"
        "[bold]cat article.txt | whowhom read - --date 2025-06-19 --json[/bold]   records\n\n"
        "Exit status: 0 if anything could be read, 1 if nothing could, 2 for wrong arguments."
    )
)
def read(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help=(
                "Text files, .html pages, .jsonl of {id, text, date, title, publisher}, folders of these, "
                "or - for stdin."
            ),
            show_default=False,
        ),
    ],
    date: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Day of publication; wins over what the text says.")
    ] = "",
    title: Annotated[str, typer.Option(help="Headline, where the text does not say.")] = "",
    publisher: Annotated[str, typer.Option(help="Publisher, where the text does not say.")] = "",
    json: Annotated[bool, typer.Option("--json", help="One object (one file) or an array (several).")] = False,
    jsonl: Annotated[bool, typer.Option("--jsonl", help="One object a document and line.")] = False,
    csv: Annotated[bool, typer.Option("--csv", help="One row a dyad, with ISO and COW codes.")] = False,
    html: Annotated[bool, typer.Option("--html", help="One self-contained page with the words marked.")] = False,
    explain: Annotated[bool, typer.Option("--explain", help="The table, with why each event was coded so.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write there, not to stdout.")
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(min=0, max=1, metavar="P", help="Record acts from this probability on.", show_default=False),
    ] = None,
    types: Annotated[
        Path | None,
        typer.Option(metavar="FILE.toml", help="Label acts with your own types, too; see docs/own-types.md."),
    ] = None,
    rules_only: Annotated[bool, typer.Option("--rules-only", help="Code without the learnt model.")] = False,
) -> None:
    """Read articles into the events they report."""
    from whowhom.cli.read import Facts, run
    from whowhom.coding.own_types import read_own_types
    from whowhom.coding.settings import Settings

    form = _form({"json": json, "jsonl": jsonl, "csv": csv, "html": html, "explain": explain})
    settings = Settings(model=not rules_only, own_types=read_own_types(types) if types else None)
    if threshold is not None:
        settings = settings.from_probability(threshold)
    status = run(inputs, Facts(date, title, publisher), form, output, settings)
    raise typer.Exit(status)


def _form(wanted: Mapping[Format, bool]) -> Format:
    """The one form of output that the user asked for, else the table."""
    chosen = [form for form, asked in wanted.items() if asked]
    if len(chosen) > 1:
        raise typer.BadParameter("choose one of --json, --jsonl, --csv, --html and --explain")
    return chosen[0] if chosen else "table"


@app.command(
    name="eval",
    epilog=(
        "Tasks: articles, events, pairs, actors, attribution, times, places, stance, detect, clusters; "
        "docs/accuracy.md says what each reads and writes.\n\n"
        "Example: [bold]whowhom eval events sentences.jsonl predictions.jsonl[/bold]"
    ),
)
def evaluate(
    task: Annotated[str, typer.Argument(metavar="TASK", help="What to predict.", show_default=False)],
    source: Annotated[Path, typer.Argument(metavar="IN.jsonl", help="One record a line.", show_default=False)],
    target: Annotated[Path, typer.Argument(metavar="OUT.jsonl", help="One prediction a line.", show_default=False)],
) -> None:
    """Run the coder on a labelled set: one record a line in, one prediction a line out."""
    from whowhom.cli.evaluation import run

    run(task, source, target)


if __name__ == "__main__":
    main()
