"""Answers as files in a folder: one per person, team and period.

``<team>/<period>/<respondent>.json``, and ``packs/<sha256>.json`` for the very packs
they were given to. There is no index: two people's folders are merged by copying.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from hashlib import sha256
from itertools import islice
from pathlib import Path

from pydantic import ValidationError

from readiness.errors import BadDataError
from readiness.pack.model import Pack
from readiness.period import Period
from readiness.responses import PackRef, Response, Team
from readiness.store import packs
from readiness.store.fitting import misfits
from readiness.store.listing import folder_names, response_files, stray_responses
from readiness.store.lock import Holder, find_holder, locked
from readiness.store.misplaced import misplaced
from readiness.store.reading import as_text, damage, parse, place_of, read
from readiness.store.wire import decode, encode
from readiness.store.writing import remove_temporaries, write
from readiness.suggestions import quoted

PACKS = "packs"  #: folder of the archived packs

_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_PERIOD = re.compile(r"[0-9]{4}-Q[1-4]", re.ASCII)
_LONGEST = 60  # characters of a slug
_SHOWN = 5  # mistakes per message


class FolderStore:
    """The answers kept under the folder ``root``, which need not exist yet."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[Path, bytes | None] = {}  # digests of what was read, written

    def path_of(self, team_id: str, period: Period | str, respondent: str) -> Path:
        """Return where one person's answers are or would be.

        Raises `BadDataError` for names that `readiness.plaintext.slug` did not make.
        """
        when = str(period)
        if not _PERIOD.fullmatch(when):
            raise BadDataError(f"{when[:_LONGEST]!r} is not a period")
        name = f"{_checked(respondent)}.json"
        return self._team_folder(team_id) / when / name

    def save(self, response: Response) -> Path:
        """Keep ``response``, flushed to the disk, in place of the earlier one.

        Hold its `lock` meanwhile. Raises `CannotWriteError`, or `BadDataError` if
        the response is too large, or if somebody else changed the file since this
        store last read or wrote it; then the earlier file is as it was.
        """
        path = self._path_for(response)
        content = encode(response)
        if path in self._known and self._known[path] != _digest(read(path)):
            raise _changed(path)
        write(path, content)
        self._known[path] = _digest(content)
        return path

    def find(
        self, team_id: str, period: Period | str, respondent: str
    ) -> Response | None:
        """Return one person's answers, ``None`` if there are none.

        Raises `BadDataError` if the file is damaged or from a newer program.
        """
        path = self.path_of(team_id, period, respondent)
        content = read(path)
        self._known[path] = _digest(content)
        return None if content is None else _decoded(content, path)

    def responses(self, team_id: str, period: Period | str) -> tuple[Response, ...]:
        """Return the answers of everybody in the team, sorted by respondent.

        Raises `BadDataError` if a file is damaged, or is not what its name says.
        """
        folder = self.path_of(team_id, period, "anybody").parent
        return tuple(_decoded(read(p) or b"", p) for p in response_files(folder))

    def teams(self) -> tuple[Team, ...]:
        """Return the teams that have answers, sorted by id.

        Raises `BadDataError` if a folder cannot be listed, as `periods` does.
        """
        ids = (name for name in folder_names(self.root) if _is_team(name))
        return tuple(self._team(id_) for id_ in ids if self.periods(id_))

    def periods(self, team_id: str) -> tuple[Period, ...]:
        """Return the periods the team has answers for, the earliest first."""
        folder = self._team_folder(team_id)
        names = (name for name in folder_names(folder) if _PERIOD.fullmatch(name))
        there = (name for name in names if response_files(folder / name))
        return tuple(sorted(map(Period.parse, there)))

    def strays(self) -> tuple[Path, ...]:
        """Return response files that lie where none is looked for, sorted."""
        return tuple(stray_responses(self.root, _is_place))

    def archive(self, pack: Pack) -> PackRef:
        """Keep ``pack`` under the hash of its content, unless it is there already.

        Raises `CannotWriteError`.
        """
        return packs.archive(self.root / PACKS, pack)

    def pack_of(self, response: Response) -> Pack:
        """Return the very pack that ``response`` answers.

        Raises `NotFoundError` if it is not archived, `BadDataError` if it is damaged
        or if the response says what the pack does not have: with file and line.
        """
        pack = packs.load(self.root / PACKS, response.pack)
        if found := tuple(islice(misfits(response, pack), _SHOWN)):
            path = self._path_for(response)
            text = as_text(read(path) or b"", str(path))
            raise damage(*(place_of(text, at, str(path)) + what for at, what in found))
        return pack

    @contextmanager
    def lock(
        self, team_id: str, period: Period | str, respondent: str
    ) -> Iterator[None]:
        """Be the only one who changes this person's answers.

        Raises `LockedError` with the process and host of whoever is.
        """
        path = self.path_of(team_id, period, respondent)
        with locked(_lock_path(path), f"the answers of {respondent} for {team_id}"):
            remove_temporaries(path)
            yield

    def holder(
        self, team_id: str, period: Period | str, respondent: str
    ) -> Holder | None:
        """Return who holds the lock, ``None`` if nobody does."""
        return find_holder(_lock_path(self.path_of(team_id, period, respondent)))

    def _path_for(self, response: Response) -> Path:
        return self.path_of(response.team.id, response.period, response.respondent)

    def _team_folder(self, team_id: str) -> Path:
        if team_id == PACKS:
            raise BadDataError(f'"{PACKS}" cannot be the id of a team')
        return self.root / _checked(team_id)

    def _team(self, team_id: str) -> Team:
        """Return the team as one of its latest files names it.

        Its id is the folder's name, whatever a file says: else the answers that are
        there would not be found, and nobody told why.
        """
        folder = self._team_folder(team_id) / str(self.periods(team_id)[-1])
        for path in response_files(folder):
            with suppress(BadDataError, ValidationError, KeyError):  # another may do
                text = as_text(read(path) or b"", str(path))
                said = Team.model_validate(parse(text, str(path))["team"])
                return said.model_copy(update={"id": team_id})
        return Team(id=team_id, name=team_id)


