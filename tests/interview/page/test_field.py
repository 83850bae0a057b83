import pytest
from prompt_toolkit.data_structures import Size

from readiness.interview.page.field import FieldPage
from readiness.interview.page.sheet import UNICODE
from readiness.interview.steps import TextField
from readiness.responses import NOTE_LIMIT
from tests.interview.page.pages import BACKSPACE, CTRL_C, CTRL_D, PASTE, page
from tests.terminal import ENTER, ESC, LEFT, RIGHT, UP

NOTE = TextField(prompt="Note", about="How many repositories have an owner?")


def a_field(**fields):
    return TextField(**{"prompt": "Note", "about": NOTE.about, **fields})


@pytest.mark.parametrize(
    ("current", "typed", "text"),
    [
        ("", "a note" + ENTER, "a note"),
        ("", "a note\n", "a note"),
        ("earlier", ", and more" + ENTER, "earlier, and more"),
        ("kept", ENTER, "kept"),
        ("earlier", BACKSPACE * 7 + ENTER, ""),
        ("ab", LEFT + "-" + RIGHT + "!" + ENTER, "a-b!"),
        ("one\ntwo", ENTER, "one\ntwo"),
        ("one\ntwo", UP + "!" + ENTER, "one!\ntwo"),
    ],
)
def test_a_text_is_typed_and_changed(type_, output, current, typed, text):
    type_(typed)

    assert page().ask_text(a_field(current=current)) == text
    assert output.bells == 0


@pytest.mark.parametrize("typed", [ESC, CTRL_C, CTRL_D, "abc" + ESC, "abc" + CTRL_C])
def test_a_text_field_can_be_left_without_a_change(type_, typed):
    type_(typed)

    assert page().ask_text(a_field(current="kept")) is None


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("\x1b[31mred\x1b[0m \x07bell \x00nul", "[31mred[0m bell nul"),
        ("C1 \x9b31m\x85 here", "C1 31m here"),
        ("over \u202eride\u202c", "over ride"),
        ("iso \u2066late\u2069", "iso late"),
        ("cafe\u0301", "caf\u00e9"),
        ("one\r\ntwo\rthree\n", "one\ntwo\nthree"),
        ("a\tb", "a\tb"),
        ("[bold]変更", "[bold]変更"),
    ],
)
def test_a_paste_is_cleaned_at_once(type_, output, pasted, text):
    type_("see " + PASTE.format(pasted) + ENTER)

    assert page().ask_text(NOTE) == f"see {text}"
    assert output.bells == 0


def test_a_paste_that_is_too_long_is_cut_with_a_bell(type_, output):
    type_("12345" + PASTE.format("x" * NOTE_LIMIT) + ENTER)

    assert page().ask_text(NOTE) == "12345" + "x" * (NOTE_LIMIT - 5)
    assert output.bells == 1


def test_nothing_is_cut_off_what_was_there_before_a_paste(type_, output):
    long = "x" * (NOTE_LIMIT + 3)
    type_(PASTE.format("more") + ENTER)

    assert page().ask_text(a_field(current=long)) == long
    assert output.bells == 1


def test_what_is_typed_is_never_cut(type_):
    type_("yz" + ENTER)

    text = page().ask_text(a_field(current="x" * NOTE_LIMIT))

    assert text == "x" * NOTE_LIMIT + "yz"


def test_a_quoted_control_character_is_refused(type_, output):
    type_("a\x11\x01" + "b" + ENTER)

    assert page().ask_text(NOTE) == "ba"
    assert output.bells == 1


def test_a_text_that_is_too_long_is_there_again_to_be_shortened(type_):
    type_(BACKSPACE * 2 + ENTER)

    field = a_field(current="much too long", excess=2)
    assert page().ask_text(field) == "much too lo"


def test_a_terminal_that_is_gone_changes_nothing(type_, pipe):
    type_("half a no")
    pipe.close()

    assert page().ask_text(NOTE) is None


def shown(field, remark="", typed=""):
    """Return the lines above the text, after ``typed``."""
    opened = FieldPage(field, remark, UNICODE, lambda: False)
    opened.buffer.insert_text(typed)
    return [text for _, text in opened.lines()]


@pytest.mark.usefixtures("type_")
def test_the_question_and_the_ways_out_stand_above_the_text():
    assert shown(NOTE) == [
        NOTE.about,
        "",
        "Note",
        "Enter keeps it  Esc goes back  Ctrl-E opens your editor",
    ]


@pytest.mark.usefixtures("type_")
def test_a_text_about_nothing_has_its_prompt_only():
    assert shown(TextField(prompt="Your name"))[0] == "Your name"


@pytest.mark.usefixtures("type_")
def test_a_remark_stays_until_the_text_is_changed():
    assert "No editor." in shown(NOTE, remark="No editor.")
    assert "No editor." not in shown(NOTE, remark="No editor.", typed="x")


@pytest.mark.usefixtures("type_")
def test_while_a_text_is_too_long_it_says_by_how_much():
    long = a_field(current="x" * NOTE_LIMIT)

    assert "3 characters too long, please shorten it." in shown(long, typed="abc")
    assert not any("too long" in line for line in shown(long))


@pytest.mark.usefixtures("type_")
def test_in_a_low_window_the_text_has_room_and_the_ways_out_are_seen(output):
    output.size = Size(rows=16, columns=50)

    lines = shown(a_field(about="question " * 200))

    assert len(lines) == 13
    assert lines[-1] == "Ctrl-E opens your editor"
