"""Whose answers a command is about, and where they are kept."""

import os
import shlex
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from getpass import getuser
from pathlib import Path
from stat import S_ISDIR

from readiness.errors import NotFoundError, UsageError
from readiness.period import Period
from readiness.plaintext import one_line, slug
from readiness.responses import Team
from readiness.settings.upward import current_folder, is_own, status, upward
from readiness.store.files import FolderStore
from readiness.suggestions import did_you_mean, quoted

FOLDER = ".readiness"  #: a folder of this name here or above holds the answers
NAME_LIMIT = 100  #: characters of a team's or respondent's name

_RELATIVE = {"latest", "previous"}


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
    Raises `UsageError` for names that cannot be used, `NotFoundError` for a period,
    or for a team to read of, that is not there.
    """
    store = FolderStore(find_data_folder(data_dir))
    known = store.teams()
    who = _find_team(known, team)
    if reading or period in _RELATIVE:
        check_team(store, who, known)
    when = _find_period(store, who, period, reading=reading)
    name = usable("respondent", respondent or _login())
    return Workspace(store=store, team=who, period=when, respondent=slug(name))


def check_team(store: FolderStore, team: Team, known: Sequence[Team]) -> None:
    """Raise `NotFoundError` if ``team`` is not among those ``known``.

    Before the first answers of all, any team will do.
    """
    ids = [one.id for one in known]
    if not ids or team.id in ids:
        return
    raise NotFoundError(
        f"there is no team {quoted(team.name)}{did_you_mean(team.id, ids)}",
        facts=(
            f"there are: {', '.join(f'{one_line(o.name)} ({o.id})' for o in known)}",
            f"in {store.root}",
        ),
        tries=(f"readiness assess --team {shlex.quote(team.name)}  to begin with it",),
    )


def find_data_folder(given: Path | None) -> Path:
    """Return the folder of the answers; it need not exist yet.

    Raises `UsageError` for the home of somebody who does not exist.
    """
    if given is not None:
        try:
            return given.expanduser()
        except RuntimeError:
            raise UsageError(f"there is no home folder for {given}") from None
    for folder in upward(current_folder()):
        if _is_own_folder(folder / FOLDER):
            return folder / FOLDER
    from platformdirs import user_data_path

    return user_data_path("readiness")


def team_of_folder() -> Team:
    """Return the team that is called like the folder the user is in."""
    name = one_line(current_folder().name)[:NAME_LIMIT] or "my team"
    return Team(id=slug(name), name=name)


def usable(what: str, name: str) -> str:
    """Return the name on one line; raise `UsageError` if it is empty or too long."""
    shown = one_line(name)
    if not shown or len(shown) > NAME_LIMIT:
        raise UsageError(
            f"the {what} name has {len(shown)} characters", tries=("use 1 to 100",)
        )
    return shown


def now() -> datetime:
    """Return the time, with its zone."""
    return datetime.now(UTC)


def this_period() -> Period:
    """Return the period of the user's own day."""
    return Period.of(now().astimezone().date())


def today() -> date:
    """Return the day to print: the user's own, or what SOURCE_DATE_EPOCH fixes.

    Raises `UsageError` if that is no number of seconds.
    """
    return made_at().date()


def made_at() -> datetime:
    """Return the moment to print, in the user's zone, or what SOURCE_DATE_EPOCH fixes.

    Raises `UsageError` if that is no number of seconds.
    """
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not fixed:
        return now().astimezone()
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError):  # too large for a date, or for C
        raise UsageError(
            f"SOURCE_DATE_EPOCH is {quoted(fixed)}, not a number of seconds since 1970",
            tries=("unset SOURCE_DATE_EPOCH",),
        ) from None


def _find_team(known: Sequence[Team], name: str | None) -> Team:
    by_id = {team.id: team for team in known}
    if name is not None:
        name = usable("team", name)
        there = by_id.get(name) or by_id.get(slug(name))
        return there or Team(id=slug(name), name=name)
    if len(known) == 1:
        return known[0]
    here = team_of_folder()
    if known and here.id not in by_id:
        from readiness.cli.places import team_here  # brings platformdirs

        if (remembered := by_id.get(team_here() or "")) is not None:
            return remembered
        raise UsageError(
            "there are several teams, and none was named",
            facts=tuple(f"{team.name} ({team.id})" for team in known),
            tries=("name one with --team NAME",),
        )
    return by_id.get(here.id) or here


def _find_period(
    store: FolderStore, team: Team, text: str | None, *, reading: bool
) -> Period:
    word = text or ("latest" if reading else None)
    if word not in _RELATIVE:
        return this_period() if word is None else Period.parse(word)
    there = store.periods(team.id)
    place = 1 if word == "latest" else 2
    if len(there) < place:
        found = ", ".join(map(str, there)) or "nothing yet"
        raise NotFoundError(
            f'no {"" if text is None else word + " "}answers of team "{team.name}"',
            facts=(f"found: {found}", f"looked in {store.root}"),
            tries=("readiness assess --quick", "readiness report --demo"),
        )
    return there[-place]


def _login() -> str:
    try:
        return one_line(getuser())[:NAME_LIMIT] or "me"
    except (KeyError, OSError):  # no login name: a container, a service
        return "me"


def _is_own_folder(folder: Path) -> bool:
    found = status(folder)
    return found is not None and S_ISDIR(found.st_mode) and is_own(found)