def _checked(slug: str) -> str:
    if len(slug) > _LONGEST or not _SLUG.fullmatch(slug):
        raise BadDataError(
            f"{quoted(slug)} cannot be the name of a file here",
            facts=("allowed are a-z, 0-9 and single hyphens between them",),
        )
    return slug


def _is_team(name: str) -> bool:
    return name != PACKS and len(name) <= _LONGEST and bool(_SLUG.fullmatch(name))


def _is_place(folders: Sequence[str]) -> bool:
    """Return whether answers are looked for in these folders, below the root."""
    match folders:
        case [team, period]:
            return _is_team(team) and _PERIOD.fullmatch(period) is not None
        case _:
            return False


def _digest(content: bytes | None) -> bytes | None:
    return None if content is None else sha256(content).digest()


def _changed(path: Path) -> BadDataError:
    return BadDataError(
        f"{path} was changed by somebody else meanwhile; it was not overwritten",
        facts=("an editor, git, or a program that syncs folders may have done it",),
        tries=("run the command again: it goes on from what the file says now",),
    )


def _lock_path(path: Path) -> Path:
    return path.with_name(f".{path.stem}.lock")


def _decoded(content: bytes, path: Path) -> Response:
    """Read a response file; it must say what its place says."""
    response = decode(content, str(path))
    places = {
        "team": (response.team.id, path.parent.parent.name),
        "period": (response.period, path.parent.name),
        "respondent": (response.respondent, path.name.removesuffix(".json")),
    }
    for key, (said, meant) in places.items():
        if said != meant:
            raise misplaced(path, key, said, meant)
    return response
