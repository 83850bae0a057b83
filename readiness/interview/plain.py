"""The interview as plain lines: for screen readers, dumb terminals and pipes.

Nothing moves the cursor, nothing is coloured, and nothing is read out twice unless it
is asked for.
"""

from shutil import get_terminal_size
from typing import TextIO

from readiness.interview.steps import Action, Command, Step
from readiness.interview.words import MEANINGS, understand
from readiness.interview.wrapping import MEASURE, wrap
from readiness.plaintext import one_line
from readiness.responses import NOTE_LIMIT


class PlainInterface:
    """Asks on one stream and reads lines from another; the end of them is ``quit``."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._told: tuple[str, int] | None = None  # the question read out last

    def ask(self, step: Step) -> Action:
        """Read the step out, and what is asked for besides, until the person acts."""
        self._introduce(step)
        prompt = f"Answer {step.first} to {step.last}, or a word (help lists them): "
        while True:
            try:
                word = self._read(prompt).lower()
            except EOFError:
                return Command.QUIT
            except KeyboardInterrupt:
                self.say("")
                return Command.INTERRUPT
            action = understand(word, step)
            if action is not None:
                return action
            self._tell(word, step)

    def ask_text(
        self,
        step: Step,  # noqa: ARG002 - the step was read out already
        prompt: str,
        current: str,
        excess: int = 0,
    ) -> str | None:
        """Ask for one line; ``cancel``, Ctrl-C and the end of input change nothing.

        An ``excess`` is cut: a long line cannot be changed here.
        """
        if excess > 0:
            kept = current[:-excess].rstrip()
            self.say(
                f"That was {excess} characters too long. The first {NOTE_LIMIT} are"
                f" kept, the rest was cut. It ends with: {_sentence(kept[-40:])}"
            )
            return kept
        if current:
            self.say(_sentence(f"Now: {one_line(current)}"))
            self.say("Enter keeps it, a dash clears it, cancel goes back.")
        try:
            text = self._read(f"{prompt}: ")
        except (EOFError, KeyboardInterrupt):
            self.say("")
            return None
        if text.lower() == "cancel":
            return None
        return {"": current, "-": ""}.get(text, text)

    def pick(self, title: str, labels: tuple[str, ...]) -> int | None:
        """Ask for the number of one of the labels; the end of input leaves."""
        self.say("")
        self.say(title)
        for number, label in enumerate(labels, 1):
            self.say(_sentence(f"{number}. {label}"))
        indexes = {str(number + 1): number for number in range(len(labels))}
        while True:
            try:
                word = self._read(f"Number 1 to {len(labels)}: ")
            except (EOFError, KeyboardInterrupt):
                self.say("")
                return None
            if word in indexes:
                return indexes[word]
            self.say(f"Not understood. Type a number from 1 to {len(labels)}.")

    def record(self, line: str) -> None:
        """Say what was answered."""
        self.say(_sentence(line))

    def say(self, line: str) -> None:
        """Write a line; on a terminal it is broken between words."""
        if self._stdout.isatty():
            line = "\n".join(wrap(line, min(get_terminal_size().columns, MEASURE)))
        print(line, file=self._stdout, flush=True)

    def _introduce(self, step: Step) -> None:
        place = step.place
        told = (step.text, place.number)
        self.say("")
        if step.notice:
            self.say(step.notice)
        if told == self._told:
            self.say(f"Question {place.number} again.")
        else:
            self.say(
                f"Question {place.number} of {place.count}. {place.section}."
                f" {place.done} of {place.total} done, {place.fate}."
            )
            self.say(step.text)
            self.say(step.help)
            self._list(step)
        self._told = told
        if step.answer:
            self.say(_sentence(f"Current answer: {step.answer}") + " Enter keeps it.")
        if step.note:
            self.say(_sentence(f"Note: {one_line(step.note)}"))

    def _list(self, step: Step) -> None:
        for number, option in enumerate(step.options, step.first):
            self.say(f"{number}. {_sentence(option.label)} {option.text}".rstrip())

    def _tell(self, word: str, step: Step) -> None:
        """Read out what the word asks for, or what else is possible."""
        match word:
            case "list" | "l":
                self._list(step)
            case "more" | "m" | "?":
                nothing = "There is nothing more to say here."
                for line in step.explanation or (nothing,):
                    self.say(line)
            case "help" | "h":
                self._help(step)
            case _:
                why = f"Not understood, or not possible here: {word[:40]!r}."
                self.say(
                    f"{why if word else 'There is no answer yet to keep.'}"
                    f" Type a number from {step.first} to {step.last}, or help."
                )

    def _help(self, step: Step) -> None:
        self.say(
            f"Type a number from {step.first} to {step.last}, or one of these words;"
            " the first letter is enough."
        )
        if step.has_words:
            self.say("The beginning of an answer, of two letters or more, will do too.")
        self.say("list: read the answers again.")
        if step.explanation:
            self.say("more: read terms, special cases and the general rules.")
        for command, meaning in MEANINGS.items():
            if command in step.commands:
                self.say(meaning)

    def _read(self, prompt: str) -> str:
        """Read a line; raise `EOFError` at the end of the input."""
        self._stdout.write(prompt)
        self._stdout.flush()
        line = self._stdin.readline()
        if not self._stdin.isatty() or not line:
            self.say("")
        if not line:
            raise EOFError
        return one_line(line)


def _sentence(text: str) -> str:
    return text if text.endswith((".", "?", "!")) else f"{text}."
