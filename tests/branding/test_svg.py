import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.branding.logo import logo_of
from readiness.branding.model import LogoType
from tests.branding.logos import LINKS, SPACE, an_svg

RECT = '<rect id="r" width="4" height="2" fill="#f00"/>'

# Each does or loads something in some program that shows pictures.
HOSTILE = [
    "<script>alert(1)</script>",
    '<script xlink:href="http://evil.example/x.js"/>',
    '<rect width="1" height="1" onclick="alert(1)" ONLOAD="alert(1)"/>',
    '<a xlink:href="javascript:alert(1)"><rect width="1" height="1"/></a>',
    '<use href="http://evil.example/x.svg#a"/>',
    '<use xlink:href="//evil.example/x.svg#a"/>',
    '<use xlink:href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="http://evil.example/x.png"/>',
    '<image href="data:image/svg+xml,%3Csvg onload=alert(1)%3E"/>',
    "<style>@import url(http://evil.example/x.css);</style>",
    "<style>rect{background:url(http://evil.example/x.png)}</style>",
    '<rect width="1" height="1" style="fill:url(http://evil.example/x#a)"/>',
    '<rect width="1" height="1" style="fill:u\\72l(//evil.example/x)"/>',
    '<rect width="1" height="1" style="fill:image-set(\'//evil.example/x\' 1x)"/>',
    '<rect width="1" height="1" fill="url(http://evil.example/x#a)"/>',
    '<rect width="1" height="1" filter="url(http://evil.example/f)"/>',
    '<rect width="1" height="1" fill="url(\'#a\' url(//evil.example))"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml">x</body></foreignObject>',
    '<set attributeName="href" to="javascript:alert(1)"/>',
    '<animate attributeName="x" values="0;9"/>',
    '<filter id="f"><feImage href="http://evil.example/x.png"/></filter>',
    '<iframe xmlns="http://www.w3.org/1999/xhtml" src="http://evil.example"/>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    '<?xml-stylesheet href="http://evil.example/x.css"?><!-- evil -->',
    '<text><script>alert(1)</script><tspan onclick="alert(1)">x</tspan></text>',
    "<metadata>by evil</metadata>",
    '<rect x="data:1" width="url(evil)"/>',
]
EVIL = re.compile(
    rb"script|evil|alert|on[a-z]+=|style|import|foreign|image|iframe|animate|<set|data:",
    re.IGNORECASE,
)


def cleaned(*inside, **settings):
    """Return what is left of a picture."""
    return logo_of(an_svg("".join(inside), **settings), "ACME").content


def parts_of(*inside):
    return list(ET.fromstring(cleaned(*inside)))


def test_a_picture_of_shapes_comes_through():
    logo = logo_of(an_svg(RECT), "ACME")

    (rect,) = ET.fromstring(logo.content)
    assert (logo.type, logo.width, logo.height) == (LogoType.SVG, 40, 20)
    assert rect.tag == f"{{{SPACE}}}rect"
    assert rect.attrib == {"id": "r", "width": "4", "height": "2", "fill": "#f00"}


@pytest.mark.parametrize("inside", HOSTILE)
def test_nothing_hostile_is_left_beside_what_is_drawn(inside):
    left = cleaned(inside, RECT)

    assert b'id="r"' in left
    assert not EVIL.search(left)


@given(st.lists(st.sampled_from(HOSTILE), max_size=4), st.booleans())
def test_nothing_hostile_is_left_in_any_mixture(inside, is_nested):
    mixed = "".join(inside)
    left = cleaned(f"<g>{mixed}</g>" if is_nested else mixed, RECT)

    assert not EVIL.search(left)


def test_cleaning_twice_changes_nothing_more():
    once = cleaned(*HOSTILE, RECT)

    assert logo_of(once, "").content == once


def test_attributes_of_the_picture_itself_are_cleaned_too():
    left = cleaned(RECT, size='viewBox="0 0 4 2" onload="alert(1)" style="x"')

    assert not EVIL.search(left)


