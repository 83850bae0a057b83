"""Menus in plain lines: a few labels are read out, many are searched by words."""

from readiness.interview.plain.lines import Lines, sentence
from readiness.interview.steps import Menu, Tally

FEW = 9  #: labels that are read out at once
_ENOUGH = 2  # characters to search for
_LEAVE = {"cancel", "c", "back", "b", "quit", "q", "0"}
_GO_BACK = "go back"  # what may happen by a mere Enter


def pick(
    lines: Lines, menu: Menu, words: str = "", *, reads_all: bool = False
) -> int | None:
    """Return the index of the label that was picked; ``None`` if the person leaves.

    With ``words`` the search has begun; else a few labels are read, or all if
    ``reads_all``. Ctrl-C and the end of the input leave too.
    """
    shelf = _Shelf(lines, menu)
    if words:
        shelf.reply(words)
    else:
        shelf.open(reads_all=reads_all)
    while True:
        try:
            word = lines.read(shelf.prompt)
        except (EOFError, KeyboardInterrupt):
            return None
        if word.lower() in _LEAVE or (not word and shelf.is_left_by_enter):
            return None
        index = shelf.taken(word)
        if index is not None:
            return index
        shelf.reply(word)


def read_out(lines: Lines, menu: Menu, heard: Menu | None = None) -> None:
    """Read what comes before the labels; after a review was ``heard``, what is new."""
    lines.say("")
    lines.say(sentence(menu.title))
    known = heard.tallies if heard else ()
    tallies = [tally for tally in menu.tallies if tally not in known]
    for tally in tallies:
        lines.say(_told(tally))
    is_as_before = heard is not None and heard.remarks == menu.remarks
    if not is_as_before:
        _remark(lines, menu)
        if heard and not menu.remarks:
            lines.say("Nothing is worth a second look any more.")
    if len(tallies) < len(menu.tallies) or (is_as_before and menu.remarks):
        lines.say("The rest is as before; again reads it all.")


def _remark(lines: Lines, menu: Menu) -> None:
    if menu.remarks_title:
        lines.say(sentence(menu.remarks_title))
    for remark in menu.remarks:
        lines.say(sentence(remark))


def _told(tally: Tally) -> str:
    """Say a tally without its noughts."""
    counts = [
        (tally.rated, "answered"),
        (tally.unknown, "don't know"),
        (tally.not_applicable, "not applicable"),
        (tally.open, "open"),
    ]
    said = [f"{count} {word}" for count, word in counts if count]
    every = "all " if len(said) == 1 and not said[0].startswith("1 ") else ""
    return f"{tally.name}: {every}{', '.join(said) or 'nothing asked'}."


class _Shelf:
    """The labels, and which of them were found last."""

    def __init__(self, lines: Lines, menu: Menu) -> None:
        self._lines = lines
        self._menu = menu
        self._labels = menu.labels
        self._found = tuple(range(len(menu.labels)))
        self._offered: int | None = None  # what Enter alone takes

    @property
    def prompt(self) -> str:
        """What may be typed, in short."""
        to_type = f"Number 1 to {len(self._labels)}"
        if self._are_few:
            return f"{to_type}, or 0 to {self._menu.leaving}:"
        return f"{to_type}, words, list or 0:"

    @property
    def is_left_by_enter(self) -> bool:
        """Whether Enter alone leaves: it takes what it was said to take before that."""
        return self._offered is None and self._menu.leaving == _GO_BACK

    @property
    def _are_few(self) -> bool:
        return len(self._labels) <= FEW

    @property
    def _has_more(self) -> bool:
        """Whether there is something to read before the labels."""
        return bool(self._menu.tallies or self._menu.remarks)

    def open(self, *, reads_all: bool) -> None:
        """Read the labels out, or say how to find one of many."""
        if self._are_few or reads_all:
            self._list()
        else:
            self._lines.say(
                f"There are {len(self._labels)} to choose from. Type a number, words"
                " to search for, list or * to hear them all, or 0 to"
                f" {self._menu.leaving}."
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
        match word.lower():
            case "list" | "l" | "*":
                self._list()
            case "again" | "a" if self._has_more:
                read_out(self._lines, self._menu)
                self._list()
            case "help":
                self._explain()
            case _ if len(word) < _ENOUGH:
                self._explain()
            case _:
                self._search(word)

    def _list(self) -> None:
        """Read out what was found last; the next list reads them all again."""
        for index in self._found:
            self._lines.say(sentence(f"{index + 1}. {self._labels[index]}"))
        self._found = tuple(range(len(self._labels)))

    def _explain(self) -> None:
        again = ", again all that comes before them too" if self._has_more else ""
        self._lines.say(
            f"Type a number from 1 to {len(self._labels)}, or words to search for."
            f" list or * reads them out{again}. Type {self._leave} to"
            f" {self._menu.leaving}."
        )

    @property
    def _leave(self) -> str:
        is_enough = self._menu.leaving == _GO_BACK
        return "Enter, 0 or cancel" if is_enough else "0 or cancel"

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
            self._lines.refuse_rest()
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
