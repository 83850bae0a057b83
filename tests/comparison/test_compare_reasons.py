"""Why a node is not comparable, and that nothing is said of it then."""

import pytest

from readiness.comparison.compare import compare
from readiness.comparison.results import Reason, Route
from readiness.pack.model import Noise
from readiness.responses import Form
from readiness.uncertainty.verdicts import Verdict
from tests.builders import DOES_NOT_APPLY, DONT_KNOW, a_pack
from tests.comparison.teams import (
    a_person,
    a_quarter,
    a_wide_pack,
    a_wide_trend,
    people,
)


def reasons(comparison):
    return {node.id: node.reason for node in comparison.nodes().values()}


def test_to_the_anonymous_it_is_not_told_how_many_a_verdict_rests_on():
    pack = a_wide_pack()
    hasty = a_person(pack, "p0", 4, but={f"ai-{n}": DONT_KNOW for n in range(5)})
    old = a_quarter(pack, *people(pack, 5))
    new = a_quarter(pack, hasty, *people(pack, 4, first=1))

    def entering(**given):
        return {node.people for node in compare(old, new, **given).nodes().values()}

    assert entering() == {4}
    assert entering(least=5) == {None}


def test_a_trend_that_only_the_newer_pack_has_is_new():
    old, new = a_wide_pack("ai"), a_wide_pack("ai", "cloud")

    comparison = compare(a_quarter(old), a_quarter(new))

    assert reasons(comparison) == {
        "overall": Reason.QUESTIONS,  # half of it is new
        "ai": None,
        "cloud": Reason.NEW,
    }
    cloud = comparison.nodes()["cloud"]
    assert cloud.old is None
    assert cloud.new is not None
    assert cloud.next_band is not None


def test_a_trend_that_only_the_older_pack_has_is_gone_and_stands_last():
    old, new = a_wide_pack("gone", "ai", "cloud"), a_wide_pack("cloud", "ai")

    comparison = compare(a_quarter(old), a_quarter(new))

    assert [trend.id for trend in comparison.trends] == ["cloud", "ai", "gone"]
    gone = comparison.nodes()["gone"]
    assert gone.reason is Reason.GONE
    assert gone.old is not None
    assert (gone.new, gone.next_band, gone.common, gone.people) == (None, None, 0, 0)


def test_a_pack_replaced_entirely_leaves_nothing_to_compare():
    comparison = compare(a_quarter(a_wide_pack("ai")), a_quarter(a_wide_pack("cloud")))

    assert reasons(comparison) == {
        "overall": Reason.QUESTIONS,
        "cloud": Reason.NEW,
        "ai": Reason.GONE,
    }
    assert comparison.common_items == 0
    assert comparison.route is Route.SAME_PEOPLE


def test_other_people_with_other_questions_are_other_people():
    old, new = a_wide_pack("ai"), a_wide_pack("cloud")

    comparison = compare(
        a_quarter(old, *people(old, 2)), a_quarter(new, *people(new, 2, first=2))
    )

    assert comparison.route is Route.OTHER_PEOPLE
    assert comparison.overall.reason is Reason.QUESTIONS


def test_a_trend_with_most_questions_revised_is_another_trend():
    new = a_wide_pack(count=10, revisions=range(5))

    (trend,) = compare(a_quarter(a_wide_pack(count=10)), a_quarter(new)).trends

    assert trend.reason is Reason.QUESTIONS
    assert trend.common == 0.5


def test_just_less_than_the_share_that_is_needed_is_the_questions_fault():
    new = a_wide_pack(count=12, revisions=range(5))

    (trend,) = compare(a_quarter(a_wide_pack(count=12)), a_quarter(new)).trends

    assert trend.reason is Reason.QUESTIONS
    assert trend.common == pytest.approx(7 / 12)


def test_questions_that_changed_are_the_reason_though_nobody_knows_the_new_ones():
    new = a_wide_pack(count=10, revisions=range(5))
    blank = a_person(new, but={f"ai-{n}": DONT_KNOW for n in range(10)})

    (trend,) = compare(a_quarter(a_wide_pack(count=10)), a_quarter(new, blank)).trends

    assert trend.reason is Reason.QUESTIONS


def test_a_trend_with_some_questions_revised_is_compared_on_the_others():
    old, new = a_wide_pack(count=10), a_wide_pack(count=10, revisions=(0, 1))
    up = a_person(new, level=3, but={"ai-0": 0, "ai-1": 0})

    (trend,) = compare(a_quarter(old), a_quarter(new, up)).trends

    assert trend.delta == pytest.approx(25)
    assert (trend.items, trend.common) == (8, 0.8)


