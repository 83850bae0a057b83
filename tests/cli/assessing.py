"""What the tests of ``readiness assess`` share."""

import subprocess
import sys

from readiness.pack.catalog import DEFAULT_PACK, find_pack
from readiness.responses import Form, Rated
from tests.terminal import ROOT, Terminal

PACK = find_pack(DEFAULT_PACK)
QUESTIONS = tuple(PACK.questions())
QUICK = tuple(question for question in QUESTIONS if Form.QUICK.asks(question))
FIRST = QUESTIONS[0]
KNOWN = {question.id: question.options[0].value for question in PACK.profile}
LONGEST = max(QUESTIONS, key=lambda q: max(len(a.text) for a in q.anchors))
WHO = ("--team", "Payments", "--period", "2026-Q4", "--as", "ana")
PASTE_ON, PASTE_OFF = b"\x1b[?2004h", b"\x1b[?2004l"
SIZES = [(60, 24), (80, 24), (100, 30), (120, 40), (200, 50)]


def answers_in(store):
    return store.find("payments", "2026-Q4", "ana").answers


def a_window(*options, columns=80, rows=24, env=None):
    return Terminal("assess", *WHO, *options, columns=columns, rows=rows, env=env)


def piped(content, *options):
    """Run it in a process of its own, between two pipes."""
    return subprocess.run(
        [sys.executable, "-m", "readiness", "assess", *WHO, *options],
        input=content,
        capture_output=True,
        cwd=ROOT,
        check=False,
    )


def all_but(*ids):
    return {q.id: Rated(level=2) for q in QUESTIONS if q.id not in ids}
