import pytest

from readiness.interview.steps import (
    Choose,
    Command,
    GoTo,
    Menu,
    Option,
    Place,
    Tally,
    TextField,
)
from tests.interview.listening import plain, said
from tests.interview.test_drawing import a_place, a_step

EVERYTHING = {
    "previous": "3 (Ready), on 2026-08-14",
    "answer": "don't know",
    "note": "ask\nJon",
    "evidence": ("artefact at hand: https://wiki/a", "own impression"),
}


class WindowGrewError(Exception):
    """What a signal handler may raise while the interface waits for a line."""


@pytest.mark.parametrize(
    ("word", "action"),
    [
        ("0", Choose(0)),
        (" 4 ", Choose(4)),
        ("same", Command.CONFIRM),
        ("Still true", Command.CONFIRM),
        ("y", Command.CONFIRM),
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
        ("evidence", Command.EVIDENCE),
        ("e", Command.EVIDENCE),
        ("goto", Command.GO_TO),
        ("g", Command.GO_TO),
        ("goto 9", GoTo(9)),
        ("Go to 1", GoTo(1)),
        ("g 7", GoTo(7)),
        ("g7", GoTo(7)),
        ("review", Command.REVIEW),
        ("r", Command.REVIEW),
        ("quit", Command.QUIT),
        ("q", Command.QUIT),
    ],
)
def test_a_number_or_a_word_is_an_action(word, action):
    ui, _ = plain(f"{word}\n")

    assert ui.ask(a_step()) == action


def test_the_end_of_the_input_is_quit_and_ctrl_c_is_not():
    assert plain()[0].ask(a_step()) is Command.QUIT
    assert plain(KeyboardInterrupt())[0].ask(a_step()) is Command.INTERRUPT


def test_everything_is_read_out_once_in_full_sentences():
    ui, out = plain("3\n")

    ui.ask(a_step(**EVERYTHING, place=a_place(minutes_left=12)))

    assert said(out) == (
        "\n"
        "Question 3 of 9. AI-native. 2 of 9 done, saved. About 12 minutes left.\n"
        "How many repositories have an owner?\n"
        "Owner: a person or a team.\n"
        "Previous answer: 3 (Ready), on 2026-08-14. Type same if it is still true.\n"
        "Current answer: don't know. Enter keeps it.\n"
        "Note: ask Jon.\n"
        "Evidence: artefact at hand: https://wiki/a.\n"
        "Evidence: own impression.\n"
        "0. Level 0. What is at level 0.\n"
        "1. Level 1. What is at level 1.\n"
        "2. Level 2. What is at level 2.\n"
        "3. Level 3. What is at level 3.\n"
        "4. Level 4. What is at level 4.\n"
        "Type the number of your answer, unknown if you don't know, or help or * for"
        " other words.\n"
        "Answer 0 to 4, or help: \n"
    )


def test_the_next_question_says_only_what_is_new():
    ui, out = plain("3\n", "3\n")
    ui.ask(a_step(place=a_place(minutes_left=2)))
    said(out)

    ui.ask(a_step(text="Next?", place=a_place(number=4, minutes_left=2)))

    assert said(out).startswith("\nQuestion 4 of 9.\nNext?\n")


def test_how_to_answer_is_explained_once():
    ui, out = plain("3\n", "3\n")
    ui.ask(a_step())
    said(out)

    ui.ask(a_step(text="Next?"))

    assert "Type the number" not in said(out)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (None, "done, saved.\n"),
        (0, "Less than a minute left.\n"),
        (1, "About 1 minute left.\n"),
        (9, "About 9 minutes left.\n"),
    ],
)
def test_the_time_that_is_left_is_a_sentence(minutes, words):
    ui, out = plain("3\n")

    ui.ask(a_step(place=a_place(minutes_left=minutes)))

    assert words in said(out)


def test_a_new_section_is_named_with_the_progress():
    ui, out = plain("3\n", "3\n")
    ui.ask(a_step())
    said(out)

    ui.ask(a_step(text="Next?", place=a_place(number=4, section="People", done=3)))

    assert "Question 4 of 9. People. 3 of 9 done, saved.\n" in said(out)


