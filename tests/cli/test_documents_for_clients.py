"""What stands in every document for others, whatever its format, and what must not."""

import re

import pytest

from readiness.cli.group import COMMANDS
from readiness.errors import ExitCode
from tests.cli.commands import PACK
from tests.parsing import text_of

ENDINGS = {
    "html": "html", "pdf": "pdf", "docx": "docx", "pptx": "pptx", "xlsx": "xlsx",
    "markdown": "md",
}  # fmt: skip
SINGLE_ANSWERS = re.compile(r"\b[0-4](?:, [0-4]){3,}\b")
FILES = re.compile(r"\b(?:plan\.md|brand\.toml|readiness\.toml)\b|\.readiness\b")
OPTIONS = re.compile(r"(?<![\w-])--[a-z]{2,}")


@pytest.fixture(name="sample")
def _sample(run):
    """Return the text of the sample's document in a format."""

    def show(fmt, *words):
        result = run("report", "--demo", "--format", fmt, "-o", "-", *words)
        assert result.exit_code == ExitCode.OK, result.stderr
        return text_of(ENDINGS[fmt], result.stdout_bytes)

    return show


@pytest.fixture(name="five")
def _five(run):
    """Keep two quarters of five people, one of whom leaves a trend out."""
    for period, level in (("2026-Q3", 1), ("2026-Q4", 2)):
        for who in ("ada", "bo", "cleo", "dan", "eve"):
            answers = [
                f"  {question.id}: {level}"
                for trend in PACK.trends
                if (trend.id, who) != ("multiagent", "eve")
                for capability in trend.capabilities
                for question in capability.questions
            ]
            about = ["team: Yard", f"period: {period}", f"respondent: {who}"]
            given = "\n".join((*about, "answers:", *answers))
            assert run("import", "-", input=given).exit_code == ExitCode.OK


def has_names_of_ours(text):
    """Return the commands, options and files of ours that a text names."""
    commands = re.compile(rf"\breadiness (?:{'|'.join(COMMANDS)})\b")
    return [said for one in (commands, FILES, OPTIONS) for said in one.findall(text)]


def test_single_answers_are_found_where_they_may_stand(sample):
    assert SINGLE_ANSWERS.search(sample("markdown"))


@pytest.mark.parametrize("fmt", ENDINGS)
def test_no_format_lists_single_answers_of_the_anonymous(sample, fmt):
    text = sample(fmt, "--anonymous")

    assert SINGLE_ANSWERS.findall(text) == []
    assert has_names_of_ours(text) == []


@pytest.mark.parametrize("fmt", ENDINGS)
def test_no_document_names_a_command_or_a_file_of_ours(sample, fmt):
    assert has_names_of_ours(sample(fmt)) == []


def test_a_command_a_file_and_an_option_are_found_where_they_stand():
    text = "readiness plan reads plan.md, as --plan says; made with readiness"

    assert has_names_of_ours(text) == ["readiness plan", "plan.md", "--plan"]


@pytest.mark.usefixtures("five")
def test_on_how_many_answers_a_verdict_rests_is_said_once_and_not_to_the_anonymous(
    run,
):
    usual, anonymous = (
        run("report", "--format", "markdown", *words).stdout
        for words in ((), ("--anonymous",))
    )

    changed, _, history = usual.partition("\n## History\n")
    table = [line for line in changed.splitlines() if line.startswith("| Multiagent")]
    assert table[-1].count("from 4 of 5 people") == 1
    assert "from 4 of 5 people" in history
    assert "## History" in anonymous
    assert "of 5 people" not in anonymous.partition("## History")[2]
    assert "from 4 of" not in anonymous


def test_files_for_others_have_no_digits_that_keep_names_apart(run, tmp_path):
    given = "team: Payments (core)\nperiod: 2026-Q4\nrespondent: ada\n"
    answers = f"answers:\n  {next(iter(PACK.questions())).id}: 2\n"
    assert run("import", "-", input=given + answers).exit_code == ExitCode.OK

    folder = tmp_path / "out"
    run("report", "--format", "json,markdown", "-o", str(folder))

    names = sorted(file.name for file in folder.iterdir())
    assert names == ["payments-core-2026-Q4.json", "payments-core-2026-Q4.md"]
