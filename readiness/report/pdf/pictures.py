"""Pictures for formats that take no SVG."""

from functools import cache
from typing import cast

from typst import Compiler

from readiness.report.pdf.fonts import fonts

_POINTS_PER_INCH = 72  # one pixel to a point: widths are pixels, then

_PAGE = b"""
#set page(width: float(sys.inputs.width) * 1pt, height: auto, margin: 0pt)
#set text(font: "Noto Sans")
#image(bytes(sys.inputs.svg), format: "svg", width: 100%)
"""


def png(svg: str, *, width: float) -> bytes:
    """Return an SVG as PNG, ``width`` pixels wide and as high as its proportion asks.

    Raises `typst.TypstError` if ``svg`` is none.
    """
    inputs = {"svg": svg, "width": str(width)}
    picture = _compiler().compile(
        _PAGE, format="png", ppi=_POINTS_PER_INCH, sys_inputs=inputs
    )
    return cast("bytes", picture)  # one page makes one picture


@cache
def _compiler() -> Compiler:
    """Return the one compiler: a new one for each picture would take longer."""
    return Compiler(font_paths=fonts())
