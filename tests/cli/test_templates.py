import json
import os
import shlex
import stat
from pathlib import Path

import pytest

from readiness.errors import ExitCode
from readiness.report.own_templates.shipped import SHIPPED, find_shipped
from readiness.resources import templates_folder

HTML = find_shipped("report.html")


def files_in(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def test_the_list_says_what_each_template_is_for(run):
    result = run("templates", "list")

    assert result.exit_code == 0
    assert all(f"{one.name}  {one.purpose}" in result.stdout for one in SHIPPED)
    assert (
        f"  report.html.j2, TEMPLATES.md, html/ ({len(HTML.files()) - 2} files)"
        in result.stdout
    )
    assert "  report.md.j2, TEMPLATES.md, parts.md.j2\n" in result.stdout
    assert "Next: readiness templates copy NAME DIR" in result.stderr


def test_without_a_command_the_templates_are_listed(run):
    assert run("templates").stdout == run("templates", "list").stdout


def test_the_list_is_there_as_json(run):
    document = json.loads(run("templates", "list", "--json").stdout)

    assert document["kind"] == "readiness.templates"
    assert [one["name"] for one in document["templates"]] == [o.name for o in SHIPPED]
    assert "html/style.css.j2" in document["templates"][0]["files"]


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_a_copy_has_the_template_and_its_parts(run, shipped):
    result = run("templates", "copy", shipped.name, "acme/new")

    assert result.exit_code == 0
    folder = Path("acme/new")
    assert files_in(folder) == sorted(folder / file for file in shipped.files())
    for file in shipped.files():
        copy = (folder / file).read_bytes()
        assert copy == (templates_folder() / file).read_bytes()


def test_the_next_command_makes_a_report_with_the_copy(run):
    said = run("templates", "copy", "report.md", "our files").stderr.splitlines()[-1]
    program, *words = shlex.split(said.removeprefix("Next: "))

    result = run(*words, "--demo")

    assert program == "readiness"
    assert result.exit_code == 0
    assert Path("report.md").read_text(encoding="utf-8").startswith("# Readiness")


def test_a_mistake_in_a_template_ends_as_bad_data_does(run):
    run("templates", "copy", "report.md", "acme")
    Path("acme/report.md.j2").write_text("# A\n{{ titel }}\n")

    template = ("--template", "acme/report.md.j2", "-o", "report.md")
    result = run("report", "--demo", *template)

    assert result.exit_code == ExitCode.BAD_DATA
    assert "error: report.md.j2:2: 'titel' is undefined" in result.stderr
    assert not Path("report.md").exists()


def test_nothing_is_replaced_and_nothing_written_beside_it(run):
    Path("html").mkdir()
    Path("html/script.js").write_text("mine")
    Path("html/style.css.j2").write_text("mine")

    result = run("templates", "copy", "report.html", ".")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "and 1 file more; nothing was written" in result.stderr
    assert len(files_in(Path())) == 2


def test_one_file_in_the_way_is_named_alone(run):
    Path("report.docx").write_text("mine")

    result = run("templates", "copy", "report.docx", ".")

    assert "report.docx is there already; nothing was written" in result.stderr
    assert Path("report.docx").read_text() == "mine"


def test_force_replaces_what_is_there(run):
    Path("report.docx").write_text("mine")

    result = run("templates", "copy", "report.docx", ".", "--force")

    assert result.exit_code == 0
    assert "Wrote 2 files to ." in result.stderr
    assert Path("report.docx").read_bytes().startswith(b"PK")


def test_templates_share_a_folder_since_their_manual_is_the_same(run):
    run("templates", "copy", "report.docx", "acme")

    result = run("templates", "copy", "report.md", "acme")

    assert result.exit_code == 0
    assert len(files_in(Path("acme"))) == 4


def test_a_link_in_the_way_is_not_written_through(run):
    Path("elsewhere").write_text("mine")
    Path("report.docx").symlink_to("elsewhere")

    result = run("templates", "copy", "report.docx", ".")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert Path("elsewhere").read_text() == "mine"


@pytest.mark.skipif(os.name == "nt", reason="needs the modes of POSIX")
def test_a_copy_may_be_written_to_like_any_new_file(run):
    run("templates", "copy", "report.md", "acme")
    Path("new").touch()

    modes = {stat.S_IMODE(path.stat().st_mode) for path in files_in(Path())}

    assert modes == {stat.S_IMODE(Path("new").stat().st_mode)}


def test_a_folder_that_cannot_be_made_is_named(run):
    Path("acme").write_text("a file")

    result = run("templates", "copy", "report.md", "acme")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert f"cannot write {Path('acme/report.md.j2')}" in result.stderr


def test_an_unknown_template_leads_to_one_like_it(run):
    result = run("templates", "copy", "report.htm", "acme")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "did you mean 'report.html'?" in result.stderr


def test_a_shell_is_offered_the_templates():
    from readiness.cli.completing import template_names

    assert [name for name, _ in template_names()] == [one.name for one in SHIPPED]
