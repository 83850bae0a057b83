"""The file itself: accessible, editable, in the brand, always the same bytes."""

import re
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from xml.etree import ElementTree as ET
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx.util import Pt

from readiness.branding.model import Brand, Fonts, Logo, LogoType, Palette
from readiness.report.slides.render import render
from readiness.report.slides.text import fit, legal, lines_of, width_of
from tests.documents import (
    HOSTILE,
    LONG,
    demo_document,
    hostile_document,
    small_document,
)
from tests.programs import find
from tests.report.slides.conftest import Slides

NEAR = 0.000_001
WIDE = 16 / 9
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10"><rect width="40" height="10"/></svg>'  # noqa: E501
DRAWN = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def read(slides):
    return slides(demo_document())


@pytest.fixture(scope="module")
def hostile(slides):
    return slides(hostile_document())


@pytest.fixture(params=["", HOSTILE, LONG], ids=["usual", "hostile", "long"])
def any_deck(request, slides):
    return slides(hostile_document(request.param) if request.param else demo_document())


def test_slides_are_wide_and_nothing_lies_outside(any_deck):
    deck = any_deck.deck

    assert deck.slide_width / deck.slide_height == pytest.approx(WIDE, rel=0.001)
    for slide in deck.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height


def test_what_shows_no_text_has_one_instead(any_deck):
    for slide in any_deck.deck.slides:
        for shape in slide.shapes:
            if not shape.has_text_frame:
                assert shape.element.xpath(".//p:cNvPr/@descr")[0]


def test_titles_are_read_first_and_the_foot_last(any_deck):
    for slide in any_deck.deck.slides:
        kinds = slide.shapes.element.xpath("./p:sp//p:ph/@type")
        assert kinds[0] in {"title", "ctrTitle"}
        assert kinds[-2:] == ["ftr", "sldNum"]
        shapes = slide.shapes.element.xpath("./*[.//p:cNvPr]")
        assert shapes[-1].xpath(".//p:ph/@type") == ["sldNum"]


def test_every_slide_says_what_its_figures_are(read):
    for slide in read.deck.slides:
        assert demo_document().footer_words in read.text(slide)


def test_every_slide_says_whose_it_is(slides):
    brand = Brand(client="ACME", footer="Confidential")

    made = slides(small_document(brand=brand))

    for slide in made.deck.slides:
        assert "ACME, Confidential" in made.text(slide)


def test_shapes_of_a_slide_have_ids_of_their_own(any_deck):
    for slide in any_deck.deck.slides:
        ids = slide.shapes.element.xpath(".//p:cNvPr/@id")
        assert len(ids) == len(set(ids))


def test_nothing_is_smaller_than_twelve_points_and_nothing_shrinks(any_deck):
    for name in any_deck.zip.namelist():
        if re.match(r"ppt/(slides|charts)/[^/]+\.xml", name):
            xml = any_deck.zip.read(name).decode()
            sizes = [int(size) for size in re.findall(r' sz="(\d+)"', xml)]
            assert all(size >= 1200 for size in sizes), name
            assert "normAutofit" not in xml


def test_all_text_has_a_language(read):
    for slide in read.deck.slides:
        runs = [
            run
            for shape in slide.shapes
            if shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            for run in paragraph.runs
        ]
        assert {run.font.language_id.name for run in runs} == {"ENGLISH_US"}


def test_texts_fit_their_boxes(any_deck):
    for slide in any_deck.deck.slides:
        for shape in slide.shapes:
            if shape.name != "Text":
                continue
            room = shape.width.pt - 14.4
            height = 7.2
            for paragraph in shape.text_frame.paragraphs:
                size = paragraph.runs[0].font.size.pt
                lines = lines_of(paragraph.text, width=room, size=size)
                height += 1.2 * size * lines
                height += (paragraph.space_after or Pt(0)).pt
            assert height <= shape.height.pt + 8


def test_hostile_text_comes_out_as_text_and_whole_in_the_notes(hostile):
    report = hostile_document().report

    notes = " ".join(hostile.notes().split())

    for step in report.steps:
        assert " ".join(step.title.split()) in notes
    for line in report.gaps:
        assert " ".join(line.answer.split()) in notes
    assert "<script>" in hostile.text(hostile.deck.slides[0])
    assert "{{ 7*7 }}" in hostile.text(hostile.deck.slides[0])
    assert "</script>" in hostile.table("Now 43")[1][2]


@settings(max_examples=12, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=400))
def test_no_title_is_ever_cut(text):
    made = Slides(render(hostile_document(f"{text} x")))

    for title, slide in zip(made.titles, made.deck.slides, strict=True):
        size = 40 if slide == made.deck.slides[0] else 24
        assert not title.endswith("…")
        assert lines_of(title, width=859, size=size * 1.06) <= 2


def test_a_very_long_text_is_cut_with_an_ellipsis(slides):
    made = slides(hostile_document(LONG))

    assert all(len(title) < 250 for title in made.titles)
    assert made.table("Now 43")[1][2].endswith("…")
    assert made.notes().count("long") > 10_000


