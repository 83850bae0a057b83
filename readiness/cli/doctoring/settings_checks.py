"""What `readiness doctor` finds of the settings, and of the files that say them."""

import shlex
from collections.abc import Callable, Iterator, Mapping

from readiness.cli.doctoring.checks import Finding, Mark, fine, problem, warning
from readiness.cli.everywhere import check_config
from readiness.errors import NotFoundError, ReadinessError, UsageError
from readiness.settings.files import SettingsFile
from readiness.settings.project import find_overlooked, find_rival
from readiness.settings.provenance import Setting, Source, settings_that_hold
from readiness.settings.settled import Settings
from readiness.settings.toml import shown
from readiness.settings.upward import current_folder


def check_settings(settings: Settings) -> Iterator[Finding]:
    """Say which files with settings there are, and what is wrong in them."""
    try:
        check_config(settings)
    except ReadinessError as failure:
        yield problem(failure)
    for file in settings.files():
        yield from _check_file(file)
    if not list(settings.files()):
        yield fine("Settings: there is no file with settings, and none is needed")
    for setting in settings_that_hold(settings):
        if reason := what_is_wrong(setting):
            yield problem(_as_failure(setting, reason))
    yield from _check_rivals(settings.project)


def what_is_wrong(setting: Setting) -> str:
    """Return why nobody can use the value that a setting has; nothing if one can."""
    look_up = _LOOKED_UP.get(setting.key)
    if look_up is None or setting.source is Source.BUILT_IN or setting.wrong:
        return setting.wrong
    try:
        look_up(setting.value)
    except ReadinessError as failure:
        return failure.message
    return ""


def _look_up_pack(pack_id: str) -> None:
    from readiness.pack.catalog import demo_folders

    demo_folders(pack_id)  # of a pack; it need not be read


def _look_up_period(text: str) -> None:
    from readiness.period import Period

    if text not in {"latest", "previous"}:
        Period.parse(text)


# What only the rooms that use it know.
_LOOKED_UP: Mapping[str, Callable[[str], None]] = {
    "pack": _look_up_pack,
    "period": _look_up_period,
}


def _as_failure(setting: Setting, reason: str) -> ReadinessError:
    if setting.source is Source.FILE:
        message = f'{setting.name}:{setting.line}: "{setting.key}": {reason}'
        return ReadinessError(message, tries=(f"edit {setting.name}",))
    tries = (f"unset {setting.name}",) if setting.source is Source.ENVIRONMENT else ()
    return UsageError(f"{setting.name} {reason}", tries=tries)


def _check_file(file: SettingsFile) -> Iterator[Finding]:
    edit = f"edit {shown(file.path)}"
    if not file.mistakes:
        keys = ", ".join(said.key.name for said in file.said) or "nothing"
        whose = "yours" if file.is_personal else "of the project"
        yield fine(f"Settings {whose}: {shown(file.path)} sets {keys}")
    for text in file.mistakes:
        yield Finding(mark=Mark.PROBLEM, text=text, fix=edit)
    for text in file.warnings:
        yield warning(text, edit)


def _check_rivals(project: SettingsFile | None) -> Iterator[Finding]:
    if project and (rival := find_rival(project.path)):
        yield warning(
            f"{shown(rival)} has a table [tool.readiness], which is not used: "
            f"{shown(project.path)} wins",
            "keep the settings in one of them",
        )
    try:
        for path in find_overlooked(current_folder()):
            yield warning(
                f"{path} belongs to another user, and is not used",
                f"if you trust it: READINESS_CONFIG={shlex.quote(str(path))}",
            )
    except NotFoundError as failure:
        yield problem(failure)
