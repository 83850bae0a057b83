"""Settings from files, options and variables, as the program obeys them."""

import json
import os
import subprocess
import sys

import pytest

from readiness.errors import ExitCode
from readiness.settings.person import person_file
from tests.terminal import ROOT


@pytest.fixture(name="project")
def _project(tmp_path):
    """Write the project's settings, in the folder that `run` works in."""

    def write(text, name="readiness.toml"):
        path = tmp_path / "payments-api" / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture(name="own")
def _own():
    """Write the person's own settings."""

    def write(text):
        person_file().parent.mkdir(parents=True)
        person_file().write_text(text, encoding="utf-8")
        return person_file()

    return write


def team(result):
    return json.loads(result.stdout)["team"]["name"]


def test_the_project_names_the_team(run, project):
    project('team = "Payments"')

    assert "No answers yet for Payments" in run().stdout
    assert team(run("status", "--json")) == "Payments"


def test_an_option_wins_wherever_it_stands(run, project, monkeypatch):
    project('team = "by file"')
    monkeypatch.setenv("READINESS_TEAM", "by variable")

    assert team(run("status", "--json")) == "by variable"
    assert team(run("status", "--json", "--team", "by option")) == "by option"
    assert team(run("--team", "by option", "status", "--json")) == "by option"
    assert "for by option" in run("--team", "by option").stdout


def test_the_folder_of_the_answers_is_relative_to_the_file(run, project, monkeypatch):
    monkeypatch.delenv("READINESS_HOME")
    path = project('data = "kept"')
    (path.parent / "src").mkdir()
    monkeypatch.chdir(path.parent / "src")

    run("answer", "ai-pairing-reach", "3")

    assert {p.name for p in (path.parent / "kept").iterdir()} == {"packs", "src"}
    assert "1 of 56 answered" in run().stdout


def test_a_pack_of_the_project_that_is_not_there_is_told_with_its_place(run, project):
    project('\npack = "backend-2025"')

    result = run("assess", "--ui", "plain")

    assert result.exit_code == ExitCode.BAD_DATA
    assert result.stderr.startswith(
        "error: readiness.toml:2: there is no pack 'backend-2025', did you mean"
    )
    assert "try: edit readiness.toml\n" in result.stderr


@pytest.mark.parametrize(
    ("words", "env"),
    [
        (("--pack", "backend-2026"), {}),
        ((), {"READINESS_PACK": "backend-2026"}),
    ],
)
def test_a_pack_that_was_named_otherwise_makes_that_of_the_project_idle(
    run, project, words, env
):
    project('pack = "backend-2025"')

    result = run("assess", "--ui", "plain", *words, env=env, input="quit\n")

    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")


def test_a_pack_of_the_project_that_is_there_is_asked(run, project):
    project('pack = "backend-2026"')

    assert run("assess", "--ui", "plain", input="quit\n").exit_code == ExitCode.OK


def test_a_shell_completes_although_the_pack_of_the_project_is_not_there(run, project):
    project('pack = "backend-2025"')

    line = {"COMP_WORDS": "readiness assess --ui pl", "COMP_CWORD": "3"}
    result = run(env={"_READINESS_COMPLETE": "complete_bash", **line})

    assert (result.stdout, result.stderr) == ("plain\n", "")


def test_a_pack_of_a_variable_that_is_not_there_is_not_found(run):
    result = run("assess", "--ui", "plain", env={"READINESS_PACK": "backend-2025"})

    assert result.exit_code == ExitCode.NOT_FOUND


@pytest.mark.parametrize("words", [("--team", "", "status"), ("status", "--team", "")])
def test_a_team_without_a_name_is_wrong_usage_wherever_it_stands(run, project, words):
    project('team = "Payments"')

    result = run(*words)

    assert result.exit_code == ExitCode.USAGE
    assert "error: the team name has 0 characters" in result.stderr


