"""What stays true of every plan, whatever the pack and the answers."""

from hypothesis import given
from hypothesis import strategies as st

from readiness.pack.model import Effort
from readiness.pack.rule import Severity
from readiness.plan.horizons import schedule
from readiness.plan.ranking import rank
from readiness.plan.steps import TARGET, Horizon, Urgency
from readiness.responses import Rated
from readiness.scoring.results import evaluate
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
    a_rule,
    an_action,
)

ORDER = list(Horizon)
NAMES = [f"c{n}" for n in range(8)]
answers = st.one_of(st.integers(0, 4), st.just(DONT_KNOW), st.just(DOES_NOT_APPLY))


@st.composite
def results(draw):
    """Draw the results of a team whose capabilities rest on earlier ones."""
    capabilities = []
    for number, name in enumerate(NAMES):
        earlier = st.sets(st.sampled_from(NAMES[:number] or NAMES), max_size=2)
        effort = draw(st.sampled_from(Effort))
        capabilities.append(
            a_capability(
                name,
                weight=draw(st.integers(1, 9)),
                foundation=draw(st.booleans()),
                prerequisites=tuple(draw(earlier)) if number else (),
                actions=tuple(
                    an_action(name, to, effort=effort, person_weeks=draw(WEEKS))
                    for to in (1, 2, 3)
                ),
            )
        )
    rules = [
        a_rule(f"R{n:02}", f"{name} < 2", severity=severity, remedies=(name,))
        for n, name in enumerate(draw(st.sets(st.sampled_from(NAMES), max_size=3)))
        if (severity := draw(st.sampled_from(Severity)))
    ]
    pack = a_pack(*capabilities, rules=rules)
    given = {name: draw(answers) for name in NAMES}
    return evaluate(pack, [a_response(pack, **given)])


WEEKS = st.integers(1, 13)


@given(results())
def test_nothing_stands_before_what_it_rests_on(made):
    steps = rank(made)

    for place, step in enumerate(steps):
        assert not any(step.rests_on(later) for later in steps[place + 1 :])


@given(results())
def test_no_step_is_two_levels_ahead_of_what_it_rests_on(made):
    for step in rank(made):
        for id_ in step.capability.prerequisites:
            level = made.card.capability(id_).level
            assert level is None or step.action.to - level < 2


@given(results())
def test_what_is_scheduled_rests_only_on_what_is_scheduled_earlier(made):
    scheduled, rest = schedule(rank(made))

    for planned in scheduled:
        assert not any(planned.step.rests_on(step) for step in rest)
        for other in scheduled:
            if planned.step.rests_on(other.step):
                assert ORDER.index(other.horizon) < ORDER.index(planned.horizon)


@given(results())
def test_a_plan_is_short_and_nothing_large_begins_at_once(made):
    scheduled, rest = schedule(rank(made))

    assert len(scheduled) <= 6
    for horizon in Horizon:
        assert sum(planned.horizon is horizon for planned in scheduled) <= 3
    for planned in scheduled:
        is_large = planned.step.action.effort is Effort.LARGE
        assert not (is_large and planned.horizon is Horizon.NOW)
    ids = [step.action.id for step in (*(p.step for p in scheduled), *rest)]
    assert len(ids) == len(set(ids))


@given(results())
def test_every_step_lifts_something_below_the_target(made):
    for step in rank(made):
        assert step.action.to <= TARGET
        assert any(i.value is not None and i.value < step.action.to for i in step.lifts)


@given(results())
def test_once_a_step_that_settles_is_done_its_reason_is_gone(made):
    for step in rank(made):
        if step.settles:
            response = made.responses[0]
            for item in step.lifts:
                done = Rated(level=step.action.to)
                response = response.with_answer(item.question.id, done)
            after = evaluate(made.pack, [response])

            fired = {finding.rule.id for finding in after.fired()}
            held = {h.id for t in after.levels.trends.values() for h in t.held_by}
            if step.urgency is Urgency.CAP:
                assert step.capability.id not in held
            else:
                assert fired.isdisjoint(step.because)
