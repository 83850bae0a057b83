"""``readiness report``: show or write the report, or explain one number of it."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli import completing
from readiness.cli.options import (
    DataDirOption,
    DemoOption,
    ForceOption,
    JsonOption,
    NoPagerOption,
    OutputOption,
    PeriodArgument,
    PlainOption,
    TeamOption,
)
from readiness.errors import CheckFailedError, IncompleteError, UsageError

if TYPE_CHECKING:
    from readiness.cli.assessed import Assessed
    from readiness.cli.screen import Screen
    from readiness.report.model import Report
    from readiness.report.panel_model import Disclosure


class Format(StrEnum):
    """What a report can be written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


def report(
    period: PeriodArgument = None,
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    trend: Annotated[
        str | None,
        typer.Option(
            "--trend",
            metavar="ID",
            help="Only this trend.",
            autocompletion=completing.trend_ids,
        ),
    ] = None,
    full: Annotated[
        bool, typer.Option("--full", help="With capabilities, answers and claims.")
    ] = False,
    anonymous: Annotated[
        bool,
        typer.Option(
            "--anonymous",
            help="Leave out notes and evidence, and all that fewer than 5 people said.",
        ),
    ] = False,
    names: Annotated[
        bool, typer.Option("--names", help="Name who answered, and how much.")
    ] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="Show how one number comes about: overall, a trend, capability, "
            "question or rule; or where a claim (E01) comes from.",
            autocompletion=completing.explained_ids,
        ),
    ] = None,
    fmt: Annotated[
        Format, typer.Option("--format", "-f", help="What to write.")
    ] = Format.TERMINAL,
    as_json: JsonOption = False,
    output: OutputOption = None,
    fail_under: Annotated[
        float | None,
        typer.Option(
            "--fail-under",
            metavar="POINTS",
            min=0,
            max=100,
            help="Exit with 1 unless the score (with --trend: its) is known and at "
            "least this.",
        ),
    ] = None,
    require_complete: Annotated[
        bool,
        typer.Option("--require-complete", help="Exit with 5 if a question is open."),
    ] = False,
    force: ForceOption = False,
    plain: PlainOption = False,
    no_pager: NoPagerOption = False,
    demo: DemoOption = False,
) -> None:
    """Show the report: scores with ranges, findings, what to do and find out."""
    from readiness.cli.assessed import assess_or_sample
    from readiness.cli.screen import find_screen

    meant = assess_or_sample(team=team, period=period, data_dir=data_dir, demo=demo)
    if explain is not None:
        given = (trend, output, fail_under, as_json or None, require_complete or None)
        is_alone = not any(o is not None for o in given) and not (anonymous or names)
        _explain(meant, explain, is_alone=is_alone)
        return
    made = meant.report(trend, _disclosure(anonymous=anonymous, names=names))
    if require_complete:
        _check_complete(made)
    to = Format.JSON if as_json else fmt
    screen = find_screen(plain=plain, may_page=full and not no_pager)
    _put_out(made, to, output, screen, full=full, force=force)
    if fail_under is not None:
        _check_score(made, fail_under, is_of_trend=trend is not None)


def _disclosure(*, anonymous: bool, names: bool) -> "Disclosure":
    from readiness.report.panel_model import Disclosure

    if anonymous and names:
        raise UsageError(
            "--anonymous and --names contradict each other",
            tries=("leave out one of them",),
        )
    if anonymous:
        return Disclosure.ANONYMOUS
    return Disclosure.NAMES if names else Disclosure.USUAL


def _explain(meant: "Assessed", node: str, *, is_alone: bool) -> None:
    from readiness.report.explain import explain

    if not is_alone:
        raise UsageError(
            "--explain prints text and checks nothing",
            tries=("leave out the other options", "or run the report apart"),
        )
    demo = "DEMO DATA  " if meant.is_demo else ""
    first = meant.results.responses[0]
    where = f"{demo}{first.team.name}, {first.period}, {first.form} form, self-reported"
    sys.stdout.write(f"{where}\n\n{explain(meant.results, node, meant.plan())}")


def _put_out(
    made: "Report",
    fmt: Format,
    output: Path | None,
    screen: "Screen",
    *,
    full: bool,
    force: bool,
) -> None:
    from readiness.cli.documents import write_document

    if fmt is not Format.TERMINAL or output is not None:
        write_document(_document(made, fmt, full=full), output, force=force)
        return
    from readiness.cli.screen import show

    show(made, screen, full=full)
    if not made.is_demo:
        typer.echo("Next: readiness plan -o plan.md", err=True)


def _document(made: "Report", fmt: Format, *, full: bool) -> str:
    """Return the report as text for a file; that of a terminal is in sentences."""
    if fmt is Format.JSON:
        from readiness.report import json

        return json.render(made)
    if fmt is Format.MARKDOWN:
        from readiness.plan.document.seal import seal
        from readiness.report import markdown

        return seal(markdown.render(made))
    from readiness.report import sentences

    return sentences.render(made, full=full)


def _check_complete(made: "Report") -> None:
    if left := made.completeness.open:
        raise IncompleteError(
            f"{left} of {made.completeness.questions} questions are open",
            tries=("readiness assess", "readiness answer --next"),
        )


def _check_score(made: "Report", least: float, *, is_of_trend: bool) -> None:
    node = made.trends[0].node if is_of_trend else made.overall
    if node.point is None:
        raise CheckFailedError(
            f"{node.name}: {node.score_words}, so not shown to be at least {least:g}",
            facts=(f"the range is {node.range_words}",) if node.range_words else (),
        )
    if round(node.point, 9) < least:
        raise CheckFailedError(
            f"{node.name} is {node.point:.1f}, which is under {least:g}"
        )
