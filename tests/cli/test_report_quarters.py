"""What the documents of a report show of the quarters before."""

import json

import pytest

from readiness.errors import ExitCode
from tests.cli.commands import PACK

TEMPLATE = """\
{% set lines = document.changes.lines if document.changes else [] %}
changes: {{ document.changes.old_period if document.changes else "none" }}
said: {% for line in lines %}{{ line.id }} {{ line.said }}; {% endfor %}

past: {{ document.past.periods | join(" ") if document.past else "none" }}
lines: {{ document.past.lines | length if document.past else 0 }}
left out: {{ document.left_out }}
"""


@pytest.fixture(name="shown")
def _shown(run, tmp_path):
    """Return what a document has of its quarters, and what was said on stderr."""
    template = tmp_path / "quarters.md"
    template.write_text(TEMPLATE, encoding="utf-8")

    def show(*words):
        result = run("report", "--template", str(template), *words)
        assert result.exit_code == ExitCode.OK, result.stderr
        lines = (line.partition(": ") for line in result.stdout.splitlines())
        return {name: said for name, _, said in lines if said}, result.stderr

    return show


def test_the_document_of_the_sample_has_both_its_quarters(shown):
    found, stderr = shown("--demo")

    assert found["changes"] == "2026-Q3"
    assert found["past"] == "2026-Q3 2026-Q4"
    assert stderr == ""


def test_with_one_quarter_there_is_nothing_to_compare(shown, kept):
    kept("2026-Q4", 2)

    found, stderr = shown()

    assert (found["changes"], found["past"]) == ("none", "none")
    assert "left out" not in found
    assert stderr == ""


def test_a_document_of_an_earlier_quarter_knows_nothing_later(shown, kept):
    for period in ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"):
        kept(period, 2, 3, 2)

    found, _ = shown("2026-Q3")

    assert found["changes"] == "2026-Q2"
    assert found["past"] == "2026-Q1 2026-Q2 2026-Q3"


def test_its_verdicts_are_those_of_compare_with_its_focus(shown, kept, run):
    kept("2026-Q3", 1, 2, 1)
    assert run("plan", "--focus", "zero-trust", "-o", "plan.md").exit_code == 0
    kept("2026-Q4", 2, 3, 2)

    found, _ = shown()
    compared = run("compare", "--plain").stdout

    verdicts = found["said"].removesuffix("; ").split("; ")
    assert len(verdicts) == 6
    for verdict in verdicts:
        assert verdict.partition(" ")[2] in compared


def test_a_document_of_one_trend_has_the_quarters_of_that_trend(shown):
    found, _ = shown("--demo", "--trend", "serverless")

    assert found["said"].startswith("serverless ")
    assert found["said"].count(";") == 1
    assert found["lines"] == "1"


def test_a_quarter_that_cannot_be_read_is_told_and_left_out(shown, kept, own_store):
    for period in ("2026-Q1", "2026-Q2", "2026-Q3", "2026-Q4"):
        kept(period, 2, 3)
    _damage(own_store, "2026-Q2")

    found, stderr = shown()

    assert found["changes"] == "2026-Q3"
    assert found["past"] == "2026-Q1 2026-Q3 2026-Q4"
    assert stderr.startswith("warning: 2026-Q2 is not in the document: ")
    assert stderr.count("\n") == 1


def test_a_damaged_quarter_before_leaves_the_history_only(shown, kept, own_store):
    for period in ("2026-Q1", "2026-Q3", "2026-Q4"):
        kept(period, 2, 3)
    _damage(own_store, "2026-Q3")

    found, stderr = shown()

    assert found["changes"] == "none"
    assert found["past"] == "2026-Q1 2026-Q4"
    assert "2026-Q3 is not in the document" in stderr


def _damage(store, period):
    for path in store.rglob(f"{period}/*.json"):
        path.write_text("{", encoding="utf-8")


def test_a_damaged_plan_costs_what_changed_and_nothing_else(
    shown, kept, run, own_store
):
    kept("2026-Q3", 1, 2, 1)
    run("plan", "-o", "plan.md")
    kept("2026-Q4", 2, 3, 2)
    (plan,) = own_store.rglob("plans/*.json")
    plan.write_text("{", encoding="utf-8")

    found, stderr = shown()

    assert (found["changes"], found["past"]) == ("none", "2026-Q3 2026-Q4")
    assert stderr.startswith("warning: what changed since 2026-Q3 is not in the doc")


