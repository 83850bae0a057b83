"""Logos in JPEG: whole, and nothing in them but the picture.

What a camera or a program has written beside the picture (places, names, previews,
further pictures) is left out: a client is to get the logo only. What is damaged is
refused here, where its name and line are known, and not by the program that shows it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from readiness.branding.model import Logo, LogoType
from readiness.branding.pictures import check_size, pixel_logo

JPEG_START = b"\xff\xd8\xff"

_CODES, _STEPS = 0xC4, 0xDB  # tables: of Huffman codes, of how coarse a picture is
_TABLES = frozenset((_CODES, _STEPS))
_FRAMES = frozenset((0xC0, 0xC1, 0xC2))  # what programs show: sequential, progressive
_RARE = frozenset(range(0xC3, 0xD0)) - {0xC4, 0xC8, 0xCC}
_RESTART, _SCAN, _END = 0xDD, 0xDA, 0xD9
_PICTURE = _TABLES | _FRAMES | {_RESTART, _SCAN}
_COLOURS = 0xE2, b"ICC_PROFILE\0"
_JFIF = 0xE0, b"JFIF\0"
_PLAIN = b"\x01\x01\0\0\x01\0\x01\0\0"  # version 1.1, square pixels, no preview
_ADOBE, _ADOBE_SIZE = (0xEE, b"Adobe"), 12
_RGB, _AS_RGB = 3, 0  # how many colours; the last byte of what Adobe says, if so

_MARKER = re.compile(rb"\xff+([\xc0-\xcf\xd9-\xfe])")
_PIXELS = re.compile(rb"[^\xff]*+(?:\xff[\x00\xd0-\xd7][^\xff]*+)*+")
_FRAME_SIZE, _FRAME_STEP = 6, 3  # bytes: of all colours, and of each
_SCAN_SIZE, _SCAN_STEP = 4, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a file; ``pixels`` follow the head of a scan."""

    marker: int
    said: bytes = b""
    pixels: bytes = b""

    def is_like(self, kind: tuple[int, bytes]) -> bool:
        """Tell whether it has the marker and the name of ``kind``."""
        marker, name = kind
        return self.marker == marker and self.said.startswith(name)

    def written(self) -> bytes:
        """Return its bytes."""
        length = (2 + len(self.said)).to_bytes(2)
        return bytes((0xFF, self.marker)) + length + self.said + self.pixels


def jpeg_logo(content: bytes, alt: str) -> Logo:
    """Return the logo in a JPEG file (ITU T.81), written anew; raise `ValueError`."""
    parts = list(_parts(content))
    frames = [part.said for part in parts if part.marker in _FRAMES | _RARE]
    if len(frames) != 1 or len(frames[0]) < _FRAME_SIZE:
        raise ValueError("is a damaged JPEG picture")
    height, width = int.from_bytes(frames[0][1:3]), int.from_bytes(frames[0][3:5])
    check_size(width, height)
    if _is_rare(parts, frames[0]):
        raise ValueError("is a kind of JPEG picture that not every program shows")
    if not _is_whole(parts, frames[0]):
        raise ValueError("is a damaged JPEG picture")
    kept = b"".join(part.written() for part in _kept(parts))
    whole = content[:2] + kept + bytes((0xFF, _END))
    return pixel_logo(LogoType.JPEG, whole, (width, height), alt)


def _parts(content: bytes) -> Iterator[_Part]:
    """Yield the whole parts, up to the one that ends the picture."""
    at = 2  # behind the marker that starts it
    while found := _MARKER.match(content, at):
        marker, start = found[1][0], found.end()
        if marker == _END:
            yield _Part(marker=marker)
            return
        at = start + int.from_bytes(content[start : start + 2])
        if not start + 2 <= at <= len(content):
            return
        scan = _PIXELS.match(content, at) if marker == _SCAN else None
        pixels = scan[0] if scan else b""
        yield _Part(marker=marker, said=content[start + 2 : at], pixels=pixels)
        at += len(pixels)


def _is_rare(parts: Sequence[_Part], frame: bytes) -> bool:
    """Tell whether some of the programs that open documents do not know its kind.

    Word takes pictures with the head of JFIF only, and by that three colours are
    luminance and chroma.
    """
    is_odd = any(part.marker in _RARE for part in parts)
    is_rgb = frame[5] == _RGB and any(said[-1] == _AS_RGB for said in _adobe(parts))
    return is_odd or (is_rgb and not any(part.is_like(_JFIF) for part in parts))


def _is_whole(parts: Sequence[_Part], frame: bytes) -> bool:
    """Tell whether all colours of ``frame`` come, after what unpacks them."""
    before = {part.marker for part in takewhile(lambda one: one.marker != _SCAN, parts)}
    scans = [part for part in parts if part.marker == _SCAN]
    colours = frame[_FRAME_SIZE::_FRAME_STEP]
    return (
        parts[-1].marker == _END
        and not before.isdisjoint(_FRAMES)
        and before >= _TABLES
        and _is_frame(frame)
        and all(_are_tables(part) for part in parts if part.marker in _TABLES)
        and all(_is_scan(part) for part in scans)
        and {one for part in scans for one in _scanned(part)} == set(colours)
    )


def _is_frame(said: bytes) -> bool:
    """Tell whether it has eight bits each of one, three or four colours."""
    count = said[5]
    factors = {half for one in said[7::_FRAME_STEP] for half in divmod(one, 16)}
    return (
        said[0] == 8  # noqa: PLR2004 - bits
        and count in {1, 3, 4}
        and len(said) == _FRAME_SIZE + count * _FRAME_STEP
        and factors <= {1, 2, 3, 4}
    )


def _are_tables(part: _Part) -> bool:
    """Tell whether it is whole tables: of 64 steps each, or of up to 256 codes."""
    left = part.said
    while left:
        kind, number = divmod(left[0], 16)
        size = 1 + 64 * (1 + kind) if part.marker == _STEPS else 17 + sum(left[1:17])
        if kind > 1 or number > 3 or size > len(left):  # noqa: PLR2004 - of four
            return False
        left = left[size:]
    return True


def _is_scan(part: _Part) -> bool:
    count = part.said[0] if part.said else 0
    is_headed = count > 0 and len(part.said) == _SCAN_SIZE + count * _SCAN_STEP
    return is_headed and bool(part.pixels)


def _scanned(part: _Part) -> bytes:
    """Return the colours that are in a scan."""
    return part.said[1 : 1 + part.said[0] * _SCAN_STEP : _SCAN_STEP]


def _adobe(parts: Sequence[_Part]) -> list[bytes]:
    """Return what Adobe's programs say of the colours, without what may follow."""
    said = (part.said for part in parts if part.is_like(_ADOBE))
    return [one[:_ADOBE_SIZE] for one in said if len(one) >= _ADOBE_SIZE]


def _kept(parts: Sequence[_Part]) -> Iterator[_Part]:
    """Yield what draws the picture and says what its colours mean."""
    yield _Part(marker=_JFIF[0], said=_JFIF[1] + _PLAIN)
    yield from (_Part(marker=_ADOBE[0], said=said) for said in _adobe(parts))
    yield from (
        part for part in parts if part.marker in _PICTURE or part.is_like(_COLOURS)
    )
