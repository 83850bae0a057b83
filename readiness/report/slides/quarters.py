"""What changed since the quarter before, and how it went so far."""

from readiness.report.documents.model import Changes, Past
from readiness.report.slides.deck import LEFT, RIGHT, Deck, Item, write_items
from readiness.report.slides.native import put_lines, put_pairs


def add_changes(deck: Deck, changes: Changes) -> None:
    """Add old and new scores, with the verdict of each."""
    items = [Item(line.short, line.said) for line in changes.lines]
    said = dict(changes.headline)
    between = f"{changes.old_period} to {changes.new_period}"
    first = next(iter(said.values()), f"What changed, {between}")
    headline = (": ".join(pair) for pair in changes.headline)
    notes = (between, *headline, *(item.said for item in items), *changes.remarks)
    slide = deck.add(said.get("Trends", first), (*notes, *changes.outlook))
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
    message = f"{first.short}: {first.words}" if first.words else past.title_words
    figures = [f"{line.short}: {', '.join(line.figures)}." for line in past.lines]
    slide = deck.add(message, (past.title_words, *figures, *past.remarks))
    alt = f"Scores of the {past.title_words}. {' '.join(figures)}"
    rows = [(line.short, line.points) for line in past.lines]
    put_lines(slide, LEFT, past.shorts, rows, alt)
    write_items(slide, RIGHT, items)
