"""A condition is true, false or unknown, and says because of what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.pack.condition_tree import (
    Difference,
    LevelOf,
    Mean,
    NameKind,
    Number,
)
from readiness.responses import Form, NotApplicable, Rated
from readiness.scoring.evaluation import evaluate
from readiness.scoring.operands import Fact, Subject
from readiness.scoring.readings import Missing, Readings
from readiness.scoring.score import score
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
)
from tests.scoring.judging import (
    CLEAR,
    FIRES,
    NA,
    UNKNOWN,
    a_pair,
    a_quick_pack,
    figure,
    flag,
    judge,
    level,
    outcome,
)
from tests.strategies import (
    any_answer,
    conditions_on,
    levels,
    per_id,
    some_name,
)
from tests.strategies import flags as flag_values


class TestComparison:
    @pytest.mark.parametrize(
        ("relation", "below", "equal", "above"),
        [
            (">=", CLEAR, FIRES, FIRES),
            (">", CLEAR, CLEAR, FIRES),
            ("<=", FIRES, FIRES, CLEAR),
            ("<", FIRES, CLEAR, CLEAR),
            ("==", CLEAR, FIRES, CLEAR),
        ],
    )
    def test_every_relation_means_what_it_says(self, relation, below, equal, above):
        found = [outcome(f"a {relation} 2", a=level) for level in (1, 2, 3)]

        assert found == [below, equal, above]

    @pytest.mark.parametrize(
        ("answer", "expected"), [(DONT_KNOW, UNKNOWN), (None, UNKNOWN), (NA, CLEAR)]
    )
    @pytest.mark.parametrize("relation", [">=", ">", "<=", "<", "=="])
    def test_dont_know_is_unknown_and_not_applicable_is_false(
        self, relation, answer, expected
    ):
        told = {} if answer is None else {"a": answer}

        assert outcome(f"a {relation} 2", **told) is expected

    def test_a_half_step_is_below_the_next_level(self):
        pack = a_pack(a_pair("a"))

        assert outcome("a < 2", pack=pack, **{"a-1": 2, "a-2": 1}) is FIRES
        assert outcome("a >= 1.5", pack=pack, **{"a-1": 2, "a-2": 1}) is FIRES

    def test_a_capability_is_unknown_while_one_of_its_items_is(self):
        pack = a_pack(a_pair("a"))

        found = outcome("a < 4", pack=pack, **{"a-1": 0, "a-2": DONT_KNOW})

        assert found is UNKNOWN

    def test_a_capability_that_the_form_does_not_ask_is_unknown(self):
        pack = a_quick_pack()
        quick = a_response(pack, form=Form.QUICK, a=4, b=4)

        assert outcome("a >= 1", quick, pack=pack) is UNKNOWN
        assert outcome("question(a) >= 1", quick, pack=pack) is UNKNOWN
        assert outcome("b >= 1", quick, pack=pack) is FIRES

    def test_numbers_are_compared_to_nine_decimals(self):
        pack = a_pack(a_capability("a"))
        third = [a_response(pack, a=level) for level in (0, 0, 1)]

        assert outcome("a == 0.3333333333", *third, pack=pack) is FIRES
        assert outcome("a >= 0.3333333333", *third, pack=pack) is FIRES
        assert outcome("a == 0.33333333", *third, pack=pack) is CLEAR

    def test_two_numbers_may_be_compared(self):
        assert outcome("2 > 1") is FIRES
        assert outcome("1 - 2 == 1") is CLEAR


class TestLogic:
    @pytest.mark.parametrize(
        ("a", "b", "both", "either"),
        [
            (4, 4, FIRES, FIRES),
            (4, 0, CLEAR, FIRES),
            (4, DONT_KNOW, UNKNOWN, FIRES),
            (0, 4, CLEAR, FIRES),
            (0, 0, CLEAR, CLEAR),
            (0, DONT_KNOW, CLEAR, UNKNOWN),
            (DONT_KNOW, 4, UNKNOWN, FIRES),
            (DONT_KNOW, 0, CLEAR, UNKNOWN),
            (DONT_KNOW, DONT_KNOW, UNKNOWN, UNKNOWN),
        ],
    )
    def test_one_false_part_settles_and_one_true_part_settles_or(
        self, a, b, both, either
    ):
        assert outcome("a >= 2 and b >= 2", a=a, b=b) is both
        assert outcome("a >= 2 or b >= 2", a=a, b=b) is either

    @pytest.mark.parametrize(
        ("a", "expected"), [(4, CLEAR), (0, FIRES), (DONT_KNOW, UNKNOWN), (NA, FIRES)]
    )
    def test_not_turns_true_and_false_round(self, a, expected):
        assert outcome("not a >= 2", a=a) is expected

    @pytest.mark.parametrize(
        ("a", "b", "c", "expected"),
        [
            (4, 4, 0, FIRES),
            (4, 0, 0, CLEAR),
            (4, 4, DONT_KNOW, FIRES),
            (4, 0, DONT_KNOW, UNKNOWN),
            (0, 0, DONT_KNOW, CLEAR),
            (0, DONT_KNOW, DONT_KNOW, UNKNOWN),
            (4, 4, NA, FIRES),
            (4, NA, NA, CLEAR),
        ],
    )
    def test_a_count_is_unknown_only_if_the_values_it_can_take_disagree(
        self, a, b, c, expected
    ):
        found = outcome("count(a >= 2, b >= 2, c >= 2) >= 2", a=a, b=b, c=c)

        assert found is expected

    def test_an_exact_count_is_unknown_while_it_may_still_be_met_or_missed(self):
        condition = "count(a >= 2, b >= 2) == 1"

        assert outcome(condition, a=4, b=DONT_KNOW) is UNKNOWN
        assert outcome(condition, a=4, b=0) is FIRES
        assert outcome(condition, a=4, b=4) is CLEAR

    @pytest.mark.parametrize(
        ("said", "expected"),
        [("yes", FIRES), ("no", CLEAR), ("unknown", UNKNOWN), (None, UNKNOWN)],
    )
    def test_a_flag_is_what_the_profile_says(self, said, expected):
        profile = {} if said is None else {"live": said}

        assert outcome("profile.live", profile=profile) is expected

    def test_a_flag_that_the_pack_does_not_ask_is_unknown(self):
        assert outcome("profile.other", profile={"other": "yes"}) is UNKNOWN


class TestBecause:
    def test_a_rule_fires_because_of_the_parts_that_hold(self):
        found = judge(
            "(a >= 2 and b < 2) or c >= 4 or profile.live",
            a=3,
            b=1,
            c=3,
            profile={"live": "yes"},
        )

        assert found.because == (level("a", 3), level("b", 1), flag("live", value=True))

    def test_a_rule_does_not_fire_because_of_the_parts_that_fail(self):
        found = judge("a >= 2 and b < 2 and c < 2", a=3, b=3, c=1)

        assert found.because == (level("b", 3),)

    def test_a_rule_is_unknown_because_of_what_would_have_to_be_found_out(self):
        found = judge(
            "a >= 2 and (b < 2 or mean(a, c) < 1 or profile.live)", a=3, b=DONT_KNOW
        )

        unknown = Missing.UNKNOWN
        assert found.outcome is UNKNOWN
        assert found.because == (
            level("b", unknown),
            level("c", unknown),
            flag("live", value=unknown),
        )

    def test_what_does_not_apply_is_why_a_comparison_fails(self):
        found = judge("a - b >= 2", a=4, b=NA)

        assert found.because == (level("b", Missing.NOT_APPLICABLE),)

    def test_a_stand_in_is_shown_as_unknown(self):
        found = judge("or_else(a, 1) < 2", a=DONT_KNOW)

        assert found.outcome is FIRES
        assert found.because == (level("a", Missing.UNKNOWN),)

    def test_a_fact_is_told_once(self):
        found = judge("a >= 2 and a - b >= 2 and not a < 1", a=4, b=1)

        assert found.because == (level("a", 4), level("b", 1))

    def test_a_count_tells_what_was_counted(self):
        condition = "count(a >= 2, b >= 2, c >= 2) >= 1"

        assert judge(condition, a=3, b=1).because == (level("a", 3), level("b", 1))

    def test_an_unknown_count_tells_what_is_missing(self):
        found = judge("count(a >= 2, b >= 2) >= 1", a=1)

        assert found.because == (level("b", Missing.UNKNOWN),)

    def test_every_pair_that_reaches_the_gap_is_told(self):
        pack = a_pack(
            a_capability("a", prerequisites=("b", "c", "d")),
            *(a_capability(id_) for id_ in "bcd"),
        )

        found = judge("max_prerequisite_gap() >= 2", pack=pack, a=4, b=1, c=2, d=3)

        told = [(g.capability, g.prerequisite, g.levels) for g in found.because]
        assert told == [("a", "b", 3), ("a", "c", 2)]

    def test_without_a_pair_the_gap_itself_is_what_is_missing(self):
        found = judge("max_prerequisite_gap() >= 2")

        assert found.because == (figure("max_prerequisite_gap()", Missing.UNKNOWN),)

    def test_blind_spots_are_named(self):
        pack = a_pack(*(a_capability(id_, foundation=True) for id_ in "abc"))

        found = judge(
            "unknown_foundations() >= 2", pack=pack, a=DONT_KNOW, b=1, c=DONT_KNOW
        )

        assert found.because == (
            figure("unknown_foundations()", 2),
            level("a", Missing.UNKNOWN),
            level("c", Missing.UNKNOWN),
        )

    def test_figures_are_told_as_they_are_written(self):
        found = judge(
            "rated_answers() == 4 and level_share(3) == 0.5 and "
            "artefact_share(2.5) < 1 and "
            "modal_answer_share() < 1 and answered_share() == 1 and "
            "answered_share(ai) == 1 and trend_mean(ai) < question(a)",
            a=4,
            b=3,
            c=1,
            d=0,
        )

        assert found.because == (
            figure("rated_answers()", 4),
            figure("level_share(3)", 0.5),
            figure("artefact_share(2.5)", 0),
            figure("modal_answer_share()", 0.25),
            figure("answered_share()", 1),
            figure("answered_share(ai)", 1),
            Fact(Subject.TREND, "ai", 2),
            Fact(Subject.QUESTION, "a", 4),
        )


IDS = ("a", "b", "c")
QUESTIONS = tuple(f"{id_}-{n}" for id_ in IDS for n in (1, 2))
FLAGS = ("live", "regulated")
LEVELS = st.one_of(
    st.builds(LevelOf, some_name(NameKind.CAPABILITY, IDS)),
    st.builds(LevelOf, some_name(NameKind.QUESTION, QUESTIONS)),
    st.builds(Number, levels),
)
MEANS = st.builds(Mean, st.tuples(LEVELS, LEVELS))
DIFFERENCES = st.builds(Difference, LEVELS | MEANS, LEVELS)


@given(
    conditions_on(LEVELS | MEANS | DIFFERENCES, FLAGS),
    per_id(QUESTIONS, any_answer),
    per_id(QUESTIONS, levels | st.just(NA)),
    per_id(FLAGS, flag_values),
    per_id(FLAGS, st.booleans()),
)
def test_what_is_settled_stays_so_whatever_the_unknown_turns_out_to_be(
    condition, told, found_out, said, found_true
):
    complete = {
        id_: found_out[id_] if is_open(told[id_]) else told[id_] for id_ in told
    }
    true = {id_: found_true[id_] if said[id_] is None else said[id_] for id_ in said}

    before = evaluate(condition, readings(told, said))
    after = evaluate(condition, readings(complete, true))

    assert after.holds is not None
    assert before.holds in {None, after.holds}


@pytest.mark.parametrize(
    ("condition", "told", "completion"),
    [
        ("or_else(a, 1) < 2", {}, {"a": 3}),
        ("trend_mean(ai) > 3", {"a": 4, "b": 4, "c": 4}, {"d": 0}),
        ("answered_share() < 1", {"a": 4, "b": 4, "c": 4}, {"d": 0}),
        ("rated_answers() < 4", {"a": 4, "b": 4, "c": 4}, {"d": 0}),
        ("modal_answer_share() == 1", {"a": 4, "b": 4, "c": 4}, {"d": 0}),
        ("level_share(3) == 1", {"a": 4, "b": 4, "c": 4}, {"d": 0}),
        ("artefact_share(3) == 0", {"a": 4}, {"d": Rated(level=4, evidence=("link",))}),
    ],
)
def test_functions_that_leave_out_the_unknown_may_change_with_one_more_answer(
    condition, told, completion
):
    assert outcome(condition, **told) is FIRES
    assert outcome(condition, **told, **completion) is CLEAR


def is_open(answer):
    return not isinstance(answer, (int, NotApplicable))


def readings(answers, said):
    """Read the pairs a, b, c of a single respondent."""
    pack = a_pack(*(a_pair(id_) for id_ in IDS))
    response = a_response(
        pack, **{id_: a for id_, a in answers.items() if a is not None}
    )
    return Readings(
        pack=pack,
        responses=(response,),
        card=score(pack, [response]),
        flags=said,
        foundations=frozenset(),
    )
