from base64 import b64decode
from dataclasses import replace

import pytest
from docx.oxml.ns import qn

from readiness.branding.model import Brand, Logo, LogoType
from readiness.report.word.pictures import EMU
from tests.documents import demo_document, small_document
from tests.report.word.reading import parsed

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect/></svg>'
BARE = (  # a JPEG of 8 x 4 pixels that neither JFIF nor Exif describes
    "/9j/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62r"
    "Z4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSk"
    "pKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAEAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAA"
    "AAX/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/8QAFQEBAQAAAAAAAAAAAAAAAAAABAX/xAAUEQEAAAAAAAAA"
    "AAAAAAAAAAAA/9oADAMBAAIRAxEAPwCWAKuv/9k="
)
LOGO = Logo(type=LogoType.SVG, content=SVG, width=40, height=10, alt="ACME & Sons")


def alternatives(parsed_document):
    """Return the pictures' alternative texts, and their ids."""
    shown = parsed_document.element.body.iter(qn("wp:docPr"))
    return [(one.get("descr"), one.get("id")) for one in shown]


def test_every_picture_says_in_words_what_it_shows(demo):
    from readiness.report.charts.draw import draw

    charts = draw(demo_document())

    alts = [alt for alt, _ in alternatives(demo)]

    assert len(alts) == len(charts) == len(demo.inline_shapes)
    assert set(alts) == {chart.description for chart in charts}
    assert {p.text for p in demo.paragraphs if p.style.name == "Caption"} == {
        chart.title for chart in charts
    }


def test_ids_of_pictures_are_unique(demo):
    ids = [number for _, number in alternatives(demo)]

    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", [LogoType.SVG, LogoType.PNG])
def test_the_logo_has_its_own_proportions_and_words(kind):
    from readiness.report.typesetting.pictures import png

    content = SVG if kind is LogoType.SVG else png(SVG.decode(), width=80)
    brand = Brand(logo=replace(LOGO, type=kind, content=content))

    made = parsed(small_document(brand=brand))

    logo = made.inline_shapes[0]
    assert alternatives(made)[0][0] == "ACME & Sons"
    assert (logo.width, logo.height) == (6 * EMU, 1.5 * EMU)


def test_a_jpeg_without_the_usual_head_is_a_logo_too():
    logo = replace(LOGO, type=LogoType.JPEG, content=b64decode(BARE), width=8, height=4)

    made = parsed(small_document(brand=Brand(logo=logo)))

    shown = made.inline_shapes[0]
    assert alternatives(made)[0][0] == "ACME & Sons"
    assert (shown.width, shown.height) == (5 * EMU, 2.5 * EMU)
