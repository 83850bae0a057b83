"""What changed since the quarter before, and how it went so far."""

from readiness.report.documents.model import ChangeLine, Changes, Past
from readiness.report.slides.deck import LEFT, RIGHT, Deck, Item, write_items
from readiness.report.slides.native import put_lines, put_pairs
from readiness.report.slides.verdicts import message_of

_PAST = "The quarters so far"
_BESIDE = frozenset({"People", "Plan"})  # of the headline: what all verdicts rest on


def add_changes(deck: Deck, changes: Changes) -> None:
    """Add old and new scores, with the verdict of each."""
    items = [Item(line.short, line.said) for line in changes.lines]
    items += [Item(*pair) for pair in changes.headline if pair[0] in _BESIDE]
    between = f"{changes.old_period} to {changes.new_period}"
    headline = (": ".join(pair) for pair in changes.headline)
    notes = (between, *headline, *(item.said for item in items), *changes.remarks)
    messages = (*_messages(deck, changes), f"What changed, {between}")
    slide = deck.add(messages, (*notes, *changes.outlook))
    figures = (f"{a.short}: {a.old_words} to {a.new_words}." for a in changes.lines)
    put_pairs(
        slide,
        LEFT,
        (changes.old_period, changes.new_period),
        [(line.short, (line.old, line.new)) for line in changes.lines],
        f"Scores in {changes.old_period} and {changes.new_period}. {' '.join(figures)}",
    )
    write_items(slide, RIGHT, items)


def add_history(deck: Deck, past: Past) -> None:
    """Add the scores of all quarters."""
    items = [Item(line.short, line.words) for line in past.lines]
    first = past.lines[0]
    said = (f"{first.short}: {first.words}",) if first.words else ()
    figures = [f"{line.short}: {', '.join(line.figures)}." for line in past.lines]
    messages = (*said, past.title_words, _PAST)
    slide = deck.add(messages, (past.title_words, *figures, *past.remarks))
    alt = f"Scores of the {past.title_words}. {' '.join(figures)}"
    rows = [(line.short, line.points) for line in past.lines]
    put_lines(slide, LEFT, past.shorts, rows, alt)
    write_items(slide, RIGHT, items)


def _messages(deck: Deck, changes: Changes) -> tuple[str, ...]:
    """Return how many trends changed, or of a document of one trend how that did."""
    trends: list[ChangeLine] = []
    overall = None
    for line in changes.lines:
        if line.id == deck.document.report.overall.id:
            overall = line
        else:
            trends.append(line)
    if overall is None and len(trends) == 1:
        return (f"{trends[0].short}: {trends[0].said}", trends[0].verdict)
    return (message_of(trends, overall),)
