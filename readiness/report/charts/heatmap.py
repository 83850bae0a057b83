"""The heat map: a cell for every capability, in a block for every trend."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from readiness.report.charts.canvas import WIDTH, Told, chart, sentences
from readiness.report.charts.lettering import short, width_of, wrap
from readiness.report.charts.model import Chart, ChartKind, Table
from readiness.report.charts.scales import at
from readiness.report.charts.shapes import (
    SIZE,
    SMALL,
    Anchor,
    Box,
    Words,
    below,
)
from readiness.report.documents.model import Document
from readiness.report.model import Node, TrendRow

COLUMNS = 3
SHADES = (0.0, 0.1, 0.2, 0.31, 0.42)  #: opacity of the levels 0 to 4
NOTHING = "\N{EN DASH}"  #: in a cell that is not about anything
_GAP = 6.0
_EDGE = 1.0  #: so that no line is cut by the edge of the picture
_CELL = (WIDTH - 2 * _EDGE - _GAP * (COLUMNS - 1)) / COLUMNS
_INSIDE = 7.0  #: from the edge of a cell to its letters
_HEAD = 420.0  #: units for the name of a trend
_LEADING = 16.0  #: in a cell
_SWATCH = 22.0
_KEY_LINE = 24.0


class Fill(StrEnum):
    """How a cell looks."""

    LEVEL = "level"  #: the more, the darker
    HATCHED = "hatched"  #: not enough is known
    BLANK = "blank"  #: not asked, or does not apply


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A capability, or an entry of the key; ``shade`` 0 to 1."""

    box: Box
    plate: Box  #: paper behind the letters of a hatched cell
    fill: Fill
    shade: float
    texts: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heatmap:
    """The picture."""

    heads: tuple[Words, ...]
    cells: tuple[Cell, ...]
    keys: tuple[Cell, ...]
    height: float


def heatmap(document: Document) -> Chart | None:
    """Draw the heat map; there is none where nothing was asked or applies."""
    trends = document.report.trends
    nodes = [node for trend in trends for node in trend.capabilities]
    if all(node.low is None for node in nodes):
        return None
    drawing = heatmap_of(trends, document.levels)
    told = Told(
        kind=ChartKind.HEATMAP,
        title="Capabilities by trend",
        description=sentences(_sentences(trends)),
        table=_table(trends),
    )
    return chart(told, document.brand.palette, drawing.height, drawing)


def heatmap_of(trends: Sequence[TrendRow], levels: Sequence[str]) -> Heatmap:
    """Return the geometry of the heat map."""
    heads: list[Words] = []
    cells: list[Cell] = []
    top = 0.0
    for trend in trends:
        heads += _head(trend, at(top + SIZE))
        top = at(max(head.next for head in heads[-2:]) - SIZE + _GAP)
        for row in _rows(trend.capabilities):
            cells += _row(row, top)
            top = at(cells[-1].box.y + cells[-1].box.height + _GAP)
        top = at(top + 10)
    keys = tuple(_keys({cell.fill for cell in cells}, levels, top))
    return Heatmap(
        heads=tuple(heads),
        cells=tuple(cells),
        keys=keys,
        height=at(keys[-1].box.y + _KEY_LINE),
    )


def _head(trend: TrendRow, y: float) -> Iterator[Words]:
    name = wrap(trend.short, _HEAD, SIZE, 2)
    yield Words(lines=name, x=0, y=y, is_bold=True)
    told = wrap(_figures(trend.node), WIDTH - _HEAD - _GAP, SIZE, 2)
    yield Words(lines=told, x=WIDTH, y=y, anchor=Anchor.END)


def _rows(nodes: Sequence[Node]) -> Iterator[Sequence[Node]]:
    for start in range(0, len(nodes), COLUMNS):
        yield nodes[start : start + COLUMNS]


def _row(nodes: Sequence[Node], top: float) -> list[Cell]:
    texts = [_texts(node, column, top) for column, node in enumerate(nodes)]
    bottom = max(parts[-1].next for parts in texts) - _LEADING + _INSIDE + 2
    height = at(bottom - top)
    return [
        _cell(node, Box(x=_left(column), y=top, width=at(_CELL), height=height), parts)
        for column, (node, parts) in enumerate(zip(nodes, texts, strict=True))
    ]


