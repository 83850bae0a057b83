"""The first run, the next run and the next quarter, on a real terminal."""

import sys
from datetime import UTC, datetime, timedelta

import pytest

from readiness.cli.assessing.beginning import with_chosen_form
from readiness.interview.steps import Only
from readiness.responses import Form, NotApplicable, Rated, Unknown
from readiness.store.files import FolderStore
from tests.builders import a_response
from tests.cli.assessing import (
    FIRST,
    KNOWN,
    PACK,
    QUESTIONS,
    QUICK,
    a_window,
    all_but,
    answers_in,
)
from tests.interview.page.pages import CTRL_C, CTRL_D
from tests.interview.scripted import a_session
from tests.terminal import ENTER, ESC, ROOT, Terminal


@pytest.fixture
def project(tmp_path):
    folder = tmp_path / "payments-api"
    folder.mkdir()
    return folder


def in_folder(folder, *arguments, **settings):
    """Run ``assess`` in a folder, without a store named anywhere."""
    start = 'cd "$1"; shift; exec "$@"'
    program = ["/bin/sh", "-c", start, "sh", folder, sys.executable, "-m", "readiness"]
    env = {"PYTHONPATH": str(ROOT), "READINESS_HOME": "", **settings.pop("env", {})}
    program = [str(word) for word in program]
    return Terminal("assess", *arguments, program=program, env=env, **settings)


def test_the_first_run_asks_for_team_and_quarter_and_the_second_does_not(project):
    this = "2026-Q4"
    window = in_folder(project, "--as", "ana", rows=30)
    window.wait("Which team is this about?", "payments-api").send(ENTER)
    window.wait("For which quarter,").send("\x15" + this + ENTER)
    window.wait("readiness.toml in payments-api?", "» 1 No").send("33")
    window.wait("Wrote readiness.toml.", "How do you want to begin?").send("44")
    window.wait("Nothing was answered.").leave()

    again = in_folder(project, "--as", "ana", "--period", this, rows=30)
    again.wait("payments-api, ", "How do you want to begin?").send("22")
    again.wait("question 1 of 9").send("22").wait("question 2 of 9").send("q").leave()

    (kept,) = FolderStore(project / ".readiness").responses("payments-api", this)
    assert kept.form is Form.QUICK
    assert b"Which team" not in again.raw


def test_who_writes_no_file_is_not_asked_twice_either(project):
    window = in_folder(project, rows=30).wait("Which team").send("\x15Pay" + ENTER)
    window.wait("For which quarter,").send(ENTER).wait("» 1 No").send(ENTER)
    window.wait("How do you want to begin?").send("44").leave()

    again = in_folder(project, rows=30).wait("Pay, ", "How do you want to begin?")

    again.send("44").leave()
    assert list(project.iterdir()) == []
    assert b"Which team" not in again.raw


def test_who_goes_back_from_the_quarter_comes_to_the_team(project):
    window = in_folder(project, "--quick").wait("Which team").send("\x15Pay" + ENTER)
    window.wait("For which quarter,").send(ESC).wait("Which team", "Pay")

    window.send(ESC).wait("readiness assess --quick")
    assert window.leave() == 0


@pytest.mark.parametrize("key", [ESC, CTRL_C, CTRL_D])
def test_the_first_run_can_be_left_at_once_and_leaves_nothing(project, key):
    window = in_folder(project).wait("Which team is this about?").send(key)

    assert window.wait("Nothing was answered. Begin again with:").leave() == 0
    assert list(project.iterdir()) == []


def test_a_name_that_cannot_be_used_is_asked_for_again(project):
    window = in_folder(project).wait("Which team is this about?")
    window.send("x" * 101 + ENTER).wait("characters.", "Which team is this about?")

    assert window.send(ESC).wait("Nothing was answered.").leave() == 0


def test_the_first_run_is_spoken_too(project):
    window = in_folder(project, "--ui", "plain", rows=50)
    window.wait("Which team is this about?").send("Payments\n")
    window.wait("For which quarter,").send("\n").wait("3. Yes").send("1\n")
    window.wait("How do you want to begin?").send("4\n")

    assert window.wait("Nothing was answered.").leave() == 0
    assert b"\x1b" not in window.raw


def test_a_pipe_is_not_asked_for_its_team(lines):
    assert "Which team" not in lines("quit\n").stdout


@pytest.fixture
def last_quarter(store):
    """Keep answers of last quarter: one don't know, one open, one ruled out."""

    def keep(answers=None, **fields):
        last = a_response(PACK, profile=KNOWN)
        store.archive(PACK)
        given = {"period": "2026-Q3", "answers": answers or all_but(), **fields}
        store.save(last.model_copy(update=given))

    return keep


def at(days):
    """Return the time so many days ago: the program has the clock of the machine."""
    return datetime.now(UTC) - timedelta(days=days)


def test_next_quarter_what_was_unknown_open_or_old_is_asked_first(last_quarter, begun):
    fresh = {q.id: Rated(level=2, at=at(60)) for q in QUESTIONS}
    unknown, old, open_ = QUESTIONS[7].id, QUESTIONS[20].id, QUESTIONS[30].id
    last_quarter(
        {
            **{id_: answer for id_, answer in fresh.items() if id_ != open_},
            unknown: Unknown(at=at(60)),
            old: Rated(level=1, at=at(200)),
        }
    )
    begun()
    window = a_window(rows=30)

    window.wait("First come the 3", QUESTIONS[7].text, "Previous answer: don't know")
    window.send("y").wait("question 2 of 56", QUESTIONS[20].text, "(previous answer)")
    window.send("33").wait("question 3 of 56", QUESTIONS[30].text)
    window.send("d").wait("question 4 of 56", FIRST.text)
    window.send("q").leave()


