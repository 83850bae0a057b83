"""Verdicts, routes, focus and people, through the whole of `compare`."""

from math import sqrt

import pytest

from readiness.comparison.compare import compare, judge_nodes
from readiness.comparison.evidence import gather
from readiness.comparison.explain import explain
from readiness.comparison.results import Route
from readiness.pack.model import Noise
from readiness.responses import Form
from readiness.scoring.score import score
from readiness.uncertainty.moderated import smallest_provable
from readiness.uncertainty.verdicts import Verdict
from tests.builders import DONT_KNOW, a_pack
from tests.comparison.teams import (
    a_person,
    a_quarter,
    a_wide_pack,
    a_wide_trend,
    people,
)
from tests.scoring.nodes import known

NOISE = Noise()


def the_trend(comparison):
    (trend,) = comparison.trends
    return trend


def verdicts(comparison):
    return {node.id: node.verdict.value for node in comparison.nodes().values()}


def raised(pack, trend, by, *, level=1, count=1):
    """Build two quarters in which one trend goes up for everybody."""
    up = {q.id: level + by for q in pack.questions() if q.id.startswith(trend)}
    return (
        a_quarter(pack, *people(pack, count, level), period="2026-Q3"),
        a_quarter(pack, *people(pack, count, level, but=up)),
    )


def test_one_person_who_rates_one_level_higher_has_improved_by_25_points():
    pack = a_wide_pack(count=10)

    trend = the_trend(
        compare(a_quarter(pack), a_quarter(pack, a_person(pack, level=3)))
    )

    assert trend.verdict is Verdict.IMPROVED
    assert trend.delta == pytest.approx(25)
    assert trend.error == pytest.approx(sqrt(625 * 2 * (0.42**2 / 10 + 0.15**2)))
    assert trend.df == 10
    assert (trend.people, trend.items, trend.common) == (1, 10, 1)
    assert trend.reason is None


def test_a_fall_is_a_decline():
    pack = a_wide_pack(count=10)

    comparison = compare(a_quarter(pack), a_quarter(pack, a_person(pack, level=1)))

    assert verdicts(comparison) == {"overall": "declined", "ai": "declined"}


def test_a_change_within_the_noise_is_not_detectable():
    pack = a_wide_pack(count=10)
    slightly = a_person(pack, but={"ai-0": 3, "ai-1": 3})

    trend = the_trend(compare(a_quarter(pack), a_quarter(pack, slightly)))

    assert trend.verdict is Verdict.NO_CHANGE
    assert trend.delta == pytest.approx(5)
    assert known(trend.band) > 5
    assert 0.5 < known(trend.chance_up) < 1


def test_more_people_prove_less():
    pack = a_wide_pack(count=10)
    up = {f"ai-{n}": 3 for n in range(4)}

    def verdict(count):
        old = a_quarter(pack, *people(pack, count))
        return the_trend(compare(old, a_quarter(pack, *people(pack, count, but=up))))

    assert verdict(1).verdict is Verdict.NO_CHANGE
    assert verdict(5).verdict is Verdict.IMPROVED


def test_old_and_new_are_the_scores_that_each_quarter_shows():
    pack = a_wide_pack("ai", "cloud")
    old, new = raised(pack, "ai", 2)

    comparison = compare(old, new)

    for quarter, shown in (
        (old, [node.old for node in comparison.nodes().values()]),
        (new, [node.new for node in comparison.nodes().values()]),
    ):
        card = score(pack, quarter.responses)
        assert shown == [card.score, *(trend.score for trend in card.trends)]


def test_both_quarters_are_weighed_as_the_newer_pack_does():
    def a_pack_with(weight):
        parts = a_wide_trend("ai", weight=weight), a_wide_trend("roles")
        return a_pack(*(part.capabilities[0] for part in parts))

    old, new = a_pack_with(1), a_pack_with(3)
    up = a_person(new, but={f"ai-{n}": 3 for n in range(10)})

    comparison = compare(a_quarter(old), a_quarter(new, up))

    assert the_trend(comparison).delta == pytest.approx(25 * 3 / 4)


