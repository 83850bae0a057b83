"""``readiness export``: the plan for issue trackers and calendars."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.options import (
    HELP_NAMES,
    DataDirOption,
    DemoOption,
    ForceOption,
    OutputOption,
    PeriodArgument,
    TeamOption,
)

if TYPE_CHECKING:
    from readiness.exchange.tasks import TaskList

app = typer.Typer(add_completion=False, context_settings=HELP_NAMES)


class Tracker(StrEnum):
    """What issues are written for."""

    GITHUB = "github"
    JIRA = "jira"
    LINEAR = "linear"
    CSV = "csv"
    JSON = "json"


class Calendar(StrEnum):
    """What a calendar is written as."""

    ICS = "ics"


PlanOption = Annotated[
    Path | None,
    typer.Option(
        "--plan",
        metavar="FILE",
        help="Owners, dates and statuses from this file. Default: plan.md here.",
    ),
]


@app.callback(invoke_without_command=True)
def export(context: typer.Context) -> None:
    """Write the plan for issue trackers and calendars."""
    if context.invoked_subcommand is None:
        typer.echo(context.get_help())


@app.command("issues")
def export_issues(
    period: PeriodArgument = None,
    *,
    to: Annotated[
        Tracker, typer.Option("--to", help="Who is to read it.", show_default=False)
    ],
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    plan: PlanOption = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help="Also what is done, dropped or accepted, what comes after the plan, "
            "and all there is to find out.",
        ),
    ] = False,
    output: OutputOption = None,
    force: ForceOption = False,
    demo: DemoOption = False,
) -> None:
    """Write an issue for each action of the plan, and for what to find out first.

    Jira and Linear: write a file with -o, and give it to their importer.

    GitHub: gh, its own program, makes the issues; readiness opens no connection.

    \b
      readiness export issues --to github |
      while IFS= read -r issue; do
        printf '%s' "$issue" |
        gh api repos/OWNER/REPO/issues --input -
      done

    Each issue ends with a hidden mark with the id of its action, by which you can
    tell that it is there already.
    """  # noqa: D301 - Typer keeps the lines after this character as they are
    from readiness.cli.assessed import assess_or_sample
    from readiness.cli.documents import write_document
    from readiness.cli.exporting.plan_file import find_plan
    from readiness.cli.exporting.tasks import to_tasks

    made = assess_or_sample(team=team, period=period, data_dir=data_dir, demo=demo)
    report = made.report()
    file = find_plan(plan, report)
    if file is not None:
        report = made.following(file).report()
    listed = to_tasks(report, file, everything=everything)
    write_document(_render(listed, to), output, force=force)
    _say_what(listed, inquiries=len(report.inquiries))
    if to is Tracker.JIRA:
        typer.echo("In Jira's importer, the date format is yyyy-MM-dd.", err=True)


@app.command("calendar")
def export_calendar(
    period: PeriodArgument = None,
    *,
    to: Annotated[
        Calendar, typer.Option("--to", help="The format of the calendar.")
    ] = Calendar.ICS,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    plan: PlanOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    demo: DemoOption = False,
) -> None:
    """Write the due dates, reviews and next assessment for a calendar.

    Import the file again when dates have changed: events move, none is doubled.
    """
    from readiness.cli.assessed import assess_or_sample
    from readiness.cli.documents import write_document
    from readiness.cli.exporting.plan_file import find_plan
    from readiness.cli.exporting.tasks import to_tasks
    from readiness.cli.workspace import made_at
    from readiness.exchange import calendar

    made = assess_or_sample(team=team, period=period, data_dir=data_dir, demo=demo)
    report = made.report()
    file = find_plan(plan, report)
    if file is not None:
        report = made.following(file).report()
    listed = to_tasks(report, file, risks=True)
    render = {Calendar.ICS: calendar.render}[to]
    write_document(render(listed, made_at()), output, force=force)
    _say_what_lacks_a_date(listed)


def _render(listed: "TaskList", to: Tracker) -> str:
    from readiness.exchange.trackers import envelope, github, jira, linear, table

    renderers = {
        Tracker.GITHUB: github.render,
        Tracker.JIRA: jira.render,
        Tracker.LINEAR: linear.render,
        Tracker.CSV: table.render,
        Tracker.JSON: envelope.render,
    }
    return renderers[to](listed)


def _say_what(listed: "TaskList", *, inquiries: int) -> None:
    """Say on standard error how much was exported, and what was not."""
    from readiness.exchange.tasks import Kind
    from readiness.report.words import counted

    asked = sum(task.kind is Kind.INQUIRY for task in listed.tasks)
    said = counted(len(listed.tasks) - asked, "action")
    if asked:
        said += f", and {counted(asked, 'answer')} to find out"
    if asked < inquiries:
        said += f" of {inquiries}: --all for the rest"
    typer.echo(said, err=True)


def _say_what_lacks_a_date(listed: "TaskList") -> None:
    """Say on standard error which actions have no due date, and how to set one."""
    from readiness.exchange.tasks import Kind
    from readiness.report.words import counted

    actions = [
        task
        for task in listed.tasks
        if task.kind is Kind.ACTION and not task.status.is_settled
    ]
    if undated := sum(task.due is None for task in actions):
        verb = "has" if undated == 1 else "have"
        typer.echo(
            f"{undated} of {counted(len(actions), 'action')} {verb} no due date, so no "
            "event.\nTo set one: readiness plan -o plan.md, write the date into it, "
            "and export again.",
            err=True,
        )
