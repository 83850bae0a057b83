"""The plan as a file that people edit, from quarter to quarter."""

import json
import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from time_machine import travel

from readiness.errors import ExitCode
from readiness.plan.document.seal import seal
from readiness.plan.record import Status
from readiness.store.plans import find_plan
from tests.plan.documents import filled

PLAN = Path("plan.md")
TEAM = "payments-api"


@pytest.fixture(name="planned")
def _planned(run, filled_in):
    """Write the plan of a team that answers 0 throughout; return the file."""
    filled_in("2026-Q4")
    result = run("plan", "-o", "plan.md")
    assert result.exit_code == ExitCode.OK, result.output
    return PLAN


@pytest.fixture(name="filled_in")
def _filled_in(run):
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    def fill(period, level=0):
        questions = find_pack(DEFAULT_PACK).questions()
        lines = [f"  {question.id}: {level}" for question in questions]
        text = "\n".join(["form: full", f"period: {period}", "answers:", *lines])
        result = run("import", "-", input=text)
        assert result.exit_code == 0, result.output

    return fill


@pytest.fixture(name="edit")
def _edit(planned):
    """Edit the plan with a function of its text."""

    def change(how):
        text = how(planned.read_text(encoding="utf-8"))
        planned.write_text(text, encoding="utf-8")
        return text

    return change


def first_action(path):
    text = path.read_text(encoding="utf-8")
    return text.partition("readiness:action id=")[2].partition(" ")[0]


def test_an_edited_plan_is_merged(run, planned, edit):
    action = first_action(planned)
    edit(lambda text: filled(text, action, owner="Ana", due="2026-12-01"))

    result = run("plan", "-o", "plan.md")

    assert result.exit_code == ExitCode.OK
    assert result.stderr == "Wrote plan.md\n6 kept\n"
    assert "| Ana | 2026-12-01 |" in planned.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("how", "code"),
    [
        (lambda text: text.replace("<!-- readiness:plan", "<!-- plan"), 3),
        (lambda text: text.replace("*no date yet*\n", "soon\n", 1), 3),
        (lambda text: text.replace("team=payments-api", "team=other"), 7),
        (lambda text: text.replace("period=2026-Q4 -->", "period=2027-Q1 -->", 1), 7),
        (lambda _: seal("# A plan") + "My line.\n", 7),
        (
            lambda _: (
                seal("# P\n<!-- readiness:plan schema=1 team=a period=2026-Q1 -->\n")
                + "My line.\n"
            ),
            7,
        ),
    ],
)
def test_what_cannot_be_merged_is_left_as_it_is(run, planned, edit, how, code):
    edited = edit(how)

    result = run("plan", "-o", "plan.md")

    assert result.exit_code == code
    assert planned.read_text(encoding="utf-8") == edited


def test_a_plan_of_the_version_before_is_replaced_if_nobody_edited_it(run, planned):
    old = seal("# P\n<!-- readiness:plan schema=1 team=payments-api period=2026-Q4 -->")
    planned.write_text(old, encoding="utf-8")

    assert run("plan", "-o", "plan.md").exit_code == ExitCode.OK
    assert "schema=2" in planned.read_text(encoding="utf-8")


def test_a_dry_run_shows_the_difference_and_writes_nothing(run, planned, edit):
    action = first_action(planned)
    edited = edit(lambda text: filled(text, action, owner="Ana"))

    result = run("plan", "--dry-run")

    assert result.stdout.startswith("--- plan.md\n+++ plan.md\n")
    assert "| Ana | *no date yet* |" in result.stdout
    assert "readiness:lines" not in result.stdout
    assert planned.read_text(encoding="utf-8") == edited


def test_a_dry_run_without_a_file_shows_all_that_would_be_written(run):
    result = run("plan", "--demo", "--dry-run")

    assert result.stdout.startswith("--- /dev/null\n+++ plan.md\n")
    assert not PLAN.exists()


def test_overdue_actions_fail_the_check_with_owner_and_date(run, planned, edit):
    action = first_action(planned)
    edit(lambda text: filled(text, action, owner="Ana", due="2026-11-21"))

    result = run("plan", "--check")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert result.stderr.startswith("error: 1 of 6 actions in plan.md is overdue\n")
    assert "  2026-11-21, Ana: " in result.stderr
    assert f"({action})" in result.stderr
    assert "5 actions have no owner" in result.stderr


