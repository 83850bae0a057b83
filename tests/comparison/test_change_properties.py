"""A comparison keeps its properties C1 to C12 (measurement.md, 3.8).

Those of the formulas alone, C5, C6, C8 and C10, are in `tests.uncertainty`.
"""

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from readiness.comparison.compare import compare
from readiness.comparison.results import Quarter, Route
from readiness.pack.model import Noise
from readiness.responses import Rated
from readiness.uncertainty.moderated import variance_of_change
from readiness.uncertainty.verdicts import Verdict
from tests.builders import a_pack, an_answer
from tests.strategies import any_answer, packs, responses, unknown_answers, weights

NAMES = ("ana", "kim", "lee", "noor", "zoe")
MIRRORED = {
    Verdict.IMPROVED: Verdict.DECLINED,
    Verdict.DECLINED: Verdict.IMPROVED,
    Verdict.NO_CHANGE: Verdict.NO_CHANGE,
    Verdict.NOT_COMPARABLE: Verdict.NOT_COMPARABLE,
}

# little noise, so that small packs can be compared
noises = st.builds(
    Noise,
    item=st.floats(0.02, 0.4),
    shift=st.floats(0, 0.15),
    rater=st.floats(0, 0.5),
    prior_df=st.floats(1, 50),
)
mostly_rated = st.one_of(st.integers(0, 4), st.integers(0, 4), any_answer)
whole = st.integers(0, 4)
rated_or_unknown = whole | whole | unknown_answers


@st.composite
def quarters(draw, pack, *, answers=mostly_rated, names=None):
    """Draw a quarter; some of `NAMES` answer."""
    some = st.lists(st.sampled_from(NAMES), min_size=1, max_size=4, unique=True)
    return Quarter(
        period="2026-Q4",
        pack=pack,
        responses=tuple(
            draw(responses(pack, answers=answers, respondent=name))
            for name in names or draw(some)
        ),
    )


@st.composite
def pairs(draw, *, answers=mostly_rated, names=None):
    """Draw two quarters with the same pack."""
    pack = draw(packs())
    one, other = (draw(quarters(pack, answers=answers, names=names)) for _ in range(2))
    return one, other


@st.composite
def changed(draw, pack):
    """Draw a pack with other weights and revisions, and questions less or more."""
    dump = pack.model_dump()
    for trend in dump["trends"]:
        for capability in trend["capabilities"]:
            capability["weight"] = draw(weights)
            for question in capability["questions"]:
                fate = draw(st.sampled_from(["same", "same", "revised", "replaced"]))
                question["revision"] += fate == "revised"
                question["id"] += "-new" if fate == "replaced" else ""
    return type(pack).model_validate(dump)


def figures(node):
    return (node.delta, node.error, node.df, node.p)


def said(comparison):
    """Return all that is said of changes, but no shown score and what hangs on it."""
    return [
        (*figures(node), node.band, node.people, node.items, node.common)
        for node in comparison.nodes().values()
    ]


def alike(one, other):
    found, expected = figures(one), figures(other)
    assert (found[0] is None) == (expected[0] is None)
    if found[0] is not None:
        assert found == pytest.approx(expected, abs=1e-7)


@given(packs().flatmap(quarters), noises)
def test_c1_identical_answers_are_no_change_of_anything(quarter, noise):
    comparison = compare(quarter, quarter, noise=noise)

    for node in comparison.nodes().values():
        if node.verdict is not Verdict.NOT_COMPARABLE:
            assert (node.delta, node.p) == (0, 1)
            assert node.verdict is Verdict.NO_CHANGE


@given(pairs(), noises)
def test_c2_swapping_the_quarters_mirrors_the_change(pair, noise):
    old, new = pair

    forth = compare(old, new, noise=noise).nodes()
    back = compare(new, old, noise=noise).nodes()

    for id_, node in forth.items():
        mirror = back[id_]
        assert (mirror.verdict, mirror.reason) == (MIRRORED[node.verdict], node.reason)
        if node.delta is not None:
            assert mirror.delta == pytest.approx(-node.delta)
            assert (mirror.error, mirror.p, mirror.band) == pytest.approx(
                (node.error, node.p, node.band)
            )


@given(st.data(), noises)
def test_c3_answers_to_questions_that_are_not_the_same_have_no_influence(data, noise):
    pack = data.draw(packs())
    later = data.draw(changed(pack))
    old, new = data.draw(quarters(pack)), data.draw(quarters(later))
    revisions = {question.id: question.revision for question in pack.questions()}
    others = [q.id for q in later.questions() if revisions.get(q.id) != q.revision]
    drawn = {id_: an_answer(data.draw(whole)) for id_ in others}

    answered = replace(
        new,
        responses=tuple(
            r.model_copy(update={"answers": {**r.answers, **drawn}})
            for r in new.responses
        ),
    )

    before, after = (compare(old, q, noise=noise) for q in (new, answered))
    assert said(after) == said(before)


