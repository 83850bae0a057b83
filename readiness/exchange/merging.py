"""Put given answers into what a person answered before."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from readiness.pack.model import Pack
from readiness.responses import Answer, Form, NotApplicable, Noted, Response


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

    A quick response that gets an answer outside the quick form turns full.
    """
    response = earlier
    outcome: dict[str, list[str]] = {"new": [], "changed": [], "same": []}
    for id_, answer in given.items():
        before = earlier.answers.get(id_)
        after = lay_over(before, answer, at)
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

    A note, evidence or reason that is not given stays; a note alone changes no level.
    """
    if before is None:
        return given.model_copy(update={"at": at})
    base = before if isinstance(given, Noted) else given
    update: dict[str, object] = {
        "note": given.note or before.note,
        "evidence": given.evidence or before.evidence,
        "at": before.at,
    }
    if isinstance(base, NotApplicable) and isinstance(before, NotApplicable):
        update["reason"] = base.reason or before.reason
    after = base.model_copy(update=update)
    return before if after == before else after.model_copy(update={"at": at})


def _change(before: Answer | None, after: Answer) -> str:
    if before is None:
        return "new"
    return "same" if after == before else "changed"
