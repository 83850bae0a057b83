import json
import os
import platform
import signal
import subprocess
import sys
from multiprocessing import get_context
from pathlib import Path

import pytest

from readiness.errors import CannotWriteError, ExitCode, LockedError
from readiness.store import lock as lock_module
from readiness.store.lock import Holder, find_holder, locked

SERVER = get_context("forkserver")
HOLD = """
import sys
from pathlib import Path
from readiness.store.lock import locked
with locked(Path(sys.argv[1]), "answers"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def lock(tmp_path):
    return tmp_path / "2026-Q4" / ".ana.lock"


@pytest.fixture
def dead_pid():
    process = subprocess.Popen([sys.executable, "-c", ""])
    process.wait()
    return process.pid


def a_holding_process(lock):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def take(lock, whose="answers"):
    """Take the lock and say who holds it."""
    with locked(lock, whose):
        return find_holder(lock)


def end(process):
    process.kill()
    process.communicate()


def a_mark(lock, *, pid, host=None, name="mark"):
    lock.mkdir(parents=True, exist_ok=True)
    mark = lock / name
    mark.write_text(json.dumps({"pid": pid, "host": host or platform.node()}))
    return mark


def test_a_lock_says_who_holds_it_and_is_gone_afterwards(lock):
    with locked(lock, "answers"):
        held_by = find_holder(lock)

    assert held_by == Holder(pid=os.getpid(), host=platform.node())
    assert find_holder(lock) is None
    assert list(lock.parent.iterdir()) == []


def test_a_lock_is_released_after_a_failure(lock):
    with pytest.raises(ZeroDivisionError), locked(lock, "answers"):
        1 / 0  # noqa: B018 - it fails, which is the point

    assert list(lock.parent.iterdir()) == []


def test_a_lock_cannot_be_taken_twice(lock):
    with locked(lock, "answers"), pytest.raises(LockedError):
        take(lock)


def test_a_living_process_keeps_its_lock(lock):
    process = a_holding_process(lock)

    try:
        with pytest.raises(LockedError) as caught:
            take(lock, "the answers of ana")
    finally:
        end(process)

    message = caught.value.message
    assert caught.value.code == ExitCode.LOCKED
    assert f"process {process.pid} on {platform.node()}" in message
    assert "the answers of ana" in message


def test_the_lock_of_a_killed_process_is_taken_over(lock):
    process = a_holding_process(lock)
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert list(lock.iterdir())

    assert find_holder(lock) is None
    assert take(lock) == Holder.here()

    assert list(lock.parent.iterdir()) == []


def test_a_lock_of_another_machine_names_it_and_how_to_remove_it(lock, dead_pid):
    a_mark(lock, pid=dead_pid, host="elsewhere")

    with pytest.raises(LockedError) as caught:
        take(lock)

    assert "on elsewhere" in caught.value.message
    assert f"remove the folder {lock}" in caught.value.tries[1]
    assert find_holder(lock) == Holder(pid=dead_pid, host="elsewhere")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '{"pid": "1", "host": "x"}',
        '{"pid": -1, "host": "x"}',
        "[" * 90_000,
    ],
)
def test_a_lock_nobody_can_read_is_respected(lock, content):
    a_mark(lock, pid=1).write_text(content)

    with pytest.raises(LockedError, match="an unknown process"):
        take(lock)


def test_the_host_in_a_lock_is_a_stranger_s_text(lock):
    a_mark(lock, pid=1, host="\x1b[31mbuild\nhost" + "x" * 1000)

    held_by = find_holder(lock)

    assert held_by is not None
    assert held_by.host.startswith("[31mbuild host")
    assert len(held_by.host) == 100


def test_a_host_with_an_odd_name_knows_its_own_dead(lock, dead_pid, monkeypatch):
    monkeypatch.setattr(platform, "node", lambda: "odd \x07 name")
    a_mark(lock, pid=dead_pid)

    assert take(lock) == Holder.here()


def test_nobody_holds_a_lock_that_is_a_file(lock):
    lock.parent.mkdir()
    lock.touch()

    assert find_holder(lock) is None


def test_a_folder_in_a_lock_is_respected(lock):
    (lock / "mark").mkdir(parents=True)

    with pytest.raises(LockedError, match="an unknown process"):
        take(lock)


def test_a_process_of_another_user_lives(monkeypatch):
    def refuse(_pid, _signal):
        raise PermissionError

    monkeypatch.setattr(os, "kill", refuse)

    assert not Holder.here().is_dead()


def test_a_number_that_no_process_has_is_dead():
    assert Holder(pid=2**70, host=platform.node()).is_dead()


def test_no_process_is_asked_for_where_asking_would_end_it(monkeypatch, dead_pid):
    monkeypatch.setattr(lock_module, "_CAN_ASK_FOR_PROCESSES", False)

    assert not Holder(pid=dead_pid, host=platform.node()).is_dead()


def test_an_empty_lock_is_free(lock):
    lock.mkdir(parents=True)

    assert take(lock) == Holder.here()


def test_removing_a_lock_by_hand_does_no_harm(lock):
    with locked(lock, "answers"):
        for mark in lock.iterdir():
            mark.unlink()
        lock.rmdir()

    assert list(lock.parent.iterdir()) == []


def test_a_lock_that_was_taken_meanwhile_is_not_released(lock):
    with locked(lock, "answers"):
        a_mark(lock, pid=1, host="elsewhere", name="theirs")

    assert find_holder(lock) == Holder(pid=1, host="elsewhere")


def test_what_a_process_left_that_died_while_locking_is_removed(lock, dead_pid):
    left = a_mark(lock.with_name(".ana.lock.1-abc"), pid=dead_pid).parent
    living = a_mark(lock.with_name(".ana.lock.2-abc"), pid=os.getpid()).parent

    take(lock)

    assert not left.exists()
    assert living.exists()


@pytest.mark.parametrize("content", [None, "", "no mark"])
def test_what_nobody_signed_in_a_minute_is_removed(lock, content):
    left = lock.with_name(".ana.lock.77-abc")
    left.mkdir(parents=True)
    if content is not None:
        (left / "77-abc").write_text(content, encoding="utf-8")
    os.utime(left, (0, 0))

    with locked(lock, "the answers"):
        pass

    assert list(lock.parent.iterdir()) == []


def test_what_somebody_may_still_sign_is_left_alone(lock):
    left = lock.with_name(".ana.lock.77-abc")
    left.mkdir(parents=True)

    with locked(lock, "the answers"):
        pass

    assert left.exists()


def test_a_lock_vanishing_while_it_is_looked_at_is_taken(lock, dead_pid, monkeypatch):
    a_mark(lock, pid=dead_pid)
    read = Path.read_text

    def gone(path, **options):
        text = read(path, **options)
        path.unlink(missing_ok=True)
        lock.rmdir()
        monkeypatch.undo()
        raise FileNotFoundError(text)

    monkeypatch.setattr(Path, "read_text", gone)

    assert take(lock) == Holder.here()


def test_losing_every_race_ends_with_a_message(lock, monkeypatch):
    rename = Path.rename

    def slower(source, target):
        a_mark(Path(target), pid=1, host="elsewhere")
        try:
            return rename(source, target)
        finally:
            (Path(target) / "mark").unlink()

    monkeypatch.setattr(Path, "rename", slower)

    with pytest.raises(LockedError, match="unknown process"):
        take(lock)


def test_a_lock_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "2026-Q4").write_text("in the way")

    with pytest.raises(CannotWriteError, match="where a folder should be"):
        take(tmp_path / "2026-Q4" / ".ana.lock")


def test_a_file_in_place_of_the_lock_is_told(lock):
    lock.parent.mkdir(parents=True)
    lock.touch()

    with pytest.raises(CannotWriteError):
        take(lock)

    assert list(lock.parent.iterdir()) == [lock]


COUNT = """
import os
from readiness.errors import LockedError
from readiness.store.lock import locked
done = 0
while done < 25:
    try:
        with locked(lock, "the counter"):
            number = int(counter.read_text())
            os.sched_yield()
            counter.write_text(str(number + 1))
        done += 1
    except LockedError:
        os.sched_yield()
"""


def test_never_two_processes_hold_a_lock_even_when_all_find_a_dead_one(
    tmp_path, lock, dead_pid
):
    counter = tmp_path / "counter"
    counter.write_text("0")
    a_mark(lock, pid=dead_pid)
    names = {"lock": lock, "counter": counter}
    workers = [SERVER.Process(target=exec, args=(COUNT, names)) for _ in range(4)]

    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()

    assert [worker.exitcode for worker in workers] == [0] * 4
    assert counter.read_text() == "100"
    assert not lock.exists()
