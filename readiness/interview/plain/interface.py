"""The interview as plain lines: for screen readers, dumb terminals and pipes.

Every state is a sentence, and nothing is read out twice unless it is asked for.
"""

from typing import TextIO

from readiness.interview.answering import NOTE_PROMPT, REASON_PROMPT
from readiness.interview.plain import menu as plain_menu
from readiness.interview.plain import text as plain_text
from readiness.interview.plain.lines import Lines, sentence
from readiness.interview.plain.phrases import (
    answer_in_words,
    first_words,
    no_terms,
    place_in_words,
)
from readiness.interview.plain.words import (
    MEANINGS,
    MENU_WORDS,
    label_words,
    text_behind,
    understand,
    why_not,
)
from readiness.interview.steps import Action, Command, Menu, Step, TextField

_PROMPTS = {Command.NOTE: NOTE_PROMPT, Command.NOT_APPLICABLE: REASON_PROMPT}


class PlainInterface:
    """Asks on one stream and reads lines from another; the end of them is ``quit``."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._lines = Lines(stdin, stdout)
        self._told: Step | None = None  # what was read out last, to its end
        self._hints: set[str] = set()  # what was explained already
        self._reviewed: Menu | None = None  # the last review that was read out
        # a command, and the words behind it for what it asks next and nothing else
        self._behind: tuple[Command, str] | None = None

    def ask(self, step: Step) -> Action:
        """Read the step out, and what is asked for besides, until the person acts.

        Whatever breaks it off leaves nothing half done: the next call reads out what
        was not read to its end, or names what was.
        """
        self._behind = None
        self._introduce(step)
        while True:
            try:
                line = self._lines.read(f"Answer {step.first} to {step.last}, or help:")
            except EOFError:
                return Command.QUIT
            except KeyboardInterrupt:
                return Command.INTERRUPT
            word = self._pick_word(step) if line.lower() in MENU_WORDS else line
            action = None if word is None else self._meant(word, step)
            if action is not None:
                return action
            self._tell(word, step)

    def ask_text(self, field: TextField) -> str | None:
        """Ask for one line; ``cancel``, Ctrl-C and the end of input change nothing."""
        line = self._line_for(field)
        if field.excess == 0 and line is None:
            if field.about and (self._told is None or self._told.text != field.about):
                self.say(field.about)
            hint = self._once(plain_text.hint(field))
            lead = f"{plain_text.what_stands(field)} {hint}".strip()
            if lead:
                self.say(lead)
        return plain_text.ask_text(self._lines, field, line)

    def pick(self, menu: Menu) -> int | None:
        """Ask for one of the labels; ``cancel`` and the end of input leave.

        Of a review that was heard before only what is new is read out.
        """
        command, words = self._behind or (None, "")
        self._behind = None
        is_review = bool(menu.tallies)
        if command is Command.GO_TO and not is_review:
            return plain_menu.pick(self._lines, menu, words)
        plain_menu.read_out(self._lines, menu, self._reviewed if is_review else None)
        if is_review:
            self._reviewed = menu
        return plain_menu.pick(self._lines, menu)

    def record(self, line: str) -> None:
        """Say what was answered."""
        self.say(sentence(line))

    def say(self, line: str) -> None:
        """Write a line."""
        self._lines.say(line)

    def _meant(self, line: str, step: Step) -> Action | None:
        """Return what a line means; keep the words behind a command for its prompt."""
        action = understand(line.lower(), step)
        if action is Command.SKIP:
            self.say("Skipped." if line else "Kept.")
        if action is not None:
            return action
        self._behind = text_behind(line, step)
        return self._behind[0] if self._behind else None

    def _pick_word(self, step: Step) -> str | None:
        """Return the word for what was picked in a menu of what is possible."""
        words = label_words(step)
        menu = Menu(title="What would you like to do?", labels=tuple(words.values()))
        plain_menu.read_out(self._lines, menu)
        picked = plain_menu.pick(self._lines, menu, reads_all=True)
        return None if picked is None else tuple(words)[picked]

    def _line_for(self, field: TextField) -> str | None:
        """Return the line that was typed ahead for this very field."""
        command, words = self._behind or (None, "")
        self._behind = None
        is_of_step = self._told is not None and self._told.text == field.about
        prompt = _PROMPTS.get(command) if command else None
        if prompt is None or not is_of_step or not field.prompt.endswith(prompt):
            return None
        return plain_text.as_added(words) if command is Command.NOTE else words

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
            if step.evidence != earlier.evidence and len(step.evidence) > 1:
                self.say(f"{len(step.evidence)} pieces of evidence in all.")
        else:
            self.say(place_in_words(step.place, earlier.place if earlier else None))
            self._read_out(step)
            if hint := self._once(first_words(step)):
                self.say(hint)
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
            self.say(f"{number}. {answer_in_words(option)}")

    def _once(self, hint: str) -> str:
        """Return what explains something, or nothing if that was said already."""
        is_new = hint not in self._hints
        self._hints.add(hint)
        return hint if is_new else ""

    def _tell(self, word: str | None, step: Step) -> None:
        """Read out what the word asks for, or what else is possible."""
        match word and word.lower():
            case None:
                self._name(step)
            case "list" | "l":
                self._list(step)
            case "again" | "a":
                self.say(place_in_words(step.place, None))
                self._read_out(step)
            case "more" | "m":
                self._explain((step.more,) if step.more else (), step)
            case "rules" | "ru" if step.rules:
                self._explain(step.rules, step)
            case "?":
                self._explain(step.explanation, step)
            case "help" | "h":
                self._help(step)
                self._name(step)
            case unknown:
                begun = ", the beginning of an answer," if step.has_words else ""
                self.say(
                    f"{why_not(unknown, step)} Type a number from {step.first} to"
                    f" {step.last}{begun or ','} or help."
                )
                self._lines.refuse_rest()  # a paste, or answers to other questions

    def _explain(self, lines: tuple[str, ...], step: Step) -> None:
        for line in lines or (no_terms(step),):
            self.say(line)
        self._name(step)

    def _help(self, step: Step) -> None:
        self.say(
            f"Type a number from {step.first} to {step.last}, or one of these words;"
            " the first letter is enough where nothing else is said."
        )
        self.say("The beginning of an answer, of two letters or more, will do too.")
        for command, meaning in MEANINGS.items():
            if command in step.commands:
                self.say(meaning)
        self.say("list: read the answers again.")
        self.say("again: read the whole question again, and how far you are.")
        if step.more:
            self.say("more: read terms and special cases.")
        if step.rules:
            self.say("rules: read the rules for every question. Short: ru, not r.")
        if step.more and step.rules:
            self.say("A question mark alone reads both.")
        self.say("menu: all of this to pick by number. Short: *, for any keyboard.")


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
