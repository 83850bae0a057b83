"""``readiness assess`` in plain lines, and what it asks whom."""

import pytest

from readiness.responses import Form, Noted, Rated, Unknown
from tests.cli.assessing import (
    FIRST,
    PACK,
    QUESTIONS,
    QUICK,
    a_window,
    answers_in,
    piped,
)


def test_plain_lines_work_on_a_pipe_and_send_no_escape_code(store, begun):
    begun()

    done = piped(b"3\nunknown\nna\nno AI\nnote\nask Jon\nback\nquit\n", "--ui", "plain")

    found = [answers_in(store)[q.id] for q in QUESTIONS[:4]]
    assert done.returncode == 0
    assert b"\x1b" not in done.stdout + done.stderr
    assert [type(answer).__name__ for answer in found] == [
        "Rated",
        "Unknown",
        "NotApplicable",
        "Noted",
    ]
    assert done.stdout.decode().count(FIRST.anchors[2].text) == 1


def test_the_end_of_the_input_saves_and_is_no_failure(store, begun, lines):
    begun()

    done = lines("4\n")

    assert done.exit_code == 0
    assert "--ui plain" in done.stdout
    assert answers_in(store)[FIRST.id].level == 4


def test_bytes_that_are_no_text_are_not_understood(begun):
    begun()

    done = piped(b"\xff\xfe\x00\nquit\n", "--ui", "plain")

    assert done.returncode == 0
    assert b"Not understood" in done.stdout


@pytest.mark.parametrize(
    ("variable", "value"), [("LC_ALL", "C"), ("PYTHONIOENCODING", "cp1252")]
)
def test_a_stream_that_cannot_show_unicode_gets_plain_ascii(
    begun, monkeypatch, variable, value
):
    note = "\u201cask\u201d J\u00f6rg \u2013 \u65e5\u672c"
    begun({FIRST.id: Noted(note=note)})
    monkeypatch.setenv(variable, value)

    done = piped(b"again\n3\nquit\n", "--ui", "plain")

    assert done.returncode == 0
    assert done.stdout.isascii()
    assert b'Note: "ask" Jorg - ??.' in done.stdout


def test_a_stream_that_can_show_unicode_gets_it(begun, monkeypatch):
    begun({FIRST.id: Noted(note="\u201cask\u201d \u65e5\u672c")})
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    done = piped(b"3\nquit\n", "--ui", "plain")

    assert "Note: \u201cask\u201d \u65e5\u672c." in done.stdout.decode()


def test_every_action_of_a_page_has_its_word(store, begun):
    begun()
    script = (
        b"evidence\nseen\n\nthe dashboard\nnote\nask Jon\nnote\n+ and Kim\n3\n"
        b"goto 9\nunknown\ngoto\n12\n2\nreview\ncancel\nskip\nback\nquit\n"
    )

    done = piped(script, "--ui", "plain")

    answers = answers_in(store)
    first = answers[FIRST.id]
    assert done.returncode == 0
    assert (first.level, first.note) == (3, "ask Jon\nand Kim")
    assert [piece.words for piece in first.evidence] == ["seen working: the dashboard"]
    assert isinstance(answers[QUESTIONS[8].id], Unknown)
    assert answers[QUESTIONS[11].id].level == 2


def test_what_is_typed_behind_a_word_reaches_its_prompt(store, begun):
    begun({FIRST.id: Noted(note="There before")})
    script = b"again\nnote Ask Jon\nna No AI here\ngoto 56\ngoto\n2\nunknown\nquit\n"

    done = piped(script, "--ui", "plain")

    first = answers_in(store)[FIRST.id]
    assert done.returncode == 0
    assert (first.reason, first.note) == ("No AI here", "There before\nAsk Jon")
    assert isinstance(answers_in(store)[QUESTIONS[1].id], Unknown)


def test_a_dumb_terminal_gets_plain_lines(store, begun):
    begun()
    window = a_window(rows=60, env={"TERM": "dumb"}).wait("Answer 0 to 4")

    window.send("3\n").wait("Question 2 of 56").send("quit\n").wait("Saved.")

    assert window.leave() == 0
    assert b"\x1b" not in window.raw
    assert answers_in(store)[FIRST.id].level == 3


def test_a_tiny_window_gets_plain_lines(store, begun):
    begun()
    window = a_window(columns=20, rows=5).wait("Answer 0 to 4")

    window.send("3\n").wait("Answer 0 to 4").send("q\n")

    assert window.leave() == 0
    assert answers_in(store)[FIRST.id].level == 3


def test_ctrl_c_in_plain_lines_is_130(begun):
    begun()
    window = a_window("--ui", "plain", rows=60).wait("Answer 0 to 4")

    assert window.send("\x03").wait("Saved.").leave() == 130


def test_without_a_terminal_there_are_two_ways_out(begun):
    begun()

    done = piped(b"3\n")

    assert done.returncode == 2
    assert done.stdout == b""
    error = done.stderr.decode()
    assert "standard input is a pipe and standard output is a pipe" in error
    assert "readiness form --format yaml" in error
    assert "readiness assess --ui plain" in error


# Which questions


def test_a_quick_assessment_grows_into_a_full_one(store, begun, lines):
    begun({QUICK[0].id: Rated(level=1)}, form=Form.QUICK)

    done = lines("3\n", "--full")

    assert "All questions are asked now" in done.stdout
    response = store.find("payments", "2026-Q4", "ana")
    assert response.form is Form.FULL
    assert response.answers[QUICK[0].id].level == 1


def test_a_full_assessment_stays_full_and_says_so(store, begun, lines):
    begun()

    done = lines("3\n", "--quick", "--ui", "plain", "--role", "Lead  engineer")

    assert "full assessment already" in done.stdout
    response = store.find("payments", "2026-Q4", "ana")
    assert (response.form, response.role) == (Form.FULL, "Lead engineer")


def test_a_quick_assessment_stays_quick_when_asked_so(begun, lines):
    begun(form=Form.QUICK)

    assert "Question 1 of 16" in lines("", "--quick").stdout


def test_one_trend_may_be_asked_alone(begun, lines):
    begun()

    done = lines("", "--trend", "zero-trust")

    assert "12 questions on Zero-trust" in done.stdout


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--trend", "zero-trut"), 4, "did you mean 'zero-trust'?"),
        (("--pack", "backend-2025"), 2, "were given to the pack backend-2026"),
        (("--role", "x" * 61), 2, "the role has 61 characters"),
    ],
)
def test_what_cannot_be_asked_is_explained(begun, options, code, words, lines):
    begun()

    done = lines("", *options)

    assert done.exit_code == code
    assert words in done.stderr


def test_a_pack_that_does_not_exist_is_not_found(lines):
    done = lines("", "--pack", "backend-2025")

    assert done.exit_code == 4
    assert "did you mean 'backend-2026'?" in done.stderr


def test_a_new_response_knows_its_pack_form_and_role(store, lines):
    lines("1\n", "--quick", "--role", "leader")

    response = store.find("payments", "2026-Q4", "ana")
    assert (response.form, response.role) == (Form.QUICK, "leader")
    assert store.pack_of(response) == PACK


def test_after_a_quick_look_the_way_to_the_full_picture_is_shown(begun, lines):
    begun({q.id: Rated(level=2) for q in QUICK[1:]}, form=Form.QUICK)

    done = lines("3\nfinish\n\n", "--quick")

    assert "40 more questions make it a full picture" in done.stdout
    assert "readiness assess --team Payments" in done.stdout
