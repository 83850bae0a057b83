"""``readiness plan``: show the action plan, or write it as Markdown."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeGuard

import typer

from readiness.cli import completing
from readiness.cli.options import (
    DataDirOption,
    DemoOption,
    ForceOption,
    JsonOption,
    OutputOption,
    PeriodArgument,
    PlainOption,
    TeamOption,
)
from readiness.errors import UsageError

if TYPE_CHECKING:
    from readiness.cli.planning.planned import Planned, Weeks


def plan(
    period: PeriodArgument = None,
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    output: OutputOption = None,
    focus: Annotated[
        str | None,
        typer.Option(
            "--focus",
            metavar="TREND",
            help="Declare which trend is to improve: its steps come first, and the "
            "next comparison needs less to show it. 'none' takes it back.",
            autocompletion=completing.trend_ids,
        ),
    ] = None,
    capacity: Annotated[
        str | None,
        typer.Option(
            "--capacity",
            metavar="WEEKS",
            help="Choose what gains most within so many person-weeks. With -o FILE it "
            "counts for later plans of the period too; 'none' is without a limit.",
        ),
    ] = None,
    robust: Annotated[
        bool,
        typer.Option(
            "--robust",
            help="Say how sure the order, or with --capacity the choice, is.",
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--check",
            help="Exit with 1 if actions in -o FILE (or plan.md) are overdue.",
        ),
    ] = False,
    dry_run: Annotated[
        bool,
        typer.Option(
            "--dry-run", help="Print what -o FILE (or plan.md) would change, as a diff."
        ),
    ] = False,
    force: ForceOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
    demo: DemoOption = False,
) -> None:
    """Show what to do next, find out and hold; -o FILE writes it as Markdown.

    A plan that is there is merged: what people filled in, ticked or added stays.
    """
    if sum((check, dry_run, as_json)) > 1:
        raise UsageError(
            "--check, --dry-run and --json print different things",
            tries=("run the command once for each",),
        )
    weeks = _weeks(capacity)
    if check:
        from readiness.cli.planning.files import check as check_plan

        check_plan(_file(output))
        return
    from readiness.cli.planning.planned import make_planned

    planned = make_planned(
        team=team,
        period=period,
        data_dir=data_dir,
        demo=demo,
        focus=focus,
        capacity=weeks,
        robust=robust,
        output=_merged_file(output, dry_run=dry_run, force=force, as_json=as_json),
    )
    for note in planned.notes():
        typer.echo(note, err=True)
    if dry_run:
        from readiness.cli.planning.files import diff

        sys.stdout.write(diff(planned, _file(output)))
        return
    _put_out(planned, output, force=force, as_json=as_json, plain=plain)
    if focus is not None and not demo:  # after all that may fail
        _declare(planned)


def _weeks(said: str | None) -> "Weeks | None":
    """Return the person-weeks that are meant; raise `UsageError` if they are none."""
    from readiness.plan.record import MOST_WEEKS

    if said is None:
        return None
    if said == "none":
        return "none"
    with suppress(ValueError):
        weeks = float(said)
        if 0 <= weeks <= MOST_WEEKS:
            return weeks
    raise UsageError(
        f"--capacity wants a number of person-weeks, 0 to {MOST_WEEKS}, or none",
        tries=("readiness plan --capacity 12",),
    )


def _merged_file(
    output: Path | None, *, dry_run: bool, force: bool, as_json: bool
) -> Path | None:
    """Return the file that people may have edited and that is to be merged."""
    if dry_run:
        return _file(output)
    is_merged = _is_place_for_a_file(output) and not (force or as_json)
    return output if is_merged else None


def _declare(planned: "Planned") -> None:
    """Keep the focus, and say what it is."""
    planned.keep(planned.records())
    name = planned.focus_name
    said = f"Focus of {planned.report.period}: {name}" if name else "No focus declared"
    typer.echo(said, err=True)
    planned.warn_if_late()


def _put_out(
    planned: "Planned",
    output: Path | None,
    *,
    force: bool,
    as_json: bool,
    plain: bool,
) -> None:
    from readiness.cli.documents import write_document

    if as_json:
        write_document(_json(planned), output, force=force)
    elif _is_place_for_a_file(output):
        from readiness.cli.planning.files import write

        write(planned, output, force=force)
    elif output is None and (plain or sys.stdout.isatty()):
        from readiness.cli.screen import find_screen, show_plan

        show_plan(planned.report, find_screen(plain=plain))
    else:
        from readiness.cli.planning.files import document

        write_document(document(planned).text, output)


def _json(planned: "Planned") -> str:
    from readiness.cli.kept_plan import DEFAULT
    from readiness.cli.planning.files import find_file
    from readiness.report import json

    is_nobodys = planned.report.is_demo or planned.wishes.is_past
    file = None if is_nobodys else find_file(DEFAULT, planned.report.team_id)
    return json.render_plan(planned.report, focus=planned.plan.focus, file=file)


def _file(output: Path | None) -> Path:
    from readiness.cli.kept_plan import DEFAULT

    return DEFAULT if output is None or str(output) == "-" else output


def _is_place_for_a_file(output: Path | None) -> TypeGuard[Path]:
    """Return whether it is neither standard output nor a pipe nor a device."""
    if output is None or str(output) == "-":
        return False
    return output.is_file() or not output.exists()
