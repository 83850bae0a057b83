"""The question page: one application, run once for each question."""

from collections.abc import Callable
from functools import partial

from prompt_toolkit.key_binding import KeyPressEvent

from readiness.interview.page import screen
from readiness.interview.page.drawing import lay_out, shows_all
from readiness.interview.page.keys import KEYS, View
from readiness.interview.page.screen import Handler, ring
from readiness.interview.page.sheet import Glyphs, Line, Look, Sheet
from readiness.interview.steps import Action, Choose, Command, Step


class QuestionPage:
    """What a page shows, and what its keys do; one for all questions.

    A digit looks at an option, the same digit again or Enter chooses it, and no
    option is looked at to begin with: nobody answers what they have not read.
    """

    def __init__(
        self, step: Step, look: Look, glyphs: Glyphs, is_small: Callable[[], bool]
    ) -> None:
        self.step = step
        self.look = look
        self.glyphs = glyphs
        keys = screen.bind(self.handlers())
        self.app = screen.open_app(screen.draw_with(self.lines), keys, is_small)

    def turn_to(self, step: Step, look: Look) -> None:
        """Show another step from now on; a new page would take its time to open."""
        self.step, self.look = step, look

    def run(self) -> Action | View:
        """Return what the person does; of the views it can be the menu only.

        The look is changed as the person looks around. Raises `WindowShrunkError`.
        """
        try:
            action: Action | View = screen.run(self.app)
        except EOFError:  # the terminal is gone
            return Command.QUIT
        return action

    def lines(self) -> list[Line]:
        """Return what the window shows."""
        return self._sheet().lines(self.look.top)

    def toggle(self, view: View) -> None:
        """Show or hide the help, or the texts of all options."""
        if view is View.HELP:
            self.look.explained = not self.look.explained
            self.look.top = 0 if self.look.explained else None
        else:
            size = screen.size_of(self.app)
            is_shown = shows_all(self.step, self.look, size, self.glyphs)
            self.look.shows_all = not is_shown
            self.look.top = None

    def point(self, index: int) -> None:
        """Look at an option."""
        self.look.option, self.look.warning, self.look.top = index, "", None

    def _sheet(self) -> Sheet:
        size = screen.size_of(self.app)  # each time: windows change
        return lay_out(self.step, self.look, size, self.glyphs)

    def handlers(self) -> dict[str, Handler]:
        """Return what each key does, by its name in prompt_toolkit."""
        views: dict[View, Handler] = {
            View.CHOOSE: self._choose,
            View.UP: partial(self._move, -1),
            View.DOWN: partial(self._move, 1),
            View.ALL: self._show_all,
            View.ON: partial(self._turn, 1),
            View.OFF: partial(self._turn, -1),
            View.HELP: lambda _event: self.toggle(View.HELP),
            View.CLOSE: self._close,
            View.MENU: lambda event: event.app.exit(result=View.MENU),
            View.SUSPEND: screen.suspend,
        }
        handlers: dict[str, Handler] = {
            str(digit): partial(self._press_digit, digit) for digit in range(10)
        }
        for key in KEYS:
            for press in key.presses:
                handlers[press] = (
                    views[key.deed]
                    if isinstance(key.deed, View)
                    else partial(self._leave, key.deed)
                )
        return handlers

    def _leave(self, command: Command, event: KeyPressEvent) -> None:
        if command in self.step.commands:
            event.app.exit(result=command)
        else:
            ring(event)

    def _press_digit(self, digit: int, event: KeyPressEvent) -> None:
        index = digit - self.step.first
        if not 0 <= index < len(self.step.options):
            ring(event)
        elif index == self.look.option:
            self._choose(event)
        else:
            self.point(index)

    def _move(self, by: int, _event: KeyPressEvent) -> None:
        options = len(self.step.options)
        if self.look.option is None:
            self.point(0 if by > 0 else options - 1)
        else:
            self.point((self.look.option + by) % options)

    def _choose(self, event: KeyPressEvent) -> None:
        """Choose what is looked at, if something is and it is in view."""
        if self.look.option is None:
            self.look.warning = self._ways_to_answer()
        elif self._sheet().shows_focus(self.look.top):
            event.app.exit(result=Choose(self.look.option))
            return
        self.look.top = None
        ring(event)

    def _ways_to_answer(self) -> str:
        ways = [f"press {self.step.first} to {self.step.last_digit}"]
        if Command.CONFIRM in self.step.commands:
            ways.append("y for still true")
        if Command.UNKNOWN in self.step.commands:
            ways.append("d for don't know")
        if Command.SKIP in self.step.commands:
            ways.append("s to skip")
        return f"Nothing is chosen yet: {', or '.join(ways)}."

    def _show_all(self, event: KeyPressEvent) -> None:
        if self.step.has_words:
            ring(event)
        else:
            self.toggle(View.ALL)

    def _close(self, event: KeyPressEvent) -> None:
        if self.look.explained:
            self.toggle(View.HELP)
        elif self.look.shows_all:
            self.toggle(View.ALL)
        else:
            ring(event)

    def _turn(self, by: int, event: KeyPressEvent) -> None:
        """Show another part of a page that is too long for the window."""
        sheet = self._sheet()
        if sheet.overflows:
            self.look.top = sheet.turned(self.look.top, by)
        else:
            ring(event)
