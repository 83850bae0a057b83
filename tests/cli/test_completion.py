import os
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from io import StringIO

import pexpect
import pytest

from readiness.cli import completing
from readiness.cli.completion import PLACES, Shell
from readiness.cli.group import COMMANDS
from readiness.cli.reporting.formats import Format
from readiness.cli.schema import SCHEMAS
from readiness.errors import ExitCode
from readiness.pack.catalog import DEFAULT_PACK, find_pack
from readiness.topics.catalog import TOPICS
from tests.builders import a_pack, a_response
from tests.terminal import PATIENCE, ROOT

PACK = find_pack(DEFAULT_PACK)
TRENDS = [trend.id for trend in PACK.trends]
QUESTIONS = [question.id for question in PACK.questions()]
CAPABILITIES = [capability.id for capability in PACK.capabilities()]

BASH = {"PS1": "ready> ", "TERM": "dumb", "INPUTRC": os.devnull}


def asked_by(shell, words):
    """Return the variables that a shell sets to have the last word completed."""
    line = ["readiness", *words]
    return {
        "_READINESS_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": "\n".join(line),
        "COMP_CWORD": str(len(words)),
        "_TYPER_COMPLETE_ARGS": " ".join(line),
    }


@pytest.fixture(name="press_tab")
def _press_tab(tmp_path):
    """Start the program as a shell does; the result has stdout and stderr."""

    def press_tab(*words, shell="bash", **env):
        asked = asked_by(shell, words)
        return subprocess.run(
            [sys.executable, "-m", "readiness"],
            capture_output=True,
            check=False,
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **asked, **env},
            text=True,
        )

    return press_tab


@pytest.fixture(name="offered")
def _offered(run):
    """Return what is offered for the last word, asked in this process: it is quick."""

    def offered(*words, **env):
        result = run(env={**asked_by("bash", words), **env})
        assert result.stderr == ""
        return result.stdout.split()

    return offered


@pytest.fixture(name="kept")
def _kept(store):
    """Keep answers of two teams, one of them to another pack."""
    own = a_pack()
    store.archive(PACK)
    store.archive(own)
    for period in ("2026-Q2", "2026-Q3", "2026-Q4"):
        store.save(
            a_response(PACK, respondent="ana").model_copy(update={"period": period})
        )
    other = a_response(own)
    team = other.team.model_copy(update={"id": "search", "name": "Search & more"})
    store.save(other.model_copy(update={"team": team}))
    return store


@pytest.mark.usefixtures("kept")
def test_a_shell_gets_words_and_nothing_else(press_tab):
    for words, expected in (
        (["re"], "report"),
        (["report", "--team", "s"], "search"),
        (["answer", "ai-pairing-r"], "ai-pairing-reach"),
    ):
        result = press_tab(*words)
        assert (result.stdout, result.stderr, result.returncode) == (
            f"{expected}\n",
            "",
            0,
        )


def test_commands_are_offered(offered):
    assert offered("") == list(COMMANDS)
    assert offered("re") == ["report"]


def test_options_are_offered_but_not_those_that_completion_replaces(offered):
    assert "--data-dir" in offered("--")
    assert offered("report", "--exp") == ["--explain"]
    assert offered("--install") == offered("--show") == []


def test_commands_of_a_command_are_offered(offered):
    assert offered("packs", "v") == ["validate"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["help", ""], [*TOPICS, *COMMANDS]),
        (["completion", ""], list(Shell)),
        (["schema", ""], list(SCHEMAS)),
        (["report", "--format", ""], list(Format)),
        (["report", "--format", "html,p"], ["html,pdf", "html,pptx"]),
        (["report", "--format", "pdf,html,pd"], []),
        (["report", "--redact", "no"], ["notes"]),
        (["report", "--redact", "notes,n"], ["notes,names"]),
        (["assess", "--ui", ""], ["auto", "page", "plain"]),
        (["packs", "show", ""], [DEFAULT_PACK]),
        (
            ["packs", "show", DEFAULT_PACK, "ai-pairing"],
            ["ai-pairing", "ai-pairing-reach", "ai-pairing-context"],
        ),
        (["report", "--trend", ""], TRENDS),
        (["report", "--explain", "over"], ["overall"]),
        (["report", "--explain", "ze"], ["zero-trust"]),
        (["report", "--explain", "R0"], [f"R0{n}" for n in range(1, 10)]),
        (["report", "--explain", "E01"], ["E01"]),
        (["answer", ""], QUESTIONS),
    ],
)
def test_values_are_offered_before_there_are_answers(offered, words, expected):
    assert offered(*words) == expected


def test_a_pack_is_completed_without_its_trends(offered):
    parts = offered("packs", "show", DEFAULT_PACK, "")

    assert sorted(parts) == sorted(QUESTIONS + CAPABILITIES)


