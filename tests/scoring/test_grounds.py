import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.responses import Form, Rated
from readiness.scoring.grounds import Grounds, find_grounds
from readiness.scoring.score import score
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
)
from tests.scoring.judging import a_quick_pack
from tests.strategies import assessments, evidence

SEEN = {"kind": "seen", "text": "the drill"}
TOLD = {"kind": "told", "text": "by Bo"}


def rated(level, *pieces):
    return Rated(level=level, evidence=pieces)


def grounds(pack, *given_):
    card = score(pack, given_)
    return find_grounds(card, given_, card.items())


def proven(response, pieces):
    """Give each rating the next of ``pieces``, in turn."""
    answers = {
        id_: answer.model_copy(update={"evidence": (pieces[n % len(pieces)],)})
        for n, (id_, answer) in enumerate(response.answers.items())
    }
    return response.model_copy(update={"answers": answers})


def test_ratings_that_others_can_check_are_counted_and_weighed():
    weights = {"a": 6, "b": 3, "c": 1}
    pack = a_pack(*(a_capability(id_, weight=w) for id_, w in weights.items()))

    found = grounds(pack, a_response(pack, a=rated(1, SEEN), b=rated(4, TOLD), c=2))

    assert (found.ratings, found.checkable) == (3, 1)
    assert found.share == pytest.approx(0.6)


def test_unknown_and_inapplicable_answers_are_no_ratings():
    pack = a_pack(*(a_capability(id_) for id_ in "abc"))
    unknown = DONT_KNOW.model_copy(update={"evidence": rated(0, SEEN).evidence})

    found = grounds(
        pack, a_response(pack, a=rated(1, SEEN), b=unknown, c=DOES_NOT_APPLY)
    )

    assert found == Grounds(ratings=1, checkable=1, share=1)


def test_without_ratings_there_is_no_share():
    pack = a_pack()

    assert grounds(pack, a_response(pack, pairing=DONT_KNOW)).share is None
    assert grounds(pack, a_response(pack)) == Grounds(
        ratings=0, checkable=0, share=None
    )


def test_those_who_rated_a_question_weigh_alike_within_it():
    pack = a_pack(a_capability("a"), a_capability("b"))
    ana = a_response(pack, a=rated(3, SEEN), b=2)
    bo = a_response(pack, respondent="bo", a=3, b=DONT_KNOW)

    found = grounds(pack, ana, bo)

    assert found == Grounds(ratings=3, checkable=1, share=0.25)


def test_a_rating_of_what_most_say_does_not_apply_does_not_count():
    pack = a_pack(a_capability("a"), a_capability("b"))
    ana = a_response(pack, a=rated(3, SEEN), b=2)
    others = [
        a_response(pack, respondent=name, a=DOES_NOT_APPLY) for name in ("bo", "cy")
    ]

    assert grounds(pack, ana, *others) == Grounds(ratings=1, checkable=0, share=0)


def test_a_rating_that_the_form_does_not_ask_for_does_not_count():
    pack = a_quick_pack()
    quick = a_response(pack, form=Form.QUICK, a=rated(4, SEEN), b=4)

    assert grounds(pack, quick) == Grounds(ratings=1, checkable=0, share=0)


@given(assessments(people=3), st.lists(evidence, min_size=1, max_size=4))
def test_evidence_never_changes_a_score(case, pieces):
    pack, given_ = case
    with_evidence = [proven(response, pieces) for response in given_]

    assert score(pack, with_evidence) == score(pack, given_)


@given(assessments(people=3), st.lists(evidence, min_size=1, max_size=4))
def test_the_share_is_one_if_all_and_zero_if_none_is_checkable(case, pieces):
    pack, given_ = case

    found = grounds(pack, *(proven(response, pieces) for response in given_))

    assert 0 <= found.checkable <= found.ratings
    if found.share is not None:
        assert (found.share == pytest.approx(1)) == (found.checkable == found.ratings)
        assert (found.share == 0) == (found.checkable == 0)
