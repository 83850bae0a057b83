import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.errors import BadDataError, ExitCode, NotFoundError
from readiness.pack.document import Document, Mark, value_at
from readiness.pack.reader import (
    SIZE_LIMIT,
    ReadError,
    load_bytes,
    parse,
    read,
    read_file,
)

PYTHON_PARSER = "import sys; sys.modules['yaml._yaml'] = None\n"


def data_of(text):
    return read(text.encode(), "file.yaml").data


def mistakes_of(content):
    with pytest.raises(ReadError) as caught:
        read(content if isinstance(content, bytes) else content.encode(), "file.yaml")
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_document_is_plain_data():
    text = "a: [1, {b: two}]\nc:\n  - |\n    long\n    text\n  - ''\n"

    assert data_of(text) == {"a": [1, {"b": "two"}], "c": ["long\ntext\n", ""]}


def test_every_value_and_key_has_its_place():
    document = read(b"# first\na: [x, {b: y}]\n'c':\n  - z\nd:\n", "file.yaml")

    assert document.positions == {
        (): Mark(2, 1),
        ("a",): Mark(2, 4),
        ("a", 0): Mark(2, 5),
        ("a", 1): Mark(2, 8),
        ("a", 1, "b"): Mark(2, 12),
        ("c",): Mark(4, 3),
        ("c", 0): Mark(4, 5),
        ("d",): Mark(5, 3),
    }
    assert document.keys == {
        ("a",): Mark(2, 1),
        ("a", 1, "b"): Mark(2, 9),
        ("c",): Mark(3, 1),
        ("d",): Mark(5, 1),
    }


def test_what_is_not_there_is_where_it_should_be():
    document = read(b"a:\n  b: [1]\n", "file.yaml")

    assert document.at(("a", "missing")) == Mark(2, 3)
    assert document.at(("a", "b", 7, "c")) == Mark(2, 6)
    assert document.key_at(("a", "missing")) == Mark(2, 3)
    assert document.key_at(("a", "b")) == Mark(2, 3)
    assert Document().at(("a",)) == Mark(1, 1)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("k: abc", "1:6"),
        ("k: 'abc'", "1:7"),
        ('k: "abc"', "1:7"),
        ('k: "\\x61bc"', "1:4"),
        ("k: |\n  abc", "1:4"),
        ("k: [abc]", "1:4"),
        ("k:", "1:3"),
        ("é: é\nk: 'ébc'", "2:7"),
        ("x: 1\r\nk: abc\r\n", "2:6"),
    ],
)
def test_a_character_inside_a_text_has_its_place_unless_it_is_escaped(text, place):
    document = read(text.encode(), "file.yaml")

    assert str(document.inside(("k",), 2)) == place


def test_a_value_that_is_not_written_out_has_a_place_too():
    document = read(b"---", "file.yaml")

    assert document.inside((), 0) == document.at(())


def test_a_path_that_leads_nowhere_has_no_value():
    assert value_at({"a": [1]}, ("a", 0)) == 1
    assert value_at({"a": [1]}, ("a", 1)) is None
    assert value_at({"a": [1]}, ("b",)) is None
    assert value_at({"a": [1]}, ("a", "b")) is None


@pytest.mark.parametrize(
    "text",
    ["yes", "no", "on", "off", "y", "N", "1:30", "2026-11-22", "1_000", "<<", "="],
)
def test_words_that_older_yaml_took_for_something_else_are_text(text):
    assert data_of(f"k: {text}") == {"k": text}


@pytest.mark.parametrize("text", ["true", "null", "1", "1.5", "~", "", ".inf", "0x1f"])
@pytest.mark.parametrize("quote", ["'", '"'])
def test_what_is_quoted_is_text(text, quote):
    assert data_of(f"k: {quote}{text}{quote}") == {"k": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("False", False),
        ("NULL", None),
        ("~", None),
        ("", None),
        ("-12", -12),
        ("007", 7),
        ("0o17", 15),
        ("0xfF", 255),
        ("1.5", 1.5),
        (".5", 0.5),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("-.inf", float("-inf")),
        ("+.INF", float("inf")),
        ("0o9", "0o9"),
        ("1.2.3", "1.2.3"),
        ("\u0661", "\u0661"),  # a digit, yet not of this language
    ],
)
def test_a_plain_scalar_follows_yaml_1_2(text, value):
    found = data_of(f"k: {text}")["k"]

    assert found == value
    assert type(found) is type(value)


def test_not_a_number_is_a_number():
    found = data_of("k: .nan")["k"]

    assert found != found  # noqa: PLR0124  that is how to know it


