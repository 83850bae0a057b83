"""Logos in PNG: whole, and nothing in them but the picture.

What a program has written beside the picture (texts, places, other pictures) is left
out: a client is to get the logo only. What is damaged is refused here, where its name
and line are known, and not by the program that shows it.
"""

import struct
import zlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple, Self

from readiness.branding.model import Logo, LogoType
from readiness.branding.pictures import check_size, pixel_logo

PNG_START = b"\x89PNG\r\n\x1a\n"

_DAMAGED = "is a damaged PNG picture"
_FRAME = struct.Struct(">I4s")  # of a part: length and name; a checksum ends it
_CHECKSUM = struct.Struct(">I")
_HEAD = struct.Struct(">IIBBBBB")  # of a picture, the part IHDR
_INDEXED = 3  # the type whose samples are places in a palette
_DEPTHS: Mapping[int, frozenset[int]] = {  # bits of a sample, by type of colour
    0: frozenset((1, 2, 4, 8, 16)),
    2: frozenset((8, 16)),
    _INDEXED: frozenset((1, 2, 4, 8)),
    4: frozenset((8, 16)),
    6: frozenset((8, 16)),
}
_SAMPLES = {0: 1, 2: 3, _INDEXED: 1, 4: 2, 6: 4}  # of a pixel, by type of colour
_TRANSPARENT = {0: 2, 2: 6}  # bytes of the colour that is not drawn
_MEANINGS = {b"cHRM": 32, b"gAMA": 4, b"sRGB": 1}  # bytes of what colours mean
_LAST_FILTER = 4

# Where the pixels of a pass begin and how far apart they are, across and down.
_ONE_PASS = ((0, 0, 1, 1),)
_ADAM7 = (
    *((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4)),
    *((0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)),
)


def png_logo(content: bytes, alt: str) -> Logo:
    """Return the logo in a PNG file (RFC 2083), written anew; raise `ValueError`."""
    parts = _parts(content)
    head = _Head.read(parts.get(b"IHDR", b""))
    check_size(head.width, head.height)
    if b"IEND" not in parts or not head.fits(parts.get(b"IDAT", b"")):
        raise ValueError(_DAMAGED)
    kept = (*_meanings(parts), *_colours(head, parts))
    written = (
        (b"IHDR", head.written()),
        *kept,
        (b"IDAT", parts[b"IDAT"]),
        (b"IEND", b""),
    )
    whole = PNG_START + b"".join(_part(name, said) for name, said in written)
    return pixel_logo(LogoType.PNG, whole, (head.width, head.height), alt)


class _Head(NamedTuple):
    """The size of a picture and how its pixels are written."""

    width: int
    height: int
    depth: int
    colour: int
    compression: int
    filtering: int
    interlaced: int

    @classmethod
    def read(cls, said: bytes) -> Self:
        """Return the part IHDR; raise `ValueError`."""
        if len(said) != _HEAD.size:
            raise ValueError(_DAMAGED)
        head = cls(*_HEAD.unpack(said))
        is_known = head.depth in _DEPTHS.get(head.colour, ())
        if not is_known or head[4:6] != (0, 0) or head.interlaced > 1:
            raise ValueError(_DAMAGED)
        return head

    def written(self) -> bytes:
        """Return the part IHDR."""
        return _HEAD.pack(*self)

    def fits(self, packed: bytes) -> bool:
        """Tell whether the part IDAT has every pixel and nothing more.

        Unpacks 128 MB at most, which `check_size` allows.
        """
        passes = list(self._passes())
        size = sum(rows * row for rows, row in passes)
        inflate = zlib.decompressobj()
        try:
            lines = inflate.decompress(packed, size + 1)
        except zlib.error:
            return False
        is_all = inflate.eof and not inflate.unused_data and len(lines) == size
        return is_all and _are_filtered(lines, passes)

    def _passes(self) -> Iterator[tuple[int, int]]:
        """Yield how many rows a pass has, and the bytes of one, with its filter."""
        for x, y, across, down in _ADAM7 if self.interlaced else _ONE_PASS:
            columns = -(-(self.width - x) // across)
            rows = -(-(self.height - y) // down)
            bits = columns * _SAMPLES[self.colour] * self.depth
            if columns > 0 and rows > 0:
                yield rows, 1 + -(-bits // 8)


def _are_filtered(lines: bytes, passes: list[tuple[int, int]]) -> bool:
    """Tell whether every row begins with a filter that there is."""
    at = 0
    for rows, row in passes:
        end = at + rows * row
        if max(lines[at:end:row]) > _LAST_FILTER:
            return False
        at = end
    return True


def _parts(content: bytes) -> dict[bytes, bytes]:
    """Return what the undamaged parts say by name, up to the one that ends it.

    Parts of one name are one: the picture itself may come in pieces.
    """
    found: dict[bytes, bytearray] = {}
    at = len(PNG_START)
    while b"IEND" not in found and at + _FRAME.size <= len(content):
        length, name = _FRAME.unpack_from(content, at)
        said = content[at + _FRAME.size :][:length]
        end = at + _FRAME.size + length + _CHECKSUM.size
        if content[at:end] != _part(name, said):
            break
        found.setdefault(name, bytearray()).extend(said)
        at = end
    return {name: bytes(said) for name, said in found.items()}


def _part(name: bytes, said: bytes) -> bytes:
    checksum = _CHECKSUM.pack(zlib.crc32(name + said))
    return _FRAME.pack(len(said), name) + said + checksum


def _meanings(parts: Mapping[bytes, bytes]) -> Iterator[tuple[bytes, bytes]]:
    """Yield what the colours mean to the eye; what is damaged of it is left out."""
    for name, size in _MEANINGS.items():
        if len(parts.get(name, b"")) == size:
            yield name, parts[name]


def _colours(
    head: _Head, parts: Mapping[bytes, bytes]
) -> Iterator[tuple[bytes, bytes]]:
    """Yield the palette and what is transparent; raise `ValueError`."""
    palette, clear = parts.get(b"PLTE", b""), parts.get(b"tRNS", b"")
    if head.colour == _INDEXED:
        count, odd = divmod(len(palette), 3)
        if odd or not max(1, len(clear)) <= count <= 1 << head.depth:
            raise ValueError(_DAMAGED)
        yield b"PLTE", palette
    elif len(clear) not in (0, _TRANSPARENT.get(head.colour, 0)):
        raise ValueError(_DAMAGED)
    if clear:
        yield b"tRNS", clear
