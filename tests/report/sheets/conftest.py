import re
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from python_calamine import CalamineWorkbook

from readiness.report.sheets.render import render

HEADS = {  # of the first column, by sheet
    "Scores": "Name",
    "Answers": "Question",
    "Plan": "No.",
    "Find out": "Question",
    "Findings": "Rule",
    "Changes": "Name",
    "Causes": "Cause",
    "Moved answers": "Question",
    "History": "Name",
}


class Workbook:
    """A workbook as others read it: cells by calamine, the rest from its XML."""

    def __init__(self, content):
        self.content = content
        self._cells = CalamineWorkbook.from_filelike(BytesIO(content))
        self._zip = ZipFile(BytesIO(content))

    @property
    def sheets(self):
        return self._cells.sheet_names

    def parts(self, pattern):
        return {
            name: self._zip.read(name)
            for name in self._zip.namelist()
            if re.fullmatch(pattern, name)
        }

    def trees(self, pattern):
        return [ET.fromstring(content) for content in self.parts(pattern).values()]

    def times(self):
        return {info.date_time for info in self._zip.infolist()}

    def cells(self, sheet):
        return self._cells.get_sheet_by_name(sheet).to_python(skip_empty_area=False)

    def table(self, sheet):
        """Return the rows of a sheet's table, each by its heads."""
        cells = self.cells(sheet)
        at = next(n for n, row in enumerate(cells) if row[0] == HEADS[sheet])
        heads = [head for head in cells[at] if head]
        rows = []
        for row in cells[at + 1 :]:
            if not any(cell != "" for cell in row[1:]):
                break
            rows.append(dict(zip(heads, row, strict=False)))
        return rows

    def text(self):
        return "\n".join(
            str(cell)
            for name in self.sheets
            for row in self.cells(name)
            for cell in row
        )


@pytest.fixture(scope="session")
def workbook():
    """Render a document and read it back."""
    made = {}

    def read(document):
        if id(document) not in made:
            made[id(document)] = document, Workbook(render(document))
        return made[id(document)][1]

    return read