def test_weights_that_changed_alone_are_no_change():
    old = a_pack(a_wide_trend("ai", count=10), a_wide_trend("cloud", count=10))
    new = a_pack(a_wide_trend("ai", count=14), a_wide_trend("cloud", count=10))
    answers = {f"ai-{n}": 0 for n in range(10)} | {"cloud-3": 4}

    comparison = compare(
        a_quarter(old, a_person(old, but=answers)),
        a_quarter(new, a_person(new, but=answers)),
    )

    assert {node.delta for node in comparison.nodes().values()} == {0}
    shown = comparison.nodes()["ai"]
    assert known(shown.old).point != known(shown.new).point


def test_a_declared_trend_needs_less_evidence():
    pack = a_wide_pack("ai", "cloud", "roles", "cost", "data")
    old = a_quarter(pack)
    up = {f"ai-{n}": 3 for n in range(7)}
    new = a_quarter(pack, a_person(pack, but=up))

    undeclared = compare(old, new).nodes()["ai"]
    declared = compare(old, new, focus="ai").nodes()["ai"]

    assert undeclared.verdict is Verdict.NO_CHANGE
    assert declared.verdict is Verdict.IMPROVED
    assert (undeclared.is_focus, declared.is_focus) == (False, True)
    # half of the 10 % is 5 %: the two-sided critical value with 10 df is 2.228
    assert declared.band == pytest.approx(2.2281389 * known(declared.error))


@pytest.mark.parametrize("focus", ["gone", "overall", "never"])
def test_a_focus_that_the_newer_pack_lacks_is_ignored(focus):
    old = a_quarter(a_wide_pack("ai", "gone"))
    new = a_quarter(a_wide_pack("ai", "cloud"))

    comparison = compare(old, new, focus=focus)

    assert comparison == compare(old, new)
    assert comparison.focus is None
    assert not any(node.is_focus for node in comparison.nodes().values())


def test_a_focus_that_cannot_be_compared_leaves_the_others_as_they_are():
    old = a_quarter(a_wide_pack("ai"))
    new = a_quarter(a_wide_pack("ai", "cloud"))

    focused = compare(old, new, focus="cloud")

    assert focused.focus == "cloud"
    assert focused.nodes()["cloud"].is_focus
    assert focused.nodes()["ai"] == compare(old, new).nodes()["ai"]


def test_the_noise_is_that_of_the_newer_pack_unless_given():
    once = a_wide_pack()
    now = once.model_copy(update={"noise": Noise(item=0.2)})
    old, new = a_quarter(once), a_quarter(now)

    assert compare(old, new).noise == Noise(item=0.2)
    assert compare(new, old).noise == NOISE
    assert compare(old, new, noise=NOISE).noise == NOISE
    assert known(the_trend(compare(old, new)).error) < known(
        the_trend(compare(old, new, noise=NOISE)).error
    )


def test_those_who_return_are_compared_with_themselves():
    pack = a_wide_pack()
    old = a_quarter(pack, a_person(pack, "ana", 1), a_person(pack, "lee", 3))
    new = a_quarter(pack, a_person(pack, "ana", 2), a_person(pack, "zoe", 4))

    comparison = compare(old, new)

    assert comparison.route is Route.SAME_PEOPLE
    assert the_trend(comparison).delta == pytest.approx(25)
    assert the_trend(comparison).people == 1


def test_enough_other_people_are_compared_as_groups():
    pack = a_wide_pack()
    old = a_quarter(pack, *people(pack, 6, 1))
    new = a_quarter(pack, *people(pack, 8, 3, first=6))

    comparison = compare(old, new)

    assert comparison.route is Route.OTHER_PEOPLE
    trend = the_trend(comparison)
    assert trend.verdict is Verdict.IMPROVED
    assert trend.delta == pytest.approx(50)
    assert trend.people == 6
    # all agree: what is left is half of what was assumed, with 10 of 15 and of 17 df
    variance = 625 * (0.42**2 / 10 + 0.15**2 + 0.50**2)
    error = sqrt(variance * (10 / 15 / 6 + 10 / 17 / 8))
    assert trend.error == pytest.approx(error)


