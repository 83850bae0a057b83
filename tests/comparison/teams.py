"""Packs with enough questions to tell a change, and quarters of people who answer."""

from readiness.comparison.results import Quarter
from readiness.responses import Form
from tests.builders import (
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
    an_answer,
)


def a_wide_trend(id_="ai", *, count=10, quick=0, revisions=(), **fields):
    """Build a trend of one capability with ``count`` questions, *ai-0*, *ai-1*, ...

    The first ``quick`` are in the quick form; ``revisions`` says which are revised.
    """
    questions = tuple(
        a_question(f"{id_}-{n}", quick=n < quick, revision=2 if n in revisions else 1)
        for n in range(count)
    )
    return a_trend(id_, a_capability(f"{id_}-all", questions=questions, **fields))


def a_wide_pack(*ids, **fields):
    return a_pack(*(a_wide_trend(id_, **fields) for id_ in ids or ("ai",)))


def a_person(pack, name="ana", level=2, *, but=None, **fields):
    """Build a response that rates all alike, ``but`` these answers by question id.

    ``None`` leaves a question blank.
    """
    form = fields.get("form", Form.FULL)
    answers = {q.id: level for q in pack.questions() if form.asks(q)} | (but or {})
    given = {id_: an_answer(a) for id_, a in answers.items() if a is not None}
    return a_response(pack, respondent=name, **given).model_copy(update=fields)


def people(pack, count, level=2, *, first=0, **fields):
    """Build as many people: *p0*, *p1*, ..., or from *p<first>* on."""
    names = [f"p{n}" for n in range(first, first + count)]
    return [a_person(pack, name, level, **fields) for name in names]


def a_quarter(pack, *responses, period="2026-Q4"):
    return Quarter(period=period, pack=pack, responses=responses or (a_person(pack),))
