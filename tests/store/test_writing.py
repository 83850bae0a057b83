import errno
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from readiness.errors import CannotWriteError, ExitCode
from readiness.store.writing import remove_temporaries, write

OLD, NEW = b"old content\n", b"new content, a little longer\n"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "payments" / "2026-Q4" / "ana.json"
    write(path, OLD)
    return path


@pytest.fixture
def disk(tmp_path):
    """Return a folder that holds 64 KiB at most.

    The superuser gets a disk of that size, everybody else a limit on file sizes.
    """
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = f"mount -t tmpfs -o size=64k tmpfs '{folder}'"
    subprocess.run(mount, shell=True, capture_output=True, check=False)
    earlier = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, earlier[1]))
    yield folder
    resource.setrlimit(resource.RLIMIT_FSIZE, earlier)
    subprocess.run(["umount", folder], capture_output=True, check=False)
    folder.chmod(0o700)


def is_alone(path):
    return [entry.name for entry in path.parent.iterdir()] == [path.name]


def test_the_new_content_takes_the_place_of_the_old(file):
    write(file, NEW)

    assert file.read_bytes() == NEW
    assert is_alone(file)


def test_only_the_user_may_read_what_is_written(tmp_path):
    file = tmp_path / "a" / "b" / "c.json"

    write(file, NEW)

    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert stat.S_IMODE(file.parent.stat().st_mode) == 0o700
    assert stat.S_IMODE(file.parent.parent.stat().st_mode) == 0o700


def test_a_full_disk_leaves_the_old_content(disk):
    file = disk / "ana.json"
    write(file, OLD)

    with pytest.raises(CannotWriteError, match=r"is full|larger than") as caught:
        write(file, b"x" * 200_000)

    assert file.read_bytes() == OLD
    assert is_alone(file)
    assert str(file) in caught.value.message
    assert "free some space" in caught.value.tries[0]


def test_a_disk_full_to_the_last_byte_leaves_the_old_content(disk):
    file = disk / "ana.json"
    write(file, b"x" * 50_000)

    with pytest.raises(CannotWriteError, match=r"is full|larger than"):
        write(file, b"y" * 150_000)

    assert file.read_bytes() == b"x" * 50_000


def test_a_read_only_disk_leaves_the_old_content(disk):
    file = disk / "ana.json"
    write(file, OLD)
    disk.chmod(0o500)
    remount = f"mount -o remount,ro '{disk}'"
    subprocess.run(remount, shell=True, capture_output=True, check=False)

    with pytest.raises(CannotWriteError, match=r"read-only|permission is missing"):
        write(file, NEW)

    assert file.read_bytes() == OLD
    assert is_alone(file)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EDQUOT, "quota"),
        (errno.EROFS, "read-only"),
        (errno.EACCES, "permission is missing"),
        (errno.EIO, "Input/output error"),
    ],
)
def test_a_failed_flush_names_file_and_reason(file, monkeypatch, number, words):
    def refuse(_handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", refuse)

    with pytest.raises(CannotWriteError, match=words) as caught:
        write(file, NEW)

    assert caught.value.code == ExitCode.CANNOT_WRITE
    assert str(file) in caught.value.message
    assert file.read_bytes() == OLD
    assert is_alone(file)


def test_a_file_in_place_of_a_folder_is_named_as_the_reason(tmp_path):
    (tmp_path / "payments").write_text("in the way")

    with pytest.raises(CannotWriteError, match="where a folder should be"):
        write(tmp_path / "payments" / "2026-Q4" / "ana.json", NEW)


def test_a_folder_in_place_of_the_file_is_named_as_the_reason(tmp_path):
    (tmp_path / "ana.json").mkdir()

    with pytest.raises(CannotWriteError, match="a folder stands"):
        write(tmp_path / "ana.json", NEW)

    assert is_alone(tmp_path / "ana.json")


def test_a_file_that_another_program_has_open_is_tried_again(file, monkeypatch):
    replace, refusals = Path.replace, iter([PermissionError, PermissionError])

    def as_on_windows(source, target):
        for refusal in refusals:
            raise refusal(errno.EACCES, "in use")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", as_on_windows)

    write(file, NEW)

    assert file.read_bytes() == NEW


def test_a_file_that_stays_in_use_is_left_as_it_was(file, monkeypatch):
    def as_on_windows(_source, _target):
        raise PermissionError(errno.EACCES, "in use")

    monkeypatch.setattr(Path, "replace", as_on_windows)

    with pytest.raises(CannotWriteError, match="permission is missing"):
        write(file, NEW)

    assert file.read_bytes() == OLD
    assert is_alone(file)


def test_a_system_that_cannot_flush_folders_keeps_the_file(file, monkeypatch):
    flush = os.fsync

    def as_on_a_network(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EINVAL, "not for folders")
        flush(handle)

    monkeypatch.setattr(os, "fsync", as_on_a_network)

    write(file, NEW)

    assert file.read_bytes() == NEW


def test_a_folder_that_fails_to_flush_is_told(file, monkeypatch):
    flush = os.fsync

    def fail(handle):
        if stat.S_ISDIR(os.fstat(handle).st_mode):
            raise OSError(errno.EIO, "broken")
        flush(handle)

    monkeypatch.setattr(os, "fsync", fail)

    with pytest.raises(CannotWriteError, match="broken"):
        write(file, NEW)


def test_a_system_that_does_not_open_folders_keeps_the_file(file, monkeypatch):
    open_ = os.open

    def as_on_windows(path, flags, *mode):
        if Path(path).is_dir():
            raise PermissionError(errno.EACCES, "a folder")
        return open_(path, flags, *mode)

    monkeypatch.setattr(os, "open", as_on_windows)

    write(file, NEW)

    assert file.read_bytes() == NEW


def test_what_dead_writers_left_is_removed_and_nothing_else(file):
    stale = file.with_name(".ana.json.0123456789abcdef.tmp")
    other = file.with_name(".ana-maria.json.0123456789abcdef.tmp")
    stuck = file.with_name(".ana.json.stuck.tmp")
    for path in (stale, other):
        path.touch()
    stuck.mkdir()

    remove_temporaries(file)

    assert not stale.exists()
    assert other.exists()
    assert stuck.exists()
    assert file.exists()


def test_a_folder_of_somebody_else_is_named_as_the_reason(tmp_path):
    tmp_path.chmod(0o500)
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from readiness.errors import CannotWriteError\n"
        "from readiness.store.writing import write\n"
        "if not os.getuid(): os.seteuid(65534)\n"  # permissions bind the superuser not
        "try: write(Path('ana.json').resolve(), b'x')\n"
        "except CannotWriteError as error: print(error.message)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(Path.cwd())},
    )

    assert "permission is missing" in done.stdout
    assert not list(tmp_path.iterdir())