def test_the_workbooks_of_charts_hold_text_and_no_formula(slides):
    document = hostile_document()
    lines = tuple(
        replace(line, short=f"=HYPERLINK({n})")
        for n, line in enumerate(document.changes.lines)
    )
    made = slides(replace(document, changes=replace(document.changes, lines=lines)))

    books = [chart.part.chart_workbook.xlsx_part.blob for chart in made.charts()]

    assert len(books) == 3
    for book in books:
        with ZipFile(BytesIO(book)) as parts:
            sheet = parts.read("xl/worksheets/sheet1.xml")
            assert b"<f>" not in sheet
            assert {part.date_time for part in parts.infolist()} == {
                (1980, 1, 1, 0, 0, 0)
            }


def test_colours_and_fonts_are_those_of_the_brand(slides):
    brand = Brand(
        client="ACME",
        consultant="Bright Lantern",
        footer="Confidential",
        palette=Palette(primary="#123456", accent="#654321"),
        fonts=Fonts(heading="Georgia", body='Ver\\1dana "&" Sons'),
    )

    made = slides(small_document(brand=brand))

    theme = ET.fromstring(made.zip.read("ppt/theme/theme1.xml"))
    for name, colour in (("accent1", "123456"), ("accent2", "654321")):
        (found,) = theme.iter(DRAWN + name)
        assert found[0].get("val") == colour
    fonts = [font[0].get("typeface") for font in theme.iter(f"{DRAWN}majorFont")]
    fonts += [font[0].get("typeface") for font in theme.iter(f"{DRAWN}minorFont")]
    assert fonts == ["Georgia", 'Ver\\1dana "&" Sons']
    cover = made.text(made.deck.slides[0])
    assert "For ACME, prepared by Bright Lantern" in cover
    assert "Confidential" in cover
    assert made.deck.core_properties.author == "Bright Lantern"


def test_a_drawn_logo_and_a_picture_stand_on_the_cover(slides):
    pytest.importorskip("typst")
    logo = Logo(type=LogoType.SVG, content=SVG, width=40, height=10, alt="ACME's logo")
    drawn = slides(small_document(brand=Brand(logo=logo)))
    pictures = [s for s in drawn.deck.slides[0].shapes if s.name == "Logo"]
    png = pictures[0].image.blob
    logo = replace(logo, type=LogoType.PNG, content=png)

    as_it_is = slides(small_document(brand=Brand(logo=logo)))

    for made in (drawn, as_it_is):
        (shape,) = (s for s in made.deck.slides[0].shapes if s.name == "Logo")
        assert shape.image.blob == png
        assert shape.width / shape.height == pytest.approx(4, rel=0.01)
        assert shape.element.xpath(".//p:cNvPr/@descr") == ["ACME's logo"]


def test_the_same_document_gives_the_same_bytes_in_another_process(read):
    code = (
        "import sys; from tests.documents import demo_document; "
        "from readiness.report.slides.render import render; "
        "sys.stdout.buffer.write(render(demo_document()))"
    )

    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert ran.stdout == read.content
    times = {info.date_time for info in read.zip.infolist()}
    assert times == {(1980, 1, 1, 0, 0, 0)}


def test_the_deck_brings_nothing_of_the_template_but_its_layouts(read):
    names = read.zip.namelist()

    assert not [name for name in names if re.search(r"thumbnail|printer|app", name)]
    assert [layout.name for layout in read.deck.slide_layouts] == [
        "Title Slide",
        "Title Only",
    ]


def test_the_file_says_when_the_report_was_made(read):
    core = read.deck.core_properties

    assert core.created == core.modified
    assert core.created.replace(tzinfo=None) == datetime(2026, 11, 23)  # noqa: DTZ001 - as python-pptx has it
    assert (core.author, core.language) == ("readiness", "en-US")


@given(
    st.text(),
    st.floats(min_value=20, max_value=900),
    st.integers(min_value=1, max_value=5),
)
def test_what_is_fitted_takes_no_more_lines_than_asked(text, width, lines):
    shown = fit(text, width=width, size=12, lines=lines)

    assert "\n" not in shown
    if width > 12 * width_of(f"{shown[:1]}…") and len(shown.split()) > 1:
        assert lines_of(shown, width=width, size=12) <= lines + 1


def test_what_fits_is_not_cut():
    assert fit("five short words are here", width=200, size=12) == (
        "five short words are here"
    )
    assert fit("five short words are here", width=80, size=12) == "five short …"
    assert fit("", width=80, size=12) == ""
    assert fit("x" * 100, width=80, size=10) == "xxxxxxxxxxxx…"
    assert fit("ẋ" * 3, width=0, size=10) == "…"


def test_characters_that_xml_cannot_say_are_left_out():
    assert legal("a\ufffeb\uffffc") == "abc"


def test_wide_letters_count_for_more():
    assert width_of("数") > width_of("W") - NEAR > width_of("N") > width_of("n")
    assert width_of("n\u0301") == width_of("n") > width_of("i")


def test_a_presentation_program_opens_it(tmp_path):
    office, count = find("soffice"), find("pdfinfo")
    (tmp_path / "report.pptx").write_bytes(render(hostile_document()))

    subprocess.run(
        [office, "--headless", f"-env:UserInstallation=file://{tmp_path}/office",
         "--convert-to", "pdf", "--outdir", tmp_path, tmp_path / "report.pptx"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip

    told = subprocess.run(
        [count, tmp_path / "report.pdf"], check=True, capture_output=True, text=True
    ).stdout
    assert re.search(r"Pages:\s+9\b", told)
