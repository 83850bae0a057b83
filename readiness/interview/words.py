"""What the words mean that a person types in plain lines."""

from readiness.interview.steps import Action, Choose, Command, Step

_ENOUGH = 2  # letters that tell an answer from a command
_WORDS = {
    Command.BACK: ("back", "b"),
    Command.SKIP: ("skip", "s"),
    Command.UNKNOWN: ("unknown", "u", "d", "don't know"),
    Command.NOT_APPLICABLE: ("na", "x", "n/a", "not applicable"),
    Command.NOTE: ("note", "n"),
    Command.QUIT: ("quit", "q"),
}
_COMMANDS = {word: command for command, words in _WORDS.items() for word in words}
MEANINGS = {
    Command.BACK: "back: the question before.",
    Command.SKIP: "skip: leave it as it is and go on.",
    Command.UNKNOWN: "unknown: I don't know.",
    Command.NOT_APPLICABLE: "na: does not apply to us; asks why. Short: x, not n.",
    Command.NOTE: "note: write a note to this question.",
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
    command = _COMMANDS.get(word)
    if command in step.commands:
        return command
    return _begun(word, labels)


def _begun(word: str, labels: list[str]) -> Choose | None:
    """Return the only label that begins so; digits alone would be taken for a sum."""
    begun = [index for index, label in enumerate(labels) if label.startswith(word)]
    is_enough = sum(map(str.isalpha, word)) >= _ENOUGH
    return Choose(begun[0]) if is_enough and len(begun) == 1 else None
