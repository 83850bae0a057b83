"""A document that somebody has edited is left as it is."""

import subprocess
from io import BytesIO
from zipfile import ZipFile

import pytest

from readiness.errors import ExitCode
from readiness.report.seals import is_untouched
from tests.programs import find


@pytest.mark.parametrize("edit", ["repack", "touch"])
@pytest.mark.parametrize("fmt", ["xlsx", "docx"])
def test_an_edited_office_file_is_left_as_it_is(run, tmp_path, fmt, edit):
    path = tmp_path / f"report.{fmt}"
    words = ("report", "--demo", "-o", str(path))
    run(*words)
    if edit == "repack":
        path.write_bytes(_packed_anew(path.read_bytes()))

    again = run(*words)

    refused = edit == "repack"
    assert again.exit_code == (ExitCode.CANNOT_WRITE if refused else ExitCode.OK)
    assert ("was edited, or readiness did not write it" in again.stderr) is refused


def _packed_anew(content):
    """Return an archive with the same members, as programs save it."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
    return made.getvalue()


@pytest.mark.parametrize("fmt", ["docx", "xlsx", "pptx"])
def test_what_an_office_program_has_saved_is_left_as_it_is(run, tmp_path, fmt):
    office = find("soffice", "libreoffice")
    made, saved = tmp_path / f"report.{fmt}", tmp_path / "saved"
    run("report", "--demo", "-o", str(made))
    own = f"-env:UserInstallation=file://{tmp_path}/office"
    subprocess.run(
        [office, own, "--headless", "--convert-to", fmt, "--outdir", saved, made],
        capture_output=True,
        check=True,
    )

    result = run("report", "--demo", "-o", str(saved / made.name))

    assert is_untouched(made.read_bytes())
    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "was edited, or readiness did not write it" in result.stderr


def test_a_pdf_is_replaced_until_somebody_marks_it(run, tmp_path):
    path = tmp_path / "report.pdf"
    words = ("report", "--demo", "-o", str(path))
    run(*words)

    again = run(*words, "--trend", "serverless")
    path.write_bytes(path.read_bytes() + b"\n1 0 obj\n(a note)\nendobj\n%%EOF\n")
    marked = run(*words)

    assert (again.exit_code, marked.exit_code) == (0, ExitCode.CANNOT_WRITE)


def test_an_edited_page_is_left_as_it_is(run, tmp_path):
    path = tmp_path / "report.html"
    run("report", "--demo", "-o", str(path))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("Readiness", "Our"), encoding="utf-8")

    result = run("report", "--demo", "-o", str(path))

    assert result.exit_code == ExitCode.CANNOT_WRITE
