"""What a plain scalar of YAML means by the rules of YAML 1.2 (its core schema)."""

import re

DIGITS_LIMIT = 100  #: characters of a number

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_DECIMAL = re.compile(r"[-+]?[0-9]+")
_BASED = re.compile(r"0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?")
_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_FINITE = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def resolve(text: str) -> str | float | bool | None:
    """Return the value of an unquoted scalar: text unless it is a null or a number.

    Raises `ValueError` for a number of more than `DIGITS_LIMIT` characters.
    """
    if text in _NULL:
        return None
    if text in _TRUE:
        return True
    if text in _FALSE:
        return False
    number = _number(text)
    return text if number is None else number


def has_half_pair(text: str) -> bool:
    """Return whether half a surrogate pair is in it, which no file can hold."""
    return _SURROGATE.search(text) is not None


def _number(text: str) -> float | None:
    if _NOT_FINITE.fullmatch(text):
        return float(text.replace(".", "", 1))
    based = _BASED.fullmatch(text)
    if not based and not _FLOAT.fullmatch(text):
        return None
    if len(text) > DIGITS_LIMIT:
        raise ValueError(f"a number may have {DIGITS_LIMIT} digits, not {len(text)}")
    if based:
        return int(text, 0)
    return int(text) if _DECIMAL.fullmatch(text) else float(text)
