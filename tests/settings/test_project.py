import errno
import os
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.errors import CannotWriteError, ExitCode
from readiness.settings.files import read_settings
from readiness.settings.project import (
    find_overlooked,
    find_project_file,
    find_rival,
    write_project_file,
)


@given(team=st.text(), data=st.text() | st.none())
def test_what_is_written_reads_back_the_same(team, data):
    with TemporaryDirectory() as folder:
        path = write_project_file(Path(folder), team=team, data=data)

        read = tomllib.loads(path.read_text(encoding="utf-8"))

    expected = {"team": team} if data is None else {"team": team, "data": data}
    assert read == expected


@pytest.mark.parametrize("name", ['Pay "x" \\ment', "Zahlung é 支払", "a # b = [c]"])
def test_a_team_that_was_written_holds(folder, name):
    file = read_settings(write_project_file(folder, team=name, data=".readiness"))

    assert [one.value for one in file.said] == [name, str(folder / ".readiness")]
    assert (file.warnings, file.mistakes) == ((), ())


def test_half_a_sign_that_no_file_can_keep_becomes_a_question_mark(folder):
    path = write_project_file(folder, team="a\ud800b")

    assert tomllib.loads(path.read_text(encoding="utf-8"))["team"] == "a?b"


def test_a_file_to_be_committed_has_the_usual_permissions(folder):
    before = os.umask(0o022)
    try:
        path = write_project_file(folder, team="Payments")
    finally:
        os.umask(before)

    assert path.stat().st_mode & 0o777 == 0o644


def test_a_file_that_is_there_is_never_overwritten(folder, write):
    write("# mine")

    with pytest.raises(CannotWriteError, match="is there already") as refused:
        write_project_file(folder, team="Payments")

    assert refused.value.tries == ('add the line yourself: team = "Payments"',)
    assert (folder / "readiness.toml").read_text() == "# mine"


def test_a_folder_that_is_not_there_is_told(folder):
    with pytest.raises(CannotWriteError, match="No such file") as refused:
        write_project_file(folder / "none", team="Payments")

    assert refused.value.code == ExitCode.CANNOT_WRITE


def test_a_disk_that_is_full_leaves_no_half_a_file(folder, monkeypatch):
    opened = Path.open

    def full(path, mode):
        file = opened(path, mode)

        class Full:
            def __enter__(self):
                return self

            def __exit__(self, *_):
                file.close()

            def write(self, _):
                file.write(b"team")
                raise OSError(errno.ENOSPC, "No space left on device")

        return Full()

    monkeypatch.setattr(Path, "open", full)
    with pytest.raises(CannotWriteError, match="No space left"):
        write_project_file(folder, team="Payments")

    assert list(folder.iterdir()) == []


def test_the_nearest_file_counts(folder, write):
    above = write("")
    deep = folder / "src" / "deep"
    deep.mkdir(parents=True)

    assert find_project_file(deep) == above
    near = write("[tool.readiness]", "src/pyproject.toml")
    assert find_project_file(deep) == near
    nearer = write("", "src/readiness.toml")
    assert find_project_file(deep) == nearer


def test_a_pyproject_without_our_table_does_not_count(folder, write):
    write("[project]\nname = 'readiness'", "pyproject.toml")

    assert find_project_file(folder) is None


@pytest.mark.parametrize("edge", [".git", "home"])
def test_a_file_above_the_repository_or_home_does_not_count(
    folder, write, monkeypatch, edge
):
    write("")
    below = folder / "repository"
    below.mkdir()
    if edge == "home":
        monkeypatch.setenv("HOME", str(below))
    else:
        (below / edge).mkdir()

    assert find_project_file(below) is None


def test_a_file_of_another_user_does_not_count(folder, write, monkeypatch):
    path = write("team = 'planted'")
    monkeypatch.setattr(os, "getuid", lambda: path.stat().st_uid + 1)

    assert find_project_file(folder) is None
    assert list(find_overlooked(folder)) == [path]


def test_a_file_of_ones_own_is_not_overlooked(folder, write):
    write("")

    assert list(find_overlooked(folder)) == []


@pytest.mark.parametrize("target", ["readiness.toml", "nowhere"])
def test_a_link_that_leads_nowhere_is_not_passed_over(folder, target):
    (folder / "readiness.toml").symlink_to(target)

    assert find_project_file(folder) == folder / "readiness.toml"


def test_a_table_beside_a_file_of_its_own_is_its_rival(write):
    path = write("")

    assert find_rival(path) is None
    rival = write("[tool.readiness]", "pyproject.toml")
    assert find_rival(path) == rival
    assert find_rival(rival) is None
