from readiness.pack.model import Effort
from readiness.plan.horizons import schedule
from readiness.plan.ranking import rank
from readiness.plan.steps import Horizon
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, an_action


def scheduled(*capabilities, **answers):
    pack = a_pack(*capabilities)
    named = {c.id: answers.get(c.id, 0) for c in capabilities}
    planned, rest = schedule(rank(evaluate(pack, [a_response(pack, **named)])))
    when = {p.step.capability.id: p.horizon for p in planned}
    return when, [step.capability.id for step in rest]


def small(id_, **fields):
    return a_capability(id_, actions=(an_action(id_),), **fields)


def test_at_most_six_steps_are_scheduled_two_at_a_time_and_the_rest_is_kept():
    when, rest = scheduled(*(small(f"c{n}") for n in range(8)))

    assert list(when.values()) == [
        Horizon.NOW,
        Horizon.NOW,
        Horizon.NEXT,
        Horizon.NEXT,
        Horizon.LATER,
        Horizon.LATER,
    ]
    assert rest == ["c6", "c7"]


def test_a_large_step_is_not_for_the_first_six_weeks_even_if_it_ranks_first():
    big = a_capability(
        "big",
        weight=99,
        actions=(an_action("big", effort=Effort.LARGE, first_step="Begin."),),
    )

    when, _ = scheduled(big, small("little"))

    assert when == {"little": Horizon.NOW, "big": Horizon.NEXT}


def test_a_step_comes_after_the_step_of_its_prerequisite():
    when, _ = scheduled(small("base"), small("top", weight=9, prerequisites=("base",)))

    assert when == {"base": Horizon.NOW, "top": Horizon.NEXT}


def test_a_prerequisite_that_is_ahead_already_delays_nothing():
    base = a_capability("base", actions=(an_action("base", 3),))

    when, _ = scheduled(base, small("top", prerequisites=("base",)), base=2)

    assert when == {"base": Horizon.NOW, "top": Horizon.NOW}


def test_a_step_that_no_horizon_has_time_for_goes_to_the_rest():
    chain = [
        small(f"c{n}", weight=9 - n, prerequisites=(f"c{n - 1}",) if n else ())
        for n in range(4)
    ]

    when, rest = scheduled(*chain)

    assert when == {"c0": Horizon.NOW, "c1": Horizon.NEXT, "c2": Horizon.LATER}
    assert rest == ["c3"]


def test_what_rests_on_a_step_without_room_finds_none_either():
    larges = [
        a_capability(
            f"c{n}",
            weight=weight,
            actions=(an_action(f"c{n}", effort=Effort.LARGE, first_step="Begin."),),
        )
        for n, weight in enumerate((90, 80, 70, 60, 20))
    ]

    when, rest = scheduled(*larges, small("top", weight=1, prerequisites=("c4",)))

    assert list(when) == ["c0", "c1", "c2", "c3"]
    assert rest == ["c4", "top"]
