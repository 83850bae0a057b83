"""What somebody has taken on is watched, whatever the program suggests by now."""

from pathlib import Path

import pytest

from readiness.errors import ExitCode
from readiness.pack.catalog import DEFAULT_PACK, find_pack
from tests.plan.documents import filled

PLAN = Path("plan.md")
OWN = """## Our own

### A7. Hire a reliability engineer

- Owner: Otto
- Due: {due}

"""


@pytest.fixture(name="planned")
def _planned(run):
    """Write the plan of a team that answers 0 throughout; return the file."""
    questions = find_pack(DEFAULT_PACK).questions()
    answers = [f"  {question.id}: 0" for question in questions]
    text = "\n".join(["form: full", "period: 2026-Q4", "answers:", *answers])
    assert run("import", "-", input=text).exit_code == ExitCode.OK
    assert run("plan", "-o", "plan.md").exit_code == ExitCode.OK
    return PLAN


def test_an_overdue_action_for_which_there_is_no_time_any_more_is_still_named(
    run, planned
):
    text = planned.read_text(encoding="utf-8")
    action = text.partition("readiness:action id=")[2].partition(" ")[0]
    edited = filled(text, action, owner="Eve", due="2026-06-30")
    planned.write_text(edited, encoding="utf-8")

    written = run("plan", "--capacity", "0", "-o", "plan.md")
    checked = run("plan", "--check")
    tasks = run("export", "issues", "--to", "json", "--plan", "plan.md", "-o", "-")

    assert "Taken on, so it stays: " in written.stderr
    assert "(Eve, due 2026-06-30): there is no time for it" in written.stderr
    assert "1 taken on, though not suggested any more" in written.stderr
    assert checked.exit_code == ExitCode.CHECK_FAILED
    assert "2026-06-30, Eve: " in checked.stderr
    assert f'"{action}"' in tasks.stdout
    assert run("plan", "-o", "plan.md").exit_code == ExitCode.OK


@pytest.mark.parametrize(
    ("due", "code", "said"),
    [
        ("2026-08-31", ExitCode.CHECK_FAILED, "2026-08-31, Otto: A7. Hire a reliab"),
        ("2099-08-31", ExitCode.OK, "No action of 7 is overdue in plan.md"),
        ("in autumn", ExitCode.OK, "No action of 7 is overdue in plan.md"),
    ],
)
def test_an_action_of_ones_own_is_kept_and_watched(run, planned, due, code, said):
    own = OWN.format(due=due)
    text = planned.read_text(encoding="utf-8")
    planned.write_text(text.replace("## Findings", f"{own}## Findings"), "utf-8")

    written = run("plan", "-o", "plan.md")
    checked = run("plan", "--check")

    assert "1 action of your own is kept: --check watches the due date" in (
        written.stderr
    )
    assert own in planned.read_text(encoding="utf-8")
    assert checked.exit_code == code
    assert said in checked.output
