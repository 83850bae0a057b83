"""The question page: one prompt_toolkit application, run once for each question."""

from collections.abc import Callable
from functools import partial
from shutil import get_terminal_size

import questionary
from prompt_toolkit.application import Application, get_app
from prompt_toolkit.formatted_text import StyleAndTextTuples
from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent
from prompt_toolkit.keys import Keys
from prompt_toolkit.layout import FormattedTextControl, Layout, Window

from readiness.interview import prompts
from readiness.interview.drawing import lay_out
from readiness.interview.prompts import STYLE, ring, wait_briefly_for_escape
from readiness.interview.sheet import Glyphs, Look, Sheet
from readiness.interview.steps import Action, Choose, Command, Step, UserInterface
from readiness.interview.wrapping import MEASURE, cut, wrap

Handler = Callable[[KeyPressEvent], None]

_COMMANDS = {
    "b": Command.BACK,
    "left": Command.BACK,
    "s": Command.SKIP,
    "right": Command.SKIP,
    "d": Command.UNKNOWN,
    "x": Command.NOT_APPLICABLE,
    "n": Command.NOTE,
    "q": Command.QUIT,
    "c-d": Command.QUIT,
    "c-c": Command.INTERRUPT,
    Keys.SIGINT.value: Command.INTERRUPT,
}
# After these the person comes back to the same page, or has a new one.
_TEXTS = frozenset({Command.NOTE, Command.NOT_APPLICABLE})
# Values in angle brackets are no keys but what a terminal says by itself.
_ALL_KEYS = [key.value for key in Keys if not key.value.startswith("<")]


class PageInterface:
    """Asks on pages, and in plain lines while the window is too small for one."""

    def __init__(
        self, plain: UserInterface, glyphs: Glyphs, is_small: Callable[[], bool]
    ) -> None:
        self._plain = plain
        self._glyphs = glyphs
        self._is_small = is_small
        self._looked: tuple[str, int | None] = "", None  # at a step's text and option

    def ask(self, step: Step) -> Action:
        """Show the step until the person acts."""
        if self._is_small():
            return self._plain.ask(step)
        text, option = self._looked
        page = _Page(step, self._glyphs, option if text == step.text else None)
        action: Action = questionary.Question(page.app).unsafe_ask()
        self._looked = step.text, page.look.option if action in _TEXTS else None
        return action

    def ask_text(
        self, step: Step, prompt: str, current: str, excess: int = 0
    ) -> str | None:
        """Ask for a text under the question; ``None`` after Esc or Ctrl-C.

        A text with an ``excess`` is there again to be shortened.
        """
        if self._is_small():
            return self._plain.ask_text(step, prompt, current, excess)
        if excess:
            prompt = f"{excess} characters too long, please shorten it: {prompt}"
        return prompts.ask_text(_fit(step.text), _fit(prompt), current)

    def pick(self, title: str, labels: tuple[str, ...]) -> int | None:
        """Show a menu; ``None`` after Ctrl-C or Ctrl-D."""
        if self._is_small():
            return self._plain.pick(title, labels)
        return prompts.pick(title, labels, self._glyphs.pointer)

    def record(self, line: str) -> None:
        """Leave what was answered above the next page."""
        columns = get_terminal_size().columns - 2
        self.say(cut(f"{self._glyphs.tick} {line}", columns, self._glyphs.ellipsis))

    def say(self, line: str) -> None:
        """Leave a line above the next page."""
        print(_fit(line), flush=True)  # noqa: T201 - this is the interface


class _Page:
    """What one page shows, and what its keys do.

    A digit looks at an option, the same digit again or Enter chooses it, and no
    option is looked at to begin with: nobody answers what they have not read.
    """

    def __init__(self, step: Step, glyphs: Glyphs, looked: int | None) -> None:
        self.step = step
        self.glyphs = glyphs
        option = step.chosen if looked is None else looked
        self.look = Look(option=option, warning=step.notice)
        control = FormattedTextControl(self.text, focusable=True, show_cursor=False)
        self.app: Application[Action] = Application(
            layout=Layout(Window(control, dont_extend_height=True)),
            key_bindings=self.bindings(),
            style=STYLE,
            erase_when_done=True,
        )
        wait_briefly_for_escape(self.app)

    def text(self) -> StyleAndTextTuples:
        parts: StyleAndTextTuples = []
        for style, line in self.sheet().lines(self.look.top):
            parts += [(style, line), ("", "\n")]
        return parts[:-1]

    def sheet(self) -> Sheet:
        size = get_app().output.get_size()  # each time: windows change
        return lay_out(self.step, self.look, size, self.glyphs)

    def bindings(self) -> KeyBindings:
        keys = KeyBindings()
        for key in (*_ALL_KEYS, Keys.BracketedPaste, Keys.Any):
            keys.add(key)(ring)
        keys.add("escape", Keys.Any)(ring)  # Alt and a letter is not that letter
        for key, handler in self.handlers().items():
            keys.add(key, eager=True)(handler)
        return keys

    def handlers(self) -> dict[str, Handler]:
        digits = range(self.step.first, self.step.last_digit + 1)
        return {
            **{key: partial(self.leave, what) for key, what in _COMMANDS.items()},
            **{str(d): partial(self.digit, d - self.step.first) for d in digits},
            **dict.fromkeys(("down", "j"), partial(self.move, 1)),
            **dict.fromkeys(("up", "k"), partial(self.move, -1)),
            **dict.fromkeys(("enter", "c-j"), self.enter),
            **dict.fromkeys((" ", "pagedown"), partial(self.turn, 1)),
            "pageup": partial(self.turn, -1),
            "?": self.explain,
        }

    def leave(self, command: Command, event: KeyPressEvent) -> None:
        if command in self.step.commands:
            event.app.exit(result=command)
        else:
            ring(event)

    def digit(self, index: int, event: KeyPressEvent) -> None:
        if event.is_repeat:
            event.app.exit(result=Choose(index))
        else:
            self.point(index)

    def move(self, by: int, _event: KeyPressEvent) -> None:
        options = len(self.step.options)
        if self.look.option is None:
            self.point(0 if by > 0 else options - 1)
        else:
            self.point((self.look.option + by) % options)

    def point(self, index: int) -> None:
        self.look.option, self.look.warning, self.look.top = index, "", None

    def enter(self, event: KeyPressEvent) -> None:
        """Choose what is looked at, if something is and it is in view."""
        if self.look.option is not None and self.sheet().shows_focus(self.look.top):
            event.app.exit(result=Choose(self.look.option))
            return
        if self.look.option is None:
            self.look.warning = self.ways_to_answer()
        self.look.top = None
        ring(event)

    def ways_to_answer(self) -> str:
        ways = [f"press {self.step.first} to {self.step.last_digit}"]
        if Command.UNKNOWN in self.step.commands:
            ways.append("d for don't know")
        if Command.SKIP in self.step.commands:
            ways.append("s to skip")
        return f"Nothing is chosen yet: {', or '.join(ways)}."

    def turn(self, by: int, event: KeyPressEvent) -> None:
        """Show another part of a page that is too long for the window."""
        sheet = self.sheet()
        if sheet.overflows:
            self.look.top = sheet.turned(self.look.top, by)
        else:
            ring(event)

    def explain(self, event: KeyPressEvent) -> None:
        if self.step.explanation:
            self.look.explained = not self.look.explained
            self.look.top = 0 if self.look.explained else None
        else:
            ring(event)


def _fit(text: str) -> str:
    """Return the text broken for the window."""
    return "\n".join(wrap(text, min(get_terminal_size().columns - 2, MEASURE)))
