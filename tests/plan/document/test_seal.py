import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.plan.document.seal import is_untouched, seal


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
