"""The plan that people edited, to be laid over what is exported."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from readiness.cli.kept_plan import DEFAULT
from readiness.errors import BadDataError, NotFoundError

if TYPE_CHECKING:
    from readiness.plan.file import PlanFile
    from readiness.report.model import Report


def find_plan(named: Path | None, report: "Report") -> "PlanFile | None":
    """Return the plan in the file that is named, or in plan.md if that is fit.

    A plan.md that is no plan of readiness is nobody's business; one of another team
    or quarter is left aside with a word. Raises `NotFoundError` or `BadDataError` if
    the named file cannot be used, and `BadDataError` for a damaged plan.
    """
    if named is not None:
        return _named(named, report)
    if report.is_demo or not DEFAULT.is_file():
        return None
    plan = _read(DEFAULT)
    if plan is None or (why_not := _misfit(plan, report)) is None:
        return plan
    typer.echo(f"{DEFAULT} is not used: it is {why_not}", err=True)
    return None


def _named(path: Path, report: "Report") -> "PlanFile":
    if not path.is_file():
        raise NotFoundError(
            f"there is no file {path}", tries=(f"readiness plan -o {path}",)
        )
    plan = _read(path)
    if plan is None:
        raise BadDataError(
            f"{path} is no plan of readiness", tries=("readiness plan -o plan.md",)
        )
    if why_not := _misfit(plan, report):
        raise BadDataError(
            f"{path} is {why_not}",
            facts=(f"to be exported: {report.team_id}, {report.period}",),
            tries=("name the team with --team, the quarter as [PERIOD]",),
        )
    return plan


def _read(path: Path) -> "PlanFile | None":
    from readiness.plan.file import read_plan

    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return None
    return read_plan(text, str(path))


def _misfit(plan: "PlanFile", report: "Report") -> str | None:
    if plan.team != report.team_id:
        return f"the plan of the team {plan.team}"
    if plan.period != report.period:
        return f"the plan of {plan.period}"
    return None
