"""What plans proposed: ``<team>/plans/<period>.json`` in the folder of the answers."""

import json
from pathlib import Path

from pydantic import ValidationError

from readiness.errors import BadDataError
from readiness.period import Period
from readiness.plan.record import PlanRecord
from readiness.store.files import FolderStore
from readiness.store.mistakes import mistakes_in
from readiness.store.reading import as_text, damage, mistake_at, parse, place_of, read
from readiness.store.writing import write
from readiness.suggestions import quoted

KIND = "readiness.plan-record"
VERSION = 1
FOLDER = "plans"  #: no period, so no answers are looked for in it


def find_plan(root: Path, team_id: str, period: Period | str) -> PlanRecord | None:
    """Return what the plan of a team after a period proposed, ``None`` if unknown.

    Raises `BadDataError` if the file is damaged, from a newer program, or is not what
    its place says.
    """
    path = _path(root, team_id, period)
    content = read(path)
    return None if content is None else _decode(content, path)


def save_plan(root: Path, record: PlanRecord) -> Path:
    """Keep ``record`` in place of the earlier one, flushed to the disk.

    Raises `CannotWriteError`; then the earlier file is as it was.
    """
    path = _path(root, record.team, record.period)
    data = record.model_dump(mode="json")
    content = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
    write(path, content.encode())
    return path


def _path(root: Path, team_id: str, period: Period | str) -> Path:
    answers = FolderStore(root).path_of(team_id, period, "anybody")
    return answers.parent.parent / FOLDER / f"{period}.json"


def _decode(content: bytes, path: Path) -> PlanRecord:
    name = str(path)
    text = as_text(content, name)
    data = parse(text, name)
    if data.get("kind") != KIND:
        place = place_of(text, ("kind",), name)
        raise damage(f"{place}is not the record of a plan of readiness")
    version = data.get("schema_version")
    if type(version) is int and version > VERSION:
        raise BadDataError(
            f"{place_of(text, ('schema_version',), name)}the file is from a newer "
            "version of readiness",
            facts=(f"it has schema version {version}, this program reads {VERSION}",),
            tries=("pip install --upgrade team-readiness",),
        )
    try:
        record = PlanRecord.model_validate(data)
    except ValidationError as error:
        raise mistakes_in(error, text, name) from None
    _check_place(record, text, path)
    return record


def _check_place(record: PlanRecord, text: str, path: Path) -> None:
    places = {
        "team": (record.team, path.parent.parent.name),
        "period": (record.period, path.stem),
    }
    for key, (said, meant) in places.items():
        if said != meant:
            what = f"the file says {key} {quoted(said)}, its place {quoted(meant)}"
            raise mistake_at(text, (key,), str(path), what)