def test_a_project_that_keeps_answers_elsewhere_is_told_once(run, project, tmp_path):
    project(f'data = "{tmp_path}/kept"')

    result = run("status", "--json")

    assert result.exit_code == ExitCode.OK
    assert result.stderr == (
        "warning: readiness.toml keeps answers outside this project: "
        f"{tmp_path}/kept, by line 1\n"
    )


@pytest.mark.parametrize("command", ["status", "doctor"])
def test_a_locale_without_the_letters_of_the_team_is_no_bug(tmp_path, command):
    (tmp_path / "readiness.toml").write_text('team = "日本"', encoding="utf-8")
    bare = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}

    ran = subprocess.run(
        [sys.executable, "-m", "readiness", command],
        capture_output=True,
        check=False,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT), **bare},
        text=True,
    )

    said = ran.stdout if command == "doctor" else ran.stderr
    assert ran.returncode in {ExitCode.BAD_DATA, ExitCode.CHECK_FAILED}
    assert 'readiness.toml:1: "team" has letters that your locale (ascii) lacks' in said
    assert "LC_ALL=C.UTF-8" in said


@pytest.mark.parametrize(
    "words", [(), ("status",), ("packs", "list"), ("--team", "x", "status", "--json")]
)
def test_every_command_warns_once_of_a_key_that_does_nothing(run, project, words):
    project('taem = "x"')

    result = run(*words)

    assert result.exit_code == ExitCode.OK
    assert result.stderr == (
        'warning: readiness.toml: unknown key "taem" on line 1; did you mean "team"?\n'
    )


@pytest.mark.parametrize("words", [(), ("status",), ("packs", "list")])
def test_a_mistake_stops_every_command(run, project, words):
    project("team = 3")

    result = run(*words)

    assert result.exit_code == ExitCode.BAD_DATA
    assert result.stdout == ""
    assert result.stderr.startswith('error: readiness.toml:1: "team" should be text')


@pytest.mark.parametrize("words", [("--version",), ("--help",), ("report", "--help")])
def test_a_mistake_does_not_keep_from_version_and_help(run, project, words):
    project("team = 3")

    assert (run(*words).exit_code, run(*words).stderr) == (ExitCode.OK, "")


def test_a_mistake_does_not_keep_from_the_topics_of_help(run, project):
    project("team = 3")

    result = run("help")

    assert result.exit_code == ExitCode.OK
    assert result.stderr.startswith("warning: readiness.toml:1: ")


def test_a_shell_is_told_nothing_and_offered_what_the_file_says(run, project, tmp_path):
    run("answer", "ai-pairing-reach", "3", "--data-dir", "kept", "--team", "Search")
    project(f'taem = 1\npack = 3\ndata = "{tmp_path}/payments-api/kept"')

    line = {"COMP_WORDS": "readiness status --team ", "COMP_CWORD": "3"}
    result = run(
        env={"_READINESS_COMPLETE": "complete_bash", "READINESS_HOME": "", **line}
    )

    assert (result.stdout, result.stderr) == ("search\n", "")


@pytest.mark.parametrize("place", ["before", "after", "group", "variable"])
def test_another_file_can_be_named(run, project, monkeypatch, place):
    project("team = 3")
    project('team = "named"', "other.toml")
    words = {
        "before": ("--config", "other.toml", "packs", "list"),
        "after": ("packs", "list", "--config", "other.toml"),
        "group": ("packs", "--config=other.toml", "list"),
        "variable": ("packs", "list"),
    }
    if place == "variable":
        monkeypatch.setenv("READINESS_CONFIG", "other.toml")

    result = run(*words[place])

    assert (result.exit_code, result.stderr) == (ExitCode.OK, "")


@pytest.mark.parametrize(
    ("words", "env", "who"),
    [
        (("--config", "none.toml"), {}, "--config"),
        (("status", "--config", "none.toml"), {}, "--config"),
        (("status",), {"READINESS_CONFIG": "none.toml"}, "READINESS_CONFIG"),
    ],
)
def test_a_named_file_must_be_there(run, words, env, who):
    result = run(*words, env=env)

    assert result.exit_code == ExitCode.NOT_FOUND
    assert f"error: there is no file none.toml\n  {who} names it" in result.stderr


