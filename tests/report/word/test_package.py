from io import BytesIO
from zipfile import ZipFile

import pytest

from readiness.errors import BadDataError
from readiness.report.word import package
from readiness.report.word.package import check_package
from readiness.report.word.render import render_template
from tests.documents import small_document
from tests.report.word.templates import a_template, with_parts

WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml"


@pytest.mark.parametrize("content", [b"", b"PK no", b"PK\x03\x04" + bytes(100)])
def test_what_is_no_package_is_refused(content):
    with pytest.raises(BadDataError, match=r"ours\.docx is no Word document"):
        render_template(small_document(), content, "ours.docx")


def test_a_package_that_is_no_word_document_is_refused():
    content = BytesIO()
    with ZipFile(content, "w") as other:
        other.writestr("hello.txt", "hello")

    with pytest.raises(BadDataError, match=r"ours\.docx is no Word document"):
        render_template(small_document(), content.getvalue(), "ours.docx")


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_PARTS", "MOST_OF_XML"])
def test_a_package_that_unpacks_to_too_much_is_refused(limit, monkeypatch):
    monkeypatch.setattr(package, limit, 3)

    with pytest.raises(BadDataError, match=r"ours\.docx is too large"):
        check_package(a_template("x"), "ours.docx")


def test_a_text_of_millions_of_paragraphs_is_refused_before_it_is_read():
    content = with_parts(
        a_template("x"),
        word_document_xml=lambda xml: xml.replace(
            b"<w:body>", b"<w:body>" + b"<w:p/>" * 2_000_000
        ),
    )

    with pytest.raises(BadDataError, match=r"ours\.docx is too large"):
        render_template(small_document(), content, "ours.docx")


@pytest.mark.parametrize("place", ["word/media/a.png", "word/fonts/a.odttf"])
def test_pictures_and_fonts_may_be_larger(place):
    content = with_parts(a_template("x"), added=[(place, bytes(12_000_000))])

    check_package(content, "ours.docx")


def test_a_page_header_that_is_damaged_is_told_as_such():
    declared = WORD_TYPE.encode()
    content = with_parts(
        a_template("x", header="y"),
        word_header1_xml=lambda xml: xml[:-9],
        **{
            "[Content_Types]_xml": lambda xml: xml.replace(
                declared, b"application/octet-stream"
            )
        },
    )

    with pytest.raises(BadDataError, match=r"ours\.docx is no Word document"):
        render_template(small_document(), content, "ours.docx")


def test_parts_have_no_dates():
    made = render_template(small_document(), a_template("x"))

    with ZipFile(BytesIO(made)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
