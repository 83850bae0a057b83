"""``readiness assess`` as people see it on a terminal."""

import signal

import pytest

from readiness.interview.wrapping import wrap
from readiness.responses import Form, NotApplicable, Rated, Unknown
from tests.cli.assessing import (
    FIRST,
    LONGEST,
    PACK,
    PASTE_OFF,
    PASTE_ON,
    QUESTIONS,
    SIZES,
    a_window,
    all_but,
    answers_in,
)
from tests.terminal import DOWN, ENTER, ESC, LEFT


def test_a_new_team_is_welcomed_and_its_profile_is_asked_first(store):
    window = a_window("--quick", rows=40)

    window.wait(
        "Payments, 2026-Q4, by ana",
        "16 questions, about 10 minutes",
        "nothing is sent anywhere",
        "About your team: question 1 of 9 · saved",
        PACK.profile[0].text,
    )
    window.send("22").wait("✓ About your team, 1: No", PACK.profile[1].text)

    assert store.find("payments", "2026-Q4", "ana").profile == {"regulated": "no"}
    assert window.send("q").wait("Saved. Continue with:").leave() == 0


def test_a_page_comes_back_from_a_text_as_it_was(begun):
    begun()
    window = a_window().wait("question 1 of 56").send("3").wait(FIRST.anchors[3].text)

    window.send("x").wait("Why does this not apply?").send(ENTER)
    window.wait("Not kept: a reason is needed", "» 3")
    window.send("n").wait("Esc goes back").send(ESC)
    window.wait(FIRST.anchors[3].text).send(ENTER).wait("question 2 of 56")

    window.send("q").leave()


@pytest.mark.parametrize("columns", [60, 80])
def test_whose_answers_these_are_stands_above_the_first_page(columns):
    window = a_window("--quick", columns=columns)

    window.wait(
        "Payments, 2026-Q4, by ana.",
        "16 questions, about 10 minutes, after up to 9 short ones about your team.",
        "nothing is sent anywhere",
        PACK.profile[0].text,
        "q save+quit",
    )

    window.send("q").leave()


def test_leaving_without_an_answer_does_not_say_saved(store):
    window = a_window("--quick").wait("question 1 of 9").send("q")

    window.wait("Nothing was answered. Begin again with:")

    assert window.leave() == 0
    assert b"Saved." not in window.raw
    assert store.find("payments", "2026-Q4", "ana") is None


def test_who_is_new_may_look_at_an_example_before_choosing_the_quick_look(store):
    window = a_window(rows=40).wait("How do you want to begin?")

    window.send("33").wait("DEMO DATA", "How do you want to begin?")
    window.send("22").wait("question 1 of 9").send("22").wait("question 2 of 9")
    window.send("q").wait("Continue with: readiness assess --team").leave()

    assert store.find("payments", "2026-Q4", "ana").form is Form.QUICK


def test_who_leaves_before_the_first_question_has_changed_nothing(store):
    window = a_window().wait("How do you want to begin?").send("44")

    assert window.wait("Nothing was answered.").leave() == 0
    assert store.teams() == ()


def test_every_kind_of_answer_with_the_keys_on_the_screen(store, begun):
    begun()
    window = a_window().wait("question 1 of 56")

    window.send("3").wait(FIRST.anchors[3].text).send(ENTER).wait("question 2 of 56")
    window.send("d").wait("don't know", "question 3 of 56")
    window.send("x").wait("Why does this not apply?").send("no AI" + ENTER)
    window.wait("not applicable (no AI)", "question 4 of 56")
    window.send("n").wait("Note", "Esc goes back").send("ask Jon" + ENTER)
    window.wait("Note: ask Jon").send(DOWN + DOWN + ENTER).wait("question 5 of 56")
    window.send(LEFT).wait("(current answer)", "Note: ask Jon")
    code = window.send("q").wait("Saved. Continue with:").leave()

    assert code == 0
    found = [
        answer.model_copy(update={"at": None}) for answer in answers_in(store).values()
    ]
    assert sorted(found, key=str) == sorted(
        [
            Rated(level=3),
            Unknown(),
            NotApplicable(reason="no AI"),
            Rated(level=1, note="ask Jon"),
        ],
        key=str,
    )


def test_it_goes_on_where_it_stopped(begun):
    begun()
    a_window().wait("question 1 of 56").send("44").wait("question 2 of 56").send(
        "q"
    ).leave()

    window = a_window()

    window.wait("Welcome back: 1 of 56", QUESTIONS[1].text)
    window.send("q").leave()


@pytest.mark.parametrize(("columns", "rows"), SIZES)
def test_no_word_of_a_page_is_cut(begun, columns, rows):
    begun(all_but(LONGEST.id))
    level = max(range(5), key=lambda n: len(LONGEST.anchors[n].text))
    window = a_window(columns=columns, rows=rows).wait(LONGEST.text)

    window.send(str(level)).wait(LONGEST.anchors[level].text)

    labels = [anchor.label for anchor in LONGEST.anchors]
    keys = ["0-4 look", "Enter choose", "b back", "s skip", "d don't know"]
    keys += ["x not applicable", "n note", "? help", "q save+quit"]
    for words in (LONGEST.text, LONGEST.help, *labels, *keys):
        assert words in window.words()
    window.send("q").leave()


