"""What an action makes of the answer to a question."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, assert_never

from readiness.interview.evidence import ask_evidence
from readiness.interview.previous import Previous
from readiness.interview.remarks import ask_remark, surviving_note
from readiness.interview.steps import (
    Choose,
    Command,
    Step,
    TextField,
    UserInterface,
)
from readiness.pack.model import Question
from readiness.plaintext import one_line
from readiness.responses import (
    NOTE_LIMIT,
    Answer,
    NotApplicable,
    Noted,
    Rated,
    Unknown,
    in_words,
)

NOTE_PROMPT = "Note"
REASON_PROMPT = "Why does this not apply?"
NO_REASON = "Not kept: a reason is needed to say that it is not applicable."

_Asking = Literal[Command.NOT_APPLICABLE, Command.NOTE, Command.EVIDENCE]
Answering = Choose | Literal[Command.UNKNOWN, Command.CONFIRM] | _Asking


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """The answer as it is now, and what to say of it.

    ``given`` is what the person has just given, in words; ``taken`` what they took
    away. ``decided_at`` is ``None`` if the question is as open as before.
    """

    answer: Answer
    given: str = ""
    taken: str = ""
    decided_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """A question before a person: ``answer`` is the present one, ``before`` an earlier.

    ``now`` returns an aware time; ``before`` is there only if it can be confirmed.
    ``excluding`` says when a question may be ruled out.
    """

    ui: UserInterface
    now: Callable[[], datetime]
    question: Question
    step: Step
    answer: Answer
    before: Previous | None
    excluding: str = ""

    def take(self, action: Answering) -> Change | str | None:
        """Ask for what the action still needs, and return what it changes.

        ``None`` is nothing, a text is why nothing was kept.
        """
        match action:
            case Choose(index=level):
                return self._decide(Rated(level=level))
            case Command.UNKNOWN:
                return self._decide(Unknown())
            case Command.CONFIRM:
                return self._confirm()
            case _:
                return self._ask_for(action)

    def _ask_for(self, action: _Asking) -> Change | str | None:
        match action:
            case Command.NOT_APPLICABLE:
                return self._rule_out()
            case Command.NOTE:
                return self._note()
            case Command.EVIDENCE:
                return self._evidence()
            case _:
                assert_never(action)

    def _decide(
        self, decision: Answer, *, note: str | None = None, still: str = ""
    ) -> Change:
        """Return an answer of now; note and evidence of the present one stay."""
        if note is None:
            note = self._shortened(surviving_note(self.answer))
        at = self.now()
        answer = decision.model_copy(
            update={
                "note": note or decision.note,
                "evidence": self.answer.evidence or decision.evidence,
                "at": at,
            }
        )
        place, words = self.step.place, in_words(self.question, answer)
        given = f"{place.number}. {place.section}: {still}{words}"
        return Change(answer=answer, given=given, decided_at=at)

    def _shortened(self, note: str) -> str:
        """Return what there is room for, and show what there is none for."""
        if len(note) > NOTE_LIMIT:
            left = note[NOTE_LIMIT:]
            self.ui.say(f"No room in the note, copy it from here: {left}")
        return note[:NOTE_LIMIT].rstrip()

    def _confirm(self) -> Change | None:
        """Give the previous answer anew, with its note and evidence."""
        if self.before is None:
            return None
        return self._decide(self.before.answer, still="still ")

    def _rule_out(self) -> Change | str | None:
        reason = self.answer.reason if isinstance(self.answer, NotApplicable) else ""
        given = self._ask(f"{self.excluding} {REASON_PROMPT}".strip(), reason)
        if given is None:
            return None
        if not given:
            return NO_REASON
        return self._decide(NotApplicable(reason=given), note=self.answer.note)

    def _note(self) -> Change | None:
        last = self.before.answer.note if self.before else ""
        note = self._ask(NOTE_PROMPT, self.answer.note or last)
        if note is None or note == self.answer.note:
            return None
        taken = "" if note else one_line(self.answer.note)
        return Change(answer=self._remarked(note=note), given=note, taken=taken)

    def _ask(self, prompt: str, current: str) -> str | None:
        field = TextField(prompt=prompt, about=self.step.text, current=current)
        return ask_remark(self.ui, field)

    def _evidence(self) -> Change | str | None:
        edit = ask_evidence(self.ui, self.step, self.answer.evidence)
        if edit is None or isinstance(edit, str):
            return edit
        answer = self._remarked(evidence=edit.pieces)
        return Change(answer=answer, given=edit.added, taken=edit.taken)

    def _remarked(self, **remark: object) -> Answer:
        """Return the answer with a remark, which makes it no younger."""
        answer = Noted(at=self.now()) if self.answer == Noted() else self.answer
        return answer.model_copy(update=remark)
