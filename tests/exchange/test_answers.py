import json

import pytest

from readiness.errors import BadDataError
from readiness.exchange.answers import read_answers, read_heading
from readiness.pack.archive import digest
from readiness.pack.model import ProfileOption, ProfileQuestion
from readiness.pack.reader import ReadError
from readiness.period import Period
from readiness.responses import Form, NotApplicable, Noted, Rated, Unknown
from tests.builders import a_capability, a_pack


def a_choice(id_, *values):
    options = tuple(ProfileOption(value=v, label=str(v)) for v in values)
    return ProfileQuestion(id=id_, text=f"What is {id_}?", options=options)


PACK = a_pack(
    a_capability("pairing"),
    a_capability("roles"),
    profile=(a_choice("regulated", "yes", "no"), a_choice("importance", 1, 2, 3)),
)


def read(text, name="a.yaml"):
    return read_answers(text, name, PACK)


def one_answer(text):
    """Read what is written after the colon of a question."""
    return read(f"answers:\n  pairing: {text}").answers.get("pairing")


def mistakes(text):
    with pytest.raises(ReadError) as caught:
        read(text)
    return [str(mistake) for mistake in caught.value.mistakes]


def test_a_whole_file_is_read():
    found = read(
        "team: Payments Ünit\n"
        "period: 2026-q4\n"
        "respondent: Ana\n"
        "role: leader\n"
        "pack: small 1.0.0\n"
        "form: quick\n"
        "profile:\n  regulated: yes\n  importance: 2\n"
        "answers:\n  pairing: 3\n  roles:\n"
    )

    assert found.heading.team == "Payments Ünit"
    assert found.heading.period == Period(2026, 4)
    assert found.heading.respondent == "Ana"
    assert found.role == "leader"
    assert found.form is Form.QUICK
    assert found.profile == {"regulated": "yes", "importance": 2}
    assert found.answers == {"pairing": Rated(level=3)}