def test_several_overdue_actions_of_nobody_are_named(run, edit):
    edit(lambda text: text.replace("**Due:** *no date yet*", "**Due:** 2026-01-31"))

    result = run("plan", "--check")

    assert "6 of 6 actions in plan.md are overdue" in result.stderr
    assert "  2026-01-31, nobody's: " in result.stderr
    assert "no due date" not in result.stderr


@pytest.mark.parametrize("fields", [{"due": "2026-11-22"}, {"status": "dropped"}])
def test_what_is_due_today_or_settled_is_not_overdue(run, planned, edit, fields):
    action = first_action(planned)
    edit(lambda text: filled(text, action, **{"due": "2026-01-01", **fields}))

    result = run("plan", "--check")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("No action of ")


def test_the_check_needs_a_plan(run, planned):
    assert run("plan", "--check", "-o", "none.md").exit_code == ExitCode.NOT_FOUND
    planned.write_text("# Notes\n", encoding="utf-8")
    assert run("plan", "--check").exit_code == ExitCode.BAD_DATA


def test_what_prints_different_things_is_not_mixed(run):
    result = run("plan", "--demo", "--check", "--json")

    assert result.exit_code == ExitCode.USAGE


@pytest.mark.usefixtures("planned")
def test_the_plan_is_kept_for_the_next_quarter(own_store):
    record = find_plan(own_store, TEAM, "2026-Q4")

    assert record is not None
    assert len(record.actions) == 6
    assert record.expected == pytest.approx(
        sum(a.gain for a in record.actions.values())
    )
    assert record.focus is None


def test_statuses_are_kept_with_the_plan(run, planned, edit, own_store):
    action = first_action(planned)
    edit(lambda text: filled(text, action, status="in progress"))
    run("plan", "-o", "plan.md")

    planned.unlink()
    run("plan", "-o", "plan.md")  # without a file they stay as they were

    record = find_plan(own_store, TEAM, "2026-Q4")
    assert record is not None
    assert record.actions[action].status is Status.STARTED


def test_the_next_quarter_carries_the_plan_on(run, planned, edit, filled_in, own_store):
    action = first_action(planned)
    edit(lambda text: filled(text, action, status="done"))
    filled_in("2027-Q1", level=1)

    result = run("plan", "-o", "plan.md")

    assert result.exit_code == ExitCode.OK, result.stderr
    assert "1 done" in result.stderr
    text = planned.read_text(encoding="utf-8")
    assert "period=2027-Q1 -->" in text
    assert "## Last quarter\n\n- 6 actions: 5 open, 1 done.\n" in text
    before = find_plan(own_store, TEAM, "2026-Q4")
    assert before is not None
    assert before.actions[action].status is Status.DONE


def test_a_plan_that_was_not_kept_is_merged_all_the_same(
    run, planned, filled_in, own_store
):
    (own_store / TEAM / "plans" / "2026-Q4.json").unlink()
    filled_in("2027-Q1", level=1)

    assert run("plan", "-o", "plan.md").exit_code == ExitCode.OK
    assert "## Last quarter" not in planned.read_text(encoding="utf-8")


def test_a_last_quarter_that_cannot_be_compared_does_not_stop_the_plan(
    run, planned, filled_in, own_store
):
    filled_in("2027-Q1", level=1)
    (damaged,) = (own_store / TEAM / "2026-Q4").glob("*.json")
    damaged.write_text("{", encoding="utf-8")

    assert run("plan", "-o", "plan.md").exit_code == ExitCode.OK
    assert "It cannot be compared: " in planned.read_text(encoding="utf-8")


def test_a_focus_is_declared_once_and_remembered(run, planned, own_store):
    declared = run("plan", "--focus", "multiagent", "-o", "plan.md")
    first = find_plan(own_store, TEAM, "2026-Q4")
    with travel(datetime(2026, 11, 23, tzinfo=UTC), tick=False):
        run("plan", "-o", "plan.md")

    assert "Focus of 2026-Q4: Multiagent systems" in declared.stderr
    assert "**Focus:** Multiagent systems" in planned.read_text(encoding="utf-8")
    again = find_plan(own_store, TEAM, "2026-Q4")
    assert first is not None
    assert again is not None
    assert again.focus == "multiagent"
    assert again.focus_at == first.focus_at


