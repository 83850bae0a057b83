"""A terminal in memory, and the page interface on it."""

from io import StringIO

from prompt_toolkit.data_structures import Size
from prompt_toolkit.output import DummyOutput

from readiness.interview.page.interface import PageInterface
from readiness.interview.page.sheet import UNICODE
from readiness.interview.plain.interface import PlainInterface

PASTE = "\x1b[200~{}\x1b[201~"
BACKSPACE, TAB, PAGE_DOWN, PAGE_UP = "\x7f", "\t", "\x1b[6~", "\x1b[5~"
CTRL_C, CTRL_D, CTRL_E, CTRL_Z = "\x03", "\x04", "\x05", "\x1a"


class Output(DummyOutput):
    """A terminal that counts its bells and can be given another size."""

    def __init__(self):
        self.bells = 0
        self.size = Size(rows=24, columns=80)

    def bell(self):
        self.bells += 1

    def get_size(self):
        return self.size


def page(plain=None, *, is_small=lambda: False, glyphs=UNICODE):
    return PageInterface(
        plain or PlainInterface(StringIO(), StringIO()), glyphs, is_small
    )
