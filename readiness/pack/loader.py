"""Read a pack, or say everything that is wrong with it."""

import json
from collections.abc import Collection, Iterable
from itertools import chain
from pathlib import Path

from pydantic import ValidationError

from readiness.errors import BadDataError, NotFoundError
from readiness.pack.checks import find_flaws
from readiness.pack.flaw import Flaw
from readiness.pack.model import Pack
from readiness.pack.sources import PACK_FILE, Problem, Sources
from readiness.pack.violations import explain
from readiness.plaintext import one_line


class PackError(BadDataError):
    """A pack with mistakes: each is a line ``file:line:column: what`` of ``facts``."""

    def __init__(self, folder: Path, problems: Collection[Problem]) -> None:
        count = "1 mistake" if len(problems) == 1 else f"{len(problems)} mistakes"
        lines = (f"{file}:{mark}: {text}" for file, mark, text in sorted(problems))
        super().__init__(f"{one_line(str(folder))}: {count}", facts=tuple(lines))


def load_pack(folder: Path) -> Pack:
    """Read the pack of a folder with a ``pack.yaml`` (or of that file).

    Raises `PackError` with every mistake there is, `NotFoundError` if there is no
    ``pack.yaml``, and `BadDataError` if it may not be read.
    """
    if folder.name == PACK_FILE:
        folder = folder.parent
    try:
        sources = Sources(folder)
    except NotFoundError as error:
        tries = (f"give a folder that has a {PACK_FILE}",)
        raise NotFoundError(error.message, tries=tries) from None
    flaws = list(find_flaws(sources.data, is_whole=sources.is_whole))
    try:
        # strict JSON: lists may stand for tuples, yet "3" for no number
        pack = Pack.model_validate_json(json.dumps(sources.data), strict=True)
    except ValidationError as error:
        flaws += explain(error, sources.data)
        raise PackError(folder, _problems(sources, flaws)) from None
    if problems := _problems(sources, flaws):
        raise PackError(folder, problems)
    return pack


def _problems(sources: Sources, flaws: Iterable[Flaw]) -> set[Problem]:
    located = chain.from_iterable(sources.locate(flaw) for flaw in flaws)
    return {*sources.problems, *located}
