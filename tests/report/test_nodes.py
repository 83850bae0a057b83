"""How a mean of levels is told."""

import pytest

from readiness.report.nodes import mean_level


@pytest.mark.parametrize(
    ("mean", "said"),
    [
        (2.0, "level 2"),
        (1.9, "level 1.9 on average, nearest to level 2"),
        (1.96, "level just under 2 on average, nearest to level 2"),
        (2.04, "level just over 2 on average, nearest to level 2"),
    ],
)
def test_a_mean_in_between_is_told_with_the_level_nearest_to_it(mean, said):
    assert mean_level(mean) == said
