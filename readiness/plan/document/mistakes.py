"""All that is wrong with a document, told at once."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from readiness.errors import BadDataError

T = TypeVar("T")

_UNCHANGED = "nothing was changed"


@dataclass(slots=True)
class Mistakes:
    """What was found wrong so far."""

    found: list[BadDataError] = field(default_factory=list)

    def add(self, mistake: BadDataError) -> None:
        """Note a mistake, once."""
        if mistake.message not in {known.message for known in self.found}:
            self.found.append(mistake)

    def hear(self, read: Callable[[], T], otherwise: T) -> T:
        """Return what ``read`` returns; note what it raises, for ``otherwise``."""
        try:
            return read()
        except BadDataError as mistake:
            self.add(mistake)
            return otherwise

    def tell(self, name: str) -> None:
        """Raise `BadDataError` for all that was found in the file ``name``, if any."""
        if len(self.found) == 1:
            raise self.found[0]
        if self.found:
            raise BadDataError(
                f"{name}: {len(self.found)} lines cannot be understood",
                facts=(*map(_in_one_line, self.found), _UNCHANGED),
                tries=tuple(dict.fromkeys(t for m in self.found for t in m.tries)),
            )


def _in_one_line(mistake: BadDataError) -> str:
    facts = (fact for fact in mistake.facts if fact != _UNCHANGED)
    return "; ".join((mistake.message, *facts))
