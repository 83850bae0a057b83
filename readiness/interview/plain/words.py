"""What the words mean that a person types in plain lines."""

import re

from readiness.interview.steps import Action, Choose, Command, GoTo, Step

_ENOUGH = 2  # letters that tell an answer from a command
_SHOWN = 40  # characters of what was not understood
_WORDS = {
    Command.CONFIRM: ("same", "y", "yes", "still true"),
    Command.UNKNOWN: ("unknown", "u", "d", "don't know", "dont know"),
    Command.NOT_APPLICABLE: ("na", "x", "n/a", "not applicable"),
    Command.NOTE: ("note", "n"),
    Command.EVIDENCE: ("evidence", "e"),
    Command.BACK: ("back", "b"),
    Command.SKIP: ("skip", "s"),
    Command.GO_TO: ("goto", "g", "go to"),
    Command.REVIEW: ("review", "r"),
    Command.QUIT: ("quit", "q", "exit"),
}
_COMMANDS = {word: command for command, words in _WORDS.items() for word in words}
# words that read something out
_READING = ("list", "again", "more", "rules", "help", "menu")
MENU_WORDS = frozenset({"*", "menu"})  #: a sign for keyboards without Latin letters
_ASKING = (Command.NOTE, Command.NOT_APPLICABLE, Command.GO_TO, Command.EVIDENCE)
_WITH_NUMBER = re.compile(r"(?:go ?to|g) ?([0-9]{1,6})", re.ASCII)
_WITH_TEXT = re.compile(
    rf"({'|'.join(word for command in _ASKING for word in _WORDS[command])}):? (.+)",
    re.IGNORECASE,
)
MEANINGS = {
    Command.CONFIRM: "same: the previous answer is still true. Short: y, not s.",
    Command.UNKNOWN: "unknown: I don't know.",
    Command.NOT_APPLICABLE: (
        "na: does not apply to us; asks why, unless you type why behind it. Short: x,"
        " not n."
    ),
    Command.NOTE: (
        "note: write a note to this question. With words behind it, note adds them."
    ),
    Command.EVIDENCE: "evidence: say what the answer rests on, such as a link.",
    Command.BACK: "back: the question before.",
    Command.SKIP: "skip: leave it as it is and go on.",
    Command.GO_TO: (
        "goto: search for a question, at once for words behind it. goto 12, or g 12:"
        " question 12."
    ),
    Command.REVIEW: "review: how far you are, and what deserves a second look.",
    Command.QUIT: "quit: save and leave.",
}


_LABELS = {
    Command.CONFIRM: "The previous answer is still true",
    Command.UNKNOWN: "I don't know",
    Command.NOT_APPLICABLE: "It does not apply to us; asks why",
    Command.NOTE: "Write a note, or change it",
    Command.EVIDENCE: "Say what the answer rests on, such as a link",
    Command.BACK: "The question before",
    Command.SKIP: "Leave it as it is and go on",
    Command.GO_TO: "Another question",
    Command.REVIEW: "How far you are, and what deserves a second look",
    Command.QUIT: "Save and leave",
}


def label_words(step: Step) -> dict[str, str]:
    """Return every word that does something here, with what a menu calls it."""
    words = {
        _WORDS[command][0]: label
        for command, label in _LABELS.items()
        if command in step.commands
    }
    words["list"] = "Read the answers again"
    words["again"] = "Read the whole question again"
    if step.more:
        words["more"] = "Read terms and special cases"
    if step.rules:
        words["rules"] = "Read the rules for every question"
    return words


def understand(word: str, step: Step) -> Action | None:
    """Return the action that a lower-case word stands for, if it is possible here.

    No word at all keeps the present answer.
    """
    numbers = {str(step.first + n): n for n in range(len(step.options))}
    if word in numbers:
        return Choose(numbers[word])
    if not word and step.answer:
        return Command.SKIP
    labels = [option.label.lower() for option in step.options if step.has_words]
    if word in labels:
        return Choose(labels.index(word))
    fitting = _fitting(word, step)
    only = Choose(fitting[0]) if len(fitting) == 1 else None
    return _commanded(word, step) or only


def text_behind(line: str, step: Step) -> tuple[Command, str] | None:
    """Return the command that begins ``line``, and the words for what it asks then.

    Evidence takes none, because it asks for its kind first.
    """
    match = _WITH_TEXT.fullmatch(line)
    if match is None or _number(line.lower()) is not None:
        return None
    command = _COMMANDS[match[1].lower()]
    is_possible = command in step.commands - {Command.EVIDENCE}
    return (command, match[2]) if is_possible else None


def why_not(word: str, step: Step) -> str:
    """Say why a word, which means nothing here, does nothing, and what would do."""
    if not word:
        return "There is no answer yet to keep."
    if _number(word) is not None and Command.GO_TO in step.commands:
        return f"There is no such question: they go from 1 to {step.place.total}."
    match = _WITH_TEXT.fullmatch(word)
    name = match[1] if match else word
    if name in _COMMANDS:
        return _impossible(name, step)
    fitting = [str(step.first + index) for index in _fitting(word, step)]
    if fitting:
        numbers = f"{', '.join(fitting[:-1])} and {fitting[-1]}"
        return f'"{word[:_SHOWN]}" fits {_counted(len(fitting))} answers: {numbers}.'
    return f'Not understood: "{word[:_SHOWN]}".'


def _impossible(name: str, step: Step) -> str:
    command = _COMMANDS[name]
    if command is Command.EVIDENCE and command in step.commands:
        return "Type evidence alone: it asks for the kind, then for a link or path."
    why = f"Not possible here: {name}."
    if command is Command.UNKNOWN and Command.SKIP in step.commands:
        return f"{why} Type skip to leave it {'as it is' if step.answer else 'open'}."
    return why


def _counted(number: int) -> str:
    return {2: "two", 3: "three", 4: "four"}.get(number, str(number))


def _commanded(word: str, step: Step) -> Action | None:
    number = _number(word)
    if number is not None:
        is_there = 1 <= number <= step.place.total
        return GoTo(number) if is_there and Command.GO_TO in step.commands else None
    if step.has_words and word in {"y", "yes"}:  # it might mean one of the answers
        return None
    command = _COMMANDS.get(word)
    return command if command in step.commands else None


def _number(word: str) -> int | None:
    match = _WITH_NUMBER.fullmatch(word)
    return int(match[1]) if match else None


def _fitting(word: str, step: Step) -> list[int]:
    """Return the indices of the answers that are called so, or else begin so.

    Digits alone would be taken for a sum. At a level, what may be half a command is
    no answer: "not" is nearer to note than to "Not kept".
    """
    known = (*_COMMANDS, *_READING)
    half = not step.has_words and any(one.startswith(word) for one in known)
    if half or word in _READING or sum(map(str.isalpha, word)) < _ENOUGH:
        return []
    labels = [option.label.lower() for option in step.options]
    called = [index for index, label in enumerate(labels) if label == word]
    begun = [index for index, label in enumerate(labels) if label.startswith(word)]
    return called or begun
