"""The sheet of charts: native ones, each beside the figures it is drawn from."""

from collections.abc import Iterator, Mapping

from readiness.report.charts.native import span_of
from readiness.report.charts.tables import people_ranges
from readiness.report.documents.model import (
    ChangeLine,
    Changes,
    Document,
    Past,
    PastLine,
)
from readiness.report.model import Node, StepLine
from readiness.report.sheets.figure import Figure, Look
from readiness.report.sheets.grid import Cell, Kind, number, words
from readiness.report.sheets.text import shortened

_NAME = 30  #: characters of a name in a chart
_STEP = 160  #: characters of an action
_SAID = 48  #: characters beside a name: one line
_NAMED = (words("Name", _NAME + 2), words("In words", _SAID + 4))
_PEOPLE = (
    number("People range, low", Kind.POINTS),
    number("People range, high", Kind.POINTS),
)
_POINTS = "Points of 100"


def figures(document: Document) -> Iterator[Figure]:
    """Yield the charts that have something to show."""
    yield _profile(document)
    if document.changes and document.changes.lines:
        yield _changes(document.changes)
    if document.past:
        yield _history(document.past)
    if document.report.steps:
        yield _plan(document)


def _profile(document: Document) -> Figure:
    people = people_ranges(document.report)
    rows = tuple(_profile_rows(document, people))
    return Figure(
        look=Look.RANGES,
        name="Profile",
        title="Scores and their ranges",
        columns=(
            *_NAMED,
            number("Low", Kind.POINTS),
            number("Low to high", Kind.POINTS),
            number("Score", Kind.POINTS),
            *(_PEOPLE if people else ()),
        ),
        rows=rows,
        axes=("", _POINTS),
        told=tuple(f"{row[0]}: {row[1]}." for row in rows),
    )


def _profile_nodes(document: Document) -> Iterator[tuple[str, Node]]:
    """Yield overall and the trends, or of one trend it and its capabilities."""
    report = document.report
    if len(report.trends) > 1:
        yield report.overall.name, report.overall
        yield from ((row.short, row.node) for row in report.trends)
        return
    for row in report.trends:
        yield row.short, row.node
        yield from ((node.name, node) for node in row.capabilities)


def _profile_rows(
    document: Document, people: Mapping[str, tuple[float, float]]
) -> Iterator[tuple[Cell, ...]]:
    for name, node in _profile_nodes(document):
        said = f"{node.score_words} ({node.range_words})"
        yield (
            shortened(name, _NAME),
            said if node.range_words else node.score_words,
            node.low,
            span_of(node),
            node.point,
            *(people.get(node.id, (None, None)) if people else ()),
        )


def _changes(found: Changes) -> Figure:
    return Figure(
        look=Look.PAIRS,
        name="Change",
        title=f"Scores in {found.old_period} and {found.new_period}",
        columns=(
            *_NAMED,
            number(found.old_period, Kind.POINTS),
            number(found.new_period, Kind.POINTS),
        ),
        rows=tuple(map(_change_row, found.lines)),
        axes=("", _POINTS),
        told=tuple(map(_change_told, found.lines)),
    )


def _change_row(line: ChangeLine) -> tuple[Cell, ...]:
    return shortened(line.short, _NAME), shortened(line.said, _SAID), line.old, line.new


def _history(past: Past) -> Figure:
    return Figure(
        look=Look.LINES,
        name="Quarters",
        title=f"Scores of the {past.title_words}",
        columns=(
            *_NAMED,
            *(number(short, Kind.POINTS) for short in past.shorts),
        ),
        rows=tuple(map(_past_row, past.lines)),
        axes=("Quarter", _POINTS),
        told=tuple(map(_past_told, past.lines)),
    )


def _past_row(line: PastLine) -> tuple[Cell, ...]:
    return shortened(line.short, _NAME), shortened(line.words, _SAID), *line.points


def _plan(document: Document) -> Figure:
    return Figure(
        look=Look.DOTS,
        name="Effort and gain",
        title="Effort and gain of the plan",
        columns=(
            *_NAMED,
            number("Person-weeks", Kind.NUMBER),
            number("Gain in trend", Kind.CHANGE),
        ),
        rows=tuple(
            (
                step.number,
                shortened(step.title, _SAID),
                step.person_weeks,
                step.trend_gain,
            )
            for step in document.report.steps
        ),
        axes=("Person-weeks of work", "Points gained in the trend"),
        told=tuple(map(_step_told, document.report.steps)),
    )


def _change_told(line: ChangeLine) -> str:
    name = shortened(line.short, _NAME)
    return f"{name}: {line.old_words} to {line.new_words}, {line.said}."


def _past_told(line: PastLine) -> str:
    return f"{shortened(line.short, _NAME)}: {', '.join(line.figures)}."


def _step_told(step: StepLine) -> str:
    told = f"{step.number} {step.title}: +{step.gain_words}, {step.effort_words}"
    return f"{shortened(told, _STEP)}."
