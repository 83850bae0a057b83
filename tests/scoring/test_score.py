import pytest

from readiness.responses import Form, Noted
from readiness.scoring.score import (
    Score,
    mean_of_items,
    mean_of_scores,
    score,
)
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
)
from tests.scoring.nodes import known


def test_a_heavier_capability_counts_for_more():
    pack = a_pack(a_capability("pairing", weight=3), a_capability("roles"))

    card = score(pack, [a_response(pack, pairing=4, roles=0)])

    assert card.trends[0].score == Score(point=75, low=75, high=75, coverage=1)


def test_the_items_of_a_capability_add_up_as_a_person_would_do_it_by_hand():
    items = [(2, 3), (1, None), (1, 1)]

    found = known(mean_of_items(items))

    assert found.point == pytest.approx(58.333333333333336, abs=1e-9)
    assert found.low == pytest.approx(43.75, abs=1e-9)
    assert found.high == pytest.approx(68.75, abs=1e-9)
    assert found.coverage == pytest.approx(0.75, abs=1e-9)


def test_the_capabilities_of_a_trend_add_up_as_a_person_would_do_it_by_hand():
    partly = known(mean_of_items([(2, 3), (1, None), (1, 1)]))
    fully = known(mean_of_items([(1, 2), (1, 2)]))
    unknown = known(mean_of_items([(1, None), (3, None)]))

    found = known(mean_of_scores([(1, partly), (1, fully), (2, unknown)]))

    assert found.point == pytest.approx(54.166666666666664, abs=1e-9)
    assert found.low == pytest.approx(23.4375, abs=1e-9)
    assert found.high == pytest.approx(79.6875, abs=1e-9)
    assert found.coverage == pytest.approx(0.4375, abs=1e-9)


def test_without_parts_there_is_no_score():
    assert mean_of_items([]) is None
    assert mean_of_scores([]) is None


def test_where_nothing_is_known_there_is_a_range_and_no_point():
    pack = a_pack(a_capability("a"))

    card = score(pack, [a_response(pack, a=DONT_KNOW)])

    assert card.score == Score(point=None, low=0, high=100, coverage=0)


def test_without_responses_everything_is_unknown_and_the_form_is_full():
    card = score(a_pack(), [])

    assert card.form is Form.FULL
    assert card.score == Score(point=None, low=0, high=100, coverage=0)


@pytest.mark.parametrize(
    ("coverage", "point", "is_enough"),
    [(0.6, 50, True), (0.5999, 50, False), (0.6 - 1e-12, 50, True), (0.6, None, False)],
)
def test_a_point_may_be_shown_from_60_percent_coverage(coverage, point, is_enough):
    found = Score(point=point, low=0, high=100, coverage=coverage)

    assert found.is_enough is is_enough


class TestItem:
    @pytest.mark.parametrize(
        ("answers", "value", "applicable", "dont_know"),
        [
            ([3], 3, True, 0),
            ([1, 2, 4], 7 / 3, True, 0),
            ([1, None, Noted()], 1, True, 0),
            ([DONT_KNOW, 3, DONT_KNOW], 3, True, 2),
            ([DONT_KNOW], None, True, 1),
            ([None], None, True, 0),
            ([DOES_NOT_APPLY], None, False, 0),
            ([DOES_NOT_APPLY, DONT_KNOW], None, False, 1),
            ([DOES_NOT_APPLY, 2], 2, True, 0),
            ([DOES_NOT_APPLY, DOES_NOT_APPLY, 2], 2, False, 0),
            ([DOES_NOT_APPLY, 1, 2], 1.5, True, 0),
        ],
    )
    def test_most_of_those_with_a_view_decide_whether_it_applies(
        self, answers, value, applicable, dont_know
    ):
        pack = a_pack(a_capability("a"))
        given_ = [a_response(pack, **({} if a is None else {"a": a})) for a in answers]

        (item,) = score(pack, given_).items()

        assert item.value == value
        assert item.applicable is applicable
        assert item.dont_know == dont_know


class TestCapability:
    def test_its_level_is_the_mean_of_its_items_with_half_steps(self):
        pack, part = scored_pair(1, 2)

        assert part.level == 1.5
        assert score(pack, []).capability("a").level is None

    @pytest.mark.parametrize("missing", [None, DONT_KNOW])
    def test_it_has_no_level_while_one_of_its_items_is_unknown(self, missing):
        _, part = scored_pair(3, missing)

        assert part.level is None
        assert part.score.point == 75

    def test_an_item_that_does_not_apply_is_not_missing(self):
        _, part = scored_pair(3, DOES_NOT_APPLY)

        assert part.level == 3

    def test_it_has_no_score_if_no_item_applies(self):
        _, part = scored_pair(DOES_NOT_APPLY, DOES_NOT_APPLY)

        assert part.is_asked
        assert part.score is None
        assert part.level is None

    def test_its_trend_and_the_whole_have_no_score_without_it(self):
        pack = a_pack(a_capability("a"))

        card = score(pack, [a_response(pack, a=DOES_NOT_APPLY)])

        assert card.trends[0].score is None
        assert card.score is None
        assert card.influence() == {}


class TestForm:
    def test_a_quick_response_is_scored_on_the_quick_questions_only(self):
        pack = quick_pack()

        card = score(pack, [a_response(pack, form=Form.QUICK, a1=4, a2=0, b1=0)])

        assert card.form is Form.QUICK
        assert card.score == Score(point=100, low=100, high=100, coverage=1)
        assert [item.question.id for item in card.items()] == ["a1"]

    def test_what_the_form_does_not_ask_has_no_score(self):
        pack = quick_pack()

        part = score(pack, [a_response(pack, form=Form.QUICK)]).capability("b")

        assert not part.is_asked
        assert part.score is None

    def test_one_full_response_makes_the_form_full(self):
        pack = quick_pack()
        both = [a_response(pack, form=form, a1=4) for form in (Form.QUICK, Form.FULL)]

        card = score(pack, both)

        assert card.form is Form.FULL
        assert known(card.score).coverage == 0.25


def scored_pair(first, second):
    pack = a_pack(a_capability("a", questions=(a_question("a1"), a_question("a2"))))
    answers = {"a1": first, "a2": second}
    told = {id_: answer for id_, answer in answers.items() if answer is not None}
    return pack, score(pack, [a_response(pack, **told)]).capability("a")


def quick_pack():
    return a_pack(
        a_capability("a", questions=(a_question("a1", quick=True), a_question("a2"))),
        a_capability("b", questions=(a_question("b1"),)),
    )
