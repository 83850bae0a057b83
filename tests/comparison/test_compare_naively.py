"""200 random pages against the same calculation in the plainest words there are."""

from math import sqrt
from random import Random

import pytest

from readiness.comparison.compare import compare
from readiness.comparison.results import Quarter, Route
from readiness.pack.model import Noise
from readiness.responses import Rated
from readiness.uncertainty.student import critical, two_sided_p
from tests.builders import (
    DOES_NOT_APPLY,
    DONT_KNOW,
    a_capability,
    a_pack,
    a_question,
    a_response,
    a_trend,
    an_answer,
)

NOISE = Noise()


def random_pages(chance):
    """Build two quarters: some revisions, other weights, some people return."""
    shape = [
        [(f"t{t}-c{c}", chance.randint(2, 5)) for c in range(chance.randint(1, 4))]
        for t in range(chance.randint(1, 5))
    ]
    packs = [random_pack(shape, chance) for _ in range(2)]
    names = [f"p{n}" for n in range(8)]
    return tuple(
        Quarter(
            period=period,
            pack=pack,
            responses=tuple(
                random_response(pack, name, chance)
                for name in chance.sample(names, chance.randint(1, 8))
            ),
        )
        for pack, period in zip(packs, ("2026-Q3", "2026-Q4"), strict=True)
    )


def random_pack(shape, chance):
    return a_pack(
        *(
            a_trend(
                f"t{n}",
                *(
                    a_capability(
                        id_,
                        weight=chance.randint(1, 9),
                        questions=tuple(
                            a_question(
                                f"{id_}-{q}", revision=chance.choice([1] * 9 + [2])
                            )
                            for q in range(count)
                        ),
                    )
                    for id_, count in capabilities
                ),
            )
            for n, capabilities in enumerate(shape)
        )
    )


def random_response(pack, name, chance):
    typical = chance.randint(0, 3)
    choices = [typical, typical, typical + 1, typical + 1, DONT_KNOW]
    answers = {q.id: an_answer(chance.choice(choices)) for q in pack.questions()}
    if chance.random() < 0.2:
        answers |= dict.fromkeys(list(answers)[::4], DOES_NOT_APPLY)
    return a_response(pack, respondent=name, **answers)


def weights(pack, node):
    """Return what each question weighs in a node, adding up to 1."""
    found = {}
    for trend in pack.trends:
        whole = sum(capability.weight for capability in trend.capabilities)
        for capability in trend.capabilities:
            for question in capability.questions:
                share = capability.weight / whole / len(capability.questions)
                if node == "overall":
                    found[question.id] = share / len(pack.trends)
                elif node == trend.id:
                    found[question.id] = share
    return found


def levels(response):
    return {i: a.level for i, a in response.answers.items() if isinstance(a, Rated)}


def applies_nowhere(quarters):
    """Return the questions that more people rule out than rate, in both quarters."""
    nowhere = None
    for quarter in quarters:
        here = set()
        for question in quarter.pack.questions():
            given = [r.answers[question.id] for r in quarter.responses]
            ruled_out = sum(answer == DOES_NOT_APPLY for answer in given)
            if ruled_out > sum(isinstance(answer, Rated) for answer in given):
                here.add(question.id)
        nowhere = here if nowhere is None else nowhere & here
    return nowhere


def same_questions(quarters):
    old, new = (quarter.pack.question_by_id for quarter in quarters)
    return {id_ for id_ in new if old[id_].revision == new[id_].revision}


def figures_of(values, node, quarters, seen):
    """Return the figure and the effective items of everybody with enough ``values``."""
    same = same_questions(quarters)
    nowhere = applies_nowhere(quarters) & same
    old, new = (weights(quarter.pack, node) for quarter in quarters)
    found = []
    for value in values:
        ids = [i for i in new if i in same and i in value and i in seen]
        ids = [i for i in ids if i not in nowhere]
        shares = [
            sum(w[i] for i in ids) / sum(w[i] for i in w if i not in nowhere)
            for w in (old, new)
        ]
        if min(shares) >= 0.6 - 1e-9:
            whole = sum(new[i] for i in ids)
            points = 25 * sum(new[i] * value[i] for i in ids) / whole
            found.append((points, whole**2 / sum(new[i] ** 2 for i in ids)))
    return found


