"""What was planned last quarter, held against what was measured since."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from readiness.errors import ExitCode
from readiness.plan.record import Status
from readiness.store.plans import find_plan, save_plan
from tests.builders import NOON
from tests.report.comparing.values import a_record, an_action_planned

ACTIONS = {
    "one": an_action_planned("multiagent", gain=3.0, status=Status.DONE),
    "two": an_action_planned("multiagent", gain=2.0),
}


@pytest.fixture(name="planned")
def _planned(kept, own_store):
    """Keep two quarters of three people, and a plan after the first of them."""

    def plan(**fields):
        kept("2026-Q3", 1, 2, 1)
        run = kept("2026-Q4", 2, 3, 2)
        save_plan(own_store, a_record(**{"actions": ACTIONS, **fields}))
        return run

    return plan


@pytest.fixture(name="document")
def _document(planned, own_store):
    """Write the plan document of a quarter here, with one of its actions done."""

    def write(period="2026-Q3", name="plan.md"):
        run = planned(actions={})
        assert run("plan", period, "-o", name).exit_code == ExitCode.OK
        record = find_plan(own_store, "payments", period)
        assert record is not None
        return run, next(iter(record.actions))

    return write


def tick(path, action):
    """Mark an action as done, as a person does it in an editor."""
    text = path.read_text(encoding="utf-8")
    before, mark, after = text.partition(f"<!-- readiness:action id={action} ")
    after = after.replace("- **Status:** open", "- **Status:** done", 1)
    path.write_text(f"{before}{mark}{after}", encoding="utf-8")


def test_a_plan_document_looks_back_as_a_comparison_does(document):
    run, action = document()
    assert run("plan", "2026-Q4", "-o", "plan.md").exit_code == ExitCode.OK
    path = Path("plan.md")
    looked_back = "6 actions: 6 open."
    assert looked_back in path.read_text(encoding="utf-8")

    tick(path, action)
    assert run("plan", "2026-Q4", "-o", "plan.md").exit_code == ExitCode.OK

    assert "- **Status:** done" in path.read_text(encoding="utf-8")
    assert looked_back in path.read_text(encoding="utf-8")
    assert looked_back in run("compare").stdout


def test_the_plan_of_the_older_quarter_is_held_against_the_change(planned):
    result = planned()("compare")

    assert "Plan of 2026-Q3\n  2 actions: 1 open, 1 done.\n" in result.stdout
    assert "expected +3 from the 1 action done, measured +25 ±" in result.stdout
    assert "Multiagent systems: expected +6 from the 1 action done" in result.stdout


def test_the_sample_team_has_done_half_of_its_plan(run):
    plan = json.loads(run("compare", "--demo", "--json").stdout)["plan"]

    assert plan["statuses"] == {"open": 3, "done": 3}


def test_without_a_plan_there_is_none_to_look_back_on(kept):
    kept("2026-Q3", 1)

    result = kept("2026-Q4", 1)("compare", "--json")

    assert json.loads(result.stdout)["plan"] is None


def test_a_plan_of_nothing_is_none(planned, own_store):
    run = planned()
    save_plan(own_store, a_record(actions={}))

    assert json.loads(run("compare", "--json").stdout)["plan"] is None


def test_a_plan_document_here_says_how_far_its_actions_are(document, tmp_path):
    run, action = document()
    tick(tmp_path / "payments-api" / "plan.md", action)

    plan = json.loads(run("compare", "--json").stdout)["plan"]

    assert plan["statuses"]["done"] == 1


def test_a_plan_document_that_is_named_wins(document, tmp_path):
    run, action = document(name="mine.md")
    tick(tmp_path / "payments-api" / "mine.md", action)

    kept = json.loads(run("compare", "--json").stdout)["plan"]
    named = json.loads(run("compare", "--json", "--plan", "mine.md").stdout)["plan"]

    assert "done" not in kept["statuses"]
    assert named["statuses"]["done"] == 1


@pytest.mark.parametrize("words", [(), ("--plan", "plan.md")])
def test_what_a_later_plan_document_marks_as_done_is_not_counted(
    document, own_store, tmp_path, words
):
    run, action = document("2026-Q4")
    tick(tmp_path / "payments-api" / "plan.md", action)
    late = {action: an_action_planned("multiagent")}
    save_plan(own_store, a_record(actions=late))

    plan = json.loads(run("compare", "--json", *words).stdout)
    shown = " ".join(run("compare", *words).stdout.split())

    assert plan["plan"]["statuses"] == {"open": 1}
    assert "plan.md is the plan of 2026-Q4." in shown
    said = "Done is what was marked so before the plan of 2026-Q4 was made: "
    assert said in shown


def test_nobody_knows_when_an_action_was_done(planned):
    assert "A plan does not say when an action was done" in planned()("compare").stdout


def test_a_plan_document_of_others_is_passed_over_unless_it_is_named(
    document, tmp_path
):
    run, _ = document()
    path = tmp_path / "payments-api" / "plan.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("team=payments", "team=others", 1), encoding="utf-8")

    passed, named = run("compare"), run("compare", "--plan", "plan.md")

    assert passed.exit_code == ExitCode.OK
    assert named.exit_code == ExitCode.BAD_DATA
    assert "plan.md is not the plan of payments for 2026-Q3" in named.stderr
    assert "it is the plan of others for 2026-Q3" in named.stderr


def test_another_file_is_no_plan_and_only_an_error_if_it_was_named(planned, tmp_path):
    (tmp_path / "payments-api" / "plan.md").write_text("# Our plan\n")
    run = planned()

    passed, named = run("compare"), run("compare", "--plan", "plan.md")

    assert passed.exit_code == ExitCode.OK
    assert named.exit_code == ExitCode.BAD_DATA
    assert "plan.md is not a plan that readiness wrote" in named.stderr


def test_a_damaged_plan_document_is_named_and_does_not_stop_a_comparison(
    document, tmp_path
):
    run, _ = document()
    path = tmp_path / "payments-api" / "plan.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("**Status:** open", "**Status:** maybe", 1))

    passed, named = run("compare"), run("compare", "--plan", "plan.md")

    assert passed.exit_code == ExitCode.OK
    assert "was not used: it has a mistake in it." in passed.stdout
    assert "plan.md is the file with the mistake." in passed.stdout
    assert "Plan of 2026-Q3" in passed.stdout
    assert named.exit_code == ExitCode.BAD_DATA


def test_a_plan_document_of_which_no_plan_was_kept_is_said_to_be_of_no_use(kept):
    kept("2026-Q3", 1)

    result = kept("2026-Q4", 1)("compare", "--plan", "plan.md")

    assert "No plan of 2026-Q3 was kept, so there is none to look back on." in (
        result.stdout
    )


def test_a_plan_document_that_is_not_there_is_an_error(planned):
    result = planned()("compare", "--plan", "nowhere.md")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "there is no file nowhere.md" in result.stderr


def test_what_was_declared_in_time_needs_less(planned):
    run = planned(focus="multiagent", focus_at=NOON - timedelta(days=1))

    result = run("compare")

    nodes = json.loads(run("compare", "--json").stdout)["nodes"]
    assert [node["id"] for node in nodes if node["focus"]] == ["multiagent"]
    assert "declared beforehand: needs less" in result.stdout


def test_what_was_declared_too_late_does_not_count_and_a_line_says_so(planned):
    run = planned(focus="multiagent", focus_at=NOON + timedelta(days=1))

    result = run("compare")

    assert "needs less" not in result.stdout
    assert "declared after the first answers of 2026-Q4, so not counted" in (
        result.stdout
    )
