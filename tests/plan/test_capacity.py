"""The best choice for a capacity: oracles, brute force, and what always holds."""

from itertools import combinations, count

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.plan.capacity import NODES, USUAL, Candidate, choose, fits

# P01 to P07 of the KNAPSACK_01 data sets (Florida State University): capacity,
# efforts, values, then the published best value and choice.
KNAPSACKS = [
    (
        165,
        [23, 31, 29, 44, 53, 38, 63, 85, 89, 82],
        [92, 57, 49, 68, 60, 43, 67, 84, 87, 72],
        309,
        (0, 1, 2, 3, 5),
    ),
    (26, [12, 7, 11, 8, 9], [24, 13, 23, 15, 16], 51, (1, 2, 3)),
    (190, [56, 59, 80, 64, 75, 17], [50, 50, 64, 46, 50, 5], 150, (0, 1, 4)),
    (50, [31, 10, 20, 19, 4, 3, 6], [70, 20, 39, 37, 7, 5, 10], 107, (0, 3)),
    (
        104,
        [25, 35, 45, 5, 25, 3, 2, 2],
        [350, 400, 450, 20, 70, 8, 5, 5],
        900,
        (0, 2, 3, 4, 6, 7),
    ),
    (
        170,
        [41, 50, 49, 59, 55, 57, 60],
        [442, 525, 511, 593, 546, 564, 617],
        1735,
        (1, 3, 6),
    ),
    (
        750,
        [70, 73, 77, 80, 82, 87, 90, 94, 98, 106, 110, 113, 115, 118, 120],
        [135, 139, 149, 150, 156, 163, 173, 184, 192, 201, 210, 214, 221, 229, 240],
        1458,
        (0, 2, 4, 6, 7, 8, 13, 14),
    ),
]


def some(efforts, values, needs=()):
    needs = needs or [()] * len(efforts)
    return [
        Candidate(value=v, effort=e, needs=frozenset(n))
        for v, e, n in zip(values, efforts, needs, strict=True)
    ]


@pytest.mark.parametrize(("capacity", "efforts", "values", "best", "chosen"), KNAPSACKS)
def test_published_knapsacks_are_solved(capacity, efforts, values, best, chosen):
    choice = choose(some(efforts, values), capacity)

    assert (choice.value, choice.chosen, choice.is_best) == (best, chosen, True)
    assert choice.effort <= capacity


def test_what_needs_something_dear_gives_way_to_what_needs_nothing():
    candidates = some([2, 4, 3, 3], [9, 2, 7, 5], [(1,), (), (), ()])

    choice = choose(candidates, 6)

    assert (choice.value, choice.chosen) == (12, (2, 3))


@st.composite
def problems(draw, size=12):
    """Draw up to ``size`` candidates that need earlier ones, and a capacity."""
    count = draw(st.integers(0, size))
    candidates = [
        Candidate(
            value=draw(st.integers(0, 12)) / 2,
            effort=draw(st.sampled_from([0.5, 1, 2, 3, 5, 8, 13])),
            needs=draw(st.frozensets(st.integers(0, i - 1), max_size=2))
            if i
            else frozenset(),
        )
        for i in range(count)
    ]
    return candidates, draw(st.integers(0, 40)) / 2


def is_allowed(candidates, chosen, capacity):
    effort = sum(candidates[i].effort for i in chosen)
    return effort <= capacity and all(candidates[i].needs <= {*chosen} for i in chosen)


def merit(candidates, chosen):
    """Return what makes one choice better than another: value, less effort, index."""
    return (
        sum(candidates[i].value for i in chosen),
        -sum(candidates[i].effort for i in chosen),
        [i in chosen for i in range(len(candidates))],
    )


def best_of_all(candidates, capacity):
    every = range(len(candidates))
    allowed = (
        chosen
        for size in range(len(candidates) + 1)
        for chosen in combinations(every, size)
        if is_allowed(candidates, chosen, capacity)
    )
    return max(allowed, key=lambda chosen: merit(candidates, chosen))


@given(problems(size=10))
def test_the_choice_is_that_of_brute_force_ties_included(problem):
    candidates, capacity = problem

    choice = choose(candidates, capacity)

    assert choice.chosen == best_of_all(candidates, capacity)
    assert choice.is_best


@given(problems(size=30), st.integers(0, 60))
def test_a_choice_fits_and_has_what_it_needs_however_short_the_search(problem, nodes):
    candidates, capacity = problem

    choice = choose(candidates, capacity, nodes=nodes)

    assert is_allowed(candidates, choice.chosen, capacity)
    assert choice.effort == sum(candidates[i].effort for i in choice.chosen)
    assert choice.value == sum(candidates[i].value for i in choice.chosen)


@given(problems(size=20), st.integers(0, 30))
def test_a_search_that_says_best_is_never_bettered(problem, nodes):
    candidates, capacity = problem

    short, full = (choose(candidates, capacity, nodes=n) for n in (nodes, NODES))

    assert full.is_best
    assert short.value <= full.value
    assert short.value == full.value or not short.is_best


