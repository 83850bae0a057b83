"""Run the program within the test's own process."""

from typer.testing import CliRunner

from readiness.cli import app
from readiness.pack.catalog import DEFAULT_PACK, find_pack

PACK = find_pack(DEFAULT_PACK)
QUICK = [question.id for question in PACK.questions() if question.quick]
SLOW = [question.id for question in PACK.questions() if not question.quick]


def run(*arguments, stdin=""):
    """Run a command line; the result has exit_code, stdout and stderr."""
    return CliRunner().invoke(app, [str(word) for word in arguments], input=stdin)