def test_styles_and_classes_become_attributes():
    sheet = "<style>/* x */ @import 'y'; .a, .b{fill:#123456} rect{fill:red}</style>"
    shape = (
        '<path class="a c" fill="#fff" style="stroke: blue !important; x: y" d="M0 0"/>'
    )

    (path,) = parts_of(sheet, shape)

    assert path.attrib == {"d": "M0 0", "fill": "#123456", "stroke": "blue"}


def test_a_sheet_that_is_cut_short_does_no_harm():
    sheet = "<style>.a{fill:red} /* .b{fill:blue}</style>"

    (path,) = parts_of(sheet, '<path class="a b" d="M0 0"/>')

    assert path.get("fill") == "red"


def test_a_gradient_and_parts_used_again_stay():
    gradient = '<linearGradient id="g"><stop offset="0"/></linearGradient>'
    uses = '<use xlink:href="#r" fill="url( \'#g\' )"/><use href="#r"/>'

    _, _, first, second = parts_of(gradient, RECT, uses)

    assert first.get("fill") == "url(#g)"
    assert first.get(f"{{{LINKS}}}href") == second.get(f"{{{LINKS}}}href") == "#r"


def test_what_is_within_a_link_or_a_switch_is_drawn():
    parts = parts_of(
        f"<switch><foreignObject/><g>{RECT}</g></switch>", f"<a>{RECT}</a>"
    )

    assert [part.tag for part in parts] == [f"{{{SPACE}}}g"] * 2


def test_text_stays_text_with_its_spaces():
    (text,) = parts_of("<text>A &lt;b&gt; \u202e<tspan>B</tspan>  C</text>")

    assert "".join(text.itertext()) == "A <b> B C"


def test_text_outside_of_text_is_left_out():
    assert b"hidden" not in cleaned("hidden", RECT, "hidden")


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [
        ('viewBox="0,0, 40.5 20"', 40.5, 20),
        ('width="40px" height="20"', 40, 20),
        ('width="100%" height="100%" viewBox="-5 -5 40 20"', 40, 20),
        ('width="4.5cm" height="2mm"', 4.5, 2),
    ],
)
def test_the_size_is_that_of_the_box_or_else_of_its_sides(size, width, height):
    logo = logo_of(an_svg(size=size), "")

    assert (logo.width, logo.height) == (width, height)
    assert b"viewBox=" in logo.content


@pytest.mark.parametrize(
    "size",
    [
        "",
        'width="100%" height="100%"',
        'viewBox="0 0 0 20"',
        'viewBox="0 0 40 -1"',
        'viewBox="0 0 40"',
        'viewBox="0 0 1e9999 1"',
        'viewBox="0 0 99999999 1"',
        'viewBox="0 0 nan nan"',
    ],
)
def test_a_picture_without_a_size_is_refused(size):
    with pytest.raises(ValueError, match="viewBox"):
        logo_of(an_svg(size=size), "")


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://evil.example/x.dtd">',
        '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    ],
)
def test_a_document_type_is_refused_before_its_entities_are_read(head):
    with pytest.raises(ValueError, match="document type"):
        logo_of(head.encode() + an_svg("<text>&b;&x;</text>"), "")


def test_a_picture_nested_too_deeply_is_refused():
    with pytest.raises(ValueError, match="more than 50 elements within"):
        logo_of(an_svg("<g>" * 100_000), "")


def test_a_picture_of_too_many_parts_is_refused():
    with pytest.raises(ValueError, match="more than 10,000 elements"):
        logo_of(an_svg("<g/>" * 10_001), "")


def test_parts_that_use_parts_may_not_grow_without_end():
    layers = "".join(
        f'<g id="a{n + 1}">' + f'<use href="#a{n}"/>' * 10 + "</g>" for n in range(9)
    )
    with pytest.raises(ValueError, match="draws more than 10,000"):
        logo_of(an_svg(f'<g id="a0">{RECT}</g>{layers}'), "")


