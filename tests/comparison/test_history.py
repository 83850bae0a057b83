import pytest

from readiness.comparison.compare import compare
from readiness.comparison.history import trace
from readiness.comparison.results import Quarter, Reason
from readiness.pack.model import Noise
from readiness.scoring.groups import ANONYMOUS
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_capability, a_pack, a_question, a_response, a_trend
from tests.scoring.nodes import known

ITEMS = tuple(f"q{n}" for n in range(12))


def a_long_trend(id_, *, revision=1):
    """Build a trend of so many questions that a change of its level can be told."""
    questions = tuple(a_question(f"{id_}-{q}", revision=revision) for q in ITEMS)
    return a_trend(id_, a_capability(f"{id_}-all", questions=questions))


def a_quarter(pack, period, **levels):
    """Build one person's quarter: ``ai=2`` answers all of the trend *ai* with 2."""
    answers = {
        question.id: levels[trend.id]
        for trend in pack.trends
        for question in trend.capabilities[0].questions
    }
    return Quarter(period=period, pack=pack, responses=(a_response(pack, **answers),))


def points_of(node):
    return [score and score.point for score in node.scores]


def verdict_of(change):
    return change and (change.reason or change.verdict)


def test_every_quarter_has_its_score_in_order():
    pack = a_pack(a_long_trend("ai"), a_long_trend("cloud"))
    quarters = [
        a_quarter(pack, "2026-Q1", ai=1, cloud=1),
        a_quarter(pack, "2026-Q2", ai=1, cloud=3),
        a_quarter(pack, "2026-Q3", ai=3, cloud=3),
    ]

    history = trace(quarters)

    assert history.quarters == tuple(quarters)
    assert points_of(history.overall) == [25, 50, 75]
    assert {node.id: points_of(node) for node in history.trends} == {
        "ai": [25, 25, 75],
        "cloud": [25, 75, 75],
    }


def test_what_is_said_of_a_change_is_what_a_comparison_says():
    pack = a_pack(a_long_trend("ai"), a_long_trend("cloud"))
    quarters = [
        a_quarter(pack, "2026-Q1", ai=0, cloud=2),
        a_quarter(pack, "2026-Q2", ai=4, cloud=2),
        a_quarter(pack, "2026-Q3", ai=4, cloud=2),
    ]

    history = trace(quarters)

    since_first = compare(quarters[0], quarters[2]).nodes()
    since_previous = compare(quarters[1], quarters[2]).nodes()
    for node in (history.overall, *history.trends):
        assert node.since_first == since_first[node.id]
        assert node.since_previous == since_previous[node.id]
    assert verdict_of(history.trends[0].since_first) is Verdict.IMPROVED
    assert verdict_of(history.trends[0].since_previous) is Verdict.NO_CHANGE


def test_one_quarter_has_scores_and_no_change():
    history = trace([a_quarter(a_pack(a_long_trend("ai")), "2026-Q1", ai=1)])

    (node,) = history.trends
    assert points_of(node) == points_of(history.overall) == [25]
    assert node.since_first is node.since_previous is None
    assert history.overall.since_first is history.overall.since_previous is None


def test_a_trend_that_came_later_is_compared_with_its_own_first_quarter():
    short = a_pack(a_long_trend("ai"))
    long = a_pack(a_long_trend("ai"), a_long_trend("cloud"))
    quarters = [
        a_quarter(short, "2026-Q1", ai=1),
        a_quarter(long, "2026-Q2", ai=1, cloud=0),
        a_quarter(long, "2026-Q3", ai=1, cloud=0),
        a_quarter(long, "2026-Q4", ai=1, cloud=4),
    ]

    cloud = trace(quarters).trends[1]

    assert cloud.scores[0] is None
    assert cloud.since_first == compare(quarters[1], quarters[3]).nodes()["cloud"]
    assert verdict_of(cloud.since_first) is Verdict.IMPROVED


def test_a_trend_of_the_last_quarter_only_is_compared_with_nothing():
    short = a_pack(a_long_trend("ai"))
    long = a_pack(a_long_trend("ai"), a_long_trend("cloud"))

    history = trace(
        [
            a_quarter(short, "2026-Q1", ai=1),
            a_quarter(long, "2026-Q2", ai=1, cloud=0),
        ]
    )

    cloud = history.trends[1]
    assert cloud.since_first is None
    assert verdict_of(cloud.since_previous) is Reason.NEW


