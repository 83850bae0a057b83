"""The command line: parse, call, print. Nothing is decided here."""

import os
from pathlib import Path
from typing import Annotated

import typer

from readiness.cli.everywhere import run_of, settle
from readiness.cli.group import LazyGroup
from readiness.cli.options import HELP_NAMES, DataDirOption, TeamOption
from readiness.errors import UsageError

app = typer.Typer(
    name="readiness",
    cls=LazyGroup,
    context_settings=HELP_NAMES,
    pretty_exceptions_enable=False,
)


@app.callback(
    invoke_without_command=True,
    epilog="First time: readiness assess --quick    See an example: readiness --demo "
    "   Nothing is sent anywhere.",
)
def root(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
    demo: Annotated[
        bool, typer.Option("--demo", help="Show what a sample team got out of it.")
    ] = False,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Ask how ready a team is for five backend trends; score honestly; plan."""
    if team is not None and not team.strip():  # an empty variable would say nothing
        raise UsageError("the team name has 0 characters", tries=("use 1 to 100",))
    # commands read these, so that the options count before a command as after it
    given = {
        "READINESS_TEAM": (team, "--team"),
        "READINESS_HOME": (data_dir, "--data-dir"),
    }
    for name, (value, option) in given.items():
        if value is not None and str(value) != os.environ.get(name):
            run_of(context).give(name, str(value), option)
    if version:
        from readiness import __version__

        typer.echo(f"readiness {__version__}")
    elif context.invoked_subcommand is None:
        from readiness.cli.overview import overview

        settle(context)
        if demo:
            from readiness.cli.tour import show_tour

            show_tour()
            return
        folder = os.environ.get("READINESS_HOME")
        overview(os.environ.get("READINESS_TEAM"), Path(folder) if folder else None)


def main() -> None:
    """Run the program; called by the ``readiness`` command."""
    app(prog_name="readiness")
