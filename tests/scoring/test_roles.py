import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.pack.model import Noise
from readiness.scoring.groups import ANONYMOUS, NAMED, Group, Suppressed, group_of
from readiness.scoring.panel import view_panel
from readiness.scoring.results import evaluate
from readiness.scoring.roles import compare_roles
from readiness.uncertainty.moderated import compare_other_people, variance_of_score
from tests.builders import (
    DONT_KNOW,
    a_capability,
    a_pack,
    a_response,
    a_trend,
)

IDS = "abcdefgh"


def a_wide_pack():
    """Build a trend of eight questions, precise enough for a difference to be seen."""
    return a_pack(a_trend("ai", *(a_capability(id_) for id_ in IDS)))


def roles_of(*people, pack=None, least=NAMED):
    """Compare people who are each ``(role, answers or one level for all)``."""
    pack = pack or a_wide_pack()
    responses = [
        a_response(
            pack,
            respondent=f"person-{n}",
            role=role,
            **(given if isinstance(given, dict) else dict.fromkeys(IDS, given)),
        )
        for n, (role, given) in enumerate(people)
    ]
    results = evaluate(pack, responses)
    panel = view_panel(results)
    assert panel is not None
    return compare_roles(results, panel, least=least)


def some(role, level, count):
    return [(role, level)] * count


@pytest.mark.parametrize(
    ("role", "group"),
    [
        ("leader", Group.LEADERS),
        ("Tech Lead", Group.LEADERS),
        ("engineering-manager", Group.LEADERS),
        ("Head of Platform", Group.LEADERS),
        ("CTO", Group.LEADERS),
        ("VP, Engineering", Group.LEADERS),
        ("director", Group.LEADERS),
        ("practitioner", Group.PRACTITIONERS),
        ("leading-edge engineer", Group.PRACTITIONERS),
        ("Entwicklerin", Group.PRACTITIONERS),
        ("開発者", Group.PRACTITIONERS),
        ("", None),
        ("  ", None),
    ],
)
def test_a_role_belongs_to_leaders_to_practitioners_or_to_nobody(role, group):
    assert group_of(role) is group


@pytest.mark.parametrize(
    ("leaders", "practitioners", "without", "least", "why"),
    [
        (3, 3, 0, NAMED, None),
        (3, 3, 3, NAMED, None),
        (2, 3, 0, NAMED, Suppressed.SMALL),
        (3, 2, 0, NAMED, Suppressed.SMALL),
        (2, 3, 1, NAMED, Suppressed.SMALL),
        (3, 3, 1, NAMED, Suppressed.REST),
        (3, 3, 2, NAMED, Suppressed.REST),
        (0, 5, 0, NAMED, Suppressed.ONE_ROLE),
        (5, 0, 1, NAMED, Suppressed.ONE_ROLE),
        (0, 0, 5, NAMED, Suppressed.NO_ROLES),
        (4, 5, 0, ANONYMOUS, Suppressed.SMALL),
        (5, 5, 0, ANONYMOUS, None),
        (5, 5, 4, ANONYMOUS, Suppressed.REST),
    ],
)
def test_groups_are_shown_only_if_nobody_can_be_made_out(
    leaders, practitioners, without, least, why
):
    people = [
        *some("lead", 3, leaders),
        *some("engineer", 1, practitioners),
        *some("", 2, without),
    ]

    roles = roles_of(*people, least=least)

    assert roles.suppressed is why
    assert (roles.trends == ()) is (why is not None)
    assert (roles.questions == ()) is (why is not None)
    sizes = (roles.leaders, roles.practitioners, roles.without)
    assert sizes == (leaders, practitioners, without)


def test_a_trend_shows_both_views_and_the_gap_between_them():
    roles = roles_of(*some("lead", 3, 3), *some("engineer", 1, 3))

    (trend,) = roles.trends
    assert (trend.leaders, trend.practitioners, trend.gap) == (75, 25, 50)
    assert trend.seen_higher_by is Group.LEADERS


def test_practitioners_may_see_it_higher_too():
    roles = roles_of(*some("lead", 1, 3), *some("engineer", 3, 3))

    assert roles.trends[0].gap == -50
    assert roles.trends[0].seen_higher_by is Group.PRACTITIONERS


def test_a_gap_that_chance_explains_is_none():
    roles = roles_of(*some("lead", 2, 3), ("dev", 2), ("dev", 2), ("dev", 1))

    assert roles.trends[0].gap == pytest.approx(25 / 3)
    assert roles.trends[0].seen_higher_by is None


def test_the_test_is_that_for_other_people():
    roles = roles_of(*some("lead", 3, 3), ("dev", 2), ("dev", 2), ("dev", 1))

    tested = compare_other_people(
        [50, 50, 25], [75, 75, 75], variance_of_score(8, Noise()), Noise()
    )
    judged = roles.trends[0].judged
    assert judged.tested.delta == pytest.approx(tested.delta)
    assert judged.tested.p == pytest.approx(tested.p)


