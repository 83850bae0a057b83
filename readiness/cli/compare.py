"""``readiness compare``: what changed between two quarters, and what moved it."""

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from readiness.cli import completing
from readiness.cli.noise_file import NoiseOption
from readiness.cli.options import (
    DataDirOption,
    DemoOption,
    ForceOption,
    JsonOption,
    NoPagerOption,
    OutputOption,
    PlainOption,
    TeamOption,
)
from readiness.errors import CheckFailedError, UsageError

if TYPE_CHECKING:
    from readiness.comparison.results import Quarter
    from readiness.report.comparing.model import ChangeRow, ComparisonReport


class Format(StrEnum):
    """What a comparison or a history can be written as."""

    TERMINAL = "terminal"
    MARKDOWN = "markdown"
    JSON = "json"


class FailOn(StrEnum):
    """The verdicts that a pipeline may refuse; the values are what people type."""

    DECLINED = "declined"
    NOT_COMPARABLE = "not-comparable"


FormatOption = Annotated[Format, typer.Option("--format", "-f", help="What to write.")]
TrendOption = Annotated[
    str | None,
    typer.Option(
        "--trend",
        metavar="ID",
        help="Only this trend.",
        autocompletion=completing.trend_ids,
    ),
]


def compare(
    old: Annotated[
        str | None,
        typer.Argument(
            metavar="[OLD]",
            show_default=False,
            help="The earlier quarter, 2026-Q3 or previous. Default: previous.",
            autocompletion=completing.kept_periods,
        ),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(
            metavar="[NEW]",
            show_default=False,
            help="The later one. Default: latest.",
            autocompletion=completing.kept_periods,
        ),
    ] = None,
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    trend: TrendOption = None,
    fmt: FormatOption = Format.TERMINAL,
    as_json: JsonOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    noise: NoiseOption = None,
    plan: Annotated[
        Path | None,
        typer.Option(
            "--plan",
            metavar="FILE",
            help="Last quarter's plan, with what was done. Default: plan.md, if there.",
        ),
    ] = None,
    fail_on: Annotated[
        list[FailOn] | None,
        typer.Option(
            "--fail-on",
            metavar="VERDICT",
            help="Exit with 1 if a score (with --trend: its) is declined or "
            "not-comparable; may be given twice.",
        ),
    ] = None,
    anonymous: Annotated[
        bool,
        typer.Option(
            "--anonymous", help="Leave out what fewer than 5 people answered."
        ),
    ] = False,
    plain: PlainOption = False,
    no_pager: NoPagerOption = False,
    demo: DemoOption = False,
) -> None:
    """Say what changed between two quarters, how sure that is, and what moved it.

    A change counts only if it is more than answers vary by themselves; the same
    questions, people and weights are compared.
    """
    from readiness.cli.documents import write_document

    made = _compared(
        _Asked(old, new, team, data_dir, is_demo=demo, is_anonymous=anonymous),
        noise=noise,
        plan=plan,
    )
    shown = made if trend is None else _narrow(made, trend)
    to = Format.JSON if as_json else fmt
    if to is Format.TERMINAL and output is None:
        _show(shown, plain=plain, may_page=not no_pager)
    else:
        write_document(_document(shown, to), output, force=force)
    _check(shown, fail_on or [])


class _Asked(NamedTuple):
    """Which quarters are meant."""

    old: str | None
    new: str | None
    team: str | None
    data_dir: Path | None
    is_demo: bool
    is_anonymous: bool


def _compared(
    asked: _Asked, *, noise: Path | None, plan: Path | None
) -> "ComparisonReport":
    from readiness.cli.compared import compared
    from readiness.cli.planning.last_plan import find_last_plan, sample_plan
    from readiness.cli.quarters import find_kept

    if asked.is_demo:
        from readiness.cli.sample import sample_quarters

        old, new = sample_quarters()
        last = sample_plan(old)
    else:
        kept = find_kept(team=asked.team, data_dir=asked.data_dir)
        old, new = kept.two(asked.old, asked.new)
        last = find_last_plan(kept.store.root, old, plan)
        last.tell_damage()
    if asked.is_anonymous:
        old, new = _unrecognisable(old, new)
    return compared(
        old,
        new,
        last,
        noise=noise,
        is_demo=asked.is_demo,
        is_anonymous=asked.is_anonymous,
    )


def _unrecognisable(old: "Quarter", new: "Quarter") -> "tuple[Quarter, ...]":
    """Return the quarters without what a few people rated.

    Raises `UsageError` if what changed would be the answers of a few all the same.
    """
    from readiness.comparison.unrecognisable import side_by_side, unrecognisable
    from readiness.scoring.groups import ANONYMOUS

    if not unrecognisable((old,), new):
        raise UsageError(
            f"fewer than {ANONYMOUS} people answered {old.period} or {new.period}, or "
            "came or went between them: side by side the quarters would tell what they "
            "answered",
            tries=("readiness report --anonymous", "without --anonymous, for yourself"),
        )
    return side_by_side((old, new))


def _narrow(made: "ComparisonReport", trend_id: str) -> "ComparisonReport":
    from readiness.cli.quarters import check_trend
    from readiness.report.comparing.build import narrow

    ids = (node.id for node in made.comparison.trends)
    return narrow(made, check_trend(trend_id, ids))


def _show(made: "ComparisonReport", *, plain: bool, may_page: bool) -> None:
    from readiness.cli.screen import find_screen, show_drawn, show_sentences
    from readiness.report.comparing import marks

    screen = find_screen(plain=plain, may_page=may_page)
    own = marks.ASCII if screen.is_ascii else marks.UNICODE
    if screen.is_plain:
        from readiness.report.comparing import sentences

        show_sentences(own.in_own(sentences.render(made)), screen)
    else:
        from readiness.report.comparing import terminal

        view = terminal.View(width=screen.width, marks=own)
        drawn = terminal.render(made, view)
        show_drawn(drawn, screen, terminal.in_short(made, view))
    if not made.is_demo:
        typer.echo(f"Next: {made.next_command}", err=True)


def _document(made: "ComparisonReport", fmt: Format) -> str:
    """Return the comparison as text for a file; that of a terminal is in sentences."""
    if fmt is Format.JSON:
        from readiness.report.comparing import json

        return json.render(made)
    if fmt is Format.MARKDOWN:
        from readiness.plan.document.seal import seal
        from readiness.report.comparing import markdown

        return seal(markdown.render(made))
    from readiness.report.comparing import sentences

    return sentences.render(made)


def _check(made: "ComparisonReport", fail_on: list[FailOn]) -> None:
    refused = {verdict.value.replace("-", " ") for verdict in fail_on}
    found = [row for row in made.rows if row.change.verdict in refused]
    if found:
        old, new = made.periods
        raise CheckFailedError(
            f"{' or '.join(sorted(refused))} from {old} to {new}: "
            f"{', '.join(row.change.name for row in found)}",
            facts=tuple(map(_fact, found)),
        )


def _fact(row: "ChangeRow") -> str:
    from readiness.report.comparing.phrases import said

    return f"{row.change.name}: {said(row.change, whose=row.whose)}"
