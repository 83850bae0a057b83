"""How often a report says "improved" falsely, and how often it sees what is true.

    python benchmarks/false_alarms.py [--teams 2500] [--seed 2026]

Simulates teams of 5 trends with 10 questions each through the product's own comparison.
How they answer is in ``simulated.py``. First nothing changes: how many reports call at
least one trend improved, by the product's verdicts and by the rule "any rise of a
score"? Then 2 to 10 questions of one trend go up by one level: how often is that trend
called improved, declared beforehand or not? The second answer stands beside the table
of the design (measurement.md, 3.6).

Each figure takes teams until its standard error is under a point, at most ``--teams``;
the first answer takes all of them. Ends with 1 if a target is missed.
"""

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from math import sqrt

from simulated import CHANGED, World, a_pack

from readiness.comparison.compare import judge_nodes
from readiness.comparison.evidence import gather
from readiness.comparison.results import NodeChange, Quarter
from readiness.responses import Rated, Response
from readiness.uncertainty.verdicts import Verdict

MOST_FALSE = {1: 0.015, 5: 0.025}  # share of reports, by respondents
NAIVE, NAIVE_OFF = 0.82, 0.05
POWER_OFF = 0.03
ERROR = 0.01  # standard error that ends a simulation
BATCH = 200
# by respondents; by questions of ten up one level: percent seen, declared or not
RESPONDENTS = (1, 3, 5, 8, 15)
DESIGN = {
    2: ((1, 5), (4, 13), (10, 23), (20, 36), (42, 58)),
    4: ((4, 14), (24, 45), (46, 66), (71, 84), (92, 97)),
    6: ((14, 33), (59, 76), (84, 92), (95, 98), (99, 99)),
    8: ((27, 54), (85, 93), (96, 98), (99, 99), (99, 99)),
    10: ((49, 73), (95, 98), (99, 99), (100, 100), (100, 100)),
}


def main() -> None:
    """Simulate, print, and say by the exit code whether the targets are met."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--teams", type=int, default=2500, help="at most, per figure")
    parser.add_argument("--seed", type=int, default=2026)
    given = parser.parse_args()
    world = World(random.Random(given.seed), a_pack())
    met = [print_false_alarms(world, given.teams), print_power(world, given.teams)]
    sys.exit(0 if all(met) else 1)


@dataclass(slots=True)
class Share:
    """How many of the teams so far were a hit."""

    hits: int = 0
    teams: int = 0

    def add(self, *, hit: bool) -> None:
        """Count one more team."""
        self.hits += hit
        self.teams += 1

    @property
    def value(self) -> float:
        """The share 0..1."""
        return self.hits / self.teams

    @property
    def error(self) -> float:
        """Its standard error; never 0, as if there were one more hit and miss."""
        near = (self.hits + 1) / (self.teams + 2)
        return sqrt(near * (1 - near) / self.teams)


def print_false_alarms(world: World, teams: int) -> bool:
    """Print how often unchanged teams are congratulated; return if rarely enough."""
    print(f"Nothing changed, {teams} teams: reports with a trend that is improved")
    met = []
    for people, most in MOST_FALSE.items():
        found = false_alarms(world, people, teams)
        met += [found.ours.value <= most, abs(found.naive.value - NAIVE) <= NAIVE_OFF]
        print(f"  people {people:2}   {shown(found.ours)}   at most {most:.1%}")
        print(f"    any rise  {shown(found.naive)}   about {NAIVE:.0%}")
        print(
            f"    answers identical {found.same.value:.1%}, far {found.far.value:.1%}"
        )
    return all(met)


@dataclass(slots=True)
class Unchanged:
    """Shares of reports with an improved trend, and of answers given again."""

    ours: Share = field(default_factory=Share)
    naive: Share = field(default_factory=Share)
    same: Share = field(default_factory=Share)  #: answers that are identical
    far: Share = field(default_factory=Share)  #: answers more than one step apart


def false_alarms(world: World, people: int, teams: int) -> Unchanged:
    """Simulate teams in which nothing changes."""
    found = Unchanged()
    for _ in range(teams):
        old, new = world.quarters_of_a_team(people)
        (trends,) = verdicts(old, new, None)
        found.ours.add(hit=any(t.verdict is Verdict.IMPROVED for t in trends))
        found.naive.add(hit=any(has_risen(trend) for trend in trends))
        for steps in steps_apart(old.responses[0], new.responses[0]):
            found.same.add(hit=steps == 0)
            found.far.add(hit=steps > 1)
    return found


def steps_apart(before: Response, now: Response) -> Iterator[int]:
    """Yield how far apart a person's two answers to each question are."""
    for id_, answer in before.answers.items():
        again = now.answers[id_]
        if isinstance(answer, Rated) and isinstance(again, Rated):
            yield abs(answer.level - again.level)


def print_power(world: World, teams: int) -> bool:
    """Print how often a true rise is seen; return if it is as often as designed."""
    print("One trend improved: percent of reports that say so, and as designed")
    print("  up  people  undeclared       declared         teams")
    worst = 0.0
    for raised, people in product(DESIGN, RESPONDENTS):
        shares = power(world, people, raised, teams)
        designed = DESIGN[raised][RESPONDENTS.index(people)]
        off = [s.value - d / 100 for s, d in zip(shares, designed, strict=True)]
        worst = max(worst, *map(abs, off))
        figures = "   ".join(
            f"{share.value:4.0%} {d:3}% {100 * by:+5.1f}"
            for share, d, by in zip(shares, designed, off, strict=True)
        )
        print(f"  {raised:2}  {people:6}  {figures}  {shares[0].teams:5}", flush=True)
    print(f"  largest deviation {100 * worst:.1f} points, at most {POWER_OFF:.0%}")
    return worst <= POWER_OFF


def power(world: World, people: int, raised: int, teams: int) -> tuple[Share, Share]:
    """Return how often the raised trend is called improved, undeclared and declared."""
    shares = Share(), Share()
    while shares[0].teams < teams and not all(is_exact(share) for share in shares):
        old, new = world.quarters_of_a_team(people, raised)
        for share, trends in zip(
            shares, verdicts(old, new, None, CHANGED), strict=True
        ):
            share.add(hit=trends[0].verdict is Verdict.IMPROVED)
    return shares


def verdicts(
    old: Quarter, new: Quarter, *focuses: str | None
) -> Iterator[tuple[NodeChange, ...]]:
    """Yield the five trends as the product judges them, once for each focus."""
    found = gather(old, new, new.pack.noise)
    for focus in focuses:
        yield judge_nodes(found.evidence, focus)[1:]


def is_exact(share: Share) -> bool:
    """Return whether enough teams were simulated; asked after each, so cheap."""
    return share.teams >= BATCH and share.error < ERROR


def has_risen(trend: NodeChange) -> bool:
    """Return whether the shown score is higher than before by anything at all."""
    before, now = (known.point if known else None for known in (trend.old, trend.new))
    return before is not None and now is not None and round(now - before, 9) > 0


def shown(share: Share) -> str:
    """Return a share with its standard error, in percent."""
    return f"{share.value:6.2%} ± {100 * share.error:.2f}"


if __name__ == "__main__":
    main()
