import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from readiness.pack.condition import TEXT_LIMIT, ConditionError, parse
from readiness.pack.condition_tree import (
    And,
    AnsweredShare,
    Assessed,
    Comparison,
    Count,
    Difference,
    Figure,
    Flag,
    LevelOf,
    Mean,
    Name,
    NameKind,
    Not,
    Number,
    Or,
    OrElse,
    Relation,
    Share,
    ShareAt,
    TrendMean,
    names,
)
from tests.strategies import conditions


def level(id_):
    return LevelOf(Name(NameKind.CAPABILITY, id_, 0))


def at_least(left, number=1.0):
    return Comparison(left, Relation.AT_LEAST, Number(number))


def trend(id_):
    return Name(NameKind.TREND, id_, 0)


A, B, C = at_least(level("a")), at_least(level("b")), at_least(level("c"))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a >= 1", A),
        ("a>=1", A),
        ("\ta\r\n>=\n1 ", A),
        ("a <= 1", Comparison(level("a"), Relation.AT_MOST, Number(1))),
        ("a > 1.75", Comparison(level("a"), Relation.ABOVE, Number(1.75))),
        ("a < b", Comparison(level("a"), Relation.BELOW, level("b"))),
        ("2 == a", Comparison(Number(2), Relation.EQUAL, level("a"))),
        ("1 > 0", Comparison(Number(1), Relation.ABOVE, Number(0))),
        ("ai-pairing >= 1", at_least(level("ai-pairing"))),
        ("a-b >= 1", at_least(level("a-b"))),
        ("a-2 >= 1", at_least(level("a-2"))),
        ("a_b-3_c >= 1", at_least(level("a_b-3_c"))),
        ("a - b >= 1", at_least(Difference(level("a"), level("b")))),
        ("a\n-\tb >= 1", at_least(Difference(level("a"), level("b")))),
        ("a-b - c-d >= 1", at_least(Difference(level("a-b"), level("c-d")))),
        (
            "2 <= a - 1",
            Comparison(Number(2), Relation.AT_MOST, Difference(level("a"), Number(1))),
        ),
    ],
)
def test_a_comparison_has_two_operands_and_a_relation(text, meaning):
    assert parse(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("profile.agents_live", Flag(Name(NameKind.FLAG, "agents_live", 0))),
        ("a >= 1 and b >= 1", And((A, B))),
        ("a >= 1 and b >= 1 and c >= 1", And((A, B, C))),
        ("a >= 1 or b >= 1 or c >= 1", Or((A, B, C))),
        ("a >= 1 or (b >= 1 and c >= 1)", Or((A, And((B, C))))),
        ("(a >= 1 or b >= 1) and c >= 1", And((Or((A, B)), C))),
        ("a >= 1 and (b >= 1 and c >= 1)", And((A, And((B, C))))),
        ("((a >= 1))", A),
        ("not a >= 1", Not(A)),
        ("not (a >= 1 or b >= 1)", Not(Or((A, B)))),
        ("not a >= 1 and b >= 1", And((Not(A), B))),
        ("not (not (a >= 1))", Not(Not(A))),
        ("count(a >= 1, b >= 1) >= 2", Count((A, B), Relation.AT_LEAST, 2)),
        (
            "count (a >= 1 and b >= 1, not c >= 1, a >= 1) == 1",
            Count((And((A, B)), Not(C), A), Relation.EQUAL, 1),
        ),
        ("a>=1and(b>=1)", And((A, B))),
    ],
)
def test_conditions_are_joined_by_and_or_not_and_count(text, meaning):
    assert parse(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("mean(a, b)", Mean((level("a"), level("b")))),
        ("mean(a, 2, b)", Mean((level("a"), Number(2), level("b")))),
        (
            "mean(mean(a, b), c)",
            Mean((Mean((level("a"), level("b"))), level("c"))),
        ),
        ("or_else(a, 1.5)", OrElse(Name(NameKind.CAPABILITY, "a", 0), 1.5)),
        ("trend_mean(ai)", TrendMean(trend("ai"))),
        ("answered_share()", AnsweredShare(None)),
        ("answered_share( ai )", AnsweredShare(trend("ai"))),
        ("level_share(3)", ShareAt(Share.LEVEL, 3)),
        ("artefact_share(3)", ShareAt(Share.ARTEFACT, 3)),
        ("question(a-b)", LevelOf(Name(NameKind.QUESTION, "a-b", 0))),
        ("rated_answers()", Assessed(Figure.RATED_ANSWERS)),
        ("modal_answer_share()", Assessed(Figure.MODAL_ANSWER_SHARE)),
        ("unknown_foundations()", Assessed(Figure.UNKNOWN_FOUNDATIONS)),
        ("max_prerequisite_gap()", Assessed(Figure.MAX_PREREQUISITE_GAP)),
    ],
)
def test_every_function_can_be_compared(text, meaning):
    assert parse(f"{text} >= 1") == at_least(meaning)


