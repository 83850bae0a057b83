import json
import re
from datetime import timedelta

import pytest
from icalendar import Calendar

from readiness.errors import ExitCode

TRACKERS = ("github", "jira", "linear", "csv", "json")
HEADER = "# Plan\n<!-- readiness:plan schema=1 team={team} period={period} -->\n"
ACTION = """
### A1. {title}
<!-- readiness:action id={id} -->

- **Owner:** {owner}
- **Due:** {due}
- **Status:** {status}
"""


@pytest.fixture(autouse=True)
def _answers(filled):
    filled("full", level=1)


@pytest.fixture(name="issues")
def _issues(run):
    """Export as JSON and return the issues by id."""

    def export(*words):
        result = run("export", "issues", "--to", "json", *words)
        assert result.exit_code == ExitCode.OK, result.output
        return {issue["id"]: issue for issue in json.loads(result.stdout)["issues"]}

    return export


@pytest.fixture(name="planned")
def _planned(tmp_path):
    """Write a plan.md into the folder where the program runs; return its path."""

    def write(*actions, team="payments-api", period="2026-Q4"):
        given = {
            "title": "Ours", "owner": "Ana", "due": "2026-12-18", "status": "open",
        }  # fmt: skip
        parts = [ACTION.format(**given | action) for action in actions]
        path = tmp_path / "payments-api" / "plan.md"
        path.write_text(HEADER.format(team=team, period=period) + "".join(parts))
        return path

    return write


@pytest.mark.parametrize("tracker", TRACKERS)
def test_what_is_printed_is_what_is_written(run, tmp_path, tracker):
    path = tmp_path / "issues"

    printed = run("export", "issues", "--to", tracker)
    written = run("export", "issues", "--to", tracker, "-o", str(path))

    assert (printed.exit_code, written.exit_code) == (ExitCode.OK, ExitCode.OK)
    unsealed = re.sub(rb',\n  "seal": "\w{64}"', b"", path.read_bytes())
    assert printed.stdout_bytes == unsealed
    assert written.stdout == ""
    assert f"Wrote {path}" in written.stderr


def test_tables_and_calendars_have_the_line_ends_that_their_formats_ask_for(run):
    table = run("export", "issues", "--to", "csv").stdout_bytes
    calendar = run("export", "calendar").stdout_bytes

    assert table.endswith(b"\r\n")
    assert calendar.startswith(b"BEGIN:VCALENDAR\r\n")


def test_there_is_an_issue_for_each_action_of_the_plan(run, issues):
    plan = json.loads(run("plan", "--json").stdout)

    assert list(issues()) == [action["id"] for action in plan["actions"]]


def test_all_is_more_than_the_plan(run, issues):
    plan = json.loads(run("plan", "--json").stdout)

    wanted = [action["id"] for action in (*plan["actions"], *plan["later"])]
    assert list(issues("--all")) == wanted


def test_what_has_to_come_first_is_named_by_its_title(issues):
    found = issues("--demo").values()

    needs = [need for issue in found for need in issue["needs"]]
    assert [need for need in needs if need.startswith("Let one sensitive service")]
    assert not [need for need in needs if need.startswith("A1")]


def test_only_the_most_telling_unknown_answers_are_exported(run):
    questions = json.loads(run("plan", "--demo", "--json").stdout)["actions"]
    unknown = [q for action in questions for q in action["questions"]][:5]
    run("import", "-", input=_answers_file(dict.fromkeys(unknown, "unknown")))

    few = run("export", "issues", "--to", "json", "--team", "other")
    every = run("export", "issues", "--to", "json", "--team", "other", "--all")

    assert _kinds(few).count("find_out") == 3
    assert _kinds(every).count("find_out") > 3
    assert "to find out of" in few.stderr
    assert "--all for the rest" in few.stderr
    assert "--all" not in every.stderr


def test_the_plan_that_people_edited_counts(issues, planned):
    first = next(iter(issues()))
    planned({"id": first, "status": "in progress", "owner": r"R&amp;D \[core\]"})

    issue = issues()[first]

    assert issue["owner"] == "R&D [core]"
    assert (issue["due"], issue["status"]) == ("2026-12-18", "in_progress")


@pytest.mark.parametrize("status", ["done", "dropped", "risk accepted"])
def test_what_is_settled_is_left_out_unless_all_is_asked_for(issues, planned, status):
    first, second, *_ = issues()
    planned({"id": first, "status": status}, {"id": second})

    assert first not in issues()
    assert second in issues()
    assert issues("--all")[first]["status"] == status.replace(" ", "_")


def test_an_action_that_people_took_into_the_plan_is_exported(issues, planned):
    later = list(issues("--all"))[-1]
    planned({"id": later})

    assert later in issues()


