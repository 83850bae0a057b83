"""What writing a document does to the files and folders that are there."""

import json
from pathlib import Path

import pytest

from readiness.cli.documents import write_documents
from readiness.errors import CannotWriteError, ExitCode

WRITERS = {
    "report": ("report", "--json"),
    "plan": ("plan", "--json"),
    "compare": ("compare", "--json"),
    "history": ("history", "--json"),
    "export": ("export", "issues", "--to", "json"),
}


def edited(path):
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("2026-Q4", "2026-Q3", 1), encoding="utf-8")
    return path.read_bytes()


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_json_is_replaced_until_somebody_edits_it(run, words):
    command, path = (*words, "--demo", "-o", "x.json"), Path("x.json")
    run(*command)

    again = run(*command)
    mine = edited(path)
    refused = run(*command)

    assert again.exit_code == ExitCode.OK
    assert refused.exit_code == ExitCode.CANNOT_WRITE
    assert "x.json was edited, or readiness did not write it as" in refused.stderr
    assert path.read_bytes() == mine
    assert run(*command, "--force").exit_code == ExitCode.OK


@pytest.mark.parametrize("words", WRITERS.values(), ids=WRITERS)
def test_a_file_has_what_is_printed_and_a_seal(run, words):
    run(*words, "--demo", "-o", "x.json")
    printed = json.loads(run(*words, "--demo").stdout)

    found = json.loads(Path("x.json").read_text(encoding="utf-8"))

    assert list(found)[-1] == "seal"
    assert {key: found[key] for key in found if key != "seal"} == printed


def test_json_of_another_kind_is_left_as_it_is(run):
    run("plan", "--demo", "--json", "-o", "x.json")
    there = Path("x.json").read_bytes()

    result = run("report", "--demo", "--json", "-o", "x.json")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert Path("x.json").read_bytes() == there


def test_json_is_not_replaced_by_another_format_nor_the_other_way_round(run):
    run("report", "--demo", "--json", "-o", "x")
    run("report", "--demo", "-f", "md", "-o", "y")

    text = run("report", "--demo", "-f", "md", "-o", "x")
    data = run("report", "--demo", "--json", "-o", "y")

    assert text.exit_code == data.exit_code == ExitCode.CANNOT_WRITE


def test_json_that_has_no_seal_is_left_as_it_is(run):
    old = run("report", "--demo", "--json").stdout
    Path("x.json").write_text(old, encoding="utf-8")

    result = run("report", "--demo", "--json", "-o", "x.json")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert Path("x.json").read_text(encoding="utf-8") == old


def test_json_with_the_line_ends_of_windows_is_untouched(run):
    path = Path("x.json")
    run("report", "--demo", "--json", "-o", "x.json")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))

    assert run("report", "--demo", "--json", "-o", "x.json").exit_code == 0


@pytest.mark.parametrize("damage", ["", "}"])
@pytest.mark.parametrize("words", [(), ("--force",), ("-f", "md", "--force")])
def test_no_document_takes_the_place_of_answers(kept, run, own_store, words, damage):
    kept("2026-Q4", 2)
    (answers,) = own_store.rglob("2026-Q4/*.json")
    answers.write_text(answers.read_text("utf-8") + damage, encoding="utf-8")
    mine, link = answers.read_bytes(), Path("x")
    link.symlink_to(answers)

    result = run("report", "--demo", "-o", str(link), *words)

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "has answers or a plan that readiness keeps" in result.stderr
    assert "--force" not in result.stderr
    assert answers.read_bytes() == mine


SAVED = {
    "mark": lambda content: b"\xef\xbb\xbf" + content,
    "utf-16": lambda content: content.decode().encode("utf-16"),
    "merge": lambda content: b"<<<<<<< HEAD\n" + content,
    "spaces": lambda content: b"\n \n" * 2_000 + content,
    "list": lambda content: b"[" + content + b"]",
}


@pytest.mark.parametrize("change", SAVED.values(), ids=SAVED)
def test_answers_are_known_however_somebody_saved_them(kept, run, own_store, change):
    kept("2026-Q4", 2)
    (answers,) = own_store.rglob("2026-Q4/*.json")
    mine = change(answers.read_bytes())
    Path("x.json").write_bytes(mine)

    result = run("report", "--demo", "-f", "json", "-o", "x.json", "--force")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert Path("x.json").read_bytes() == mine


