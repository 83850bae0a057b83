"""Lines out and lines in, one after the other: what every screen reader can follow.

Nothing moves the cursor and nothing is coloured. A stream that cannot show Unicode
gets plain ASCII.
"""

import unicodedata
from shutil import get_terminal_size
from typing import TextIO

from readiness.environment import can_show_unicode
from readiness.interview.plain.keyboard import find_keyboard
from readiness.interview.wrapping import MEASURE, wrap
from readiness.plaintext import clean, one_line

_LIKE = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u2032", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u2033\u00ab\u00bb", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        "\u2022": "-",
        "\u2026": "...",
        "\u2190": "<-",
        "\u2192": "->",
        "\u00b1": "+/-",
        "\u00d7": "x",
        "\u2264": "<=",
        "\u2265": ">=",
        "\u00df": "ss",
    }
)


class Lines:
    """Speaks on one stream and reads from another."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._keyboard = find_keyboard(stdin)

    @property
    def was_cut(self) -> bool:
        """Whether the terminal may have cut the line that was read last."""
        return self._keyboard is not None and self._keyboard.was_cut

    @property
    def is_on_terminal(self) -> bool:
        """Whether both streams are a terminal, which another program may borrow."""
        return self._stdin.isatty() and self._stdout.isatty()

    def say(self, line: str) -> None:
        """Write a line; on a terminal it is broken between words."""
        line = self._sayable(line)
        if self._stdout.isatty():
            line = "\n".join(wrap(line, min(get_terminal_size().columns, MEASURE)))
        print(line, file=self._stdout, flush=True)

    def read(self, prompt: str) -> str:
        """Read a line of words; raise `EOFError` at the end of the input.

        However reading ends, what is said next begins on a line of its own.
        """
        self._stdout.write(self._sayable(prompt) + " ")
        self._stdout.flush()
        line = ""
        try:
            source = self._keyboard.read if self._keyboard else self._stdin.readline
            line = source()
        finally:
            if not line or not self._stdin.isatty():  # nobody pressed Enter
                self.say("")
        if not line:
            raise EOFError
        return one_line(line)

    def read_rest(self) -> list[str]:
        """Return the lines that were pasted together with the last one.

        A pipe has none: there every line is one that was asked for.
        """
        try:
            rest = self._keyboard.read_rest() if self._keyboard else []
        except KeyboardInterrupt:
            self.say("")
            raise
        return [one_line(line) for line in rest]

    def refuse_rest(self) -> None:
        """Drop what was typed or pasted behind a line that means nothing; say so."""
        if self._keyboard and self._keyboard.forget_rest():
            self.say("What was typed or pasted behind it was not taken.")

    def _sayable(self, text: str) -> str:
        text = clean(text).replace("\t", " ")
        return text if can_show_unicode(self._stdout) else in_ascii(text)


def sentence(text: str) -> str:
    """Return ``text`` on one line, with a full stop: so a voice knows where it ends."""
    line = one_line(text)
    return line if line.endswith((".", "?", "!")) else f"{line}."


def in_ascii(text: str) -> str:
    """Return ``text`` in ASCII: similar signs, bare letters, else question marks."""
    bare = unicodedata.normalize("NFKD", text.translate(_LIKE))
    kept = "".join(c for c in bare if not unicodedata.combining(c))
    return kept.encode("ascii", "replace").decode()
