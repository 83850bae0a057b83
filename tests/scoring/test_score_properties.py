"""The score keeps its properties S1 to S20 (measurement.md, 1.7), but S18."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from readiness.responses import NotApplicable, Rated
from readiness.scoring.levels import level_of
from readiness.scoring.score import (
    mean_of_items,
    mean_of_scores,
    score,
    what_if,
)
from tests.builders import (
    DOES_NOT_APPLY,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
)
from tests.scoring.nodes import as_numbers, assert_alike, known, numbers
from tests.strategies import assessments, levels, packs, weights


@given(assessments(people=3))
def test_s1_and_s7_the_range_holds_the_point_and_is_as_wide_as_what_is_unknown(case):
    for node in numbers(score(*case)).values():
        assert 0 <= node.low <= node.high <= 100 + 1e-9
        assert node.high - node.low == pytest.approx(100 * (1 - node.coverage))
        point = node.low if node.point is None else node.point
        assert node.low - 1e-9 <= point <= node.high + 1e-9


@given(assessments(people=3))
def test_a_point_is_missing_exactly_where_nothing_is_covered(case):
    for node in numbers(score(*case)).values():
        assert (node.point is None) == (node.coverage == 0)


@given(packs(), levels)
def test_s2_the_same_level_everywhere_is_the_score_everywhere(pack, level):
    alike = a_response(pack, **{q.id: level for q in pack.questions()})

    nodes = numbers(score(pack, [alike]))

    for node in nodes.values():
        assert (node.point, node.low, node.high) == pytest.approx((25 * level,) * 3)
        assert node.coverage == 1
        assert level_of(node.point) == level


@given(assessments(), st.data())
def test_s3_raising_an_answer_raises_what_it_is_part_of_and_nothing_else(case, data):
    pack, (response,) = case
    low = [id_ for id_, a in response.answers.items() if is_rated_below(a, 4)]
    assume(low)
    id_ = data.draw(st.sampled_from(low))
    level = data.draw(st.integers(response.answers[id_].level + 1, 4))

    before = numbers(score(pack, [response]))
    after = numbers(score(pack, [response.with_answer(id_, Rated(level=level))]))

    above = ancestors(pack, id_)
    for node in above:
        assert after[node].point > before[node].point
        assert after[node].low > before[node].low
        assert after[node].high > before[node].high
        assert after[node].coverage == before[node].coverage
    assert without(after, above) == without(before, above)


@given(assessments(people=3), st.randoms(use_true_random=False))
def test_s4_the_order_of_parts_and_people_changes_nothing(case, random):
    pack, given_ = case
    shuffled = a_pack(
        *(
            a_trend(
                t.id, *(reordered(c, random) for c in mixed(t.capabilities, random))
            )
            for t in mixed(pack.trends, random)
        )
    )

    after = numbers(score(shuffled, mixed(given_, random)))

    assert after == numbers(score(pack, given_))


@given(
    st.lists(st.tuples(weights, st.none() | st.floats(0, 4)), min_size=1),
    st.floats(0.01, 100),
)
def test_s5_only_the_proportion_of_item_weights_matters(items, factor):
    scaled = [(factor * weight, value) for weight, value in items]

    assert as_numbers(mean_of_items(scaled)) == as_numbers(mean_of_items(items))


@given(assessments(people=2), st.floats(0.01, 100))
def test_s5_only_the_proportion_of_capability_weights_matters(case, factor):
    pack, given_ = case
    scaled = with_capabilities(
        pack, lambda c: c.model_copy(update={"weight": factor * c.weight})
    )

    assert_alike(score(scaled, given_), score(pack, given_))


@given(assessments(people=2), weights)
def test_s6_what_does_not_apply_changes_nothing(case, weight):
    pack, given_ = case
    extra = a_question("extra")
    larger = with_capabilities(
        pack, lambda c: c.model_copy(update={"questions": (*c.questions, extra)})
    )
    larger = a_pack(
        *larger.trends, a_capability("empty", weight=weight, questions=(extra,))
    )
    told = [response.with_answer("extra", DOES_NOT_APPLY) for response in given_]

    assert_alike(score(larger, told), score(pack, given_))


@given(assessments(people=2))
def test_s6_a_respondent_who_answered_nothing_changes_nothing(case):
    pack, given_ = case

    after = score(pack, [*given_, a_response(pack, respondent="silent")])

    assert numbers(after) == numbers(score(pack, given_))


@given(assessments(people=2), st.sampled_from([0, 4]))
def test_s8_the_range_ends_where_every_unknown_is_0_or_4(case, level):
    pack, given_ = case
    before = score(pack, given_)
    first = given_[0]
    for item in unknown_items(before):
        first = first.with_answer(item.question.id, Rated(level=level))

    after = numbers(score(pack, [first, *given_[1:]]))

    for id_, node in numbers(before).items():
        assert after[id_].coverage == 1
        assert after[id_].point == pytest.approx(node.high if level else node.low)


@given(assessments(people=2), levels, st.data())
def test_s9_finding_out_never_widens_a_range(case, level, data):
    pack, given_ = case
    card = score(pack, given_)
    assume(any(unknown_items(card)))
    id_ = data.draw(st.sampled_from([i.question.id for i in unknown_items(card)]))
    told = given_[0].with_answer(id_, Rated(level=level))

    before = numbers(card)
    after = numbers(score(pack, [told, *given_[1:]]))

    above = ancestors(pack, id_)
    for node in above:
        assert after[node].low >= before[node].low
        assert after[node].high <= before[node].high
        assert after[node].coverage > before[node].coverage
    assert without(after, above) == without(before, above)


@given(assessments(people=3))
def test_s10_dont_know_blank_and_a_bare_note_count_alike(case):
    pack, given_ = case
    blank = [keeping(response, (Rated, NotApplicable)) for response in given_]

    before, after = score(pack, given_), score(pack, blank)

    assert numbers(after) == numbers(before)
    assert not any(item.dont_know for item in after.items())


@given(assessments(people=3))
def test_s11_turning_every_answer_round_turns_every_score_round(case):
    pack, given_ = case

    before = numbers(score(pack, given_))
    after = numbers(score(pack, [mirrored(response) for response in given_]))

    for id_, node in before.items():
        assert after[id_].low == pytest.approx(100 - node.high)
        assert after[id_].high == pytest.approx(100 - node.low)
        assert after[id_].coverage == node.coverage
        point = None if node.point is None else pytest.approx(100 - node.point)
        assert after[id_].point == point


@given(assessments(people=2))
def test_s12_a_score_lies_between_those_of_its_parts(case):
    card = score(*case)
    families = [(card.score, points_of(card.trends))]
    families += [(t.score, points_of(t.capabilities)) for t in card.trends]

    for node, points in families:
        least, most = min(points, default=0), max(points, default=0)
        point = known(node).point if points else 0
        assert least - 1e-9 <= point <= most + 1e-9


@given(assessments(answers=st.integers(0, 3) | st.just(DOES_NOT_APPLY)), st.data())
def test_s13_one_level_moves_the_overall_score_by_25_times_the_influence(case, data):
    pack, (response,) = case
    card = score(pack, [response])
    assume(card.score)
    id_ = data.draw(st.sampled_from(sorted(card.influence())))
    raised = response.with_answer(id_, Rated(level=response.answers[id_].level + 1))

    after = score(pack, [raised])

    assert sum(card.influence().values()) == pytest.approx(1)
    moved = known(after.score).point - known(card.score).point
    assert moved == pytest.approx(25 * card.influence()[id_])


@given(assessments(answers=levels, people=4))
def test_s14_complete_answers_score_the_mean_of_the_respondents_scores(case):
    pack, given_ = case

    together = numbers(score(pack, given_))
    alone = [numbers(score(pack, [response])) for response in given_]

    for id_, node in together.items():
        mean = sum(one[id_].point for one in alone) / len(alone)
        assert node.point == pytest.approx(mean)


@given(assessments(people=3))
def test_s15_doubling_the_panel_changes_nothing(case):
    pack, given_ = case

    assert_alike(score(pack, given_ * 2), score(pack, given_))


@given(st.lists(st.tuples(weights, st.none() | st.floats(0, 4)), min_size=1), st.data())
def test_s16_splitting_an_item_into_equal_halves_changes_nothing(items, data):
    at = data.draw(st.integers(0, len(items) - 1))
    weight, value = items[at]
    halves = [(weight / 2, value)] * 2

    split = [*items[:at], *halves, *items[at + 1 :]]

    assert as_numbers(mean_of_items(split)) == as_numbers(mean_of_items(items))


@given(st.lists(st.tuples(weights, levels.map(float)), min_size=1), st.data())
def test_s16_splitting_a_capability_into_equal_halves_changes_nothing(items, data):
    parts = [(weight, known(mean_of_items([(1, value)]))) for weight, value in items]
    at = data.draw(st.integers(0, len(parts) - 1))
    weight, whole = parts[at]

    split = [*parts[:at], *[(weight / 2, whole)] * 2, *parts[at + 1 :]]

    assert as_numbers(mean_of_scores(split)) == as_numbers(mean_of_scores(parts))


@given(assessments(answers=levels))
def test_s17_a_score_is_the_sum_of_the_shares_that_reach_each_level(case):
    pack, (response,) = case

    card = score(pack, [response])

    influence = card.influence()
    staged = sum(
        influence[item.question.id]
        for item in card.items()
        for level in (1, 2, 3, 4)
        if known(item.value) >= level
    )
    assert known(card.score).point == pytest.approx(25 * staged)


@given(
    st.lists(st.tuples(weights, levels), min_size=1),
    st.lists(st.tuples(weights, st.none()), max_size=2),
    weights,
)
def test_s19_one_more_unknown_item_widens_the_range_and_leaves_the_point(
    told, unknown, weight
):
    assume(any(level > 0 for _, level in told))
    assume(any(level < 4 for _, level in told))

    before = known(mean_of_items([*told, *unknown]))
    after = known(mean_of_items([*told, *unknown, (weight, None)]))

    assert after.point == before.point
    assert after.low < before.low
    assert after.high > before.high


@given(assessments(people=2), st.data())
def test_what_if_is_the_score_that_such_answers_would_have(case, data):
    pack, given_ = case
    card = score(pack, given_)
    ids = [item.question.id for item in card.items() if item.applicable]
    supposed = data.draw(st.fixed_dictionaries({}, optional=dict.fromkeys(ids, levels)))
    told = {id_: Rated(level=level) for id_, level in supposed.items()}
    changed = [
        response.model_copy(update={"answers": {**response.answers, **told}})
        for response in given_
    ]

    found = what_if(card, supposed)

    assert numbers(found) == numbers(score(pack, changed))


@pytest.mark.parametrize("weight", [0, -1, float("nan"), float("inf"), -float("inf")])
def test_s20_a_weight_is_a_positive_finite_number(weight):
    with pytest.raises(ValidationError, match="weight"):
        a_capability("a", weight=weight)


@pytest.mark.parametrize("level", [-1, 5, 2.5, "3", True, None, float("nan")])
def test_s20_a_level_is_a_whole_number_from_0_to_4(level):
    with pytest.raises(ValidationError, match="level"):
        Rated(level=level)


def ancestors(pack, question_id):
    capability = pack.capability_of[question_id]
    return {"overall", pack.trend_of[capability.id].id, capability.id}


def without(nodes, ids):
    return {id_: node for id_, node in nodes.items() if id_ not in ids}


def is_rated_below(answer, level):
    return isinstance(answer, Rated) and answer.level < level


def unknown_items(card):
    return [i for i in card.items() if i.applicable and i.value is None]


def keeping(response, kinds):
    kept = {id_: a for id_, a in response.answers.items() if isinstance(a, kinds)}
    return response.model_copy(update={"answers": kept})


def mirrored(response):
    turned = {
        id_: Rated(level=4 - answer.level)
        for id_, answer in response.answers.items()
        if isinstance(answer, Rated)
    }
    answers = {**response.answers, **turned}
    return response.model_copy(update={"answers": answers})


def mixed(parts, random):
    return random.sample(list(parts), len(parts))


def reordered(capability, random):
    questions = tuple(mixed(capability.questions, random))
    return capability.model_copy(update={"questions": questions})


def with_capabilities(pack, change):
    trends = (
        t.model_copy(update={"capabilities": tuple(map(change, t.capabilities))})
        for t in pack.trends
    )
    return a_pack(*trends)


def points_of(parts):
    scores = [part.score for part in parts if part.score]
    return [node.point for node in scores if node.point is not None]
