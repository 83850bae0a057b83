"""What a team declared and settled counts wherever its plan is made."""

import errno
import json
import os
from pathlib import Path

import pytest

from readiness.errors import ExitCode
from readiness.plan.record import Status
from readiness.store.plans import find_plan
from tests.plan.documents import filled

PLAN = Path("plan.md")
TEAM = "payments-api"
PERIOD = "2026-Q4"


@pytest.fixture(autouse=True)
def _answers(filled):
    filled("full", level=1)


@pytest.fixture(name="plan")
def _plan(run):
    """Write plan.md, or another file, and return what was said."""

    def write(*words, file="plan.md"):
        result = run("plan", "-o", file, *words)
        assert result.exit_code == ExitCode.OK, result.output
        return result

    return write


@pytest.fixture(name="actions")
def _actions(run):
    """Return the ids of the actions that a command proposes, in order."""

    def propose(*words):
        result = run(*(words or ("plan",)), "--json")
        assert result.exit_code == ExitCode.OK, result.output
        return [action["id"] for action in json.loads(result.stdout)["actions"]]

    return propose


@pytest.fixture(name="record")
def _record(own_store):
    """Return what is kept of the plan."""

    def find():
        found = find_plan(own_store, TEAM, PERIOD)
        assert found is not None
        return found

    return find


def settle(action, status, path=PLAN):
    text = filled(path.read_text(encoding="utf-8"), action, status=status)
    path.write_text(text, encoding="utf-8")


def issues(run, *words):
    result = run("export", "issues", "--to", "json", *words)
    found = json.loads(result.stdout)["issues"]
    return [issue["id"] for issue in found if issue["kind"] == "action"]


@pytest.mark.parametrize("status", ["done", "dropped", "risk accepted by Ana"])
def test_what_is_settled_is_left_out_wherever_a_plan_is_made(
    run, plan, actions, status
):
    plan()
    first, *_ = actions()
    settle(first, status)

    proposed = actions()

    assert first not in proposed
    assert proposed == actions("report") == issues(run)
    assert "Left out: 1 " in run("plan", "--plain").stderr


def test_it_stays_left_out_where_the_document_is_not_at_hand(
    plan, actions, monkeypatch, tmp_path
):
    plan()
    first, *_ = actions()
    settle(first, "done")
    plan()
    proposed = actions()

    monkeypatch.chdir(tmp_path)

    words = ("--team", TEAM)
    assert actions("plan", *words) == actions("report", *words) == proposed


def test_who_opens_an_action_again_has_it_proposed_again(plan, actions, record):
    plan()
    before = actions()
    settle(before[0], "done")
    plan()
    settle(before[0], "open")

    said = plan()

    assert actions() == before
    assert record().actions[before[0]].status is Status.OPEN
    assert "no longer suggested" in said.stderr


def test_the_numbers_are_those_of_the_document(run, plan, actions):
    plan()
    settle(actions()[0], "done")
    plan()
    second = actions()[1]

    explained = run("report", "--explain", "A2").stdout

    text = PLAN.read_text(encoding="utf-8")
    assert f'<a id="{second}"></a>\n### A2. ' in text
    assert f"({second})" in explained


def test_what_was_done_stays_in_the_record_with_what_it_was_to_gain(
    plan, actions, record
):
    plan()
    first, second, *_ = actions()
    before = record()
    settle(first, "done")
    settle(second, "dropped")

    plan()

    after = record()
    done, dropped = (after.actions[id_] for id_ in (first, second))
    assert (done.status, done.gain) == (Status.DONE, before.actions[first].gain)
    assert dropped.status is Status.DROPPED
    everything = sum(action.gain for action in after.actions.values())
    assert after.expected == pytest.approx(everything - dropped.gain)


def test_a_new_document_tells_what_was_settled(plan, actions):
    plan()
    first, *_ = actions()
    settle(first, "dropped")
    plan()

    plan(file="other.md")
    PLAN.unlink()
    plan()

    for path in (PLAN, Path("other.md")):
        text = path.read_text(encoding="utf-8")
        assert f"readiness:action id={first} since={PERIOD} state=dropped" in text
        assert text.count("- **Status:** dropped\n") == 1


