"""Check the nodes of a file one by one, and collect what is wrong with them."""

from collections.abc import Collection

from readiness.pack.document import Data, Document, Mistake, NodePath, value_at
from readiness.plaintext import clean, one_line
from readiness.suggestions import did_you_mean, quoted


class Checker:
    """Reads nodes of ``document``; what is wrong goes to ``mistakes``.

    A method returns ``None`` for a node that is missing, blank or wrong.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.mistakes = list(document.mistakes)

    def complain(self, path: NodePath, text: str) -> None:
        """Note that the value at ``path`` is wrong."""
        self.mistakes.append(Mistake(self.document.at(path), text))

    def mapping(
        self, path: NodePath, known: Collection[str], *, what: str = "key"
    ) -> dict[str, Data]:
        """Return the mapping at ``path``; its keys should be in ``known``.

        A missing or blank one is empty.
        """
        value = self.value(path)
        if value is None:
            return {}
        if not isinstance(value, dict):
            self.complain(path, f"{_name(path)} should be a mapping (key: value)")
            return {}
        for key in value.keys() - set(known):
            text = f"there is no {what} {quoted(key)}{did_you_mean(key, known)}"
            self.mistakes.append(Mistake(self.document.key_at((*path, key)), text))
        return value

    def text(self, path: NodePath) -> str | None:
        """Return the text at ``path``, cleaned."""
        value = self.value(path)
        if value is None or isinstance(value, str):
            return clean(value or "") or None
        if isinstance(value, dict | list):
            self.complain(path, f"{_name(path)} should be text")
            return None
        self.complain(
            path,
            f"{_name(path)} should be text: put quotes around {quoted(str(value))}",
        )
        return None

    def line(self, path: NodePath, limit: int) -> str | None:
        """Return the text at ``path`` on one line, of at most ``limit`` characters."""
        return self.limited(path, one_line(self.text(path) or ""), limit)

    def limited(self, path: NodePath, text: str, limit: int) -> str | None:
        """Return ``text``, which is what ``path`` says, if it is not too long."""
        if len(text) <= limit:
            return text or None
        words = f"{_name(path)} has {len(text):,} characters, {limit:,} are allowed"
        self.complain(path, words)
        return None

    def value(self, path: NodePath) -> Data:
        """Return the value at ``path``, ``None`` if there is none."""
        return value_at(self.document.data, path)


def _name(path: NodePath) -> str:
    return quoted(str(path[-1])) if path else "the file"
