"""Run the program within the test's own process."""

from typer.testing import CliRunner

from readiness.cli import app
from readiness.pack.catalog import DEFAULT_PACK, find_pack

PACK = find_pack(DEFAULT_PACK)
QUICK = [question.id for question in PACK.questions() if question.quick]
HEADING = "team: Payments\nperiod: 2026-Q4\nrespondent: ana\n"
PLACE = ("payments", "2026-Q4", "ana")
SLOW = [question.id for question in PACK.questions() if not question.quick]


def run(*arguments, stdin=""):
    """Run a command line; the result has exit_code, stdout and stderr."""
    return CliRunner().invoke(app, [str(word) for word in arguments], input=stdin)


def levels(store, place=PLACE):
    """Return the kept level of each answer, `None` for answers without one."""
    answers = store.find(*place).answers
    return {id_: getattr(answer, "level", None) for id_, answer in answers.items()}
