import csv
import json
from dataclasses import replace
from io import StringIO

import pytest

from readiness.exchange.tasks import Quote
from readiness.exchange.trackers import envelope, github, jira, linear, table
from readiness.exchange.trackers.jira import wiki_text
from readiness.exchange.trackers.sections import TITLE_LIMIT
from readiness.plan.record import Status
from tests.exchange.listing import (
    a_full_task,
    a_list,
    a_task,
    an_example,
    an_inquiry,
)

TABLES = (jira, linear, table)
GOLDEN = {
    "export-github.jsonl": github,
    "export-jira.csv": jira,
    "export-linear.csv": linear,
    "export-table.csv": table,
    "export-issues.json": envelope,
}
HOSTILE = "<script>x</script> @kim [here](https://evil.example) *b* `c` # =1"


def issues(listed):
    return [json.loads(line) for line in github.render(listed).splitlines()]


def rows(tracker, listed):
    text = tracker.render(listed).removeprefix(table.MARK)
    return list(csv.DictReader(StringIO(text, newline="")))


def names(tracker, listed):
    text = tracker.render(listed).removeprefix(table.MARK)
    return next(csv.reader(StringIO(text, newline="")))


@pytest.mark.parametrize("name", GOLDEN)
def test_the_files_look_as_accepted(name, assert_golden):
    # Python reads the golden file with line ends of its own
    assert_golden(GOLDEN[name].render(an_example()).replace("\r\n", "\n"), name)


@pytest.mark.parametrize("tracker", GOLDEN.values())
def test_the_same_tasks_give_the_same_file(tracker):
    assert tracker.render(an_example()) == tracker.render(an_example())


@pytest.mark.parametrize("tracker", GOLDEN.values())
def test_no_format_takes_nothing_for_something(tracker):
    nothing = replace(a_list(), tasks=())

    assert "Payments" not in tracker.render(nothing).replace('"name": "Payments"', "")


@pytest.mark.parametrize("tracker", GOLDEN.values())
def test_every_title_and_file_of_the_sample_team_says_so(tracker):
    text = tracker.render(a_list(a_task(), an_inquiry(), is_demo=True))

    assert text.count("[DEMO] ") == 2
    assert "demo" in text


def test_github_gets_what_anybody_may_send():
    (issue,) = issues(a_list(a_full_task()))

    assert list(issue) == ["title", "body", "labels"]
    assert issue["labels"] == ["readiness", "ai-native-development", "2026-q4"]


def test_github_gets_no_link_mention_or_html_from_a_pack_or_person():
    quote = Quote(question=HOSTILE, answer=HOSTILE, anchor=HOSTILE)
    task = a_full_task(
        details=HOSTILE, why=HOSTILE, quotes=(quote,), first_step=HOSTILE,
        done_when=(HOSTILE,), evidence=(HOSTILE,), needs=(HOSTILE,), owner=HOSTILE,
        capability=HOSTILE, trend=HOSTILE,
    )  # fmt: skip

    body = issues(a_list(task, team=HOSTILE))[0]["body"]

    assert "@kim" not in body
    assert "https://" not in body
    assert "](" not in body.replace(r"\](", "")
    assert "<script" not in body


def test_each_github_issue_can_be_told_by_the_hidden_id_of_its_action():
    made, found = issues(a_list(a_task("roles-2"), an_inquiry("roles-clear")))

    mark = "team=payments period=2026-Q4 -->"
    assert made["body"].endswith(f"<!-- readiness:action id=roles-2 {mark}")
    assert found["body"].endswith(f"<!-- readiness:find-out id=roles-clear {mark}")


@pytest.mark.parametrize("title", ["x" * 400, "two\nlines " + "ü" * 300])
def test_a_title_is_one_line_that_every_tracker_takes(title):
    (issue,) = issues(a_list(a_task(title=title), is_demo=True))

    assert len(issue["title"]) <= TITLE_LIMIT
    assert issue["title"].endswith("…")
    assert "\n" not in issue["title"]