def test_a_trend_that_is_gone_comes_last_and_is_not_comparable():
    long = a_pack(a_long_trend("cloud"), a_long_trend("ai"))
    short = a_pack(a_long_trend("ai"))
    quarters = [
        a_quarter(long, "2026-Q1", ai=1, cloud=0),
        a_quarter(short, "2026-Q2", ai=1),
        a_quarter(short, "2026-Q3", ai=1),
    ]

    ai, cloud = trace(quarters).trends

    assert ai.id == "ai"
    assert points_of(cloud) == [0, None, None]
    assert verdict_of(cloud.since_first) is Reason.GONE
    assert cloud.since_previous is None


@pytest.mark.parametrize(
    ("noise", "verdict"),
    [(None, Verdict.IMPROVED), (Noise(item=4, shift=1), Reason.NOISE)],
)
def test_more_noise_supports_fewer_words(noise, verdict):
    pack = a_pack(a_long_trend("ai"))
    quarters = [
        a_quarter(pack, "2026-Q1", ai=0),
        a_quarter(pack, "2026-Q2", ai=4),
    ]

    history = trace(quarters, noise=noise)

    assert verdict_of(history.overall.since_first) is verdict


def test_a_trend_is_called_as_the_newest_pack_calls_it():
    old, new = (
        a_pack(a_trend("ai", *a_long_trend("ai").capabilities, name=name))
        for name in ("Models", "Agents")
    )

    history = trace([a_quarter(old, "2026-Q1", ai=1), a_quarter(new, "2026-Q2", ai=1)])

    assert [node.name for node in history.trends] == ["Agents"]


def test_a_change_of_the_pack_is_marked_with_the_questions_that_differ():
    old = a_pack(a_long_trend("ai"), a_long_trend("cloud"))
    newer = a_pack(a_long_trend("ai"), a_long_trend("cloud", revision=2))
    newer = newer.model_copy(update={"version": "1.1.0"})
    levels = {"ai": 1, "cloud": 1}
    quarters = [
        a_quarter(old, "2026-Q1", **levels),
        a_quarter(old, "2026-Q2", **levels),
        a_quarter(newer, "2026-Q3", **levels),
        a_quarter(newer, "2026-Q4", **levels),
    ]

    (change,) = trace(quarters).pack_changes

    assert change.period == "2026-Q3"
    assert (change.old_version, change.new_version) == ("1.0.0", "1.1.0")
    assert change.old_id == change.new_id == "small"
    assert change.differing == 12


def test_a_new_version_with_the_same_questions_is_marked_too():
    pack = a_pack(a_long_trend("ai"))
    reworded = pack.model_copy(update={"version": "1.0.1"})

    history = trace(
        [a_quarter(pack, "2026-Q1", ai=1), a_quarter(reworded, "2026-Q2", ai=1)]
    )

    assert [change.differing for change in history.pack_changes] == [0]


def test_a_declared_trend_needs_less_than_in_quarters_that_declared_nothing():
    pack = a_pack(a_long_trend("ai"), a_long_trend("cloud"))
    periods = ("2026-Q1", "2026-Q2", "2026-Q3")
    quarters = [a_quarter(pack, period, ai=1, cloud=1) for period in periods]

    (plain, _), (declared, other) = (
        trace(quarters, foci=foci).trends for foci in (None, {1: "ai"})
    )

    last, others, undeclared = (
        known(node.since_previous) for node in (declared, other, plain)
    )
    assert (last.is_focus, others.is_focus) == (True, False)
    assert known(last.band) < known(undeclared.band)
    assert declared.since_first == plain.since_first


def test_a_declared_trend_needs_less_since_the_first_of_two_quarters_too():
    pack = a_pack(a_long_trend("ai"), a_long_trend("cloud"))
    quarters = [a_quarter(pack, f"2026-Q{n}", ai=1, cloud=1) for n in (1, 2)]

    history = trace(quarters, foci={0: "ai"})

    assert known(history.trends[0].since_first).is_focus


def test_of_the_anonymous_a_history_does_not_count_whose_answers_a_verdict_rests_on():
    pack = a_pack(a_long_trend("ai"))
    quarters = [a_quarter(pack, "2026-Q1", ai=0), a_quarter(pack, "2026-Q2", ai=4)]

    usual, anonymous = trace(quarters), trace(quarters, least=ANONYMOUS)

    assert known(usual.overall.since_first).people == 1
    assert known(anonymous.overall.since_first).people is None
