"""A history on a terminal, as rich renderables for a given width."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from readiness.report.comparing.marks import spark, style_of
from readiness.report.comparing.terminal import View
from readiness.report.history.model import HistoryReport, HistoryRow
from readiness.report.layout import indented

LONGEST = 8  #: quarters that are shown if nobody says how many

_GAP = "  "
_NAMES = 24  # cells, at the most, of a trend's short name
_FIGURE = 5  # cells of "25-Q1"


def quarters_that_fit(width: int) -> int:
    """Return how many quarters a table has room for; at least two are shown."""
    room = width - len(_GAP) - _NAMES - len(_GAP)
    return max(2, min(LONGEST, room // (len(_GAP) + _FIGURE + 1)))


def render(report: HistoryReport, view: View) -> RenderableType:
    """Return what to print; the caller's console decides about colour."""
    return Group(*_lines(report, view))


def _lines(report: HistoryReport, view: View) -> Iterator[RenderableType]:
    demo = "DEMO DATA  " if report.is_demo else ""
    about = f"{report.team}, {report.title_words}, self-reported"
    yield Text(f"{demo}History  {about}", style="bold")
    yield Text()
    names = max(cell_len(row.node.short) for row in report.rows)
    taken = len(_GAP) + names + (len(_GAP) + _FIGURE + 1) * len(report.shorts)
    if taken + len(_GAP) <= view.width:
        yield from _table(report, view, names)
    else:
        for row in report.rows:
            yield from _block(row, report.shorts, view)
    for n, remark in enumerate(report.remarks):
        yield Padding(Text(view.marks.in_own(remark)), (0 if n else 1, 0, 0, 2))


def _table(report: HistoryReport, view: View, names: int) -> Iterator[RenderableType]:
    """Yield a line per node; what is said stands beside all of them or below each."""
    yield indented(Text(_row_of("", names, report.shorts)))
    said = [_said(row, view) for row in report.rows]
    drawn = [_drawn(row, names, view) for row in report.rows]
    wide = max(cell_len(line.plain) for line in drawn) + 2 * len(_GAP)
    has_room = wide + max(cell_len(words.plain) for words in said) <= view.width
    for row, line, words in zip(report.rows, drawn, said, strict=True):
        if has_room:
            yield indented(line.append(_GAP).append(words))
        else:
            yield indented(line)
            yield indented(words, by=6)
        yield from (indented(Text(note), by=6) for note in row.notes)


def _drawn(row: HistoryRow, names: int, view: View) -> Text:
    figures = _row_of(row.node.short, names, row.figures)
    return Text(figures).append(_GAP).append(_spark(row, view))


def _block(
    row: HistoryRow, shorts: Sequence[str], view: View
) -> Iterator[RenderableType]:
    yield indented(Text(row.node.name))
    quarters = zip(shorts, row.figures, strict=True)
    scores = ", ".join(f"{short} {figure}" for short, figure in quarters)
    yield indented(Text(f"{scores}{_GAP}{_spark(row, view)}"), by=4)
    if row.words:
        yield indented(_said(row, view), by=4)
    yield from (indented(Text(note), by=4) for note in row.notes)


def _row_of(name: str, names: int, figures: Sequence[str]) -> str:
    cells = "".join(f"{_GAP}{figure:>{_FIGURE}}" for figure in figures)
    return f"{set_cell_size(name, names)}{cells}"


def _spark(row: HistoryRow, view: View) -> str:
    return "".join(spark(point, view.marks) for point in row.points)


def _said(row: HistoryRow, view: View) -> Text:
    """Return what changed since the first quarter; only the verdict is coloured."""
    drawn, change = Text(view.marks.in_own(row.words)), row.node.since_first
    if change is not None:
        drawn.stylize(style_of(change.verdict), 0, len(change.verdict.value))
    return drawn
