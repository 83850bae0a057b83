"""Ask the first time, or with several teams, whose answers these are, and when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.workspace import (
    FOLDER,
    find_data_folder,
    team_of_folder,
    this_period,
    usable,
)
from readiness.errors import ReadinessError, UsageError
from readiness.interview.steps import Menu, TextField
from readiness.period import Period
from readiness.plaintext import one_line
from readiness.settings.project import find_project_file, write_project_file
from readiness.store.files import FolderStore

if TYPE_CHECKING:
    from readiness.interview.steps import UserInterface
    from readiness.responses import Team

_NO = "No"  # first, so that nobody writes a file by pressing Enter once too often
_NAME_ONLY = "Yes, the name only"
_WITH_ANSWERS = f"Yes, and keep the answers here, in {FOLDER}, to commit them"


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Team, period and folder, ``None`` where nobody has named them.

    ``is_new`` says that a person has just given them for the first time; ``again`` are
    the options that find the answers another time.
    """

    team: str | None
    period: str | None
    data_dir: Path | None
    respondent: str | None = None
    is_new: bool = False
    again: Mapping[str, object] = field(default_factory=dict)


def ask_names(ui: "UserInterface", given: Names) -> Names | None:
    """Ask for what nobody has said yet; ``None`` if the person leaves.

    A team that is known, from an option, a file or earlier answers, is not asked for.
    """
    if given.team is not None:
        return given
    known = FolderStore(find_data_folder(given.data_dir)).teams()
    if not known:
        return _introduce(ui, given)
    if len(known) == 1 or team_of_folder().id in {team.id for team in known}:
        return given
    return _choose(ui, given, known)


def _choose(ui: "UserInterface", given: Names, known: "Sequence[Team]") -> Names | None:
    here = team_of_folder()
    labels = (*(team.name for team in known), f"A new team: {here.name}")
    picked = ui.pick(Menu(title="Which team is this about?", labels=labels))
    if picked is None:
        return None
    team = (*known, here)[picked]
    return replace(given, team=team.name, again={**given.again, "--team": team.id})


def _introduce(ui: "UserInterface", given: Names) -> Names | None:
    proposed = team_of_folder().name
    team = _ask(ui, "Which team is this about?", proposed, _usable_team)
    if team is None:
        return None
    again = dict(given.again)
    period, today = given.period, str(this_period())
    if period is None:
        period = _ask(ui, "For which quarter?", today, _usable_period)
        if period is None:
            return None
        if period != today:
            again["--period"] = period
    if team != proposed:
        again["--team"] = team
    named = replace(given, team=team, period=period, is_new=True, again=again)
    return _offer_file(ui, named)


def _ask(
    ui: "UserInterface", prompt: str, proposed: str, read: Callable[[str], str]
) -> str | None:
    """Ask until the text can be read; no text at all means what is proposed."""
    text = ui.ask_text(TextField(prompt=prompt, current=proposed))
    while text is not None:
        try:
            return read(text.strip() or proposed)
        except UsageError as mistake:
            ui.say(f"{mistake.message[:1].upper()}{mistake.message[1:]}.")
            text = ui.ask_text(TextField(prompt=prompt, current=one_line(text)))
    return None


def _usable_team(text: str) -> str:
    return usable("team", text)


def _usable_period(text: str) -> str:
    return str(Period.parse(text))


def _offer_file(ui: "UserInterface", names: Names) -> Names | None:
    """Offer to write the team's name down; a file that is there is left alone."""
    here = Path.cwd()
    if find_project_file(here) is not None:
        return names
    labels: tuple[str, ...] = (_NO, _NAME_ONLY)
    if names.data_dir is None and find_data_folder(None).name != FOLDER:
        labels = (*labels, _WITH_ANSWERS)
    title = f"Write the team's name to readiness.toml in {one_line(here.name) or here}?"
    picked = ui.pick(Menu(title=title, labels=labels))
    if picked is None:
        return None
    if labels[picked] == _NO:
        return names
    return _write(ui, names, here, FOLDER if labels[picked] == _WITH_ANSWERS else None)


def _write(ui: "UserInterface", names: Names, here: Path, data: str | None) -> Names:
    """Write the file; if that cannot be, the interview goes on without it."""
    try:
        path = write_project_file(here, team=str(names.team), data=data)
    except ReadinessError as failure:
        ui.say(f"Not written: {failure.message}.")
        return names
    ui.say(f"Wrote {path.name}.")
    folder = names.data_dir if data is None else here / data
    again = {name: said for name, said in names.again.items() if name != "--team"}
    return replace(names, data_dir=folder, again=again)
