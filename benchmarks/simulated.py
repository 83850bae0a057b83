"""Teams that answer at random, with the noise that people's answers have.

An answer is the team's state, plus the person's view, plus the person's mood of the
day, plus noise of the question, cut to 0..4 and rounded.

The noise of a question is small on most days and a step or two now and then. So the
answers are as those of the reliability study that the product's noise comes from: about
68 % identical and 2 to 3 % more than one step apart. That is a standard deviation of
0.42 (question) and 0.15 (mood) levels in the answers as they are given; normal noise of
that size before rounding would leave only 56 % identical. The states are near enough to
the top for ten questions up one level to make about 23 points instead of 25.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from readiness.comparison.results import Quarter
from readiness.pack.archive import digest
from readiness.pack.fields import LEVELS
from readiness.pack.model import (
    Anchor,
    Capability,
    Instruction,
    Noise,
    Pack,
    Question,
    Trend,
)
from readiness.responses import PackRef, Rated, Response, Team

TRENDS = 5
WEIGHTS = (30, 26, 20, 14, 10)  # of capabilities with two questions: 8.8 equal items
TYPICAL = Noise()
# standard deviations in levels
STATE, OF_TRENDS, OF_QUESTIONS = 2.4, 0.30, 0.70  # mean state; spread around it
QUIET, LOUD, LOUD_SHARE = 0.20, 1.00, 0.10  # noise of a question, on most days or not
CHANGED = "t0"
RATED = tuple(Rated(level=level) for level in range(LEVELS))


@dataclass(slots=True)
class World:
    """Teams and their answers, drawn at random."""

    chance: random.Random
    pack: Pack

    def quarters_of_a_team(
        self, people: int, raised: int = 0
    ) -> tuple[Quarter, Quarter]:
        """Return two quarters of a new team.

        In between, ``raised`` questions of the trend `CHANGED` go up by one level.
        """
        states = {
            question.id: cut(self.chance.gauss(typical, OF_QUESTIONS))
            for trend in self.pack.trends
            for typical in [self.chance.gauss(STATE, OF_TRENDS)]
            for capability in trend.capabilities
            for question in capability.questions
        }
        views = [self.chance.gauss(0, TYPICAL.rater) for _ in range(people)]
        before = self._quarter("2026-Q3", states, views)
        changed = [id_ for id_ in states if id_.startswith(CHANGED)]
        for id_ in self.chance.sample(changed, raised):
            states[id_] = cut(states[id_] + 1)
        return before, self._quarter("2026-Q4", states, views)

    def _quarter(
        self, period: str, states: dict[str, float], views: Sequence[float]
    ) -> Quarter:
        responses = tuple(
            a_response(period, who, self._answers(states, view))
            for who, view in enumerate(views)
        )
        return Quarter(period=period, pack=self.pack, responses=responses)

    def _answers(self, states: dict[str, float], view: float) -> dict[str, Rated]:
        leaning = view + self.chance.gauss(0, TYPICAL.shift)
        return {
            id_: RATED[round(cut(state + leaning + self._noise()))]
            for id_, state in states.items()
        }

    def _noise(self) -> float:
        is_loud = self.chance.random() < LOUD_SHARE
        return self.chance.gauss(0, LOUD if is_loud else QUIET)


def cut(level: float) -> float:
    """Return the nearest level of 0 to 4 that can be."""
    return min(max(level, 0.0), LEVELS - 1.0)


def a_pack() -> Pack:
    """Build a pack of five trends with five capabilities of two questions each."""
    return Pack(
        id="simulated",
        version="1.0.0",
        title="Simulated",
        minutes=1,
        quick_minutes=1,
        instruction=Instruction(short="Answer.", rules=("Answer.",)),
        trends=tuple(a_trend(f"t{n}") for n in range(TRENDS)),
    )


def a_trend(id_: str) -> Trend:
    """Build a trend."""
    capabilities = tuple(
        Capability(
            id=f"{id_}-c{n}",
            name=f"Capability {n}",
            weight=weight,
            definition="A capability.",
            why="It matters.",
            questions=tuple(a_question(f"{id_}-c{n}-{letter}") for letter in "ab"),
        )
        for n, weight in enumerate(WEIGHTS)
    )
    return Trend(
        id=id_, name=id_, short=id_, summary="A trend.", capabilities=capabilities
    )


def a_question(id_: str) -> Question:
    """Build a question."""
    anchors = tuple(Anchor(label=f"{n}", text=f"Level {n}.") for n in range(LEVELS))
    return Question(id=id_, facet="Facet", text="How?", help="So.", anchors=anchors)


def a_response(period: str, who: int, answers: dict[str, Rated]) -> Response:
    """Build a response; nothing is checked, for there are a million of them."""
    return Response.model_construct(
        team=Team(id="simulated", name="Simulated"),
        period=period,
        respondent=f"person-{who}",
        role="",
        pack=reference(),
        answers=answers,
    )


@cache
def reference() -> PackRef:
    """Name the simulated pack."""
    pack = a_pack()
    return PackRef(id=pack.id, version=pack.version, sha256=digest(pack))
