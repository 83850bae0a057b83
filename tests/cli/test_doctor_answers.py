"""What `readiness doctor` says of the answers that are kept."""

import json
import os
import subprocess
import sys
import time

import pytest

from readiness.cli.doctoring import kept_checks
from readiness.cli.doctoring.checks import Mark
from readiness.cli.doctoring.kept_checks import check_answers
from readiness.errors import ExitCode
from readiness.store.lock import Holder
from tests.cli.commands import PACK, QUICK


@pytest.fixture(name="kept")
def _kept(run, store):
    """Keep one answer of ana; return her file."""
    run("answer", QUICK[0], "3", "--as", "ana", "--team", "payments")
    return store.path_of("payments", "2026-Q4", "ana")


def findings(run, mark=None):
    result = run("doctor", "--json")
    found = json.loads(result.stdout)["checks"]
    return [check for check in found if mark in {None, check["mark"]}]


def folder_line(run):
    return next(c["text"] for c in findings(run) if "ata folder" in c["text"])


@pytest.mark.usefixtures("kept")
def test_the_folder_is_named_with_what_is_in_it(run, own_store):
    run("answer", QUICK[0], "3", "--as", "bo", "--period", "2026-Q3")

    assert folder_line(run) == (
        f"Data folder {own_store} (environment variable READINESS_HOME): "
        "1 team, 2 quarters, 2 files, can be written"
    )
    assert findings(run, "problem") == findings(run, "warning") == []


def test_a_folder_that_is_not_there_is_not_made(run, own_store):
    assert folder_line(run).endswith("is not there yet; the first answer makes it")
    assert not own_store.exists()


@pytest.mark.parametrize(
    ("near", "why"), [(True, "found here or above"), (False, "your user data folder")]
)
def test_it_says_why_it_is_this_folder(run, monkeypatch, tmp_path, near, why):
    monkeypatch.delenv("READINESS_HOME")
    if near:
        (tmp_path / "payments-api" / ".readiness").mkdir(0o700)

    assert f"({why})" in folder_line(run)


def test_a_folder_that_cannot_be_written_is_a_problem(run, own_store):
    own_store.write_text("a file")

    result = run("doctor")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert f"✗  {own_store} cannot be read: not a directory" in result.stdout


def test_trying_to_write_leaves_nothing_behind(run, kept, own_store):
    before = sorted(own_store.rglob("*"))

    run("doctor")

    assert sorted(own_store.rglob("*")) == before
    assert kept.exists()


def test_a_disk_that_refuses_is_a_problem(run, kept, monkeypatch):
    def refuse(**_):
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(kept_checks, "NamedTemporaryFile", refuse)

    (found,) = findings(run, "problem")

    assert found["text"].endswith("the disk is read-only")
    assert found["fix"].startswith("make it writable")
    assert kept.exists()


def test_a_damaged_file_is_named_with_its_place_and_what_to_do(run, kept):
    kept.write_text(kept.read_text()[:-3])

    result = run("doctor")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert f"  ✗  {kept}:" in result.stdout
    assert "the file ends too early" in result.stdout
    assert "fix: mend the place that is named; or put an earlier copy" in result.stdout
    assert result.stdout.endswith("\n1 problem, 0 warnings.\n")


def test_a_file_that_is_misplaced_is_a_problem(run, kept):
    kept.rename(kept.with_name("bo.json"))

    (found,) = findings(run, "problem")

    assert "says respondent 'ana', but its place says 'bo'" in found["text"]


def test_a_copy_with_a_name_nobody_can_have_is_named_with_its_rival(run, kept):
    copy = kept.with_name("ana (1).json")
    copy.write_bytes(kept.read_bytes())

    (found,) = findings(run, "problem")

    assert "two files claim to be the answers of ana" in found["text"]
    assert found["facts"] == [str(kept), str(copy)]
    assert found["fix"].startswith("keep the one that is right")


def test_a_copy_alone_is_told_what_to_be_called(run, kept):
    kept.rename(kept.with_name("ana (1).json"))

    (found,) = findings(run, "problem")

    assert "ana (1).json:" in found["text"]
    assert found["fix"].startswith("rename the file to ana.json")


def test_answers_without_their_pack_are_a_problem(run, kept, own_store):
    (pack,) = (own_store / "packs").iterdir()
    pack.unlink()

    (found,) = findings(run, "problem")

    assert found["text"].startswith("the pack of these answers is not there")
    assert any(pack.name in fact for fact in found["facts"])
    assert kept.exists()


