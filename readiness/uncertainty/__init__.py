"""How sure a number is: noise of answers, tests of change, verdicts."""
