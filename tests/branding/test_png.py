import struct
import zlib

import pytest

from readiness.branding.logo import logo_of
from readiness.branding.model import LogoType
from tests.branding.logos import a_part, a_png

WHOLE = zlib.compress(b"\0" + b"\x80" * 6)
PALETTE = (b"PLTE", b"\1\2\3" * 4)


def packed(*lines):
    return zlib.compress(b"".join(lines))


def kept(content):
    return logo_of(content, "").content


def test_a_png_picture_says_its_size():
    logo = logo_of(a_png(300, 200), "ACME")

    assert (logo.type, logo.width, logo.height) == (LogoType.PNG, 300, 200)
    assert (logo.content, logo.alt) == (a_png(300, 200), "ACME")


def test_texts_beside_a_png_picture_are_taken_out():
    told = a_png(2, 1, (b"tEXt", b"Author\0Ana"), (b"eXIf", b"GPS"), (b"gAMA", b"1234"))

    assert kept(told) == a_png(2, 1, (b"gAMA", b"1234"))


@pytest.mark.parametrize("part", [(b"gAMA", b"GPS: 48.1, 11.5"), PALETTE])
def test_a_part_that_a_picture_has_no_use_for_is_taken_out(part):
    assert kept(a_png(2, 1, part)) == a_png()


def test_what_follows_a_png_picture_is_cut_off():
    assert kept(a_png() + b"PK\x03\x04 a file") == a_png()


def test_a_picture_in_pieces_is_one():
    pieces = (b"IDAT", WHOLE[:5]), (b"IDAT", WHOLE[5:9])

    assert kept(a_png(2, 1, *pieces, rows=WHOLE[9:])) == a_png()


@pytest.mark.parametrize(
    ("colour", "depth", "row"), [(0, 1, 1), (0, 16, 6), (2, 16, 18), (4, 8, 6)]
)
def test_a_row_is_as_long_as_its_pixels_need(colour, depth, row):
    rows = packed(b"\4" + bytes(row))
    picture = a_png(3, 1, colour=colour, depth=depth, rows=rows)

    assert kept(picture) == picture


@pytest.mark.parametrize(
    ("width", "height", "rows"),
    [
        (1, 1, [1]),
        (5, 3, [1, 1, 1, 3, 2, 2, 5]),
        (9, 9, [2, 2, 1, 1, 3, 2, 2, 2, 5, 5, 4, 4, 4, 4, 4, 9, 9, 9, 9]),
    ],
)
def test_a_picture_that_comes_in_passes_is_whole(width, height, rows):
    lines = packed(*(b"\0" + bytes(row) for row in rows))
    picture = a_png(width, height, colour=0, rows=lines, interlaced=1)

    assert kept(picture) == picture


@pytest.mark.parametrize("clear", [b"", b"\0", b"\0" * 4])
def test_a_palette_stays_with_what_is_transparent_in_it(clear):
    more = [(b"tRNS", clear)] if clear else []
    picture = a_png(2, 1, PALETTE, *more, colour=3, depth=2, rows=packed(b"\0\x40"))

    assert kept(picture) == picture


def test_the_colour_that_is_not_drawn_stays():
    picture = a_png(2, 1, (b"tRNS", b"\0" * 6))

    assert kept(picture) == picture


def an_indexed(*parts, depth=1):
    return a_png(2, 1, *parts, colour=3, depth=depth, rows=packed(b"\0\x40"))


DAMAGED = {
    "only a start": a_png()[:8],
    "cut in a part": a_png()[:20],
    "cut in the last part": a_png()[:-4],
    "an empty head": a_png()[:8] + a_part(b"IHDR", b"") + a_png()[33:],
    "no head": a_png()[:8] + a_png()[33:],
    "two heads": a_png(2, 1, (b"IHDR", a_png()[16:29])),
    "no pixels": a_png()[:33] + a_part(b"IEND", b""),
    "a wrong checksum": a_png().replace(
        struct.pack(">I", zlib.crc32(b"IEND")), b"wrng"
    ),
    "another size than its checksum": a_png().replace(b"\0\0\0\2\0", b"\0\0\0\3\0", 1),
    "an unknown type of colour": a_png(colour=9),
    "a depth that its type has not": a_png(depth=4),
    "an unknown packing": a_png(packing=1),
    "unknown filters": a_png(filters=1),
    "an unknown order": a_png(interlaced=2, rows=packed(bytes(8))),
    "garbage": a_png(rows=b"garbage"),
    "a wrong sum of all": a_png(rows=WHOLE[:-1] + b"!"),
    "cut pixels": a_png(rows=WHOLE[:-6]),
    "no sum of all": a_png(rows=WHOLE[:-4]),
    "something behind the pixels": a_png(rows=WHOLE + b"GPS"),
    "too few pixels": a_png(rows=packed(bytes(6))),
    "too many pixels": a_png(rows=packed(bytes(8))),
    "pixels without end": a_png(rows=packed(bytes(50_000_000))),
    "an unknown filter": a_png(rows=packed(b"\5" + bytes(6))),
    "a transparent colour of too few bytes": a_png(2, 1, (b"tRNS", b"\0")),
    "no palette": an_indexed(),
    "too large a palette": an_indexed(PALETTE),
    "half a palette": an_indexed((b"PLTE", b"\0" * 4)),
    "more transparent than there is": an_indexed(
        PALETTE, (b"tRNS", b"\0" * 5), depth=2
    ),
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_png_picture_is_refused(content):
    with pytest.raises(ValueError, match="damaged PNG"):
        logo_of(content, "")
