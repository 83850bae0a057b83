import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.plan.document.seal import is_untouched, seal, seal_calendar


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r")))
def test_a_sealed_text_is_untouched(text):
    assert is_untouched(seal(text))


def test_line_ends_of_another_system_are_no_edit():
    assert is_untouched(seal("# Plan\n\n- [ ] Do it\n").replace("\n", "\r\n"))


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("[ ]", "[x]"),
        lambda text: text + "\nMy own line.\n",
        lambda text: "My own line.\n" + text,
        lambda text: text.partition("<!-- readiness:seal")[0],
        lambda _: "",
    ],
)
def test_any_edit_shows(edit):
    assert not is_untouched(edit(seal("# Plan\n\n- [ ] Do it\n")))


CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"


def test_a_sealed_calendar_is_untouched_whatever_its_line_ends():
    sealed = seal_calendar(CALENDAR)

    assert is_untouched(sealed)
    assert is_untouched(sealed.replace("\r\n", "\n"))
    assert all(len(line) <= 75 for line in sealed.splitlines())


@pytest.mark.parametrize(
    "edit",
    [
        lambda text: text.replace("2.0", "2.1"),
        lambda text: text + "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
        lambda text: "\r\n" + text,
        lambda text: text.replace("X-READINESS-SEAL", "X-OTHER"),
        lambda _: CALENDAR,
    ],
)
def test_any_edit_of_a_calendar_shows(edit):
    assert not is_untouched(edit(seal_calendar(CALENDAR)))


def test_a_document_that_quotes_a_calendar_has_a_seal_of_its_own():
    quote = seal_calendar(CALENDAR).replace("\r\n", "\n")

    assert is_untouched(seal(f"# Plan\n\n{quote}"))
