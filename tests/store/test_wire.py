import json
from datetime import UTC

import pytest
from hypothesis import given
from hypothesis import strategies as st

from readiness.errors import BadDataError
from readiness.pack.fields import LEVELS
from readiness.responses import (
    Evidence,
    Form,
    NotApplicable,
    Noted,
    PackRef,
    Rated,
    Response,
    Team,
    Unknown,
)
from readiness.store.wire import decode, encode
from tests.builders import NOON, a_response
from tests.strategies import evidence

SLUGS = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,8}){0,2}", fullmatch=True)
NOTES = st.text(max_size=40)
REMARKS = {
    "note": NOTES,
    "evidence": st.lists(NOTES | evidence, max_size=3).map(tuple),
    "at": st.none() | st.datetimes(timezones=st.just(UTC)),
}
ANSWERS = st.one_of(
    st.builds(Rated, level=st.integers(0, LEVELS - 1), **REMARKS),
    st.builds(Unknown, **REMARKS),
    st.builds(NotApplicable, reason=NOTES, **REMARKS),
    st.builds(Noted, **REMARKS),
)
RESPONSES = st.builds(
    Response,
    team=st.builds(
        Team, id=SLUGS, name=st.text("aé🙂 \x1b[", min_size=1).map("x".__add__)
    ),
    period=st.sampled_from(["2026-Q4", "1999-Q1"]),
    respondent=SLUGS,
    role=st.text(max_size=20),
    form=st.sampled_from(Form),
    pack=st.builds(
        PackRef,
        id=SLUGS,
        version=st.just("1.0.0"),
        sha256=st.from_regex("[0-9a-f]{64}", fullmatch=True),
    ),
    profile=st.dictionaries(
        st.from_regex("[a-z][a-z0-9_]{0,9}", fullmatch=True),
        st.integers() | st.text("aé🙂\n", max_size=9),
        max_size=3,
    ),
    answers=st.dictionaries(SLUGS, ANSWERS, max_size=5),
)


@given(response=RESPONSES)
def test_what_is_written_reads_back_the_same(response):
    content = encode(response)

    assert decode(content, "ana.json") == response


@given(response=RESPONSES)
def test_one_answer_stands_on_one_line_and_keys_are_sorted(response):
    lines = encode(response).decode().split("\n")

    keys = [line.split('"')[1] for line in lines if line.startswith('  "')]
    ids = [line.split('"')[1] for line in lines if line.startswith('    "')]
    assert keys == sorted(keys)
    assert ids == sorted(response.answers) + sorted(response.profile)
    assert lines[-2:] == ["}", ""]


EVIDENCE = (
    "https://e.test",
    {"kind": "seen", "text": "a drill"},
    {"kind": "told"},
    {"kind": "artefact"},
)


def test_the_file_is_what_users_were_promised():
    pack = PackRef(id="small", version="1.0.0", sha256="0" * 64)
    response = a_response(
        pairing=Rated(level=3, note="naïve", evidence=EVIDENCE, at=NOON),
        roles=Unknown(),
        agents=NotApplicable(reason="none"),
        later=Noted(note="ask Bo"),
        profile={"size": 2},
    ).model_copy(update={"pack": pack})

    text = encode(response).decode()

    assert text == (
        "{\n"
        '  "answers": {\n'
        '    "agents": {"not_applicable": true, "reason": "none"},\n'
        '    "later": {"note": "ask Bo"},\n'
        '    "pairing": {"at": "2026-11-22T12:00:00Z", '
        '"evidence": ["https://e.test", {"kind": "seen", "text": "a drill"}, '
        '{"kind": "told"}, {"kind": "artefact"}], "level": 3, "note": "naïve"},\n'
        '    "roles": {"unknown": true}\n'
        "  },\n"
        '  "form": "full",\n'
        '  "kind": "readiness.response",\n'
        f'  "pack": {{"id": "small", "sha256": "{"0" * 64}", "version": "1.0.0"}},\n'
        '  "period": "2026-Q4",\n'
        '  "profile": {\n'
        '    "size": 2\n'
        "  },\n"
        '  "respondent": "ana",\n'
        '  "role": "",\n'
        '  "schema_version": 1,\n'
        '  "team": {"id": "payments", "name": "Payments"}\n'
        "}\n"
    )


