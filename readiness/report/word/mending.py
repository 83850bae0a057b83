"""What Word asks of a document, and tags in a loop may have left otherwise."""

from docx.oxml.ns import qn
from lxml import etree


def mend(body: etree._Element) -> None:
    """Make tables whole: no table without rows, no cell without a paragraph.

    Columns that a loop made get the widths of their cells, scaled so that the table is
    as wide as it was.
    """
    for table in list(body.iter(qn("w:tbl"))):
        if table.find(qn("w:tr")) is None:
            table.getparent().remove(table)
        else:
            _fit_columns(table)
    for cell in body.iter(qn("w:tc")):
        if cell[-1].tag != qn("w:p"):
            etree.SubElement(cell, qn("w:p"))


def _fit_columns(table: etree._Element) -> None:
    columns = list(table.iterfind(f"{qn('w:tblGrid')}/{qn('w:gridCol')}"))
    rows = [_widths(row) for row in table.iterfind(qn("w:tr"))]
    wanted = [int(cell.get(qn("w:w"))) for cell in rows[0]]
    given = [int(column.get(qn("w:w"), "0")) for column in columns]
    if not sum(wanted) or len(wanted) != len(given) or wanted == given:
        return
    scaled = [width * sum(given) // sum(wanted) for width in wanted]
    for row in (columns, *rows):
        if len(row) == len(scaled):
            for cell, width in zip(row, scaled, strict=True):
                cell.set(qn("w:w"), str(width))


def _widths(row: etree._Element) -> list[etree._Element]:
    """Return the elements that say how wide the cells of a row are."""
    widths = row.iterfind(f"{qn('w:tc')}/{qn('w:tcPr')}/{qn('w:tcW')}")
    return [width for width in widths if width.get(qn("w:type")) == "dxa"]
