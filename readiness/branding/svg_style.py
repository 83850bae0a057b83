"""How the parts of an SVG picture may look: colours and lines, nothing from elsewhere.

Style sheets and ``style`` attributes become attributes, which cannot reach beyond
their element wherever the picture is put.
"""

import re
from collections.abc import Iterator, Mapping

Looks = dict[str, str]  #: attributes by name

#: What an attribute or a style may say of the looks of an element.
LOOKS = frozenset(
    (
        *("clip-path", "clip-rule", "color", "display", "dominant-baseline", "fill"),
        *("fill-opacity", "fill-rule", "font-family", "font-size", "font-style"),
        *("font-weight", "letter-spacing", "mask", "opacity", "stop-color"),
        *("stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset"),
        *("stroke-linecap", "stroke-linejoin", "stroke-miterlimit", "stroke-opacity"),
        *("stroke-width", "text-anchor", "visibility"),
    )
)

# None of these takes longer than the text is long: it is a stranger's.
_COMMENT = re.compile(r"/\*(?:.*?\*/|.*)", re.DOTALL)
_CLASS = re.compile(r"\.([\w-]+)")
_CALLED = re.compile(r"(?<![\w-])([\w-]*+) ?\(")
_OWN = re.compile(r"""url\( ?(["']?)(#[\w.-]+)\1 ?\)""", re.IGNORECASE)
_STRANGE = re.compile(r"[^\w\s.,#%()+'\"-]")
_FUNCTIONS = frozenset(
    (
        *("url", "rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale"),
        *("rotate", "skewx", "skewy"),
    )
)


def safe_value(value: str) -> str | None:
    """Return a value that names nothing outside the picture; ``None`` for others."""
    bare = _OWN.sub(r"url(\2)", " ".join(value.split()))
    called = [name.lower() for name in _CALLED.findall(bare)]
    own = bare.count("url(#")
    is_safe = _FUNCTIONS.issuperset(called) and called.count("url") == own
    return bare if is_safe and not _STRANGE.search(bare) else None


def references(value: str) -> Iterator[str]:
    """Yield the ids that a safe value names by ``url(#id)``."""
    yield from (found[2][1:] for found in _OWN.finditer(value))


def declared(style: str) -> Looks:
    """Return what a ``style`` says, as attributes; what may not be is left out."""
    looks: Looks = {}
    for part in _COMMENT.sub("", style).split(";"):
        name, _, said = part.partition(":")
        value = safe_value(said.replace("!important", ""))
        if value and name.strip().lower() in LOOKS:
            looks[name.strip().lower()] = value
    return looks


def class_looks(sheet: str) -> dict[str, Looks]:
    """Return what the rules of a style sheet say of classes, such as ``.st0``.

    Programs that draw write no others; whatever else a sheet has is left out.
    """
    classes: dict[str, Looks] = {}
    for rule in _COMMENT.sub("", sheet).split("}"):
        selectors, _, style = rule.partition("{")
        looks = declared(style)
        for selector in selectors.split(","):
            if found := _CLASS.fullmatch(selector.rpartition(";")[2].strip()):
                classes.setdefault(found[1], {}).update(looks)
    return classes


def looks_of(
    attributes: Mapping[str, str], classes: Mapping[str, Looks]
) -> Iterator[tuple[str, str]]:
    """Yield the looks of an element; the later of two with one name wins."""
    for name in LOOKS & attributes.keys():
        if value := safe_value(attributes[name]):
            yield name, value
    for name in attributes.get("class", "").split():
        yield from classes.get(name, {}).items()
    yield from declared(attributes.get("style", "")).items()
