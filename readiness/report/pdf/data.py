"""What the template of the PDF reads: the document and its charts as plain data."""

import re
from base64 import b64encode
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import TYPE_CHECKING

from readiness.branding.model import Logo, LogoType
from readiness.report.charts.model import Chart
from readiness.report.documents.model import Document
from readiness.report.model import EvidenceLine

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

_LOGO = "logo.svg"
# Typst takes only text from memory, so a picture of pixels travels in one of lines.
_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    '<image width="{width}" height="{height}" href="data:{type};base64,{content}"/>'
    "</svg>"
)
_LONG = re.compile(r"[^\s/\-\u200b]{30,}")  # Typst breaks a line after "/" and "-"
_PIECE = 24  #: characters that fit on a line of the narrowest column
_UNUSED = frozenset({"questions", "redacted"})  # all answers once more; a set


def data_of(document: Document, charts: Sequence[Chart]) -> Mapping[str, object]:
    """Return the fields of ``document`` by name, and its charts by kind."""
    shown = {chart.kind: _chart(chart) for chart in charts}
    return {**_fields(document), "charts": shown}


def pictures_of(document: Document, charts: Sequence[Chart]) -> Mapping[str, str]:
    """Return the pictures that the data name, by file name, as SVG."""
    drawn = {_chart_file(chart): chart.svg for chart in charts}
    logo = document.brand.logo
    return drawn if logo is None else {**drawn, _LOGO: _drawn(logo)}


def _plain(value: object) -> object:
    match value:
        case str():
            return _LONG.sub(_breakable, value)
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
        case _:
            return value


def _fields(value: "DataclassInstance") -> Mapping[str, object]:
    match value:
        case EvidenceLine():
            return {"words": _plain(value.words)}
        case Logo():
            shape = {"width": value.width, "height": value.height}
            return {"file": _LOGO, "alt": value.alt, **shape}
        case _:
            return {name: _plain(getattr(value, name)) for name in _names(type(value))}


@cache
def _names(kind: "type[DataclassInstance]") -> Sequence[str]:
    return [one.name for one in fields(kind) if one.name not in _UNUSED]


def _chart(chart: Chart) -> Mapping[str, object]:
    return {
        "file": _chart_file(chart),
        "title": _plain(chart.title),
        "description": chart.description,
        "width": chart.width,
        "height": chart.height,
    }


def _chart_file(chart: Chart) -> str:
    return f"{chart.kind}.svg"


def _drawn(logo: Logo) -> str:
    if logo.type is LogoType.SVG:
        return logo.content.decode()
    content = b64encode(logo.content).decode()
    return _FRAME.format(
        width=logo.width, height=logo.height, type=logo.type.value, content=content
    )


def _breakable(word: re.Match[str]) -> str:
    """Return a long word with places where a line may end, which nobody sees."""
    whole = word[0]
    return "\u200b".join(
        whole[start : start + _PIECE] for start in range(0, len(whole), _PIECE)
    )