def test_what_is_still_true_is_a_fresh_answer_with_its_note(last_quarter, begun, store):
    kept = NotApplicable(reason="no agents", note="asked Jon", at=at(60))
    last_quarter({FIRST.id: kept})
    begun({q.id: Rated(level=1) for q in QUESTIONS[1:]})
    window = a_window(rows=30).wait("Previous answer: not applicable (no agents)")

    window.send("y").wait("still not applicable").wait("Review of").send("q").leave()

    answer = answers_in(store)[FIRST.id]
    assert (answer.reason, answer.note) == ("no agents", "asked Jon")
    assert answer.at > kept.at


def test_what_was_said_about_the_team_is_confirmed_too(last_quarter, store):
    last_quarter()
    window = a_window("--quick", rows=40)
    for number in range(1, len(PACK.profile) + 1):
        window.wait(f"question {number} of 9", "y still true").send("y")
    window.wait("question 1 of 16").send("q").leave()

    assert store.find("payments", "2026-Q4", "ana").profile == KNOWN


@pytest.mark.parametrize(
    ("only", "first", "count"),
    [
        (Only.OPEN, QUESTIONS[3], 1),
        (Only.UNKNOWN, QUESTIONS[5], 2),
        (Only.STALE, QUESTIONS[8], 1),
    ],
)
def test_one_can_be_asked_only_a_part(begun, only, first, count):
    fresh = {q.id: Rated(level=2, at=at(1)) for q in QUESTIONS}
    del fresh[QUESTIONS[3].id]
    unknown = {QUESTIONS[n].id: Unknown(at=at(1)) for n in (5, 6)}
    stale = {QUESTIONS[8].id: Rated(level=2, at=at(130))}
    begun({**fresh, **unknown, **stale})

    window = a_window("--only", only).wait(f"question 1 of {count}", first.text)

    window.send("q").wait(f"--only {only}").leave()


def test_a_part_without_questions_is_no_failure(begun, lines):
    begun(all_but())

    done = lines("", "--only", "open")

    assert done.exit_code == 0
    assert done.stdout == "Nothing is open: there is no question to ask.\n"


def test_a_part_of_a_quick_look_stays_quick(begun, lines, store):
    begun({q.id: Rated(level=2) for q in QUICK[1:]}, form=Form.QUICK)

    lines("3\n", "--only", "open")

    assert store.find("payments", "2026-Q4", "ana").form is Form.QUICK


def test_a_pack_that_was_set_once_is_for_those_who_begin(begun, lines, monkeypatch):
    begun()
    monkeypatch.setenv("READINESS_PACK", "another")

    assert lines("quit\n").exit_code == 0
    assert lines("quit\n", "--pack", "another").exit_code == 2


def test_a_quick_look_goes_on_with_the_same_command(begun, lines, store):
    begun({QUICK[0].id: Rated(level=2)}, form=Form.QUICK)

    done = lines("2\nquit\n")

    assert "The quick look goes on; --full asks all questions." in done.stdout
    assert "Welcome back: 1 of 16" in done.stdout
    assert "Saved. Continue with:\n  readiness assess --team" in done.stdout
    assert store.find("payments", "2026-Q4", "ana").form is Form.QUICK


def test_all_questions_may_be_asked_before_a_quick_look_is_finished(
    begun, lines, store
):
    begun({QUICK[1].id: Rated(level=2)}, form=Form.QUICK)

    done = lines("2\nquit\n", "--full")

    assert "All questions are asked now" in done.stdout
    assert QUESTIONS[0].text in done.stdout
    assert store.find("payments", "2026-Q4", "ana").form is Form.FULL


def test_who_leaves_with_nothing_open_is_shown_the_way_to_the_result(begun, lines):
    begun(all_but())

    done = lines("cancel\n")

    assert done.stdout.endswith(
        "Saved, and nothing is open. See the result with:\n"
        "  readiness report 2026-Q4 --team Payments\n"
    )


def test_who_has_answered_a_part_is_shown_the_way_to_the_rest(begun, lines):
    fresh = {q.id: Rated(level=2, at=at(1)) for q in QUESTIONS[3:]}
    begun({**fresh, QUESTIONS[5].id: Unknown(at=at(1))})

    done = lines("2\nfinish\n\n", "--only", "unknown")

    assert (
        "Still open: 3. Go on with:\n"
        "  readiness assess --team Payments --period 2026-Q4 --as ana --ui plain\n"
    ) in done.stdout


def test_a_form_is_chosen_after_any_number_of_examples(capsys):
    full, _, _ = a_session(2, 0, pack=PACK)
    quick, _, _ = a_session(1, pack=PACK)
    left, _, _ = a_session(3, pack=PACK)

    assert with_chosen_form(full) is full
    assert "DEMO DATA" in capsys.readouterr().out
    chosen = with_chosen_form(quick)
    assert chosen is not None
    assert chosen.response.form is Form.QUICK
    assert with_chosen_form(left) is None


def test_the_pack_of_the_answers_may_be_named(begun, lines):
    begun()

    assert lines("quit\n", "--pack", PACK.id).exit_code == 0
