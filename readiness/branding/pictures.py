"""Logos made of pixels: how large they are, and nothing in them but the picture.

What a camera or a program has written beside the picture (places, names, other
pictures) is taken out: a client is to get the logo only.
"""

import struct
from collections.abc import Iterator

from readiness.branding.model import Logo, LogoType

PIXEL_LIMIT = 4_000  #: of either side; a small file may be a huge picture

PNG_START = b"\x89PNG\r\n\x1a\n"
JPEG_START = b"\xff\xd8\xff"

_PNG_PARTS = frozenset(
    (b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"pHYs")
)
_PNG_HEAD = struct.Struct(">I4s")  # of a part: length and name; a checksum ends it
_PNG_FRAME = 12  # bytes of a part besides its content
_PNG_SIZE = struct.Struct(">8xII")  # of the part IHDR: width and height

_SCAN = 0xDA  # from this marker on a JPEG is the picture itself
_JPEG_HEAD = struct.Struct(">BBH")  # of a part: 0xFF, marker, length from there on
_JPEG_SIZE = struct.Struct(">5xHH")  # of a "start of frame": height and width
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_BESIDE = (frozenset(range(0xE1, 0xF0)) - {0xE2, 0xEE}) | {0xFE}  # 2 and 14: colours


def png_logo(content: bytes, alt: str) -> Logo:
    """Return the logo in a PNG file (RFC 2083); raise `ValueError`."""
    parts = list(_png_parts(content))
    names = [name for name, _ in parts]
    is_whole = names[:1] == [b"IHDR"] and names[-1] == b"IEND" and b"IDAT" in names
    if not is_whole or len(parts[0][1]) < _PNG_SIZE.size:
        raise ValueError("is a damaged PNG picture")
    width, height = _PNG_SIZE.unpack_from(parts[0][1])
    kept = b"".join(part for name, part in parts if name in _PNG_PARTS)
    return _logo(LogoType.PNG, PNG_START + kept, (width, height), alt)


def jpeg_logo(content: bytes, alt: str) -> Logo:
    """Return the logo in a JPEG file (ITU T.81); raise `ValueError`."""
    parts = list(_jpeg_parts(content))
    frames = [part for marker, part in parts if marker in _FRAMES]
    is_whole = bool(frames) and parts[-1][0] == _SCAN
    if not is_whole or len(frames[0]) < _JPEG_SIZE.size:
        raise ValueError("is a damaged JPEG picture")
    height, width = _JPEG_SIZE.unpack_from(frames[0])
    kept = b"".join(part for marker, part in parts if marker not in _BESIDE)
    return _logo(LogoType.JPEG, content[:2] + kept, (width, height), alt)


def _png_parts(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield name and bytes of every whole part, up to the one that ends it."""
    at, name = len(PNG_START), b""
    while name != b"IEND" and at + _PNG_FRAME <= len(content):
        length, name = _PNG_HEAD.unpack_from(content, at)
        end = at + _PNG_FRAME + length
        if end > len(content):
            return
        yield name, content[at:end]
        at = end


def _jpeg_parts(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield marker and bytes of every part; the last one is all of the picture."""
    at = 2  # behind the marker that starts it
    while at + _JPEG_HEAD.size <= len(content):
        start, marker, length = _JPEG_HEAD.unpack_from(content, at)
        if start != 0xFF:  # noqa: PLR2004 - what every marker starts with
            return
        end = len(content) if marker == _SCAN else at + 2 + length
        yield marker, content[at:end]
        at = end


def _logo(kind: LogoType, content: bytes, size: tuple[int, int], alt: str) -> Logo:
    width, height = size
    if not (0 < width <= PIXEL_LIMIT and 0 < height <= PIXEL_LIMIT):
        raise ValueError(
            f"has {width:,} x {height:,} pixels; "
            f"it may have 1 to {PIXEL_LIMIT:,} each way"
        )
    return Logo(type=kind, content=content, width=width, height=height, alt=alt)
