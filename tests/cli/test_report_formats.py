"""Which documents a report becomes, and where they go."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from readiness.cli.reporting.formats import KINDS, Format
from readiness.errors import ExitCode
from readiness.report.seals import is_untouched
from tests.terminal import ROOT, Terminal

SAMPLE = "harbour-freight-services-sample-2026-Q4"
ENDINGS = [KINDS[fmt].endings[0] for fmt in Format]
BEGINNINGS = {
    "html": b"<!DOCTYPE html>",
    "pdf": b"%PDF-1.7",
    "docx": b"PK\x03\x04",
    "xlsx": b"PK\x03\x04",
    "pptx": b"PK\x03\x04",
    "markdown": b"# Readiness report",
    "json": b"{\n",
    "terminal": b"Demo data. Readiness report",
}


@pytest.mark.parametrize(("fmt", "beginning"), BEGINNINGS.items())
def test_every_format_can_be_printed_as_bytes(run, fmt, beginning):
    result = run("report", "--demo", "--format", fmt, "-o", "-")

    assert result.exit_code == ExitCode.OK
    assert result.stdout_bytes.lower().startswith(beginning.lower())
    assert result.stderr == ""


@pytest.mark.parametrize("fmt", ["html", "pdf", "docx", "xlsx", "pptx", "markdown"])
def test_every_document_for_people_has_a_seal(run, fmt):
    sealed = run("report", "--demo", "--format", fmt).stdout_bytes

    assert is_untouched(sealed)


def test_all_formats_at_once_go_into_a_folder_that_is_made(run, tmp_path):
    folder = tmp_path / "new" / "folder"

    result = run("report", "--demo", "-f", ",".join(Format), "-o", str(folder))

    names = {file.name for file in folder.iterdir()}
    assert result.exit_code == ExitCode.OK
    assert names == {f"{SAMPLE}{ending}" for ending in ENDINGS}
    wrote = [f"Wrote {folder / SAMPLE}{ending}" for ending in ENDINGS]
    assert result.stderr.splitlines() == wrote


def test_a_document_is_the_same_alone_and_among_others(run, tmp_path):
    run("report", "--demo", "-f", "html,markdown,json", "-o", str(tmp_path))

    for ending in (".html", ".md", ".json"):
        alone = Path(f"alone{ending}")
        run("report", "--demo", "-o", str(alone))
        assert alone.read_bytes() == (tmp_path / f"{SAMPLE}{ending}").read_bytes()


def test_formats_may_be_named_one_by_one_and_by_their_endings(run, tmp_path):
    words = ("-f", "md", "--format", " JSON , md")

    run("report", "--demo", *words, "-o", str(tmp_path / "out"))

    names = sorted(file.suffix for file in (tmp_path / "out").iterdir())
    assert names == [".json", ".md"]


def test_one_document_goes_into_a_folder_that_is_there(run, tmp_path):
    run("report", "--demo", "--json", "-o", str(tmp_path))
    run("report", "--demo", "-f", "terminal", "-o", str(tmp_path))

    assert (tmp_path / f"{SAMPLE}.json").is_file()
    assert (tmp_path / f"{SAMPLE}.txt").is_file()


def test_a_folder_alone_does_not_say_which_document_is_meant(run, tmp_path):
    result = run("report", "--demo", "-o", str(tmp_path))

    assert result.exit_code == ExitCode.USAGE
    assert "is a folder, and no format was asked for" in result.stderr
    assert f"-o {tmp_path / 'report.html'}" in result.stderr
    assert not list(tmp_path.glob("*.*"))


def test_the_report_of_one_trend_does_not_take_the_place_of_the_whole(run, tmp_path):
    run("report", "--demo", "--json", "--trend", "serverless", "-o", str(tmp_path))

    assert (tmp_path / f"{SAMPLE}-serverless.json").is_file()


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("report.HTM", "<!DOCTYPE html>"),
        ("report.md", "# Readiness report"),
        ("report.json", "{"),
        ("report.txt", "Demo data. "),
        ("report", "Demo data. "),
        (".report", "Demo data. "),
    ],
)
def test_the_ending_of_the_file_says_the_format(run, tmp_path, name, beginning):
    path = tmp_path / name

    assert run("report", "--demo", "-o", str(path)).exit_code == ExitCode.OK

    assert path.read_text(encoding="utf-8").lower().startswith(beginning.lower())


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-f", "htlm"), "no format 'htlm', did you mean 'html'?"),
        (("-f", ""), "--format names no format"),
        (("-f", ","), "there are: terminal, html, pdf"),
        (("-o", "report.doc"), "ending '.doc', did you mean '.docx'?"),
        (("-f", "pdf", "-o", "x.docx"), "x.docx is called like docx, and pdf was"),
        (("--json", "-o", "x.md"), "x.md is called like markdown, and json was"),
        (("--json", "-f", "html,json"), "--json and --format html,json contradict"),
        (("-f", "pdf", "-o", "x.txt"), "x.txt is called like terminal, and pdf was"),
        (("-f", "html,md"), "2 documents need a folder"),
        (("-f", "html,md", "-o", "-"), "try: -o FOLDER"),
        (("-f", "html,md", "-o", "x.md"), "x.md is called like one document"),
        (("-f", "html,md", "-o", "file"), "need a folder, and file is none"),
        (("--client", "ACME"), "--client would not be seen"),
        (("-o", "x.txt", "--brand", "b.toml"), "--brand would not be seen"),
        (("-f", "html", "--client", " "), "the client name has 0 characters"),
        (("--template", "mine.pdf"), "mine.pdf"),
        (("-f", "pdf", "--template", "mine.md.j2"), "is a template for markdown"),
        (("--template", "t.docx", "-o", "x.pdf"), "like pdf, and t.docx makes docx"),
        (("--template", "t.docx", "-o", "x.pdf"), "try: -o x.docx"),
    ],
)
def test_what_cannot_be_meant_is_refused_before_anything_is_written(run, words, said):
    Path("file").touch()
    there = sorted(Path().iterdir())

    result = run("report", "--demo", *words)

    assert result.exit_code == ExitCode.USAGE
    assert said in result.stderr
    assert result.stdout == ""
    assert sorted(Path().iterdir()) == there


def test_plain_text_may_have_any_text_in_it(run):
    assert run("report", "--demo", "-f", "md", "-o", "x.txt").exit_code == ExitCode.OK


def test_a_folder_that_cannot_be_made_is_said_with_its_name(run, tmp_path):
    (tmp_path / "file").write_text("")
    folder = tmp_path / "file" / "folder"

    result = run("report", "--demo", "-f", "html,json", "-o", str(folder))

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert f"cannot write {folder}" in result.stderr


def test_if_one_document_must_not_be_replaced_none_is_written(run, tmp_path):
    mine = tmp_path / f"{SAMPLE}.md"
    mine.write_text("# My own\n", encoding="utf-8")

    words = ("report", "--demo", "-f", "json,markdown,html", "-o", str(tmp_path))
    refused = run(*words)
    after = [file.name for file in tmp_path.iterdir() if file.is_file()]
    forced = run(*words, "--force")

    assert (refused.exit_code, forced.exit_code) == (ExitCode.CANNOT_WRITE, 0)
    assert after == [mine.name]
    assert mine.read_text(encoding="utf-8").startswith("# Readiness report")


def test_a_folder_in_the_place_of_a_document_leaves_nothing_half_done(run, tmp_path):
    (tmp_path / f"{SAMPLE}.html").mkdir()

    words = ("-f", "json,html", "-o", str(tmp_path), "--force")
    result = run("report", "--demo", *words)

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert not (tmp_path / f"{SAMPLE}.json").exists()


@pytest.mark.parametrize(
    ("fmt", "module"),
    [("pdf", "typst"), ("docx", "docxtpl"), ("xlsx", "xlsxwriter"), ("pptx", "pptx")],
)
def test_a_missing_extra_is_named_with_its_command(run, monkeypatch, fmt, module):
    monkeypatch.setitem(sys.modules, module, None)  # as if it were not installed

    result = run("report", "--team", "nobody", "-f", f"{fmt},json", "-o", "out")

    assert result.exit_code == ExitCode.USAGE
    assert f"{fmt} needs {module}, which is not installed" in result.stderr
    assert f"try: pip install 'team-readiness[{fmt}]'" in result.stderr


def test_one_command_installs_all_that_is_missing(run, monkeypatch):
    for module in ("typst", "pptx"):
        monkeypatch.setitem(sys.modules, module, None)

    result = run("report", "--demo", "-f", "pptx,html,docx", "-o", "out")

    assert "error: pptx and docx cannot be written yet" in result.stderr
    assert "try: pip install 'team-readiness[pptx,docx]'" in result.stderr


def test_doctor_says_which_documents_can_be_made(run, monkeypatch):
    every = run("doctor").stdout
    monkeypatch.setitem(sys.modules, "typst", None)
    fewer = run("doctor").stdout

    assert f"Reports as {', '.join(Format)}\n" in every
    assert "Reports as terminal, html, markdown, json\n" in fewer
    assert "       pdf: pip install 'team-readiness[pdf]'\n" in fewer
    assert "       docx: pip install 'team-readiness[docx]'\n" in fewer


def test_the_extras_are_those_of_the_package():
    import tomllib

    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    extras = tomllib.loads(text)["project"]["optional-dependencies"]

    for fmt, kind in KINDS.items():
        if kind.packages:
            assert len(extras[fmt]) == len(kind.packages)


def test_a_pipe_gets_the_bytes_of_a_pdf():
    words = [sys.executable, "-m", "readiness", "report", "--demo", "-f", "pdf"]

    piped = subprocess.run(words, capture_output=True, cwd=ROOT, check=True).stdout

    assert piped.startswith(b"%PDF-")
    assert is_untouched(piped)


def test_a_terminal_gets_no_bytes_but_what_to_do():
    terminal = Terminal("report", "--demo", "--format", "xlsx")
    terminal.leave()

    said = terminal.words()
    assert "error: xlsx is nothing that a terminal can show" in said
    assert "try: -o report.xlsx" in said


def test_json_says_whose_document_it_is_and_how_to_read_it(run, tmp_path):
    brand = tmp_path / "own.toml"
    brand.write_text('client = "ACME"\nconsultant = "Lantern"\n', encoding="utf-8")

    result = run("report", "--demo", "--json", "--brand", str(brand))

    found = json.loads(result.stdout)
    assert (found["client"], found["consultant"]) == ("ACME", "Lantern")
    assert found["redacted"] is None
    assert found["statements"][0]["label"] == "Demo"
    assert found["method"][0]["heading"] == "What a score is"


def test_a_brand_that_is_found_is_named_and_one_for_the_screen_is_not_read(kept, run):
    kept("2026-Q4", 2)
    text = 'client = "ACME"\nconsultant = "Lantern"\nlanguage = "de"\n'
    Path("brand.toml").write_text(text, encoding="utf-8")

    found = run("report", "-f", "markdown")
    other = run("report", "-f", "markdown", "--client", "  Zenith\nLtd ")
    screen = run("report")

    assert found.stderr == "Brand: brand.toml\n"
    assert "\nFor ACME\n\nBy Lantern\n" in found.stdout
    assert " November 2026, with readiness" in found.stdout
    assert "\nFor Zenith Ltd\n\nBy Lantern\n" in other.stdout
    assert "Brand:" not in screen.stderr


def test_invented_data_carry_the_name_of_nobody_who_was_not_named(run):
    Path("brand.toml").write_text('client = "ACME"\n', encoding="utf-8")

    found = run("report", "--demo", "-f", "markdown")
    named = run("report", "--demo", "-f", "markdown", "--brand", "brand.toml")

    assert "ACME" not in found.stdout
    assert "Brand: none for demo data; --brand brand.toml takes it" in found.stderr
    assert "\nFor ACME\n" in named.stdout


def test_a_brand_that_is_wrong_stops_the_document(run):
    missing = run("report", "--demo", "-f", "html", "--brand", "none.toml")
    Path("brand.toml").write_text("client = 3\n", encoding="utf-8")
    words = ("-f", "html", "--brand", "brand.toml", "-o", "x.html")
    wrong = run("report", "--demo", *words)

    assert missing.exit_code == ExitCode.NOT_FOUND
    assert wrong.exit_code == ExitCode.BAD_DATA
    assert not Path("x.html").exists()


def test_an_own_template_makes_its_format_and_the_others_are_as_usual(run, tmp_path):
    template = tmp_path / "house.md.j2"
    template.write_text("# {{ document.report.team }} by us\n", encoding="utf-8")

    alone = run("report", "--demo", "--template", str(template))
    words = ("-f", "json,md", "-o", str(tmp_path / "out"))
    both = run("report", "--demo", "--template", str(template), *words)

    assert alone.stdout.startswith("# Harbour Freight Services (sample) by us\n")
    assert alone.stderr == ""
    note = "Template: house.md.j2 makes the markdown; json looks as usual\n"
    assert both.stderr.startswith(note)
    assert both.exit_code == ExitCode.OK
    made = (tmp_path / "out" / f"{SAMPLE}.md").read_text(encoding="utf-8")
    assert made == alone.stdout
    assert is_untouched(made.encode())
    found = json.loads((tmp_path / "out" / f"{SAMPLE}.json").read_text("utf-8"))
    assert found["kind"] == "readiness.report"


@pytest.mark.parametrize("fmt", ["html", "md", "docx"])
def test_a_finished_report_of_somebody_else_is_no_template(run, fmt):
    made = f"other.{fmt}"
    run("report", "--demo", "-o", made)

    words = ("--client", "ACME", "--template", made, "-o", f"acme.{fmt}")
    result = run("report", "--demo", *words)

    assert result.exit_code == ExitCode.BAD_DATA
    assert f"error: {made} is a finished report, not a template" in result.stderr
    assert "try: readiness templates copy report." in result.stderr
    assert not Path(f"acme.{fmt}").exists()


def test_a_template_that_fails_leaves_nothing_half_done(run, tmp_path):
    template = tmp_path / "house.md.j2"
    template.write_text("{{ nothing_of_the_kind }}", encoding="utf-8")

    words = ("-f", "json,md", "-o", "out", "--template", str(template))
    result = run("report", "--demo", *words)

    assert result.exit_code == ExitCode.BAD_DATA
    assert not Path("out").exists()