def test_an_answer_that_the_pack_does_not_ask_for_is_a_problem(run, kept):
    kept.write_text(kept.read_text().replace(QUICK[0], "no-such-question"))

    (found,) = findings(run, "problem")

    assert "has no question 'no-such-question'" in found["text"]
    assert found["text"].startswith(f"{kept}:")
    assert PACK.id in found["text"]


def test_of_very_many_damaged_files_the_first_are_told(run, kept):
    for number in range(25):
        kept.with_name(f"p{number}.json").write_text("")

    assert len(findings(run, "problem")) == kept_checks.SHOWN
    (rest,) = findings(run, "warning")
    assert rest["text"] == "and 5 more like it"


@pytest.mark.parametrize(
    ("mode", "what"), [(0o750, "read"), (0o705, "read"), (0o777, "change")]
)
def test_a_folder_that_others_may_use_is_a_warning(run, kept, own_store, mode, what):
    own_store.chmod(mode)

    (found,) = findings(run, "warning")

    assert f"may {what} the answers in {own_store}" in found["text"]
    assert found["fix"] == f"chmod -R go= {own_store}"
    assert kept.exists()


@pytest.mark.usefixtures("kept")
def test_where_files_have_no_owner_permissions_say_nothing(run, own_store, monkeypatch):
    own_store.chmod(0o777)
    monkeypatch.delattr(os, "getuid")  # as on Windows

    assert findings(run, "warning") == []


def dead():
    """Return the id of a process that has ended."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return ended.pid


@pytest.fixture(name="lock")
def _lock(kept):
    """Let a process hold the lock of ana's answers."""

    def lock(pid, host=None):
        mark = kept.with_name(".ana.lock") / "mark"
        mark.parent.mkdir()
        data = {"pid": pid, "host": host or Holder.here().host}
        mark.write_text(json.dumps(data))

    return lock


def test_a_living_session_is_told(run, lock):
    lock(os.getpid())

    (text,) = (c["text"] for c in findings(run, "fine") if "ana" in c["text"])

    assert text.startswith("The answers of ana for payments, 2026-Q4 are being changed")
    assert f"by process {os.getpid()} on " in text


def test_a_session_on_another_machine_is_taken_for_living(run, lock):
    lock(1, "elsewhere\x1b")

    assert "process 1 on elsewhere\n" in run("doctor").stdout


def test_a_session_that_died_is_told_and_needs_nothing(run, lock):
    lock(dead())

    (found,) = findings(run, "warning")

    assert found["text"].startswith("A process ended while it held the answers of ana")
    assert found["fix"].startswith("nothing to do")


def test_a_lock_of_nobody_known_is_a_warning(run, kept):
    mark = kept.with_name(".ana.lock") / "mark"
    mark.parent.mkdir()
    mark.write_text("?")

    (found,) = findings(run, "warning")

    assert found["text"].startswith("An unknown process holds the answers of ana")
    assert found["fix"].endswith(str(mark.parent))


@pytest.mark.parametrize("name", [".ana.json.12ab.tmp", ".ana.lock.17-12ab"])
def test_what_a_dead_writer_left_is_told_and_a_living_one_left_alone(run, kept, name):
    left = kept.with_name(name)
    left.touch()
    os.utime(left, (1, time.time()))
    assert findings(run, "warning") == []

    os.utime(left, (1, 1))
    (found,) = findings(run, "warning")

    assert found["text"].startswith(f"{left} was left by a process that ended")
    assert left.exists()


def test_what_goes_away_while_it_looks_is_no_finding(own_store, kept):
    kept.with_name("a.json").write_text("")
    for name in ("a", "b"):
        kept.with_name(f".{name}.json.12ab.tmp").touch()
        os.utime(kept.with_name(f".{name}.json.12ab.tmp"), (1, 1))

    found = check_answers(own_store, "")
    assert "a.json:1: the file is empty" in next(found_of(found, Mark.PROBLEM))
    kept.unlink()
    assert ".a.json.12ab.tmp" in next(found_of(found, Mark.WARNING))
    kept.with_name(".b.json.12ab.tmp").unlink()

    assert list(found) == []


def found_of(found, mark):
    return (finding.text for finding in found if finding.mark is mark)