@pytest.mark.parametrize(
    ("note", "kept"),
    [
        ("\x1b[31mred\x1b[0m", "[31mred[0m"),
        ("[bold]x[/oops]", "[bold]x[/oops]"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("# head\n\n| a | b |", "# head\n\n| a | b |"),
        ("a\r\nb\rc", "a\nb\nc"),
        ("evil\u202etxt.exe\x00\x9b", "eviltxt.exe"),
        ("\ud83d half", "half"),
    ],
)
def test_notes_stay_plain_data_without_control_characters(note, kept):
    response = a_response(pairing=Rated(level=1, note=note))

    read = decode(encode(response), "ana.json")

    assert read.answers["pairing"].note == kept


def test_control_characters_that_were_put_into_the_file_do_not_come_out():
    text = encode(a_response(pairing=Rated(level=1, note="NOTE"))).decode()

    read = decode(text.replace("NOTE", "\\u001b[31mred\\ud800").encode(), "ana.json")

    assert read.answers["pairing"].note == "[31mred"


def test_a_file_from_when_evidence_was_text_alone_reads_as_artefacts():
    text = encode(a_response(pairing=3)).decode()
    old = text.replace(LINE, '"pairing": {"evidence": ["a", "told: b"], "level": 3}')

    read = decode(old.encode(), "ana.json").answers["pairing"]

    assert read.evidence == (Evidence(text="a"), Evidence(text="told: b"))
    assert '"evidence": ["a", "told: b"]' in encode(a_response(x=read)).decode()


LINE = '"pairing": {"level": 3}'


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (LINE, '"pairing": {"level": 7}', "ana.json:3:17: answers.pairing.level: "),
        (LINE, '"pairing": {"level": -1}', "ana.json:3:17: answers.pairing.level: "),
        (LINE, '"pairing": {"level": true}', "ana.json:3:17: answers.pairing.level: "),
        (LINE, '"pairing": {"level": 2.5}', "ana.json:3:17: answers.pairing.level: "),
        (
            LINE,
            '"pairing": {"level": 3, "unknown": true}',
            "ana.json:3:5: answers.pairing: has more than one of",
        ),
        (LINE, '"pairing": {"unknown": 1}', "ana.json:3:17: answers.pairing.unknown"),
        (LINE, '"pairing": {"reason": "x"}', "answers.pairing: has a reason"),
        (LINE, '"pairing": {"nite": "x"}', "3:17: answers.pairing.nite is not"),
        (
            LINE,
            '"pairing": {"at": "now"}',
            "answers.pairing.at: should be a time",
        ),
        (LINE, '"pairing": {"at": 5}', "answers.pairing.at: should be a time"),
        (
            LINE,
            '"pairing": {"at": "2026-11-22T12:00:00"}',
            "answers.pairing.at: should end with its time zone",
        ),
        (
            LINE,
            '"pairing": {"evidence": [["x"]]}',
            "3:30: answers.pairing.evidence.0: should be text, or an object with",
        ),
        (
            LINE,
            '"pairing": {"evidence": ["x", {"kind": "sene", "text": "x"}]}',
            "ana.json:3:36: answers.pairing.evidence.1.kind: 'sene' is not one of ",
        ),
        (
            LINE,
            '"pairing": {"evidence": [{"kind": "Seen"}]}',
            "one of artefact, seen, told, impression, did you mean 'seen'?",
        ),
        (
            LINE,
            '"pairing": {"evidence": [{"kind": ["seen"]}]}',
            "evidence.0.kind: should be one of artefact, seen, told, impression",
        ),
        (
            LINE,
            '"pairing": {"evidence": [{"txt": "x"}]}',
            "ana.json:3:31: answers.pairing.evidence.0.txt is not a key",
        ),
        (
            LINE,
            '"pairing": {"evidence": ["x"' + ', "x"' * 20 + "]}",
            "ana.json:3:17: answers.pairing.evidence is longer than 20",
        ),
        ('"form": "full"', '"form": "fulll"', "'fulll' is not one of full, quick"),
        (
            LINE,
            LINE + ',\n"pairing": {"level": 2}',
            '4:1: the key "pairing" stands twice',
        ),
        (LINE, '"pairing": {"note": "a", "note": "b"}', 'key "note" stands twice'),
        (LINE, '"pairing": {"level": NaN}', "NaN is not a number of JSON"),
        (LINE, '"pairing": {"level": ' + "1" * 9999 + "}", "a number that is too long"),
        (LINE, '"pairing": ' + "[" * 200_000, "nested too deeply"),
        (LINE, '"../../etc": {"level": 3}', "answers.../../etc: string should match"),
        (LINE, '"pairing" {"level": 3}', "ana.json:3:15: expecting ':' delimiter"),
        (
            LINE,
            '"pairing": {"note": "a\tb"}',
            "ana.json:3:27: invalid control",
        ),
        ('"role": ""', '"rule": ""', "rule is not a key of this format"),
        (
            '"role": ""',
            f'"role": "{"x" * 61}"',
            "11:3: role is longer than 60",
        ),
        ('"role": ""', '"role": 5', "role: input should be a valid string"),
        ('"profile": {}', '"profile": {"x": true}', "profile.x: should be text or a"),
        (
            '"profile": {}',
            '"profile": {"x": "\\u001b"}',
            "profile.x: control",
        ),
        ('  "respondent": "ana",\n', "", "ana.json:1:1: respondent is missing"),
        ('"2026-Q4"', '"2026-Q5"', "period: string should match"),
        ('"2026-Q4"', '"٢٠٢٦-Q4"', "period: string should match"),
        ('"readiness.response"', '"other"', "is not a response file of readiness"),
        ('"payments"', '"../x"', "team.id: string should match"),
    ],
)
def test_a_file_edited_wrongly_is_refused_with_the_place(old, new, message):
    text = encode(a_response(pairing=3)).decode()
    assert old in text

    with pytest.raises(BadDataError) as caught:
        decode(text.replace(old, new, 1).encode(), "ana.json")

    assert message in caught.value.message
    assert caught.value.message.startswith("ana.json:")
    assert any("never overwritten" in step for step in caught.value.tries)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "ana.json:1: the file is empty"),
        (b" \n", "ana.json:1: the file is empty"),
        (b'{"a":\n\x00\xff\xfe', "ana.json:2: is not text in UTF-8"),
        (b"\x00\x01", "ana.json:1:1: expecting value"),
        (b"[]", "ana.json:1: should be an object in braces"),
        (b"{}", "ana.json:1:1: is not a response file"),
        (b"{} {}", "ana.json:1:4: extra data"),
    ],
)
def test_what_is_not_a_response_at_all_is_refused(content, message):
    with pytest.raises(BadDataError) as caught:
        decode(content, "ana.json")

    assert message in caught.value.message