@pytest.mark.parametrize("place", [None, "elsewhere"])
def test_no_document_takes_the_place_of_an_archived_pack(kept, run, own_store, place):
    kept("2026-Q4", 2)
    (pack,) = own_store.rglob("packs/*.json")
    if place:
        Path(place, "packs").mkdir(parents=True)
        pack = pack.rename(Path(place, "packs", pack.name))
    mine = pack.read_bytes()

    result = run("report", "--demo", "-f", "json", "-o", str(pack), "--force")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert pack.read_bytes() == mine


def test_what_is_saved_after_it_was_looked_at_is_left_as_it_is(own_store):
    path, link = own_store.with_name("x.md"), own_store.with_name("y.md")
    link.symlink_to(path)

    with pytest.raises(CannotWriteError, match=r"y\.md was changed while"):
        write_documents({path: "one", link: "two"})

    assert path.read_text("utf-8") == "one"


def test_no_document_takes_the_place_of_a_plan_that_is_kept(kept, run, own_store):
    kept("2026-Q4", 2)
    run("plan", "-o", "plan.md")
    (plan,) = own_store.rglob("plans/*.json")
    mine = plan.read_bytes()

    result = run("plan", "--json", "-o", str(plan), "--force")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert plan.read_bytes() == mine


@pytest.mark.parametrize("text", ['{"kind": 3}', "[1]", "{", "  ", '{"a": "\\ud800"}'])
def test_what_somebody_wrote_is_left_as_it_is(run, text):
    Path("x.json").write_text(text, encoding="utf-8")

    result = run("report", "--demo", "--json", "-o", "x.json")

    assert result.exit_code == (ExitCode.CANNOT_WRITE if text.strip() else 0)


@pytest.mark.parametrize("words", [("-o", "a/b/x.md"), ("-f", "md,json", "-o", "a/b")])
def test_what_could_not_be_written_leaves_no_folder_behind(run, words):
    resource = pytest.importorskip("resource")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (99, limits[1]))

    result = run("report", "--demo", *words)
    resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "File too large" in result.stderr
    assert not Path("a").exists()


def test_a_set_that_is_refused_says_that_nothing_was_written(run, tmp_path):
    (tmp_path / "out").mkdir()
    mine = tmp_path / "out" / "harbour-freight-services-sample-2026-Q4.md"
    mine.write_text("mine", encoding="utf-8")
    there = sorted(tmp_path.rglob("*"))

    result = run("report", "--demo", "-f", "html,md", "-o", str(mine.parent))

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert sorted(tmp_path.rglob("*")) == there
    assert "nothing was written" in result.stderr
    assert f"-o {mine.parent}-new\n" in result.stderr


def test_one_file_that_is_refused_has_a_place_beside_it_in_its_folder(run, tmp_path):
    mine = tmp_path / "out" / "x.md"
    mine.parent.mkdir()
    mine.write_text("mine", encoding="utf-8")

    result = run("report", "--demo", "-o", str(mine))

    assert f"-o {tmp_path / 'out' / 'x-new.md'}\n" in result.stderr
    assert "nothing was written" not in result.stderr


@pytest.mark.parametrize("name", ["a/b/x.md", "a/b/x.json"])
def test_folders_that_are_missing_are_made_for_one_file_too(run, name):
    result = run("report", "--demo", "-o", name)

    assert result.stderr == f"Wrote {Path(name)}\n"
    assert Path(name).is_file()


def test_a_file_in_the_place_of_a_folder_is_said_to_be_none(run):
    Path("file").touch()

    result = run("report", "--demo", "-o", "file/x.md")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert f"cannot write {Path('file/x.md')}: Not a directory" in result.stderr


def test_a_file_that_was_there_is_said_to_be_replaced(run):
    words = ("report", "--demo", "-o", "x.html")
    run(*words)

    result = run(*words, "--trend", "serverless")

    assert result.stderr == "Replaced x.html\n"


def test_a_plan_that_is_merged_is_not_said_to_be_replaced(kept, run):
    kept("2026-Q4", 2)
    run("plan", "-o", "plan.md")
    kept("2026-Q4", 1)

    result = run("plan", "-o", "plan.md")

    assert result.stderr.startswith("Wrote plan.md\n")
