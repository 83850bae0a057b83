"""The command line: parse, call, print. Nothing is decided here."""

import os
from typing import Annotated

import typer

from readiness.cli.group import LazyGroup
from readiness.cli.options import HELP_NAMES, DataDirOption, TeamOption
from readiness.environment import is_dumb_terminal, wants_sentences

app = typer.Typer(
    name="readiness",
    cls=LazyGroup,
    context_settings=HELP_NAMES,
    # boxes and colours are noise to a screen reader
    rich_markup_mode=None if wants_sentences() or is_dumb_terminal() else "rich",
    pretty_exceptions_enable=False,
)


@app.callback(
    invoke_without_command=True,
    epilog="First time: readiness assess --quick    See an example: readiness report "
    "--demo    Nothing is sent anywhere.",
)
def root(
    context: typer.Context,
    *,
    version: Annotated[
        bool, typer.Option("--version", help="Print the version and leave.")
    ] = False,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
) -> None:
    """Ask how ready a team is for five backend trends; score honestly; plan."""
    # commands read these, so that the options count before a command as after it
    for name, value in (("READINESS_TEAM", team), ("READINESS_HOME", data_dir)):
        if value is not None:
            os.environ[name] = str(value)
    if version:
        from readiness import __version__

        typer.echo(f"readiness {__version__}")
    elif context.invoked_subcommand is None:
        from readiness.cli.overview import overview

        overview(team, data_dir)


def main() -> None:
    """Run the program; called by the ``readiness`` command."""
    app(prog_name="readiness")
