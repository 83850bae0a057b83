import pytest
from typer.testing import CliRunner

from readiness.cli import app


@pytest.fixture
def run(monkeypatch, tmp_path):
    """Run the program with these words, in an empty folder."""
    folder = tmp_path / "payments-api"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return lambda *words: CliRunner().invoke(app, words, prog_name="readiness")
