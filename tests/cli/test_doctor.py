"""What `readiness doctor` says of the program and its settings, and its lists."""

import json
import os

import pytest

from readiness.errors import ExitCode
from readiness.settings.person import person_file


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
    project('team = 3\ntaem = "x"\npack = "backend-2026"')

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


def test_every_path_is_listed_with_whether_it_exists(run, own, own_store, project):
    path = project("")

    result = run("doctor", "--paths")

    lines = result.stdout.splitlines()
    exists = {line.split()[-1]: "not there" not in line for line in lines}
    assert exists[str(own)]
    assert exists[str(path)]
    assert not exists[str(own_store)]
    assert len(lines) == 6
    assert lines[-1].endswith("places.json")


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
    assert len(document["paths"]) == 5


def test_every_setting_is_listed_with_who_says_it(run, project, own):
    project('team = "Payments"')

    result = run("--no-input", "doctor", "--config", "--data-dir", "kept")

    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert lines[0] == "team Payments (readiness.toml, line 1)"
    assert lines[2] == "data kept (option --data-dir)"
    assert f"color never ({own}, line 2)" in lines
    assert "ui auto (built in)" in lines
    assert "no-input yes (option --no-input)" in lines


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
        "wrong": None,
    }
    assert document["settings"][1]["name"] is None


def test_a_folder_named_twice_alike_is_that_of_the_variable(run, own_store):
    result = run("doctor", "--config", "--data-dir", own_store)

    assert "(environment variable READINESS_HOME)" in result.stdout


def test_every_setting_has_a_name_that_its_help_may_call_every(run):
    names = [line.split()[0] for line in run("doctor", "--config").stdout.splitlines()]

    assert names[:3] == ["team", "pack", "data"]
    assert {"period", "no-input", "config", "debug"} < set(names)


@pytest.mark.parametrize(
    ("env", "what"),
    [
        ({"READINESS_UI": "bogus"}, 'READINESS_UI should be one of "auto", "page"'),
        ({"READINESS_COLOR": "red"}, "READINESS_COLOR should be one of"),
        ({"READINESS_TEAM": "x" * 500}, "READINESS_TEAM has 500 characters"),
        ({"READINESS_PACK": "none"}, "READINESS_PACK there is no pack 'none'"),
        ({"READINESS_PERIOD": "soon"}, "READINESS_PERIOD "),
    ],
)
def test_a_variable_of_no_use_is_a_problem(run, env, what):
    result = run("doctor", env=env)
    listed = run("doctor", "--config", env=env)

    assert result.exit_code == listed.exit_code == ExitCode.CHECK_FAILED
    assert f"✗  {what}" in result.stdout
    assert f"fix: unset {next(iter(env))}\n" in result.stdout
    assert f"variable {what.partition(' ')[0]}): " in listed.stdout


def test_a_folder_option_that_nobody_has_a_home_for_is_a_problem(run):
    result = run("doctor", "--data-dir", "~nobody-here/x")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert "✗  --data-dir names a home folder that is not there" in result.stdout


@pytest.mark.parametrize("period", ["latest", "previous", "2026-Q3"])
def test_a_period_that_can_be_is_fine(run, period):
    result = run("doctor", "--config", env={"READINESS_PERIOD": period})

    assert result.exit_code == ExitCode.OK


def test_a_pack_that_a_file_names_is_looked_up(run, project):
    project('\npack = "backend-2025"')

    result = run("doctor")
    listed = json.loads(run("doctor", "--config", "--json").stdout)["settings"][1]

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert '✗  readiness.toml:2: "pack": there is no pack' in result.stdout
    assert "fix: edit readiness.toml\n" in result.stdout
    assert listed["wrong"].startswith("there is no pack 'backend-2025'")


@pytest.mark.parametrize("words", [("--paths",), ("--config",), ("--paths", "--json")])
def test_a_list_that_lacks_what_a_file_says_wrongly_says_so(run, project, words):
    project('data = "~nobody-here/x"')

    result = run("doctor", *words)

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert result.stdout
    assert result.stderr == (
        'warning: readiness.toml:1: "data" names a home folder that is not there: '
        "~nobody-here/x\n"
    )


def test_a_project_that_keeps_answers_elsewhere_is_told(run, project):
    project('data = "../kept"')

    found = checks(run)["readiness.toml"]

    assert found["mark"] == "warning"
    assert "keeps answers outside this project" in found["text"]


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
