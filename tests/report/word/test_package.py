from io import BytesIO
from zipfile import ZipFile

import pytest

from readiness.errors import BadDataError
from readiness.report.word import package
from readiness.report.word.package import check_package, repack
from readiness.report.word.render import render_template
from tests.documents import small_document
from tests.report.word.templates import a_template, part, with_parts

LINK = (
    '<Relationship Id="rId99" TargetMode="External" Target="{target}" Type="http://'
    'schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"/>'
)


def linking_to(kind, target="http://example.org/x"):
    """Build a template with a relationship to something outside."""
    link = LINK.format(kind=kind, target=target).encode()
    return with_parts(
        a_template("Text"),
        word__rels_document_xml_rels=lambda xml: xml.replace(
            b"</Relationships>", link + b"</Relationships>"
        ),
    )


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


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_PARTS"])
def test_a_package_that_unpacks_to_too_much_is_refused(limit, monkeypatch):
    monkeypatch.setattr(package, limit, 3)

    with pytest.raises(BadDataError, match=r"ours\.docx is too large"):
        check_package(a_template("x"), "ours.docx")


@pytest.mark.parametrize("kind", ["image", "frame", "oleObject", "subDocument"])
def test_what_word_would_load_from_elsewhere_is_refused(kind):
    with pytest.raises(BadDataError) as caught:
        check_package(linking_to(kind), "ours.docx")

    assert caught.value.facts == (f"{kind}: http://example.org/x",)


def test_a_link_that_waits_for_a_click_is_let_in():
    check_package(linking_to("hyperlink"), "ours.docx")


def test_the_path_of_the_template_it_was_begun_from_is_cut_out():
    link = LINK.format(kind="attachedTemplate", target="file:///C:/Users/ana/x.dotx")
    content = BytesIO()
    with ZipFile(content, "w") as made:
        made.writestr("word/settings.xml", '<w:a/><w:attachedTemplate r:id="rId99"/>')
        made.writestr("word/_rels/settings.xml.rels", f"<a>{link}</a>")

    check_package(content.getvalue(), "ours.docx")
    packed = repack(content.getvalue(), lambda _, xml: xml)

    assert part(packed, "word/settings.xml") == "<w:a/>"
    assert part(packed, "word/_rels/settings.xml.rels") == "<a></a>"


def test_parts_have_no_dates():
    made = render_template(small_document(), a_template("x"))

    with ZipFile(BytesIO(made)) as packed:
        assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