def test_an_action_that_is_no_longer_suggested_stays_as_long_as_it_is_open(
    issues, planned
):
    planned({"id": "gone-1", "title": "Finish what we began"})

    issue = issues()["gone-1"]

    assert issue["title"] == "Finish what we began"
    assert "no longer suggest" in issue["why"]


@pytest.mark.parametrize("typed", [{}, {"status": "in progress"}, {"owner": "Ana"}])
def test_what_is_set_aside_is_exported_only_if_taken_on(issues, planned, typed):
    nobody = {"owner": "*nobody yet*", "due": "*no date yet*"}
    planned({"id": "gone-1 since=2026-Q3 state=gone", **nobody, **typed})

    assert ("gone-1" in issues()) is bool(typed)
    assert "gone-1" in issues("--all")


def test_a_plan_may_be_somewhere_else(issues, planned):
    first = next(iter(issues()))
    path = planned({"id": first})
    moved = path.rename(path.with_name("ours.md"))

    assert issues()[first]["owner"] is None
    assert issues("--plan", str(moved))[first]["owner"] == "Ana"


@pytest.mark.parametrize(
    ("other", "words"),
    [
        ({"team": "search"}, "it is the plan of the team search"),
        ({"period": "2026-Q3"}, "it is the plan of 2026-Q3"),
    ],
)
def test_the_plan_of_others_is_left_aside_with_a_word(
    run, issues, planned, other, words
):
    first = next(iter(issues()))
    path = planned({"id": first}, **other)

    default = run("export", "issues", "--to", "json")
    named = run("export", "issues", "--to", "json", "--plan", str(path))

    assert f"plan.md is not used: {words}" in default.stderr
    assert '"owner": null' in default.stdout
    assert named.exit_code == ExitCode.BAD_DATA
    assert "the plan of" in named.stderr


@pytest.mark.parametrize("content", [b"# My notes\n", b"\xff\xfe binary"])
def test_what_is_no_plan_is_nobodys_business_unless_it_is_named(
    run, issues, planned, content
):
    path = planned()
    path.write_bytes(content)

    assert issues()
    named = run("export", "issues", "--to", "json", "--plan", str(path))
    assert named.exit_code == ExitCode.BAD_DATA
    assert "is no plan of readiness" in named.stderr


def test_a_plan_that_is_not_there_is_said(run):
    result = run("export", "issues", "--to", "json", "--plan", "none.md")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "there is no file none.md" in result.stderr


def test_a_plan_edited_into_nonsense_is_no_plan_to_export(run, issues, planned):
    first = next(iter(issues()))
    planned({"id": first, "due": "soon"})

    result = run("export", "issues", "--to", "json")

    assert result.exit_code == ExitCode.BAD_DATA
    assert "plan.md:8" in result.stderr
    assert result.stdout == ""


def test_the_sample_team_has_nothing_to_do_with_the_plan_here(run, planned):
    planned({"id": "any-1"})

    result = run("export", "issues", "--to", "json", "--demo")

    assert "plan.md" not in result.stderr
    assert json.loads(result.stdout)["demo"] is True


def test_jira_is_said_how_the_dates_are_written(run):
    assert "yyyy-MM-dd" in run("export", "issues", "--to", "jira").stderr
    assert "yyyy-MM-dd" not in run("export", "issues", "--to", "linear").stderr


def test_how_much_was_exported_is_said(run):
    assert run("export", "issues", "--to", "csv").stderr == "6 actions\n"


@pytest.mark.parametrize("tracker", ["github", "jira", "linear", "csv"])
def test_a_file_that_says_something_else_is_replaced_only_by_force(
    run, tmp_path, tracker
):
    path = tmp_path / "issues"
    words = ("export", "issues", "--to", tracker, "-o", str(path))
    run(*words)
    same = run(*words)
    path.write_bytes(edited := path.read_bytes() + b"edited")

    refused = run(*words)
    kept = path.read_bytes()
    forced = run(*words, "--force")

    assert (same.exit_code, forced.exit_code) == (ExitCode.OK, ExitCode.OK)
    assert refused.exit_code == ExitCode.CANNOT_WRITE
    assert "is there already, with something else in it" in refused.stderr
    assert kept == edited
    assert b"edited" not in path.read_bytes()


def test_our_json_is_replaced_and_what_is_not_ours_is_left(run, tmp_path):
    path = tmp_path / "issues.json"
    words = ("export", "issues", "--to", "json", "-o", str(path))
    run(*words, "--demo")

    replaced = run(*words)
    path.write_text("my own notes", encoding="utf-8")
    refused = run(*words)

    assert replaced.exit_code == ExitCode.OK
    assert refused.exit_code == ExitCode.CANNOT_WRITE
    assert "was edited, or readiness did not write it" in refused.stderr


