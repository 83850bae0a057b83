"""What LibreOffice makes of the document: it stands in for Word here."""

import subprocess
from dataclasses import replace

import pytest
from pypdf import PdfReader

from readiness.plaintext import clean
from readiness.report.word.render import render
from tests.documents import HOSTILE, LONG, demo_document, small_document
from tests.programs import find


@pytest.fixture
def pages(tmp_path):
    """Return the texts of the pages that a document has on paper."""
    office = find("soffice", "libreoffice")

    def lay_out(document):
        path = tmp_path / "report.docx"
        path.write_bytes(render(document))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            [office, profile, "--headless", "--convert-to", "pdf", path.name],
            cwd=tmp_path,
            check=True,
            capture_output=True,
            timeout=120,
        )
        pdf = PdfReader(tmp_path / "report.pdf")
        return [page.extract_text() for page in pdf.pages]

    return lay_out


def test_no_page_is_empty_and_all_say_that_it_is_self_reported(pages):
    document = demo_document()

    shown = pages(document)

    assert 20 <= len(shown) <= 32
    for page in shown:
        assert "Self-reported by 5 people" in page
        assert len(page) > 400


@pytest.mark.parametrize("text", ["Payments", clean(HOSTILE), LONG])
def test_it_opens_whatever_the_texts_are(pages, text):
    document = replace(small_document(), title=text, subject=text)

    shown = " ".join(pages(document))

    assert "What the figures can and cannot say" in shown