def test_a_body_tells_what_somebody_needs_who_never_saw_the_report():
    body = issues(a_list(a_full_task(status=Status.STARTED)))[0]["body"]

    for words in (
        "Who reviews? Answer: 1 At least one: One does.",
        "Who tests? Answer: don't know\n",
        "Ask two people.",
        "* [ ] A bad change is refused",
        "Due: 2026-12-18",
        "Owner: Ana\n",
        "Status: in progress",
        "Expected: 5.5 points (3.3 to 8) in AI",
        "Self-reported answers of Payments for 2026-Q4",
        "small 1.0.0",
    ):
        assert words in body


def test_what_nobody_took_on_says_who_usually_does():
    body = issues(a_list(a_full_task(owner="", due=None)))[0]["body"]

    assert "Owner: nobody yet (usually: Tech lead)" in body
    assert "Due: no date yet" in body


@pytest.mark.parametrize("tracker", [jira, linear])
def test_the_importers_of_trackers_find_no_mark_before_the_first_column(tracker):
    assert tracker.render(a_list()).startswith('"')


def test_a_spreadsheet_that_opens_the_table_sees_that_it_is_utf_8():
    text = table.render(a_list(a_task(title="Prüfen")))

    assert text.encode().startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("tracker", TABLES)
def test_no_title_becomes_a_formula(tracker):
    text = tracker.render(a_list(a_task(title="=1+1"), a_task(title="-2")))

    assert '"\'=1+1"' in text
    assert '"\'-2"' in text


def test_no_body_of_ours_needs_an_apostrophe():
    for tracker in TABLES:
        assert "\n'" not in tracker.render(an_example())
        assert "\"'" not in tracker.render(an_example())


def test_jira_gets_each_label_in_a_column_of_its_own():
    listed = a_list(a_task(), an_inquiry())

    header = names(jira, listed)
    text = jira.render(listed)

    assert header.count("Labels") == 4
    assert '"readiness","ai-native-development","2026-q4","",' in text
    assert '"readiness","ai-native-development","2026-q4","find-out",' in text


def test_the_column_names_of_jira_have_no_punctuation():
    assert all(name.replace(" ", "").isalnum() for name in names(jira, a_list()))


def test_jira_gets_a_summary_a_type_a_date_and_an_id_that_stays():
    (row,) = rows(jira, a_list(a_full_task()))

    assert row["Summary"] == "Lift pairing-1"
    assert row["Issue Type"] == "Task"
    assert row["Due Date"] == "2026-12-18"
    assert row["External ID"] == "payments-2026-Q4-pairing-1"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[~kim] and [a|https://x.example]", r"\[\~kim\] and \[a\|https://x.example\]"),
        ("{code}*b* _i_", r"\{code\}\*b\* \_i\_"),
        ("!image.png!", r"\!image.png\!"),
        ("-gone- and +new+", r"\-gone- and \+new+"),
        ("??who??", r"\??who\??"),
        ("h1. Loud", r"\h1. Loud"),
        ("bq. Said", r"\bq. Said"),
        ("# one", r"\# one"),
        ("- one", r"\- one"),
        ("well :) (x) ;)", r"well \:) \(x) \;)"),
        ("what is gone (-x-) or new (+y+)", r"what is gone \(\-x-) or new \(\+y+)"),
        ("self-service, 2-3 of 5 (see A-1)", "self-service, 2-3 of 5 (see A-1)"),
        (
            "Why? It cures R01; 5 points (3 to 8).",
            "Why? It cures R01; 5 points (3 to 8).",
        ),
    ],
)
def test_what_jira_would_obey_is_escaped(text, expected):
    assert wiki_text(text) == expected


