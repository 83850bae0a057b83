"""Builders of pictures, and of files that pretend to be one."""

import struct
import zlib

SPACE = "http://www.w3.org/2000/svg"
LINKS = "http://www.w3.org/1999/xlink"


JFIF = b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"
GREY = bytes((1, 0x11, 0))  # a colour: its number, how often each way, its table


def a_png(width=2, height=1, *extra, rows=None, **head):
    """Build a PNG picture; ``extra`` are parts, each a name and its content.

    ``rows`` are the pixels, packed; ``head`` may say depth, colour and interlaced.
    """
    usual = {"depth": 8, "colour": 2, "packing": 0, "filters": 0, "interlaced": 0}
    if rows is None:
        rows = zlib.compress((b"\0" + b"\x80" * 3 * width) * height)
    said = struct.pack(">IIBBBBB", width, height, *(usual | head).values())
    parts = ((b"IHDR", said), *extra, (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(a_part(*part) for part in parts)


def a_part(name, content):
    """Build a part of a PNG file."""
    checksum = zlib.crc32(name + content)
    return (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)
    )


def a_jpeg(width=2, height=1, *extra, **parts):
    """Build a grey JPEG picture; ``extra`` are (marker, content).

    ``parts`` take the place of usual ones: ``head``, ``steps``, ``codes``, ``frame``
    and ``scans``.
    """
    codes = bytes((1,)) + bytes(16)  # the only code is one bit and means nothing
    blocks = -(-width // 8) * -(-height // 8)
    usual = {
        "head": a_segment(0xE0, JFIF),
        "extra": b"".join(a_segment(*part) for part in extra),
        "steps": a_segment(0xDB, b"\0" + b"\1" * 64),
        "codes": a_segment(0xC4, b"\0" + codes + b"\x10" + codes),
        "frame": a_segment(0xC0, struct.pack(">BHHB", 8, height, width, 1) + GREY),
        "scans": a_scan(blocks),
    }
    return b"\xff\xd8" + b"".join((usual | parts).values()) + b"\xff\xd9"


def a_segment(marker, content):
    """Build a part of a JPEG file."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def a_scan(blocks=1, head=b"\1\1\0\0\x3f\0"):
    """Build the part that is the picture itself: two bits for every block."""
    return a_segment(0xDA, head) + bytes(-(-blocks // 4))


def an_svg(inside='<rect width="4" height="2"/>', *, size='viewBox="0 0 40 20"'):
    """Build an SVG picture."""
    names = f'xmlns="{SPACE}" xmlns:xlink="{LINKS}"'
    return f"<svg {names} {size}>{inside}</svg>".encode()
