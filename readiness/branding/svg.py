"""Logos made of shapes: SVG of which only what draws them is kept.

A picture from a stranger may be a program: scripts, event handlers, pages within it,
animations, and references to other computers are taken out. Document types with their
entities are refused, and so is what makes a small file a huge picture, or one that
takes very long to draw: that is done in this process, which it could end.
"""

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from readiness.branding.model import Logo, LogoType
from readiness.branding.svg_style import (
    class_looks,
    looks_of,
    references,
    safe_value,
)
from readiness.plaintext import one_line

DEPTH = 50  #: of elements within elements
ELEMENTS = 10_000  #: and points that a picture draws, each as often as it is drawn
FARTHEST = 1e6  #: the largest number in it

_SPACE = "http://www.w3.org/2000/svg"
_LINKS = "http://www.w3.org/1999/xlink"
_LINK = "xlink:href"

_SHAPES = frozenset(
    ("path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "text", "use")
)
_WORDS = frozenset(("text", "tspan", "title", "desc"))
_OTHERS = frozenset(
    (
        "svg",
        "g",
        "defs",
        "symbol",
        "linearGradient",
        "radialGradient",
        "stop",
        "clipPath",
        "mask",
    )
)
_KEPT = _SHAPES | _WORDS | _OTHERS
_AS_GROUP = frozenset(("a", "switch"))  # what is in them may well be the picture
_GEOMETRY = frozenset(
    (
        *("x", "y", "width", "height", "cx", "cy", "r", "rx", "ry", "x1", "y1", "x2"),
        *("y2", "d", "points", "dx", "dy", "fx", "fy", "fr", "offset", "transform"),
        *("viewBox", "preserveAspectRatio", "id", "gradientUnits", "spreadMethod"),
        *("gradientTransform", "clipPathUnits", "maskUnits", "maskContentUnits"),
        "pathLength",
    )
)
_OWN_PART = re.compile(r"#[\w.-]+")
_SIZE = re.compile(r"\s*(-?\d{1,9}(?:\.\d{0,9})?)(?:px|pt|pc|mm|cm|in)?\s*", re.ASCII)
_NUMBER = re.compile(
    r"[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?", re.ASCII | re.IGNORECASE
)
_COMMAND = re.compile("[a-df-z]", re.IGNORECASE)  # of a path
_NAME = re.compile(r"#[\w.-]+")  # of a part, or a colour: its digits are no number
_UNMEASURED = frozenset(("id", "font-family", _LINK))
_LAYERS = frozenset(("opacity", "mask", "clip-path"))  # each is a picture of its own
_LAYER = 25  # elements that are drawn in that time
_PATTERN = "pattern"
_DASHES, _UNDASHED = "stroke-dasharray", frozenset(("none", "0"))


def svg_logo(content: bytes, alt: str) -> Logo:
    """Return the logo in an SVG file, written anew; raise `ValueError`."""
    root = _parse(content)
    if root.tag != f"{{{_SPACE}}}svg":
        raise ValueError("is no SVG picture")
    width, height, box = _size(root)
    sheets = ["".join(one.itertext()) for one in root.iter(f"{{{_SPACE}}}style")]
    clean = _Cleaner(class_looks("\n".join(sheets))).kept(root)
    if clean is None or not any(one.tag in _SHAPES for one in clean.iter()):
        raise ValueError("has nothing that may be drawn")
    _Measure(clean).check()
    size = {"width": f"{width:.10g}", "height": f"{height:.10g}", "viewBox": box}
    spaces = {"xmlns": _SPACE, "xmlns:xlink": _LINKS}
    clean.attrib = spaces | dict(sorted((clean.attrib | size).items()))
    text = ET.tostring(clean, encoding="utf-8")
    return Logo(type=LogoType.SVG, content=text, width=width, height=height, alt=alt)


class _Builder(ET.TreeBuilder):
    """Builds the tree; raises `ValueError` before a stranger's file can grow it."""

    def __init__(self) -> None:
        super().__init__()
        self._depth = self._count = 0

    def doctype(self, _name: str, _public: str | None, _system: str | None) -> None:
        """Refuse what entities and other files come in by."""
        raise ValueError("has a document type; take out the line with <!DOCTYPE ...>")

    def start(self, tag: str, attrs: dict[str, str]) -> Element:
        """Begin an element."""
        self._depth += 1
        self._count += 1
        if self._depth > DEPTH:
            raise ValueError(f"has more than {DEPTH} elements within each other")
        if self._count > ELEMENTS:
            raise ValueError(f"has more than {ELEMENTS:,} elements")
        return super().start(tag, attrs)

    def end(self, tag: str) -> Element:
        """End an element."""
        self._depth -= 1
        return super().end(tag)


class _Cleaner:
    """Copies what may be in a picture, without names of spaces."""

    def __init__(self, classes: dict[str, dict[str, str]]) -> None:
        self._classes = classes

    def kept(self, element: Element) -> Element | None:
        """Return a copy; ``None`` for what may not be in a picture, and all in it."""
        name = element.tag.removeprefix(f"{{{_SPACE}}}")
        name = "g" if name in _AS_GROUP else name
        if name == _PATTERN:
            raise ValueError("has a pattern; fill its shapes with colours or gradients")
        if name not in _KEPT:
            return None
        copy = Element(name, dict(self._attributes(element)))
        copy.text = _words(element.text) if name in _WORDS else None
        for child in element:
            if (part := self.kept(child)) is not None:
                part.tail = _words(child.tail) if name in _WORDS else None
                copy.append(part)
        return copy

    def _attributes(self, element: Element) -> Iterator[tuple[str, str]]:
        for name in sorted(_GEOMETRY & element.attrib.keys()):
            if value := safe_value(element.attrib[name]):
                yield name, value
        link = element.get(f"{{{_LINKS}}}href", "") or element.get("href", "")
        if _OWN_PART.fullmatch(link):
            yield _LINK, link
        looks = dict(looks_of(element.attrib, self._classes))
        yield from sorted(looks.items())


class _Measure:
    """Measures what a picture draws: parts that use parts may be very many."""

    def __init__(self, root: Element) -> None:
        self._root = root
        self._by_id = {
            one.attrib["id"]: one for one in root.iter() if "id" in one.attrib
        }
        self._counted: dict[str, int] = {}

    def check(self) -> None:
        """Raise `ValueError` if it is too much."""
        if self._count(self._root, 0) > ELEMENTS:
            raise ValueError(
                f"draws more than {ELEMENTS:,} elements and points; simplify its paths"
            )

    def _count(self, element: Element, depth: int) -> int:
        if depth > 2 * DEPTH:
            raise ValueError("has a part that draws itself")
        named = [
            part for value in element.attrib.values() for part in references(value)
        ]
        named.append(element.get(_LINK, "#")[1:])
        used = sum(self._count_part(name, depth) for name in named)
        within = sum(self._count(child, depth + 1) for child in element)
        return _weight(element) + used + within

    def _count_part(self, name: str, depth: int) -> int:
        part = self._by_id.get(name)
        if part is not None and name not in self._counted:
            self._counted[name] = self._count(part, depth + 1)
        return self._counted.get(name, 0)


def _weight(element: Element) -> int:
    """Return how many plain elements take as long; raise `ValueError`."""
    numbers = 0
    for name in element.attrib.keys() - _UNMEASURED:
        found = _NUMBER.findall(_NAME.sub("", element.attrib[name]))
        numbers += len(found)
        if any(abs(float(number)) > FARTHEST for number in found):
            raise ValueError(f"has a number beyond {FARTHEST:,.0f}; make it smaller")
    if element.get(_DASHES, "none") not in _UNDASHED:
        raise ValueError("has dashed lines; draw them as shapes")
    commands = len(_COMMAND.findall(element.get("d", "")))
    layers = _LAYER * len(_LAYERS & element.attrib.keys())
    letters = len(element.text or "") + len(element.tail or "")
    return 1 + commands + layers + (numbers + letters) // 2


def _parse(content: bytes) -> Element:
    """Return the tree of an XML text; raise `ValueError`."""
    parser = ET.XMLParser(target=_Builder())  # noqa: S314 - the builder refuses entities and limits depth and number
    try:
        parser.feed(content.decode("utf-8-sig"))
        root: Element = parser.close()
    except UnicodeDecodeError:
        raise ValueError("is not text in UTF-8") from None
    except ET.ParseError as error:
        line, column = error.position
        raise ValueError(
            f"is not well-formed, line {line}, column {column + 1}"
        ) from None
    return root


def _size(root: Element) -> tuple[float, float, str]:
    """Return width, height and the ``viewBox`` of a picture; raise `ValueError`."""
    box = root.get("viewBox", "").replace(",", " ").split()
    if not box:
        box = ["0", "0", root.get("width", ""), root.get("height", "")]
    if len(box) != len(("x", "y", "width", "height")):
        raise ValueError("has a viewBox that is not four numbers")
    x, y, width, height = map(_length, box)
    if not (0 < width <= FARTHEST and 0 < height <= FARTHEST):
        raise ValueError("has no size: it needs a viewBox, or a width and a height")
    return width, height, f"{x:.10g} {y:.10g} {width:.10g} {height:.10g}"


def _length(text: str) -> float:
    """Return a number whose unit does not matter; 0 for what is none."""
    found = _SIZE.fullmatch(text)
    return float(found[1]) if found else 0.0


def _words(text: str | None) -> str:
    """Return text on one line; a space at either end stays one."""
    return one_line(f"|{text or ''}|")[1:-1]
