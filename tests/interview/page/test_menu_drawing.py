import pytest
from prompt_toolkit.data_structures import Size
from prompt_toolkit.utils import get_cwidth

from readiness.interview.page.menu_drawing import Search, lay_out_menu
from readiness.interview.page.sheet import ASCII, UNICODE
from readiness.interview.steps import Menu, Tally
from tests.interview.page.sheets import as_words

NAMES = ("Platform engineering", "AI in the backend", "変更のあとサービス")
TALLIES = tuple(
    Tally(name=name, rated=9 - n, unknown=1, not_applicable=0, open=4 * (n == 1))
    for n, name in enumerate(NAMES)
)
REVIEW = Menu(
    title="Review  Payments, 2026-Q1",
    labels=("Answer the 4 open questions", "Save and leave"),
    tallies=TALLIES,
    remarks_title="Worth a second look",
    remarks=("Q17 level 4, without evidence", "Q12 and Q13 disagree: " + "why " * 30),
)
LIST = Menu(title="Which one?", labels=tuple(f"Number {n}" for n in range(1, 13)))


def a_search(menu, pointed=None, **fields):
    return Search(tuple(range(len(menu.labels))), pointed, **fields)


def drawn(menu, search=None, columns=80, rows=30, glyphs=UNICODE):
    """Return the lines on the screen."""
    search = search or a_search(menu)
    sheet = lay_out_menu(menu, search, Size(rows=rows, columns=columns), glyphs)
    return [text for _, text in sheet.lines(search.top)]


def test_a_review_has_a_table_its_remarks_and_what_to_do_next():
    assert drawn(REVIEW, a_search(REVIEW, 0)) == [
        "",
        "Review  Payments, 2026-Q1".replace("  ", " "),
        "  Trend                 answered  don't know  n/a  open",
        "  Platform engineering         9           1    0     0",
        "  AI in the backend            8           1    0     4   <- finish here",
        "  変更のあとサービス           7           1    0     0",
        "",
        "Worth a second look",
        "  - Q17 level 4, without evidence",
        "  - Q12 and Q13 disagree: " + " ".join(["why"] * 13),
        "    " + " ".join(["why"] * 17),
        "",
        " » 1  Answer the 4 open questions ",
        "   2  Save and leave ",
        "",
        "1-2 or arrows look  Enter choose  Esc go back",
    ]


def test_a_long_name_takes_more_lines_of_the_table():
    long = Tally(
        name="Serverless 2.0: stateful, durable, hybrid",
        rated=1,
        unknown=0,
        not_applicable=0,
        open=1,
    )

    lines = drawn(Menu(title="Review", labels=("Leave",), tallies=(long,)))

    assert lines[2:5] == [
        "  Trend                       answered  don't know  n/a  open",
        "  Serverless 2.0: stateful,".ljust(36)
        + " 1           0    0     1   <- finish here",
        "  durable, hybrid",
    ]


@pytest.mark.parametrize("columns", [50, 59, 60])
def test_a_window_without_room_for_the_table_has_a_block_for_each_trend(columns):
    lines = drawn(REVIEW, columns=columns)

    place = lines.index("  AI in the backend <- finish here")
    assert lines[place + 1] == "    8 answered, 1 don't know, 0 n/a, 4 open"


@pytest.mark.parametrize("columns", [50, 60, 80, 100, 120, 200])
def test_no_word_of_a_menu_is_cut(columns):
    menu = Menu(
        title="title " * 20,
        labels=("label " * 30, "変更のあとサービス" * 20),
        tallies=TALLIES,
        remarks_title="remarks " * 12,
        remarks=REVIEW.remarks,
    )

    lines = drawn(menu, columns=columns, rows=80)

    words = as_words(lines)
    assert all(get_cwidth(line) <= columns for line in lines)
    for text in (menu.title, menu.labels[0], menu.remarks_title, *menu.remarks):
        assert as_words([text]) in words
    assert menu.labels[1] in words.replace(" ", "")


def test_a_plain_menu_has_nothing_to_read_first():
    menu = Menu(title="What next?", labels=("Finish",))

    assert drawn(menu)[1:4] == ["What next?", "   1  Finish ", ""]


def test_a_menu_longer_than_the_window_says_how_to_see_more():
    lines = drawn(LIST, a_search(LIST, 11), columns=50, rows=10)

    assert len(lines) == 10
    assert " » 12  Number 12 " in lines
    assert "PgDn: back to the top (3 of 3)" in lines


@pytest.mark.parametrize(("top", "hint"), [(0, "more of"), (None, "back to the top")])
def test_a_long_short_menu_is_turned_with_space(top, hint):
    menu = Menu(title="Review", labels=("Leave",), remarks=("remark " * 60,))

    words = as_words(drawn(menu, a_search(menu, 0, top=top), columns=50, rows=10))

    assert f"Space: {hint}" in words


@pytest.mark.parametrize("leaving", ["go back", "save and leave", "leave"])
def test_a_menu_says_what_escape_means(leaving):
    short = Menu(title="What next?", labels=("Finish",), leaving=leaving)
    long = Menu(title="Which one?", labels=LIST.labels, leaving=leaving)

    assert drawn(short)[-1] == f"1-1 or arrows look  Enter choose  Esc {leaving}"
    assert drawn(long, columns=100)[-1].endswith(f"Esc {leaving}")


def test_a_long_menu_says_that_it_can_be_searched():
    assert "type words or a number to search" in as_words(drawn(LIST))


def test_what_is_searched_for_is_shown_with_what_was_found():
    search = Search((2, 9), 2, typed="ten", warning="Look.")

    lines = drawn(LIST, search)

    assert lines[1:4] == ["Which one?", " »  3  Number 3 ", "   10  Number 10 "]
    assert lines[-3:] == [
        "Search: ten",
        "Look.",
        "Enter choose  Backspace widen  Esc show all again",
    ]


def test_ascii_is_enough():
    lines = drawn(LIST, a_search(LIST, 3), glyphs=ASCII)

    assert "\n".join(lines).isascii()
