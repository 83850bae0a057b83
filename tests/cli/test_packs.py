import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from readiness.cli.pack_pages import capability_page, in_short, pack_page
from readiness.cli.packs import app
from readiness.errors import CheckFailedError, ExitCode, NotFoundError
from readiness.pack.catalog import DEFAULT_PACK, find_pack
from tests.builders import a_capability, a_pack, a_question, a_trend, an_action
from tests.pack.files import plant, write_pack

ROOT = Path(__file__).parents[2]


def run(*arguments, columns=80):
    return CliRunner().invoke(app, arguments, env={"COLUMNS": str(columns)})


def run_process(*arguments):
    return subprocess.run(
        [sys.executable, "-m", "readiness", "packs", *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1"},
    )


def squeezed(text):
    return " ".join(text.split())


def test_the_packs_are_listed_with_what_is_in_them():
    result = run("list")

    assert result.exit_code == 0
    pack = find_pack(DEFAULT_PACK)
    assert f"{pack.id} {pack.version}  {pack.title}" in result.stdout
    assert in_short(pack) in result.stdout


def test_without_a_pack_to_show_the_packs_are_listed():
    bare = run("show")

    assert bare.exit_code == 0
    assert bare.stdout == run("list").stdout
    assert bare.stderr == "Next: readiness packs show PACK\n"
    assert run("show", "--json").stdout == run("list", "--json").stdout


def test_without_a_command_the_packs_are_listed():
    bare = run()

    assert (bare.exit_code, bare.stdout) == (0, run("list").stdout)


def test_the_list_is_there_as_json():
    document = json.loads(run("list", "--json").stdout)

    assert document["kind"] == "readiness.packs"
    assert document["packs"][0]["id"] == DEFAULT_PACK
    assert len(document["packs"][0]["trends"]) == 5
    assert document["packs"][0]["questions"] >= document["packs"][0]["quick_questions"]


def test_a_pack_is_shown_with_every_trend_and_capability():
    shown = squeezed(run("show", DEFAULT_PACK).stdout)

    pack = find_pack(DEFAULT_PACK)
    for trend in pack.trends:
        assert f"{trend.name} ({trend.id})" in shown
        for capability in trend.capabilities:
            assert f"{capability.id} {capability.name} weight" in shown


def test_a_question_is_shown_with_everything_a_respondent_can_see():
    question = next(
        q for q in find_pack(DEFAULT_PACK).questions() if q.quick and q.more
    )

    shown = squeezed(run("show", DEFAULT_PACK, question.id).stdout)

    assert f"{question.id} revision {question.revision}, full and quick form" in shown
    for text in (question.text, question.help, question.more):
        assert squeezed(text) in shown
    for level, anchor in enumerate(question.anchors):
        assert squeezed(f"{level} {anchor.label} {anchor.text}") in shown


def test_a_question_of_the_full_form_only_says_so():
    question = next(q for q in find_pack(DEFAULT_PACK).questions() if not q.quick)

    assert ", full form\n" in run("show", DEFAULT_PACK, question.id).stdout


def test_a_capability_is_shown_with_what_to_look_for_and_to_do():
    capability = find_pack(DEFAULT_PACK).capability_by_id["agent-identity"]

    shown = squeezed(run("show", DEFAULT_PACK, "agent-identity").stdout)

    for text in (capability.definition, capability.why, *capability.evidence):
        assert squeezed(text) in shown
    for text in (*capability.crosswalk, *capability.prerequisites):
        assert squeezed(text) in shown
    for action in capability.actions:
        assert (
            f"Action {action.id}, to level {action.to} {squeezed(action.do)}" in shown
        )
        assert squeezed(f"Done when: {action.done} Lifts: ") in shown


@pytest.mark.parametrize("columns", [20, 60, 80, 300])
@pytest.mark.parametrize("part", [(), ("agent-identity",), ("ai-pairing-reach",)])
def test_no_line_is_wider_than_the_window_or_a_page(columns, part):
    lines = run("show", DEFAULT_PACK, *part, columns=columns).stdout.splitlines()

    assert max(map(len, lines)) <= min(max(columns, 40), 100)


@pytest.mark.parametrize(
    ("part", "kind", "key"),
    [
        ((), "readiness.pack", "pack"),
        (("ai-pairing",), "readiness.pack_capability", "capability"),
        (("ai-pairing-reach",), "readiness.pack_question", "question"),
    ],
)
def test_what_is_shown_is_there_as_json(part, kind, key):
    document = json.loads(run("show", DEFAULT_PACK, *part, "--json").stdout)

    assert document["kind"] == kind
    assert document["pack"]["id"] == DEFAULT_PACK
    assert document[key]["id"] == (part or (DEFAULT_PACK,))[0]


def test_an_unknown_part_is_not_found_with_a_suggestion():
    failure = run("show", DEFAULT_PACK, "agent-identty").exception

    assert isinstance(failure, NotFoundError)
    assert failure.message.endswith("'agent-identty', did you mean 'agent-identity'?")
    assert failure.tries == (f"readiness packs show {DEFAULT_PACK}",)


def test_an_unknown_pack_is_not_found_with_a_suggestion():
    failure = run("show", "backend-2025").exception

    assert isinstance(failure, NotFoundError)
    assert "did you mean 'backend-2026'?" in failure.message


def test_a_valid_pack_is_called_valid(tmp_path):
    folder = write_pack(tmp_path / "small")

    result = run("validate", str(folder))

    assert result.stdout == (
        "small 1.0.0: valid, 2 trends, 2 capabilities, 2 questions (1 quick), "
        "2 actions, 2 rules, 1 claim\n"
    )


def test_an_invalid_pack_fails_the_check_with_every_mistake(tmp_path):
    folder = write_pack(tmp_path / "small")
    place = plant(folder / "ai.yaml", "weight: 2", "weight: §0")

    failure = run("validate", str(folder / "pack.yaml")).exception

    assert isinstance(failure, CheckFailedError)
    assert failure.facts == (f"{place}: weight: must be greater than 0",)


def test_the_check_prints_its_lines_to_stderr_and_ends_with_one(tmp_path):
    folder = write_pack(tmp_path / "small")
    place = plant(folder / "ai.yaml", "weight: 2", "weight: §0")

    done = run_process("validate", folder)

    assert (done.returncode, done.stdout) == (ExitCode.CHECK_FAILED, "")
    assert done.stderr.splitlines() == [
        f"error: {folder}: 1 mistake",
        f"  {place}: weight: must be greater than 0",
    ]


def test_a_pack_that_is_not_there_is_not_found(tmp_path):
    done = run_process("validate", tmp_path / "nowhere")

    assert done.returncode == ExitCode.NOT_FOUND
    assert "Traceback" not in done.stderr


def test_text_of_a_pack_is_not_taken_for_markup():
    pack = a_pack(a_trend("ai", a_capability(), name="[bold]AI[/oops]"))

    lines = list(pack_page(pack, 80))

    assert "[bold]AI[/oops] (ai)" in lines


def test_numbers_and_nouns_agree():
    one = a_pack(a_capability(actions=(an_action(),)))
    two = a_pack(a_capability(), a_capability("roles", questions=(a_question("r"),)))

    assert in_short(one) == (
        "1 trend, 1 capability, 1 question (0 quick), 1 action, 0 rules, 0 claims"
    )
    assert in_short(two).startswith("1 trend, 2 capabilities, 2 questions")


def test_a_capability_says_when_it_is_a_foundation():
    always = a_capability("a", foundation=True)
    sometimes = a_capability("b", foundation_if="regulated")

    lines = list(pack_page(a_pack(always, sometimes), 80))

    assert "      weight 1, 1 question, foundation" in lines
    assert "      weight 1, 1 question, foundation if profile.regulated" in lines


def test_an_action_says_its_first_step_and_its_work():
    small = an_action(person_weeks=1)
    large = an_action(to=2, person_weeks=2.5, first_step="Look.", effort="large")
    capability = a_capability(actions=(small, large))

    lines = list(capability_page(a_pack(capability), capability, 80))

    assert "  Effort: small, 1 person-week" in lines
    assert "  Effort: large, 2.5 person-weeks" in lines
    assert lines.count("  First step: Look.") == 1


def test_importing_the_commands_loads_typer_and_little_else():
    code = (
        "import sys, typer; before = set(sys.modules)\n"
        "import readiness.cli.packs, readiness.cli.schema\n"
        "new = {name.split('.')[0] for name in set(sys.modules) - before}\n"
        "print(sorted(new & {'yaml', 'pydantic', 'rich', 'json', 'difflib'}))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )

    assert done.stdout == "[]\n"