@pytest.mark.parametrize(
    ("inside", "what"),
    [
        ('<pattern id="p" width="1e9" height="1e9"/>' + RECT, "has a pattern"),
        ('<rect width="1e7" height="1"/>', "number beyond 1,000,000"),
        ('<path d="M0 0L-1000001,0"/>', "number beyond 1,000,000"),
        ('<g transform="scale(.1E8)"><rect/></g>', "number beyond 1,000,000"),
        ('<rect style="stroke-width:9999999"/>', "number beyond 1,000,000"),
        ('<rect stroke-dasharray="0.01 1"/>', "has dashed lines"),
    ],
)
def test_what_no_logo_needs_and_would_end_the_program_is_refused(inside, what):
    with pytest.raises(ValueError, match=what):
        logo_of(an_svg(inside), "")


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0{}"/>'.format("L1 1" * 10_001),
        '<path d="M0 0{}"/>'.format("z" * 10_001),
        '<polyline points="{}"/>'.format("1,1 " * 10_001),
        '<path id="p" d="M0 0{}"/>{}'.format("L1-1" * 1_000, '<use href="#p"/>' * 10),
        '<rect opacity="0.5"/>' * 400,
        '<mask id="m"/>' + '<rect mask="url(#m)"/>' * 400,
        f"<text>{'x' * 20_001}</text>",
        f"<text><tspan/>{'x' * 20_001}</text>",
    ],
)
def test_what_takes_very_long_to_draw_is_refused(inside):
    with pytest.raises(ValueError, match="more than 10,000 elements and points"):
        logo_of(an_svg(inside), "")


@pytest.mark.parametrize(
    "inside",
    [
        '<rect id="a9999999" fill="#1e9999" font-family="A 9999999"/>',
        '<rect stroke-dasharray="none"/><rect stroke-dasharray="0"/>',
        '<path d="M1e6-1e6{}"/>'.format("c.5.5-1e-9 0 1,1" * 1_500),
        '<rect opacity="0.5"/>' * 300,
    ],
)
def test_what_logos_have_is_let_in(inside):
    assert logo_of(an_svg(inside), "").content.count(b"<") > 1


@pytest.mark.parametrize(
    "circle",
    [
        '<g id="a"><use href="#a"/><use href="#a"/></g>',
        '<clipPath id="a"><rect clip-path="url(#a)"/></clipPath><rect mask="url(#a)"/>',
        '<mask id="a" mask="url(#b)"/><mask id="b" mask="url(#a)"/><rect/>',
    ],
)
def test_a_part_that_draws_itself_is_refused(circle):
    with pytest.raises(ValueError, match="draws itself"):
        logo_of(an_svg(circle), "")


@pytest.mark.parametrize(
    "content",
    [
        b"<svg",
        an_svg()[:-3],
        b'<svg xmlns="http://www.w3.org/2000/svg">&nbsp;</svg>',
        b'<svg xmlns="x">\0</svg>',
    ],
)
def test_what_is_not_well_formed_is_refused_with_its_place(content):
    with pytest.raises(ValueError, match=r"line 1, column \d+"):
        logo_of(content, "")


def test_a_picture_in_another_encoding_is_refused():
    with pytest.raises(ValueError, match="UTF-8"):
        logo_of(b'<?xml version="1.0" encoding="latin1"?><svg>\xfc</svg>', "")


def test_another_xml_file_is_no_picture():
    with pytest.raises(ValueError, match="no SVG picture"):
        logo_of(b"<html><svg/></html>", "")


@pytest.mark.parametrize("inside", ["", "<script/>", "<defs/>"])
def test_a_picture_with_nothing_to_draw_is_refused(inside):
    with pytest.raises(ValueError, match="nothing that may be drawn"):
        logo_of(an_svg(inside), "")


@pytest.mark.parametrize(
    "long",
    [
        '<style>{}</style><rect class="a"/>'.format("/*" * 400_000),
        '<style>{}</style><rect class="a"/>'.format(".a" * 400_000),
        '<rect fill="{}"/>'.format("a" * 900_000),
        '<rect fill="{}"/>'.format(" " * 900_000),
        '<rect fill="{}"/>'.format("url(#" * 200_000),
        '<rect style="{}"/>'.format("fill:" * 200_000),
    ],
)
def test_a_long_text_takes_no_longer_than_it_is_long(long):
    assert b"<rect" in cleaned(long)  # what grew with the square would run for hours
