from readiness.plan.promise import Promise, by_trend, overall
from readiness.plan.record import PlannedAction


def an_action(trend, gain):
    return PlannedAction(title="Lift", trend=trend, gain=gain, trend_gain=5 * gain)


def test_what_actions_were_to_gain_adds_up_overall_and_in_their_own_trends():
    actions = [an_action("ai", 1.5), an_action("zt", 2.0), an_action("ai", 0.5)]

    assert overall(actions) == Promise(actions=3, gain=4.0)
    assert by_trend(actions) == {
        "ai": Promise(actions=2, gain=10.0),
        "zt": Promise(actions=1, gain=10.0),
    }


def test_no_actions_were_to_gain_nothing():
    assert (overall([]), by_trend([])) == (Promise(actions=0, gain=0.0), {})
