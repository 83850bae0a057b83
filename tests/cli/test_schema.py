import json

import pytest
import typer
from typer.testing import CliRunner

from readiness.cli.schema import SCHEMAS, schema
from readiness.errors import NotFoundError

app = typer.Typer()
app.command()(schema)


def run(*arguments):
    return CliRunner().invoke(app, arguments)


@pytest.mark.parametrize("name", SCHEMAS)
def test_every_schema_is_printed_as_json(name):
    result = run(name)

    assert result.exit_code == 0
    assert json.loads(result.stdout)["$schema"].startswith("https://json-schema.org/")


def test_an_unknown_schema_is_not_found_with_a_suggestion():
    failure = run("trends").exception

    assert isinstance(failure, NotFoundError)
    assert failure.message == "there is no schema 'trends', did you mean 'trend'?"
    assert failure.facts[0].startswith("schemas: pack, trend")
