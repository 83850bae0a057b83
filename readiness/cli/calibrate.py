"""``readiness calibrate``: measure how much answers move though nothing has changed."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from readiness.cli import completing
from readiness.cli.options import (
    DataDirOption,
    ForceOption,
    JsonOption,
    OutputOption,
    TeamOption,
)
from readiness.errors import NotFoundError, UsageError
from readiness.suggestions import quoted

if TYPE_CHECKING:
    from readiness.cli.workspace import Workspace
    from readiness.comparison.results import Quarter
    from readiness.report.calibration import CalibrationReport

_HELP = "A quarter, latest, previous, or a folder of answers."


def calibrate(
    first: Annotated[
        str,
        typer.Argument(
            metavar="FIRST", help=_HELP, autocompletion=completing.kept_periods
        ),
    ],
    second: Annotated[
        str,
        typer.Argument(
            metavar="SECOND", help=_HELP, autocompletion=completing.kept_periods
        ),
    ],
    *,
    team: TeamOption = None,
    period: Annotated[
        str | None,
        typer.Option(
            "--period",
            envvar="READINESS_PERIOD",
            show_envvar=False,
            metavar="PERIOD",
            help="The quarter of folders that have several. Default: their latest.",
            autocompletion=completing.kept_periods,
        ),
    ] = None,
    data_dir: DataDirOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    as_json: JsonOption = False,
) -> None:
    """Measure how much your people's answers move though nothing has changed.

    Let the same people answer twice within three weeks, the second time without a
    look at the first, into a folder of its own:

    readiness assess --data-dir retest

    readiness calibrate .readiness retest -o noise.toml

    readiness compare --noise noise.toml
    """
    from readiness.cli.documents import write_document
    from readiness.comparison.calibration import calibrate
    from readiness.report.calibration import build_calibration, remarks

    where = _Where(team=team, period=period, data_dir=data_dir)
    before, now = where.quarter(first), where.quarter(second)
    _check_team(before, now)
    measured = calibrate(before, now)
    made = build_calibration(measured, before, now)
    if output is None and not as_json:
        _show(made)
        return
    write_document(_document(made, as_json=as_json), output, force=force)
    if not as_json:
        for remark in remarks(made):
            typer.echo(remark, err=True)


class _Where(NamedTuple):
    """What the options say of where answers are."""

    team: str | None
    period: str | None
    data_dir: Path | None

    def quarter(self, word: str) -> "Quarter":
        """Return all answers that a word means: of a period, or in a folder.

        Raises `NotFoundError` if it is neither.
        """
        from readiness.cli.assessed import assessed
        from readiness.comparison.results import Quarter

        results = assessed(workspace := self._workspace(word)).results
        return Quarter(
            period=str(workspace.period),
            pack=results.pack,
            responses=results.responses,
        )

    def _workspace(self, word: str) -> "Workspace":
        from readiness.cli.workspace import find_data_folder, find_workspace

        if _is_period(word):
            return find_workspace(
                team=self.team, period=word, data_dir=self.data_dir, reading=True
            )
        folder = find_data_folder(Path(word))
        if not folder.is_dir():
            raise NotFoundError(
                f"{quoted(word)} is neither a period nor a folder of answers",
                tries=("readiness assess --data-dir retest  to answer a second time",),
            )
        return find_workspace(
            team=self.team, period=self.period, data_dir=folder, reading=True
        )


def _is_period(word: str) -> bool:
    from readiness.period import Period

    if word in {"latest", "previous"}:
        return True
    with suppress(UsageError):
        return bool(Period.parse(word))
    return False


def _check_team(first: "Quarter", second: "Quarter") -> None:
    """Raise `UsageError` if the two times are of different teams."""
    one, other = (quarter.responses[0].team for quarter in (first, second))
    if one.id != other.id:
        raise UsageError(
            f"the first answers are of {quoted(one.name)}, "
            f"the second of {quoted(other.name)}",
            tries=("name the team that both have: --team NAME",),
        )


def _show(made: "CalibrationReport") -> None:
    from readiness.cli.screen import find_screen, show_sentences
    from readiness.report.calibration import render

    show_sentences(render(made), find_screen(plain=True))
    typer.echo("Keep it: add -o noise.toml", err=True)


def _document(made: "CalibrationReport", *, as_json: bool) -> str:
    if as_json:
        from readiness.report import calibration_json

        return calibration_json.render(made)
    from readiness.exchange.noise import write_noise
    from readiness.plan.document.seal import TOML, seal
    from readiness.report.calibration import comments

    return seal(f"{write_noise(made.calibration)}{comments(made)}", TOML)
