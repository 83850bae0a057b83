import sys
from pathlib import Path

import pytest

from tests.programs import find


def test_the_first_program_that_is_there_is_taken(monkeypatch):
    python = Path(sys.executable)
    monkeypatch.setenv("PATH", str(python.parent))

    assert find("no-such-program", python.name) == str(python)


def test_a_test_whose_program_is_missing_is_skipped(monkeypatch):
    monkeypatch.delenv("CI", raising=False)

    with pytest.raises(
        pytest.skip.Exception, match="needs no-such-program or nor-this"
    ):
        find("no-such-program", "nor-this")


def test_in_ci_it_fails(monkeypatch):
    monkeypatch.setenv("CI", "true")

    with pytest.raises(pytest.fail.Exception, match="needs no-such-program"):
        find("no-such-program")
