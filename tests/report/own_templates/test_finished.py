"""A finished document never passes for a template, and a template always does."""

import re
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from docx import Document

from readiness.cli.reporting.formats import Format
from readiness.cli.reporting.rendering import render
from readiness.errors import BadDataError
from readiness.report.own_templates.child import Job, make
from readiness.report.own_templates.finished import check_template
from readiness.report.own_templates.kinds import Kind, kind_of
from readiness.report.own_templates.shipped import SHIPPED
from readiness.resources import templates_folder
from tests.documents import demo_document, small_document

FORMATS = (Format.HTML, Format.MARKDOWN, Format.DOCX)
SEAL = re.compile(rb"\n<!-- readiness:seal \w+ -->\n")
NAMES = {Kind.HTML: "a.html", Kind.MARKDOWN: "a.md", Kind.DOCX: "a.docx"}


def finished(fmt):
    """Return the bytes of a report as `readiness report` writes it."""
    made = render(demo_document(), fmt, None)
    return made.encode() if isinstance(made, str) else made


def saved(content, *texts):
    """Return a Word document as other programs save it, with more paragraphs."""
    document, made = Document(BytesIO(content)), BytesIO()
    for text in texts:
        document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


def refused(content, kind):
    with pytest.raises(BadDataError) as caught:
        check_template(content, kind, NAMES[kind])
    return caught.value


@pytest.mark.parametrize("fmt", FORMATS)
def test_a_finished_report_is_refused_with_what_to_do(fmt):
    kind = Kind(fmt)

    error = refused(finished(fmt), kind)

    assert error.message.startswith(f"{NAMES[kind]} is a finished report")
    assert error.tries[0].startswith("readiness templates copy report.")


@pytest.mark.parametrize("fmt", [Format.HTML, Format.MARKDOWN])
def test_a_finished_report_is_known_without_its_seal_and_with_tags_typed_in(fmt):
    bare = SEAL.sub(b"\n{{ report.team }}\n", finished(fmt))

    assert b"readiness:seal" not in bare
    assert "is a finished report" in refused(bare, Kind(fmt)).message


def test_a_finished_word_report_is_known_whoever_saved_it_with_tags_typed_in():
    content = saved(finished(Format.DOCX), "{{ report.team }}")

    assert b"readiness:seal" not in content
    assert "is a finished report" in refused(content, Kind.DOCX).message


@pytest.mark.parametrize("kind", [Kind.HTML, Kind.MARKDOWN])
def test_a_text_without_tags_is_no_template(kind):
    assert "has no tags" in refused("<p>Ünï { # }</p>".encode(), kind).message


def test_a_word_document_without_tags_or_properties_is_no_template():
    content, bare = saved((templates_folder() / "report.docx").read_bytes()), BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(bare, "w") as new:
        for name in old.namelist():
            if name.startswith("word/") and not name.endswith("document.xml"):
                continue
            if not name.startswith("docProps/"):
                new.writestr(name, b"<w:t>A</w:t>" if "word/" in name else b"")

    assert "has no tags" in refused(bare.getvalue(), Kind.DOCX).message


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_the_shipped_templates_are_templates(shipped):
    path = templates_folder() / shipped.file

    check_template(path.read_bytes(), kind_of(Path(shipped.file)), shipped.file)


def test_a_copy_that_was_edited_in_word_still_makes_a_report(tmp_path):
    path = tmp_path.resolve() / "report.docx"
    shipped = (templates_folder() / "report.docx").read_bytes()
    path.write_bytes(saved(shipped, "Our own words for {{ report.team }}"))

    made = make(Job(small_document(), path, Kind.DOCX))

    words = [one.text for one in Document(BytesIO(made)).paragraphs]
    assert f"Our own words for {small_document().report.team}" in words


def test_a_tag_that_word_has_split_is_a_tag():
    document, made = Document(), BytesIO()
    paragraph = document.add_paragraph("{")
    paragraph.add_run("{ report.team }}")
    document.save(made)

    check_template(made.getvalue(), Kind.DOCX, "a.docx")


@pytest.mark.parametrize("fmt", FORMATS)
def test_the_child_refuses_a_finished_report(tmp_path, fmt):
    path = tmp_path.resolve() / NAMES[Kind(fmt)]
    path.write_bytes(finished(fmt))

    with pytest.raises(BadDataError, match="is a finished report"):
        make(Job(small_document(), path, Kind(fmt)))