def test_an_unknown_pack_has_no_parts(offered):
    assert offered("packs", "show", "nothing", "") == []


def test_teams_are_those_of_the_folder_that_the_line_names(offered, kept, tmp_path):
    assert offered("report", "--team", "") == ["payments", "search"]
    assert offered("report", "--data-dir", f"{tmp_path}/none", "--team", "") == []
    elsewhere = {"READINESS_HOME": str(tmp_path / "none")}
    assert offered("report", "--team", "", **elsewhere) == []
    named = ["--data-dir", str(kept.root)]
    assert offered("report", *named, "--team", "s", **elsewhere) == ["search"]
    assert offered(*named, "report", "--team", "s", **elsewhere) == ["search"]


@pytest.mark.usefixtures("kept")
def test_periods_are_those_of_the_team_that_the_line_names(offered):
    there = ["2026-Q4", "2026-Q3", "2026-Q2", "latest", "previous"]

    assert offered("report", "--team", "payments", "") == there
    assert offered("--team", "payments", "plan", "") == there
    assert offered("plan", "", READINESS_TEAM="payments") == there
    assert offered("report", "--team", "search", "") == ["2026-Q4", "latest"]


@pytest.mark.usefixtures("kept")
def test_where_one_can_answer_the_quarter_of_today_is_offered_too(offered):
    from readiness.cli.workspace import this_period

    today = str(this_period())
    offers = offered("status", "--team", "payments", "--period", "")

    assert offers.count(today) == 1
    assert {"2026-Q2", "latest", "previous"} <= set(offers)


def test_the_quarter_of_today_is_offered_before_there_are_answers(offered):
    from readiness.cli.workspace import this_period

    assert offered("assess", "--period", "") == [str(this_period())]


@pytest.mark.usefixtures("kept")
def test_questions_and_trends_are_those_of_the_pack_that_was_answered(offered):
    whose = ["--team", "search", "--as", "ana", "--period", "2026-Q4"]

    assert offered("answer", *whose, "") == ["pairing"]
    assert offered("answer", *whose[:2], *whose[4:], "") == ["pairing"]
    assert offered("report", "--team", "search", "--trend", "") == ["ai"]


def test_of_two_people_with_different_packs_each_is_offered_their_own(offered, store):
    for pack, name in ((PACK, "ana"), (a_pack(), "bo")):
        store.archive(pack)
        store.save(a_response(pack, respondent=name))

    assert offered("answer", "--period", "2026-Q4", "--as", "bo", "") == ["pairing"]
    assert offered("answer", "--period", "2026-Q4", "--as", "ana", "") == QUESTIONS


@pytest.mark.usefixtures("kept")
def test_with_several_teams_questions_are_those_of_the_shipped_pack(offered):
    assert offered("answer", "") == QUESTIONS
    assert offered("report", "") == []


@pytest.mark.parametrize("shell", ["zsh", "fish", "powershell"])
def test_shells_that_can_show_a_hint_show_one(press_tab, shell):
    env = {"_TYPER_COMPLETE_FISH_ACTION": "get-args"}
    if shell == "powershell":
        env["_TYPER_COMPLETE_WORD_TO_COMPLETE"] = "ai-pairing-r"

    result = press_tab("answer", "ai-pairing-r", shell=shell, **env)

    assert "ai-pairing-reach" in result.stdout
    assert "How many of your team" in result.stdout
    assert result.stderr == ""


def test_the_text_of_a_stranger_cannot_run_in_a_shell(press_tab, store):
    hostile = "\\$(touch owned) `id` \"'; $HOME [/oops] \\"
    pack = a_pack(*[a_pack().trends[0].model_copy(update={"name": hostile})])
    store.archive(pack)
    response = a_response(pack)
    team = response.team.model_copy(update={"name": hostile})
    store.save(response.model_copy(update={"team": team}))

    for words in (["--trend", ""], ["--team", ""]):
        shown = press_tab("report", *words, shell="zsh").stdout

        hint = shown.partition(":")[2].partition('":"')[2]
        assert hint.startswith("touch owned id")
        assert not set(hint.rpartition('"')[0]) & set("$`\\\"'[];()")


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda file: file.write_text("{"), id="damaged"),
        pytest.param(lambda file: file.write_bytes(b"\xff"), id="not text"),
        pytest.param(lambda file: (file.unlink(), file.mkdir()), id="a folder"),
    ],
)
def test_what_is_damaged_is_passed_over_in_silence(press_tab, kept, damage):
    damage(kept.path_of("search", "2026-Q4", "ana"))

    for words in (
        ["answer", "--team", "search", ""],
        ["report", "--team", ""],
        ["report", "--team", "search", "--explain", ""],
    ):
        result = press_tab(*words)

        assert result.stderr == ""
        assert "Traceback" not in result.stdout


