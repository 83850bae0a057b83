"""What the keys of a ``brand.toml`` may say.

Each reader returns what a value means, or raises `ValueError` with what is allowed,
in words that follow the name of the key.
"""

import math
import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from readiness.branding.colours import LEAST, contrast, normal, readable_on
from readiness.branding.dates import language_tag
from readiness.branding.places import inside
from readiness.plaintext import one_line
from readiness.suggestions import quoted

Reader = Callable[[str, Path], str]  #: of a text and the folder that its file is in

NAME_LIMIT = 100  #: characters
TEXT_LIMIT = 200

_PAPER = "#ffffff"
_FAMILY = re.compile(r"[^\W_][\w .&+-]*")


def _line(text: str, _folder: Path, *, limit: int) -> str:
    line = one_line(text)
    if len(line) > limit:
        raise ValueError(f"has {len(line):,} characters; it may have {limit}")
    return line


def _language(text: str, _folder: Path) -> str:
    return language_tag(text)


def _colour(text: str, _folder: Path) -> str:
    colour = normal(text)
    ratio = contrast(colour, _PAPER)
    if ratio < LEAST:
        known = math.floor(ratio * 100) / 100  # 4.498 is not enough
        raise ValueError(
            f"is {colour}, whose contrast with white is {known:.2f}:1; text needs "
            f"{LEAST}:1, as {readable_on(colour, _PAPER)} has"
        )
    return colour


def _family(text: str, folder: Path) -> str:
    name = _line(text, folder, limit=NAME_LIMIT)
    if name and not _FAMILY.fullmatch(name):
        raise ValueError(f"should be the name of one font, not {quoted(name)}")
    return name


def _fonts_folder(text: str, folder: Path) -> str:
    found = inside(text, folder)
    if not found.is_dir():
        raise ValueError(f"names a folder that is not there: {one_line(text)}")
    return str(found)


def _file(text: str, folder: Path) -> str:
    return str(inside(text, folder))


#: The keys by their place in the file.
KEYS: Mapping[tuple[str, ...], Reader] = {
    ("client",): partial(_line, limit=NAME_LIMIT),
    ("consultant",): partial(_line, limit=NAME_LIMIT),
    ("footer",): partial(_line, limit=TEXT_LIMIT),
    ("language",): _language,
    ("logo",): _file,
    ("logo_alt",): partial(_line, limit=TEXT_LIMIT),
    ("colours", "primary"): _colour,
    ("colours", "accent"): _colour,
    ("fonts", "heading"): _family,
    ("fonts", "body"): _family,
    ("fonts", "folder"): _fonts_folder,
}
TABLES = frozenset(keys[0] for keys in KEYS if len(keys) > 1)
