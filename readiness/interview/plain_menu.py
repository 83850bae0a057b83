"""Menus in plain lines: a few labels are read out, many are searched by words."""

from readiness.interview.lines import Lines, sentence
from readiness.interview.steps import Menu, Tally

FEW = 9  #: labels that are read out at once
_ENOUGH = 2  # characters to search for
_LEAVE = {"cancel", "c", "back", "b", "quit", "q"}


def pick(lines: Lines, menu: Menu) -> int | None:
    """Return the index of the label that was picked; ``None`` if the person leaves.

    Ctrl-C and the end of the input leave too.
    """
    _read_out(lines, menu)
    shelf = _Shelf(lines, menu.labels)
    shelf.open()
    while True:
        try:
            word = lines.read(shelf.prompt)
        except (EOFError, KeyboardInterrupt):
            return None
        if word.lower() in _LEAVE:
            return None
        index = shelf.taken(word)
        if index is not None:
            return index
        shelf.reply(word)


class _Shelf:
    """The labels, and which of them were found last."""

    def __init__(self, lines: Lines, labels: tuple[str, ...]) -> None:
        self._lines = lines
        self._labels = labels
        self._found = tuple(range(len(labels)))
        self._offered: int | None = None  # what Enter alone takes

    @property
    def prompt(self) -> str:
        """What may be typed, in short."""
        words = ", or cancel:" if self._are_few else ", words, list or cancel:"
        return f"Number 1 to {len(self._labels)}{words}"

    @property
    def _are_few(self) -> bool:
        return len(self._labels) <= FEW

    def open(self) -> None:
        """Read the labels out, or say how to find one of many."""
        if self._are_few:
            self._list()
        else:
            self._lines.say(
                f"There are {len(self._labels)} to choose from. Type a number, words"
                " to search for, list to hear them all, or cancel to go back."
            )

    def taken(self, word: str) -> int | None:
        """Return the index of the label that a number, or Enter alone, stands for."""
        if not word:
            return self._offered
        numbers = {str(n + 1): n for n in range(len(self._labels))}
        return numbers.get(word)

    def reply(self, word: str) -> None:
        """Read out what a word asks for or finds, or say what can be typed."""
        self._offered = None
        if word.lower() in {"list", "l"}:
            self._list()
        elif len(word) < _ENOUGH or word.lower() == "help":
            self._explain()
        else:
            self._search(word)

    def _list(self) -> None:
        """Read out what was found last; the next list reads them all again."""
        for index in self._found:
            self._lines.say(sentence(f"{index + 1}. {self._labels[index]}"))
        self._found = tuple(range(len(self._labels)))

    def _explain(self) -> None:
        self._lines.say(
            f"Type a number from 1 to {len(self._labels)}, or words to search for."
            " list reads them out, cancel goes back."
        )

    def _search(self, words: str) -> None:
        wanted = words.casefold().split()
        found = tuple(
            index
            for index, label in enumerate(self._labels)
            if all(word in label.casefold() for word in wanted)
        )
        if not found:
            self._lines.say("None of them has this number or these words.")
            self._explain()
            return
        self._found = found
        if len(found) > FEW:
            self._lines.say(
                f"{len(found)} have these words. Type more of them, or list to hear"
                " what was found."
            )
            return
        self._list()
        if len(found) == 1:
            self._offered = found[0]
            self._lines.say("Enter takes it.")


def _read_out(lines: Lines, menu: Menu) -> None:
    lines.say("")
    lines.say(sentence(menu.title))
    for tally in menu.tallies:
        lines.say(_told(tally))
    if menu.remarks_title:
        lines.say(sentence(menu.remarks_title))
    for remark in menu.remarks:
        lines.say(sentence(remark))


def _told(tally: Tally) -> str:
    return (
        f"{tally.name}: {tally.rated} answered, {tally.unknown} don't know,"
        f" {tally.not_applicable} not applicable, {tally.open} open."
    )
