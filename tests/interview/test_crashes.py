"""The program is killed, again and again, and nothing it acknowledged is lost."""

import json
import re
import subprocess
import sys
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

import pytest

from readiness.responses import Noted, in_words
from readiness.store.files import FolderStore
from tests.builders import a_response
from tests.cli.assessing import KNOWN, PACK, QUESTIONS
from tests.interview.dying import Order, as_line
from tests.terminal import ROOT

KILLS = 200
SITTINGS = 8  # of one person
KILLED, ENDED = -9, 0
NOTHING: frozenset[Path] = frozenset()
SECTIONS = "|".join(re.escape(trend.short) for trend in PACK.trends)


@pytest.fixture
def carry_out():
    """Run an order in the process that forks sittings."""
    process: Any = subprocess.Popen(
        [sys.executable, "-m", "tests.interview.dying"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )

    def run(order):
        process.stdin.write(as_line(order))
        process.stdin.flush()
        return json.loads(process.stdout.readline())

    with process:
        yield run
        process.stdin.close()


class Person:
    """Somebody whose sittings are killed, and all that was acknowledged to them."""

    def __init__(self, name, store):
        self.name = name
        self.store = store
        self.file = store.path_of("payments", "2026-Q4", name)
        self.answers, self.notes, self.links = {}, {}, {}
        self.current = None  # the number of the question that was read out last
        pack_ref = store.archive(PACK)
        response = a_response(PACK, respondent=name, profile=KNOWN)
        store.save(response.model_copy(update={"pack": pack_ref}))

    def order(self, *lines, **moment):
        who = ("--team", "Payments", "--period", "2026-Q4", "--as", self.name)
        words = ("assess", *who, "--ui", "plain", "--data-dir", str(self.store.root))
        text = "".join(f"{line}\n" for line in lines)
        return Order(words=words, lines=text, file=str(self.file), **moment)

    def hear(self, said):
        """Note what was acknowledged; half a line is no acknowledgement."""
        for line in said.split("\n")[:-1]:
            if place := re.match(r"Question (\d+) of (\d+)\.", line):
                asks = int(place[2]) == len(QUESTIONS)
                self.current = int(place[1]) if asks else None
            elif answer := re.fullmatch(rf"(\d+)\. (?:{SECTIONS}): (.+)\.", line):
                self.answers[int(answer[1])] = answer[2]
            elif re.match(r"Note: text \d+", line):  # and not the prompt for one
                self.notes[self.current] = serial_in(line)
            elif link := re.fullmatch(r"Evidence: .*(link \d+)\.", line):
                self.links.setdefault(self.current, set()).add(link[1])

    def check(self):
        """Compare the file, which must be whole, with what was acknowledged.

        What was under way when the process died may be there or not.
        """
        kept = self.store.find("payments", "2026-Q4", self.name).answers
        found = {n: kept.get(q.id, Noted()) for n, q in enumerate(QUESTIONS, 1)}
        for number, words in self.answers.items():
            now = in_words(QUESTIONS[number - 1], found[number])
            assert now == words or (now and number == self.current)
        for number, serial in self.notes.items():
            now = serial_in(found[number].note)
            assert now == serial or (now > serial and number == self.current)
        for number, links in self.links.items():
            assert links <= {piece.text for piece in found[number].evidence}
        self.answers = {
            n: words
            for n, a in found.items()
            if (words := in_words(QUESTIONS[n - 1], a))
        }

    def left_behind(self):
        """Return the files beside the person's answers, and in their locks.

        A process that dies before it has signed its lock leaves a folder without a
        signature under another name, which is in nobody's way.
        """
        folder = self.file.parent
        return frozenset(
            path.relative_to(folder)
            for path in folder.glob(f".{self.name}.*")
            if path.suffix == ".tmp"
        ) | frozenset(
            path.relative_to(folder)
            for path in folder.glob(f".{self.name}.lock*/*")
            if path.stat().st_size
        )


def serial_in(note):
    """Return the number in a note, whatever else was added to it."""
    (serial,) = re.findall(r"\btext (\d+)", note)
    return int(serial)


def some_lines(dice, serial):
    """Return what a person types, in whose texts nothing stands twice."""
    ways = {
        "answer": lambda: [str(dice.randint(0, 4))],
        "unknown": lambda: ["unknown"],
        "na": lambda: ["na", f"reason {next(serial)}"],
        "note": lambda: ["note", f"text {next(serial)}"],
        "evidence": lambda: [
            "evidence",
            str(dice.randint(1, 4)),
            f"link {next(serial)}",
        ],
        "back": lambda: ["back"],
        "goto": lambda: [f"goto {dice.randint(1, 20)}"],
        "review": lambda: ["review", "cancel"],
    }
    deeds = dice.choices(list(ways), weights=(8, 2, 2, 4, 3, 2, 2, 1), k=12)
    return [line for deed in deeds for line in ways[deed]()]


def test_no_kill_at_any_moment_loses_what_was_acknowledged(carry_out, tmp_path):
    dice, serial, store = Random(2026), count(1), FolderStore(tmp_path / "kept")

    for number in range(KILLS // SITTINGS):
        person, stale = Person(f"p{number}", store), NOTHING
        for _ in range(SITTINGS):
            after = dice.choice([0, dice.randint(1, 1500), dice.randint(1500, 9000)])
            wait = dice.uniform(0, 0.004 if after else 0.06)
            lines = some_lines(dice, serial)

            said, code = carry_out(person.order(*lines, after=after, wait=wait))

            assert code == KILLED, said
            person.hear(said)
            person.check()
            if "Question" in said:  # it has taken over from the dead
                assert not stale & person.left_behind()
            stale = person.left_behind()

        said, code = carry_out(person.order("quit"))
        assert (code, person.left_behind()) == (ENDED, NOTHING), said
        person.check()


@pytest.mark.parametrize("point", ["write", "rename", "flush"])
def test_no_kill_before_a_step_of_saving_loses_anything(carry_out, tmp_path, point):
    dice, serial = Random(point), count(1)
    person = Person("ana", FolderStore(tmp_path / "kept"))

    for _ in range(10):
        lines = [*some_lines(dice, serial), "goto 20", *"12340"]
        number = dice.randint(1, 5)

        said, code = carry_out(person.order(*lines, point=point, number=number))

        assert code == KILLED, said
        person.hear(said)
        person.check()
        temporaries = [path for path in person.left_behind() if path.suffix == ".tmp"]
        assert len(temporaries) == (point == "rename")

    said, code = carry_out(person.order("3", "quit", point=point))
    assert (code, person.left_behind()) == (ENDED, NOTHING), said
    person.hear(said)
    person.check()


def test_a_kill_while_the_program_waits_loses_nothing(carry_out, tmp_path):
    person = Person("ana", FolderStore(tmp_path / "kept"))

    said, code = carry_out(person.order("3", "note", "text 1", after=1_000_000))

    assert code == KILLED
    person.hear(said)
    assert person.answers[1].startswith("3 (")
    assert person.notes == {2: 1}
    person.check()


@pytest.mark.parametrize("point", ["sign", "take"])
def test_a_kill_while_the_lock_is_taken_shuts_nobody_out(carry_out, tmp_path, point):
    person = Person("ana", FolderStore(tmp_path / "kept"))

    for _ in range(3):
        _, code = carry_out(person.order("3", point=point, number=1))
        assert code == KILLED

    said, code = carry_out(person.order("3", "quit", point=point))
    assert (code, person.left_behind()) == (ENDED, NOTHING), said
    person.hear(said)
    person.check()
