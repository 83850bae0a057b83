"""SVG as PNG."""

import struct

import pytest
from typst import TypstError

from readiness.report.charts.draw import draw
from readiness.report.typesetting.pictures import png
from tests.documents import demo_document

CIRCLE = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    '<circle cx="5" cy="5" r="4"/>{}</svg>'
)


def size(picture):
    """Return the pixels across and down that a PNG has."""
    assert picture.startswith(b"\x89PNG")
    return struct.unpack(">II", picture[16:24])


def test_a_picture_is_as_wide_as_asked_and_as_high_as_its_proportion():
    assert size(png(CIRCLE.format(""), width=800)) == (800, 200)


@pytest.mark.parametrize(
    ("box", "width", "drawn"),
    [
        ("1 5000", 780, (1, 4000)),
        ("0.001 1000000", 780, (1, 4000)),
        ("1 20", 780, (200, 4000)),
        ("40 10", 1e9, (4000, 1000)),
        ("40 10", 0, (1, 1)),
    ],
)
def test_a_picture_that_would_fill_the_memory_is_drawn_smaller(box, width, drawn):
    svg = CIRCLE.format("").replace("40 10", box)

    assert size(png(svg, width=width)) == drawn


def test_the_same_picture_is_the_same_bytes():
    chart, *_ = draw(demo_document())

    assert png(chart.svg, width=600) == png(chart.svg, width=600)


def test_text_is_drawn_with_the_shipped_fonts():
    nothing = png(CIRCLE.format(""), width=800)
    text = '<text x="12" y="6" font-size="4" font-family="{}">Text</text>'

    ours = png(CIRCLE.format(text.format("Noto Sans")), width=800)
    other = png(CIRCLE.format(text.format("No such font")), width=800)

    assert len(ours) > len(nothing)
    assert len(other) > len(nothing)


def test_what_is_no_svg_is_an_error():
    with pytest.raises(TypstError, match="SVG"):
        png("nothing", width=10)