def test_a_file_cut_anywhere_is_refused():
    content = encode(a_response(pairing=Rated(level=3, note="é" * 9), roles=Unknown()))
    whole = len(content.rstrip())

    for length in range(whole):
        with pytest.raises(BadDataError, match=r"^ana\.json:\d+"):
            decode(content[:length], "ana.json")


def test_a_file_of_a_newer_version_says_to_upgrade():
    text = encode(a_response()).decode()
    newer = text.replace('"schema_version": 1', '"schema_version": 2')

    with pytest.raises(BadDataError, match="newer version of readiness") as caught:
        decode(newer.encode(), "ana.json")

    assert "upgrade" in caught.value.tries[0]


@pytest.mark.parametrize("version", ['"1"', "0", "-1", "1.5", "null"])
def test_a_version_that_never_was_is_refused(version):
    text = encode(a_response()).decode()
    odd = text.replace('"schema_version": 1', f'"schema_version": {version}')

    with pytest.raises(BadDataError):
        decode(odd.encode(), "ana.json")


def test_several_mistakes_are_told_at_once():
    text = encode(a_response(pairing=3, roles=2)).decode()
    wrong = text.replace('"level": 3', '"level": 8').replace('"level": 2', '"level": 9')

    with pytest.raises(BadDataError) as caught:
        decode(wrong.encode(), "ana.json")

    assert "ana.json:3:" in caught.value.message
    assert "ana.json:4:" in caught.value.facts[0]


def test_a_response_too_large_to_be_read_again_is_not_written():
    long = Rated(level=1, evidence=("x" * 2000,) * 20)
    answers = {f"q{n}": long for n in range(120)}

    with pytest.raises(BadDataError, match="too long to be kept"):
        encode(a_response(**answers))


def test_other_programs_can_read_the_file():
    data = json.loads(encode(a_response(pairing=3)))

    assert data["answers"] == {"pairing": {"level": 3}}