@pytest.mark.parametrize(
    "word", ["count", "mean", "profile", "andy", "or-else", "not_"]
)
def test_a_capability_may_be_named_like_a_function_or_begin_like_a_word(word):
    assert parse(f"{word} >= 1") == at_least(level(word))


@pytest.mark.parametrize(
    ("text", "offset", "message"),
    [
        ("", 0, "expected a number, a capability or a function"),
        ("   ", 3, "expected a number, a capability or a function"),
        ("ai-pairing", 10, "expected a comparison after 'ai-pairing'"),
        ("a b", 2, "expected a comparison after 'a', not 'b'"),
        ("a >=", 4, "expected a number, a capability or a function after '>='"),
        ("a >= and", 5, "a number, a capability or a function after '>=', not 'and'"),
        ("a >= 1 b", 7, "expected 'and', 'or' or the end after '1', not 'b'"),
        ("a >= 1)", 6, "expected 'and', 'or' or the end after '1', not ')'"),
        ("(a >= 1", 7, "expected ')' after '1'"),
        ("a >= 1 and b >= 1 or c >= 1", 18, "need parentheses"),
        ("a >= 1 or b >= 1 and c >= 1", 17, "need parentheses"),
        ("a >= 1 and", 10, "a capability or a function after 'and'"),
        ("and >= 1", 0, "not 'and'"),
        ("not not a >= 1", 4, "after 'not', not 'not'"),
        ("1 < a < 3", 6, "comparisons are not chained"),
        ("a - b - c > 1", 6, "one difference at most"),
        ("a -b > 1", 2, "a minus needs a space on both sides"),
        ("a- b > 1", 1, "a minus needs a space on both sides"),
        ("a--b > 1", 1, "a minus needs a space on both sides"),
        ("a > -1", 4, "a minus needs a space on both sides"),
        ("a >= 80%", 7, "without %"),
        ("a = 1", 2, "equal is written =="),
        ("a != 1", 2, "unexpected character '!'"),
        ("a >= 1.", 6, "unexpected character '.'"),
        ("a >= .5", 5, "unexpected character '.'"),
        ("a >= 1e5", 6, "expected 'and', 'or' or the end after '1', not 'e5'"),
        ("a >= \u0663", 5, r"unexpected character '\u0663'"),
        ("a\u00a0>= 1", 1, r"unexpected character '\xa0'"),
        ("a >= 1\x1b[2J", 6, r"unexpected character '\x1b'"),
        ("a >= 1000001", 5, "a number is at most 1000000"),
        ("A >= 1", 0, "in lower case"),
        ("a >= 1 AND b >= 1", 7, "in lower case"),
        ("profile.x >= 1", 10, "yes or no and not compared"),
        ("a >= profile.x", 5, "not 'profile.x'"),
        ("profile. x", 7, "unexpected character '.'"),
        ("mean(a) > 1", 6, "expected ',' after 'a', not ')'"),
        ("mean(a - b, c) > 1", 7, "expected ',' after 'a', not '-'"),
        ("or_else(mean(a, b), 1) > 1", 12, "expected ',' after 'mean', not '('"),
        ("or_else(1, 1) > 1", 8, "expected the id of a capability after '('"),
        ("or_else(a, b) > 1", 11, "expected a number after ',', not 'b'"),
        ("trend_mean() > 1", 11, "expected the id of a trend after '(', not ')'"),
        ("trend_mean(a, b) > 1", 12, "expected ')' after 'a', not ','"),
        ("question(not) > 1", 9, "expected the id of a question"),
        ("level_share(a) > 1", 12, "expected a number after '(', not 'a'"),
        ("rated_answers(a) > 1", 14, "expected ')' after '(', not 'a'"),
        ("median(a, b) > 1", 0, "'median' is no function; these are: count, mean,"),
        ("count(a >= 1) > 1", 12, "expected ',' after '1', not ')'"),
        ("count(a >= 1, b >= 1)", 21, "expected a comparison after ')'"),
        ("count(a >= 1, b >= 1) >= c", 25, "expected a number after '>=', not 'c'"),
        ("2 <= count(a >= 1, b >= 1)", 5, "'count' stands to the left"),
        ("__import__('os') > 1", 0, "unexpected character '_'"),
    ],
)
def test_a_mistake_is_named_with_its_place(text, offset, message):
    with pytest.raises(ConditionError) as caught:
        parse(text)

    assert message in caught.value.message
    assert caught.value.offset == offset


