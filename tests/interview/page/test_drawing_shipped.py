"""The shipped questions on the question page, with all that can stand on it."""

import pytest
from prompt_toolkit.data_structures import Size

from readiness.interview.page.drawing import lay_out
from readiness.interview.page.sheet import UNICODE, Look
from readiness.interview.steps import Option
from readiness.pack.catalog import DEFAULT_PACK, find_pack
from tests.interview.page.sheets import a_place, a_step

PACK = find_pack(DEFAULT_PACK)
SECTION = max((trend.short for trend in PACK.trends), key=len)
REMARKS = {
    "answer": "don't know",
    "previous": "2 (At least one), 2026-08-14",
    "note": "ask Jon",
    "evidence": ("Artefact at hand: docs/adr", "Told by someone"),
}


@pytest.mark.parametrize(("columns", "rows"), [(60, 24), (80, 24)])
@pytest.mark.parametrize("question", tuple(PACK.questions()), ids=lambda q: q.id)
def test_no_shipped_question_has_to_be_scrolled(question, columns, rows):
    step = a_step(
        place=a_place(section=SECTION, minutes_left=45),
        text=question.text,
        help=question.help,
        options=tuple(Option(a.label, a.as_asked) for a in question.anchors),
        **REMARKS,
    )

    for option in (None, 0, 1, 2, 3, 4):
        sheet = lay_out(step, Look(option), Size(rows, columns), UNICODE)

        assert not sheet.overflows
