"""Answers that the same people give twice."""

from datetime import UTC, datetime

from readiness.comparison.results import Quarter
from tests.builders import a_capability, a_pack, a_question, a_response, an_answer

ITEMS = tuple(f"q{n:02}" for n in range(20))
PACK = a_pack(a_capability(questions=tuple(map(a_question, ITEMS))))
NAMES = ("kim", "lee", "noor", "zoe")
MAY = datetime(2026, 5, 1, 9, tzinfo=UTC)
STEADY = (2,) * 20
MOVED = (3, 1, *STEADY[2:])  # one up, one down


def a_time(*people, at=None, pack=PACK, names=NAMES):
    """Build a quarter in which each of ``people`` gives one answer per question."""
    return Quarter(
        period="2026-Q2",
        pack=pack,
        responses=tuple(
            a_response(
                pack,
                respondent=name,
                **{
                    question.id: an_answer(value).model_copy(update={"at": at})
                    for question, value in zip(pack.questions(), levels, strict=False)
                    if value is not None
                },
            )
            for name, levels in zip(names, people, strict=False)
        ),
    )