def test_nothing_of_one_run_is_left_in_the_environment_of_the_next(run, project, own):
    project('team = "x"')
    own('accessible = true\ncolor = "never"')
    before = dict(os.environ)

    run("--team", "y", "--no-input", "status", "--color", "always")

    assert dict(os.environ) == before


@pytest.mark.parametrize("words", [("--help",), ("report", "--help")])
def test_help_for_a_screen_reader_has_no_boxes(run, own, monkeypatch, words):
    monkeypatch.setenv("TERM", "xterm-256color")

    assert "╭" in run(*words).stdout
    own("accessible = true")
    assert "╭" not in run(*words).stdout
    assert "--help" in run(*words).stdout


def test_a_person_decides_whose_answers_they_are(run, own):
    own('respondent = "Ana"')

    assert json.loads(run("status", "--json").stdout)["respondent"] == "ana"


COLOURED = "\x1b[38;5;"


@pytest.mark.parametrize(
    ("words", "env", "is_coloured"),
    [
        ((), {}, False),
        ((), {"FORCE_COLOR": "1"}, True),
        ((), {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (("--color", "always"), {}, True),
        (("--color", "always"), {"NO_COLOR": "1"}, True),
        (("--color", "never"), {"FORCE_COLOR": "1"}, False),
        (("--color", "never"), {"READINESS_COLOR": "always"}, False),
        (("--color", "auto"), {"FORCE_COLOR": "1"}, True),
        ((), {"READINESS_COLOR": "always"}, True),
        ((), {"READINESS_COLOR": "always", "NO_COLOR": "1"}, True),
    ],
)
def test_colours_are_as_was_said(run, words, env, is_coloured):
    result = run("report", "--demo", *words, env={"TERM": "xterm-256color", **env})

    assert (COLOURED in result.stdout) is is_coloured


def test_colours_may_be_chosen_before_the_command_too(run):
    result = run(
        "--color", "always", "report", "--demo", env={"TERM": "xterm-256color"}
    )

    assert COLOURED in result.stdout


def test_the_environment_wins_over_the_colour_of_a_file(run, own):
    own('color = "always"')

    env = {"TERM": "xterm-256color"}
    assert COLOURED in run("report", "--demo", env=env).stdout
    env["NO_COLOR"] = "1"
    assert COLOURED not in run("report", "--demo", env=env).stdout


def test_a_colour_that_cannot_be_is_a_mistake_of_usage(run):
    for words, env in (
        (("status", "--color", "red"), {}),
        (("status",), {"READINESS_COLOR": "red"}),
    ):
        result = run(*words, env=env)

        assert result.exit_code == ExitCode.USAGE
        assert "'red'" in result.stderr


def test_a_real_process_finds_the_file_of_the_folder_above(tmp_path):
    deep = tmp_path / "repository" / "src"
    deep.mkdir(parents=True)
    (tmp_path / "readiness.toml").write_text("team = 3")
    (deep.parent / ".git").mkdir()
    (deep.parent / "pyproject.toml").write_text('[tool.readiness]\nteam = "Above"')

    ran = subprocess.run(
        [sys.executable, "-m", "readiness", "status", "--json"],
        capture_output=True,
        check=True,
        cwd=deep,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )

    assert json.loads(ran.stdout)["team"]["name"] == "Above"
    assert ran.stderr == b""


def test_without_files_nothing_is_imported_to_read_them(tmp_path):
    code = (
        "import sys; from readiness.cli import main\n"
        "try: main()\n"
        "finally: print('LOADED', *sys.modules)"
    )
    for words in (["--version"], ["status", "--json"]):
        ran = subprocess.run(
            [sys.executable, "-c", code, *words],
            capture_output=True,
            check=True,
            text=True,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        loaded = ran.stdout.partition("LOADED")[2].split()

        assert {"readiness.settings.files", "platformdirs"}.isdisjoint(loaded)
