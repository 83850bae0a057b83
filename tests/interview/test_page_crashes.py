"""Pages on a real terminal: the program is killed, and nothing acknowledged is lost."""

import re
import shlex
import signal
import sys
import time
from itertools import count
from random import Random

import pytest

from readiness.responses import Noted, in_words
from readiness.store.files import FolderStore
from tests.builders import a_response
from tests.cli.assessing import KNOWN, PACK, QUESTIONS, a_window, answers_in
from tests.interview.page.pages import CTRL_E, TAB
from tests.terminal import ENTER

KILLS = 15
ROWS = 100  # what was acknowledged stays on the screen
ANSWER = re.compile(r"^✓ (\d+)\. [^:]+: (.+?)(…?)$", re.MULTILINE)
NOTE = re.compile(r"\bNote: (.+)")
EDITOR = """
import sys
with open(sys.argv[1], "a") as file:
    file.write("unfinished")
print("EDITING", flush=True)
sys.stdin.read()
"""


class Person:
    """Somebody whose sittings are killed, and what was acknowledged to them."""

    def __init__(self, store, editor):
        self.store, self.editor = store, editor
        self.answers, self.notes = {}, set()
        pack_ref = store.archive(PACK)
        response = a_response(PACK, respondent="ana", profile=KNOWN)
        store.save(response.model_copy(update={"pack": pack_ref}))

    def sit(self):
        """Start the program, which takes over from the dead."""
        where = ("--data-dir", str(self.store.root))
        window = a_window(*where, rows=ROWS, env={"VISUAL": self.editor})
        return window.wait(" of 56 ", "save+quit")

    def kill(self, window):
        """Kill the program now; compare what it acknowledged with what is kept."""
        window.process.kill(signal.SIGKILL)
        assert window.leave() == -signal.SIGKILL
        self.hear(window.text())
        self.check()

    def hear(self, shown):
        """Note what is acknowledged on a screen."""
        for number, words, is_cut in ANSWER.findall(shown):
            self.answers[int(number)] = words, bool(is_cut)
        for note in NOTE.findall(shown):
            self.notes |= set(re.findall(r"<\d+>", note))

    def check(self):
        """One deed may have been kept and not yet acknowledged, and no more."""
        kept = answers_in(self.store)  # which fails if the file is not whole
        found = {n: kept.get(q.id, Noted()) for n, q in enumerate(QUESTIONS, 1)}
        now = {n: in_words(QUESTIONS[n - 1], found[n]) for n in found}
        others = [
            (number, words, now[number])
            for number, (words, is_cut) in self.answers.items()
            if not (now[number].startswith(words) if is_cut else now[number] == words)
        ]
        assert len(others) <= 1, others
        assert all(kept for _, _, kept in others), others
        notes = " ".join(answer.note for answer in found.values())
        assert self.notes <= set(re.findall(r"<\d+>", notes))
        self.answers = {n: (words, False) for n, words in now.items() if words}


@pytest.fixture
def person(tmp_path):
    script = tmp_path / "editor.py"
    script.write_text(EDITOR, encoding="utf-8")
    editor = shlex.join([sys.executable, str(script)])
    return Person(FolderStore(tmp_path / "kept"), editor)


def some_keys(dice, serial):
    """Return bursts of keys, each of which comes back to a question by itself."""
    level = dice.choice("01234")
    ways = {
        level * 2: 4,
        "d": 1,
        f"n <{next(serial)}>{ENTER}": 5,
        "b": 3,
        "s": 1,
        "?": 1,
    }
    return dice.choices(list(ways), weights=list(ways.values()))[0]


def test_no_kill_at_any_moment_loses_what_was_acknowledged(person):
    dice, serial = Random(2026), count(1)

    for _ in range(KILLS):
        window = person.sit()
        for _ in range(dice.randint(1, 3)):
            window.send(some_keys(dice, serial)).wait("save+quit")
            person.hear(window.text())
        window.send(some_keys(dice, serial))
        time.sleep(dice.uniform(0, 0.06))  # until any moment of that deed

        person.kill(window)

    assert person.answers
    assert person.notes
    assert person.sit().send("q").leave() == 0
    person.check()


def test_a_kill_while_something_else_is_open_loses_nothing(person):
    things = (
        ("nunfinished", "» <1>unfinished"),
        ("nunfinished" + CTRL_E, "EDITING"),
        (TAB, "What would you like to do?"),
        ("g", "Which question do you want to go to?"),
        ("r", "Review of Payments"),
        ("e", "What does this answer rest on?"),
    )
    for number, (keys, shown) in enumerate(things, 1):
        window = person.sit().send("33").wait(f"question {number + 1} of 56")
        window.send(f"n<{number}>{ENTER}").wait(f"Note: <{number}>")
        person.hear(window.text())
        window.send(keys).wait(shown)

        person.kill(window)

        assert person.answers.keys() == set(range(1, number + 1))
        assert f"<{number}>" in person.notes
        kept = answers_in(person.store)
        assert not any("unfinished" in answer.note for answer in kept.values())
