"""Who is a leader and who a practitioner, and which groups may be shown.

A role is free text. Whoever has one of a few words in it, such as lead or manager, is
a leader; every other role is a practitioner's; without a role one is in neither group.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Self

from readiness.responses import Response

NAMED, ANONYMOUS = 3, 5  #: people that a group needs to be shown

_WORD = re.compile(r"[a-z]+")
_LEADING = frozenset({"leader", "lead", "manager", "director", "head", "cto", "vp"})


def is_few(people: int, least: int = ANONYMOUS) -> bool:
    """Return whether there are such people, but so few that they are made out."""
    return 0 < people < least


class Group(StrEnum):
    """The two groups that are set side by side."""

    LEADERS = "leaders"
    PRACTITIONERS = "practitioners"


class Suppressed(StrEnum):
    """Why the groups are not set side by side."""

    NO_ROLES = "nobody gave a role"
    ONE_ROLE = "all who gave a role are in the same group"
    SMALL = "a group is too small"
    REST = "those without a role are too few to stay unseen"


def group_of(role: str) -> Group | None:
    """Return the group of a role; ``None`` without one, which is in neither."""
    words = _WORD.findall(role.casefold())
    if not role.strip():
        return None
    return Group.PRACTITIONERS if _LEADING.isdisjoint(words) else Group.LEADERS


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """The responses of leaders, of practitioners, and of those without a role."""

    leaders: tuple[Response, ...]
    practitioners: tuple[Response, ...]
    rest: tuple[Response, ...]
    least: int

    @classmethod
    def of(cls, people: Sequence[Response], least: int) -> Self:
        """Part ``people`` by their roles."""
        return cls(
            leaders=_in_group(people, Group.LEADERS),
            practitioners=_in_group(people, Group.PRACTITIONERS),
            rest=_in_group(people, None),
            least=least,
        )

    def all(self) -> tuple[tuple[Response, ...], ...]:
        """Return leaders, practitioners and the rest, in this order."""
        return self.leaders, self.practitioners, self.rest

    def suppressed(self) -> Suppressed | None:
        """Return why the groups must not be shown, ``None`` if they may."""
        sizes = [len(group) for group in self.all()]
        if not any(sizes[:2]):
            return Suppressed.NO_ROLES
        if not all(sizes[:2]):
            return Suppressed.ONE_ROLE
        if self.may_show(sizes):
            return None
        return Suppressed.SMALL if min(sizes[:2]) < self.least else Suppressed.REST

    def may_show(self, sizes: Sequence[int]) -> bool:
        """Return whether groups of these sizes, the rest last, give nobody away."""
        *shown, rest = sizes
        return min(shown) >= self.least and not 0 < rest < self.least


def _in_group(people: Sequence[Response], group: Group | None) -> tuple[Response, ...]:
    return tuple(one for one in people if group_of(one.role) is group)