def test_the_trends_share_one_error_budget():
    pack = a_pack(*(a_trend(id_, a_capability(id_)) for id_ in "ab"))
    people = [*some("lead", {"a": 3, "b": 2}, 3), *some("dev", {"a": 1, "b": 2}, 3)]

    roles = roles_of(*people, pack=pack)

    first, second = (trend.judged for trend in roles.trends)
    assert first.adjusted_p == pytest.approx(2 * first.tested.p)
    assert second.adjusted_p == pytest.approx(second.tested.p)


@pytest.mark.parametrize(
    ("leader", "practitioner"),
    [
        ({"a": 3}, {"b": 3}),
        ({"a": 3, "b": 3}, {"a": DONT_KNOW}),
        (dict.fromkeys(IDS, 3), {"a": 3}),
    ],
    ids=["nothing in common", "one group knows nothing", "too little in common"],
)
def test_a_trend_with_too_little_in_common_is_not_compared(leader, practitioner):
    roles = roles_of(*some("lead", leader, 3), *some("dev", practitioner, 3))

    (trend,) = roles.trends
    assert (trend.leaders, trend.practitioners, trend.gap) == (None, None, None)
    assert trend.judged is None
    assert trend.seen_higher_by is None


def test_a_group_that_is_too_small_in_one_trend_is_not_shown_there():
    pack = a_pack(*(a_trend(id_, a_capability(id_)) for id_ in "ab"))
    people = [
        *some("lead", {"a": 4, "b": 4}, 2),
        ("lead", {"a": 4}),
        *some("dev", {"a": 0, "b": 0}, 3),
    ]

    first, second = roles_of(*people, pack=pack).trends

    assert (first.leaders, first.practitioners) == (100, 0)
    assert (second.leaders, second.practitioners) == (None, None)


def test_a_rest_that_is_too_small_in_one_trend_hides_both_groups_there():
    pack = a_pack(*(a_trend(id_, a_capability(id_)) for id_ in "ab"))
    people = [
        *some("lead", {"a": 4, "b": 4}, 3),
        *some("dev", {"a": 0, "b": 0}, 3),
        *some("", {"a": 2}, 2),
        ("", {"a": 2, "b": 2}),
    ]

    first, second = roles_of(*people, pack=pack).trends

    assert first.gap == 100
    assert second.gap is None


def test_the_questions_furthest_apart_are_named_first_and_three_at_most():
    leader = dict(zip(IDS, (4, 3, 2, 4, 1, 0, 2, 2), strict=True))
    other = dict(zip(IDS, (1, 2, 2, 2, 3, 1, 2, 2), strict=True))

    roles = roles_of(*some("lead", leader, 3), *some("dev", other, 3))

    assert [(gap.question.id, gap.gap) for gap in roles.questions] == [
        ("a", 3), ("d", 2), ("e", -2),
    ]  # fmt: skip


def test_a_question_that_too_few_of_a_group_rated_is_not_named():
    few = dict.fromkeys(IDS, 3) | {"a": 0}
    unsure = few | {"a": DONT_KNOW}

    roles = roles_of(
        *some("lead", few, 2), ("lead", unsure), *some("dev", dict.fromkeys(IDS, 3), 3)
    )

    assert roles.questions == ()


@pytest.mark.parametrize(
    ("leaders", "practitioners", "without", "mostly"),
    [
        (3, 0, 0, Group.LEADERS),
        (3, 1, 0, Group.LEADERS),
        (2, 1, 0, None),
        (4, 2, 0, None),
        (1, 3, 0, Group.PRACTITIONERS),
        (2, 3, 0, None),
        (2, 0, 1, None),
        (3, 0, 3, None),
        (3, 0, 2, Group.LEADERS),
    ],
)
def test_a_panel_is_one_sided_if_one_role_has_more_than_two_thirds(
    leaders, practitioners, without, mostly
):
    people = [
        *some("lead", 3, leaders),
        *some("engineer", 3, practitioners),
        *some("", 3, without),
    ]

    assert roles_of(*people).mostly is mostly


roles = st.sampled_from(["lead", "engineer", ""])


@given(
    st.lists(st.tuples(roles, st.integers(0, 4)), min_size=2, max_size=14),
    st.sampled_from([NAMED, ANONYMOUS]),
)
def test_no_group_below_the_limit_ever_has_a_figure(people, least):
    sizes = [sum(role == one for role, _ in people) for one in ("lead", "engineer", "")]
    leaders, practitioners, rest = sizes

    found = roles_of(*people, least=least)

    has_figures = any(trend.gap is not None for trend in found.trends)
    assert has_figures is (
        min(leaders, practitioners) >= least and (rest == 0 or rest >= least)
    )
    assert has_figures or found.questions == ()
