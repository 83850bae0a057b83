"""Which team a folder is for is remembered on this computer."""

import json

import pytest

from readiness.cli import places
from readiness.cli.places import places_file, remember, team_here


@pytest.fixture
def go_to(tmp_path, monkeypatch):
    def go(name):
        (tmp_path / name).mkdir(exist_ok=True)
        monkeypatch.chdir(tmp_path / name)

    go("one")
    return go


def test_every_folder_has_its_own_team(go_to):
    remember("payments")
    go_to("two")
    remember("search")

    assert team_here() == "search"
    go_to("one")
    assert team_here() == "payments"


def test_a_folder_that_is_new_has_no_team(go_to):
    remember("payments")
    go_to("two")

    assert team_here() is None


@pytest.mark.usefixtures("go_to")
def test_the_last_answer_counts():
    remember("payments")
    remember("search")

    assert team_here() == "search"
    assert places_file().stat().st_mode & 0o777 == 0o600


def test_the_oldest_folders_are_forgotten(go_to, monkeypatch):
    monkeypatch.setattr(places, "MOST", 2)
    for name in ("one", "two", "three"):
        go_to(name)
        remember(name)

    assert sorted(json.loads(places_file().read_text("utf-8")).values()) == [
        "three",
        "two",
    ]


@pytest.mark.usefixtures("go_to")
@pytest.mark.parametrize("content", ["", "{", "[1]", '{"a": 1}', "[" * 100_000])
def test_a_damaged_memory_is_no_failure(content):
    places_file().parent.mkdir(parents=True)
    places_file().write_text(content, encoding="utf-8")

    assert team_here() is None
    remember("payments")
    assert team_here() == "payments"


@pytest.mark.usefixtures("go_to")
def test_what_cannot_be_written_is_not_remembered():
    places_file().parent.parent.mkdir(parents=True, exist_ok=True)
    places_file().parent.write_text("in the way", encoding="utf-8")

    remember("payments")

    assert team_here() is None
