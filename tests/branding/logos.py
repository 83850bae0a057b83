"""Builders of pictures, and of files that pretend to be one."""

import struct
import zlib

SPACE = "http://www.w3.org/2000/svg"
LINKS = "http://www.w3.org/1999/xlink"


def a_png(width=2, height=1, *extra):
    """Build a PNG picture; ``extra`` are parts, each a name and its content."""
    rows = zlib.compress((b"\0" + b"\x80" * 3 * width) * height)
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), *extra, (b"IDAT", rows), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(a_part(*part) for part in parts)


def a_part(name, content):
    """Build a part of a PNG file."""
    checksum = zlib.crc32(name + content)
    return (
        struct.pack(">I", len(content)) + name + content + struct.pack(">I", checksum)
    )


def a_jpeg(width=2, height=1, *extra):
    """Build the outline of a JPEG picture; ``extra`` are (marker, content)."""
    frame = struct.pack(">BHHB", 8, height, width, 3)
    parts = ((0xE0, b"JFIF\0"), *extra, (0xC0, frame))
    return b"\xff\xd8" + b"".join(a_segment(*part) for part in parts) + a_scan()


def a_segment(marker, content):
    """Build a part of a JPEG file."""
    return struct.pack(">BBH", 0xFF, marker, len(content) + 2) + content


def a_scan():
    """Build the part that is the picture itself."""
    return a_segment(0xDA, b"\x01") + b"\x12\x34\xff\xd9"


def an_svg(inside='<rect width="4" height="2"/>', *, size='viewBox="0 0 40 20"'):
    """Build an SVG picture."""
    names = f'xmlns="{SPACE}" xmlns:xlink="{LINKS}"'
    return f"<svg {names} {size}>{inside}</svg>".encode()
