"""Put given answers into what a person answered before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from readiness.errors import BadDataError
from readiness.pack.model import Pack
from readiness.responses import (
    NOTE_LIMIT,
    Answer,
    Form,
    NotApplicable,
    Noted,
    Response,
)

WAS_EXCLUDED = "Was not applicable: "  #: begins the note about an outdated reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A response after a merge, and the question ids by what became of them."""

    response: Response
    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: tuple[str, ...]
    turned_full: bool  #: it was quick, and answers a question that is not


def merge(
    earlier: Response, given: Mapping[str, Answer], pack: Pack, at: datetime
) -> Merged:
    """Put ``given`` answers, by question id, into ``earlier``; the rest is kept.

    A quick response that gets an answer outside the quick form turns full. Raises
    `BadDataError` if an earlier note and a given one together are too long.
    """
    response = earlier
    outcome: dict[str, list[str]] = {"new": [], "changed": [], "same": []}
    for id_, answer in given.items():
        before = earlier.answers.get(id_)
        after = lay_over(before, answer, at)
        _check_length(id_, after)
        outcome[_change(before, after)].append(id_)
        response = response.with_answer(id_, after)
    outside = any(not response.form.asks(pack.question_by_id[id_]) for id_ in given)
    if outside:
        response = response.model_copy(update={"form": Form.FULL})
    return Merged(
        response=response,
        turned_full=outside,
        **{name: tuple(ids) for name, ids in outcome.items()},
    )


def lay_over(before: Answer | None, given: Answer, at: datetime) -> Answer:
    """Return the answer after ``given``, made at ``at``; ``before`` if it is the same.

    A note alone changes no level. Evidence or a reason that is not given stays. No
    words get lost: a given note comes after the earlier one, and a reason that no
    longer holds goes there as well.
    """
    if before is None:
        return given.model_copy(update={"at": at})
    base = before if isinstance(given, Noted) else given
    told = _reason(before)
    update: dict[str, object] = {
        "evidence": given.evidence or before.evidence,
        "at": before.at,
    }
    if isinstance(base, NotApplicable):
        update["reason"] = base.reason or told
    outdated = f"{WAS_EXCLUDED}{told}" if told not in {"", update.get("reason")} else ""
    update["note"] = _joined(before.note, outdated, given.note)
    after = base.model_copy(update=update)
    return before if after == before else after.model_copy(update={"at": at})


def _reason(answer: Answer) -> str:
    return answer.reason if isinstance(answer, NotApplicable) else ""


def _joined(*notes: str) -> str:
    """Put notes under one another, each once."""
    text = ""
    for note in filter(None, notes):
        if f"\n{note}\n" not in f"\n{text}\n":
            text = f"{text}\n{note}" if text else note
    return text


def _check_length(id_: str, answer: Answer) -> None:
    if len(answer.note) > NOTE_LIMIT:
        raise BadDataError(
            f"with the new one, the notes of {id_} have {len(answer.note):,} "
            f"characters, {NOTE_LIMIT:,} are allowed",
            facts=("nothing was changed",),
            tries=("shorten the new note: link to a document instead of quoting it",),
        )


def _change(before: Answer | None, after: Answer) -> str:
    if before is None:
        return "new"
    return "same" if after == before else "changed"
