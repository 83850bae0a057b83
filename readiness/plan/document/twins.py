"""Lines of readiness that people edited: known again by what did not change."""

import re

from readiness.plan.document.outline import TOP, Kind, Line, Place

_BULLET = re.compile(r"\s*[-*+]\s+(?:\[[ xX]\]\s+)?")
_LABEL = re.compile(
    r"\s*(?:[-*+]\s+)?(\**)([A-Z][a-z]+(?:,? [a-z]+){0,5})(?::\1|\1:)\s"
)
_ROW = re.compile(r"\|.*\]\(#([a-z0-9-]+)\)")
_EMPHASIS = re.compile(r"[*_~`\\]")
_GAIN = " (+"  #: begins what is another number each time


def twin_name(line: Line, place: Place) -> str:
    """Return the name of a line in its place, "" if it has none.

    It is the label before its colon, the level of a headline at the top, the action of
    a row, or what a list item says without its mark, emphasis and numbers.
    """
    if line.is_code or place.kind is Kind.THEIRS:
        return ""
    if place.key == TOP and line.text.startswith("# "):
        return "headline"
    if place.kind is not Kind.ACTION and (row := _ROW.match(line.text)):
        return f"row {row[1]}"
    return _by_label(line, place) or _by_item(line)


def _by_label(line: Line, place: Place) -> str:
    is_labelled = place.key == TOP or place.kind is Kind.ACTION
    text = line.text.replace("__", "**")
    label = _LABEL.match(f"{text} ") if is_labelled else None
    return f"label {label[2].lower()}" if label else ""


def _by_item(line: Line) -> str:
    item = _BULLET.match(line.text)
    if item is None:
        return ""
    said = _EMPHASIS.sub("", line.text[item.end() :].partition(_GAIN)[0])
    return f"item {' '.join(said.split()).lower()}"
