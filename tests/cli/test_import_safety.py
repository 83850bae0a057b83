"""An import loses no answers: whose they are, what they were, all files or none."""

import errno
from pathlib import Path

import pytest

from tests.cli.commands import HEADING, PLACE, QUICK, levels, run

NOBODY = "team: Payments\nperiod: 2026-Q4\n"


@pytest.fixture
def mine(store, monkeypatch):
    """Keep answers of whoever is logged in, who is called ana."""
    monkeypatch.setenv("LOGNAME", "ana")
    text = f"{HEADING}role: leader\nprofile:\n  regulated: yes\nanswers:\n"
    run("import", "-", stdin=f"{text}  {QUICK[0]}: 3\n  {QUICK[1]}: na\n")
    return store.path_of(*PLACE).read_bytes()


@pytest.mark.parametrize("option", [(), ("--dry-run",)])
@pytest.mark.parametrize(
    ("said", "change"),
    [
        (f"answers:\n  {QUICK[0]}: 1\n", f"{QUICK[0]}: 3 -> 1"),
        (
            f"answers:\n  {QUICK[0]}: {{note: why}}\n",
            f"{QUICK[0]}: 3 -> 3 (note)",
        ),
        ("role: developer\nanswers:\n", "role: leader -> developer"),
        ("profile:\n  regulated: no\nanswers:\n", "regulated: yes -> no"),
    ],
)
def test_a_file_for_nobody_changes_no_answers(store, mine, option, said, change):
    result = run("import", "-", *option, stdin=NOBODY + said)

    assert result.exit_code == 2
    assert "does not say whose answers it has" in result.stderr
    assert "would change those of ana; nothing was stored" in result.stderr
    assert f"\n  {change}\n" in result.stderr
    assert "respondent: ana" in result.stderr
    assert "--as NAME" in result.stderr
    assert result.stdout == ""
    assert store.path_of(*PLACE).read_bytes() == mine


@pytest.mark.usefixtures("mine")
def test_a_file_for_nobody_may_add_answers(store):
    said = f"{NOBODY}answers:\n  {QUICK[0]}: 3\n  {QUICK[2]}: 1\n"

    result = run("import", "-", stdin=said)

    assert result.exit_code == 0
    assert levels(store) == {QUICK[0]: 3, QUICK[1]: None, QUICK[2]: 1}


@pytest.mark.usefixtures("mine")
@pytest.mark.parametrize("way", ["option", "environment"])
def test_whose_answers_they_are_may_be_said_besides(store, monkeypatch, way):
    said = f"{NOBODY}answers:\n  {QUICK[0]}: 1\n  {QUICK[1]}: 2\n"
    if way == "environment":
        monkeypatch.setenv("READINESS_RESPONDENT", "ana")

    result = run("import", "-", *["--as", "ana"] * (way == "option"), stdin=said)

    assert result.exit_code == 0
    assert f"  {QUICK[0]}: 3 -> 1\n  {QUICK[1]}: not-applicable -> 2\n" in (
        result.stderr
    )
    assert levels(store) == {QUICK[0]: 1, QUICK[1]: 2}


def test_a_refusal_names_the_first_changes_and_counts_the_rest(monkeypatch):
    monkeypatch.setenv("LOGNAME", "ana")
    answers = [f"  {id_}: 3" for id_ in QUICK[:8]]
    run("import", "-", stdin="\n".join([HEADING + "answers:", *answers]))

    others = "\n".join(answers).replace("3", "1")
    result = run("import", "-", stdin=f"{NOBODY}answers:\n{others}")

    assert f"  {QUICK[4]}: 3 -> 1\n  and 3 more\n" in result.stderr


def test_an_outdated_reason_is_kept_in_the_note(store, write):
    said = f"{HEADING}answers:\n  {QUICK[0]}: {{not_applicable: no such law}}\n"
    run("import", write("a.yaml", said))

    result = run("import", write("b.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 2\n"))

    kept = store.find(*PLACE).answers[QUICK[0]]
    assert (kept.level, kept.note) == (2, "Was not applicable: no such law")
    assert f"{QUICK[0]}: not-applicable -> 2 (note, reason)" in result.stderr


def test_nothing_is_stored_if_a_later_file_may_not_change_answers(store, write, mine):
    good = write("good.yaml", f"{HEADING}answers:\n  {QUICK[2]}: 1\n")
    bad = write("bad.yaml", f"{NOBODY}answers:\n  {QUICK[0]}: 1\n")

    result = run("import", good, bad)

    assert (result.exit_code, result.stdout) == (2, "")
    assert store.path_of(*PLACE).read_bytes() == mine


def test_nothing_is_stored_if_one_of_several_is_locked(store, write):
    ana = write("a.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n")
    bo = write("b.yaml", HEADING.replace("ana", "bo") + f"answers:\n  {QUICK[0]}: 1\n")

    with store.lock("payments", "2026-Q4", "bo"):
        result = run("import", ana, bo)

    assert result.exit_code == 6
    assert store.find(*PLACE) is None


def test_a_disk_that_fails_halfway_is_told_with_what_was_stored(
    store, write, monkeypatch
):
    files = [
        write(f"{who}.yaml", HEADING.replace("ana", who) + f"answers:\n  {QUICK[0]}: 3")
        for who in ("ana", "bo", "kim")
    ]
    replace = Path.replace

    def full(source, target):
        if target.name == "kim.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return replace(source, target)

    monkeypatch.setattr(Path, "replace", full)
    result = run("import", *files)

    assert result.exit_code == 7
    assert f"  stored before: {files[0]}, {files[1]}\n" in result.stderr
    assert sorted(path.stem for path in store.root.glob("*/*/*.json")) == ["ana", "bo"]
