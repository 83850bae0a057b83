from hypothesis import given
from hypothesis import strategies as st

from readiness.markup import escaped, markdown_text, unescaped
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
