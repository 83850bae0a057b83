"""What `readiness doctor` says of the program, its settings and the terminal."""

import json
import os

import pytest

from readiness.errors import ExitCode
from readiness.settings.person import person_file
from tests.terminal import Terminal


@pytest.fixture(name="project")
def _project(tmp_path):
    def write(text, name="readiness.toml"):
        path = tmp_path / "payments-api" / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture(name="own")
def _own():
    person_file().parent.mkdir(parents=True)
    person_file().write_text('accessible = false\ncolor = "never"', encoding="utf-8")
    return person_file()


@pytest.fixture(autouse=True)
def _no_editor(monkeypatch):
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LC_ALL", "C.UTF-8")


def checks(run, *words, **settings):
    """Return the findings by their first word."""
    result = run(*words, "doctor", "--json", **settings)
    found = json.loads(result.stdout)["checks"]
    return {check["text"].split()[0].rstrip(":"): check for check in found}


def test_a_healthy_place_has_no_problems(run):
    result = run("doctor")

    assert result.exit_code == ExitCode.OK
    assert "  ✓  Python 3." in result.stdout
    assert ", readiness 0." in result.stdout
    assert ", pack backend-2026 " in result.stdout
    assert result.stdout.endswith("\n0 problems, 0 warnings.\n")
    assert result.stderr == ""


def test_a_mistake_in_a_file_is_told_and_does_not_keep_it_from_running(run, project):
    project('team = 3\ntaem = "x"\npack = "p"')

    result = run("doctor")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert '  ✗  readiness.toml:1: "team" should be text in quotes' in result.stdout
    assert '  !  readiness.toml: unknown key "taem" on line 2' in result.stdout
    assert "\n       fix: edit readiness.toml\n" in result.stdout
    assert result.stdout.endswith("\n1 problem, 1 warning.\n")
    assert result.stderr == ""


def test_warnings_alone_are_no_failure(run, project):
    project('taem = "x"')

    result = run("doctor")

    assert result.exit_code == ExitCode.OK
    assert "✓  Settings of the project: readiness.toml sets nothing" in result.stdout
    assert result.stdout.endswith("\n0 problems, 1 warning.\n")


def test_without_signs_there_are_words(run, project):
    project("taem = 1")

    result = run("doctor", env={"READINESS_ASCII": "1"})

    assert result.stdout.isascii()
    assert "  ok       Python" in result.stdout
    assert "  warning  readiness.toml: unknown key" in result.stdout
    assert "\n             fix: edit readiness.toml\n" in result.stdout


@pytest.mark.parametrize("words", [("--plain",), ()])
def test_a_screen_reader_gets_sentences(run, project, words):
    project('taem = 1\nteam = "\\u0000"')

    result = run("doctor", *words, env={"READINESS_ACCESSIBLE": "" if words else "1"})

    assert (
        'Warning: Readiness.toml: unknown key "taem" on line 1; did you mean "team"? '
        "Fix: edit readiness.toml.\n"
    ) in result.stdout
    assert "\nProblem: Readiness.toml:2: " in result.stdout
    assert all(line == line.strip() for line in result.stdout.splitlines())


def test_both_files_in_one_folder_are_told(run, project):
    project("")
    project("[tool.readiness]", "pyproject.toml")

    found = checks(run)

    assert found["pyproject.toml"]["mark"] == "warning"
    assert "readiness.toml wins" in found["pyproject.toml"]["text"]


def test_a_file_of_another_user_is_told(run, project, monkeypatch):
    path = project("team = 'planted'")
    monkeypatch.setattr(os, "getuid", lambda: path.stat().st_uid + 1)

    found = checks(run)

    assert found[str(path)]["mark"] == "warning"
    assert "is not used" in found[str(path)]["text"]


def test_a_named_file_that_is_not_there_is_a_problem(run):
    result = run("--config", "none.toml", "doctor")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert "✗  there is no file none.toml" in result.stdout


def test_the_file_of_the_person_is_named(run, own):
    text = checks(run)["Settings"]["text"]

    assert text == f"Settings yours: {own} sets accessible, color"


def test_a_folder_that_was_removed_is_a_problem(run, tmp_path, monkeypatch):
    monkeypatch.delenv("READINESS_HOME")
    (tmp_path / "payments-api").rmdir()

    result = run("doctor")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert "✗  the folder you are in was removed" in result.stdout


def test_a_program_without_its_pack_is_a_problem(run, monkeypatch, tmp_path):
    from readiness.pack import catalog

    monkeypatch.setattr(catalog, "questions_folder", lambda: tmp_path)

    result = run("doctor")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert "✗  there is no pack 'backend-2026'" in result.stdout


