"""Ask the first time, or with several teams, whose answers these are, and when."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.cli.places import remember, team_here
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
from readiness.plaintext import one_line, slug
from readiness.settings.project import find_project_file, write_project_file
from readiness.settings.upward import current_folder, home_folder
from readiness.store.files import FolderStore

if TYPE_CHECKING:
    from readiness.interview.steps import UserInterface
    from readiness.responses import Team

# The first writes nothing: nobody gets a file by pressing Enter once too often.
_NO = "No, this computer remembers it for me"
_NAME_ONLY = "Yes, the team's name only; my answers stay in my user folder"
_WITH_ANSWERS = f"Yes, and keep all answers here, in {FOLDER}, to commit with the code"


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

    A team is not asked for if an option, a file, the folder's name or an earlier
    answer to this question says it.
    """
    if given.team is not None:
        return given
    root = find_data_folder(given.data_dir)
    known = FolderStore(root).teams()
    if not known:
        return _introduce(ui, given)
    if len(known) == 1 and (given.data_dir or root.name == FOLDER or _is_home()):
        return given  # the folder of the answers was chosen, or nothing is meant by it
    ids = {team.id for team in known}
    said = next((id_ for id_ in (team_of_folder().id, team_here()) if id_ in ids), None)
    return _choose(ui, given, known) if said is None else replace(given, team=said)


def _is_home() -> bool:
    return current_folder() == home_folder()


def _choose(ui: "UserInterface", given: Names, known: "Sequence[Team]") -> Names | None:
    here = team_of_folder()
    labels = (*(team.name for team in known), f"A new team: {here.name}")
    menu = Menu(title="Which team is this about?", labels=labels, leaving="leave")
    picked = ui.pick(menu)
    if picked is None:
        return None
    team = (*known, here)[picked]
    remember(team.id)
    return replace(given, team=team.name, is_new=team is here)


def _introduce(ui: "UserInterface", given: Names) -> Names | None:
    """Ask step by step; whoever goes back from a step comes to the one before."""
    proposed = team_of_folder().name
    while True:
        team = _ask(ui, "Which team is this about?", proposed, _usable_team)
        if team is None:
            return None
        named = _with_period(ui, replace(given, team=team, is_new=True))
        found = None if named is None else _offer_file(ui, named)
        if found is not None:
            remember(slug(team))
            return found
        proposed = team


def _with_period(ui: "UserInterface", named: Names) -> Names | None:
    if named.period is not None:
        return named
    today = str(this_period())
    prompt = f"For which quarter, such as {today}?"
    period = _ask(ui, prompt, today, _usable_period)
    if period is None:
        return None
    again = named.again if period == today else {**named.again, "--period": period}
    return replace(named, period=period, again=again)


def _ask(
    ui: "UserInterface", prompt: str, proposed: str, read: Callable[[str], str]
) -> str | None:
    """Ask until the text can be read; no text at all means what is proposed."""
    field = TextField(prompt=prompt, current=proposed)
    text = ui.ask_text(field)
    while text is not None:
        try:
            return read(text.strip() or proposed)
        except UsageError as mistake:
            said = f"{mistake.message[:1].upper()}{mistake.message[1:]}. {prompt}"
            text = ui.ask_text(replace(field, prompt=said))
    return None


def _usable_team(text: str) -> str:
    return usable("team", text)


def _usable_period(text: str) -> str:
    return str(Period.parse(text))


def _offer_file(ui: "UserInterface", names: Names) -> Names | None:
    """Offer to write the team's name down; a file that is there is left alone."""
    here = current_folder()
    if find_project_file(here) is not None:
        return names
    labels: tuple[str, ...] = (_NO, _NAME_ONLY)
    if names.data_dir is None and find_data_folder(None).name != FOLDER:
        labels = (*labels, _WITH_ANSWERS)
    folder = one_line(here.name) or here
    title = (
        f"Tell colleagues the team's name too, by a file readiness.toml in {folder}?"
    )
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
    return names if data is None else replace(names, data_dir=here / data)