def test_many_others_tell_more_than_one_who_returned_if_people_are_alike():
    pack = a_wide_pack()
    alike = Noise(rater=0.1)
    old = a_quarter(pack, *people(pack, 4))
    new = a_quarter(pack, *people(pack, 4, first=3))

    comparison = compare(old, new, noise=alike)

    assert comparison.route is Route.OTHER_PEOPLE
    assert the_trend(comparison).people == 4
    assert compare(old, new).route is Route.SAME_PEOPLE


def test_whom_to_compare_does_not_depend_on_the_levels():
    pack = a_wide_pack()
    old = a_quarter(pack, *people(pack, 3, 0))

    routes = {
        compare(old, a_quarter(pack, *people(pack, 3, level, first=2))).route
        for level in range(5)
    }

    assert len(routes) == 1


def test_who_rated_too_little_both_times_does_not_enter():
    pack = a_wide_pack()
    hasty = a_person(pack, "lee", 4, but={f"ai-{n}": DONT_KNOW for n in range(5)})
    old = a_quarter(pack, a_person(pack, "ana"), a_person(pack, "lee", 0))

    trend = the_trend(compare(old, a_quarter(pack, a_person(pack, "ana"), hasty)))

    assert trend.people == 1
    assert trend.delta == 0


def test_who_rated_just_enough_enters_with_that():
    pack = a_wide_pack()
    some = {f"ai-{n}": None for n in range(4)}
    new = a_quarter(pack, a_person(pack, level=3, but=some))

    trend = the_trend(compare(a_quarter(pack), new))

    assert (trend.people, trend.items, trend.common) == (1, 6, 0.6)
    assert trend.delta == pytest.approx(25)
    assert trend.error == pytest.approx(sqrt(625 * 2 * (0.42**2 / 6 + 0.15**2)))


def test_the_noise_assumed_is_that_of_the_questions_people_rated_on_average():
    pack = a_wide_pack()
    some = {f"ai-{n}": None for n in range(4)}
    old = a_quarter(pack, *people(pack, 2))
    new = a_quarter(pack, a_person(pack, "p0"), a_person(pack, "p1", but=some))

    trend = the_trend(compare(old, new))

    variance = 625 * 2 * (0.42**2 / 8 + 0.15**2)
    assert trend.error == pytest.approx(sqrt(variance * 10 / 11 / 2))


def test_a_quick_look_is_compared_with_a_full_answer_if_enough_people_did():
    pack = a_wide_pack(count=10, quick=3)
    looks = people(pack, 4, 1, form=Form.QUICK)
    quick, full = a_quarter(pack, *looks), a_quarter(pack, *people(pack, 4, 3))

    for comparison, delta in ((compare(quick, full), 50), (compare(full, quick), -50)):
        trend = the_trend(comparison)
        assert trend.delta == pytest.approx(delta)
        assert (trend.items, trend.common, comparison.common_items) == (3, 1, 3)


def test_one_colleague_who_answers_more_makes_nobody_else_vanish():
    pack = a_wide_pack(count=10, quick=3)
    looks = people(pack, 5, 1, first=1, form=Form.QUICK)
    old = a_quarter(pack, a_person(pack, "p0", 1), *looks)

    trend = the_trend(compare(old, a_quarter(pack, *people(pack, 6, 3))))

    assert trend.verdict is Verdict.IMPROVED
    assert (trend.delta, trend.people) == (pytest.approx(50), 6)
    assert (trend.items, trend.common) == (10, 1)
    # five rated 3 questions and one 10; nobody differs from the others
    variance = 625 * 2 * (0.42**2 / (25 / 6) + 0.15**2)
    assert trend.error == pytest.approx(sqrt(variance * 10 / 15 / 6))