def test_the_help_can_be_read_to_its_end(begun):
    begun()
    window = a_window(columns=60).wait("question 1 of 56")

    window.press("?")
    screens = [window.text()]
    while window.press(" ").text() not in screens:
        screens.append(window.text())
    window.press("?").send("q").leave()

    seen = "\n".join(screens)
    wrapped = [wrap(FIRST.more, 58), *(wrap(r, 56) for r in PACK.instruction.rules)]
    assert [line for lines in wrapped for line in lines if line not in seen] == []


def test_a_window_may_change_its_size_while_a_question_is_open(begun):
    begun()
    window = a_window(columns=120).wait("question 1 of 56").send("4")
    window.wait(FIRST.anchors[4].text)

    for columns in (60, 200, 80):
        window.resize(columns, 24).wait(
            FIRST.text, FIRST.anchors[4].text, "q save+quit"
        )

    window.send("q").leave()


def test_escape_leaves_a_text_field_and_changes_nothing(store, begun):
    begun()
    window = a_window().wait("question 1 of 56").send("n").wait("Esc goes back")

    window.send("lost" + ESC).wait("question 1 of 56").send("q").leave()

    assert answers_in(store) == {}


def test_a_pasted_note_is_cleaned(store, begun):
    begun()
    window = a_window().wait("question 1 of 56").send("n").wait("Esc goes back")

    window.send("\x1b[200~\x1b[31mred\x07 \u202e[bold]\x1b[201~" + ENTER).wait("Note: ")
    window.send("q").leave()

    assert answers_in(store)[FIRST.id].note == "[31mred [bold]"


def test_the_end_shows_the_result_in_short_and_the_next_command(begun):
    begun(all_but(LONGEST.id))
    window = a_window(rows=50).wait(LONGEST.text).send("22")

    window.wait("Review of Payments, 2026-Q4: 56 of 56 decided, 0 open")
    window.send("22").wait("readiness report 2026-Q4 --team Payments").wait(
        "readiness plan 2026-Q4 -o plan.md --team Payments"
    )

    assert "of 100" in window.words()
    assert window.leave() == 0


def test_skipped_questions_may_be_answered_at_the_end(store, begun):
    begun(all_but(LONGEST.id))
    window = a_window(rows=50).wait(LONGEST.text).send("s")

    window.wait("55 of 56 decided, 1 open").send(ENTER).wait(LONGEST.text)
    window.send("s").wait("Finish now (open questions count as unknown)").send("33")

    assert window.wait("readiness plan").leave() == 0
    assert LONGEST.id not in answers_in(store)


def test_ctrl_c_saves_and_leaves_with_130(store, begun):
    begun()
    window = a_window().wait("question 1 of 56").send("22").wait("question 2 of 56")

    window.send("\x03").wait("Saved. Continue with:")

    assert window.leave() == 130
    assert answers_in(store)[FIRST.id].level == 2


@pytest.mark.parametrize(
    ("kind", "code"),
    [(signal.SIGTERM, 143), (signal.SIGHUP, 129)],
)
def test_an_interview_ended_from_outside_loses_no_answer(store, begun, kind, code):
    begun()
    window = a_window().wait("question 1 of 56").send("44").wait("question 2 of 56")

    window.process.kill(kind)

    assert window.leave() == code
    assert window.raw.rfind(PASTE_OFF) > window.raw.rfind(PASTE_ON)  # restored
    assert answers_in(store)[FIRST.id].level == 4


def test_after_a_crash_it_goes_on_with_every_answer(begun):
    begun()
    window = a_window().wait("question 1 of 56").send("44").wait("question 2 of 56")
    window.process.kill(signal.SIGKILL)
    window.leave()

    window = a_window().wait("Welcome back: 1 of 56", "question 2 of 56")

    assert window.send(LEFT).wait("(current answer)").send("q").leave() == 0


def test_two_sessions_on_the_same_answers_are_refused(begun, lines):
    begun()
    window = a_window().wait("question 1 of 56")

    second = lines("")

    assert second.exit_code == 6
    assert str(window.process.pid) in second.stderr
    window.send("q").leave()


def test_the_command_to_continue_stands_on_its_own_line(begun, store):
    begun(form=Form.QUICK)
    where = ("--data-dir", str(store.root))
    window = a_window("--quick", "--trend", "ai-native", *where, columns=60)
    window.wait("question 1 of 4").send("q").leave()

    assert (
        "\r\n  readiness assess --team Payments --data-dir "
        f"{store.root} --period 2026-Q4 --as ana --trend ai-native\r\n"
    ).encode() in window.raw


def test_what_a_variable_says_need_not_be_typed_again(begun):
    begun()
    window = a_window().wait("question 1 of 56").send("q")

    window.wait("readiness assess --team Payments --period 2026-Q4 --as ana")
    window.leave()

    assert b"--data-dir" not in window.raw


def test_a_page_needs_neither_special_signs_nor_colours(begun):
    begun()
    env = {"LC_ALL": "C", "NO_COLOR": "1"}
    window = a_window(env=env).wait("question 1 of 56").send("22").wait("question 2")

    window.send("q").leave()

    assert b"\x1b[3" not in window.raw
    assert window.raw.isascii()