@pytest.mark.parametrize(
    ("env", "mark", "text"),
    [
        ({}, "fine", "none is set"),
        ({"EDITOR": "sh -c"}, "fine", "sh -c (EDITOR)"),
        ({"EDITOR": "sh", "VISUAL": "cat"}, "fine", "cat (VISUAL)"),
        ({"VISUAL": "no-such-editor -w"}, "warning", "is not there"),
        ({"EDITOR": "'vi"}, "warning", "is not there, or is no command"),
        ({"EDITOR": " "}, "warning", "is not there, or is no command"),
    ],
)
def test_the_editor_for_notes_is_named(run, env, mark, text):
    found = checks(run, env=env)["Editor"]

    assert found["mark"] == mark
    assert text in found["text"]


@pytest.mark.parametrize(
    ("words", "fact"),
    [((), "readiness assess --ui plain"), (("--no-input",), "refused")],
)
def test_without_a_terminal_it_says_how_questions_are_asked(run, words, fact):
    found = checks(run, *words)["Terminal"]

    assert found["text"] == "Terminal: there is none for input and output"
    assert fact in found["facts"][0]


def shown(*words, env=None, **size):
    terminal = Terminal("doctor", *words, env=env, **size)
    terminal.leave()
    return terminal.words()


def test_a_terminal_is_described():
    text = shown(columns=200, env={"PROMPT_TOOLKIT_NO_CPR": ""})

    assert "Terminal: 200x24, colour, Unicode; input is a terminal" in text
    assert "questions are asked on pages" in text
    assert "set PROMPT_TOOLKIT_NO_CPR=1" in text


def test_a_terminal_that_can_do_little_is_described():
    text = shown(columns=200, env={"TERM": "dumb", "READINESS_ASCII": "1"})

    assert "Terminal: 200x24, no colour, ASCII only; input is a terminal" in text
    assert "Questions are asked in plain lines." in text
    assert "CPR" not in text


def test_a_window_too_small_for_pages_is_told():
    text = shown(columns=200, rows=14)

    assert "too small for question pages" in text
    assert "make the window 50x16 or larger" in text


def test_every_path_is_listed_with_whether_it_exists(run, own, own_store, project):
    path = project("")

    result = run("doctor", "--paths")

    lines = result.stdout.splitlines()
    exists = {line.split()[-1]: "not there" not in line for line in lines}
    assert exists[str(own)]
    assert exists[str(path)]
    assert not exists[str(own_store)]
    assert len(lines) == 5


def test_the_paths_are_those_that_are_used(run, tmp_path, monkeypatch):
    monkeypatch.delenv("READINESS_HOME")
    (tmp_path / "home").mkdir()

    result = run("doctor", "--paths", "--json")

    document = json.loads(result.stdout)
    assert document["kind"] == "readiness.paths"
    assert document["paths"][0] == {
        "name": "answers",
        "path": str(tmp_path / "home" / "readiness"),
        "exists": False,
    }
    assert len(document["paths"]) == 4


def test_every_setting_is_listed_with_who_says_it(run, project, own):
    project('team = "Payments"')

    result = run("--no-input", "doctor", "--config", "--data-dir", "kept")

    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "team Payments (readiness.toml, line 1)"
    assert lines[2] == "data kept (option --data-dir)"
    assert f"color never ({own}, line 2)" in lines
    assert "ui auto (built in)" in lines


def test_settings_as_json_have_no_key_too_few(run, project):
    project('\nteam = "Payments"')

    document = json.loads(run("doctor", "--config", "--json").stdout)

    assert document["kind"] == "readiness.settings"
    assert document["settings"][0] == {
        "key": "team",
        "value": "Payments",
        "source": "file",
        "name": "readiness.toml",
        "line": 2,
    }
    assert document["settings"][1]["name"] is None


def test_a_folder_named_twice_alike_is_that_of_the_variable(run, own_store):
    result = run("doctor", "--config", "--data-dir", own_store)

    assert "(environment variable READINESS_HOME)" in result.stdout


def test_checks_as_json_are_one_document(run):
    result = run("doctor", "--json")

    document = json.loads(result.stdout)
    assert list(document) == [
        "schema_version", "kind", "tool", "problems", "warnings", "checks",
    ]  # fmt: skip
    assert document["checks"][0]["fix"] is None
    assert (document["problems"], document["warnings"]) == (0, 0)


def test_two_lists_at_once_are_refused(run):
    assert run("doctor", "--paths", "--config").exit_code == ExitCode.USAGE


def test_nothing_from_a_file_reaches_the_terminal_as_it_is(run, project):
    project('"a\\u001b[31m\\u202e" = 1\nteam = "x\\ny"')

    for words in ((), ("--config",), ("--plain",)):
        assert "\x1b" not in run("doctor", *words).stdout
        assert "\u202e" not in run("doctor", *words).stdout
