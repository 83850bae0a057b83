"""The scores of a card as plain numbers."""

from itertools import chain

import pytest


def known(value):
    assert value is not None
    return value


def numbers(card):
    """Return the scores of all nodes that have one, by id."""
    parts = chain(
        [("overall", card.score)],
        ((trend.trend.id, trend.score) for trend in card.trends),
        ((part.capability.id, part.score) for part in card.capabilities()),
    )
    return {id_: node for id_, node in parts if node}


def as_numbers(node):
    found = (node.point, node.low, node.high, node.coverage)
    return [None if number is None else pytest.approx(number) for number in found]


def assert_alike(one, other):
    found, expected = numbers(one), numbers(other)
    assert found.keys() == expected.keys()
    for id_, node in found.items():
        assert as_numbers(node) == as_numbers(expected[id_])
