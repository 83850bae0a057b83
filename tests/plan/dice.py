"""Dice for tests of plans."""


class FairDice:
    """Dice that always fall in the middle."""

    gauss = staticmethod(lambda mu, _sigma: mu)
    uniform = staticmethod(lambda a, b: (a + b) / 2)
