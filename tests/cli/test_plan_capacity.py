"""``readiness plan --capacity`` and ``--robust``."""

import pytest

from readiness.errors import ExitCode


def test_a_plan_for_the_time_there_is_says_what_it_goes_to(run):
    made = run("plan", "--demo", "--plain", "--capacity", "12").stdout

    assert "With 12 person-weeks: " in made
    assert "the next quarter can prove changes of " in made


@pytest.mark.parametrize("weeks", ["-1", "nan", "inf", "1e300"])
def test_what_is_no_amount_of_time_is_refused(run, weeks):
    result = run("plan", "--demo", "--capacity", weeks)

    assert result.exit_code == ExitCode.USAGE
    assert "a number of person-weeks" in result.stderr


def test_two_robust_plans_of_the_same_answers_are_the_same_to_the_byte(run):
    one, two = (run("plan", "--demo", "--robust", "--json").stdout for _ in range(2))

    assert one == two
    assert "solid: among the first three in" in one


def test_without_robust_nothing_is_said_to_be_solid(run):
    assert "solid:" not in run("plan", "--demo", "--json").stdout
