import pytest
from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input

from tests.interview.page.pages import Output


@pytest.fixture
def output():
    return Output()


@pytest.fixture
def pipe():
    """A keyboard of its own, which can also be taken away."""
    with create_pipe_input() as pipe:
        yield pipe


@pytest.fixture
def type_(output, pipe):
    """Type before anything is asked."""
    with create_app_session(input=pipe, output=output):
        yield pipe.send_text
