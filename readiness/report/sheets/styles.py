"""How cells look: the colours and fonts of the brand, and the formats of numbers."""

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from readiness.branding.model import Brand
from readiness.report.sheets.grid import Kind

FONT = "Arial"  #: where the brand names none
QUIET = "#595959"  #: of what is not to be read first; 7:1 on white
_NUMBERS = {
    Kind.POINTS: "0",
    Kind.CHANGE: "+0.0;-0.0;0.0",
    Kind.NUMBER: "0.0",
    Kind.COUNT: "0",
    Kind.SHARE: "0 %",
    Kind.DATE: "yyyy-mm-dd",
}


class Styles:
    """The formats of one workbook, by what they are for."""

    def __init__(self, book: Workbook, brand: Brand) -> None:
        """Make the formats in ``book``."""
        self._book = book
        self._body = {"font_name": brand.fonts.body or FONT, "font_size": 10}
        heading = {"font_name": brand.fonts.heading or FONT, "bold": True}
        primary, accent = brand.palette.primary, brand.palette.accent
        middle = {"valign": "vcenter"}
        self.title = self._format(heading | middle, font_size=18, font_color=primary)
        self.heading = self._format(heading | middle, font_size=13, font_color=primary)
        self.demo = self._format(bold=True, font_color=accent, text_wrap=True)
        self.quiet = self._format(font_size=9, font_color=QUIET)
        self.said = self._format(text_wrap=True, valign="top")
        self.label = self._format(bold=True, valign="top", text_wrap=True)
        self.link = self._format(font_color=primary, underline=1, valign="top")
        head = heading | middle | {"font_color": "#ffffff", "bg_color": primary}
        self._heads = {
            is_number: self._format(head | _side(is_number=is_number), text_wrap=True)
            for is_number in (False, True)
        }
        self._cells = {kind: self._cell(kind) for kind in Kind}

    def head(self, kind: Kind) -> Format:
        """Return the format of what stands above a column of ``kind``."""
        return self._heads[kind.is_number]

    def cell(self, kind: Kind) -> Format:
        """Return the format of what stands in a column of ``kind``."""
        return self._cells[kind]

    def _cell(self, kind: Kind) -> Format:
        side = _side(is_number=kind.is_number)
        if kind in _NUMBERS:
            return self._format(side, num_format=_NUMBERS[kind], valign="top")
        return self._format(side, text_wrap=True, valign="top")

    def _format(
        self, base: dict[str, object] | None = None, **properties: object
    ) -> Format:
        return self._book.add_format(self._body | (base or {}) | properties)


def _side(*, is_number: bool) -> dict[str, object]:
    """Return where a column stands, apart from its neighbours on both sides."""
    return {"align": "right" if is_number else "left", "indent": 1}
