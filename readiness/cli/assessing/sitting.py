"""What every sitting of the interview ends with: a command to go on with."""

import os
import shlex
from collections.abc import Mapping, Sequence
from itertools import chain

import typer

from readiness.cli.everywhere import run_of


def typed(context: typer.Context, *names: str) -> dict[str, object]:
    """Return which of these options were typed, with their values.

    What a variable or a file says holds the next time too, and need not be typed.
    """
    run = run_of(context)
    found: dict[str, object] = {
        option: os.environ[variable] for variable, option in run.options.items()
    }
    for param in context.command.params:
        source = context.get_parameter_source(param.name or "")
        if source is not None and source.name == "COMMANDLINE":
            found |= dict.fromkeys(param.opts, context.params.get(param.name or ""))
    return {name: found[name] for name in names if name in found}


def print_command(
    why: str, words: Sequence[str], options: Mapping[str, object]
) -> None:
    """Print a command on a line of its own, ready to be copied."""
    given = [(name, str(value)) for name, value in options.items() if value is not None]
    typer.echo(why)
    typer.echo(f"  {shlex.join(['readiness', *words, *chain.from_iterable(given)])}")