def test_a_previous_answer_that_cannot_be_confirmed_is_only_told():
    ui, out = plain("3\n")

    ui.ask(a_step(previous="3 (Ready)", commands=frozenset({Command.QUIT})))

    assert "Previous answer: 3 (Ready).\n" in said(out)


@pytest.mark.parametrize(
    "gained",
    [
        {"note": "new"},
        {"evidence": (*EVERYTHING["evidence"], "new")},
        {"answer": "new"},
    ],
    ids=["note", "evidence", "answer"],
)
def test_of_a_question_that_was_heard_only_what_is_new_is_said(gained):
    ui, out = plain("note\n", "3\n")
    ui.ask(a_step(**EVERYTHING))
    said(out)

    ui.ask(a_step(**{**EVERYTHING, **gained}))

    _, named, new, *_, prompt = said(out).splitlines()
    assert named == "Question 3 again; list repeats the answers."
    assert "new." in new
    assert prompt == "Answer 0 to 4, or help: "


@pytest.mark.parametrize(
    ("pieces", "count"),
    [(("one",), None), (("one", "two"), "2 pieces of evidence in all.")],
)
def test_after_a_piece_of_evidence_is_said_how_much_there_is_in_all(pieces, count):
    ui, out = plain("evidence\n", "note\n", "3\n")
    ui.ask(a_step(evidence=pieces[:-1]))
    said(out)

    ui.ask(a_step(evidence=pieces))
    ui.ask(a_step(evidence=pieces, note="new"))

    with_piece, with_note = said(out).split("or help:")[:2]
    assert f"Evidence: {pieces[-1]}." in with_piece
    assert ("in all" in with_piece) is (count is not None)
    assert (count or "") in with_piece
    assert "vidence" not in with_note


def test_list_reads_the_answers_again_and_nothing_else():
    ui, out = plain("list\n", "3\n")

    ui.ask(a_step())

    text = said(out)
    assert text.count("2. Level 2. What is at level 2.") == 2
    assert text.count("Owner: a person or a team.") == 1


def test_again_reads_the_whole_question_again():
    ui, out = plain("3\n", "again\n", "3\n")
    ui.ask(a_step())
    ui.ask(a_step(text="Next?", place=a_place(number=4)))

    _, _, again = said(out).rpartition("Answer 0 to 4, or help: \nQuestion")

    assert again.startswith(" 4 of 9. AI-native. 2 of 9 done, saved.\nNext?\n")
    assert "2. Level 2. What is at level 2." in again


@pytest.mark.parametrize(
    ("word", "words"),
    [
        ("more", "Terms.\n"),
        ("m", "Terms.\n"),
        ("?", "Terms.\nBe kind.\nBe fair.\n"),
        ("rules", "Be kind.\nBe fair.\n"),
        ("RU", "Be kind.\nBe fair.\n"),
    ],
)
def test_terms_and_rules_have_a_word_each_that_reads_nothing_else(word, words):
    ui, out = plain(f"{word}\n", "3\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.", "Be fair.")))

    assert f"or help: \n{words}Question 3 again" in said(out)


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        ((), "There is nothing more to say here.\n"),
        (("Be kind.",), "This question has no terms; rules reads the rules for every"),
    ],
)
def test_where_there_are_no_terms_more_says_so(rules, words):
    ui, out = plain("more\n", "3\n")

    ui.ask(a_step(rules=rules))

    assert words in said(out)


def test_where_there_are_no_rules_the_word_means_nothing():
    ui, out = plain("rules\n", "3\n")

    ui.ask(a_step())

    assert 'Not understood: "rules".' in said(out)


@pytest.mark.parametrize("step", [{"more": "Terms."}, {"rules": ("Be kind.",)}, {}])
def test_a_question_mark_reads_what_there_is(step):
    ui, out = plain("?\n", "3\n")

    ui.ask(a_step(**step))

    there = step.get("more") or step.get("rules", ("There is nothing more",))[0]
    assert f"or help: \n{there}" in said(out)


