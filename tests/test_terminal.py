import pytest

from tests.terminal import Terminal


def test_waiting_for_what_never_comes_shows_the_screen():
    window = Terminal("--version")

    with pytest.raises(AssertionError, match=r"not on the screen:\nreadiness \d"):
        window.wait("something else")

    assert window.leave() == 0
