from readiness.suggestions import closest, did_you_mean, quoted


def test_a_word_is_quoted_on_one_line_without_what_a_terminal_obeys():
    assert quoted("a\nb\x1b[31m") == "'a b[31m'"


def test_a_long_word_is_cut():
    assert quoted("x" * 1000) == f"'{'x' * 60}...'"
    assert quoted("x" * 61, '"') == f'"{"x" * 60}..."'
    assert quoted("x" * 60, '"') == f'"{"x" * 60}"'


def test_a_known_word_that_is_like_it_is_suggested():
    assert closest("pairng", ["pairing", "roles"]) == "pairing"
    assert did_you_mean("pairng", ["pairing", "roles"]) == ", did you mean 'pairing'?"


def test_nothing_is_suggested_if_nothing_is_like_it():
    assert closest("zebra", ["pairing"]) is None
    assert did_you_mean("zebra", ["pairing"]) == ""
