"""What a stranger's pack cannot smuggle into a document or a terminal."""

import pytest
from pydantic import ValidationError

from readiness.pack.model import Anchor, ProfileOption
from tests.builders import a_claim, a_rule


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com",
        "javascript:alert(1)",
        "https://",
        "https://a b",
        "https://a\n",
        "https://a\x1b]8;;x",
        "https://a\u202eb",
        "https://a)[x](y",
        "https://a<script>",
        'https://a"onclick',
        "https://a`b",
        "https://a\\b",
        "https://" + "x" * 480,
    ],
)
def test_an_address_holds_nothing_that_ends_a_link(url):
    with pytest.raises(ValidationError):
        a_claim(url=url)


@pytest.mark.parametrize("url", [None, "https://example.com/~a/b%20c?d=e&f=[1]#g"])
def test_other_addresses_are_kept(url):
    assert a_claim(url=url).url == url


@pytest.mark.parametrize("value", ["", "yes\n  other: 1", "\x1b[31m", "x" * 241])
def test_what_an_option_is_called_is_one_line(value):
    with pytest.raises(ValidationError):
        ProfileOption(value=value, label="Yes")


def test_a_condition_has_no_control_characters():
    with pytest.raises(ValidationError, match=r"U\+001B"):
        a_rule(condition="pairing < 2\x1b[31m")


def test_a_hint_is_seen_by_who_answers_and_is_no_part_of_the_behaviour():
    plain = Anchor(label="One", text="There is one.")
    hinted = Anchor(label="One", text="There is one.", hint="Only one: level 2.")

    assert plain.as_asked == "There is one."
    assert hinted.as_asked == "There is one. Only one: level 2."
    assert hinted.text == plain.text