def test_what_a_file_leaves_out_is_left_out():
    found = read("answers:")

    assert found.heading.team is None
    assert found.role is None
    assert found.form is None
    assert found.profile == {}
    assert found.answers == {}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("0", Rated(level=0)),
        ("4", Rated(level=4)),
        ('"4"', Rated(level=4)),
        ("unknown", Unknown()),
        ("Unknown", Unknown()),
        ("not-applicable", NotApplicable()),
        ("not_applicable", NotApplicable()),
        ("na", NotApplicable()),
        ("N/A", NotApplicable()),
        ("", None),
        ("null", None),
        ('""', None),
        ("{}", None),
        ("{level: }", None),
        ("{level: 0}", Rated(level=0)),
        ("{level: 2, note: why}", Rated(level=2, note="why")),
        ("{unknown: true}", Unknown()),
        ("{unknown: false, level: 1}", Rated(level=1)),
        ("{not_applicable: true}", NotApplicable()),
        ("{not_applicable: false, level: 1}", Rated(level=1)),
        ("{not_applicable: no such thing}", NotApplicable(reason="no such thing")),
        ('{not_applicable: ""}', None),
        ("{not_applicable: true, reason: law}", NotApplicable(reason="law")),
        ("{note: ask Bo}", Noted(note="ask Bo")),
        ("{evidence: e}", Noted(evidence=("e",))),
        ("{level: 1, evidence: e}", Rated(level=1, evidence=("e",))),
        ("{level: 1, evidence: [e, f]}", Rated(level=1, evidence=("e", "f"))),
        ("{level: 1, evidence: ['', f, ]}", Rated(level=1, evidence=("f",))),
        ("{level: 1, evidence: }", Rated(level=1)),
        ("{level: 1, evidence: {}}", Rated(level=1)),
        ("{evidence: {text: e}}", Noted(evidence=("e",))),
        ("{evidence: {kind: told}}", Noted(evidence=({"kind": "told"},))),
        ("{evidence: {kind: , text: }}", None),
        (
            "{level: 1, evidence: [e, {kind: Own impression, text: i}]}",
            Rated(level=1, evidence=("e", {"kind": "impression", "text": "i"})),
        ),
        (
            "{level: 1, evidence: 'seen: a drill'}",
            Rated(level=1, evidence=({"kind": "seen", "text": "a drill"},)),
        ),
    ],
)
def test_answers_can_be_written_in_these_ways(text, answer):
    assert one_answer(text) == answer


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("5", "2:12: '5' is not an answer: write 0 to 4, unknown or not-applicable"),
        ("-1", "2:12: '-1' is not an answer"),
        ("2.5", "2:12: '2.5' is not an answer"),
        ("true", "2:12: 'True' is not an answer"),
        ("unknwon", "not-applicable, did you mean 'unknown'?"),
        ("²", "2:12: '²' is not an answer"),
        ("[3]", "2:12: an answer should be 0 to 4, unknown or not-applicable, not a"),
        ("{level: 7}", "2:20: '7' is not a level from 0 to 4"),
        ("{level: unknown}", "2:20: 'unknown' is not a level"),
        ("{level: true}", "2:20: 'True' is not a level"),
        ("{level: [1]}", "2:20: '[1]' is not a level"),
        ("{levle: 3}", "2:13: there is no key 'levle', did you mean 'level'?"),
        ("{level: 3, unknown: true}", "2:12: say only one of level, unknown and"),
        ("{unknown: maybe}", "2:22: unknown is true or false, not 'maybe'"),
        ("{not_applicable: 7}", "'not_applicable' should be text: put quotes around"),
        ("{level: 3, reason: x}", "2:31: only not_applicable has a reason"),
        ("{level: 3, note: 42}", "'note' should be text: put quotes around '42'"),
        ("{level: 3, note: {a: b}}", "2:29: 'note' should be text"),
        (f"{{note: {'x' * 2001}}}", "'note' has 2,001 characters, 2,000 are allowed"),
        (f"{{evidence: [{'x' * 2001}]}}", "'0' has 2,001 characters"),
        (f"{{evidence: [{'e, ' * 21}]}}", "2:23: more than 20 pieces of evidence"),
        ("{evidence: [[x]]}", "2:24: '0' should be text"),
        (
            "{evidence: {kind: sene, text: x}}",
            "2:30: 'sene' is not one of artefact, seen, told, impression, did you mean",
        ),
        ("{evidence: {kind: 7}}", "2:30: 'kind' should be text"),
        ("{evidence: [e, {kin: told}]}", "2:28: there is no key 'kin', did you mean"),
        ("{evidence: {text: [x]}}", "2:30: 'text' should be text"),
        (f"{{evidence: {{text: {'x' * 2001}}}}}", "2:30: 'text' has 2,001 characters"),
        ("{evidence: [{Seen: a drill}]}", "2:24: write  kind: seen  and  text: ..."),
    ],
)
def test_an_answer_written_wrongly_is_told_with_its_place(text, message):
    (mistake,) = mistakes(f"answers:\n  pairing: {text}")

    assert message in mistake


def test_all_mistakes_are_told_in_one_run_in_order():
    found = mistakes(
        "tem: Payments\n"
        "period: 2026-Q7\n"
        "form: quik\n"
        "role: " + "x" * 61 + "\n"
        "profile:\n  regulted: yes\n  importance: 7\n  regulated: true\n"
        "answers:\n  paring: 3\n  roles: 1\n  roles: 2\n"
    )

    assert [mistake.split(": ", 1)[0] for mistake in found] == [
        "1:1", "2:9", "3:7", "4:7", "6:3", "7:15", "8:14", "10:3", "12:3",
    ]  # fmt: skip
    assert "did you mean 'team'?" in found[0]
    assert "write it like 2026-Q4" in found[1]
    assert "did you mean 'quick'?" in found[2]
    assert "did you mean 'regulated'?" in found[4]
    assert "'7' is not one of 1, 2, 3" in found[5]
    assert "'True' is not one of yes, no" in found[6]
    assert "no question 'paring', did you mean 'pairing'?" in found[7]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "1:1: the file is empty"),
        ("team: x", "1:1: 'answers' is missing"),
        ("[answers]", "1:1: the file should be a mapping"),
        ("answers: 3", "1:10: 'answers' should be a mapping"),
        ("answers: [pairing]", "1:10: 'answers' should be a mapping"),
        ("profile: 3\nanswers:", "1:10: 'profile' should be a mapping"),
        ("team: 7\nanswers:", "1:7: 'team' should be text: put quotes around '7'"),
        ("team: [x]\nanswers:", "1:7: 'team' should be text"),
        ("pack: [x]\nanswers:", "1:7: 'pack' should be text"),
        ("form: 3\nanswers:", "1:7: 'form' should be text"),
        (f"team: {'x' * 101}\nanswers:", "1:7: 'team' has 101 characters"),
        (f"team: {'x' * 10_000}\nanswers:", "1:7: 'team' has 10,000 characters"),
        ("answers:\n  pairing: *a", "alias '*a' is not allowed"),
        ("answers: &a\n  pairing: 3", "anchor '&a' is not allowed"),
        ("answers:\n  pairing: !!python/object:os.system 3", "tag '"),
        ("answers:\n  pairing: 3\n  pairing: 2", "key 'pairing' is there already"),
        ("answers: " + "[" * 5000, "more than 40 levels of nesting"),
        ("answers: {" + "a: 1, " * 200_000, "larger than 1 MiB"),
        ("answers: \x1b[31m", "control character U+001B is not allowed"),
        ("answers: \udcff", "this is not UTF-8 text"),
        ("answers:\n\tpairing: 3", "not valid YAML"),
        ("answers: 'x", "not closed"),
    ],
)
def test_hostile_and_broken_files_are_refused_with_the_place(text, message):
    found = mistakes(text)

    assert message in found[0]