def test_who_rated_too_little_of_a_quick_look_does_not_enter_either():
    pack = a_wide_pack(count=10, quick=5)
    hasty = {f"ai-{n}": DONT_KNOW for n in range(3)}
    looks = [
        a_person(pack, "p1", 1, form=Form.QUICK),
        a_person(pack, "p2", 1, form=Form.QUICK, but=hasty),
    ]
    old = a_quarter(pack, a_person(pack, "p0", 1), *looks)

    trend = the_trend(compare(old, a_quarter(pack, *people(pack, 3, 3))))

    assert trend.people == 2


def test_groups_of_other_people_are_compared_on_the_questions_of_both_quarters():
    pack = a_wide_pack(count=10, quick=3)
    looks = people(pack, 5, 1, first=1, form=Form.QUICK)
    old = a_quarter(pack, *people(pack, 1, 1), *looks)

    trend = the_trend(compare(old, a_quarter(pack, *people(pack, 6, 1, first=6))))

    assert trend.people == 1


def test_every_comparable_node_says_what_the_next_quarter_could_prove():
    pack = a_wide_pack("ai", "cloud")
    old = a_quarter(pack, a_person(pack, "p0"))
    new = a_quarter(pack, *people(pack, 3))

    ai = compare(old, new).nodes()["ai"]

    assert ai.people == 1
    assert ai.next_band == pytest.approx(smallest_provable(10, 3, NOISE, 0.1 / 3))
    assert ai.band_with_more == pytest.approx(smallest_provable(10, 5, NOISE, 0.1 / 3))


def test_trends_that_are_gone_are_no_test_of_the_next_quarter():
    old, new = a_wide_pack("gone", "lost", "ai"), a_wide_pack("ai")

    ai = compare(a_quarter(old), a_quarter(new)).nodes()["ai"]

    assert ai.next_band == pytest.approx(smallest_provable(10, 1, NOISE, 0.1 / 2))
    assert ai.band_with_more == pytest.approx(smallest_provable(10, 3, NOISE, 0.1 / 2))


def test_nothing_below_one_item_by_one_step_will_be_proved():
    pack = a_wide_pack()
    exact = Noise(item=0.05, shift=0.01)

    trend = the_trend(compare(a_quarter(pack), a_quarter(pack), noise=exact))

    assert (trend.band, trend.next_band, trend.band_with_more) == (2.5, 2.5, 2.5)


def test_people_are_counted_and_so_is_who_changed_role():
    pack = a_wide_pack()
    old = a_quarter(
        pack,
        a_person(pack, "ana", role="Tech lead"),
        a_person(pack, "kim", role="Developer"),
        a_person(pack, "lee", role=""),
        a_person(pack, "noor", role="Developer"),
    )
    new = a_quarter(
        pack,
        a_person(pack, "ana", role="tech LEAD"),
        a_person(pack, "kim", role="Tech lead"),
        a_person(pack, "lee", role="Developer"),
        a_person(pack, "zoe", role="Tester"),
        a_person(pack, "max", role="Tester"),
    )

    found = compare(old, new).people

    assert (found.old, found.new, found.returning) == (4, 5, 3)
    assert found.changed_role == 1


def test_a_comparison_has_the_explanation_of_its_quarters():
    old, new = raised(a_wide_pack("ai", "cloud"), "ai", 2)

    comparison = compare(old, new)

    assert (comparison.old, comparison.new) == (old, new)
    assert comparison.explanation == explain(old, new)


def test_the_two_steps_of_a_comparison_are_the_comparison():
    old, new = raised(a_wide_pack("ai", "cloud"), "ai", 1, count=3)

    found = judge_nodes(gather(old, new, NOISE).evidence, "ai")

    comparison = compare(old, new, focus="ai")
    assert found == (comparison.overall, *comparison.trends)
