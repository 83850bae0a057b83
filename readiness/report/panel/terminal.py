"""What several people say, on a terminal."""

from collections.abc import Iterable, Iterator

from rich.console import Group, RenderableType
from rich.text import Text

from readiness.report.bars import Glyphs, dumbbell
from readiness.report.layout import grid, heading, indented
from readiness.report.model import Report
from readiness.report.panel_model import Fact, PanelLines, RoleTrendLine

CELLS = 20  #: of a dumbbell
WIDE = 80  #: columns from which there is room for dumbbells


def people(
    report: Report, width: int, glyphs: Glyphs, *, full: bool
) -> Iterator[RenderableType]:
    """Yield what is worth knowing of the people; nothing for one person."""
    panel = report.panel
    if panel:
        yield heading(f"People ({panel.people})")
        yield from _facts(panel.facts)
        if panel.roles.hint:
            yield indented(Text(panel.roles.hint))
        if full:
            yield from _facts(panel.details)
            yield from _roles(panel, glyphs if width >= WIDE else None)
    if report.who:
        yield heading("Who answered")
        yield from (indented(Text(one.words)) for one in report.who)


def _facts(facts: Iterable[Fact]) -> Iterator[RenderableType]:
    """Yield each fact: on one line, or under its label if there are several."""
    for fact in facts:
        label = Text(fact.label, style="bold")
        if len(fact.lines) == 1:
            said = Text.assemble(label, f"  {fact.lines_with_ids[0]}")
            yield indented(said)
            continue
        yield indented(label)
        table = grid("", "")
        for line in fact.lines_with_ids:
            table.add_row("-", Text(line))
        yield indented(table, by=4)


def _roles(panel: PanelLines, glyphs: Glyphs | None) -> Iterator[RenderableType]:
    """Yield leaders and practitioners per trend, with a dumbbell if there is room."""
    rows = panel.roles.trends
    if not rows:
        return
    legend = f"{glyphs.other} practitioners, {glyphs.point} leaders" if glyphs else ""
    head = heading("Leaders and practitioners", legend)
    if glyphs is None:
        lines = (indented(Text(f"{row.short}: {row.words}")) for row in rows)
        yield Group(head, *lines)
        return
    table = grid(*[""] * 6)
    for column in table.columns[1:4]:
        column.justify = "right"
    table.add_row("", "leaders", "others", "gap", "", "")
    for row in rows:
        table.add_row(*map(Text, _cells(row, glyphs)))
    yield Group(head, indented(table))


def _cells(row: RoleTrendLine, glyphs: Glyphs) -> Iterator[str]:
    yield from (row.short, row.leaders_words, row.practitioners_words, row.gap_words)
    if row.leaders is None or row.practitioners is None:
        yield glyphs.track * CELLS
    else:
        yield dumbbell(row.leaders, row.practitioners, CELLS, glyphs)
    yield row.verdict
