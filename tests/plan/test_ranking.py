import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.pack.model import Noise
from readiness.pack.rule import LevelCap, Severity
from readiness.plan.ranking import rank
from readiness.plan.steps import Urgency
from readiness.scoring.results import evaluate
from readiness.scoring.score import score, what_if
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_profile_question,
    a_question,
    a_response,
    a_rule,
    a_trend,
    an_action,
)


def with_steps(id_, **fields):
    """Build a capability with an action to each of the levels 1, 2 and 3."""
    weeks = fields.pop("weeks", 2)
    actions = tuple(an_action(id_, to, person_weeks=weeks) for to in (1, 2, 3))
    return a_capability(id_, actions=actions, **fields)


def ranked(pack, profile=None, **answers):
    return rank(evaluate(pack, [a_response(pack, profile=profile, **answers)]))


def ids(steps):
    return [step.action.id for step in steps]


def test_the_step_to_the_next_level_is_proposed():
    pack = a_pack(with_steps("pairing"))

    assert ids(ranked(pack, pairing=0)) == ["pairing-1"]
    assert ids(ranked(pack, pairing=2)) == ["pairing-3"]


@pytest.mark.parametrize("answer", [3, 4, DONT_KNOW, DOES_NOT_APPLY])
def test_nothing_is_proposed_at_the_target_nor_for_what_nobody_knows(answer):
    pack = a_pack(with_steps("pairing"), a_capability("other"))

    assert ids(ranked(pack, pairing=answer, other=3)) == []


def test_points_per_person_week_decide_the_order():
    pack = a_pack(with_steps("dear", weeks=9), with_steps("cheap", weeks=1))

    assert ids(ranked(pack, dear=0, cheap=0)) == ["cheap-1", "dear-1"]


def test_what_matters_more_to_the_leader_comes_first_and_gains_the_same():
    pack = a_pack(
        a_trend("ai", with_steps("pairing")),
        a_trend("safe", with_steps("scans")),
        profile=[
            a_profile_question("much", trend="safe", values=(1, 2, 3)),
            a_profile_question("little", trend="ai", values=(1, 2, 3)),
        ],
    )

    plain = ranked(pack, pairing=0, scans=0)
    weighed = ranked(pack, {"much": 3, "little": 1}, pairing=0, scans=0)
    half_said = ranked(pack, {"much": 3}, pairing=0, scans=0)

    assert ids(plain) == ["pairing-1", "scans-1"]
    assert ids(weighed) == ids(half_said) == ["scans-1", "pairing-1"]
    assert {s.gain.points for s in weighed} == {s.gain.points for s in plain}


def test_a_remedy_of_a_critical_rule_comes_before_anything_cheaper():
    rule = a_rule(
        condition="identity < 2", severity=Severity.CRITICAL, remedies=("identity",)
    )
    pack = a_pack(
        with_steps("cheap", weeks=1), with_steps("identity", weeks=9), rules=[rule]
    )

    first, second = ranked(pack, cheap=0, identity=1)

    assert (first.action.id, first.urgency) == ("identity-2", Urgency.CRITICAL)
    assert first.because == (rule.id,)
    assert second.urgency is Urgency.VALUE


def test_the_order_of_urgency_is_critical_then_caps_then_high_then_value():
    pack = a_pack(
        a_trend("ai", with_steps("value", weeks=1), with_steps("alarm")),
        a_trend(
            "safe",
            with_steps("base", foundation=True, weeks=9),
            a_capability("strong", weight=9),
        ),
        a_trend("data", with_steps("tests", weeks=13)),
        rules=[
            a_rule("R01", "alarm < 2", severity=Severity.HIGH, remedies=("alarm",)),
            a_rule("R02", "tests < 2", severity=Severity.CRITICAL, remedies=("tests",)),
            a_rule("R03", "value < 2", severity=Severity.INFO, remedies=("value",)),
        ],
    )

    steps = ranked(pack, value=0, alarm=0, base=0, strong=4, tests=0)

    assert ids(steps) == ["tests-1", "tests-2", "base-1", "alarm-1", "value-1"]
    assert steps[2].because == ("safe",)


def test_a_rule_that_holds_a_level_needs_no_second_reason():
    rule = a_rule(
        condition="base < 2",
        severity=Severity.CRITICAL,
        effect=LevelCap(level_at_most=0, trend="ai"),
        remedies=("base",),
    )
    pack = a_pack(with_steps("base"), a_capability("rest", weight=9), rules=[rule])

    (step,) = ranked(pack, base=1, rest=4)

    assert step.because == (rule.id,)


def test_a_step_two_levels_above_its_prerequisite_gives_way_to_it():
    pack = a_pack(
        with_steps("top", prerequisites=("base",)), with_steps("base", weeks=13)
    )

    (step,) = ranked(pack, top=1, base=0)

    assert step.action.id == "base-1"
    assert [capability.id for capability in step.opens] == ["top"]


