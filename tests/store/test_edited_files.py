"""Files that people edited, closed or moved: nothing is lost, nothing is hidden."""

import errno
import os
import re
from pathlib import Path

import pytest

from readiness.errors import BadDataError
from readiness.responses import Rated, Team
from readiness.store.files import FolderStore
from tests.builders import a_capability, a_pack, a_profile_question, a_response

PACK = a_pack(a_capability("pairing"), a_capability("roles"))
PLACE = ("payments", "2026-Q4", "ana")


@pytest.fixture
def store(tmp_path):
    return FolderStore(tmp_path / "store")


def test_a_team_is_found_by_its_folder_whatever_its_files_say(store):
    store.save(a_response(PACK))
    path = store.path_of(*PLACE)
    path.write_text(path.read_text().replace('"id": "payments"', '"id": "billing"'))

    assert store.teams() == (Team(id="payments", name="Payments"),)
    with pytest.raises(BadDataError, match="the file says team 'billing'"):
        store.responses("payments", "2026-Q4")


@pytest.mark.parametrize("how", ["edited", "removed", "made", "enlarged"])
def test_what_somebody_else_changed_is_not_overwritten(store, how):
    response = a_response(PACK, pairing=1)
    path = store.path_of(*PLACE)
    if how != "made":
        store.save(response)
    found = store.find(*PLACE) or response
    FolderStore(store.root).save(response.with_answer("pairing", Rated(level=4)))
    if how == "removed":
        path.unlink()
    elif how == "enlarged":
        path.write_bytes(b" " * (4 * 1024 * 1024 + 1))
    there = path.read_bytes() if path.exists() else None

    with pytest.raises(BadDataError) as caught:
        store.save(found)

    assert caught.value.message.startswith(str(path))
    assert (path.read_bytes() if path.exists() else None) == there


def test_what_changed_is_told_with_what_to_do(store):
    response = a_response(PACK)
    store.save(response)
    FolderStore(store.root).save(response.with_answer("pairing", Rated(level=4)))

    with pytest.raises(BadDataError, match="changed by somebody else") as caught:
        store.save(response)

    assert "run the command again" in caught.value.tries[0]


@pytest.mark.parametrize("place", ["", "payments/2026-Q4", "payments/2026-Q4/ana.json"])
def test_what_cannot_be_read_is_not_taken_for_nothing(store, monkeypatch, place):
    store.save(a_response(PACK))
    closed = store.root / place

    def guarded(real):
        def call(path, *rest, **named):
            if Path(path) == closed:
                raise PermissionError(errno.EACCES, "Permission denied")
            return real(path, *rest, **named)

        return call

    monkeypatch.setattr(os, "scandir", guarded(os.scandir))
    monkeypatch.setattr(Path, "open", guarded(Path.open))

    message = f"^{re.escape(str(closed))} cannot be read: permission denied$"
    with pytest.raises(BadDataError, match=message):
        [store.responses(team.id, "2026-Q4") for team in store.teams()]


def test_a_file_in_place_of_a_folder_is_told(store):
    store.root.mkdir()
    (store.root / "payments").touch()

    for read in (store.periods, lambda team: store.find(team, "2026-Q4", "ana")):
        with pytest.raises(BadDataError, match="cannot be read: not a directory"):
            read("payments")


PROFILED = a_pack(
    a_capability("pairing"),
    profile=(a_profile_question(), a_profile_question("share", values=(1, 2))),
)


@pytest.mark.parametrize(
    ("profile", "what"),
    [
        ({"regulatd": "yes"}, "no profile question 'regulatd', did you mean"),
        ({"regulated": "perhaps"}, "'perhaps' is not one of yes, no, unknown"),
        ({"share": 3}, "'3' is not one of 1, 2"),
        ({"share": "2"}, "'2' is not one of 1, 2"),
    ],
)
def test_a_profile_that_does_not_fit_the_pack_is_placed(store, profile, what):
    response = a_response(PROFILED, profile={"regulated": "no", **profile})
    path = store.save(response)
    store.archive(PROFILED)

    with pytest.raises(BadDataError, match=what) as caught:
        store.pack_of(response)

    line = path.read_text()[: path.read_text().index(f'"{next(iter(profile))}"')]
    assert caught.value.message.startswith(f"{path}:{line.count(chr(10)) + 1}:5: ")


def test_everything_that_does_not_fit_is_told_together(store):
    response = a_response(PROFILED, profile={"a": 1, "b": 2}, rolls=1, tools=2)
    store.save(response)
    store.archive(PROFILED)

    with pytest.raises(BadDataError) as caught:
        store.pack_of(response)

    assert len((caught.value.message, *caught.value.facts)) == 4
