"""Tables as CSV (RFC 4180) that no spreadsheet takes a formula from."""

import csv
import re
from collections.abc import Iterable, Sequence
from io import StringIO

# What begins a formula, in full width too, behind what begins a cell. Where the list
# separator is not the comma, a spreadsheet splits within a quoted cell as well, and
# then the quotes around and in it are no longer what they were.
_FORMULA = re.compile(
    r'(\A[^\S\r\n\t]*|[\r\n\t,;|])("*)(?=[=+\-@\t\r\0\uff1d\uff0b\uff0d\uff20])'
)


def write_table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return the table as CSV, every cell quoted, with line ends as RFC 4180 has them.

    A cell that a spreadsheet would take for a formula gets an apostrophe before it.
    """
    out = StringIO()
    writer = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(header)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def safe(cell: str) -> str:
    """Return the cell with an apostrophe before whatever would begin a formula."""
    return _FORMULA.sub(r"\1\2'", cell)
