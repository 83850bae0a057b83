"""The shipped template: a document that people open and restyle in Word."""

import re
from io import BytesIO
from zipfile import ZipFile

import docx
import pytest
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from jinja2 import Environment

from tests.report.word.templates import SHIPPED

PARTS = ("document", "header1", "header2", "footer1", "footer2", "styles", "settings")


@pytest.fixture(scope="module")
def xml():
    """Return the text of the parts by name."""
    with ZipFile(SHIPPED) as package:
        return {name: package.read(f"word/{name}.xml").decode() for name in PARTS}


@pytest.fixture(scope="module")
def template():
    return docx.Document(BytesIO(SHIPPED.read_bytes()))


def test_it_is_small():
    assert SHIPPED.stat().st_size < 60_000


def test_every_style_that_it_uses_exists(xml, template):
    ids = {style.style_id for style in template.styles}

    used = set()
    for text in xml.values():
        used |= set(re.findall(r'<w:(?:p|r|tbl)Style w:val="([^"]*)"', text))

    assert used <= ids
    assert {"Title", "Subtitle", "Heading1", "Heading2", "ListBullet"} <= used


@pytest.mark.parametrize("name", ["document", "header1", "footer1", "footer2"])
def test_every_tag_parses(xml, name):
    patched = DocxTemplate(SHIPPED).patch_xml(xml[name])

    Environment(autoescape=True).parse(patched)

    assert "{{" in patched


def test_a_tag_is_in_one_piece_so_that_people_can_read_and_edit_it(xml):
    for text in xml.values():
        shown = re.sub(r"<[^>]*>", "\n", text)
        assert all(
            line.count("{{") == line.count("}}")
            and line.count("{%") == line.count("%}")
            for line in shown.splitlines()
        )


def test_headings_are_numbered_by_their_styles(template):
    for level in (1, 2, 3):
        style = template.styles[f"Heading {level}"]
        number = style.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}")
        assert number.find(qn("w:numId")).get(qn("w:val")) == "1"


def test_every_table_has_the_style_and_a_name_for_screen_readers(template):
    for table in template.tables:
        assert table.style.name == "Readiness Table"
    captions = [
        one.get(qn("w:val")) for one in template.element.iter(qn("w:tblCaption"))
    ]
    assert len(captions) == len(template.tables)
    assert all(captions)


def test_headings_stay_with_what_they_are_about(template):
    for name in ("Heading 1", "Heading 2", "Heading 3", "Label", "Figure"):
        assert template.styles[name].paragraph_format.keep_with_next


def keeps(row):
    """Return whether a row stays on the page of the next; tags leave no paragraph."""
    shown = [p for cell in row.cells for p in cell.paragraphs if p.text[:2] != "{%"]
    return all(p.paragraph_format.keep_with_next for p in shown)


def test_the_head_of_a_table_stays_with_its_first_row(template):
    for table in template.tables:
        if table.rows[0]._tr.trPr is not None:  # noqa: SLF001 - no other way to know
            assert keeps(table.rows[0])


@pytest.mark.parametrize(
    "caption",
    [
        "What the figures rest on",
        "The result in short",
        "The changes in short",
        "What moved the overall score",
    ],
)
def test_a_short_table_stays_on_one_page(template, caption):
    captions = template.element.iter(qn("w:tblCaption"))
    names = [one.get(qn("w:val")) for one in captions]

    rows = template.tables[names.index(caption)].rows

    assert all(keeps(row) for row in rows)


def test_it_says_its_language(xml):
    assert '<w:lang w:val="en-GB"' in xml["styles"]


def test_it_does_not_ask_to_update_fields_when_it_is_opened(xml):
    assert "updateFields" not in xml["settings"]
    assert "w:dirty" not in xml["document"]


def test_nobody_is_named_in_it(xml, template):
    properties = template.core_properties

    assert (properties.author, properties.last_modified_by) == ("readiness", "")
    with ZipFile(SHIPPED) as package:
        assert "docProps/app.xml" not in package.namelist()
    assert not any("rsid" in text for text in xml.values())
