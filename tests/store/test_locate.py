import json

from hypothesis import given
from hypothesis import strategies as st

from readiness.store.locate import find_place, repeated_keys

LEAVES = st.none() | st.booleans() | st.integers() | st.text(max_size=6)
TREES = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text('ab"\\é{}[],:', max_size=3), inner, max_size=3)
    ),
    max_leaves=12,
)


def trails(data, trail=()):
    inside = dict(enumerate(data)) if isinstance(data, list) else data
    for step, inner in inside.items() if isinstance(inside, dict) else ():
        yield (*trail, step), inner
        yield from trails(inner, (*trail, step))


@given(tree=TREES, indent=st.sampled_from([None, 1, 4]), ascii_=st.booleans())
def test_every_value_is_found_where_it_is(tree, indent, ascii_):
    text = json.dumps(tree, indent=indent, ensure_ascii=ascii_)
    lines = text.split("\n")

    for trail, value in trails(tree):
        line, column = find_place(text, trail)
        rest = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        first, end = json.JSONDecoder().raw_decode(rest)
        if isinstance(trail[-1], str):
            assert first == trail[-1]
            first, _ = json.JSONDecoder().raw_decode(rest[end:].lstrip(": "))
        assert first == value


def test_what_is_missing_is_placed_at_its_nearest_parent():
    text = '{\n  "a": {"b": 1}\n}'

    assert find_place(text, ("a", "c", 3)) == (2, 3)
    assert find_place(text, ("x",)) == (1, 1)


def test_a_key_is_repeated_only_within_its_own_object():
    text = '{"a": {"x": 1}, "b": [{"x": 1}, {"x": 1}],\n "\\u0061": 2}'

    assert list(repeated_keys(text)) == [(("a",), (2, 2))]
