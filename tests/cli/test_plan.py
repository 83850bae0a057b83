import json

import pytest

from readiness.errors import ExitCode


@pytest.fixture(name="path")
def _path(tmp_path):
    return tmp_path / "plan.md"


def test_the_plan_in_a_pipe_is_markdown(run):
    assert run("plan", "--demo").stdout.startswith("# Readiness plan, Harbour Freight")


def test_the_plan_is_written_to_a_file(run, path):
    result = run("plan", "--demo", "-o", str(path))

    assert result.exit_code == ExitCode.OK
    assert result.stdout == ""
    assert "DEMO DATA" in path.read_text(encoding="utf-8")


def test_a_plan_nobody_edited_is_up_to_date(run, path):
    run("plan", "--demo", "-o", str(path))
    before = path.read_bytes()

    result = run("plan", "--demo", "-o", str(path))

    assert result.exit_code == ExitCode.OK
    assert result.stderr == f"{path} is up to date\n"
    assert path.read_bytes() == before


@pytest.mark.parametrize("content", [b"# My own notes\n", b"\xff\xfe binary"])
def test_a_file_of_somebody_else_is_replaced_only_by_force(run, path, content):
    path.write_bytes(content)

    refused = run("plan", "--demo", "-o", str(path))
    kept = path.read_bytes()
    forced = run("plan", "--demo", "-o", str(path), "--force")

    assert (refused.exit_code, forced.exit_code) == (ExitCode.CANNOT_WRITE, ExitCode.OK)
    assert kept == content
    assert path.read_text(encoding="utf-8").startswith("# Readiness plan")


def test_an_empty_file_is_no_loss(run, path):
    path.touch()

    assert run("plan", "--demo", "-o", str(path)).exit_code == ExitCode.OK


def test_the_plan_is_there_for_other_programs(run):
    document = json.loads(run("plan", "--demo", "--json").stdout)

    assert document["kind"] == "readiness.plan"
    assert 0 < len(document["actions"]) <= 6


def test_the_plan_can_be_had_in_sentences(run):
    result = run("plan", "--demo", "--plain")

    assert result.stdout.startswith("Demo data. Readiness plan of Harbour Freight")


def test_without_answers_there_is_no_plan(run):
    assert run("plan").exit_code == ExitCode.NOT_FOUND