@pytest.mark.parametrize(
    ("content", "mistake"),
    [
        ("", "1:1: the file is empty"),
        ("\ufeff", "1:1: the file is empty"),
        ("# only a comment\n", "1:1: the file is empty"),
        (b"\x89PNG\r\n\x1a\n", "1:1: this is not UTF-8 text"),
        (b"a: 1\nb: \xe9\n", "2:4: this is not UTF-8 text"),
        ("a: 1".encode("utf-16"), "1:1: this is not UTF-8 text"),
        ("a: 1\nb: \0", "2:4: control character U+0000 is not allowed"),
        ("a: \x1b[31m", "1:4: control character U+001B is not allowed"),
        (b" " * (SIZE_LIMIT + 1), "1:1: the file is larger than 1 MiB"),
        ("a: [b", "1:4: not valid YAML: what begins here is not closed"),
        ("a: {b: 1\n", "1:4: not valid YAML: what begins here is not closed"),
        ("a: [b\nc: 1\n]", "2:2: not valid YAML: did not find expected ',' or ']', "),
        ("k:\n  'x\ny\n", "2:3: not valid YAML: what begins here is not closed"),
        ("a: b: c", "1:5: not valid YAML: mapping values are not allowed in this "),
        ("a:\n\tb: 1", "2:1: not valid YAML: found character that cannot start any"),
        ("a: x\n\ty: 1", "2:1: not valid YAML: found a tab character"),
        ("a:\n  b: 1\n c: 2", "3:2: not valid YAML: did not find expected key, while "),
        ("a: 1\n---\nb: 2", "2:1: a second document begins here"),
        ("? [a]\n: b", "1:3: a key must be text, not an alias, list or mapping"),
        ("a: 1\n2: b", "2:1: a key must be text: put quotes around 2"),
        ("? \n: b", "1:2: a key must be text: put quotes around it"),
        ("a: 1\nb: 2\n'a': 3", "3:1: key 'a' is there already, on line 1"),
        ("{a: 1, a: 2}", "1:8: key 'a' is there already, on line 1"),
        ("a: &x 1", "1:4: anchor '&x' is not allowed"),
        ("a: !!int '1'", "1:4: tag 'tag:yaml.org,2002:int' is not allowed"),
        ("a: !x [1]", "1:4: tag '!x' is not allowed"),
        ("a: !!python/name:os.system x", "1:4: tag 'tag:yaml.org,2002:python/name:"),
        ("a: " + "9" * 5000, "1:4: a number may have 100 digits, not 5000"),
        ("[" * 41 + "]" * 41, "1:41: more than 40 levels of nesting"),
        ("- a\n" * 200_000, "200000:3: more than 200,000 keys and values"),
    ],
    ids=lambda value: repr(value[:20]),
)
def test_what_is_more_than_json_is_refused_where_it_stands(content, mistake):
    found = mistakes_of(content)

    assert len(found) == 1
    assert found[0].startswith(mistake)


def test_an_alias_bomb_is_refused_at_every_alias():
    bomb = "a: &a [x]\nb: &b [*a, *a]\nc: [*b]\n"

    assert mistakes_of(bomb) == [
        "1:4: anchor '&a' is not allowed",
        "2:4: anchor '&b' is not allowed",
        "2:8: alias '*a' is not allowed",
        "2:12: alias '*a' is not allowed",
        "3:5: alias '*b' is not allowed",
    ]


def test_an_alias_as_a_key_is_one_mistake():
    assert mistakes_of("*a : 1") == ["1:1: alias '*a' is not allowed"]


def test_as_much_as_is_allowed_is_read():
    assert data_of("[" * 40 + "]" * 40)
    assert len(data_of("- a\n" * 199_999)) == 199_999


def test_windows_line_ends_and_a_byte_order_mark_are_accepted():
    document = read(b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n", "file.yaml")

    assert document.data == {"a": 1, "b": ["c"]}
    assert document.at(("b", 0)) == Mark(3, 5)


def test_what_could_be_read_in_spite_of_a_mistake_is_there():
    document = parse(b"a: &x 1\nb: 2\n")

    assert document.data == {"a": 1, "b": 2}
    assert document.is_whole


def test_after_a_mistake_in_the_syntax_nothing_is_there():
    document = parse(b"a: 1\nb: [")

    assert document.data is None
    assert not document.is_whole


def test_an_error_with_one_mistake_is_one_line():
    with pytest.raises(ReadError) as caught:
        read(b"a: 'x", "answers\n.yaml")

    error = caught.value
    assert (
        error.message
        == "answers .yaml:1:4: not valid YAML: what begins here is not closed"
    )
    assert error.facts == ()
    assert error.code is ExitCode.BAD_DATA


def test_an_error_with_several_mistakes_lists_them():
    with pytest.raises(ReadError) as caught:
        read(b"a: &x 1\nb: *x", "answers.yaml")

    assert caught.value.message == "answers.yaml has 2 mistakes"
    assert caught.value.facts == (
        "answers.yaml:1:4: anchor '&x' is not allowed",
        "answers.yaml:2:4: alias '*x' is not allowed",
    )


def test_a_file_is_read_under_its_own_name(tmp_path):
    (tmp_path / "a.yaml").write_text("a: 1\n")
    (tmp_path / "b.yaml").write_text("a: [b\n")

    assert read_file(tmp_path / "a.yaml").data == {"a": 1}
    with pytest.raises(ReadError, match=r"b\.yaml:1:4: not valid YAML"):
        read_file(tmp_path / "b.yaml")


def test_a_huge_file_is_not_read_to_its_end(tmp_path):
    with (tmp_path / "huge.yaml").open("wb") as file:
        file.truncate(2**40)  # without content: it takes no room

    assert len(load_bytes(tmp_path / "huge.yaml")) == SIZE_LIMIT + 1


def test_a_file_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFoundError, match=r"there is no file .*gone\.yaml"):
        read_file(tmp_path / "gone.yaml")
    with pytest.raises(NotFoundError, match=r"there is no file .*gone\.yaml"):
        read_file(tmp_path / "\0gone.yaml")


