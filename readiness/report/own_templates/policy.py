"""What a browser may do with a page of somebody's own: nothing that leaves it.

A content security policy forbids requests (CSP Level 3). Policies add up, so ours holds
whatever else the page says; but only from where it stands, hence at the very front.
Before it stands the encoding: in another one the same bytes are other elements.
"""

import re

from jinja2.exceptions import SecurityError

POLICY = (
    "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
    "base-uri 'none'; form-action 'none'"
)

_FLAGS = re.ASCII | re.IGNORECASE | re.DOTALL
# Less than what HTML allows: whatever matches, every browser reads as we do.
_SPACE = r"[ \t\n\f\r]"
_VALUE = r"""(?:"[^"<>]*"|'[^'<>]*'|[\w-]+)"""
_ATTRIBUTE = rf"{_SPACE}+([\w:-]+)(?:{_SPACE}*={_SPACE}*({_VALUE}))?"
_ATTRIBUTES = rf"(?:{_ATTRIBUTE})*{_SPACE}*/?"
_COMMENT = r"<!--(?!-?>)(?:(?!--!?>).)*-->"
_START = re.compile(
    rf"(?:{_SPACE}|{_COMMENT})*<!doctype[^>]*>{_SPACE}*"
    rf"(?:<html{_ATTRIBUTES}>{_SPACE}*)?(?:<head{_ATTRIBUTES}>)?",
    _FLAGS,
)
_UTF_8 = re.compile(
    rf"""{_SPACE}*<meta charset=(?:"utf-8"|'utf-8'|utf-8){_SPACE}*/?>""", _FLAGS
)
_FRONT = 900  # bytes before the encoding: browsers look for it in the first 1,024
_OWN = re.compile(
    rf'{_SPACE}*<meta http-equiv="Content-Security-Policy" content="([^"]*)"'
    rf"{_SPACE}*/?>",
    _FLAGS,
)

_INLINE = r"'sha(?:256|384|512)-[\w+/=]+'"
_HARMLESS = re.compile(
    r"(?:default-src|base-uri|form-action|[a-z]+-src) 'none'"
    r"|(?:img|font|media)-src data:"
    rf"|script-src {_INLINE}(?: {_INLINE})*"
    rf"|style-src (?:'unsafe-inline'|{_INLINE}(?: {_INLINE})*)",
    re.ASCII,
)
_NEEDED = frozenset(("default-src 'none'", "base-uri 'none'", "form-action 'none'"))

# What no policy forbids: to leave by itself for another page, and to look up a name.
_ASKING = re.compile(
    rf"<(?:meta|link|iframe)(?=[ \t\n\f\r/])(?:(?P<attributes>{_ATTRIBUTES})>)?",
    _FLAGS,
)
_HARMLESS_VALUES = {
    "http-equiv": {"content-security-policy", "content-type", "x-ua-compatible"},
    "rel": {"author", "canonical", "icon", "license", "stylesheet"},
    "srcdoc": set[str](),  # a page within the page
}
_CONTENT_TYPE = re.compile(rf"text/html(?:{_SPACE}*;{_SPACE}*charset=utf-8)?", _FLAGS)
# Some encodings begin other characters with these; no page needs them.
_CONTROL = re.compile(r"[^\t\n\f\r\x20-\x7e\x80-\ud7ff\ue000-\U0010ffff]")


def confined(page: str) -> str:
    """Return a page with `POLICY` in front, unless its own allows no request either.

    It is to be encoded in UTF-8, and says so before the policy. Raises `SecurityError`
    for elements that make a browser ask for something although a policy forbids it,
    and for what could make it read the page in another encoding.
    """
    if odd := _CONTROL.search(page):
        raise SecurityError(f"makes a character that no page has: U+{ord(odd[0]):04X}")
    for element in _ASKING.finditer(page):
        _check(element)
    end = _front(page)
    charset = _UTF_8.match(page, end)
    end = charset.end() if charset else end
    own = _OWN.match(page, end)
    added = "" if charset else '\n<meta charset="utf-8">'
    if not (own and allows_nothing(own[1])):
        added += f'\n<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return page[:end] + added + page[end:]


def allows_nothing(policy: str) -> bool:
    """Return whether a policy lets nothing be asked for, and only named scripts run."""
    parts = {" ".join(part.split()) for part in policy.split(";")} - {""}
    return parts >= _NEEDED and all(map(_HARMLESS.fullmatch, parts))


def _front(page: str) -> int:
    """Return where the head begins, behind nothing but what cannot ask."""
    start = _START.match(page)
    end = start.end() if start else 0
    if len(page[:end].encode()) > _FRONT:
        raise SecurityError(
            f"has more than {_FRONT} bytes before its head: shorten the comment there"
        )
    return end


def _check(element: re.Match[str]) -> None:
    attributes = element["attributes"]
    if attributes is None:
        raise SecurityError(
            f'{element[0]!r} is not followed by plain attributes such as name="x"'
        )
    pairs = re.findall(_ATTRIBUTE, attributes, _FLAGS)
    said = [(name.lower(), value.strip("\"'").lower()) for name, value in pairs]
    for name, value in said:
        known = _HARMLESS_VALUES.get(name)
        if known is not None and not known.issuperset(value.split()):
            raise SecurityError(
                f'{name}="{value}" may make a browser ask for something'
            )
    _check_encoding(said)


def _check_encoding(said: list[tuple[str, str]]) -> None:
    """Raise `SecurityError` unless attributes say UTF-8, or nothing of encodings."""
    types = any("content-type" in value for name, value in said if name == "http-equiv")
    for name, value in said:
        is_other = name == "charset" and value != "utf-8"
        is_type = types and name == "content"
        if is_other or (is_type and not _CONTENT_TYPE.fullmatch(value)):
            raise SecurityError(
                f'{name}="{value}": a page is in UTF-8, and in nothing else'
            )