def test_a_condition_error_is_a_value_error_and_prints_its_message():
    error = ConditionError("expected a number", 3)

    assert isinstance(error, ValueError)
    assert str(error) == "expected a number"


def test_parentheses_nest_to_a_depth_of_20():
    depth = 20

    assert parse("(" * depth + "a >= 1" + ")" * depth) == A
    with pytest.raises(ConditionError, match="more than 20 parentheses") as caught:
        parse("(" * 21 + "a >= 1" + ")" * 21)
    assert caught.value.offset == 20


@pytest.mark.parametrize("text", ["(" * 10_000, "not " * 10_000, "mean(" * 10_000])
def test_a_text_of_any_depth_ends_in_an_error(text):
    with pytest.raises(ConditionError, match="at most 500 characters") as caught:
        parse(text)

    assert caught.value.offset == TEXT_LIMIT


@pytest.mark.parametrize(
    "piece", ["(", "not(", "not ", "mean(", "count(", "a-", "a - "]
)
def test_the_longest_text_of_one_piece_ends_in_an_error(piece):
    text = (piece * TEXT_LIMIT)[:TEXT_LIMIT]

    with pytest.raises(ConditionError):
        parse(text)


def test_a_condition_of_500_characters_is_read():
    text = "a >= 1".ljust(TEXT_LIMIT)

    assert parse(text) == A


SIGNS = ["(", ")", ",", "-", " - ", " ", "%", ">=", "<", "=="]
WORDS = ["and", "or", "not", "count", "mean", "question", "or_else", "profile.x"]
VALUES = ["a", "ai-pairing", "1", "0.5", "a >= 1"]
PIECES = st.sampled_from([*SIGNS, *WORDS, *VALUES])


@example("a >= 1")
@example("a >=")
@given(st.text(max_size=60) | st.lists(PIECES, max_size=25).map(" ".join))
def test_any_text_is_a_condition_or_has_a_mistake_inside_it(text):
    mistake = mistake_in(text)

    assert mistake is None or 0 <= mistake.offset <= len(text)


def mistake_in(text):
    try:
        parse(text)
    except ConditionError as error:
        return error
    return None


@given(conditions)
def test_a_condition_that_is_written_out_reads_as_the_same(condition):
    text = written(condition)
    assume(len(text) <= TEXT_LIMIT)

    assert parse(text) == condition


@given(conditions)
def test_every_name_stands_where_it_says(condition):
    text = written(condition)
    assume(len(text) <= TEXT_LIMIT)

    for name in names(parse(text)):
        prefix = "profile." if name.kind is NameKind.FLAG else ""
        assert text.startswith(prefix + name.id, name.offset)


def test_the_names_of_a_condition_are_listed_in_the_order_of_the_text():
    text = (
        "count(profile.live, a - b > 0) > 1 and not (or_else(c, 1) > mean(a, 1) or "
        "trend_mean(t) > question(q) or answered_share(t) > answered_share() or "
        "level_share(1) > rated_answers())"
    )

    found = [(name.kind.value, name.id) for name in names(parse(text))]

    assert found == [
        ("flag", "live"),
        ("capability", "a"),
        ("capability", "b"),
        ("capability", "c"),
        ("capability", "a"),
        ("trend", "t"),
        ("question", "q"),
        ("trend", "t"),
    ]


def written(node):
    """Write a tree in the language, with parentheses wherever they are allowed."""
    return WRITERS[type(node)](node)


def listed(parts):
    return ", ".join(written(part) for part in parts)


def joined(parts, word):
    return word.join(f"({written(part)})" for part in parts)


def level_of(name):
    return f"question({name.id})" if name.kind is NameKind.QUESTION else name.id


WRITERS = {
    Flag: lambda n: f"profile.{n.name.id}",
    Not: lambda n: f"not ({written(n.part)})",
    And: lambda n: joined(n.parts, " and "),
    Or: lambda n: joined(n.parts, " or "),
    Count: lambda n: f"count({listed(n.parts)}) {n.relation} {n.number:.9g}",
    Comparison: lambda n: f"{written(n.left)} {n.relation} {written(n.right)}",
    Difference: lambda n: f"{written(n.left)} - {written(n.right)}",
    Number: lambda n: f"{n.value:.9g}",
    LevelOf: lambda n: level_of(n.name),
    TrendMean: lambda n: f"trend_mean({n.trend.id})",
    OrElse: lambda n: f"or_else({n.capability.id}, {n.default:.9g})",
    Mean: lambda n: f"mean({listed(n.values)})",
    AnsweredShare: lambda n: f"answered_share({n.trend.id if n.trend else ''})",
    ShareAt: lambda n: f"{n.share}({n.level:.9g})",
    Assessed: lambda n: f"{n.figure}()",
}
