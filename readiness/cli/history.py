"""``readiness history``: the scores of all quarters, and what changed since."""

from typing import TYPE_CHECKING, Annotated

import typer

from readiness.cli.compare import (
    Format,
    FormatOption,
    TrendOption,
)
from readiness.cli.noise_file import NoiseOption, find_noise, name_of
from readiness.cli.options import (
    DataDirOption,
    DemoOption,
    ForceOption,
    JsonOption,
    OutputOption,
    PlainOption,
    TeamOption,
)

if TYPE_CHECKING:
    from pathlib import Path

    from readiness.cli.screen import Screen
    from readiness.comparison.results import Quarter
    from readiness.report.history.model import HistoryReport


def history(
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    last: Annotated[
        int | None,
        typer.Option(
            "--last",
            metavar="N",
            min=1,
            help="Only the last N quarters. Default: all, on a screen the last 8.",
        ),
    ] = None,
    trend: TrendOption = None,
    fmt: FormatOption = Format.TERMINAL,
    as_json: JsonOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    noise: NoiseOption = None,
    plain: PlainOption = False,
    demo: DemoOption = False,
) -> None:
    """Show the scores of the quarters, and in words what changed since the first.

    The words are those of readiness compare: what may be noise is no change. A
    screen shows as many of the quarters as fit; the words say since when.
    """
    from readiness.cli.screen import find_screen
    from readiness.cli.workspace import today
    from readiness.comparison.history import trace
    from readiness.report.history.build import build_history, narrow
    from readiness.report.history.terminal import LONGEST

    to = Format.JSON if as_json else fmt
    screen = None
    if to is Format.TERMINAL and output is None:
        screen = find_screen(plain=plain)
    number = last if last is not None else (LONGEST if screen else None)
    quarters, foci = _quarters(team, data_dir, number, is_demo=demo)
    traced = trace(quarters, noise=find_noise(noise), foci=foci)
    made = build_history(
        traced, made_on=today(), is_demo=demo, noise_from=name_of(noise)
    )
    if trend is not None:
        from readiness.cli.quarters import check_trend

        made = narrow(made, check_trend(trend, (node.id for node in traced.trends)))
    if screen is not None:
        _show(made, screen)
    else:
        from readiness.cli.documents import write_document

        write_document(_document(made, to), output, force=force)


def _quarters(
    team: str | None, data_dir: "Path | None", number: int | None, *, is_demo: bool
) -> "tuple[tuple[Quarter, ...], dict[int, str]]":
    """Return the last quarters, and what their plans declared for the very last."""
    if is_demo:
        from readiness.cli.sample import sample_quarters

        return sample_quarters()[-(number or 0) :], {}
    from readiness.cli.planning.last_plan import find_foci
    from readiness.cli.quarters import find_kept

    kept = find_kept(team=team, data_dir=data_dir)
    quarters = kept.last(number)
    return quarters, find_foci(kept.store.root, quarters)


def _show(made: "HistoryReport", screen: "Screen") -> None:
    from readiness.cli.screen import show_drawn, show_sentences
    from readiness.report.comparing import marks

    own = marks.ASCII if screen.is_ascii else marks.UNICODE
    if screen.is_plain:
        from readiness.report.history import sentences

        show_sentences(own.in_own(sentences.render(made)), screen)
    else:
        from readiness.report.comparing.terminal import View
        from readiness.report.history import terminal

        show_drawn(terminal.render(made, View(width=screen.width, marks=own)), screen)
    if not made.is_demo and len(made.shorts) > 1:
        typer.echo("Next: readiness compare", err=True)


def _document(made: "HistoryReport", fmt: Format) -> str:
    """Return the history as text for a file; that of a terminal is in sentences."""
    if fmt is Format.JSON:
        from readiness.report.history import json

        return json.render(made)
    if fmt is Format.MARKDOWN:
        from readiness.plan.document.seal import seal
        from readiness.report.history import markdown

        return seal(markdown.render(made))
    from readiness.report.history import sentences

    return sentences.render(made)