@pytest.mark.parametrize("word", ["*", "Menu"])
@pytest.mark.parametrize(
    ("number", "action"),
    [(1, Command.CONFIRM), (2, Command.UNKNOWN), (10, Command.QUIT)],
)
def test_a_menu_of_every_word_needs_digits_and_signs_alone(word, number, action):
    ui, out = plain(f"{word}\n", f"{number}\n")

    assert ui.ask(a_step()) is action
    _, heard = said(out).split("What would you like to do?\n")
    assert heard.startswith("1. The previous answer is still true.\n2. I don't know.\n")
    assert "10. Save and leave.\n11. Read the answers again.\n" in heard
    assert "Number 1 to 12, words, list or 0: \n" in heard


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (11, "0. Level 0. What is at level 0.\n"),
        (12, "Question 3 of 9. AI-native."),
        (13, "Terms.\n"),
        (14, "Be kind.\n"),
    ],
)
def test_what_is_picked_to_read_is_read(number, words):
    ui, out = plain("*\n", f"{number}\n", "3\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.",)))

    assert f"Number 1 to 14, words, list or 0: \n{words}" in said(out)


@pytest.mark.parametrize("line", ["0\n", "\n", "cancel\n"])
def test_a_menu_of_words_that_is_left_changes_nothing(line):
    ui, out = plain("*\n", line, "3\n")

    assert ui.ask(a_step(answer="1 (Aware)")) == Choose(3)
    assert "list or 0: \nQuestion 3 again; list repeats the answers.\n" in said(out)


def test_help_lists_what_is_possible_here():
    ui, out = plain("help\n", "q\n")
    options = (Option("Yes"), Option("No"))
    commands = frozenset({Command.QUIT, Command.INTERRUPT})

    ui.ask(a_step(options=options, first=1, commands=commands))

    text = said(out)
    assert "quit: save and leave." in text
    assert "The beginning of an answer" in text
    for word in ("back:", "more:", "rules:", "na:", "same:", "unknown"):
        assert word not in text


def test_help_on_a_question_says_what_every_word_does():
    ui, out = plain("help\n", "q\n")

    ui.ask(a_step(more="Terms.", rules=("Be kind.",)))

    text = said(out)
    assert "A question mark alone reads both.\n" in text
    for word in (
        *("same", "unknown", "na", "note", "evidence", "back", "skip", "goto"),
        *("review", "quit", "list", "again", "more", "rules", "menu"),
    ):
        assert f"\n{word}: " in text
    assert "The beginning of an answer" in text
    assert text.count("How many repositories") == 1


def test_enter_without_an_answer_to_keep_says_what_to_type():
    ui, out = plain("\n", "q\n")

    ui.ask(a_step())

    assert (
        "There is no answer yet to keep. Type a number from 0 to 4, or help.\n"
        in said(out)
    )


@pytest.mark.parametrize(
    ("line", "words"), [("\n", "Kept.\n"), ("skip\n", "Skipped.\n")]
)
def test_what_goes_on_without_a_new_answer_is_confirmed(line, words):
    ui, out = plain(line)

    assert ui.ask(a_step(answer="3 (Ready)")) is Command.SKIP
    assert said(out).endswith(f"or help: \n{words}")


def test_an_optional_question_says_first_and_when_asked_how_to_leave_it_open():
    ui, out = plain("unknown\n", "skip\n")
    options = (Option("Little"), Option("Greatly"))
    commands = frozenset({Command.SKIP})

    ui.ask(a_step(options=options, first=1, commands=commands))

    text = said(out)
    assert "Type the number of your answer, skip to leave it open, or help" in text
    assert (
        "Not possible here: unknown. Type skip to leave it open. Type a number from 1"
        " to 2, the beginning of an answer, or help.\n" in text
    )


def test_a_notice_is_said_before_the_question():
    ui, out = plain("goto 3\n", "q\n")
    ui.ask(a_step(notice="Not kept"))
    assert said(out).startswith("\nNot kept.\nQuestion 3")

    ui.ask(a_step(text="Next?", notice="Then back to question 7"))

    assert said(out).startswith("\nThen back to question 7.\nQuestion 3 of 9.\nNext?")


@pytest.mark.parametrize("word", ["5", "-1", "\uff13", "9" * 5000, "maybe", "", "back"])
def test_what_is_not_understood_gets_an_answer_that_helps(word):
    ui, out = plain(f"{word}\n", "quit\n")

    action = ui.ask(a_step(commands=frozenset({Command.QUIT})))

    text = said(out)
    assert action is Command.QUIT
    assert "Type a number from 0 to 4, or help." in text
    assert len(text) < 2000


