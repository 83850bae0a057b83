import json
from datetime import timedelta

import pytest

from readiness.cli.quarters import find_kept
from readiness.errors import ExitCode
from readiness.store.plans import save_plan
from tests.builders import NOON
from tests.report.comparing.values import a_record


@pytest.fixture(name="three")
def _three(kept):
    """Keep three quarters of three people."""
    kept("2026-Q2", 1, 2, 1)
    kept("2026-Q3", 1, 2, 1)
    return kept("2026-Q4", 2, 3, 2)


def periods(result):
    return [quarter["period"] for quarter in json.loads(result.stdout)["quarters"]]


def test_the_sample_team_needs_no_answers(run):
    result = run("history", "--demo")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("DEMO DATA  History  Harbour Freight")
    assert result.stderr == ""


@pytest.mark.parametrize(
    ("last", "shown"), [(1, ["2026-Q4"]), (2, ["2026-Q3", "2026-Q4"])]
)
def test_of_the_sample_team_the_last_quarters_are_shown_if_asked(run, last, shown):
    assert periods(run("history", "--demo", "--json", "--last", str(last))) == shown


@pytest.mark.parametrize("columns", [45, 60, 200])
def test_the_words_do_not_hang_on_how_wide_a_window_is(kept, monkeypatch, columns):
    for number in range(5):
        kept(f"{2025 + number // 4}-Q{1 + number % 4}", 1 if number else 0)
    run = kept("2026-Q4", 2)
    monkeypatch.setenv("COLUMNS", str(columns))

    text = " ".join(run("history").stdout.split())

    assert "improved since 25-Q1 (+50, needed" in text


def test_what_was_declared_before_the_last_quarter_needs_less(three, own_store):
    before = NOON - timedelta(days=1)
    plain = json.loads(three("history", "--json").stdout)["nodes"]
    save_plan(own_store, a_record(focus="multiagent", focus_at=before))

    nodes = json.loads(three("history", "--json").stdout)["nodes"]

    declared = [n["id"] for n in nodes if n["since_previous"]["focus"]]
    assert declared == ["multiagent"]
    place = [n["id"] for n in nodes].index("multiagent")
    found = (nodes[place], plain[place])
    bands = [node["since_previous"]["band"] for node in found]
    assert bands[0] < bands[1]


@pytest.mark.parametrize("period", ["2026-Q2", "2026-Q3"])
def test_history_needs_what_compare_needs_of_the_same_two_quarters(
    three, own_store, period
):
    before = NOON - timedelta(days=1)
    declared = a_record(period=period, focus="multiagent", focus_at=before)
    save_plan(own_store, declared)

    nodes = json.loads(three("history", "--json").stdout)["nodes"]
    compared = json.loads(three("compare", period, "--json").stdout)["nodes"]

    since = "since_first" if period == "2026-Q2" else "since_previous"
    bands = {node["id"]: node[since]["band"] for node in nodes}
    assert bands == {node["id"]: node["band"] for node in compared}
    assert any(node["focus"] for node in compared)


@pytest.mark.usefixtures("three")
def test_a_damaged_plan_declares_nothing(three, own_store):
    path = save_plan(own_store, a_record(focus="multiagent", focus_at=NOON))
    path.write_text("{", encoding="utf-8")

    assert three("history").exit_code == ExitCode.OK


def test_all_quarters_are_shown_with_the_verdict_since_the_first(three):
    result = three("history")

    assert result.exit_code == ExitCode.OK, result.output
    assert "26-Q2  26-Q3  26-Q4\n" in result.stdout
    assert "improved since 26-Q2 (+25, needed" in result.stdout
    assert result.stderr == "Next: readiness compare\n"


def test_only_the_last_quarters_are_shown_and_compared_if_asked(three):
    text = three("history", "--last", "2").stdout

    assert "26-Q2" not in text
    assert "improved since 26-Q3" in text


def test_a_screen_shows_eight_quarters_and_a_document_all(kept):
    for number in range(11):
        kept(f"{2024 + number // 4}-Q{1 + number % 4}", 2)
    run = kept("2026-Q4", 2)

    assert len(periods(run("history", "--json"))) == 12
    assert len(periods(run("history", "--json", "--last", "3"))) == 3
    assert "8 quarters, 2025-Q1 to 2026-Q4" in run("history").stdout
    assert "8 quarters, 2025-Q1 to 2026-Q4" in run("history", "--plain").stdout
    assert "12 quarters" in run("history", "--last", "12").stdout


def test_one_quarter_is_shown_with_what_a_word_needs(kept):
    result = kept("2026-Q4", 2)("history")

    assert result.exit_code == ExitCode.OK
    assert "One quarter only" in result.stdout


def test_without_answers_the_error_says_what_to_do(run):
    result = run("history")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "try: readiness assess --quick" in result.stderr


@pytest.mark.parametrize("last", ["0", "-1", "two"])
def test_the_number_of_quarters_is_at_least_one(three, last):
    assert three("history", "--last", last).exit_code == ExitCode.USAGE


def test_one_trend_can_be_shown_alone(three):
    document = json.loads(three("history", "--trend", "multiagent", "--json").stdout)

    assert [node["id"] for node in document["nodes"]] == ["multiagent"]


def test_a_trend_that_is_not_there_is_an_error(three):
    result = three("history", "--trend", "multiagnt")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "multiagent" in result.stderr


def test_a_terminal_without_other_signs_gets_ascii(three, monkeypatch):
    monkeypatch.setenv("READINESS_ASCII", "1")

    assert three("history").stdout.isascii()
    assert three("history", "--plain").stdout.isascii()


@pytest.mark.parametrize(
    ("words", "beginning"),
    [
        (("-f", "markdown"), "# Readiness over time, Payments"),
        (("--json",), '{\n  "schema_version": "1.0",\n  "kind": "readiness.history"'),
        ((), "History of Payments, 3 quarters"),
    ],
)
def test_a_document_goes_to_a_file(three, tmp_path, words, beginning):
    path = tmp_path / "history"

    result = three("history", *words, "-o", str(path))

    assert (result.stdout, result.stderr) == ("", f"Wrote {path}\n")
    assert path.read_text(encoding="utf-8").startswith(beginning)


def test_a_noise_file_changes_what_is_needed(three, tmp_path):
    path = tmp_path / "noise.toml"
    path.write_text("item = 0.6\nshift = 0.2\nrater = 0.5\nprior_df = 10.0\n")

    assumed = json.loads(three("history", "--json").stdout)
    measured = json.loads(three("history", "--json", "--noise", str(path)).stdout)

    bands = [d["nodes"][0]["since_first"]["band"] for d in (measured, assumed)]
    assert bands[0] > bands[1]


@pytest.mark.usefixtures("three")
def test_the_quarters_of_a_team_are_those_with_answers(own_store):
    kept = find_kept(team=None, data_dir=own_store)

    assert [str(period) for period in kept.periods] == ["2026-Q2", "2026-Q3", "2026-Q4"]
    assert [len(quarter.responses) for quarter in kept.last(2)] == [3, 3]


def test_one_quarter_leads_to_no_comparison(three):
    result = three("history", "--last", "1")

    assert result.exit_code == ExitCode.OK
    assert result.stderr == ""
