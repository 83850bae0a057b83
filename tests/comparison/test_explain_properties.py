from math import fsum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.comparison.explain import explain
from readiness.comparison.results import Cause, Quarter
from readiness.responses import Form
from readiness.scoring.score import score
from tests.strategies import packs, responses

PEOPLE = ("kim", "lee", "noor", "zoe")
OF_ANSWERS = (Cause.ANSWERS, Cause.KNOWN, Cause.APPLICABLE)


def parts_of(explanation):
    return {part.cause: part.points for part in explanation.parts if part.points}


def counts_of(explanation):
    return {part.cause: part.count for part in explanation.parts if part.count}


@st.composite
def revised(draw, pack):
    """Draw a pack in which some questions have another revision."""
    dump = pack.model_dump()
    for trend in dump["trends"]:
        for capability in trend["capabilities"]:
            for question in capability["questions"]:
                question["revision"] = draw(st.sampled_from([1, 1, 2]))
    return type(pack).model_validate(dump)


@st.composite
def quarters(draw):
    """Draw a quarter: any pack, forms, people and answers."""
    pack = draw(revised(draw(packs())))
    names = draw(st.lists(st.sampled_from(PEOPLE), min_size=1, unique=True))
    forms = st.sampled_from(Form)
    return Quarter(
        period="2026-Q4",
        pack=pack,
        responses=tuple(
            draw(responses(pack, respondent=name, forms=forms)) for name in names
        ),
    )


def shown_point(quarter):
    found = score(quarter.pack, quarter.responses).score
    return found.point if found and found.is_enough else None


@given(quarters(), quarters())
def test_the_parts_add_up_to_the_difference_of_the_two_shown_scores(old, new):
    explanation = explain(old, new)

    before, now = shown_point(old), shown_point(new)
    if before is None or now is None:
        assert explanation.difference is None
        assert explanation.parts == ()
    else:
        assert explanation.difference == pytest.approx(now - before, abs=1e-9)
        assert [part.cause for part in explanation.parts] == list(Cause)
        total = fsum(part.points for part in explanation.parts)
        assert total == pytest.approx(explanation.difference, abs=1e-9)


@given(quarters(), quarters())
def test_what_single_questions_move_adds_up_to_the_part_of_its_cause(old, new):
    explanation = explain(old, new, least=1)

    for part in explanation.parts:
        if part.cause in OF_ANSWERS:
            moves = [m for m in explanation.moves if m.cause is part.cause]
            total = fsum(move.points or 0.0 for move in moves)
            assert total == pytest.approx(part.points, abs=1e-9)
            assert len(moves) == part.count


@given(quarters(), quarters())
def test_what_moved_the_score_most_comes_first(old, new):
    moves = explain(old, new, least=1).moves

    sizes = [abs(move.points or 0.0) for move in moves]
    assert sizes == pytest.approx(sorted(sizes, reverse=True), abs=1e-8)


@given(quarters())
def test_a_quarter_compared_with_itself_has_nothing_to_explain(quarter):
    explanation = explain(quarter, quarter)

    assert parts_of(explanation) == {}
    assert counts_of(explanation) == {}
    assert explanation.moves == ()