def test_options_without_a_text_are_read_by_their_label():
    ui, out = plain("1\n")

    action = ui.ask(a_step(options=(Option("Yes"), Option("No")), first=1))

    assert action == Choose(0)
    assert "1. Yes.\n2. No.\n" in said(out)


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (Option("At least one", "At least one does."), "1. At least one does."),
        (Option("None", "NONE"), "1. NONE."),
        (Option("No", "Nobody does."), "1. No. Nobody does."),
        (Option("All", "Every one."), "1. All. Every one."),
    ],
)
def test_a_label_with_which_the_text_begins_is_not_read_twice(option, words):
    ui, out = plain("1\n")

    ui.ask(a_step(options=(option,), first=1))

    assert f"\n{words}\n" in said(out)


def test_what_is_asked_about_the_team_is_not_counted_with_the_questions():
    ui, out = plain("3\n")

    ui.ask(a_step(place=a_place(section="About your team", is_apart=True)))

    assert said(out).startswith("\nQuestion 3 of 9. About your team. Saved.\n")


def test_an_answer_is_confirmed_in_a_sentence():
    ui, out = plain()

    ui.record("12. AI-native: 3 (Ready)")

    assert said(out) == "12. AI-native: 3 (Ready).\n"


def test_on_a_terminal_lines_are_broken_between_words(monkeypatch):
    monkeypatch.setenv("COLUMNS", "20")
    ui, out = plain("3\n", terminal=True)

    ui.ask(a_step())

    text = said(out)
    assert "How many\nrepositories have an\nowner?\n" in text
    assert text.endswith("or help: ")


# When something breaks in


def test_what_breaks_in_while_it_waits_leaves_the_question_as_heard():
    ui, out = plain(WindowGrewError(), "3\n", terminal=True)
    with pytest.raises(WindowGrewError):
        ui.ask(a_step())
    assert said(out).endswith("or help: \n")

    action = ui.ask(a_step())

    assert action == Choose(3)
    assert said(out) == (
        "\nQuestion 3 again; list repeats the answers.\nAnswer 0 to 4, or help: "
    )


def test_a_question_that_was_not_read_to_its_end_is_read_from_its_start():
    ui, out = plain("3\n")
    out.breaks_at = "3. Level 3"
    with pytest.raises(OSError, match="breaks"):
        ui.ask(a_step())
    said(out)

    ui.ask(a_step())

    assert said(out).startswith("\nQuestion 3 of 9. AI-native.")


# Texts and menus of the question at hand


def test_a_text_about_the_question_just_heard_does_not_repeat_it():
    ui, out = plain("note\n", "text\n")
    ui.ask(a_step())
    said(out)

    ui.ask_text(TextField(prompt="Note", about=a_step().text))

    assert said(out) == "Type cancel to go back, help to hear more.\nNote: \n"


def test_a_text_about_another_question_says_which():
    ui, out = plain("text\n", "text\n")

    ui.ask_text(TextField(prompt="Note", about="Which one?"))
    ui.ask_text(TextField(prompt="Note"))

    assert said(out) == (
        "Which one?\nType cancel to go back, help to hear more.\nNote: \n"
        "Type cancel to go back or leave, help to hear more.\nNote: \n"
    )


def test_what_stands_in_a_text_is_read_out_before_it_is_changed():
    ui, out = plain("text\n")

    text = ui.ask_text(TextField(prompt="Which team?", current="ask\nJon"))

    assert text == "text"
    assert said(out) == (
        "Which team? Now: ask Jon. Enter keeps it, cancel goes back or leaves, help"
        " says more.\nText: \n"
    )


def test_after_a_menu_the_question_is_named_and_not_read_again():
    ui, out = plain("review\n", "cancel\n", "3\n")
    ui.ask(a_step())
    assert ui.pick(Menu(title="Review", labels=("Finish",))) is None
    said(out)

    ui.ask(a_step())

    assert "Question 3 again" in said(out)


