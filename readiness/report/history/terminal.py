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

LONGEST = 8  #: quarters that are looked at on a screen if nobody says how many

_GAP = "  "
_FIGURE = 5  # cells of "25-Q1"
_LEAST = 2  # quarters in a table


def render(report: HistoryReport, view: View) -> RenderableType:
    """Return what to print; the caller's console decides about colour.

    The last quarters are shown, as many as there is room for. What is said of them
    does not hang on that: it says since when.
    """
    return Group(*_lines(report, view))


def _lines(report: HistoryReport, view: View) -> Iterator[RenderableType]:
    demo = "DEMO DATA  " if report.is_demo else ""
    about = f"{report.team}, {report.title_words}, self-reported"
    yield Text(f"{demo}History  {about}", style="bold")
    names = max(cell_len(row.node.short) for row in report.rows)
    fit = _fitting(view.width - names, len(report.shorts))
    if fit and fit < len(report.shorts):
        first = report.shorts[0]
        yield Text(f"The last {fit} quarters fit here; the first of all is {first}")
    yield Text()
    if fit:
        yield from _table(report, view, (names, fit))
    else:
        yield from _blocks(report, view)
    for n, remark in enumerate((*report.remarks, *report.hints)):
        yield Padding(Text(view.marks.in_own(remark)), (0 if n else 1, 0, 0, 2))


def _fitting(width: int, quarters: int) -> int:
    """Return how many quarters have room beside the names, 0 if too few do."""
    room = width - 2 * len(_GAP)
    fit = min(room // (len(_GAP) + _FIGURE + 1), quarters)
    return fit if fit >= min(_LEAST, quarters) else 0


def _table(
    report: HistoryReport, view: View, size: tuple[int, int]
) -> Iterator[RenderableType]:
    """Yield a line per node; what is said stands beside all of them or below each.

    ``size`` is the cells of the longest name, and how many quarters are shown.
    """
    names, fit = size
    yield indented(Text(_row_of("", names, report.shorts[-fit:])))
    yield indented(Text(_row_of("people", names, report.people[-fit:])))
    if report.forms:
        yield indented(Text(_row_of("form", names, report.forms[-fit:])))
    said = [_said(row, view) for row in report.rows]
    drawn = [_drawn(row, size, view) for row in report.rows]
    wide = max(cell_len(line.plain) for line in drawn) + 2 * len(_GAP)
    has_room = wide + max(cell_len(words.plain) for words in said) <= view.width
    for row, line, words in zip(report.rows, drawn, said, strict=True):
        if has_room:
            yield indented(line.append(_GAP).append(words))
        else:
            yield indented(line)
            yield indented(words, by=6)
        yield from (indented(note, by=6) for note in _notes(row, view))


def _drawn(row: HistoryRow, size: tuple[int, int], view: View) -> Text:
    names, fit = size
    figures = _row_of(row.node.short, names, row.figures[-fit:])
    return Text(figures).append(_GAP).append(_spark(row.points[-fit:], view))


def _blocks(report: HistoryReport, view: View) -> Iterator[RenderableType]:
    yield indented(Text(f"people: {_listed(report.shorts, report.people)}"))
    if report.forms:
        yield indented(Text(f"form: {_listed(report.shorts, report.forms)}"))
    for row in report.rows:
        yield indented(Text(row.node.name))
        scores = _listed(report.shorts, row.figures)
        yield indented(Text(f"{scores}{_GAP}{_spark(row.points, view)}"), by=4)
        if row.words:
            yield indented(_said(row, view), by=4)
        yield from (indented(note, by=4) for note in _notes(row, view))


def _listed(shorts: Sequence[str], figures: Sequence[str]) -> str:
    quarters = zip(shorts, figures, strict=True)
    return ", ".join(f"{short} {figure}" for short, figure in quarters)


def _row_of(name: str, names: int, figures: Sequence[str]) -> str:
    cells = "".join(f"{_GAP}{figure:>{_FIGURE}}" for figure in figures)
    return f"{set_cell_size(name, names)}{cells}"


def _spark(points: Sequence[float | None], view: View) -> str:
    return "".join(spark(point, view.marks) for point in points)


def _said(row: HistoryRow, view: View) -> Text:
    """Return what changed since the first quarter; only the verdict is coloured."""
    drawn, change = Text(view.marks.in_own(row.words)), row.node.since_first
    if change is not None:
        drawn.stylize(style_of(change.verdict), 0, len(change.verdict.value))
    return drawn


def _notes(row: HistoryRow, view: View) -> Iterator[Text]:
    """Yield what the quarter before adds, if it is news, and what else is to be known.

    That a last quarter changed nothing detectable is left to plain sentences.
    """
    change = row.node.since_previous
    if row.is_news and change is not None:
        news = Text(view.marks.in_own(row.since_previous))
        news.stylize(style_of(change.verdict), 0, len(change.verdict.value))
        yield news
    yield from (Text(view.marks.in_own(note)) for note in row.notes)
