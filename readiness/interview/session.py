"""The engine of the interview: what is asked next, and what an action does.

It knows no terminal, no clock and no file. Going back is a move of the cursor, and
every change is handed to ``save`` before the next question is shown, so that nothing
a person said is lost.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import StrEnum

from readiness.errors import ReadinessError
from readiness.interview.agenda import Agenda
from readiness.interview.answering import Answering, Change, Turn
from readiness.interview.describe import describe, index_meant, to_confirm
from readiness.interview.moving import move, move_on
from readiness.interview.pace import Pace
from readiness.interview.previous import Hindsight, Previous, PreviousFact
from readiness.interview.review import Way, review
from readiness.interview.steps import (
    Command,
    GoTo,
    Only,
    Step,
    UserInterface,
)
from readiness.interview.walk import Walk
from readiness.pack.model import Pack, ProfileQuestion, Question, Trend
from readiness.responses import Noted, Response

SAVED = "saved"
DEMO = "DEMO, not kept"


class Outcome(StrEnum):
    """How an interview ended."""

    FINISHED = "finished"
    LEFT = "left"
    INTERRUPTED = "interrupted"


@dataclass(kw_only=True)
class Session:
    """One sitting: a walk over the agenda, and the response as it is by now.

    ``save`` gets the response after every change; ``now`` returns an aware time.
    ``fate`` is shown beside the progress. With ``trend`` or ``only`` no more than that
    is asked. ``previous`` has the answers of earlier periods, by question id, and
    ``facts`` what was said about the team then.
    """

    pack: Pack
    response: Response
    ui: UserInterface
    save: Callable[[Response], object]
    now: Callable[[], datetime]
    trend: Trend | None = None
    fate: str = SAVED
    previous: Mapping[str, Previous] = field(default_factory=dict)
    facts: Mapping[str, PreviousFact] = field(default_factory=dict)
    only: Only | None = None
    agenda: Agenda = field(init=False)
    walk: Walk = field(init=False)
    _pace: Pace = field(init=False)
    _notice: str = field(init=False, default="")

    def __post_init__(self) -> None:
        began = self.now()
        hindsight = Hindsight(
            previous=self.previous,
            facts=self.facts,
            today=began.astimezone(UTC).date(),
        )
        self.agenda = Agenda(
            self.pack, self.response, hindsight, trend=self.trend, only=self.only
        )
        self.walk = Walk(self.agenda, self.agenda.start(self.response))
        self._pace = Pace(began)

    def run(self) -> Outcome:
        """Ask until the person finishes or leaves; Ctrl-C is a way out everywhere."""
        self._pace.pass_by(self.now())
        outcome = None
        try:
            while outcome is None:
                outcome = self._review() if self.walk.is_over else self._turn()
        except KeyboardInterrupt:
            self.save(self.response)
            return Outcome.INTERRUPTED
        return outcome

    def _turn(self) -> Outcome | None:
        step = self._step()
        action = self.ui.ask(step)
        match action:
            case Command.QUIT:
                return Outcome.LEFT
            case Command.INTERRUPT:
                return Outcome.INTERRUPTED
            case Command.BACK | Command.SKIP | Command.GO_TO | Command.REVIEW | GoTo():
                self._notice = move(self.walk, self.ui, self.response, action)
            case _:
                self._take(action, step)
        return None

    def _step(self) -> Step:
        """Return what is asked at the cursor, with how it stands with the sitting."""
        step = describe(self.agenda, self.walk.cursor, self.response)
        still = len(self.agenda.open_questions(self.response))
        place = replace(
            step.place, fate=self.fate, minutes_left=self._pace.minutes_left(still)
        )
        back = {Command.BACK} if self.walk.can_go_back else set()
        notice, self._notice = self._notice, ""
        return replace(step, place=place, notice=notice, commands=step.commands | back)

    def _take(self, action: Answering, step: Step) -> None:
        item = self.agenda.items[self.walk.cursor]
        if isinstance(item, ProfileQuestion):
            self._settle(item, index_meant(item, action, step), step)
            return
        turn = Turn(
            ui=self.ui,
            now=self.now,
            question=item,
            step=step,
            answer=self.response.answers.get(item.id, Noted()),
            before=to_confirm(item, self.agenda, self.response),
            excluding=self.pack.instruction.not_applicable,
        )
        change = turn.take(action)
        if isinstance(change, str):
            self._notice = change
        elif change is not None:
            self._answer(item, change)

    def _settle(self, question: ProfileQuestion, chosen: int, step: Step) -> None:
        """Keep an answer about the team."""
        was_open = self.walk.is_open(self.response)
        option = question.options[chosen]
        said = f"{step.place.section}, {step.place.number}: {option.label}"
        self._keep(self.response.with_profile(question.id, option.value), said)
        self.ui.record(said)
        self._pace.pass_by(self.now())
        self.walk.go_on(self.response, was_open=was_open)

    def _answer(self, question: Question, change: Change) -> None:
        """Keep what has changed; go on if the question is decided."""
        was_open = self.walk.is_open(self.response)
        self._keep(self.response.with_answer(question.id, change.answer), change.given)
        if change.taken:
            self.ui.say(f"Taken away: {change.taken}")
        if change.decided_at is not None:
            self.ui.record(change.given)
            self._pace.answered(change.decided_at)
            self.walk.go_on(self.response, was_open=was_open)
            if was_open:
                self._mark_trend(self.agenda.trend_of(question))

    def _keep(self, response: Response, given: str) -> None:
        """Save; if that fails, what was ``given`` just now stays on the screen."""
        self.response = response
        try:
            self.save(response)
        except ReadinessError:
            if given:
                self.ui.say(f"Not saved, copy it from here: {given}")
            raise

    def _mark_trend(self, trend: Trend) -> None:
        """Say that a trend is done, if the walk goes on to another one.

        What was skipped before may still be open then, but the review at the end asks
        about that, and it is no place for a break.
        """
        still = self.agenda.open_trends(self.response)
        if not self.walk.is_over and trend not in still:
            number = self.pack.trends.index(trend) + 1
            self.ui.say(
                f"Trend {number} of {len(self.pack.trends)} done ({trend.name})."
                " Good place for a break: q saves."
            )

    def _review(self) -> Outcome | None:
        """Show how far the answers are, and let the person choose how to go on."""
        page = review(self.agenda, self.response, self.walk.origin)
        picked = self.ui.pick(page.menu)
        self._pace.pass_by(self.now())
        way = page.on_leaving if picked is None else page.ways[picked]
        match way:
            case Way.FINISH:
                return Outcome.FINISHED
            case Way.LEAVE:
                return Outcome.LEFT
            case Way.LOOK_AGAIN:
                self.walk.make_detour(page.again)
            case _:
                move_on(self.walk, self.ui, self.response, way)
        return None
