from pathlib import Path

import pytest

from readiness.errors import NotFoundError
from readiness.settings.upward import current_folder, status, upward


def test_it_ends_at_the_repository(folder):
    deep = folder / "src" / "deep"
    deep.mkdir(parents=True)
    (folder / ".git").mkdir()

    assert list(upward(deep)) == [deep, deep.parent, folder]


def test_nobody_needs_a_home(folder, monkeypatch):
    def nowhere():
        raise RuntimeError("no home")

    monkeypatch.setattr(Path, "home", nowhere)

    assert list(upward(folder))[-1] == Path("/")


def test_a_folder_that_was_removed_meanwhile_is_told(folder):
    folder.rmdir()

    with pytest.raises(NotFoundError, match="the folder you are in was removed"):
        current_folder()


def test_nothing_is_there_where_links_go_in_circles(folder):
    (folder / "a").symlink_to("a")

    assert status(folder / "a") is None
