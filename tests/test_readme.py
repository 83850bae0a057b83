"""What the README prints is what the program prints, and what .ci/run runs."""

import re
from pathlib import Path

import pytest

from readiness.cli.group import COMMANDS
from readiness.errors import ExitCode

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
SCREEN = 23  #: lines of output that the README shows
OUTPUT = re.compile(
    r"(<!-- output: readiness report --demo -->\n```text\n)(.*?)(```)", re.DOTALL
)


@pytest.fixture(name="text")
def _text():
    return README.read_text(encoding="utf-8")


def test_the_screen_in_the_readme_is_what_the_program_prints(text, request):
    golden = (ROOT / "tests/golden/report-80.txt").read_text(encoding="utf-8")
    screen = "".join(golden.splitlines(keepends=True)[:SCREEN])
    if request.config.getoption("--update-golden"):  # pragma: no cover - by hand
        text = OUTPUT.sub(lambda found: found[1] + screen + found[3], text)
        README.write_text(text, encoding="utf-8")

    shown = OUTPUT.search(text)

    assert shown is not None
    assert shown[2] == screen


def test_every_command_and_exit_code_is_in_the_readme(text):
    for name in COMMANDS:
        assert f"readiness {name}" in text
    for code in ExitCode:
        assert re.search(rf"^\| (.*, )?{code.value}(,.*)? \|", text, re.MULTILINE)


def test_ci_runs_the_test_command_of_the_readme_as_it_is_printed(text):
    command = re.search(r"<!-- command: tests -->\n```sh\n(.+)\n```", text)
    script = (ROOT / ".ci/run").read_text(encoding="utf-8")

    assert command is not None
    assert "pytest" in command[1]
    assert "<!-- command: tests -->" in script
