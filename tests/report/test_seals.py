"""Whether somebody edited a file since readiness wrote it."""

import zipfile
from io import BytesIO

import pytest
from pypdf import PdfReader, PdfWriter

from readiness.report.seals import is_untouched, seal


def an_archive(comment=b"", **members):
    """Return a ZIP archive of members by name."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.comment = comment
        for name, content in members.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return made.getvalue()


def a_pdf(pages=1):
    """Return a PDF of empty pages."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    made = BytesIO()
    writer.write(made)
    return made.getvalue()


PLAIN = {"text": "# A report\n", "zip": an_archive(a="one", b="two"), "pdf": a_pdf()}


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_only_what_was_sealed_is_untouched(content):
    plain = content.encode() if isinstance(content, str) else content

    assert not is_untouched(plain)
    assert is_untouched(seal(content))


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_the_same_file_has_the_same_seal(content):
    assert seal(content) == seal(content)


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_one_changed_byte_breaks_the_seal(content):
    sealed = bytearray(seal(content))
    sealed[9] ^= 1

    assert not is_untouched(bytes(sealed))


@pytest.mark.parametrize("content", PLAIN.values(), ids=PLAIN)
def test_a_byte_after_the_seal_breaks_it(content):
    assert not is_untouched(seal(content) + b"x")


def test_a_sealed_archive_has_the_same_members():
    with zipfile.ZipFile(BytesIO(seal(PLAIN["zip"]))) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a", "b"]
        assert archive.comment.startswith(b"readiness:seal ")


def test_an_archive_that_was_packed_anew_is_not_untouched():
    sealed = seal(PLAIN["zip"])
    with zipfile.ZipFile(BytesIO(sealed)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
        comment = archive.comment

    edited = an_archive(comment, **members | {"a": "uno"})
    dropped = an_archive(**members)

    assert not is_untouched(edited)
    assert not is_untouched(dropped)


def test_a_sealed_pdf_can_be_read_strictly_and_ends_as_it_did():
    sealed = seal(a_pdf(pages=2))

    assert len(PdfReader(BytesIO(sealed), strict=True).pages) == 2
    assert sealed[-200:].split(b"startxref")[1] == PLAIN_END.split(b"startxref")[1]


PLAIN_END = a_pdf(pages=2)[-200:]


def test_a_pdf_with_a_note_added_at_its_end_is_not_untouched():
    sealed = seal(a_pdf())
    writer = PdfWriter(BytesIO(sealed), incremental=True)
    writer.pages[0].rotate(90)
    made = BytesIO()
    writer.write(made)

    assert made.getvalue().startswith(sealed)
    assert not is_untouched(made.getvalue())


@pytest.mark.parametrize(
    "content",
    [b"", b"plain bytes", b"%PDF-1.7 without an end", an_archive(b"mine", a="one")],
)
def test_bytes_that_have_no_place_for_a_seal_are_refused(content):
    with pytest.raises(ValueError, match="neither a PDF nor a ZIP"):
        seal(content)


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"%PDF-", b"PK\x03\x04"])
def test_other_files_are_not_untouched(content):
    assert not is_untouched(content)
