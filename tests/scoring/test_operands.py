import pytest

from readiness.responses import Form
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
    a_trend,
)
from tests.scoring.judging import (
    CLEAR,
    FIRES,
    NA,
    UNKNOWN,
    a_pair,
    a_quick_pack,
    outcome,
)


class TestValues:
    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            (4, 2, FIRES),
            (4, 3, CLEAR),
            (2, 4, CLEAR),
            (DONT_KNOW, 0, UNKNOWN),
            (4, DONT_KNOW, UNKNOWN),
            (NA, 2, CLEAR),
            (4, NA, CLEAR),
            (NA, DONT_KNOW, CLEAR),
        ],
    )
    def test_a_difference_needs_both_sides(self, a, b, expected):
        assert outcome("a - b >= 2", a=a, b=b) is expected

    @pytest.mark.parametrize(
        ("a", "b", "expected"),
        [
            (1, 2, FIRES),
            (1, 3, CLEAR),
            (0, DONT_KNOW, UNKNOWN),
            (NA, 0, CLEAR),
            (NA, DONT_KNOW, CLEAR),
        ],
    )
    def test_a_mean_needs_all_of_its_values(self, a, b, expected):
        assert outcome("mean(a, b) < 2", a=a, b=b) is expected

    @pytest.mark.parametrize(
        ("a", "expected"), [(DONT_KNOW, FIRES), (2, CLEAR), (1, FIRES), (NA, CLEAR)]
    )
    def test_or_else_stands_in_for_the_unknown_only(self, a, expected):
        assert outcome("or_else(a, 1) < 2", a=a) is expected

    @pytest.mark.parametrize(
        ("answer", "expected"),
        [(3, FIRES), (2, CLEAR), (DONT_KNOW, UNKNOWN), (NA, CLEAR)],
    )
    def test_a_question_is_read_apart_from_its_capability(self, answer, expected):
        pack = a_pack(a_pair("a"))
        told = {"a-1": answer, "a-2": DONT_KNOW}

        assert outcome("question(a-1) >= 3", pack=pack, **told) is expected

    @pytest.mark.parametrize(
        ("answers", "expected"),
        [
            ({"a": 4, "b": 4, "c": 3}, FIRES),
            ({"a": 4, "b": 4}, FIRES),
            ({"a": 4}, UNKNOWN),
            ({"a": 1, "b": 1, "c": 1}, CLEAR),
            ({"a": NA, "b": NA, "c": NA}, CLEAR),
            ({"a": NA, "b": NA, "c": 4}, FIRES),
            ({}, UNKNOWN),
        ],
    )
    def test_a_trend_mean_needs_60_percent(self, answers, expected):
        pack = a_pack(a_trend("t", *(a_capability(id_) for id_ in "abc")))

        assert outcome("trend_mean(t) >= 3", pack=pack, **answers) is expected

    def test_a_trend_that_the_form_does_not_ask_is_unknown(self):
        pack = a_quick_pack()
        quick = a_response(pack, form=Form.QUICK, b=4)

        assert outcome("trend_mean(t) < 2", quick, pack=pack) is UNKNOWN
        assert outcome("answered_share(t) < 2", quick, pack=pack) is UNKNOWN
        assert outcome("trend_mean(u) < 2", quick, pack=pack) is CLEAR

    @pytest.mark.parametrize(
        ("condition", "answers"),
        [
            ("answered_share() == 0", {}),
            ("answered_share() == 0.5", {"a": 1, "b": NA, "c-1": 4}),
            ("answered_share() == 1", {"a": 1, "b": NA, "c-1": 4, "c-2": 0}),
            ("answered_share(t) == 0.5", {"a": 1, "b": DONT_KNOW}),
            ("answered_share(t) == 1", {"a": 1, "b": NA}),
            ("not answered_share(t) <= 1", {"a": NA, "b": NA}),
        ],
    )
    def test_the_answered_share_leaves_out_what_does_not_apply(
        self, condition, answers
    ):
        trend = a_trend("t", a_capability("a"), a_capability("b"))
        pack = a_pack(trend, a_trend("u", a_pair("c")))

        assert outcome(condition, pack=pack, **answers) is FIRES