def test_no_voice_hears_what_a_terminal_would_obey():
    ui, out = plain("3\n")
    place = Place(number=1, count=1, section="a\x1b[2Jb", done=0, total=1, fate="x\ty")

    ui.ask(a_step(place=place, note="\x1b]0;title\x07", evidence=("\u202eabc",)))

    text = said(out)
    assert not {"\x1b", "\x07", "\t", "\u202e"} & set(text)


# Words behind a command


WHY = "Why does this not apply?"
PLACES = Menu(title="Where to?", labels=tuple(f"Question {n}" for n in range(1, 13)))


@pytest.mark.parametrize(
    ("line", "prompt", "current", "text"),
    [
        ("note Ask Jon", "Note", "", "Ask Jon"),
        ("note Ask Jon", "Note", "There before", "There before\nAsk Jon"),
        ("n: - cancel", "Note", "There before", "There before\n- cancel"),
        ("na No AI here", WHY, "", "No AI here"),
        ("not applicable No AI", WHY, "Another reason", "No AI"),
        ("x cancel", WHY, "", None),
        ("na No AI", f"Only if there is none. {WHY}", "", "No AI"),
    ],
)
def test_words_behind_a_command_are_the_first_line_at_its_prompt(
    line, prompt, current, text
):
    ui, out = plain(f"{line}\n")
    ui.ask(a_step())
    said(out)

    field = TextField(prompt=prompt, about=a_step().text, current=current)

    assert ui.ask_text(field) == text
    assert said(out) == ""


def test_after_help_behind_a_command_the_prompt_waits():
    ui, out = plain("na help\n", "No AI\n")
    ui.ask(a_step())

    text = ui.ask_text(TextField(prompt=WHY, about=a_step().text))

    assert text == "No AI"
    assert "cancel changes nothing.\n" in said(out)


def test_words_behind_goto_are_searched_for_at_once():
    ui, out = plain("Goto question 12\n", "\n")
    assert ui.ask(a_step()) is Command.GO_TO
    said(out)

    assert ui.pick(PLACES) == 11
    assert said(out) == (
        "12. Question 12.\nEnter takes it.\nNumber 1 to 12, words, list or 0: \n"
    )


@pytest.mark.parametrize("line", ["note Ask Jon", "na No AI", "goto question 12"])
@pytest.mark.parametrize(
    "field",
    [
        TextField(prompt="Link or path", about=a_step().text),
        TextField(prompt="Which team?"),
        TextField(prompt="Note", about="Another question?"),
        TextField(prompt=WHY, about="Another question?"),
    ],
)
def test_words_behind_a_command_reach_no_other_prompt(line, field):
    ui, _ = plain(f"{line}\n", "typed\n", "typed\n", "typed\n")
    ui.ask(a_step())

    assert ui.ask_text(field) == "typed"
    for prompt in ("Note", WHY):
        own = TextField(prompt=prompt, about=a_step().text)
        assert ui.ask_text(own) == "typed"


@pytest.mark.parametrize("prompt", ["Note", WHY])
def test_words_behind_a_command_do_not_outlive_the_next_question_or_menu(prompt):
    ui, _ = plain("note A\n", "1\n", "typed\n", "na B\n", "3\n", "typed\n")
    field = TextField(prompt=prompt, about=a_step().text)

    ui.ask(a_step())
    assert ui.pick(Menu(title="Which?", labels=("One",))) == 0
    assert ui.ask_text(field) == "typed"
    ui.ask(a_step())
    ui.ask(a_step())
    assert ui.ask_text(field) == "typed"


def test_a_review_is_not_searched_for_what_was_meant_for_another_menu():
    ui, out = plain("goto question 12\n", "1\n")
    ui.ask(a_step())
    said(out)
    tally = Tally(name="A", rated=1, unknown=0, not_applicable=0, open=0)

    assert ui.pick(Menu(title="Review", labels=("Go",), tallies=(tally,))) == 0
    assert said(out).startswith("\nReview.\nA: 1 answered.\n1. Go.\n")


def test_words_behind_evidence_are_answered_with_what_to_type():
    ui, out = plain("evidence https://wiki/a\n", "q\n")

    assert ui.ask(a_step()) is Command.QUIT
    assert "Type evidence alone: it asks for the kind, then" in said(out)