@given(pairs(names=["ana"]), noises)
def test_c3_what_was_not_rated_both_times_has_no_influence(pair, noise):
    rated = [
        {id_ for id_, a in q.responses[0].answers.items() if isinstance(a, Rated)}
        for q in pair
    ]
    both = rated[0] & rated[1]

    bare = [
        replace(
            quarter,
            responses=tuple(
                r.model_copy(
                    update={"answers": {i: r.answers[i] for i in sorted(both)}}
                )
                for r in quarter.responses
            ),
        )
        for quarter in pair
    ]

    holed, blank = (compare(*q, noise=noise).nodes() for q in (pair, bare))
    for id_, node in holed.items():
        if node.delta is not None and blank[id_].delta is not None:
            alike(node, blank[id_])


@given(st.data(), noises)
def test_c4_weights_that_changed_are_no_change(data, noise):
    pack = data.draw(packs())
    dump = pack.model_dump()
    for trend in dump["trends"]:
        for capability in trend["capabilities"]:
            capability["weight"] = data.draw(weights)
    heavy = type(pack).model_validate(dump)
    old = data.draw(quarters(pack))

    comparison = compare(old, replace(old, pack=heavy), noise=noise)

    assert {node.delta for node in comparison.nodes().values()} <= {0, None}
    assert {node.verdict for node in comparison.nodes().values()} <= {
        Verdict.NO_CHANGE,
        Verdict.NOT_COMPARABLE,
    }


@given(pairs(names=["ana"], answers=whole), noises)
def test_c5_one_person_has_the_assumed_error(pair, noise):
    for trend in compare(*pair, noise=noise).trends:
        if trend.error is not None:
            largest = variance_of_change(1, noise) ** 0.5
            least = variance_of_change(trend.items, noise) ** 0.5
            assert least - 1e-9 <= trend.error <= largest + 1e-9
            assert trend.df == pytest.approx(noise.prior_df)


@given(pairs(), noises, st.booleans())
def test_c7_there_is_a_verdict_exactly_if_the_change_reaches_the_band(
    pair, noise, is_focused
):
    focus = pair[1].pack.trends[0].id if is_focused else None

    for node in compare(*pair, noise=noise, focus=focus).nodes().values():
        if node.delta is None or node.band is None:
            assert node.verdict is Verdict.NOT_COMPARABLE
        else:
            reaches = abs(node.delta) >= node.band
            assert (node.verdict is not Verdict.NO_CHANGE) == reaches


@given(pairs(), noises, st.randoms(use_true_random=False))
def test_c9_the_order_of_people_and_questions_and_their_names_change_nothing(
    pair, noise, random
):
    def mixed(things):
        return tuple(random.sample(things, len(things)))

    def turned(pack):
        trends = mixed(pack.trends)
        return a_pack(
            *(
                t.model_copy(update={"capabilities": mixed(t.capabilities)})
                for t in trends
            )
        )

    shuffled = [
        replace(
            quarter,
            pack=turned(quarter.pack),
            responses=mixed(
                tuple(
                    r.model_copy(update={"respondent": f"x-{r.respondent[::-1]}"})
                    for r in quarter.responses
                )
            ),
        )
        for quarter in pair
    ]

    found = compare(*shuffled, noise=noise).nodes()
    for id_, node in compare(*pair, noise=noise).nodes().items():
        assert (found[id_].verdict, found[id_].reason) == (node.verdict, node.reason)
        alike(found[id_], node)


@given(pairs(answers=rated_or_unknown), noises, st.data())
def test_c11_who_answered_once_does_not_enter_where_people_are_compared_with_themselves(
    pair, noise, data
):
    old, new = pair
    stranger = data.draw(
        responses(new.pack, answers=rated_or_unknown, respondent="stranger")
    )

    before = compare(old, new, noise=noise)
    after = compare(
        old, replace(new, responses=(*new.responses, stranger)), noise=noise
    )

    assume(before.route is after.route is Route.SAME_PEOPLE)
    for id_, node in before.nodes().items():
        assert after.nodes()[id_].people == node.people
        if node.delta is not None:
            alike(after.nodes()[id_], node)


@given(pairs(), noises)
def test_c12_the_same_quarters_compare_alike_every_time(pair, noise):
    assert compare(*pair, noise=noise) == compare(*pair, noise=noise)


@given(st.data(), noises)
def test_what_is_in_common_is_a_share_and_known_for_every_node(data, noise):
    pack = data.draw(packs())
    later = data.draw(changed(pack))
    old, new = data.draw(quarters(pack)), data.draw(quarters(later))

    for node in compare(old, new, noise=noise).nodes().values():
        assert 0 <= node.common <= 1
        assert (node.reason is None) == (node.verdict is not Verdict.NOT_COMPARABLE)
        assert node.reason or node.common >= 0.6