def test_the_document_that_is_named_counts_before_the_one_that_is_here(
    run, plan, actions
):
    plan()
    plan(file="other.md")
    first, second, *_ = actions()
    settle(first, "done")
    settle(second, "done", Path("other.md"))

    assert first not in issues(run)
    assert second in issues(run)
    assert second not in issues(run, "--plan", "other.md")
    assert first in issues(run, "--plan", "other.md")
    assert "1 done" in plan(file="other.md").stderr


@pytest.mark.parametrize(
    "how",
    [
        lambda text: text.replace("team=payments-api", "team=other"),
        lambda text: text.replace("period=2026-Q4 -->", "period=2027-Q1 -->", 1),
        lambda _: "# Notes\n",
    ],
)
def test_the_document_of_others_says_nothing_of_this_plan(plan, actions, how):
    plan()
    before = actions()
    settle(before[0], "done")
    PLAN.write_text(how(PLAN.read_text(encoding="utf-8")), encoding="utf-8")

    assert actions("report") == before


def test_bytes_that_are_no_text_are_nobodys_plan(actions):
    before = actions()
    PLAN.write_bytes(b"\xff\xfe")

    assert actions("report") == before


@pytest.mark.parametrize("what", ["document", "record"])
def test_a_report_goes_on_without_what_is_damaged(run, plan, own_store, what):
    plan()
    path = PLAN
    if what == "record":
        path = own_store / TEAM / "plans" / f"{PERIOD}.json"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("<!-- readiness:plan", "<!-- plan").replace("{", "", 1)
    )

    result = run("report")

    assert result.exit_code == ExitCode.OK
    assert "Not used: " in result.stderr


def test_a_report_goes_on_without_a_document_that_cannot_be_read(
    run, plan, monkeypatch
):
    plan()

    def refuse(_path):  # nothing else is read so
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(Path, "read_bytes", refuse)

    result = run("report")

    assert result.exit_code == ExitCode.OK
    assert "Not used: plan.md (Permission denied)" in result.stderr


def test_the_declared_focus_comes_first_everywhere(run, actions):
    usual = actions()
    run("plan", "--focus", "multiagent")

    focused = actions()

    assert focused != usual
    assert focused == actions("report") == issues(run)


def test_the_declared_time_counts_for_later_plans_and_is_said(run, plan, actions):
    plan("--capacity", "5")
    limited = actions("plan", "--capacity", "5")

    later = plan()

    assert "For 5 person-weeks, as declared; --capacity none" in later.stderr
    assert "plan.md is up to date" in later.stderr
    assert limited == actions() == actions("report") == issues(run)


def test_one_week_is_one_person_week(plan):
    plan("--capacity", "1")

    assert "For 1 person-week, as declared" in plan().stderr


def test_asking_what_fits_into_some_time_declares_nothing(run, actions, record, plan):
    plan()
    usual = actions()

    run("plan", "--plain", "--capacity", "0")

    assert record().capacity is None
    assert actions() == usual


def test_the_declared_time_can_be_taken_back(plan, actions, record):
    usual = actions()
    plan("--capacity", "0")
    assert record().capacity == 0

    said = plan("--capacity", "none")

    assert record().capacity is None
    assert actions() == usual
    assert "as declared" not in said.stderr


def test_what_is_no_amount_of_time_is_refused_in_words(run):
    result = run("plan", "--capacity", "much")

    assert result.exit_code == ExitCode.USAGE
    assert "a number of person-weeks, 0 to 10000, or none" in result.stderr