def test_a_prerequisite_one_level_behind_holds_nothing_up():
    pack = a_pack(with_steps("top", prerequisites=("base",)), with_steps("base"))

    assert ids(ranked(pack, top=0, base=0)) == ["base-1", "top-1"]


def test_what_a_step_rests_on_stands_before_it_even_if_it_gains_less():
    pack = a_pack(
        with_steps("top", prerequisites=("base",), weeks=1),
        with_steps("base", weeks=13),
        with_steps("other", weeks=5),
    )

    assert ids(ranked(pack, top=0, base=0, other=0)) == ["base-1", "top-1", "other-1"]


def test_a_chain_of_prerequisites_stands_in_order():
    pack = a_pack(
        with_steps("top", prerequisites=("middle",), weeks=1),
        with_steps("middle", prerequisites=("base",), weeks=5),
        with_steps("base", weeks=13),
    )

    assert ids(ranked(pack, top=0, middle=0, base=0)) == [
        "base-1",
        "middle-1",
        "top-1",
    ]


def test_urgency_is_handed_down_a_whole_chain_of_prerequisites():
    rule = a_rule(condition="top < 3", severity=Severity.CRITICAL, remedies=("top",))
    pack = a_pack(
        with_steps("cheap", weeks=1),
        with_steps("top", prerequisites=("middle",)),
        with_steps("middle", prerequisites=("base",)),
        with_steps("base", weeks=13),
        rules=[rule],
    )

    first, *rest = ranked(pack, cheap=0, top=2, middle=1, base=0)

    assert (first.action.id, first.because) == ("base-1", (rule.id,))
    assert first.is_needed_first
    assert ids(rest) == ["cheap-1"]


def test_a_waiting_step_counts_half_for_what_it_waits_for():
    alone = a_pack(with_steps("top"), with_steps("base"))
    bound = a_pack(with_steps("top", prerequisites=("base",)), with_steps("base"))

    apart = {s.capability.id: s for s in ranked(alone, top=1, base=0)}
    (base,) = ranked(bound, top=1, base=0)

    unlocked = 0.5 * apart["top"].worth / base.action.person_weeks
    assert base.priority == pytest.approx(apart["base"].priority + unlocked)


def test_what_waits_counts_for_more_if_its_trend_matters_more():
    pack = a_pack(
        a_trend("ai", with_steps("base")),
        a_trend("safe", with_steps("top", prerequisites=("base",))),
        profile=[a_profile_question("much", trend="safe", values=(1, 2, 3))],
    )

    (plain,) = ranked(pack, top=1, base=0)
    (weighed,) = ranked(pack, {"much": 3}, top=1, base=0)

    # a rung is 12.5 points and takes 2 weeks; what nobody spoke of matters 2
    assert plain.priority == pytest.approx((12.5 + 0.5 * 12.5) / 2)
    assert weighed.priority == pytest.approx((2 * 12.5 + 3 * 0.5 * 12.5) / 2)


def test_a_gain_is_at_most_what_all_the_levels_up_to_the_aim_are_worth():
    pack = a_pack(with_steps("pairing"))
    noisy = pack.model_copy(update={"noise": Noise(item=2.0)})

    (step,) = ranked(noisy, pairing=1)

    assert (step.gain.low, step.gain.points, step.gain.high) == (0, 25, 50)


def test_a_gain_has_a_range_from_noise_and_from_what_is_unknown():
    questions = (a_question("reach"), a_question("rules"))
    action = an_action("pairing", 2, lifts=("reach", "rules"))
    pack = a_pack(a_capability("pairing", questions=questions, actions=(action,)))

    (known,) = ranked(pack, reach=1, rules=1)
    (half,) = ranked(pack, reach=1, rules=DONT_KNOW)

    noise = 25 * 0.42 * (0.5**2 + 0.5**2) ** 0.5
    assert known.gain.points == pytest.approx(25)
    assert known.gain.low == pytest.approx(25 - noise)
    assert known.gain.high == pytest.approx(25 + noise)
    assert half.gain.points == pytest.approx(12.5)
    assert half.gain.high == pytest.approx(12.5 + 25 * 0.42 * 0.5 + 25)


def point_of(card):
    assert card.score is not None
    assert card.score.point is not None
    return card.score.point


levels = st.integers(0, 4)


@given(levels, levels, levels)
def test_the_points_of_a_step_are_what_the_score_would_rise_by(a, b, c):
    parts = [with_steps(id_, weight=w) for id_, w in (("a", 1), ("b", 2), ("c", 5))]
    pack = a_pack(a_trend("one", *parts[:2]), a_trend("two", parts[2]))
    card = score(pack, [a_response(pack, a=a, b=b, c=c)])

    for step in ranked(pack, a=a, b=b, c=c):
        reached = {item.question.id: step.action.to for item in step.lifts}
        rise = point_of(what_if(card, reached)) - point_of(card)
        assert rise == pytest.approx(step.gain.points)
        assert 0 <= step.gain.low <= step.gain.points <= step.gain.high