def test_an_anonymous_document_shows_no_quarter_of_a_few(shown, kept):
    kept("2026-Q2", 4)
    kept("2026-Q3", 1, 2, 1, 2, 1)
    kept("2026-Q4", 2, 3, 2, 3, 2)

    usual, _ = shown()
    found, _ = shown("--anonymous")

    assert usual["past"] == "2026-Q2 2026-Q3 2026-Q4"
    assert "left out" not in usual
    assert (found["changes"], found["past"]) == ("2026-Q3", "2026-Q3 2026-Q4")
    assert "Earlier quarters are left out where fewer than 5" in found["left out"]


def test_an_anonymous_document_is_not_compared_with_a_few(shown, kept):
    kept("2026-Q2", 1, 2, 1, 2, 1)
    kept("2026-Q3", 1, 2)
    kept("2026-Q4", 2, 3, 2, 3, 2)

    found, _ = shown("--anonymous")

    assert (found["changes"], found["past"]) == ("none", "2026-Q2 2026-Q4")


def test_if_all_earlier_quarters_are_of_a_few_the_document_says_so(shown, kept):
    kept("2026-Q3", 1, 2)
    kept("2026-Q4", 2, 3)

    found, _ = shown("--anonymous")

    assert (found["changes"], found["past"]) == ("none", "none")
    assert "Earlier quarters are left out" in found["left out"]


def test_an_anonymous_document_compares_without_what_a_few_rated(run, kept):
    for period, level in (("2026-Q3", 1), ("2026-Q4", 2)):
        kept(period, *[level] * 6)
        half = [q.id for q in PACK.questions()][::2]
        lines = (f"  {id_}: {level}" for id_ in half)
        head = (f"period: {period}", "respondent: zoe", "form: full", "answers:")
        assert run("import", "-", input="\n".join((*head, *lines))).exit_code == 0

    usual = json.loads(run("report", "--json").stdout)
    found = json.loads(run("report", "--json", "--anonymous").stdout)

    assert "from 6 of 7 people" in json.dumps(usual["past"])
    assert " of 7 people" not in json.dumps(found)
    for part in (found["left_out"], *found["changes"]["remarks"][-1:]):
        assert part.endswith("may differ from those of one quarter alone.")
    assert {node["delta"] for node in found["changes"]["nodes"]} == {None}
    assert found["changes"]["moves"]
    for move in found["changes"]["moves"]:
        assert move["now"].startswith("about 2 (")


def test_the_terminal_is_about_one_quarter(run, kept):
    kept("2026-Q3", 1, 2, 1)
    kept("2026-Q4", 2, 3, 2)

    text = run("report", "--plain").stdout

    assert "2026-Q4" in text
    assert "2026-Q3" not in text


def test_json_and_markdown_have_what_changed_and_the_history(run, kept):
    kept("2026-Q2", 1, 1, 1)
    kept("2026-Q3", 1, 2, 1)
    kept("2026-Q4", 2, 3, 2)

    found = json.loads(run("report", "--json").stdout)
    text = run("report", "-f", "markdown").stdout
    compared = json.loads(run("compare", "--json").stdout)

    alike = ("id", "name", "delta", "band", "common", "verdict")
    nodes = found["changes"]["nodes"]
    assert found["changes"]["periods"] == compared["periods"]
    assert [[node[key] for key in alike] for node in nodes] == [
        [node[key] for key in alike] for node in compared["nodes"]
    ]
    assert found["past"]["periods"] == ["2026-Q2", "2026-Q3", "2026-Q4"]
    assert "\n## What changed since 2026-Q3\n" in text
    assert "\n| Trend | 26-Q2 | 26-Q3 | 26-Q4 | In words |\n" in text


def test_with_one_quarter_json_has_null_and_markdown_nothing_of_others(run, kept):
    kept("2026-Q4", 2)

    found = json.loads(run("report", "--json").stdout)
    text = run("report", "-f", "markdown").stdout

    assert (found["changes"], found["past"]) == (None, None)
    assert "## Changes" not in text
    assert "## History" not in text
