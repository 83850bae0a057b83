"""From geometry to a chart: the colours, and the template of its kind."""

import re
from collections.abc import Hashable, Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from readiness.branding.model import Palette
from readiness.plaintext import one_line
from readiness.report.charts.model import Chart, ChartKind, Table
from readiness.report.charts.scales import at
from readiness.report.templates import environment

WIDTH = 640.0  #: of every picture, in units of its view box

_INK = "#1f2933"
_MUTED = "#4d5965"
_TRACK = "#74808b"
_GRID = "#c8d0d8"
_BAND = "#e4e8ec"
_PAPER = "#ffffff"

# "14.0" says no more than "14". Quotes in texts are escaped, so only attributes match.
_WHOLE = re.compile(r'="(-?\d+)\.0"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a chart says without its picture."""

    kind: ChartKind
    title: str
    description: str
    table: Table


def chart(told: Told, palette: Palette, height: float, drawing: Hashable) -> Chart:
    """Draw ``drawing``, ``height`` units high, with the template of its kind."""
    told = replace(told, description=one_line(told.description))
    return Chart(
        kind=told.kind,
        title=told.title,
        description=told.description,
        svg=_svg(told, palette, at(height), drawing),
        width=WIDTH,
        height=at(height),
        table=told.table,
    )


@lru_cache(maxsize=32)  # every format of a document asks for the same pictures
def _svg(told: Told, palette: Palette, height: float, drawing: Hashable) -> str:
    template = environment().get_template(f"charts/{told.kind}.svg.j2")
    svg = template.render(
        kind=told.kind.value,
        title=told.title,
        description=told.description,
        width=WIDTH,
        height=height,
        ink=colours(palette),
        drawing=drawing,
    )
    return _WHOLE.sub(r'="\1"', svg)


def colours(palette: Palette) -> dict[str, str]:
    """Return the colour of every role: of the class of its name, and its lines."""
    return {
        "label": _INK,
        "muted": _MUTED,
        "track": _TRACK,
        "grid": _GRID,
        "band": _BAND,
        "paper": _PAPER,
        "score": palette.primary,
        "range": palette.primary,
        "accent": palette.accent,
    }


def sentences(parts: Iterable[str]) -> str:
    """Return the parts that say something as sentences, one after the other."""
    return " ".join(f"{part.removesuffix('.')}." for part in parts if part)
