import struct

import pytest

from readiness.branding.logo import logo_of
from readiness.branding.model import LogoType
from tests.branding.logos import GREY, JFIF, a_jpeg, a_scan, a_segment

COLOURS = b"\1\x22\0\2\x11\0\3\x11\0"  # three of them
ADOBE = b"Adobe\0\x64\0\0\0\0\1"
ADOBE_RGB = ADOBE[:-1] + b"\0"
ALL_THREE = a_scan(1, b"\3\1\0\2\0\3\0\0\x3f\0")


def kept(content):
    return logo_of(content, "").content


def a_frame(colours=GREY, *, marker=0xC0, bits=8, count=None):
    count = len(colours) // 3 if count is None else count
    return a_segment(marker, struct.pack(">BHHB", bits, 1, 2, count) + colours)


def a_coloured(*extra, **parts):
    return a_jpeg(2, 1, *extra, frame=a_frame(COLOURS), scans=ALL_THREE, **parts)


def test_a_jpeg_picture_says_its_size():
    logo = logo_of(a_jpeg(300, 200), "ACME")

    assert (logo.type, logo.width, logo.height) == (LogoType.JPEG, 300, 200)
    assert logo.content == a_jpeg(300, 200)


def test_what_a_camera_wrote_is_taken_out_and_colours_stay():
    colours = ((0xEE, ADOBE), (0xE2, b"ICC_PROFILE\0"))
    told = a_jpeg(2, 1, (0xE1, b"Exif GPS"), *colours, (0xFE, b"by Ana"))

    assert kept(told) == a_jpeg(2, 1, *colours)


@pytest.mark.parametrize(
    "part",
    [
        (0xE2, b"MPF\0 GPS"),
        (0xE0, b"JFXX\0\x10 a preview"),
        (0xEE, b"by Ana"),
        (0xEE, b"Adobe"),
        (0xF0, b"by Ana"),
    ],
)
def test_a_part_that_only_looks_like_the_picture_is_taken_out(part):
    assert kept(a_jpeg(2, 1, part)) == a_jpeg()


def test_the_preview_in_the_head_is_taken_out():
    head = a_segment(0xE0, JFIF[:-2] + b"\2\1" + b"previe")

    assert kept(a_jpeg(head=head)) == a_jpeg()


def test_what_follows_the_colours_of_adobe_is_taken_out():
    assert kept(a_jpeg(2, 1, (0xEE, ADOBE + b"Ana"))) == a_jpeg(2, 1, (0xEE, ADOBE))


def test_a_second_picture_behind_the_first_is_cut_off():
    second = a_jpeg(9, 9, (0xE1, b"Exif GPS"))

    assert kept(a_jpeg() + second) == a_jpeg()


def test_a_remark_between_two_scans_is_taken_out():
    scans = (a_scan(), a_segment(0xFE, b"by Ana"), a_scan())
    frame = a_frame(marker=0xC2)

    assert kept(a_jpeg(frame=frame, scans=b"".join(scans))) == a_jpeg(
        frame=frame, scans=scans[0] + scans[2]
    )


def test_a_picture_without_the_head_that_word_needs_gets_it():
    camera = a_jpeg(head=a_segment(0xE1, b"Exif\0\0 GPS"))

    assert kept(camera) == a_jpeg()


def test_pixels_that_look_like_marks_are_pixels():
    picture = a_jpeg(scans=a_scan() + b"\xff\0\xff\xd0\x12")

    assert kept(picture) == picture


def test_bytes_that_fill_up_are_left_out():
    assert kept(a_jpeg(scans=b"\xff\xff" + a_scan() + b"\xff\xff")) == a_jpeg()


def test_three_colours_in_one_scan_or_each_in_its_own_are_whole():
    each = b"".join(a_scan(1, bytes((1, one, 0, 0, 63, 0))) for one in (1, 2, 3))
    apart = a_jpeg(frame=a_frame(COLOURS), scans=each)

    assert kept(a_coloured()) == a_coloured()
    assert kept(apart) == apart


def test_steps_may_be_of_two_bytes_and_restarts_be_said():
    steps = a_segment(0xDB, b"\x10" + b"\0\1" * 64) + a_segment(0xDD, b"\0\1")

    assert kept(a_jpeg(steps=steps)) == a_jpeg(steps=steps)


def test_four_colours_are_as_adobe_says():
    picture = a_jpeg(
        2,
        1,
        (0xEE, ADOBE_RGB),
        frame=a_frame(COLOURS + b"\4\x11\0"),
        scans=a_scan(1, b"\4\1\0\2\0\3\0\4\0\0\x3f\0"),
    )

    assert kept(picture) == picture


@pytest.mark.parametrize(
    "content",
    [
        a_jpeg(frame=a_frame(marker=0xC3)),
        a_jpeg(frame=a_frame(marker=0xC9)),
        a_coloured((0xEE, ADOBE_RGB), head=b""),
    ],
)
def test_a_kind_that_not_every_program_shows_is_refused(content):
    with pytest.raises(ValueError, match="not every program shows"):
        logo_of(content, "")


DAMAGED = {
    "only a start": b"\xff\xd8\xff",
    "no end": a_jpeg()[:-2],
    "only a head": a_jpeg(scans=b"")[:-2],
    "no scan": a_jpeg(scans=b""),
    "no frame": a_jpeg(frame=b""),
    "two frames": a_jpeg(frame=a_frame() * 2),
    "an empty frame": a_jpeg(frame=a_segment(0xC0, b"")),
    "a frame behind the scan": a_jpeg(frame=b"", scans=a_scan() + a_frame()),
    "a frame of 12 bits": a_jpeg(frame=a_frame(bits=12)),
    "a frame of no colours": a_jpeg(frame=a_frame(b"")),
    "a frame with a colour too few": a_jpeg(frame=a_frame(count=3)),
    "a colour that never comes": a_jpeg(frame=a_frame(b"\1\x10\0")),
    "a scan of too few colours": a_jpeg(frame=a_frame(COLOURS)),
    "a scan of another colour": a_jpeg(scans=a_scan(1, b"\1\2\0\0\x3f\0")),
    "a scan of no colours": a_jpeg(scans=a_scan() + a_scan(1, b"\0\0\x3f\0")),
    "a scan without a head": a_jpeg(scans=a_scan(1, b"")),
    "a scan without pixels": a_jpeg(scans=a_scan(0)),
    "no steps": a_jpeg(steps=b""),
    "no codes": a_jpeg(codes=b""),
    "a table cut short": a_jpeg(steps=a_segment(0xDB, bytes(64))),
    "a fifth table": a_jpeg(steps=a_segment(0xDB, b"\4" + bytes(64))),
    "codes of an unknown kind": a_jpeg(codes=a_segment(0xC4, b"\x20" + bytes(16))),
    "fewer codes than it says": a_jpeg(codes=a_segment(0xC4, b"\0\2" + bytes(16))),
    "no mark where one should be": a_jpeg()[:20] + b"\0" + a_jpeg()[21:],
    "parts without a length": b"\xff\xd8\xff\xe0\0\0" * 9,
    "a part longer than the file": a_jpeg()[:-2] + b"\xff\xfe\xff\xff",
}


@pytest.mark.parametrize("content", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_jpeg_picture_is_refused(content):
    with pytest.raises(ValueError, match="damaged JPEG"):
        logo_of(content, "")