def test_a_capability_without_actions_holds_nothing_up():
    pack = a_pack(with_steps("top", prerequisites=("bare",)), a_capability("bare"))

    assert ids(ranked(pack, top=1, bare=0)) == ["top-2"]


def test_a_critical_finding_gets_as_many_steps_as_its_cure_takes():
    rule = a_rule(
        condition="identity < 2", severity=Severity.CRITICAL, remedies=("identity",)
    )
    pack = a_pack(with_steps("identity"), rules=[rule])

    first, second = ranked(pack, identity=0)

    assert ids([first, second]) == ["identity-1", "identity-2"]
    assert (first.settles, second.settles) == (False, True)
    assert second.gain.points == pytest.approx(25)


def test_a_finding_with_two_remedies_asks_for_one_step_of_each_and_no_more():
    rule = a_rule(
        condition="tests < 2 or rules < 2",
        severity=Severity.CRITICAL,
        remedies=("tests", "rules"),
    )
    pack = a_pack(with_steps("tests"), with_steps("rules"), rules=[rule])

    steps = ranked(pack, tests=1, rules=1)

    assert set(ids(steps)) == {"tests-2", "rules-2"}
    assert not any(step.settles for step in steps)


def test_a_foundation_that_is_lifted_frees_its_trend():
    pack = a_pack(with_steps("base", foundation=True), a_capability("x", weight=99))

    (step,) = ranked(pack, base=1, x=3)

    assert (step.urgency, step.settles) == (Urgency.CAP, True)


def test_what_rests_on_a_blocked_step_is_blocked_with_it():
    pack = a_pack(
        with_steps("top", prerequisites=("middle",)),
        with_steps("middle", prerequisites=("base",)),
        with_steps("base"),
    )

    assert ids(ranked(pack, top=1, middle=1, base=0)) == ["base-1"]


def test_a_foundation_that_still_holds_its_trend_is_not_said_to_be_settled():
    pack = a_pack(with_steps("base", foundation=True), a_capability("x", weight=99))

    (step,) = ranked(pack, base=0, x=4)

    assert (step.urgency, step.settles) == (Urgency.CAP, False)


def test_a_prerequisite_that_the_profile_gives_holds_nothing_up():
    pack = a_pack(
        with_steps("account", prerequisites=("trial",), weeks=1),
        with_steps("trial", given_if="live", weeks=9),
        profile=[a_profile_question("live")],
    )

    waiting = ranked(pack, {"live": "no"}, account=0, trial=0)
    unsaid = ranked(pack, account=0, trial=0)
    given = ranked(pack, {"live": "yes"}, account=1, trial=0)

    assert ids(waiting) == ids(unsaid) == ["trial-1", "account-1"]
    assert ids(given) == ["account-2", "trial-1"]
    assert given[1].opens == ()


def test_without_live_agents_one_is_tried_before_it_gets_an_account():
    from readiness.pack.catalog import DEFAULT_PACK, find_pack
    from readiness.responses import Rated

    pack = find_pack(DEFAULT_PACK)
    nothing = {question.id: Rated(level=0) for question in pack.questions()}

    def places(live):
        response = a_response(pack, profile={"agents_live": live}, **nothing)
        return ids(rank(evaluate(pack, [response])))

    without, with_agents = places("no"), places("yes")
    assert without.index("agent-process-fit-1") < without.index("agent-identity-1")
    assert with_agents.index("agent-identity-1") < with_agents.index(
        "agent-process-fit-1"
    )


def test_the_declared_focus_comes_first_within_the_same_urgency_only():
    rule = a_rule(condition="alarm < 2", severity=Severity.HIGH, remedies=("alarm",))
    pack = a_pack(
        a_trend("ai", with_steps("cheap", weeks=1), with_steps("alarm", weeks=9)),
        a_trend("safe", with_steps("dear", weeks=9)),
        rules=[rule],
    )
    results = evaluate(pack, [a_response(pack, cheap=0, alarm=1, dear=0)])

    assert ids(rank(results)) == ["alarm-2", "cheap-1", "dear-1"]
    assert ids(rank(results, focus="safe")) == ["alarm-2", "dear-1", "cheap-1"]


def test_the_noise_of_the_pack_makes_the_range_of_a_gain():
    calm = a_pack(with_steps("a"), a_capability("b"))
    noisy = calm.model_copy(update={"noise": Noise(item=1.0)})

    (one,), (two,) = (ranked(pack, a=1, b=4) for pack in (calm, noisy))

    assert two.gain.points - two.gain.low == pytest.approx(12.5)
    assert one.gain.low > two.gain.low
