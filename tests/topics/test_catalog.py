from pathlib import Path

import pytest

from readiness import topics
from readiness.errors import ExitCode, NotFoundError
from readiness.topics.catalog import TOPICS, find_topic, summary_of

FILES = Path(topics.__path__[0]).glob("*.txt")


def test_every_text_is_a_topic_and_every_topic_has_a_text():
    assert sorted(TOPICS) == sorted(file.stem for file in FILES)


@pytest.mark.parametrize("name", TOPICS)
def test_the_first_line_says_what_a_topic_is_about(name):
    summary = summary_of(name)

    assert find_topic(name).startswith(f"{summary}\n\n")
    assert 0 < len(summary) <= 63  # beside the longest name, in 80 columns
    assert not summary.endswith(".")


def test_a_mistyped_topic_is_answered_with_a_suggestion_and_the_list():
    with pytest.raises(NotFoundError) as error:
        find_topic("privcy")

    assert error.value.code == ExitCode.NOT_FOUND
    assert "did you mean 'privacy'?" in error.value.message
    assert error.value.facts == (f"topics: {', '.join(TOPICS)}",)


def test_other_words_that_help_knows_are_suggested_too():
    with pytest.raises(NotFoundError, match="did you mean 'report'"):
        find_topic("reprot", ["report"])


@pytest.mark.parametrize("name", ["../catalog", "", "keys.txt", "catalog"])
def test_no_other_file_can_be_read_as_a_topic(name):
    with pytest.raises(NotFoundError):
        find_topic(name)
