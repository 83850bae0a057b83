"""The interview as plain lines: for screen readers, dumb terminals and pipes.

Every state is a sentence, and nothing is read out twice unless it is asked for.
"""

from typing import TextIO

from readiness.interview import plain_menu, plain_text
from readiness.interview.lines import Lines, sentence
from readiness.interview.steps import Action, Command, Menu, Place, Step, TextField
from readiness.interview.words import MEANINGS, understand, why_not


class PlainInterface:
    """Asks on one stream and reads lines from another; the end of them is ``quit``."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._lines = Lines(stdin, stdout)
        self._told: Step | None = None  # what was read out last, to its end
        self._hints: set[str] = set()  # what was explained already

    def ask(self, step: Step) -> Action:
        """Read the step out, and what is asked for besides, until the person acts.

        Whatever breaks it off leaves nothing half done: the next call reads out what
        was not read to its end, or names what was.
        """
        self._introduce(step)
        while True:
            try:
                word = self._lines.read(f"Answer {step.first} to {step.last}, or help:")
            except EOFError:
                return Command.QUIT
            except KeyboardInterrupt:
                return Command.INTERRUPT
            action = understand(word.lower(), step)
            if action is not None:
                return action
            self._tell(word.lower(), step)

    def ask_text(self, field: TextField) -> str | None:
        """Ask for one line; ``cancel``, Ctrl-C and the end of input change nothing."""
        if field.excess == 0:
            if field.about and (self._told is None or self._told.text != field.about):
                self.say(field.about)
            if field.current:
                self.say(sentence(f"Now: {field.current}"))
            self._hint(plain_text.hint(field))
        return plain_text.ask_text(self._lines, field)

    def pick(self, menu: Menu) -> int | None:
        """Ask for one of the labels; ``cancel`` and the end of input leave."""
        return plain_menu.pick(self._lines, menu)

    def record(self, line: str) -> None:
        """Say what was answered."""
        self.say(sentence(line))

    def say(self, line: str) -> None:
        """Write a line."""
        self._lines.say(line)

    def _introduce(self, step: Step) -> None:
        earlier = self._told
        self.say("")
        if step.notice:
            self.say(sentence(step.notice))
        if earlier and _is_same_question(earlier, step):
            self._name(step)
            heard = _standing(earlier)
            for line in _standing(step):
                if line not in heard:
                    self.say(line)
        else:
            self.say(_place(step.place, earlier.place if earlier else None))
            self._read_out(step)
            self._hint(_first_words(step))
        self._told = step

    def _name(self, step: Step) -> None:
        self.say(f"Question {step.place.number} again; list repeats the answers.")

    def _read_out(self, step: Step) -> None:
        self.say(step.text)
        self.say(step.help)
        for line in _standing(step):  # before the answers: it may make them needless
            self.say(line)
        self._list(step)

    def _list(self, step: Step) -> None:
        for number, option in enumerate(step.options, step.first):
            self.say(f"{number}. {sentence(option.label)} {option.text}")

    def _hint(self, line: str) -> None:
        """Explain something once in a sitting."""
        if line not in self._hints:
            self.say(line)
        self._hints.add(line)

    def _tell(self, word: str, step: Step) -> None:
        """Read out what the word asks for, or what else is possible."""
        match word:
            case "list" | "l":
                self._list(step)
            case "again" | "a":
                self.say(_place(step.place, None))
                self._read_out(step)
            case "more" | "m" | "?":
                nothing = "There is nothing more to say here."
                for line in step.explanation or (nothing,):
                    self.say(line)
                self._name(step)
            case "help" | "h":
                self._help(step)
                self._name(step)
            case _:
                self.say(
                    f"{why_not(word, step)} Type a number from {step.first} to"
                    f" {step.last}, or help."
                )

    def _help(self, step: Step) -> None:
        self.say(
            f"Type a number from {step.first} to {step.last}, or one of these words;"
            " the first letter is enough where nothing else is said."
        )
        if step.has_words:
            self.say("The beginning of an answer, of two letters or more, will do too.")
        for command, meaning in MEANINGS.items():
            if command in step.commands:
                self.say(meaning)
        self.say("list: read the answers again.")
        self.say("again: read the whole question again, and how far you are.")
        if step.explanation:
            self.say("more: read terms, special cases and the general rules.")


def _is_same_question(one: Step, other: Step) -> bool:
    return (one.text, one.place.number) == (other.text, other.place.number)


def _standing(step: Step) -> tuple[str, ...]:
    """Return sentences on what is kept for the question so far."""
    lines = []
    if step.previous:
        still = Command.CONFIRM in step.commands
        hint = " Type same if it is still true." if still else ""
        lines.append(sentence(f"Previous answer: {step.previous}") + hint)
    if step.answer:
        lines.append(sentence(f"Current answer: {step.answer}") + " Enter keeps it.")
    if step.note:
        lines.append(sentence(f"Note: {step.note}"))
    lines += [sentence(f"Evidence: {item}") for item in step.evidence]
    return tuple(lines)


def _place(place: Place, heard: Place | None) -> str:
    """Say where the person is; of what was heard before only what is new."""
    said = [f"Question {place.number} of {place.count}."]
    if heard is None or heard.section != place.section:
        said.append(f"{place.section}. {place.done} of {place.total} done,")
        said.append(f"{place.fate}.")
    if heard is None or heard.minutes_left != place.minutes_left:
        said += _time_left(place.minutes_left)
    return " ".join(said)


def _time_left(minutes: int | None) -> list[str]:
    match minutes:
        case None:
            return []
        case 0:
            return ["Less than a minute left."]
        case 1:
            return ["About 1 minute left."]
        case _:
            return [f"About {minutes} minutes left."]


def _first_words(step: Step) -> str:
    unknown = Command.UNKNOWN in step.commands
    or_else = " unknown if you don't know," if unknown else ""
    return f"Type the number of your answer,{or_else} or help for other words."
