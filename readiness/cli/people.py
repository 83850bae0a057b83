"""Who has answered a period so far: for whoever collects the answers."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from readiness.cli.workspace import Workspace
    from readiness.period import Period
    from readiness.published.status import Respondent
    from readiness.report.panel_model import RespondentLine


def find_people(
    workspace: "Workspace", period: "Period | None" = None
) -> "list[RespondentLine]":
    """Return everybody who answers for the workspace's team and ``period``, or its own.

    Raises `BadDataError` if somebody's file is damaged, or is not what its name says.
    """
    from readiness.report.panel.lines import respondent_line

    store, found, packs = workspace.store, [], {}
    for response in store.responses(workspace.team.id, period or workspace.period):
        sha256 = response.pack.sha256
        if sha256 not in packs:
            packs[sha256] = store.pack_of(response)
        asked = [question.id for question in response.asked(packs[sha256])]
        found.append(respondent_line(response, asked))
    return found


def lines(
    workspace: "Workspace", people: "Sequence[RespondentLine]", *, is_plain: bool
) -> list[str]:
    """Return who has answered, if it is more than the person that is asked about.

    If nobody has, it is who answered last. Files that nobody counts are told too. For
    screen readers nothing is indented. Raises what `find_people` does.
    """
    indent = "" if is_plain else "  "
    rows = []
    period = workspace.period
    periods = [] if people else workspace.store.periods(workspace.team.id)
    if periods:
        period = periods[-1]
        people = find_people(workspace, period)
    if periods or any(one.respondent != workspace.respondent for one in people):
        rows += ["", f"Who has answered for {period}"]
        rows += [f"{indent}{one.words}" for one in people]
    strays = workspace.store.strays()
    rows += [""] * bool(strays)
    rows += [f"Not counted, it is in no team's quarter: {path}" for path in strays]
    return rows


def as_data(one: "RespondentLine") -> "Respondent":
    """Return one of them as plain data for JSON."""
    from readiness.report.panel.json import respondent_document
    from readiness.scoring.groups import group_of

    return {
        **respondent_document(one),
        "group": group_of(one.role),
        "open": one.asked - one.decided,
    }
