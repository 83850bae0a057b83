"""Bare ``readiness``: where you stand, and the next command."""

from pathlib import Path

import typer

from readiness.cli.workspace import Workspace, find_workspace
from readiness.errors import UsageError
from readiness.period import Period
from readiness.report import words


def overview(team: str | None, data_dir: Path | None) -> None:
    """Print the state of the latest answers and what to type next."""
    try:
        lines = _stand(find_workspace(team=team, data_dir=data_dir))
    except UsageError as several:  # several teams: a state, not a mistake
        lines = [several.message, *several.facts, "Next: readiness report --team NAME"]
    typer.echo("\n".join(lines))


def _stand(workspace: Workspace) -> list[str]:
    there = workspace.store.periods(workspace.team.id)
    if not there:
        return _beginning(workspace)
    period = workspace.period if workspace.period in there else there[-1]
    lines = [f"{workspace.team.name}, {period}: {_progress(workspace, period)}"]
    if period != workspace.period:
        lines.append(f"Nothing yet for {workspace.period}. Begin: readiness assess")
    return lines


def _progress(workspace: Workspace, period: Period) -> str:
    """Say how far this person is, and what to type next."""
    store, team = workspace.store, workspace.team
    named = "" if period == workspace.period else f" --period {period}"
    response = store.find(team.id, period, workspace.respondent)
    if response is None:
        others = words.counted(
            len(store.responses(team.id, period)), "person", "people"
        )
        return (
            f"answered by {others}, not yet by you ({workspace.respondent}).\n"
            f"  Join in:   readiness assess{named}\n"
            "  See it:    readiness report"
        )
    quick = " --quick" if response.form == "quick" else ""
    asked = list(response.asked(store.pack_of(response)))
    decided = sum(response.decided(question.id) for question in asked)
    if decided < len(asked):
        return (
            f"{decided} of {len(asked)} answered.\n"
            f"  Continue:  readiness assess{quick}{named}\n"
            "  So far:    readiness report"
        )
    more = f"\n  All questions:  readiness assess{named}" if quick else ""
    return (
        f"all {len(asked)} questions answered ({response.form}).\n"
        "  See it:    readiness report\n"
        f"  Act on it: readiness plan -o plan.md{more}"
    )


def _beginning(workspace: Workspace) -> list[str]:
    from readiness.pack.catalog import DEFAULT_PACK, find_pack

    pack = find_pack(DEFAULT_PACK)
    questions = list(pack.questions())
    quick = sum(question.quick for question in questions)
    few = f"{quick} questions, about {pack.quick_minutes} minutes"
    all_ = f"{len(questions)} questions, about {pack.minutes} minutes"
    return [
        f"No answers yet for {workspace.team.name}, {workspace.period}.",
        f"  {few}:  readiness assess --quick",
        f"  {all_}:  readiness assess",
        "  See a finished example first:  readiness report --demo",
    ]