def test_a_folder_cannot_be_read(tmp_path):
    with pytest.raises(BadDataError, match="cannot be read: is a directory"):
        read_file(tmp_path)


@given(st.binary() | st.text().map(str.encode))
def test_arbitrary_bytes_are_read_or_refused_with_a_place(content):
    try:
        document = read(content, "file.yaml")
    except ReadError as error:
        lines = content.count(b"\n") + content.count(b"\r") + content.count(b"\xe2") + 2
        for mistake in error.mistakes:
            assert 1 <= mistake.mark.line <= lines + content.count(b"\x85")
            assert mistake.mark.column >= 1
            assert mistake.text
    else:
        assert document.at(()).line >= 1


@given(st.text(alphabet="ab1 :-[]{},'\"&*!?|>#%@`\t\n~\\ud8", max_size=40))
def test_arbitrary_yaml_is_read_or_refused(text):
    document = parse(text.encode())

    assert document.is_whole or document.mistakes


PRINTABLE = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Cn", "Zl", "Zp"]), max_size=20
)
JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | PRINTABLE,
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(PRINTABLE, inner, max_size=4)
    ),
    max_leaves=20,
)


@given(JSON, st.sampled_from([None, 1, 4]))
def test_json_is_read_as_what_it_is_with_the_place_of_every_value(value, indent):
    source = json.dumps(value, ensure_ascii=False, indent=indent)

    document = read(source.encode(), "file.json")

    assert document.data == value
    lines = source.split("\n")
    for path, mark in document.positions.items():
        here = value_at(value, path)
        start = (
            "{" if isinstance(here, dict) else "[" if isinstance(here, list) else None
        )
        shown = start or json.dumps(here, ensure_ascii=False)
        assert lines[mark.line - 1][mark.column - 1 :].startswith(shown)
    for path, mark in document.keys.items():
        shown = json.dumps(path[-1], ensure_ascii=False)
        assert lines[mark.line - 1][mark.column - 1 :].startswith(shown)


def run(code):
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        cwd=root,
    )
    return done.returncode, done.stdout.strip(), done.stderr


@pytest.mark.parametrize("prelude", ["", PYTHON_PARSER], ids=["C", "Python"])
@pytest.mark.parametrize("opening", ["[", "- ", "? ", '[{"":'])
def test_nesting_without_end_is_survived_by_either_parser(prelude, opening):
    code = (
        f"{prelude}from readiness.pack.reader import parse\n"
        f"print(parse({opening!r}.encode() * (400_000 // {len(opening)})).mistakes[0])"
    )

    status, out, err = run(code)

    assert (status, err) == (0, "")
    assert "levels of nesting" in out or "a key must be text" in out


def test_the_parser_in_python_reads_the_same():
    text = "a: [x, 'y', {b: 1.5}]\nc: |\n  d\ne: no\nf:\n- &x g\n- !t h\n"
    code = (
        f"{PYTHON_PARSER}import yaml\nfrom readiness.pack.reader import parse\n"
        f"print(yaml.__with_libyaml__, parse({text.encode()!r}))"
    )

    _, out, _ = run(code)

    assert out == f"False {parse(text.encode())}"


def test_half_a_surrogate_pair_is_refused_by_either_parser():
    text = '"\\ud800": "\\udfff"'
    code = (
        f"{PYTHON_PARSER}from readiness.pack.reader import parse\n"
        f"for mistake in parse({text.encode()!r}).mistakes: print(mistake)"
    )

    _, out, _ = run(code)

    assert out.splitlines() == [
        "1:1: half of a surrogate pair is not a character",
        "1:11: half of a surrogate pair is not a character",
    ]
    assert mistakes_of(text)[0].startswith("1:4: not valid YAML: found invalid Unicode")
