import re
from dataclasses import replace

from readiness.branding.model import Brand, Fonts, Palette
from readiness.report.word.render import render
from readiness.report.word.theme import branded
from tests.documents import small_document
from tests.report.word.templates import SHIPPED, part

THEME = "word/theme/theme1.xml"
BRAND = Brand(palette=Palette(primary="#123456", accent="#654321"))


def test_the_colours_of_a_brand_are_those_of_the_theme():
    theme = part(render(small_document(brand=BRAND)), THEME)

    assert '<a:accent1><a:srgbClr val="123456"/></a:accent1>' in theme
    assert '<a:accent2><a:srgbClr val="654321"/></a:accent2>' in theme


def test_styles_name_the_colour_for_programs_without_themes():
    styles = part(render(small_document(brand=BRAND)), "word/styles.xml")

    assert 'w:val="123456" w:themeColor="accent1"' in styles
    assert 'w:fill="123456" w:themeFill="accent1"' in styles
    assert 'w:color="654321" w:themeColor="accent2"' in styles
    assert "005A82" not in styles


def test_without_a_brand_the_template_keeps_its_colours_and_fonts():
    made = render(small_document())

    assert part(made, THEME) == part(SHIPPED.read_bytes(), THEME)


def test_a_colour_alone_leaves_the_other():
    brand = Brand(palette=replace(Palette(), accent="#654321"))

    theme = part(render(small_document(brand=brand)), THEME)

    assert '<a:accent1><a:srgbClr val="005A82"/></a:accent1>' in theme
    assert '<a:accent2><a:srgbClr val="654321"/></a:accent2>' in theme


def test_a_shade_of_a_colour_stays_what_it_is():
    tag = b'<w:color w:val="ABCDEF" w:themeColor="accent1" w:themeTint="99"/>'

    assert branded("word/styles.xml", tag, BRAND) == tag


def test_fonts_of_a_brand_are_those_of_the_theme():
    brand = Brand(fonts=Fonts(heading='A "sharp" & <b>', body="Plain Sans"))

    theme = part(render(small_document(brand=brand)), THEME)

    fonts = re.findall(r"<a:latin typeface=(.*?)/>", theme)
    assert fonts == ["'A \"sharp\" &amp; &lt;b&gt;'", '"Plain Sans"']


def test_other_parts_pass_as_they_are():
    content = b'<a:accent1>\xff</a:accent1><w:color w:themeColor="accent1"/>'

    assert branded("word/media/image1.png", content, BRAND) == content
