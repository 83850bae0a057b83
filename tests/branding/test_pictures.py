import struct

import pytest

from readiness.branding.logo import logo_of
from readiness.branding.model import LogoType
from tests.branding.logos import a_jpeg, a_part, a_png, a_scan, a_segment

PICTURES = [a_png, a_jpeg]


def test_a_png_picture_says_its_size():
    logo = logo_of(a_png(300, 200), "ACME")

    assert (logo.type, logo.width, logo.height) == (LogoType.PNG, 300, 200)
    assert (logo.content, logo.alt) == (a_png(300, 200), "ACME")


def test_a_jpeg_picture_says_its_size():
    logo = logo_of(a_jpeg(300, 200), "ACME")

    assert (logo.type, logo.width, logo.height) == (LogoType.JPEG, 300, 200)
    assert logo.content == a_jpeg(300, 200)


def test_texts_beside_a_png_picture_are_taken_out():
    told = a_png(2, 1, (b"tEXt", b"Author\0Ana"), (b"eXIf", b"GPS"), (b"gAMA", b"1234"))

    kept = logo_of(told, "").content

    assert kept == a_png(2, 1, (b"gAMA", b"1234"))


def test_what_follows_a_png_picture_is_cut_off():
    assert logo_of(a_png() + b"PK\x03\x04 a file", "").content == a_png()


def test_what_a_camera_wrote_is_taken_out_and_colours_stay():
    colours = ((0xE2, b"ICC_PROFILE\0"), (0xEE, b"Adobe"))
    told = a_jpeg(2, 1, (0xE1, b"Exif GPS"), *colours, (0xFE, b"by Ana"))

    kept = logo_of(told, "").content

    assert kept == a_jpeg(2, 1, *colours)


@pytest.mark.parametrize("build", PICTURES)
@pytest.mark.parametrize("size", [(4001, 1), (1, 60_000), (0, 1), (1, 0)])
def test_a_picture_too_large_to_unpack_is_refused(build, size):
    with pytest.raises(ValueError, match=r"pixels; it may have 1 to 4,000"):
        logo_of(build(2, 1).replace(_size(build, 2, 1), _size(build, *size)), "")


def _size(build, width, height):
    pair = (width, height) if build is a_png else (height, width)
    return struct.pack(">II" if build is a_png else ">HH", *pair)


@pytest.mark.parametrize(
    "content",
    [
        a_png()[:8],
        a_png()[:20],
        a_png()[:-4],
        a_png()[:8] + a_part(b"IHDR", b"") + a_png()[33:],
        a_png()[:8] + a_png()[33:],
        a_png()[:33] + a_part(b"IEND", b""),
    ],
)
def test_a_damaged_png_picture_is_refused(content):
    with pytest.raises(ValueError, match="damaged PNG"):
        logo_of(content, "")


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        a_jpeg()[: -len(a_scan())],
        b"\xff\xd8" + a_scan(),
        b"\xff\xd8" + a_segment(0xC0, b"") + a_scan(),
        a_jpeg()[:11] + b"\0" + a_jpeg()[12:],
        b"\xff\xd8\xff\xe0\0\0" * 9,
    ],
)
def test_a_damaged_jpeg_picture_is_refused(content):
    with pytest.raises(ValueError, match="damaged JPEG"):
        logo_of(content, "")