@pytest.mark.parametrize(
    ("due", "code"),
    [("2026-11-21", ExitCode.CHECK_FAILED), ("2026-11-22", ExitCode.OK)],
)
def test_a_risk_that_was_accepted_is_looked_at_again(run, plan, actions, due, code):
    plan()
    first, *_ = actions()
    settle(first, "risk accepted by Ana")
    text = filled(PLAN.read_text(encoding="utf-8"), first, due=due)
    PLAN.write_text(text, encoding="utf-8")

    result = run("plan", "--check")

    assert result.exit_code == code
    is_late = code is ExitCode.CHECK_FAILED
    assert ("error: 1 risk to look at again in plan.md\n" in result.stderr) is is_late
    assert (f"  risk to look at again: {due}, " in result.stderr) is is_late


def test_a_risk_accepted_until_a_day_is_looked_at_again_after_it(run, plan, actions):
    plan()
    settle(actions()[0], "risk accepted by Eve until 2026-01-01")

    assert run("plan", "--check").exit_code == ExitCode.CHECK_FAILED


def test_overdue_actions_and_risks_are_both_counted(run, plan, actions):
    plan()
    first, second, third, *_ = actions()
    text = PLAN.read_text(encoding="utf-8")
    for action, status in {first: "open", second: "risk accepted"}.items():
        text = filled(text, action, due="2026-01-31", status=status)
    text = filled(text, third, due="2026-01-31", status="dropped")
    PLAN.write_text(text, encoding="utf-8")

    result = run("plan", "--check")

    said = "1 of 4 actions in plan.md is overdue, and 1 risk to look at again\n"
    assert said in result.stderr


@pytest.mark.parametrize("is_there", [True, False])
def test_what_is_saved_while_a_plan_is_made_is_not_lost(
    run, plan, monkeypatch, record, is_there
):
    plan()
    if not is_there:
        PLAN.unlink()
    flush = os.fsync

    def flush_while_somebody_saves(descriptor):
        PLAN.write_text("My notes\n", encoding="utf-8")
        flush(descriptor)

    monkeypatch.setattr("readiness.cli.documents.os.fsync", flush_while_somebody_saves)
    result = run("plan", "-o", "plan.md", "--capacity", "5")

    assert result.exit_code == ExitCode.CANNOT_WRITE
    assert "plan.md was changed while this was being made" in result.stderr
    assert "run the same command again" in result.stderr
    assert PLAN.read_text(encoding="utf-8") == "My notes\n"
    assert record().capacity is None
    assert [*Path().iterdir()] == [PLAN]


def test_what_has_an_owner_stays_in_the_plan_and_is_given_its_time_first(plan, actions):
    plan()
    last = actions()[-1]
    text = filled(PLAN.read_text(encoding="utf-8"), last, owner="Ana")
    PLAN.write_text(text, encoding="utf-8")

    assert actions()[0] == last
    assert actions("plan", "--capacity", "5")[0] == last


def test_what_is_begun_and_finds_no_time_any_more_counts_once_it_is_done(
    plan, actions, record
):
    plan("--capacity", "10")
    proposed = actions()
    for action in proposed:
        text = filled(PLAN.read_text(encoding="utf-8"), action, owner="Ana")
        PLAN.write_text(text, encoding="utf-8")

    plan("--capacity", "3")

    assert len(actions()) < len(proposed)
    assert {*record().actions} == {*proposed}
    out = next(id_ for id_ in proposed if id_ not in actions())
    settle(out, "done")
    plan()
    assert record().actions[out].status is Status.DONE


def test_what_is_set_aside_is_asked_for_only_if_taken_on(run, plan, actions):
    plan()
    first = actions()[0]
    mark = f"<!-- readiness:action id={first} "
    text = PLAN.read_text(encoding="utf-8").replace(mark, f"{mark}state=gone ")
    PLAN.write_text(text, encoding="utf-8")

    result = run("plan", "--check")

    assert result.exit_code == ExitCode.OK
    assert "No action of 5 is overdue" in result.stdout
    assert "5 actions have no owner" in result.stdout
    PLAN.write_text(filled(text, first, due="2026-01-31"), encoding="utf-8")
    assert run("plan", "--check").exit_code == ExitCode.CHECK_FAILED
