"""Begin a response, and keep it: what the commands that change answers share."""

from pathlib import Path

from readiness.cli.workspace import Workspace, check_team
from readiness.errors import UsageError
from readiness.pack.archive import digest
from readiness.pack.model import Pack
from readiness.plaintext import one_line
from readiness.responses import Form, PackRef, Response
from readiness.suggestions import did_you_mean, quoted

ROLE_LIMIT = 60  #: characters


def find_response(workspace: Workspace) -> Response | None:
    """Return the answers that the workspace is about, ``None`` if there are none."""
    return workspace.store.find(
        workspace.team.id, workspace.period, workspace.respondent
    )


def find_pack_of(workspace: Workspace) -> Pack:
    """Return the pack that the answers belong to, or that new ones would."""
    if response := find_response(workspace):
        return workspace.store.pack_of(response)
    from readiness.pack.catalog import DEFAULT_PACK, find_pack  # brings a YAML parser

    return find_pack(DEFAULT_PACK)


def find_or_begin(
    workspace: Workspace, pack: Pack, *, form: Form = Form.FULL, role: str = ""
) -> Response:
    """Return the answers there are, or a response without answers yet."""
    return find_response(workspace) or Response(
        team=workspace.team,
        period=str(workspace.period),
        respondent=workspace.respondent,
        role=role,
        form=form,
        pack=PackRef(id=pack.id, version=pack.version, sha256=digest(pack)),
    )


def keep(workspace: Workspace, pack: Pack, response: Response) -> Path:
    """Save the response, and the pack it answers; return its file.

    Raises `CannotWriteError`.
    """
    workspace.store.archive(pack)
    return workspace.store.save(response)


def usable_role(role: str | None) -> str:
    """Return the role on one line, "" if there is none; raise `UsageError`."""
    line = one_line(role or "")
    if len(line) > ROLE_LIMIT:
        raise UsageError(
            f"the role has {len(line):,} characters", tries=(f"use up to {ROLE_LIMIT}",)
        )
    return line


def with_role(response: Response, role: str) -> Response:
    """Return the response in ``role``; "" leaves the one it has."""
    return response.model_copy(update={"role": role}) if role else response


def role_change(before: Response, after: Response) -> str:
    """Return "role: engineer -> lead" if somebody now answers in another, or ""."""
    if before.role in {"", after.role}:
        return ""
    return f"role: {before.role} -> {after.role}"


def newcomer(workspace: Workspace) -> str:
    """Return that somebody begins beside others, whose names may have been meant.

    "" for who has answered before, and for the first of a quarter.
    """
    responses = workspace.store.responses(workspace.team.id, workspace.period)
    others = [response.respondent for response in responses]
    if not others or workspace.respondent in others:
        return ""
    count = f"{len(others)} {'person' if len(others) == 1 else 'people'}"
    meant = did_you_mean(workspace.respondent, others)
    return f"New: {quoted(workspace.respondent)}, beside {count} so far{meant}"


def check_team_exists(workspace: Workspace) -> None:
    """Raise `NotFoundError` if there are teams, and not this one."""
    check_team(workspace.store, workspace.team, workspace.store.teams())
