"""The best set of actions for the time there is: knapsack with precedence, exactly.

Branch and bound, depth first, with the bound of Dantzig (1957) on the problem without
precedence, which can only be better (measurement.md, section 4.3). All sums are whole
numbers, so that a tie is a tie: less effort wins, then the lower index. What rounding
to them could take away is allowed for: three thirds of a week fit in a week.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from math import fsum
from typing import Final, NamedTuple, Self

NODES = 200_000  #: visited at most, with up to `USUAL` candidates
USUAL = 60  #: candidates; with more of them, fewer nodes are visited
_VALUE_UNITS: Final = 10**9  # of a point: values closer than that are alike
_EFFORT_UNITS: Final = 10**9  # of a person-week: each less than a millisecond
_FINE: Final = 64  # bits that the order by density is finer than whole numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """Something to take or leave, and by index all that must be taken with it.

    ``value`` is at least 0, ``effort`` above 0; ``needs`` never lead back to it.
    """

    value: float
    effort: float
    needs: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What was chosen, in order of index, with the sums of its effort and value.

    ``is_best`` is false if the search had to stop before it could prove the value.
    """

    chosen: tuple[int, ...]
    value: float
    effort: float
    is_best: bool


def choose(
    candidates: Sequence[Candidate], capacity: float, *, nodes: int = NODES
) -> Choice:
    """Return the choice of most value whose effort is within ``capacity`` (>= 0).

    After about ``nodes`` nodes the best that was found, or that a greedy choice finds,
    is returned. The same arguments give the same choice on every machine.
    """
    problem = _Problem.of(candidates)
    room = problem.room(capacity)
    limit = min(nodes, nodes * USUAL // max(len(candidates), 1))
    found = _search(problem, room, limit)
    if not found.is_proved:
        taken, worth = _greedy(problem, room)
        if worth > found.worth:
            found = found._replace(taken=taken, worth=worth)
    chosen = tuple(_bits(found.taken))
    return Choice(
        chosen=chosen,
        value=fsum(candidates[i].value for i in chosen),
        effort=fsum(candidates[i].effort for i in chosen),
        is_best=found.is_proved or problem.value(found.worth) >= found.ceiling,
    )


def fits(effort: float, room: float) -> bool:
    """Return whether ``effort`` is within ``room`` (person-weeks), rounding aside."""
    return effort <= room or _in_units(effort) <= _in_units(room)


class _Found(NamedTuple):
    taken: int  # a bit per candidate
    worth: int
    is_proved: bool
    ceiling: int  # no choice has more value


class _Node(NamedTuple):
    bound: int
    place: int  # in the order by density: what comes before is decided
    taken: int
    barred: int
    worth: int
    room: int


@dataclass(frozen=True, slots=True)
class _Problem:
    """The candidates in whole numbers and bit masks."""

    worth: tuple[int, ...]  #: value, then less effort, then lower index, in one number
    effort: tuple[int, ...]
    chain: tuple[int, ...]  #: it and all that it needs
    behind: tuple[int, ...]  #: it and all that need it
    dense: tuple[int, ...]  #: indices, most worth per effort first
    scale: int  #: more than any sum of effort

    @classmethod
    def of(cls, candidates: Sequence[Candidate]) -> Self:
        size = len(candidates)
        effort = [max(_in_units(c.effort), 1) for c in candidates]
        scale = sum(effort) + 1
        worth = [
            ((round(c.value * _VALUE_UNITS) * scale - e) << size) + (1 << size - 1 - i)
            for i, (c, e) in enumerate(zip(candidates, effort, strict=True))
        ]
        chain = _closures([c.needs for c in candidates])
        behind = [0] * size
        for i, mask in enumerate(chain):
            for needed in _bits(mask):
                behind[needed] |= 1 << i
        dense = sorted(range(size), key=lambda i: -((worth[i] << _FINE) // effort[i]))
        return cls(
            tuple(worth), tuple(effort), chain, tuple(behind), tuple(dense), scale
        )

    def room(self, capacity: float) -> int:
        """Return the capacity in units, with what rounding may have added to efforts.

        That is half a unit for each of them and for the capacity, so nothing that fits
        is refused. More than everything is no more than that.
        """
        if capacity * _EFFORT_UNITS >= self.scale:
            return self.scale
        return _in_units(capacity) + (len(self.effort) + 1) // 2

    def value(self, worth: int) -> int:
        """Return the value units of a worth (of a bound: at most so many)."""
        return ((worth >> len(self.effort)) + self.scale - 1) // self.scale

    def bound(self, place: int, decided: int, room: int) -> int:
        """Return the most that what is open could add, parts of candidates allowed."""
        most = 0
        for i in self.dense[place:]:
            if decided >> i & 1:
                continue
            worth, effort = self.worth[i], self.effort[i]
            if worth <= 0:
                break
            if effort > room:
                return most + worth * room // effort
            most += worth
            room -= effort
        return most

    def sums(self, mask: int) -> tuple[int, int]:
        """Return worth and effort of the candidates in ``mask``."""
        worth = effort = 0
        while mask:  # not with `_bits`: a search comes here a million times
            i = (mask & -mask).bit_length() - 1
            mask &= mask - 1
            worth += self.worth[i]
            effort += self.effort[i]
        return worth, effort


def _search(problem: _Problem, room: int, limit: int) -> _Found:
    taken, most = 0, 0
    open_: list[_Node] = [_Node(problem.bound(0, 0, room), 0, 0, 0, 0, room)]
    while open_ and limit > 0:
        node = open_.pop()
        limit -= 1
        if node.bound > most:
            for branch in _branches(problem, node):
                if branch.worth > most:
                    taken, most = branch.taken, branch.worth
                open_.append(branch)
    ceiling = max((node.bound for node in open_), default=most)
    return _Found(taken, most, ceiling <= most, problem.value(max(ceiling, most)))


def _branches(problem: _Problem, node: _Node) -> Iterator[_Node]:
    """Yield the node without its densest open candidate, then with it if it fits.

    There is one, or the bound would promise nothing.
    """
    decided, place = node.taken | node.barred, node.place
    while decided >> problem.dense[place] & 1:
        place += 1
    first = problem.dense[place]
    barred = node.barred | problem.behind[first]
    rest = problem.bound(place + 1, node.taken | barred, node.room)
    yield node._replace(bound=node.worth + rest, place=place + 1, barred=barred)
    added = problem.chain[first] & ~node.taken
    worth, effort = problem.sums(added)
    if effort <= node.room:
        taken, room = node.taken | added, node.room - effort
        worth += node.worth
        most = worth + problem.bound(place + 1, taken | node.barred, room)
        yield _Node(most, place + 1, taken, node.barred, worth, room)


def _greedy(problem: _Problem, room: int) -> tuple[int, int]:
    """Take, again and again, what fits and has most worth per effort with its needs.

    Returns what is taken and its worth.
    """
    taken, most = 0, 0
    open_ = {chain: problem.sums(chain) for chain in problem.chain}
    while fitting := {
        chain: (worth << _FINE) // effort
        for chain, (worth, effort) in open_.items()
        if effort <= room and worth > 0
    }:
        best = max(fitting, key=fitting.__getitem__)
        worth, effort = open_[best]
        taken, most, room = taken | best, most + worth, room - effort
        touched = [chain for chain in open_ if chain & best]
        for chain in touched:
            del open_[chain]
            if left := chain & ~best:
                open_[left] = problem.sums(left)
    return taken, most


def _in_units(weeks: float) -> int:
    return round(weeks * _EFFORT_UNITS)


def _closures(needs: Sequence[Collection[int]]) -> tuple[int, ...]:
    """Return a mask per candidate: it and all that it needs, however indirectly."""
    masks = [sum(1 << i for i in {own, *direct}) for own, direct in enumerate(needs)]
    is_growing = True
    while is_growing:
        is_growing = False
        for own, mask in enumerate(masks):
            for needed in _bits(mask):
                masks[own] |= masks[needed]
            is_growing = is_growing or masks[own] != mask
    return tuple(masks)


def _bits(mask: int) -> Iterator[int]:
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest
