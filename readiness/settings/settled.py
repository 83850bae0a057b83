"""The settings that hold in one run.

An option, the environment, the project's file, the person's file, what is built in: the
first that says something wins. All end up in the environment, where every part of the
program looks already. Nearly every run looks for the files, so this module imports what
reads them only if there are any.
"""

import os
from collections.abc import Iterator, Mapping, MutableMapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from readiness.environment import CONFIG, choose_colors
from readiness.errors import NotFoundError
from readiness.settings.person import person_file
from readiness.settings.project import find_project_file
from readiness.settings.upward import current_folder

if TYPE_CHECKING:
    from readiness.settings.files import Said, SettingsFile


class Settings:
    """The settings of one run, kept in the environment ``environ``.

    ``options`` are the variables that options have set, and the names of the options;
    ``taken`` those that a file has set.
    """

    def __init__(
        self, environ: MutableMapping[str, str], options: Mapping[str, str]
    ) -> None:
        self.environ = environ
        self.options = options
        self.taken: dict[str, tuple[SettingsFile, Said]] = {}
        self.person: SettingsFile | None = None
        self.project: SettingsFile | None = None
        self.missing: Path | None = None  #: a project file that was named

    def read_personal(self) -> None:
        """Take what the person's file says about things that are for them to decide."""
        path = person_file()
        if self.person is None and os.path.lexists(path):
            self.person = _read(path, is_personal=True)
        self._take(self.person, personal=True)
        choose_colors(self.environ)

    def read(self) -> None:
        """Take what the files say where neither option nor environment does."""
        self.read_personal()
        path = self._find_project_file()
        self.project = _read(path) if path else None
        self._take(self.project)
        self._take(self.person)
        choose_colors(self.environ)

    def files(self) -> "Iterator[SettingsFile]":
        """Yield the files that were read."""
        yield from filter(None, (self.project, self.person))

    def _find_project_file(self) -> Path | None:
        if named := self.environ.get(CONFIG):
            path = Path(named)
            self.missing = None if os.path.lexists(path) else path
            return None if self.missing else path
        with suppress(NotFoundError):  # commands that need the folder will say so
            return find_project_file(current_folder())
        return None

    def _take(self, file: "SettingsFile | None", *, personal: bool = False) -> None:
        """Put into the environment what is not in it: ``personal`` things, or all."""
        if file is None:
            return
        for said in file.said:
            key = said.key
            if (key.is_personal or not personal) and key.said_by(self.environ) is None:
                self.environ[key.variables[0]] = said.value
                self.taken[key.variables[0]] = (file, said)


def _read(path: Path, *, is_personal: bool = False) -> "SettingsFile":
    from readiness.settings.files import read_settings  # noqa: PLC0415 - see above

    return read_settings(path, is_personal=is_personal)
