"""Notes and reasons: none is lost, none is too long."""

import pytest

from readiness.interview.remarks import ask_remark, surviving_note
from readiness.interview.steps import TextField
from readiness.responses import NOTE_LIMIT, NotApplicable, Rated
from tests.interview.scripted import Script

NOTE = TextField(prompt="Note")


def test_what_a_terminal_would_obey_does_not_get_into_a_text():
    ui = Script("a\x1b[31mred\x07 \u202eb")

    assert ask_remark(ui, NOTE) == "a[31mred b"


def test_a_text_that_is_too_long_goes_back_until_it_fits():
    ui = Script("x" * 2500, "x" * 2001, "x" * NOTE_LIMIT)

    text = ask_remark(ui, NOTE)

    assert text == "x" * NOTE_LIMIT
    assert [(len(field.current), field.excess) for field in ui.fields] == [
        (0, 0),
        (2500, 500),
        (2001, 1),
    ]


def test_a_text_that_is_too_long_may_be_given_up():
    ui = Script("x" * 2500, None)

    assert ask_remark(ui, NOTE) is None


@pytest.mark.parametrize(
    ("earlier", "note"),
    [
        (Rated(level=1, note="see wiki"), "see wiki"),
        (NotApplicable(note="see wiki"), "see wiki"),
        (NotApplicable(reason="no\nreviews"), "Was not applicable: no reviews"),
        (
            NotApplicable(reason="none", note="see wiki"),
            "see wiki\nWas not applicable: none",
        ),
        (
            NotApplicable(reason="none", note="Was not applicable: none\nsee wiki"),
            "Was not applicable: none\nsee wiki",
        ),
    ],
)
def test_why_something_did_not_apply_outlives_that_answer(earlier, note):
    assert surviving_note(earlier) == note
