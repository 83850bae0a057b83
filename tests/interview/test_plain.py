import io

import pytest

from readiness.interview.plain import PlainInterface
from readiness.interview.steps import Choose, Command, Option
from tests.interview.test_drawing import a_step


class Stream(io.StringIO):
    """Lines in or out of a terminal, or of a pipe; ``None`` is a Ctrl-C."""

    def __init__(self, *lines, terminal=False):
        super().__init__()
        self.lines = list(lines)
        self.terminal = terminal

    def isatty(self):
        return self.terminal

    def readline(self, *_):
        line = self.lines.pop(0) if self.lines else ""
        if line is None:
            raise KeyboardInterrupt
        return line


def plain(*lines, terminal=False):
    out = Stream(terminal=terminal)
    return PlainInterface(Stream(*lines, terminal=terminal), out), out


@pytest.mark.parametrize(
    ("word", "action"),
    [
        ("0", Choose(0)),
        (" 4 ", Choose(4)),
        ("back", Command.BACK),
        ("B", Command.BACK),
        ("skip", Command.SKIP),
        ("s", Command.SKIP),
        ("unknown", Command.UNKNOWN),
        ("d", Command.UNKNOWN),
        ("don't know", Command.UNKNOWN),
        ("na", Command.NOT_APPLICABLE),
        ("x", Command.NOT_APPLICABLE),
        ("note", Command.NOTE),
        ("n", Command.NOTE),
        ("quit", Command.QUIT),
        ("q", Command.QUIT),
    ],
)
def test_a_number_or_a_word_is_an_action(word, action):
    ui, _ = plain(f"{word}\n")

    assert ui.ask(a_step()) == action


def test_the_end_of_the_input_is_quit_and_ctrl_c_is_not():
    assert plain()[0].ask(a_step()) is Command.QUIT
    assert plain(None)[0].ask(a_step()) is Command.INTERRUPT


def test_everything_is_read_out_once_in_full_sentences():
    ui, out = plain("3\n")

    ui.ask(a_step(answer="don't know", note="ask\nJon"))

    assert out.getvalue() == (
        "\n"
        "Question 3 of 9. AI-native. 2 of 9 done, saved.\n"
        "How many repositories have an owner?\n"
        "Owner: a person or a team.\n"
        "0. Level 0. What is at level 0.\n"
        "1. Level 1. What is at level 1.\n"
        "2. Level 2. What is at level 2.\n"
        "3. Level 3. What is at level 3.\n"
        "4. Level 4. What is at level 4.\n"
        "Current answer: don't know. Enter keeps it.\n"
        "Note: ask Jon.\n"
        "Answer 0 to 4, or a word (help lists them): \n"
    )


def test_after_a_note_the_question_is_not_read_out_again():
    ui, out = plain("note\n", "3\n")
    ui.ask(a_step())
    out.truncate(0)

    ui.ask(a_step(note="ask Jon"))

    assert "Question 3 again." in out.getvalue()
    assert "Note: ask Jon." in out.getvalue()
    assert "Level 0" not in out.getvalue()


def test_list_reads_the_answers_again():
    ui, out = plain("list\n", "3\n")

    ui.ask(a_step())

    assert out.getvalue().count("2. Level 2. What is at level 2.") == 2


def test_more_reads_terms_and_rules():
    ui, out = plain("?\n", "3\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.",)))

    assert "Terms.\nBe kind.\n" in out.getvalue()


def test_where_there_are_no_terms_and_rules_more_says_so():
    ui, out = plain("more\n", "3\n")

    ui.ask(a_step())

    assert "There is nothing more to say here.\n" in out.getvalue()


def test_help_lists_what_is_possible_here():
    ui, out = plain("help\n", "q\n")
    options = (Option("Yes"), Option("No"))

    ui.ask(
        a_step(
            options=options,
            first=1,
            commands=frozenset({Command.QUIT, Command.INTERRUPT}),
        )
    )

    assert "quit: save and leave." in out.getvalue()
    assert "The beginning of an answer" in out.getvalue()
    for word in ("back:", "more:", "na:"):
        assert word not in out.getvalue()


def test_help_on_a_question_says_what_its_words_do():
    ui, out = plain("help\n", "q\n")

    ui.ask(a_step(more="Terms."))

    assert "more: read terms" in out.getvalue()
    assert "skip: leave it as it is and go on.\n" in out.getvalue()
    assert "The beginning of an answer" not in out.getvalue()


def test_enter_without_an_answer_to_keep_says_what_to_type():
    ui, out = plain("\n", "q\n")

    ui.ask(a_step())

    assert (
        "There is no answer yet to keep. Type a number from 0 to 4, or help.\n"
        in out.getvalue()
    )


def test_enter_keeps_the_present_answer():
    ui, _ = plain("\n")

    assert ui.ask(a_step(answer="3 (Ready)")) is Command.SKIP


def test_a_notice_is_said_before_the_question():
    ui, out = plain("q\n")

    ui.ask(a_step(notice="Not kept."))

    assert out.getvalue().startswith("\nNot kept.\nQuestion 3")


def test_the_rest_of_a_text_that_is_too_long_is_cut_and_said_to_be():
    ui, out = plain()

    text = ui.ask_text(a_step(), "Note", "a long note, too long", 10)

    assert text == "a long note"
    assert "That was 10 characters too long." in out.getvalue()
    assert "the rest was cut. It ends with: a long note.\n" in out.getvalue()


@pytest.mark.parametrize("word", ["5", "-1", "\uff13", "9" * 5000, "maybe", "", "back"])
def test_what_is_not_understood_gets_an_answer_that_helps(word):
    ui, out = plain(f"{word}\n", "quit\n")

    action = ui.ask(a_step(commands=frozenset({Command.QUIT})))

    assert action is Command.QUIT
    assert "Type a number from 0 to 4, or help." in out.getvalue()
    assert len(out.getvalue()) < 2000


def test_options_without_a_text_are_read_by_their_label():
    ui, out = plain("1\n")

    action = ui.ask(a_step(options=(Option("Yes"), Option("No")), first=1))

    assert action == Choose(0)
    assert "1. Yes.\n2. No.\n" in out.getvalue()


@pytest.mark.parametrize(
    ("line", "current", "text"),
    [
        ("a note\n", "", "a note"),
        ("\n", "", ""),
        ("\n", "kept", "kept"),
        ("-\n", "kept", ""),
        ("Cancel\n", "kept", None),
        ("", "kept", None),
        (None, "kept", None),
    ],
)
def test_a_text_is_one_line(line, current, text):
    ui, out = plain(line)

    assert ui.ask_text(a_step(), "Note", current) == text
    assert ("Now: kept." in out.getvalue()) == bool(current)


@pytest.mark.parametrize(
    ("lines", "picked"),
    [(["2\n"], 1), (["7\n", "1\n"], 0), ([], None), ([None], None)],
)
def test_a_menu_is_numbered(lines, picked):
    ui, out = plain(*lines)

    assert ui.pick("What next?", ("Finish", "Leave")) == picked
    assert "What next?\n1. Finish.\n2. Leave.\nNumber 1 to 2: " in out.getvalue()


def test_an_answer_is_confirmed_in_a_sentence():
    ui, out = plain()

    ui.record("12. AI-native: 3 (Ready)")

    assert out.getvalue() == "12. AI-native: 3 (Ready).\n"


def test_on_a_terminal_lines_are_broken_between_words(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    ui, out = plain("3\n", terminal=True)

    ui.ask(a_step())

    assert "How many\nrepositories have an\nowner?\n" in out.getvalue()
    assert out.getvalue().endswith("(help lists them): ")
