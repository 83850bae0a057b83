import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.pack.rule import CountsAs, LevelCap, Rule, RuleKind, Severity
from readiness.responses import Form
from readiness.scoring.levels import attain, level_of
from readiness.scoring.score import score
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
)


def a_rule(id_="R01", effect=None):
    return Rule(
        id=id_,
        kind=RuleKind.RISK,
        severity=Severity.CRITICAL,
        name="Something is off",
        condition="base < 2",
        effect=effect,
        rationale="It matters.",
        source="Own.",
        action="Mend it.",
    )


def attained(pack, rules=(), flags=None, **answers):
    card = score(pack, [a_response(pack, **answers)])
    return attain(card, rules, flags or {}).trends["ai"]


# Oracle level_cuts: own definition, nearest anchor, lower bound inclusive.
@pytest.mark.parametrize(
    ("points", "level"),
    [
        (0, 0),
        (12.4999, 0),
        (12.5, 1),
        (25, 1),
        (37.5, 2),
        (50, 2),
        (62.4999, 2),
        (62.5, 3),
        (75, 3),
        (87.5, 4),
        (100, 4),
    ],
)
def test_a_level_is_the_nearest_anchor(points, level):
    assert level_of(points) == level


def test_a_sum_of_thirds_still_meets_its_cut():
    assert level_of(62.5 - 1e-12) == 3


@pytest.mark.parametrize(("base", "level"), [(0, 1), (1, 2), (2, 3), (3, 3)])
def test_a_trend_is_at_most_one_level_above_its_foundation(base, level):
    pack = a_pack(
        a_capability("base", foundation=True), a_capability("rest", weight=99)
    )

    reached = attained(pack, base=base, rest=3)

    assert (reached.level, reached.free) == (level, 3)
    assert [hold.id for hold in reached.held_by] == (["base"] if level < 3 else [])


def test_a_foundation_that_nobody_knows_counts_as_level_1_and_says_so():
    pack = a_pack(
        a_capability("base", foundation=True), a_capability("rest", weight=99)
    )

    reached = attained(pack, base=DONT_KNOW, rest=4)

    assert reached.level == 2
    assert [(h.counts_as, h.is_unknown) for h in reached.held_by] == [(1, True)]


def test_a_foundation_cannot_be_ruled_out_to_raise_its_trend():
    pack = a_pack(a_capability("base", foundation=True), a_capability("rest"))

    reached = attained(pack, base=DOES_NOT_APPLY, rest=4)

    assert reached.level == 2
    assert [(h.counts_as, h.is_unknown) for h in reached.held_by] == [(1, True)]


def test_a_trend_that_does_not_apply_at_all_has_no_level():
    pack = a_pack(a_capability("base", foundation=True), a_capability("rest"))
    card = score(pack, [a_response(pack, base=DOES_NOT_APPLY, rest=DOES_NOT_APPLY)])

    assert attain(card, (), {}).trends == {}


def test_a_foundation_the_form_does_not_ask_caps_nothing():
    quick = (a_question("rest", quick=True),)
    pack = a_pack(
        a_capability("base", foundation=True), a_capability("r", questions=quick)
    )
    card = score(pack, [a_response(pack, form=Form.QUICK, rest=4)])

    assert attain(card, (), {}).trends["ai"].level == 4


@pytest.mark.parametrize("known", [0, 1, 2, 3, 4])
def test_dont_know_about_half_a_foundation_is_never_worse_than_admitting_0(known):
    questions = (a_question("one"), a_question("two"))
    pack = a_pack(
        a_capability("base", foundation=True, questions=questions),
        a_capability("rest", weight=99),
    )

    unsure = attained(pack, one=known, two=DONT_KNOW, rest=4)
    honest = attained(pack, one=known, two=0, rest=4)

    assert unsure.level >= honest.level


@pytest.mark.parametrize(("flag", "level"), [(True, 1), (False, 4), (None, 4)])
def test_a_conditional_foundation_caps_only_if_the_profile_says_yes(flag, level):
    pack = a_pack(
        a_capability("base", foundation_if="regulated"),
        a_capability("rest", weight=99),
    )

    assert attained(pack, flags={"regulated": flag}, base=0, rest=4).level == level


def test_a_firing_rule_caps_the_level_of_its_trend():
    pack = a_pack(a_capability("base"))
    rules = [
        a_rule("R01", LevelCap(level_at_most=1, trend="ai")),
        a_rule("R02", LevelCap(level_at_most=0, trend="other")),
        a_rule("R03"),
    ]

    reached = attained(pack, rules, base=4)

    assert reached.level == 1
    assert [(hold.id, hold.is_rule) for hold in reached.held_by] == [("R01", True)]


def test_a_firing_rule_makes_a_foundation_count_for_less():
    pack = a_pack(
        a_capability("base", foundation=True), a_capability("rest", weight=99)
    )
    rules = [a_rule(effect=CountsAs(counts_as_at_most=2, capability="base"))]

    assert attained(pack, rules, base=4, rest=4).level == 3


def test_a_level_is_not_given_when_too_little_is_known():
    pack = a_pack(a_capability("known"), a_capability("unknown"))

    reached = attained(pack, known=4, unknown=DONT_KNOW)

    assert (reached.level, reached.free) == (None, None)
    assert (reached.low, reached.high) == (2, 4)


def test_a_level_that_is_not_given_is_not_said_to_be_held():
    pack = a_pack(a_capability("base", foundation=True), a_capability("x", weight=2))

    reached = attained(pack, base=0, x=DONT_KNOW)

    assert (reached.level, reached.high) == (None, 1)
    assert reached.held_by == ()


def test_a_half_known_capability_has_a_range_of_levels_and_no_level():
    questions = (a_question("one"), a_question("two"))
    pack = a_pack(a_capability("base", questions=questions))
    card = score(pack, [a_response(pack, one=4, two=DONT_KNOW)])

    reached = attain(card, (), {}).capabilities["base"]

    assert (reached.level, reached.low, reached.high) == (None, 2, 4)


levels = st.integers(0, 4)
answers = st.one_of(levels, st.just(DONT_KNOW), st.just(DOES_NOT_APPLY))
three = st.tuples(answers, answers, answers)


def trend_of(given, *, foundation=True):
    pack = a_pack(
        a_capability("a", foundation=foundation, weight=20),
        a_capability("b", foundation=foundation, weight=30),
        a_capability("c", weight=50),
    )
    named = dict(zip("abc", given, strict=True))
    return attain(score(pack, [a_response(pack, **named)]), (), {}).trends.get("ai")


@given(three)
def test_s18_a_cap_never_raises_a_level_and_low_is_never_above_high(given):
    reached, free = trend_of(given), trend_of(given, foundation=False)

    if reached is not None and free is not None:
        assert reached.low <= reached.high
        assert (reached.low, reached.high) <= (free.low, free.high)
        if reached.level is not None and reached.free is not None:
            assert reached.level <= reached.free == free.level
        assert not free.held_by


@given(st.tuples(levels, levels, levels), st.integers(0, 2))
def test_s18_a_better_answer_never_lowers_a_level(given, place):
    better = list(given)
    better[place] = min(4, better[place] + 1)

    before, after = trend_of(given), trend_of(better)

    assert before.level <= after.level
