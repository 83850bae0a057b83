import json

import pytest
from time_machine import travel

from readiness.responses import (
    Evidence,
    EvidenceKind,
    Form,
    NotApplicable,
    Rated,
    Unknown,
)
from readiness.store.files import FolderStore
from tests.builders import NOON
from tests.cli.commands import PACK, QUICK, SLOW, run

WHERE = ("--team", "Payments", "--period", "2026-Q4", "--as", "Ana B")
PLACE = ("payments", "2026-Q4", "ana-b")


@pytest.fixture
def store(own_store):
    return FolderStore(own_store)


def answer(*arguments):
    return run("answer", *arguments, *WHERE)


@travel(NOON, tick=False)
def test_an_answer_is_kept_and_said(store):
    result = answer(QUICK[0], "3", "--role", "leader")

    label = PACK.question_by_id[QUICK[0]].anchors[3].label
    kept = store.find(*PLACE)
    assert result.exit_code == 0
    assert result.stdout == f"{QUICK[0]}: 3 ({label})\n"
    assert f"Saved {store.path_of(*PLACE)} (55 open)" in result.stderr
    assert kept.answers == {QUICK[0]: Rated(level=3, at=NOON)}
    assert (kept.team.name, kept.role, kept.form) == ("Payments", "leader", Form.FULL)
    assert store.pack_of(kept) == PACK


@pytest.mark.parametrize(
    ("words", "kind", "shown"),
    [
        (("unknown",), Unknown, "don't know"),
        (("na", "--reason", "the law"), NotApplicable, "not applicable"),
        (("not-applicable", "--reason", "the law"), NotApplicable, "(the law)"),
    ],
)
def test_there_are_answers_other_than_levels(store, words, kind, shown):
    result = answer(QUICK[0], *words)

    assert isinstance(store.find(*PLACE).answers[QUICK[0]], kind)
    assert shown in result.stdout


def test_a_note_is_added_to_and_evidence_stays_until_other_is_given(store):
    answer(QUICK[0], 1, "--note", "why", "--evidence", "a", "--evidence", "b")
    answer(QUICK[0], 2)
    kept = store.find(*PLACE).answers[QUICK[0]]

    answer(QUICK[0], 2, "--note", "new")
    newer = store.find(*PLACE).answers[QUICK[0]]

    a_and_b = (Evidence(text="a"), Evidence(text="b"))
    assert (kept.level, kept.note, kept.evidence) == (2, "why", a_and_b)
    assert (newer.note, newer.evidence) == ("why\nnew", a_and_b)


@pytest.mark.parametrize("before", [(), ("unknown",), (2, "--note", "n")])
def test_what_does_not_apply_needs_a_reason(store, before):
    if before:
        answer(QUICK[0], *before)

    result = answer(QUICK[0], "na")

    assert result.exit_code == 2
    assert "not-applicable needs a reason" in result.stderr
    assert f"readiness answer {QUICK[0]} not-applicable --reason" in result.stderr
    assert store.root.exists() == bool(before)


def test_a_reason_given_before_need_not_be_given_again(store):
    answer(QUICK[0], "na", "--reason", "the law")

    result = answer(QUICK[0], "na", "--note", "asked again")

    kept = store.find(*PLACE).answers[QUICK[0]]
    assert result.exit_code == 0
    assert (kept.reason, kept.note) == ("the law", "asked again")


def test_blank_evidence_is_no_evidence(store):
    answer(QUICK[0], 1, "--evidence", " ", "--evidence", "a")

    assert store.find(*PLACE).answers[QUICK[0]].evidence == (Evidence(text="a"),)


def test_evidence_may_begin_with_its_kind_and_is_said_as_it_was_understood(store):
    drill = "the rollback drill on 3 November: twice"

    result = answer(QUICK[0], 3, "--evidence", f"seen: {drill}", "--evidence", "told")

    told, seen = Evidence(kind=EvidenceKind.TOLD), EvidenceKind.SEEN
    kept = store.find(*PLACE).answers[QUICK[0]].evidence
    assert kept == (Evidence(kind=seen, text=drill), told)
    assert f"Evidence, seen working: {drill}\n" in result.stderr
    assert "Evidence, told by someone\n" in result.stderr


def test_a_quick_response_turns_full_by_an_answer_outside_and_says_so(store):
    quick = answer(QUICK[0], 1, "--quick")
    begun = store.find(*PLACE)

    full = answer(SLOW[0], 1)

    assert begun.form is Form.QUICK
    assert f"({len(QUICK) - 1} open)" in quick.stderr
    assert "all questions are asked now" not in quick.stderr
    assert store.find(*PLACE).form is Form.FULL
    assert "all questions are asked now" in full.stderr