def test_the_calendar_has_the_dates_of_the_plan(run, issues, planned):
    first, second, *_ = issues()
    planned({"id": first}, {"id": second, "status": "done"})

    result = run("export", "calendar")

    starts = [str(e.start) for e in Calendar.from_ical(result.stdout_bytes).events]
    assert starts == ["2026-12-18", "2026-11-23", "2027-01-04"]
    assert "5 of 6 actions have no due date" in result.stderr


def test_the_calendar_says_when_to_look_at_an_accepted_risk_again(run, issues, planned):
    first, *_ = issues()
    planned({"id": first, "status": "risk accepted by Eve until 2027-03-01", "due": ""})

    result = run("export", "calendar")

    event = Calendar.from_ical(result.stdout_bytes).events[0]
    assert str(event.start) == "2027-03-01"
    assert str(event["summary"]).startswith("Risk to look at again: ")
    assert "6 of 6 actions have no due date" in result.stderr
    assert first not in issues()


def test_the_plan_and_the_calendar_have_the_same_next_check(run, tmp_path):
    path = tmp_path / "plan.md"
    run("plan", "-o", str(path))

    calendar = run("export", "calendar").stdout

    events = Calendar.from_ical(calendar).events
    (check,) = [e.start for e in events if "assessment" in str(e["summary"])]
    last_review = check - timedelta(weeks=2)
    assert f"Next check: {check}, when everybody" in path.read_text("utf-8")
    assert f"UNTIL={last_review:%Y%m%d};INTERVAL=2" in calendar


def test_a_calendar_is_written_again_later_unless_somebody_edited_it(
    run, tmp_path, monkeypatch
):
    path = tmp_path / "plan.ics"
    words = ("export", "calendar", "-o", str(path))
    run(*words)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    later = run(*words)
    written = path.read_bytes()
    path.write_bytes(edited := written.replace(b"Readiness assessment", b"Lunch"))
    refused = run(*words)

    assert later.exit_code == ExitCode.OK
    assert b"DTSTAMP:20231114" in written
    assert refused.exit_code == ExitCode.CANNOT_WRITE
    assert "was edited, or readiness did not write it" in refused.stderr
    assert path.read_bytes() == edited


def test_actions_without_a_date_are_counted_with_how_to_set_one(run):
    result = run("export", "calendar", "--to", "ics")

    assert "6 of 6 actions have no due date, so no event" in result.stderr
    assert "readiness plan -o plan.md" in result.stderr


def test_one_action_has_no_date_and_five_have_one(run, issues, planned):
    planned(*({"id": id_} for id_ in list(issues())[1:]))

    assert "1 of 6 actions has no due date" in run("export", "calendar").stderr


def test_nothing_is_said_when_every_action_has_a_date(run, issues, planned):
    planned(*({"id": id_} for id_ in issues()))

    assert run("export", "calendar").stderr == ""


@pytest.mark.parametrize("words", [("issues", "--to", "json"), ("calendar",)])
def test_a_fixed_moment_gives_the_same_bytes(run, monkeypatch, words):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")

    first, second = (run("export", *words).stdout_bytes for _ in range(2))

    assert first == second
    assert b"20231114" in first.replace(b"-", b"")


@pytest.mark.parametrize("words", [("issues", "--to", "csv"), ("calendar",)])
def test_without_answers_there_is_nothing_to_export(run, words):
    result = run("export", *words, "2026-Q1")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert result.stdout == ""


@pytest.mark.parametrize("words", [(), ("--to", "trello")])
def test_a_tracker_has_to_be_one_that_is_known(run, words):
    result = run("export", "issues", *words)

    assert result.exit_code == ExitCode.USAGE
    assert "--to" in result.stderr


def test_export_alone_says_what_can_be_exported(run):
    result = run("export")

    assert result.exit_code == ExitCode.OK
    assert "issues" in result.stdout
    assert "calendar" in result.stdout


def test_the_help_has_a_loop_to_copy_line_by_line(run):
    lines = [line.strip() for line in run("export", "issues", "-h").stdout.splitlines()]

    assert "gh api repos/OWNER/REPO/issues --input -" in lines
    assert "while IFS= read -r issue; do" in lines


def _answers_file(answers):
    lines = [f"  {id_}: {value}" for id_, value in answers.items()]
    return "\n".join(["team: other", "answers:", *lines])


def _kinds(result):
    return [issue["kind"] for issue in json.loads(result.stdout)["issues"]]
