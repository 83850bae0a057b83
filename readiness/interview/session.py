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

from readiness.interview.agenda import Agenda
from readiness.interview.describe import (
    describe_profile,
    describe_question,
    in_words,
    index_of_unknown,
    summary,
)
from readiness.interview.steps import Choose, Command, Place, Step, UserInterface
from readiness.pack.model import Pack, ProfileQuestion, Question, Trend
from readiness.plaintext import clean
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
ABOUT_THE_TEAM = "About your team"
ANSWER_NOW = "Answer them now"
FINISH_OPEN = "Finish, they count as unknown"
FINISH = "Finish and see the result"
LOOK_AGAIN = "Go through the answers again"
LEAVE = "Save and leave"
NOTE_PROMPT = "Note"
REASON_PROMPT = "Why does this not apply? (may be empty)"

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
        step = self._step()
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
            self._settle(item, index_of_unknown(item) if chosen is None else chosen)
            return
        match action:
            case Choose(index=level):
                self._decide(item, Rated(level=level))
            case Command.UNKNOWN:
                self._decide(item, Unknown())
            case Command.NOT_APPLICABLE:
                self._rule_out(item, step)
            case Command.NOTE:
                self._note(item, step)
            case _:
                assert_never(action)

    def _settle(self, question: ProfileQuestion, chosen: int) -> None:
        """Keep an answer about the team."""
        was_open = self._is_open()
        option = question.options[chosen]
        self._keep(self.response.with_profile(question.id, option.value))
        self.ui.record(f"{ABOUT_THE_TEAM}, {self.cursor + 1}: {option.label}")
        self._go_on(was_open=was_open)

    def _decide(self, question: Question, answer: Answer) -> None:
        """Keep an answer; the note and evidence of the earlier one stay."""
        was_open = self._is_open()
        earlier = self.response.answers.get(question.id, Noted())
        remark = {"note": earlier.note, "evidence": earlier.evidence, "at": self.now()}
        decided = answer.model_copy(update=remark)
        self._keep(self.response.with_answer(question.id, decided))
        place = self._place()
        words = in_words(question, decided)
        self.ui.record(f"{place.number}. {place.section}: {words}")
        if was_open:
            self._mark_trend(self._trend_of(question))
        self._go_on(was_open=was_open)

    def _rule_out(self, question: Question, step: Step) -> None:
        earlier = self.response.answers.get(question.id)
        reason = earlier.reason if isinstance(earlier, NotApplicable) else ""
        given = self._text(step, REASON_PROMPT, reason)
        if given is not None:
            self._decide(question, NotApplicable(reason=given))

    def _note(self, question: Question, step: Step) -> None:
        answer = self.response.answers.get(question.id, Noted(at=self.now()))
        note = self._text(step, NOTE_PROMPT, answer.note)
        if note is not None and note != answer.note:
            noted = answer.model_copy(update={"note": note})
            self._keep(self.response.with_answer(question.id, noted))

    def _text(self, step: Step, prompt: str, current: str) -> str | None:
        given = self.ui.ask_text(step, prompt, current)
        if given is None:
            return None
        text = clean(given)
        if len(text) > NOTE_LIMIT:
            self.ui.say(
                f"That was {len(text)} characters: the first {NOTE_LIMIT} are kept."
            )
        return text[:NOTE_LIMIT].rstrip()

    def _keep(self, response: Response) -> None:
        self.response = response
        self.save(response)

    def _go_on(self, *, was_open: bool) -> None:
        self.cursor = self.agenda.after(self.cursor, self.response, was_open=was_open)

    def _is_open(self) -> bool:
        return self.agenda.is_open(self.cursor, self.response)

    def _mark_trend(self, trend: Trend) -> None:
        """Say that a trend is done, if another one still has open questions."""
        still = {
            self._trend_of(item).id
            for position in self.agenda.open_questions(self.response)
            if isinstance(item := self.agenda.items[position], Question)
        }
        if still and trend.id not in still:
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

    def _step(self) -> Step:
        item = self.agenda.items[self.cursor]
        if isinstance(item, Question):
            step = describe_question(item, self.pack, self.response, self._place())
        else:
            step = describe_profile(item, self.response, self._place())
        if self.cursor > 0:
            step = replace(step, commands=step.commands | {Command.BACK})
        return step

    def _place(self) -> Place:
        agenda = self.agenda
        item = agenda.items[self.cursor]
        if isinstance(item, Question):
            number = self.cursor - len(agenda.profile) + 1
            count, section = len(agenda.questions), self._trend_of(item).short
        else:
            number = self.cursor + 1
            count, section = len(agenda.profile), ABOUT_THE_TEAM
        return Place(
            number=number,
            count=count,
            section=section,
            done=len(agenda.questions) - len(agenda.open_questions(self.response)),
            total=len(agenda.questions),
            fate=self.fate,
        )

    def _trend_of(self, question: Question) -> Trend:
        return self.pack.trend_of[self.pack.capability_of[question.id].id]
