"""The engine of the interview: what is asked next, and what an action does.

It knows no terminal, no clock and no file. Going back is a move of the cursor, and
every change is handed to ``save`` before the next question is shown, so that nothing
a person said is lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from typing import Literal, assert_never

from readiness.errors import ReadinessError
from readiness.interview.agenda import Agenda
from readiness.interview.describe import (
    describe,
    in_words,
    index_of_unknown,
    summary,
)
from readiness.interview.remarks import ask_remark, surviving_note
from readiness.interview.steps import Choose, Command, Step, UserInterface
from readiness.pack.model import Pack, ProfileQuestion, Question, Trend
from readiness.responses import (
    NOTE_LIMIT,
    Answer,
    NotApplicable,
    Noted,
    Rated,
    Response,
    Unknown,
)

SAVED = "saved"
DEMO = "DEMO, not kept"
ANSWER_NOW = "Answer them now"
FINISH_OPEN = "Finish, they count as unknown"
FINISH = "Finish and see the result"
LOOK_AGAIN = "Go through the answers again"
LEAVE = "Save and leave"
NOTE_PROMPT = "Note"
REASON_PROMPT = "Why does this not apply?"
NO_REASON = "Not kept: a reason is needed to say that it is not applicable."

_Answering = Choose | Literal[Command.UNKNOWN, Command.NOT_APPLICABLE, Command.NOTE]


class Outcome(StrEnum):
    """How an interview ended."""

    FINISHED = "finished"
    LEFT = "left"
    INTERRUPTED = "interrupted"


@dataclass(kw_only=True)
class Session:
    """One sitting: a cursor over the agenda, and the response as it is by now.

    ``save`` gets the response after every change; ``now`` returns an aware time. With
    ``trend`` only that trend is asked; ``fate`` is shown beside the progress.
    """

    pack: Pack
    response: Response
    ui: UserInterface
    save: Callable[[Response], object]
    now: Callable[[], datetime]
    trend: Trend | None = None
    fate: str = SAVED
    agenda: Agenda = field(init=False)
    cursor: int = field(init=False)
    _notice: str = field(init=False, default="")

    def __post_init__(self) -> None:
        self.agenda = Agenda(self.pack, self.response, self.trend)
        self.cursor = self.agenda.start(self.response)

    def run(self) -> Outcome:
        """Ask until the person finishes or leaves; Ctrl-C is a way out everywhere."""
        end = len(self.agenda.items)
        try:
            outcome = self._offer_another_look() if self.cursor == end else None
            while outcome is None:
                outcome = self._turn() if self.cursor < end else self._finish()
        except KeyboardInterrupt:
            self.save(self.response)
            return Outcome.INTERRUPTED
        return outcome

    def _turn(self) -> Outcome | None:
        step = describe(self.agenda, self.cursor, self.response, self.fate)
        step, self._notice = replace(step, notice=self._notice), ""
        action = self.ui.ask(step)
        match action:
            case Command.QUIT:
                return Outcome.LEFT
            case Command.INTERRUPT:
                return Outcome.INTERRUPTED
            case Command.BACK:
                self.cursor -= 1
            case Command.SKIP:
                self._go_on(was_open=self._is_open())
            case _:
                self._take(action, step)
        return None

    def _take(self, action: _Answering, step: Step) -> None:
        item = self.agenda.items[self.cursor]
        if isinstance(item, ProfileQuestion):
            chosen = action.index if isinstance(action, Choose) else None
            chosen = index_of_unknown(item) if chosen is None else chosen
            self._settle(item, chosen, step)
            return
        match action:
            case Choose(index=level):
                self._decide(item, Rated(level=level), step)
            case Command.UNKNOWN:
                self._decide(item, Unknown(), step)
            case Command.NOT_APPLICABLE:
                self._rule_out(item, step)
            case Command.NOTE:
                self._note(item, step)
            case _:
                assert_never(action)

    def _settle(self, question: ProfileQuestion, chosen: int, step: Step) -> None:
        """Keep an answer about the team."""
        was_open = self._is_open()
        option = question.options[chosen]
        said = f"{step.place.section}, {step.place.number}: {option.label}"
        self._keep(self.response.with_profile(question.id, option.value), said)
        self.ui.record(said)
        self._go_on(was_open=was_open)

    def _decide(self, question: Question, answer: Answer, step: Step) -> None:
        """Keep an answer; the note and evidence of the earlier one stay."""
        was_open = self._is_open()
        earlier = self.response.answers.get(question.id, Noted())
        note = earlier.note
        if not isinstance(answer, NotApplicable):
            note = self._shortened(surviving_note(earlier))
        remark = {"note": note, "evidence": earlier.evidence, "at": self.now()}
        decided = answer.model_copy(update=remark)
        words = in_words(question, decided)
        said = f"{step.place.number}. {step.place.section}: {words}"
        self._keep(self.response.with_answer(question.id, decided), said)
        self.ui.record(said)
        self._go_on(was_open=was_open)
        if was_open:
            self._mark_trend(self.agenda.trend_of(question))

    def _shortened(self, note: str) -> str:
        """Return what there is room for, and show what there is none for."""
        if len(note) > NOTE_LIMIT:
            self.ui.say(f"No room in the note, copy it from here: {note[NOTE_LIMIT:]}")
        return note[:NOTE_LIMIT].rstrip()

    def _rule_out(self, question: Question, step: Step) -> None:
        earlier = self.response.answers.get(question.id)
        reason = earlier.reason if isinstance(earlier, NotApplicable) else ""
        given = ask_remark(self.ui, step, REASON_PROMPT, reason)
        if given:
            self._decide(question, NotApplicable(reason=given), step)
        elif given is not None:
            self._notice = NO_REASON

    def _note(self, question: Question, step: Step) -> None:
        answer = self.response.answers.get(question.id, Noted(at=self.now()))
        note = ask_remark(self.ui, step, NOTE_PROMPT, answer.note)
        if note is not None and note != answer.note:
            noted = answer.model_copy(update={"note": note})
            self._keep(self.response.with_answer(question.id, noted), note)

    def _keep(self, response: Response, said: str) -> None:
        """Save; if that fails, what was ``said`` just now stays on the screen."""
        self.response = response
        try:
            self.save(response)
        except ReadinessError:
            if said:
                self.ui.say(f"Not saved, copy it from here: {said}")
            raise

    def _go_on(self, *, was_open: bool) -> None:
        self.cursor = self.agenda.after(self.cursor, self.response, was_open=was_open)

    def _is_open(self) -> bool:
        return self.agenda.is_open(self.cursor, self.response)

    def _mark_trend(self, trend: Trend) -> None:
        """Say that a trend is done, if the walk goes on to another one.

        What was skipped before may still be open then, but the menu at the end asks
        about that, and it is no place for a break.
        """
        still = {
            self.agenda.trend_of(item).id
            for position in self.agenda.open_questions(self.response)
            if isinstance(item := self.agenda.items[position], Question)
        }
        if self.cursor < len(self.agenda.items) and trend.id not in still:
            number = self.pack.trends.index(trend) + 1
            self.ui.say(
                f"Trend {number} of {len(self.pack.trends)} done ({trend.name})."
                " Good place for a break: q saves."
            )

    def _offer_another_look(self) -> Outcome | None:
        total = len(self.agenda.questions)
        title = f"All {total} questions have an answer."
        choice = self.ui.pick(title, (FINISH, LOOK_AGAIN, LEAVE))
        if choice == 1:
            self.cursor = len(self.agenda.profile)
            return None
        return Outcome.FINISHED if choice == 0 else Outcome.LEFT

    def _finish(self) -> Outcome | None:
        """End the sitting; what was skipped may be answered now."""
        still = self.agenda.open_questions(self.response)
        if still:
            title = f"Not answered yet: {len(still)} of {len(self.agenda.questions)}."
            choice = self.ui.pick(title, (ANSWER_NOW, FINISH_OPEN, LEAVE))
            if choice == 0:
                self.cursor = still[0]
                return None
            if choice != 1:
                return Outcome.LEFT
        self.ui.say(summary(self.response, self.agenda.questions))
        return Outcome.FINISHED
