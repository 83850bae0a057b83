"""What the same person answered in earlier periods."""

from typing import TYPE_CHECKING

from readiness.errors import ReadinessError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from readiness.cli.workspace import Workspace
    from readiness.interview.steps import UserInterface
    from readiness.pack.model import Pack
    from readiness.responses import Response

LOOK_BACK = 4  #: periods with answers; what is older says little about today


def find_earlier(
    ui: "UserInterface", workspace: "Workspace"
) -> "Sequence[tuple[Response, Pack]]":
    """Return the person's answers of earlier periods, the earliest first, with packs.

    What cannot be read is said and left out: it must not keep anybody from answering.
    """
    return list(_readable(ui, workspace))


def _readable(
    ui: "UserInterface", workspace: "Workspace"
) -> "Iterator[tuple[Response, Pack]]":
    store, team, who = workspace.store, workspace.team.id, workspace.respondent
    before = [one for one in store.periods(team) if one < workspace.period]
    for period in before[-LOOK_BACK:]:
        try:
            response = store.find(team, period, who)
            if response is not None:
                yield response, store.pack_of(response)
        except ReadinessError as failure:
            ui.say(f"The answers of {period} are not shown: {failure.message}.")