@pytest.mark.parametrize(
    "how",
    [
        lambda text: text.replace("*no date yet*\n", "soon\n", 1),
        lambda text: text.replace("\n## Now", "\n<<<<<<< HEAD\n## Now"),
        lambda _: "Notes of ours.\n",
    ],
)
def test_no_focus_is_declared_if_the_plan_cannot_be_written(
    run, planned, edit, own_store, how
):
    before = find_plan(own_store, TEAM, "2026-Q4")
    edited = edit(how)

    result = run("plan", "--focus", "multiagent", "-o", "plan.md")

    assert result.exit_code in {ExitCode.BAD_DATA, ExitCode.CANNOT_WRITE}
    assert "Focus" not in result.stderr
    assert find_plan(own_store, TEAM, "2026-Q4") == before
    assert planned.read_text(encoding="utf-8") == edited


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(
    "command",
    [
        "plan -o plan.md",
        "plan --check",
        "plan --dry-run",
        "export issues --to json --plan plan.md",
    ],
)
def test_a_merge_that_git_could_not_finish_is_told_by_all_who_read_the_plan(
    run, planned, edit, command
):
    marks = "<<<<<<< HEAD\n=======\n>>>>>>> theirs\n"
    edited = edit(lambda text: text.replace("## Now", f"{marks}## Now"))

    result = run(*command.split())

    assert result.exit_code == ExitCode.BAD_DATA
    assert "has marks of a merge in git that is not finished" in result.stderr
    assert planned.read_text(encoding="utf-8") == edited


@pytest.mark.usefixtures("planned")
def test_a_focus_can_be_taken_back(run, own_store):
    run("plan", "--focus", "multiagent")

    result = run("plan", "--focus", "none")

    record = find_plan(own_store, TEAM, "2026-Q4")
    assert "No focus declared" in result.stderr
    assert record is not None
    assert (record.focus, record.focus_at) == (None, None)


@pytest.mark.usefixtures("planned")
def test_a_focus_declared_too_late_says_that_it_will_not_count(run, filled_in):
    filled_in("2027-Q1", level=1)

    result = run("plan", "2026-Q4", "--focus", "multiagent")

    assert "No comparison will count this focus: " in result.stderr


@pytest.mark.usefixtures("planned")
@pytest.mark.parametrize(
    ("days", "said"),
    [
        (1, "declared before the next answers: less is needed there"),
        (-1, "declared after the first answers of 2027-Q1, so no comparison counts it"),
        (None, "nobody knows when the answers of 2027-Q1 were given, so no comparison"),
    ],
)
def test_the_document_says_whether_a_focus_counts(run, store, filled_in, days, said):
    filled_in("2027-Q1", level=1)
    (answered,) = store.responses(TEAM, "2027-Q1")
    at = None if days is None else datetime.now(UTC) + timedelta(days=days)
    answers = {
        id_: answer.model_copy(update={"at": at})
        for id_, answer in answered.answers.items()
    }
    store.save(answered.model_copy(update={"answers": answers}))

    run("plan", "2026-Q4", "--focus", "multiagent", "-o", "focused.md")

    assert said in Path("focused.md").read_text(encoding="utf-8")


@pytest.mark.usefixtures("planned")
def test_a_focus_that_the_pack_does_not_have_is_not_found(run):
    assert run("plan", "--focus", "multi").exit_code == ExitCode.NOT_FOUND


def test_a_demo_keeps_nothing(run, own_store):
    run("plan", "--demo", "--focus", "multiagent", "-o", "demo.md")

    assert not own_store.exists()


def test_json_says_who_does_what_by_when(run, planned, edit):
    without = json.loads(run("plan", "--json", "-o", "-").stdout)
    action = first_action(planned)
    fields = {"owner": "Ana", "due": "2026-12-01", "status": "in progress"}
    edit(lambda text: filled(text, action, **fields))

    document = json.loads(run("plan", "--json").stdout)

    assert without["focus"] is None
    assert without["actions"][0]["assignee"] is None
    first = document["actions"][0]
    assert (first["assignee"], first["due"], first["status"], first["since"]) == (
        "Ana",
        "2026-12-01",
        "in_progress",
        "2026-Q4",
    )


def test_a_plan_of_somebody_else_is_not_read_for_json(run, edit):
    edit(lambda text: text.replace("team=payments-api", "team=other"))

    document = json.loads(run("plan", "--json").stdout)

    assert document["actions"][0]["status"] is None


@pytest.mark.usefixtures("planned")
def test_a_pipe_gets_the_document(run):
    result = run("plan", "-o", os.devnull)

    assert result.exit_code == ExitCode.OK
