"""A strict reader of our own JSON Schemas.

Every key has to be declared, although readers are to expect more of them, and a keyword
that nothing here checks is an error: no schema is fulfilled because of a gap.
"""

import re

TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_SAID = {"$schema", "$defs", "title", "description", "type"}


def flaws(value, schema, whole=None, at="$"):
    """Yield where and why plain data is not as a schema, part of ``whole``, says."""
    whole = whole or schema
    if not _is_a(value, schema.get("type")):
        yield f"{at}: {value!r} is no {schema['type']}"
        return
    for word, wanted in schema.items():
        if word not in _SAID:
            yield from _WORDS[word](value, wanted, whole, at)


def _is_a(value, kind):
    if kind is None:
        return True
    is_number = kind in {"integer", "number"}
    return isinstance(value, TYPES[kind]) and not (
        is_number and isinstance(value, bool)
    )


def _if(holds, why):
    """Return a check that holds of a value and what is wanted, or is a flaw."""

    def check(value, wanted, whole, at):
        del whole
        if not holds(value, wanted):
            yield f"{at}: {value!r} is {why} {wanted!r}"

    return check


def _ref(value, wanted, whole, at):
    yield from flaws(value, whole["$defs"][wanted.removeprefix("#/$defs/")], whole, at)


def _any(value, wanted, whole, at):
    found = [list(flaws(value, one, whole, at)) for one in wanted]
    if all(found):
        yield from max(found, key=len)


def _items(value, wanted, whole, at):
    for place, part in enumerate(value):
        yield from flaws(part, wanted, whole, f"{at}[{place}]")


def _required(value, wanted, whole, at):
    del whole
    yield from (f"{at}: {key} is missing" for key in wanted if key not in value)


def _properties(value, wanted, whole, at):
    for key, part in value.items():
        if key in wanted:
            yield from flaws(part, wanted[key], whole, f"{at}.{key}")
        else:
            yield f"{at}: {key} is not declared"


def _names(value, wanted, whole, at):
    for key in value:
        yield from flaws(key, wanted, whole, f"{at}.{key}")


def _additional(value, wanted, whole, at):
    if wanted is not True:  # which says no more than that there may be more
        for key, part in value.items():
            yield from flaws(part, wanted, whole, f"{at}.{key}")


_WORDS = {
    "$ref": _ref,
    "additionalProperties": _additional,
    "anyOf": _any,
    "const": _if(lambda value, wanted: value == wanted, "not"),
    "enum": _if(lambda value, wanted: value in wanted, "none of"),
    "exclusiveMinimum": _if(lambda value, least: value > least, "not above"),
    "items": _items,
    "maximum": _if(lambda value, most: value <= most, "above"),
    "minimum": _if(lambda value, least: value >= least, "below"),
    "pattern": _if(lambda value, wanted: re.search(wanted, value), "not like"),
    "properties": _properties,
    "propertyNames": _names,
    "required": _required,
}
