"""The workbook inside a chart: what one edits; text in it stays text."""

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO

from pptx.chart.data import CategoryChartData, XyChartData
from xlsxwriter import Workbook

Cell = str | float | None

# python-pptx would take a name that starts with "=" for a formula.
_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_SINCE = datetime(1980, 1, 1, tzinfo=UTC)  # no clock: the same chart, the same bytes
_SHEET = "Sheet1"  # where python-pptx refers to


class Categories(CategoryChartData):
    """Series over names; the cells are where python-pptx says they are."""

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook: names in the first column, then a column for each series."""
        names = ["", *(category.label for category in self.categories)]
        series = ([one.name, *one.values] for one in self)
        return _workbook([names, *series])


class Dots(XyChartData):
    """One series of dots, with their names beside them."""

    def __init__(self, names: Sequence[str]) -> None:
        """Make an empty one; its points have ``names``."""
        super().__init__()
        self._names = names

    @property
    def xlsx_blob(self) -> bytes:
        """The workbook: across, up, and the name of each dot."""
        (one,) = self
        across, up = ["", *one.x_values], [one.name, *one.y_values]
        return _workbook([across, up, ["", *self._names]])


def _workbook(columns: Sequence[Sequence[Cell]]) -> bytes:
    out = BytesIO()
    with Workbook(out, _OPTIONS) as book:
        book.set_properties({"author": "readiness", "created": _SINCE})
        sheet = book.add_worksheet(_SHEET)
        for at, column in enumerate(columns):
            sheet.write_column(0, at, column)
    return out.getvalue()