def _left(column: int) -> float:
    return at(_EDGE + column * (_CELL + _GAP))


def _texts(node: Node, column: int, top: float) -> tuple[Words, ...]:
    x, room = at(_left(column) + _INSIDE), _CELL - 2 * _INSIDE
    sign = f"{NOTHING} " if fill_of(node) is Fill.BLANK else ""
    name = wrap(node.name, room, SMALL, 3)
    told = wrap(f"{sign}{_figures(node)}", room, SMALL, 2)
    parts = [
        Words(lines=one, x=x, size=SMALL, leading=_LEADING) for one in (name, told)
    ]
    return below(parts, top + _INSIDE + SMALL - 1)


def _cell(node: Node, box: Box, texts: tuple[Words, ...]) -> Cell:
    fill = fill_of(node)
    shade = SHADES[node.level] if node.level is not None else 0.0
    return Cell(box=box, plate=_plate(texts), fill=fill, shade=shade, texts=texts)


def _plate(texts: Sequence[Words]) -> Box:
    """Return a box behind ``texts`` that is a little larger than they are."""
    lines = [width_of(line, text.size) for text in texts for line in text.lines]
    first = texts[0]
    return Box(
        x=at(first.x - 4),
        y=at(first.y - SMALL),
        width=at(min(max(lines) + 8, _CELL - _INSIDE)),
        height=at(texts[-1].next - first.y + 2),
    )


def fill_of(node: Node) -> Fill:
    """Return how the cell of a capability looks."""
    if node.low is None:
        return Fill.BLANK
    return Fill.LEVEL if node.level is not None else Fill.HATCHED


def _figures(node: Node) -> str:
    """Return "48, level 2", or why there is none, with the range where there is one."""
    told = [node.score_words]
    if node.level_short:
        told.append(f"level {node.level_short}")
    elif node.range_words:
        told.append(node.range_words)
    return ", ".join(told)


def _keys(fills: set[Fill], levels: Sequence[str], top: float) -> Iterator[Cell]:
    """Yield the entries of the key in lines: the levels, and what else is drawn."""
    entries = [
        (Fill.LEVEL, shade, f"{level} {name}")
        for level, (shade, name) in enumerate(zip(SHADES, levels, strict=True))
    ]
    if Fill.HATCHED in fills:
        entries.append((Fill.HATCHED, 0.0, "not enough known, its range"))
    if Fill.BLANK in fills:
        entries.append((Fill.BLANK, 0.0, f"{NOTHING} not asked, or not applicable"))
    x = _EDGE
    for fill, shade, meaning in entries:
        room = at(_SWATCH + 8 + width_of(meaning, SMALL) + 18)
        if x > _EDGE and x + room > WIDTH:
            x, top = _EDGE, at(top + _KEY_LINE)
        yield _key(fill, shade, meaning, Box(x=x, y=top, width=_SWATCH, height=16))
        x = at(x + room)


def _key(fill: Fill, shade: float, meaning: str, box: Box) -> Cell:
    words = Words(
        lines=(meaning,), x=at(box.x + _SWATCH + 8), y=at(box.y + SMALL), size=SMALL
    )
    return Cell(box=box, plate=_plate((words,)), fill=fill, shade=shade, texts=(words,))


def _sentences(trends: Sequence[TrendRow]) -> Iterator[str]:
    """Yield the alternative text: by trend how far its capabilities are."""
    yield "A cell for each capability, the darker the higher its level"
    for trend in trends:
        told = "; ".join(
            f"{short(node.name)}: {_figures(node)}" for node in trend.capabilities
        )
        yield f"{short(trend.short)}, {_figures(trend.node)}. {told}"


def _table(trends: Sequence[TrendRow]) -> Table:
    return Table(
        caption="Capabilities: scores of 100, ranges and levels",
        head=("Capability", "Trend", "Score", "Range", "Level"),
        rows=tuple(
            (
                node.name,
                trend.node.name,
                node.score_words,
                node.range_words,
                node.level_words,
            )
            for trend in trends
            for node in trend.capabilities
        ),
        numeric=(False, False, True, True, False),
    )
