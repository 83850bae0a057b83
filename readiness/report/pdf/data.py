"""What the template of the PDF reads: the document and its charts as plain data."""

import re
from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from readiness.branding.model import Logo, LogoType
from readiness.report.charts.model import Chart
from readiness.report.documents.model import Document
from readiness.report.model import EvidenceLine, StepLine
from readiness.resources import templates_folder

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

# Typst takes only text from memory, so a picture of pixels travels in one of lines.
_FRAME = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">'
    '<image width="{width}" height="{height}" href="data:{type};base64,{content}"/>'
    "</svg>"
)
_LEAST = 30  #: characters of a long word
_LONG = re.compile(rf"[^\s/\-\u200b]{{{_LEAST},}}")  # a line may end after "/" and "-"
_PIECE = 24  #: characters that fit on a line of the narrowest column
_FIRST = 5  #: strengths and gaps that are shown
#: of a step that is not scheduled
_OUTLINE = ("title", "gain_words", "effort_words", "progress_words")
_NAME = re.compile(r"[a-z]\w*")


@cache
def template() -> str:
    """Return the template."""
    return (templates_folder() / "report.typ").read_text("utf-8")


def data_of(document: Document, charts: Sequence[Chart]) -> Mapping[str, object]:
    """Return the fields of ``document`` by name, and its charts by kind.

    Only what the template names: Typst reads and compares again and again all it gets.
    """
    report = document.report
    strengths, gaps = report.strengths[:_FIRST], report.gaps[:_FIRST]
    shown = replace(document, report=replace(report, strengths=strengths, gaps=gaps))
    return {**_fields(shown), "charts": {one.kind: _chart(one) for one in charts}}


def _plain(value: object) -> object:
    match value:
        case str():
            return _LONG.sub(_breakable, value) if len(value) >= _LEAST else value
        case tuple():
            return [_plain(one) for one in value]
        case _ if is_dataclass(value) and not isinstance(value, type):
            return _fields(value)
        case _:
            return value


def _fields(value: "DataclassInstance") -> Mapping[str, object]:
    match value:
        case EvidenceLine():
            names: Sequence[str] = ("words",)
        case StepLine(number=""):
            names = _OUTLINE
        case Logo():
            shape = {"width": value.width, "height": value.height}
            return {"svg": _drawn(value), "alt": value.alt, **shape}
        case _:
            names = _names(type(value))
    return {name: _plain(getattr(value, name)) for name in names}


@cache
def _names(kind: "type[DataclassInstance]") -> Sequence[str]:
    """Return the fields of ``kind`` that the template names."""
    named = _named()
    return [one.name for one in fields(kind) if one.name in named]


@cache
def _named() -> Collection[str]:
    return frozenset(_NAME.findall(template()))


def _chart(chart: Chart) -> Mapping[str, object]:
    return {
        "svg": chart.svg,
        "title": _plain(chart.title),
        "description": chart.description,
        "width": chart.width,
        "height": chart.height,
    }


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
