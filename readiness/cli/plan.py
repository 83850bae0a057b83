"""``readiness plan``: show the action plan, or write it as Markdown."""

import sys
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from readiness.report.model import Report


def plan(
    period: PeriodArgument = None,
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    output: OutputOption = None,
    force: ForceOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
    demo: DemoOption = False,
) -> None:
    """Show what to do next, find out and hold; -o FILE writes it as Markdown."""
    from readiness.cli.assessed import assess_or_sample

    made = assess_or_sample(
        team=team, period=period, data_dir=data_dir, demo=demo
    ).report()
    if output is None and not as_json and (plain or sys.stdout.isatty()):
        from readiness.cli.screen import find_screen, show_plan

        show_plan(made, find_screen(plain=plain))
    else:
        from readiness.cli.documents import write_document

        write_document(_document(made, as_json=as_json), output, force=force)


def _document(made: "Report", *, as_json: bool) -> str:
    if as_json:
        from readiness.report import json

        return json.render_plan(made)
    from readiness.plan.document import seal
    from readiness.report import markdown

    return seal(markdown.render_plan(made))
