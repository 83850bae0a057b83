import json

import pytest
import typer
from typer.testing import CliRunner

from readiness.cli.schema import DOCUMENTS, SCHEMAS, schema
from readiness.errors import NotFoundError
from tests.published.shapes import flaws_of, schema_of

app = typer.Typer()
app.command()(schema)

COMMANDS = {
    "report --demo --json": "report",
    "report --demo --trend zero-trust --anonymous --json": "report",
    "report --demo --redact notes,evidence,names,respondents --json": "report",
    "plan --demo --robust --json": "plan",
    "plan --demo --capacity 12 --json": "plan",
    "compare --demo --json": "comparison",
    "compare --demo --trend ai-native --json": "comparison",
    "history --demo --json": "history",
    "history --demo --last 1 --json": "history",
    "export issues --demo --to json": "issues",
    "status --json": "status",
    "answer --next --json": "question",
    "doctor --json": "doctor",
    "doctor --paths --json": "paths",
    "doctor --config --json": "settings",
}
PLAIN = {  # what has our envelope, and for the rest is as pack files are, or a list
    "packs list --json": "packs",
    "packs show backend-2026 --json": "pack",
    "packs show backend-2026 ai-pairing --json": "pack_capability",
    "packs show backend-2026 ai-pairing-reach --json": "pack_question",
    "templates list --json": "templates",
}


def run_schema(*arguments):
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_printed_as_json(name):
    result = run_schema(name)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"].startswith("https://json-schema.org/")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_printed_is_the_schema_of_the_document(name):
    assert json.loads(run_schema(name).stdout) == schema_of(name)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("trends", "trend"), ("compare", "comparison"), ("reports", "report")],
)
def test_an_unknown_schema_is_not_found_with_a_suggestion(name, meant):
    failure = run_schema(name).exception

    assert isinstance(failure, NotFoundError)
    assert failure.message == f"there is no schema '{name}', did you mean '{meant}'?"
    assert failure.facts == (f"schemas: {', '.join(SCHEMAS)}",)


@pytest.mark.parametrize("words", COMMANDS)
def test_what_a_command_prints_as_json_is_as_its_schema_says(run, words):
    result = run(*words.split())

    assert json.loads(result.stdout)["kind"] == f"readiness.{COMMANDS[words]}"
    assert flaws_of(result.stdout) == []


@pytest.mark.parametrize("words", [*COMMANDS, *PLAIN])
def test_every_json_document_begins_with_the_same_envelope(run, words):
    text = run(*words.split()).stdout

    document = json.loads(text)
    assert list(document)[:3] == ["schema_version", "kind", "tool"]
    assert document["kind"] == f"readiness.{(COMMANDS | PLAIN)[words]}"
    assert document["schema_version"] == "1.0"
    assert document["tool"]["name"] == "readiness"
    assert text == json.dumps(document, ensure_ascii=False, indent=2) + "\n"


def test_answers_that_are_kept_make_documents_as_their_schemas_say(kept):
    levels = [2, 1, 3]
    run = kept("2026-Q3", *levels, role="lead")
    kept("2026-Q4", *(level + 1 for level in levels), role="")
    run("plan", "2026-Q3", "-o", "plan.md")

    for words in ("report", "plan", "compare", "history", "status --as person-0"):
        result = run(*words.split(), "--json")

        assert flaws_of(result.stdout) == [], words


def test_what_is_left_when_all_is_answered_is_as_its_schema_says(run, filled):
    filled("full")

    result = run("answer", "--next", "--json")

    assert json.loads(result.stdout)["question"] is None
    assert flaws_of(result.stdout) == []


def test_a_file_with_a_seal_is_as_its_schema_says(run, tmp_path):
    file = tmp_path / "report.json"

    run("report", "--demo", "-o", str(file))

    text = file.read_text(encoding="utf-8")
    assert "seal" in json.loads(text)
    assert flaws_of(text) == []
