"""Whose answers a command is about, and where they are kept."""

import os
from dataclasses import dataclass
from datetime import UTC, date, datetime
from getpass import getuser
from pathlib import Path

from readiness.errors import NotFoundError, UsageError
from readiness.period import Period
from readiness.plaintext import one_line, slug
from readiness.responses import Team
from readiness.store.files import FolderStore

FOLDER = ".readiness"  #: a folder of this name here or above holds the answers
NAME_LIMIT = 100  #: characters of a team's or respondent's name


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """A store, and the team, period and respondent that are meant."""

    store: FolderStore
    team: Team
    period: Period
    respondent: str  #: slug of whose answers


def find_workspace(
    *,
    team: str | None = None,
    period: str | None = None,
    data_dir: Path | None = None,
    respondent: str | None = None,
    reading: bool = False,
) -> Workspace:
    """Work out what is meant from the options and what there is.

    Without a period it is today's, or the latest with answers if ``reading``.
    Raises `UsageError` for names that cannot be used, `NotFoundError` for a period
    that is not there.
    """
    store = FolderStore(find_data_folder(data_dir))
    who = _find_team(store, team)
    when = _find_period(store, who, period, reading=reading)
    name = _usable("respondent", respondent or _login())
    return Workspace(store=store, team=who, period=when, respondent=slug(name))


def find_data_folder(given: Path | None) -> Path:
    """Return the folder of the answers; it need not exist yet."""
    if given is not None:
        return given.expanduser()
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / FOLDER).is_dir():
            return folder / FOLDER
    from platformdirs import user_data_path

    return user_data_path("readiness")


def now() -> datetime:
    """Return the time, or the one that SOURCE_DATE_EPOCH fixes."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC) if fixed else datetime.now(UTC)


def today() -> date:
    """Return the user's own day, or the one that SOURCE_DATE_EPOCH fixes."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return now().date() if fixed else now().astimezone().date()


def _find_team(store: FolderStore, name: str | None) -> Team:
    known = {team.id: team for team in store.teams()}
    if name is not None:
        name = _usable("team", name)
        return known.get(slug(name)) or Team(id=slug(name), name=name)
    here = one_line(Path.cwd().name)[:NAME_LIMIT] or "my team"
    if len(known) > 1 and slug(here) not in known:
        raise UsageError(
            "there are several teams, and none was named",
            facts=tuple(f"{team.name} ({team.id})" for team in known.values()),
            tries=("name one with --team NAME",),
        )
    if len(known) == 1:
        return next(iter(known.values()))
    return known.get(slug(here)) or Team(id=slug(here), name=here)


def _find_period(
    store: FolderStore, team: Team, text: str | None, *, reading: bool
) -> Period:
    word = text or ("latest" if reading else None)
    if word not in {"latest", "previous"}:
        return Period.of(today()) if word is None else Period.parse(word)
    there = sorted(store.periods(team.id))
    place = 1 if word == "latest" else 2
    if len(there) < place:
        raise NotFoundError(
            f'no {"" if text is None else word + " "}answers of team "{team.name}"',
            facts=(f"looked in {store.root}",),
            tries=("readiness assess --quick", "readiness report --demo"),
        )
    return there[-place]


def _usable(what: str, name: str) -> str:
    shown = one_line(name)
    if not shown or len(shown) > NAME_LIMIT:
        raise UsageError(
            f"the {what} name has {len(shown)} characters", tries=("use 1 to 100",)
        )
    return shown


def _login() -> str:
    try:
        return one_line(getuser())[:NAME_LIMIT] or "me"
    except (KeyError, OSError):  # no login name: a container, a service
        return "me"
