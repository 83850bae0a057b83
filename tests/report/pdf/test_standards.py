"""Each PDF is PDF/UA-1 and PDF/A-2a, so both kinds of readers can rely on it."""

import hashlib
import os
import subprocess
import sys

import pytest

from readiness.report.pdf.render import render
from tests.documents import demo_document, small_document
from tests.report.pdf.papers import DOCUMENTS, paper
from tests.report.pdf.reading import bookmarks, elements, fonts, metadata, opened, root

ALL = pytest.mark.parametrize("name", DOCUMENTS)


@ALL
def test_a_pdf_says_that_it_is_accessible_and_made_to_be_kept(name):
    said = metadata(paper(name))

    assert "<pdfuaid:part>1</pdfuaid:part>" in said
    assert "<pdfaid:part>2</pdfaid:part>" in said
    assert "<pdfaid:conformance>A</pdfaid:conformance>" in said


@ALL
def test_a_pdf_is_tagged_has_a_language_and_shows_its_title(name):
    document = root(paper(name))

    assert document["/MarkInfo"]["/Marked"]
    assert document["/Lang"] == "en"
    assert document["/ViewerPreferences"]["/DisplayDocTitle"]
    assert opened(paper(name)).metadata.title.startswith("Readiness report")


@ALL
def test_every_picture_has_a_text_that_is_read_instead_of_it(name):
    figures = elements(paper(name), "Figure")

    assert figures
    assert all(len(figure["/Alt"]) >= len("ACME") for figure in figures)


@ALL
def test_every_table_has_heads(name):
    tables, heads = elements(paper(name), "Table"), elements(paper(name), "THead")

    assert len(tables) == len(heads) > 0
    assert all(
        cell["/A"][0]["/Scope"] == "/Column" for cell in elements(paper(name), "TH")
    )


@ALL
def test_all_fonts_are_in_the_file(name):
    found = fonts(paper(name))

    assert any("NotoSans-Regular" in font for font in found)
    assert all(found.values())


def test_the_bookmarks_are_the_parts_of_the_report():
    document = demo_document()

    found = bookmarks(paper("demo"))

    assert found[:3] == ["Summary", "What these figures rest on", "The trends"]
    assert {row.node.name for row in document.report.trends} <= set(found)
    assert {section.heading for section in document.method} <= set(found)


def test_the_author_is_the_consultant_or_else_the_program():
    assert opened(paper("demo")).metadata.author == "readiness"
    assert opened(paper("branded")).metadata.author == "Bright Lantern"


def test_the_date_is_that_of_the_report():
    created = opened(paper("demo")).metadata.creation_date

    assert created.isoformat() == "2026-11-23T00:00:00+00:00"


SCRIPT = """
import hashlib
from readiness.report.pdf.render import render
from tests.documents import demo_document
print(hashlib.sha256(render(demo_document())).hexdigest())
"""


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_every_process_makes_the_same_bytes(seed):
    environment = os.environ | {"PYTHONHASHSEED": seed}

    ran = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True,
        env=environment,
    )  # fmt: skip

    assert ran.stdout.strip() == hashlib.sha256(paper("demo")).hexdigest()


def test_a_second_pdf_in_one_process_is_the_same():
    assert render(small_document()) == render(small_document())