@pytest.mark.parametrize(
    "env", [{"COMP_CWORD": "no number"}, {"COMP_WORDS": ""}, {"COMP_CWORD": "99"}]
)
def test_whatever_a_shell_asks_there_is_no_message_and_no_file(
    press_tab, tmp_path, env
):
    before = sorted(tmp_path.rglob("*"))

    result = press_tab("report", "", **env)

    assert result.stderr == ""
    assert sorted(tmp_path.rglob("*")) == before


def test_completing_creates_no_file(offered, tmp_path):
    before = sorted(tmp_path.rglob("*"))

    for words in ([""], ["report", "--team", ""], ["answer", ""], ["help", ""]):
        offered(*words)

    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("failure", [KeyboardInterrupt(), RuntimeError("a bug")])
def test_a_failure_is_silent_whatever_the_output_is(failure, capfd):
    def fail():
        with redirect_stdout(StringIO()), completing.Silence():
            sys.stderr.write("a message")
            raise failure

    with pytest.raises(SystemExit) as left:
        fail()

    assert left.value.code == ExitCode.CHECK_FAILED
    assert capfd.readouterr() == ("", "")


def test_completing_a_command_loads_nothing_that_a_small_program_would_not(tmp_path):
    small = "import typer; app = typer.Typer(); app.command()(lambda: None); app()"
    ours = "from readiness.cli import main; main()"

    def loaded_by(program):
        after = "import atexit, sys; atexit.register(lambda: print(*sys.modules)); "
        asked = {"COMP_WORDS": "readiness\nre", "COMP_CWORD": "1"}
        names = {"_READINESS_COMPLETE": "complete_bash", "_C_COMPLETE": "complete_bash"}
        ran = subprocess.run(
            [sys.executable, "-c", after + program],
            capture_output=True,
            check=True,
            cwd=ROOT,
            env={**os.environ, "HOME": str(tmp_path), **asked, **names},
            text=True,
        )
        return {name.partition(".")[0] for name in ran.stdout.split()}

    new = loaded_by(ours) - loaded_by(small)

    assert new - sys.stdlib_module_names == {"readiness", "report"}


def test_with_debug_set_a_failure_is_shown_to_whoever_looks_for_it(press_tab):
    result = press_tab("report", "", COMP_CWORD="none", READINESS_DEBUG="1")

    assert "ValueError" in result.stderr


@pytest.mark.parametrize("shell", Shell)
def test_the_script_of_a_shell_is_the_one_that_typer_shows(run, shell):
    result = run("completion", shell)

    assert result.exit_code == ExitCode.OK
    assert "_READINESS_COMPLETE" in result.stdout
    assert f"complete_{shell}" in result.stdout
    assert PLACES[shell] in result.stderr
    assert result.stderr.count("\n") == 1


def test_the_script_of_zsh_begins_with_the_mark_that_zsh_looks_for(run):
    assert run("completion", "zsh").stdout.startswith("#compdef readiness\n")


def test_another_shell_is_wrong_usage_and_the_shells_are_named(run):
    result = run("completion", "tcsh")

    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert "bash" in result.stderr


def test_the_options_of_typer_work_and_are_out_of_the_short_help(run):
    hidden = run("--help")
    shown = run("--show-completion", env={"_TYPER_COMPLETE_TEST_DISABLE": "1"})

    assert "completion" in hidden.stdout  # the command
    assert "--show-completion" not in hidden.stdout
    assert "--install-completion" not in hidden.stdout
    assert shown.exit_code in {ExitCode.OK, ExitCode.CHECK_FAILED}  # of this shell


@pytest.mark.usefixtures("kept")
def test_tab_completes_in_a_real_bash(tmp_path):
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "readiness"
    program.write_text(
        f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m readiness "$@"\n'
    )
    program.chmod(0o755)
    path = f"{folder}:{os.environ['PATH']}"
    bash = pexpect.spawn(
        "bash",
        ["--norc", "--noprofile", "-i"],
        cwd=tmp_path,
        encoding="utf-8",
        env=os.environ | BASH | {"PATH": path, "PYTHONPATH": str(ROOT)},
        timeout=PATIENCE,
    )
    bash.expect_exact("ready> ")
    bash.sendline("bind 'set enable-bracketed-paste off'; PS1='now> '")
    bash.expect_exact("\nnow> ")
    bash.sendline("source <(readiness completion bash 2>/dev/null); echo sourced")
    bash.expect_exact("\r\nsourced\r\n")

    bash.expect_exact("now> ")
    for typed, completed in (
        ("readiness rep\t", "readiness report "),
        ("--team sea\t", "--team search "),
        ("--tr\t", "--trend "),
        ("\t", "ai "),
    ):
        bash.send(typed)
        bash.expect_exact(completed)
    bash.close(force=True)