def test_json_is_read_as_other_programs_write_it():
    answers = {"pairing": {"level": 3, "note": "ok 🙂 é/\t\n"}, "roles": "unknown"}
    text = json.dumps({"team": "x", "answers": answers}, indent="\t")

    found = read(text.replace("/", "\\/"), "a.json")

    assert found.answers == {
        "pairing": Rated(level=3, note="ok 🙂 é/"),
        "roles": Unknown(),
    }


def test_a_byte_order_mark_does_no_harm():
    assert read('\ufeff{"answers": {"pairing": 3}}').answers == {
        "pairing": Rated(level=3)
    }


def test_half_a_surrogate_pair_is_refused():
    (mistake,) = mistakes('{"answers": {"pairing": {"note": "\\ud83d"}}}')

    assert mistake.startswith("1:")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ('"\\e[31mred\\e[0m"', "[31mred[0m"),
        ("'[bold]x[/oops]'", "[bold]x[/oops]"),
        ("<b>x</b>", "<b>x</b>"),
        ('"a\\r\\nb"', "a\nb"),
        ("|-\n      # not a heading\n      | a |", "# not a heading\n| a |"),
        ('"evil\\u202etxt"', "eviltxt"),
    ],
)
def test_notes_stay_plain_data_without_control_characters(written, kept):
    found = read(f"answers:\n  pairing:\n    note: {written}\n")

    assert found.answers["pairing"].note == kept


@pytest.mark.parametrize("name", ["../../etc", "a/b", "🙂", '"a\\nb"', '"\\e[31m"'])
def test_names_are_read_as_one_line_of_text(name):
    team = read(f"team: {name}\nanswers:").heading.team

    assert "\n" not in team
    assert "\x1b" not in team


@pytest.mark.parametrize("pack", ["small 1.0.0", "small", '"small  1.0.0"', ""])
def test_a_file_for_this_pack_is_read(pack):
    assert read(f"pack: {pack}\nanswers:").answers == {}


@pytest.mark.parametrize("pack", ["small 0.9.0", "other 1.0.0", "other"])
def test_a_file_for_another_pack_or_version_is_refused(pack):
    with pytest.raises(BadDataError) as caught:
        read(f"pack: {pack}\nanswers:\n  strange: 3")

    message = caught.value.message
    assert f"a.yaml answers the pack '{pack}', here is 'small 1.0.0'" in message
    assert "readiness form" in caught.value.tries[0]


def test_the_heading_of_a_file_with_mistakes_is_read_as_far_as_it_goes():
    heading = read_heading("team: Payments\nperiod: nonsense\nanswers: 7")

    assert heading.team == "Payments"
    assert heading.period is None


def test_a_broken_file_has_no_heading():
    assert read_heading("team: 'x").team is None


def test_a_whole_file_is_a_response():
    text = "team: My Team\nperiod: 2026-Q4\nrespondent: Ana B\nanswers:\n  roles: 2"

    response = read(text).to_response(PACK)

    assert (response.team.id, response.team.name) == ("my-team", "My Team")
    assert (response.period, response.respondent) == ("2026-Q4", "ana-b")
    assert (response.role, response.form) == ("", Form.FULL)
    assert response.pack.sha256 == digest(PACK)
    assert response.answers == {"roles": Rated(level=2)}


def test_a_file_that_does_not_say_whose_it_is_is_no_response():
    with pytest.raises(BadDataError, match="must be in the file"):
        read("team: x\nperiod: 2026-Q4\nanswers:").to_response(PACK)
