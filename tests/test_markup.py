import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.markup import escaped, markdown_text, plainer, unescaped
from readiness.plaintext import one_line

MARKED = st.text(alphabet="\\`*_[]<>|~&#$-+=.) 1a@:/w!lt;")


@given(st.text() | MARKED)
def test_an_escaped_text_can_be_had_back(text):
    assert unescaped(markdown_text(text)) == one_line(text)
    assert unescaped(escaped(text)) == one_line(text)


def test_what_somebody_wrote_without_escaping_stays():
    assert unescaped("R&D, 2 * 3 < 7 \\ a") == "R&D, 2 * 3 < 7 \\ a"


def test_a_mention_stays_one_where_comments_would_show():
    assert escaped("ask @kim") == "ask @kim"
    assert markdown_text("ask @kim") == "ask @<!-- -->kim"


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Zahlungsverkehr & Abwicklung", "Zahlungsverkehr & Abwicklung"),
        ("R&D and AT&T", "R&D and AT&T"),
        ("&lt; is less", "&amp;lt; is less"),
        ("&#60;", "&amp;\\#60;"),
        ("ends in &lt", "ends in &amp;lt"),
        ("ends in &", "ends in &amp;"),
    ],
)
def test_an_ampersand_stays_one_unless_an_entity_could_begin(typed, written):
    assert markdown_text(typed) == written


@given(MARKED)
def test_what_was_written_with_more_escapes_becomes_what_is_written_now(text):
    now = markdown_text(text)

    assert plainer(now) == now
    assert unescaped(plainer(now)) == one_line(text)


def test_ampersands_of_earlier_versions_become_plain():
    assert plainer("A &amp; B, R&amp;D, &amp;lt;") == "A & B, R&D, &amp;lt;"
