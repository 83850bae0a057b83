"""Mistakes of a file are told together, each once."""

import pytest

from readiness.errors import BadDataError
from readiness.plan.document.mistakes import Mistakes


def test_the_same_mistake_is_told_once():
    mistakes = Mistakes()
    for _ in range(2):
        mistakes.add(BadDataError("plan.md:3: no date"))

    with pytest.raises(BadDataError, match=r"^plan\.md:3: no date$"):
        mistakes.tell("plan.md")
