"""A key in a JSON file of ours that tells whether somebody has edited it since.

It is the last of the document: the SHA-256 of the text without it. Only files have it,
not what is printed. What a program writes anew, even with the same data, no longer
fits it.
"""

import json
import re
from contextlib import suppress
from hashlib import sha256

_OURS = "readiness."
_END = b"\n}\n"
_SEAL = re.compile(rb',\n  "seal": "([0-9a-f]{64})"(?=\n\}\n\Z)')
# Found in files, too, that are damaged and no JSON any more.
_KEPT = re.compile(rb'"kind"\s*:\s*"readiness\.(?:response|plan-record)"')
# Before it may be marks of an encoding or of a merge.
_JSON = re.compile(rb"\A(?:[\s\[\xef\xbb\xbf\xff\xfe]|<<<<<<<[^\n]*\n)*+\{")


def kind_of(content: bytes) -> str:
    """Return which document of ours it is, "readiness.report"; "" if it is none."""
    if content.lstrip()[:1] != b"{":
        return ""
    with suppress(ValueError, RecursionError):  # which no text and no JSON raise too
        found = json.loads(content)
        kind = str(found.get("kind"))
        return kind if kind.startswith(_OURS) else ""
    return ""


def seal(content: bytes) -> bytes:
    """Return a document of ours with its seal, and anything else as it is."""
    if not (content.endswith(_END) and kind_of(content)):
        return content
    bare = content.removesuffix(_END)
    return b'%b,\n  "seal": "%b"%b' % (bare, _digest(content), _END)


def is_untouched(content: bytes) -> bool:
    """Return whether a file has a seal that fits it (line ends aside)."""
    text = content.replace(b"\r\n", b"\n")
    found = _SEAL.search(text)
    if found is None:
        return False
    return found[1] == _digest(text[: found.start()] + text[found.end() :])


def is_kept(content: bytes) -> bool:
    """Return whether it is a person's answers or a plan's record, as the store has.

    Those that an editor has saved in UTF-16 or with a mark of the encoding are too,
    and those that a merge has left half done.
    """
    text = content.replace(b"\0", b"")  # every other byte of UTF-16
    return bool(_JSON.match(text) and _KEPT.search(text))


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
