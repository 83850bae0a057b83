import json
import os

import pytest

from readiness.store.files import FolderStore
from tests.cli.commands import PACK, QUICK, SLOW, run

WHERE = ("--team", "Payments", "--period", "2026-Q4", "--as", "ana")
PLACE = ("payments", "2026-Q4", "ana")


@pytest.fixture
def store(own_store):
    return FolderStore(own_store)


def answered():
    """Answer one question of each kind, the rest stays open."""
    run("answer", QUICK[0], "3", "--evidence", "told: by Bo", *WHERE)
    run("answer", QUICK[1], "unknown", *WHERE)
    run("answer", SLOW[0], "na", "--reason", "no law", *WHERE)


def status(*arguments):
    return run("status", *arguments, *WHERE)


def test_answers_are_counted_per_trend(store):
    answered()

    result = status()

    lines = result.stdout.splitlines()
    assert result.exit_code == 0
    assert lines[0] == "Payments, 2026-Q4, ana"
    assert lines[1] == f"Form: full, {PACK.id} {PACK.version}"
    assert lines[2] == f"File: {store.path_of(*PLACE)}"
    first = PACK.trends[0]
    size = sum(len(c.questions) for c in first.capabilities)
    row = next(line for line in lines if line.startswith(first.short))
    assert row.removeprefix(first.short).split() == ["1", "1", "1", str(size - 3), "1"]
    assert max(map(len, lines[3:])) <= 60


def test_counts_are_there_as_json(store):
    answered()

    document = json.loads(status("--json").stdout)

    assert document["schema_version"] == "1.0"
    assert document["kind"] == "readiness.status"
    assert document["team"] == {"id": "payments", "name": "Payments"}
    assert document["begun"] is True
    assert document["file"] == str(store.path_of(*PLACE))
    assert document["held_by"] is None
    assert document["completeness"] == {
        "questions": 56,
        "rated": 1,
        "unknown": 1,
        "not_applicable": 1,
        "open": 53,
        "with_evidence": 1,
    }
    assert [trend["id"] for trend in document["trends"]] == [t.id for t in PACK.trends]
    assert sum(trend["open"] for trend in document["trends"]) == 53


@pytest.mark.parametrize("plain", ["--plain", "environment"])
def test_screen_readers_get_sentences(plain, monkeypatch):
    answered()
    if plain == "environment":
        monkeypatch.setenv("READINESS_ACCESSIBLE", "1")

    result = status(*[plain] * plain.startswith("-"))

    assert f"{PACK.trends[0].short}: 1 of 12 rated, 1 unknown, " in result.stdout
    assert "  " not in result.stdout


def test_whoever_holds_the_answers_is_named(store):
    answered()

    with store.lock(*PLACE):
        text, data = status(), status("--json")

    assert f"Held by process {os.getpid()} on " in text.stdout
    assert json.loads(data.stdout)["held_by"]["pid"] == os.getpid()


def test_before_the_first_answer_it_says_how_to_begin(store):
    text, data = status(), json.loads(status("--json").stdout)

    assert text.exit_code == 0
    assert "No answers yet of ana for Payments, 2026-Q4." in text.stdout
    assert "readiness assess" in text.stdout
    assert data["begun"] is False
    assert data["completeness"]["open"] == 56
    assert not store.root.exists()


def test_a_quick_response_counts_the_quick_questions():
    run("answer", QUICK[0], "3", "--quick", *WHERE)

    document = json.loads(status("--json").stdout)

    assert document["form"] == "quick"
    assert document["completeness"]["questions"] == len(QUICK)


def test_a_team_that_does_not_exist_is_told_with_the_one_that_was_meant():
    answered()

    result = run("status", "--team", "paymets")

    assert result.exit_code == 4
    assert "there is no team 'paymets', did you mean 'payments'?" in result.stderr
    assert result.stdout == ""


def test_a_damaged_file_is_named(store):
    answered()
    path = store.path_of(*PLACE)
    path.write_text(path.read_text().replace('"level": 3', '"level": 7'))

    result = status()

    assert result.exit_code == 3
    assert f"error: {path}:" in result.stderr
    assert "level" in result.stderr
