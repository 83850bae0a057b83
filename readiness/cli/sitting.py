"""What every sitting of the interview begins and ends with."""

import shlex
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from readiness.interview.session import Outcome, Session


def sit(session: "Session", whose: str) -> "Outcome":
    """Welcome the person and ask until they finish or leave."""
    from readiness.interview.welcome import welcome

    welcome(session, whose)
    return session.run()


def print_command(
    why: str, words: Sequence[str], options: Mapping[str, object]
) -> None:
    """Print a command on a line of its own, ready to be copied."""
    given = [(name, str(value)) for name, value in options.items() if value is not None]
    typer.echo(why)
    typer.echo(f"  {shlex.join(['readiness', *words, *chain.from_iterable(given)])}")
