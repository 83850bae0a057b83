"""A chart as every format takes it: a picture, its words, and its figures."""

from dataclasses import dataclass
from enum import StrEnum


class ChartKind(StrEnum):
    """What a chart shows; the values are ids in documents."""

    PROFILE = "profile"  #: the score and its range, by trend
    RADAR = "radar"  #: the same around a centre
    HEATMAP = "heatmap"  #: capabilities by trend
    CHANGES = "changes"  #: this quarter and the one before, with the noise band
    HISTORY = "history"  #: all quarters
    PLAN = "plan"  #: effort and gain of the actions


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The figures behind a chart, as text."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  #: as long as ``head``; the first cell names it
    numeric: tuple[bool, ...]  #: by column: whether it is set to the right


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A drawn chart; ``width`` and ``height`` are the units of its view box."""

    kind: ChartKind
    title: str
    description: str  #: what it shows, in sentences: the alternative text
    svg: str  #: one ``svg`` element, without declaration
    width: float
    height: float
    table: Table