def test_hostile_notes_are_kept_as_plain_data(store):
    answer(QUICK[0], 1, "--note", "\x1b[31m[bold]<b>\u202e\r\nx")

    assert store.find(*PLACE).answers[QUICK[0]].note == "[31m[bold]<b>\nx"


def test_an_unknown_question_is_told_with_the_one_that_was_meant(store):
    result = answer(f"{QUICK[0]}x", 3)

    assert result.exit_code == 4
    assert f"did you mean '{QUICK[0]}'?" in result.stderr
    assert not store.root.exists()


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("5",), "'5' is not an answer"),
        (("unknwon",), "did you mean 'unknown'?"),
        ((), "say a question and its answer"),
        (("3", "--json"), "say a question and its answer"),
        (("3", "--next"), "say a question and its answer"),
        (("na",), "not-applicable needs a reason"),
        (("3", "--reason", "x"), "only not-applicable has a reason"),
        (("3", "--note", "x" * 2001), "the note has 2,001 characters"),
        (("3", "--evidence", "x" * 2001), "the evidence has 2,001 characters"),
        (("3", *["--evidence", "x"] * 21), "more than 20 pieces of evidence"),
        (("3", "--role", "x" * 61), "the role has 61 characters"),
        (("3", "--team", "x" * 10_000), "the team name has 10000 characters"),
        (("3", "--period", "2026-Q5"), "is not a period"),
    ],
)
def test_what_cannot_be_answered_is_a_mistake_of_usage(store, words, message):
    result = run("answer", QUICK[0], *words)

    assert result.exit_code == 2
    assert message in result.stderr
    assert result.stdout == ""
    assert not store.root.exists()


@pytest.mark.parametrize("name", ["../../etc", "a/b", "/x", "🙂", "a\nb", "\x1b[1m"])
def test_no_name_leaves_the_store(store, name):
    result = run("answer", QUICK[0], 3, "--team", name, "--as", name)

    (path,) = store.root.glob("*/*/*.json")
    assert result.exit_code == 0
    assert path.name != "packs"
    assert "\x1b" not in result.stderr


def test_a_damaged_file_is_named_and_left_as_it_is(store):
    answer(QUICK[0], 3)
    path = store.path_of(*PLACE)
    path.write_text('{\n  "kind": ')

    result = answer(QUICK[0], 4)

    assert result.exit_code == 3
    assert f"error: {path}:2: the file ends too early" in result.stderr
    assert path.read_text() == '{\n  "kind": '


def test_a_locked_response_is_left_alone(store):
    with store.lock(*PLACE):
        result = answer(QUICK[0], 3)

    assert result.exit_code == 6
    assert "another session holds" in result.stderr
    assert store.find(*PLACE) is None


def test_a_store_that_cannot_be_written_is_told(store):
    store.root.symlink_to(store.root.with_name("nowhere"))

    result = answer(QUICK[0], 3)

    assert result.exit_code == 7
    assert "error: cannot write" in result.stderr


def test_a_file_in_place_of_the_store_is_not_an_empty_store(store):
    store.root.write_text("in the way")

    result = answer(QUICK[0], 3)

    assert result.exit_code == 3
    assert f"error: {store.root} cannot be read: not a directory" in result.stderr


def test_the_next_open_question_is_printed():
    answer(QUICK[0], 3, "--quick")

    result = answer("--next")

    question = PACK.question_by_id[QUICK[1]]
    assert result.stdout.startswith(
        f"{question.id}\n{question.text}\n{question.help}\n"
    )
    assert (
        f"4  {question.anchors[4].label}: {question.anchors[4].text}" in result.stdout
    )
    assert f"{len(QUICK) - 1} open" in result.stderr


def test_the_next_question_before_the_first_answer_is_the_first(store):
    full, quick = answer("--next", "--json"), answer("--next", "--json", "--quick")

    assert json.loads(full.stdout)["open"] == len(QUICK) + len(SLOW)
    assert json.loads(quick.stdout)["open"] == len(QUICK)
    assert not store.root.exists()


def test_the_next_question_is_there_as_json():
    document = json.loads(answer("--next", "--json").stdout)

    question = next(PACK.questions())
    assert document["kind"] == "readiness.question"
    assert document["question"]["id"] == question.id
    assert document["question"]["trend"] == PACK.trends[0].id
    assert [a["level"] for a in document["question"]["anchors"]] == [0, 1, 2, 3, 4]


def test_when_nothing_is_open_that_is_said():
    for question in QUICK:
        answer(question, "unknown", "--quick")

    text, data = answer("--next"), answer("--next", "--json")

    assert (text.exit_code, text.stdout) == (0, "")
    assert "Nothing is open" in text.stderr
    assert json.loads(data.stdout)["question"] is None