@pytest.mark.parametrize(
    ("horizon", "priority"), [("now", "High"), ("next", "Medium"), ("", "Low")]
)
@pytest.mark.parametrize("tracker", [jira, linear])
def test_what_comes_first_has_priority(tracker, horizon, priority):
    (row,) = rows(tracker, a_list(a_task(horizon=horizon)))

    assert row["Priority"] == priority


@pytest.mark.parametrize("tracker", [jira, linear])
def test_finding_out_is_neither_urgent_nor_idle(tracker):
    (row,) = rows(tracker, a_list(an_inquiry()))

    assert row["Priority"] == "Medium"


@pytest.mark.parametrize("status", Status)
def test_every_status_has_a_name_in_every_tracker(status):
    listed = a_list(a_task(status=status))

    assert rows(jira, listed)[0]["Status"] in {"To Do", "In Progress", "Done"}
    assert rows(linear, listed)[0]["Status"]
    assert rows(table, listed)[0]["status"] == status


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        (Status.OPEN, "Todo"),
        (Status.STARTED, "In Progress"),
        (Status.DONE, "Done"),
        (Status.DROPPED, "Canceled"),
        (Status.ACCEPTED, "Canceled"),
    ],
)
def test_for_linear_only_what_was_done_is_done(status, expected):
    (row,) = rows(linear, a_list(a_task(status=status)))

    assert row["Status"] == expected


def test_linear_gets_labels_that_it_parts_at_a_comma_and_a_space():
    (row,) = rows(linear, a_list(an_inquiry(trend="Zero trust")))

    assert row["Labels"] == "readiness, zero-trust, 2026-q4, find-out"


def test_linear_shows_text_as_it_is_without_comments_in_it():
    (row,) = rows(linear, a_list(a_task(details="ask @kim, see https://x.example")))

    assert "ask @kim, see https://x.example" in row["Description"]
    assert "<!--" not in row["Description"]


def test_a_task_of_no_trend_has_no_label_for_it():
    (issue,) = issues(a_list(a_task(trend="", capability="")))

    assert issue["labels"] == ["readiness", "2026-q4"]
    assert "Capability" not in issue["body"]


@pytest.mark.parametrize(
    ("trend", "label"), [("Demo", "demo"), ("Find out", "find-out")]
)
def test_a_trend_that_is_called_like_another_label_keeps_its_own(trend, label):
    asked, done = an_inquiry(trend=trend), a_task(trend=trend)

    assert a_list(done).labels_of(done) == ("readiness", label, "2026-q4")
    assert a_list(asked, is_demo=True).labels_of(asked) == tuple(
        dict.fromkeys(("readiness", label, "2026-q4", "find-out", "demo"))
    )


def test_the_table_has_numbers_in_columns_of_their_own():
    full, bare = rows(table, a_list(a_full_task(), a_task()))

    assert [full[n] for n in ("points", "points_low", "points_high")] == [
        "5.5", "3.25", "8.0",
    ]  # fmt: skip
    assert full["done_when"] == "A bad change is refused\nTwo people say so"
    assert bare["points"] == bare["person_weeks"] == bare["due"] == ""


def test_the_json_has_null_for_what_is_missing():
    (issue,) = json.loads(envelope.render(a_list()))["issues"]

    assert (
        issue["owner"] is issue["due"] is issue["gain"] is issue["first_step"] is None
    )
    assert issue["done_when"] == []


def test_the_json_has_names_without_spaces_and_hyphens():
    listed = a_list(an_inquiry(status=Status.ACCEPTED))

    (issue,) = json.loads(envelope.render(listed))["issues"]

    assert (issue["kind"], issue["status"]) == ("find_out", "risk_accepted")


def test_the_json_says_what_it_is():
    document = json.loads(envelope.render(a_list(a_full_task())))

    assert document["kind"] == "readiness.issues"
    assert document["schema_version"] == "1.0"
    assert document["self_reported"] is True
    assert document["issues"][0]["gain"]["points"] == 5.5
    assert document["issues"][0]["quotes"][1]["anchor"] is None