@pytest.mark.parametrize("missing", [None, DONT_KNOW, DOES_NOT_APPLY])
@pytest.mark.parametrize("when", ["before", "now"])
def test_answers_that_are_missing_leave_too_little(missing, when):
    pack = a_wide_pack(count=10)
    whole = a_quarter(pack)
    some = a_person(pack, but={f"ai-{n}": missing for n in range(5)})
    holed = a_quarter(pack, some)

    old, new = (holed, whole) if when == "before" else (whole, holed)
    (trend,) = compare(old, new).trends

    assert trend.reason is Reason.LITTLE
    assert (trend.people, trend.items, trend.common) == (0, 5, 0.5)


def test_what_applies_in_neither_quarter_is_not_missing():
    pack = a_wide_pack(count=20)
    half = {f"ai-{n}": DOES_NOT_APPLY for n in range(10)}
    old = a_quarter(pack, a_person(pack, but=half))
    new = a_quarter(pack, a_person(pack, level=4, but=half))

    (trend,) = compare(old, new).trends

    assert trend.delta == pytest.approx(50)
    assert (trend.items, trend.common) == (10, 1)


def test_a_trend_without_a_score_in_either_quarter_has_too_little():
    pack = a_wide_pack("ai", "cloud")
    none = {f"cloud-{n}": DOES_NOT_APPLY for n in range(10)}
    old, new = (a_quarter(pack, a_person(pack, but=none)) for _ in range(2))

    comparison = compare(old, new)

    assert reasons(comparison) == {"overall": None, "ai": None, "cloud": Reason.LITTLE}
    cloud = comparison.nodes()["cloud"]
    assert (cloud.old, cloud.new, cloud.next_band) == (None, None, None)


def test_a_trend_of_which_nobody_ever_knew_anything_has_too_little():
    pack = a_wide_pack("ai", revisions=(0, 1, 2))
    blank = {f"ai-{n}": DONT_KNOW for n in range(10)}

    comparison = compare(
        a_quarter(a_wide_pack("ai"), a_person(pack, but=blank)),
        a_quarter(pack, a_person(pack, but=blank)),
    )

    assert reasons(comparison) == {"overall": Reason.LITTLE, "ai": Reason.LITTLE}


def test_a_trend_that_a_quick_look_does_not_ask_has_too_little():
    pack = a_pack(a_wide_trend("ai", quick=10), a_wide_trend("cloud"))
    quick = a_quarter(pack, a_person(pack, form=Form.QUICK))

    comparison = compare(quick, a_quarter(pack))

    assert reasons(comparison) == {"overall": None, "ai": None, "cloud": Reason.LITTLE}


def test_one_person_replaced_by_another_is_not_comparable():
    pack = a_wide_pack("ai", "cloud")
    old, new = (
        a_quarter(pack, a_person(pack, "ana")),
        a_quarter(pack, a_person(pack, "zoe", level=4)),
    )

    comparison = compare(old, new)

    assert set(reasons(comparison).values()) == {Reason.PEOPLE}
    assert comparison.route is Route.OTHER_PEOPLE
    assert comparison.overall.common == 1


def test_one_person_replaced_is_not_comparable_even_if_people_count_as_alike():
    pack = a_wide_pack(count=40)
    alike = Noise(item=0.1, shift=0, rater=0)
    old, new = (a_quarter(pack, a_person(pack, name)) for name in ("ana", "zoe"))

    comparison = compare(old, new, noise=alike)

    assert set(reasons(comparison).values()) == {Reason.PEOPLE}


def test_a_quick_look_of_one_person_is_too_short_to_tell():
    pack = a_wide_pack(count=10, quick=2)
    quick = a_quarter(pack, a_person(pack, form=Form.QUICK))

    (trend,) = compare(quick, a_quarter(pack)).trends

    assert trend.reason is Reason.NOISE
    assert (trend.people, trend.items, trend.common) == (1, 2, 1)


@pytest.mark.parametrize(("count", "reason"), [(4, Reason.NOISE), (5, None)])
def test_one_person_needs_five_questions_of_a_trend_among_five(count, reason):
    pack = a_wide_pack("ai", "cloud", "roles", "cost", "data", count=count)

    comparison = compare(a_quarter(pack), a_quarter(pack))

    assert {trend.reason for trend in comparison.trends} == {reason}