def by_same_people(node, quarters):
    """Return error, df and change; ``None`` if nobody can be compared."""
    before = {r.respondent: levels(r) for r in quarters[0].responses}
    now = {r.respondent: levels(r) for r in quarters[1].responses}
    changes = [
        {i: now[who][i] - before[who][i] for i in now[who] if i in before[who]}
        for who in now
        if who in before
    ]
    seen = {i for change in changes for i in change}
    found = figures_of(changes, node, quarters, seen)
    if not found:
        return None
    n, points = len(found), [p for p, _ in found]
    items = sum(i for _, i in found) / n
    mean = sum(points) / n
    assumed = 1250 * (0.42**2 / items + 0.15**2)
    df = 10 + n - 1
    squares = sum((p - mean) ** 2 for p in points)
    return {
        "prior": sqrt(assumed / n),
        "prior_df": df,
        "error": sqrt((10 * assumed + squares) / df / n),
        "df": df,
        "delta": mean,
    }


def by_other_people(node, quarters):
    """Return error, df and change; ``None`` if a group has nobody."""
    given = [[levels(r) for r in quarter.responses] for quarter in quarters]
    seen = {i for g in given[0] for i in g} & {i for g in given[1] for i in g}
    groups = [figures_of(group, node, quarters, seen) for group in given]
    if not all(groups):
        return None
    both = groups[0] + groups[1]
    items = sum(i for _, i in both) / len(both)
    assumed = 625 * (0.42**2 / items + 0.15**2 + 0.5**2)
    means, prior, parts = [], [], []
    for group in groups:
        n, points = len(group), [p for p, _ in group]
        means.append(sum(points) / n)
        squares = sum((p - means[-1]) ** 2 for p in points)
        prior.append((assumed / n, 10 + n - 1))
        parts.append(((10 * assumed + squares) / (10 + n - 1) / n, 10 + n - 1))
    (prior_error, prior_df), (error, df) = welch(prior), welch(parts)
    return {
        "prior": prior_error,
        "prior_df": prior_df,
        "error": error,
        "df": df,
        "delta": means[1] - means[0],
    }


def welch(parts):
    whole = sum(v for v, _ in parts)
    return sqrt(whole), whole**2 / sum(v * v / df for v, df in parts)


def naive_page(quarters):
    """Return the route, and per node the test or ``None``."""
    nodes = ["overall", *(trend.id for trend in quarters[1].pack.trends)]
    same, other = (
        how("overall", quarters) for how in (by_same_people, by_other_people)
    )
    returning = {r.respondent for r in quarters[0].responses} & {
        r.respondent for r in quarters[1].responses
    }
    is_same = bool(returning) and (
        other is None or (same is not None and same["prior"] <= other["prior"])
    )
    how = by_same_people if is_same else by_other_people
    replaced = not returning and [len(q.responses) for q in quarters] == [1, 1]
    page = {}
    for node in nodes:
        test = None if replaced else how(node, quarters)
        share = 0.1 / len(nodes)
        if test and test["prior"] * critical(share, test["prior_df"]) > 25:
            test = None
        page[node] = test
    return Route.SAME_PEOPLE if is_same else Route.OTHER_PEOPLE, page


def naive_verdicts(page):
    """Go through Holm's steps, one test at a time."""
    waiting = {
        id_: two_sided_p(test["delta"] / test["error"], test["df"])
        for id_, test in page.items()
        if test
    }
    words = {
        id_: "no detectable change" if page[id_] else "not comparable" for id_ in page
    }
    while waiting:
        id_ = min(waiting, key=waiting.__getitem__)
        if waiting[id_] > 0.1 / len(waiting):
            break
        del waiting[id_]
        delta = page[id_]["delta"]
        moved = "improved" if delta > 0 else "declined"
        words[id_] = moved if abs(delta) >= 2.5 else "no detectable change"
    return words


@pytest.mark.parametrize("seed", range(200))
def test_a_random_page_is_as_the_plain_calculation_says(seed):
    quarters = random_pages(Random(seed))

    comparison = compare(*quarters)

    route, page = naive_page(quarters)
    assert comparison.route is route
    found = comparison.nodes()
    for id_, test in page.items():
        if test is None:
            assert found[id_].delta is None
        else:
            figures = (found[id_].delta, found[id_].error, found[id_].df)
            expected = (test["delta"], test["error"], test["df"])
            assert figures == pytest.approx(expected, abs=1e-9)
    words = {id_: node.verdict.value for id_, node in found.items()}
    assert words == naive_verdicts(page)


def test_the_random_pages_have_some_of_everything():
    comparisons = [compare(*random_pages(Random(seed))) for seed in range(40)]

    nodes = [n for comparison in comparisons for n in comparison.nodes().values()]
    assert {comparison.route for comparison in comparisons} == set(Route)
    assert {node.verdict.value for node in nodes} == {
        "improved",
        "declined",
        "no detectable change",
        "not comparable",
    }
