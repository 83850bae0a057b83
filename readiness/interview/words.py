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
_WITH_NUMBER = re.compile(r"(?:go ?to|g) ?([0-9]{1,6})", re.ASCII)
MEANINGS = {
    Command.CONFIRM: "same: the previous answer is still true. Short: y, not s.",
    Command.UNKNOWN: "unknown: I don't know.",
    Command.NOT_APPLICABLE: "na: does not apply to us; asks why. Short: x, not n.",
    Command.NOTE: "note: write a note to this question.",
    Command.EVIDENCE: "evidence: say what the answer rests on, such as a link.",
    Command.BACK: "back: the question before.",
    Command.SKIP: "skip: leave it as it is and go on.",
    Command.GO_TO: "goto: search for a question. goto 12, or g 12: question 12.",
    Command.REVIEW: "review: how far you are, and what deserves a second look.",
    Command.QUIT: "quit: save and leave.",
}


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
    return _commanded(word, step) or _begun(word, labels)


def why_not(word: str, step: Step) -> str:
    """Say why a word, which `understand` returned nothing for, does nothing."""
    if not word:
        return "There is no answer yet to keep."
    if _number(word) is not None and Command.GO_TO in step.commands:
        return f"There is no such question: they go from 1 to {step.place.total}."
    if word in _COMMANDS or _number(word) is not None:
        return f"Not possible here: {word}."
    return f'Not understood: "{word[:_SHOWN]}".'


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


def _begun(word: str, labels: list[str]) -> Choose | None:
    """Return the only label that begins so; digits alone would be taken for a sum."""
    begun = [index for index, label in enumerate(labels) if label.startswith(word)]
    is_enough = sum(map(str.isalpha, word)) >= _ENOUGH
    return Choose(begun[0]) if is_enough and len(begun) == 1 else None
