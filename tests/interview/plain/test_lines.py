"""Lines out and in, on streams that cannot show everything."""

import pytest

from readiness.interview.plain.lines import in_ascii, sentence


@pytest.mark.parametrize(
    ("text", "ascii_"),
    [
        ("\u201cWe\u2019re\u201d \u2013 done\u2026", '"We\'re" - done...'),
        ("Z\u00fcrich, \u0141\u00f3d\u017a", "Zurich, ?odz"),
        ("\u2265 80 % \u00b1 3 \u2192 ok", ">= 80 % +/- 3 -> ok"),
        ("\u65e5\u672c", "??"),
    ],
)
def test_ascii_says_as_much_as_it_can(text, ascii_):
    assert in_ascii(text) == ascii_


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("Ready", "Ready."),
        ("Ready.", "Ready."),
        ("Ready?", "Ready?"),
        ("ask\n Jon", "ask Jon."),
    ],
)
def test_a_sentence_ends_where_a_voice_can_hear_it(text, spoken):
    assert sentence(text) == spoken