@given(problems(size=16), st.integers(0, 20))
def test_more_capacity_is_never_worth_less(problem, more):
    candidates, capacity = problem

    less, most = (choose(candidates, c).value for c in (capacity, capacity + more))

    assert less <= most


def greedy(candidates, capacity):
    """Take again and again what has most value per effort with all that it needs."""
    taken: set[int] = set()
    while True:
        left = capacity - sum(candidates[i].effort for i in taken)
        options = []
        for i in set(range(len(candidates))) - taken:
            chain = {i}
            while more := set().union(*(candidates[n].needs for n in chain)) - chain:
                chain |= more
            chain -= taken
            effort = sum(candidates[n].effort for n in chain)
            value = sum(candidates[n].value for n in chain)
            if effort <= left and value:
                options.append((value / effort, -i, chain))
        if not options:
            return sum(candidates[i].value for i in taken)
        taken |= max(options, key=lambda option: option[:2])[2]


@given(problems(size=16))
def test_the_best_choice_is_never_worse_than_a_greedy_one(problem):
    candidates, capacity = problem

    assert choose(candidates, capacity).value >= greedy(candidates, capacity)


def test_without_time_to_search_the_greedy_choice_is_made_and_not_called_best():
    candidates = some([6, 5, 5], [7, 5, 5])

    near, best = choose(candidates, 10, nodes=0), choose(candidates, 10)

    assert (near.chosen, near.value, near.is_best) == ((0,), 7, False)
    assert (best.chosen, best.value, best.is_best) == ((1, 2), 10, True)


def test_twice_the_usual_number_of_candidates_is_searched_half_as_far():
    hard = some([6, 5, 5], [7, 5, 5])
    usual, many = ([*hard, *some([1], [0]) * (n - 3)] for n in (USUAL, 2 * USUAL))

    fewest = next(n for n in count() if choose(hard, 10, nodes=n).is_best)

    assert choose(usual, 10, nodes=fewest).is_best
    assert not choose(many, 10, nodes=2 * fewest - 1).is_best
    assert choose(many, 10, nodes=2 * fewest).is_best


def test_a_choice_that_nothing_could_better_is_best_even_if_the_search_stopped():
    candidates = some([2, 3], [5, 4])

    choice = choose(candidates, 5, nodes=0)

    assert (choice.chosen, choice.is_best) == ((0, 1), True)


def test_the_greedy_choice_counts_shared_needs_once():
    candidates = some([4, 1, 1], [0, 3, 3], [(), (0,), (0,)])

    choice = choose(candidates, 6, nodes=0)

    assert choice.chosen == (0, 1, 2)


def test_a_tie_goes_to_less_effort_then_to_the_lower_index():
    assert choose(some([3, 2], [5, 5]), 4).chosen == (1,)
    assert choose(some([2, 2], [5, 5]), 3).chosen == (0,)


def test_what_gains_nothing_is_taken_only_if_something_needs_it():
    assert choose(some([1, 1], [0, 2]), 9).chosen == (1,)
    assert choose(some([1, 1], [0, 2], [(), (0,)]), 9).chosen == (0, 1)


def test_needs_of_needs_are_needed():
    candidates = some([1, 1, 1], [9, 0, 0], [(1,), (2,), ()])

    assert choose(candidates, 2).chosen == ()
    assert choose(candidates, 3).chosen == (0, 1, 2)


@pytest.mark.parametrize("capacity", [0.3, 1e300, float("inf")])
def test_tenths_that_add_up_fit_and_endless_time_takes_all(capacity):
    assert choose(some([0.1, 0.1, 0.1], [1, 1, 1]), capacity).chosen == (0, 1, 2)


@pytest.mark.parametrize(
    ("effort", "number", "capacity"),
    [(1 / 3, 3, 1), (2 / 3, 3, 2), (5 / 7, 7, 5), (1 / 3, 60, 20), (0.1, 3, 0.3)],
)
def test_parts_of_a_week_that_add_up_to_the_time_there_is_all_fit(
    effort, number, capacity
):
    choice = choose(some([effort] * number, [1] * number), capacity)

    assert (len(choice.chosen), choice.is_best) == (number, True)


@pytest.mark.parametrize("more", [1, 0.001, 0.00001])
def test_a_little_too_much_does_not_fit(more):
    assert choose(some([1, 1 + more], [1, 2]), 2).chosen == (1,)
    assert choose(some([1, 1 + more], [1, 2]), 2 + more).chosen == (0, 1)


@pytest.mark.parametrize(
    ("effort", "room", "expected"),
    [
        (0.2, 0.3 - 0.1, True),
        (0.2, 0.2, True),
        (0.20001, 0.2, False),
        (1, float("inf"), True),
    ],
)
def test_the_last_digit_decides_nothing(effort, room, expected):
    assert fits(effort, room) is expected


def test_nothing_to_choose_from_is_no_choice():
    assert choose([], 5).chosen == ()


def test_a_huge_problem_ends_with_a_choice_that_fits():
    candidates = some(
        [1 + i * 7 % 13 for i in range(600)], [1 + i * 7 % 13 for i in range(600)]
    )

    choice = choose(candidates, 1000.5)

    assert choice.effort == 1000
