"""The options that more than one command has, declared once."""

from pathlib import Path
from typing import Annotated

import typer

from readiness.cli import completing

HELP_NAMES = {"help_option_names": ["-h", "--help"]}

TeamOption = Annotated[
    str | None,
    typer.Option(
        "--team",
        envvar="READINESS_TEAM",
        show_envvar=False,
        metavar="NAME",
        help="The team. Default: the only one there is, else this folder's name.",
        autocompletion=completing.team_ids,
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option(
        "--period",
        envvar="READINESS_PERIOD",
        show_envvar=False,
        metavar="PERIOD",
        help="A quarter such as 2026-Q4. Default: today's.",
        autocompletion=completing.periods,
    ),
]
PeriodArgument = Annotated[
    str | None,
    typer.Argument(
        metavar="[PERIOD]",
        envvar="READINESS_PERIOD",
        show_envvar=False,
        show_default=False,
        help="2026-Q4, latest or previous. Default: latest.",
        autocompletion=completing.kept_periods,
    ),
]
DataDirOption = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        envvar="READINESS_HOME",
        show_envvar=False,
        metavar="DIR",
        help="Folder of the answers. Default: .readiness here or above, else your "
        "user data folder.",
    ),
]
RespondentOption = Annotated[
    str | None,
    typer.Option(
        "--as",
        envvar="READINESS_RESPONDENT",
        show_envvar=False,
        metavar="NAME",
        help="Whose answers. Default: your login name.",
    ),
]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="ROLE",
        help="Such as leader or practitioner.",
        autocompletion=completing.roles,
    ),
]
DemoOption = Annotated[
    bool, typer.Option("--demo", help="Use the sample team; keeps nothing.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="Print JSON for other programs.")
]
PlainOption = Annotated[
    bool,
    typer.Option("--plain", help="Plain sentences, no tables: for screen readers."),
]
NoPagerOption = Annotated[
    bool, typer.Option("--no-pager", help="Print it all at once, without a pager.")
]
ForceOption = Annotated[
    bool,
    typer.Option("--force", help="Replace a file even if somebody wrote or edited it."),
]
OutputOption = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="Write to a file instead."),
]
