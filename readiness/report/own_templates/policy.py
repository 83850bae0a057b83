"""What a browser may do with a page of somebody's own: nothing that leaves it.

A content security policy forbids requests (CSP Level 3). Policies add up, so ours holds
whatever else the page says; but only from where it stands, hence at the very front.
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
_OWN = re.compile(
    rf'{_SPACE}*(?:<meta charset="?utf-8"?>{_SPACE}*)?'
    r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"'
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


def confined(page: str) -> str:
    """Return a page with `POLICY` in front, unless its own allows no request either.

    Raises `SecurityError` for elements that make a browser ask for something although
    a policy forbids it.
    """
    for element in _ASKING.finditer(page):
        _check(element)
    start = _START.match(page)
    end = start.end() if start else 0
    own = _OWN.match(page, end)
    if own and allows_nothing(own[1]):
        return page
    meta = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    return f"{page[:end]}\n{meta}{page[end:]}"


def allows_nothing(policy: str) -> bool:
    """Return whether a policy lets nothing be asked for, and only named scripts run."""
    parts = {" ".join(part.split()) for part in policy.split(";")} - {""}
    return parts >= _NEEDED and all(map(_HARMLESS.fullmatch, parts))


def _check(element: re.Match[str]) -> None:
    attributes = element["attributes"]
    if attributes is None:
        raise SecurityError(
            f'{element[0]!r} is not followed by plain attributes such as name="x"'
        )
    for name, value in re.findall(_ATTRIBUTE, attributes, _FLAGS):
        known = _HARMLESS_VALUES.get(name.lower())
        said = value.strip("\"'").lower().split()
        if known is not None and not known.issuperset(said):
            raise SecurityError(f"{name}={value} may make a browser ask for something")
