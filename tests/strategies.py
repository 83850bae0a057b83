"""Hypothesis strategies: packs, responses to them, and conditions of rules."""

from hypothesis import strategies as st

from readiness.pack import condition_tree as tree
from readiness.pack.condition_tree import Name, NameKind
from readiness.responses import Evidence, EvidenceKind, Form, Noted
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

levels = st.integers(0, 4)
weights = st.floats(0.5, 50)
flags = st.sampled_from([True, False, None])
unknown_answers = st.sampled_from([None, DONT_KNOW, Noted(note="ask Kim")])
evidence = st.builds(
    Evidence, kind=st.sampled_from(EvidenceKind), text=st.text(max_size=40)
)
any_answer = levels | unknown_answers | st.just(DOES_NOT_APPLY)


@st.composite
def capabilities(draw, id_, *, size=3):
    """Draw a capability of 1 to ``size`` questions, some of them quick."""
    quick = draw(st.lists(st.booleans(), min_size=1, max_size=size))
    questions = [a_question(f"{id_}-q{n}", quick=q) for n, q in enumerate(quick)]
    return a_capability(id_, weight=draw(weights), questions=tuple(questions))


@st.composite
def packs(draw, *, size=3):
    """Draw a pack of 1 to ``size`` trends with 1 to ``size`` capabilities each."""
    sizes = draw(st.lists(st.integers(1, size), min_size=1, max_size=size))
    return a_pack(
        *(
            a_trend(f"t{t}", *(draw(capabilities(f"t{t}-c{c}")) for c in range(count)))
            for t, count in enumerate(sizes)
        )
    )


@st.composite
def responses(draw, pack, *, answers=any_answer, respondent="ana", forms=None):
    """Draw a response with an answer per question; ``None`` leaves it blank."""
    drawn = {question.id: draw(answers) for question in pack.questions()}
    return a_response(
        pack,
        respondent=respondent,
        form=draw(st.just(Form.FULL) if forms is None else forms),
        **{id_: an_answer(a) for id_, a in drawn.items() if a is not None},
    )


@st.composite
def assessments(draw, *, answers=any_answer, people=1):
    """Draw a pack and the responses of 1 to ``people`` respondents to it."""
    pack = draw(packs())
    count = draw(st.integers(1, people))
    names = [f"person-{n}" for n in range(count)]
    return pack, [draw(responses(pack, answers=answers, respondent=n)) for n in names]


def per_id(ids, values):
    """Draw a value for each of ``ids``."""
    return st.fixed_dictionaries(dict.fromkeys(ids, values))


def some_name(kind, ids=("a", "b-2", "agent-identity", "and-so", "count", "x_y")):
    return st.builds(Name, st.just(kind), st.sampled_from(ids), st.just(0))


_numbers = st.integers(0, 100) | st.sampled_from([0.5, 0.85, 1.75, 1_000_000])
_leaves = st.one_of(
    st.builds(tree.Number, _numbers),
    st.builds(
        tree.LevelOf, some_name(NameKind.CAPABILITY) | some_name(NameKind.QUESTION)
    ),
    st.builds(tree.TrendMean, some_name(NameKind.TREND)),
    st.builds(tree.OrElse, some_name(NameKind.CAPABILITY), _numbers),
    st.builds(tree.AnsweredShare, st.none() | some_name(NameKind.TREND)),
    st.builds(tree.ShareAt, st.sampled_from(tree.Share), _numbers),
    st.builds(tree.Assessed, st.sampled_from(tree.Figure)),
)


def _several(parts):
    return st.lists(parts, min_size=2, max_size=3).map(tuple)


_values = st.recursive(
    _leaves, lambda inner: st.builds(tree.Mean, _several(inner)), max_leaves=4
)
_relations = st.sampled_from(tree.Relation)


def conditions_on(operands, flag_names=("agents_live", "regulated", "a")):
    """Draw trees of conditions that compare ``operands``."""
    names = some_name(NameKind.FLAG, flag_names)
    tests = st.builds(tree.Flag, names) | st.builds(
        tree.Comparison, operands, _relations, operands
    )
    return st.recursive(
        tests,
        lambda inner: st.one_of(
            st.builds(tree.Not, inner),
            st.builds(tree.And, _several(inner)),
            st.builds(tree.Or, _several(inner)),
            st.builds(tree.Count, _several(inner), _relations, st.integers(0, 3)),
        ),
        max_leaves=6,
    )


conditions = conditions_on(_values | st.builds(tree.Difference, _values, _values))
