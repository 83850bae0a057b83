"""``readiness help``: the topics, and the help of every command; all of it offline."""

import sys
from typing import Annotated

import typer

from readiness.cli import completing
from readiness.cli.options import NoPagerOption


def show_help(
    context: typer.Context,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TOPIC]",
            show_default=False,
            help="A topic, or a command. Default: list the topics.",
            autocompletion=completing.help_words,
        ),
    ] = None,
    *,
    no_pager: NoPagerOption = False,
) -> None:
    """Explain a topic, such as keys or privacy, or a command."""
    from readiness.cli.group import COMMANDS
    from readiness.topics.catalog import find_topic

    match words or ():
        case ():
            _print(_overview(), may_page=False)
        case [name, *rest] if name in COMMANDS:
            # as if it had been typed so; this ends the program
            command = context.find_root().command
            command.main([name, *rest, "--help"], prog_name="readiness")
        case names:
            _print(find_topic(" ".join(names), COMMANDS), may_page=not no_pager)


def _overview() -> str:
    from readiness.topics.catalog import TOPICS, summary_of

    width = max(map(len, TOPICS))
    rows = [f"  {name:{width}}  {summary_of(name)}" for name in TOPICS]
    lines = (
        "Topics: readiness help TOPIC",
        "",
        *rows,
        "",
        "Commands",
        "  readiness --help       all of them",
        "  readiness help report  one of them; readiness report --help does the same",
    )
    return "".join(f"{line}\n" for line in lines)


def _print(text: str, *, may_page: bool) -> None:
    """Print a text, fit to the window; into a pipe it goes as it is."""
    from readiness.cli.pager import print_long
    from readiness.topics.layout import fit

    if not sys.stdout.isatty():
        sys.stdout.write(text)
        return
    from shutil import get_terminal_size

    print_long(fit(text, get_terminal_size().columns), may_page=may_page)