def test_if_only_the_others_make_it_too_noisy_people_are_the_reason():
    pack = a_wide_pack(count=2)
    old = a_quarter(pack, *people(pack, 3))
    new = a_quarter(pack, *people(pack, 3, first=2))

    comparison = compare(old, new)

    assert comparison.route is Route.SAME_PEOPLE
    assert comparison.trends[0].reason is Reason.PEOPLE
    assert comparison.trends[0].people == 1


def test_two_groups_of_two_differ_too_much_by_whom_they_are():
    pack = a_wide_pack(count=10)
    old = a_quarter(pack, *people(pack, 2))
    new = a_quarter(pack, *people(pack, 2, first=2))

    comparison = compare(old, new)

    assert comparison.route is Route.OTHER_PEOPLE
    assert set(reasons(comparison).values()) == {Reason.PEOPLE}


def test_too_few_questions_are_noise_whoever_answers():
    pack = a_wide_pack("ai", "cloud", "roles", "cost", "data", count=1)
    old = a_quarter(pack, *people(pack, 2))
    new = a_quarter(pack, *people(pack, 2, first=2))

    comparison = compare(old, new)

    assert {trend.reason for trend in comparison.trends} == {Reason.NOISE}
    assert comparison.overall.reason is Reason.PEOPLE


def test_if_most_rated_too_little_it_is_not_the_people_who_differ():
    pack = a_wide_pack(count=2)
    team = people(pack, 3)
    lazy = [team[0], *people(pack, 2, first=1, but={"ai-0": None})]

    (trend,) = compare(a_quarter(pack, *team), a_quarter(pack, *lazy)).trends

    assert trend.reason is Reason.NOISE


def test_what_is_in_common_is_never_enough_where_nobody_rated_enough():
    pack = a_wide_pack(count=10)
    first, last = ({f"ai-{n}": None for n in half} for half in (range(5), range(4, 10)))
    team = a_person(pack, "ana", but=first), a_person(pack, "lee", but=last)

    (trend,) = compare(a_quarter(pack, *team), a_quarter(pack, *team)).trends

    assert trend.reason is Reason.LITTLE
    assert (trend.people, trend.items, trend.common) == (0, 5, 0.5)


def test_of_two_groups_the_one_that_rated_less_says_what_is_in_common():
    pack = a_wide_pack(count=10)
    first, last = ({f"ai-{n}": None for n in half} for half in (range(5), range(5, 10)))
    old = a_quarter(pack, *people(pack, 6))
    new = a_quarter(
        pack,
        *people(pack, 3, first=6, but=first),
        *people(pack, 3, first=9, but=last),
    )

    (trend,) = compare(old, new).trends

    assert trend.reason is Reason.LITTLE
    assert (trend.people, trend.items, trend.common) == (0, 5, 0.5)


def test_a_quick_look_is_enough_to_enter_though_most_questions_were_not_quick():
    pack = a_wide_pack(count=10, quick=1)
    quick = people(pack, 8, form=Form.QUICK)
    old = a_quarter(pack, a_person(pack, "ana"), *quick)
    new = a_quarter(pack, *quick, a_person(pack, "zoe"))

    (trend,) = compare(old, new).trends

    assert (trend.people, trend.common) == (8, 1)
    assert trend.reason is None


def test_too_few_questions_are_noise_where_only_quick_looks_are_enough():
    pack = a_wide_pack("ai", "cloud", "roles", "cost", "data", count=2, quick=1)
    quick = people(pack, 1, form=Form.QUICK)
    blank = {question.id: None for question in pack.questions()}
    quarter = a_quarter(pack, a_person(pack, "ana", but=blank), *quick)

    comparison = compare(quarter, quarter)

    assert {trend.reason for trend in comparison.trends} == {Reason.NOISE}


def test_who_rated_other_halves_each_time_leaves_too_little():
    pack = a_wide_pack(count=10)
    first = a_person(pack, but={f"ai-{n}": None for n in range(4)})
    last = a_person(pack, but={f"ai-{n}": None for n in range(6, 10)})

    comparison = compare(a_quarter(pack, first), a_quarter(pack, last))

    assert set(reasons(comparison).values()) == {Reason.LITTLE}
    assert comparison.route is Route.SAME_PEOPLE


def test_all_figures_are_missing_where_there_is_no_verdict():
    comparison = compare(a_quarter(a_wide_pack("ai")), a_quarter(a_wide_pack("cloud")))

    for node in comparison.nodes().values():
        assert node.verdict is Verdict.NOT_COMPARABLE
        figures = (node.delta, node.band, node.error, node.df, node.p, node.adjusted_p)
        assert {*figures, node.chance_up} == {None}
