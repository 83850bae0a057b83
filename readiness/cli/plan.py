"""``readiness plan``: show the action plan, or write it as Markdown."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.options import (
    DataDirOption,
    DemoOption,
    JsonOption,
    OutputOption,
    PeriodArgument,
    PlainOption,
    TeamOption,
)
from readiness.errors import CannotWriteError

if TYPE_CHECKING:
    from readiness.report.model import Report


def plan(
    period: PeriodArgument = None,
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    output: OutputOption = None,
    force: Annotated[
        bool, typer.Option("--force", help="Replace the file even if it was edited.")
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
    demo: DemoOption = False,
) -> None:
    """Show what to do next, find out and hold; -o FILE writes it as Markdown."""
    from readiness.cli.assessed import assess_or_sample

    made = assess_or_sample(
        team=team, period=period, data_dir=data_dir, demo=demo
    ).report()
    if as_json:
        from readiness.cli.documents import write_document
        from readiness.report import json

        write_document(json.render_plan(made), output)
    elif output is None and (plain or sys.stdout.isatty()):
        from readiness.cli.screen import find_screen, show_plan

        show_plan(made, find_screen(plain=plain))
    else:
        _write(made, output, force=force)


def _write(made: "Report", output: Path | None, *, force: bool) -> None:
    from readiness.cli.documents import write_document
    from readiness.plan.document import seal
    from readiness.report import markdown

    if output is not None and not force:
        _refuse_to_lose_edits(output)
    write_document(seal(markdown.render_plan(made)), output)


def _refuse_to_lose_edits(output: Path) -> None:
    from readiness.plan.document import is_untouched

    try:
        there = output.read_text(encoding="utf-8") if output.is_file() else ""
    except (OSError, UnicodeDecodeError):
        there = "unreadable"
    if there.strip() and not is_untouched(there):
        raise CannotWriteError(
            f"{output} was edited, or is not a plan of readiness; it is left as it is",
            tries=(
                "write beside it: readiness plan -o plan-new.md",
                "replace it and lose the edits: add --force",
            ),
        )
