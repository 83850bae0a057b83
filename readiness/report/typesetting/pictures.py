"""Pictures for formats that take no SVG."""

from functools import cache
from typing import cast

from typst import Compiler

from readiness.report.typesetting.fonts import fonts

SIDE = 4_000  #: pixels of either side, at most: a picture must fit into the memory

_POINTS_PER_INCH = 72  # one pixel to a point: widths are pixels, then

_PAGE = b"""
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "Noto Sans")
#let picture = image.with(bytes(sys.inputs.svg), format: "svg")
#context {
  let own = measure(picture())
  let side = float(sys.inputs.side) * 1pt
  let asked = float(sys.inputs.width) * 1pt
  picture(width: calc.min(asked, side, side * (own.width / own.height)))
}
"""


def png(svg: str, *, width: float) -> bytes:
    """Return an SVG as PNG, ``width`` pixels wide and as high as its proportion asks.

    Smaller where one of its sides would be longer than `SIDE`. Raises
    `typst.TypstError` if ``svg`` is none.
    """
    inputs = {"svg": svg, "width": str(width), "side": str(SIDE)}
    picture = _compiler().compile(
        _PAGE, format="png", ppi=_POINTS_PER_INCH, sys_inputs=inputs
    )
    return cast("bytes", picture)  # one page makes one picture


@cache
def _compiler() -> Compiler:
    """Return the one compiler: a new one for each picture would take longer."""
    return Compiler(font_paths=fonts())
