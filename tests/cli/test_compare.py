import json

import pytest

from readiness.errors import ExitCode
from readiness.responses import Form, NotApplicable
from tests.builders import a_response
from tests.cli.commands import PACK

AI = [q.id for c in PACK.trends[0].capabilities for q in c.questions]


@pytest.fixture(name="two")
def _two(kept):
    """Keep two quarters of three people, who improved by a level."""
    kept("2026-Q3", 1, 2, 1)
    return kept("2026-Q4", 2, 3, 2)


def test_the_sample_team_needs_no_answers(run):
    result = run("compare", "--demo")

    assert result.exit_code == ExitCode.OK
    assert result.stdout.startswith("DEMO DATA  Compare  Harbour Freight")
    assert "no detectable change" in result.stdout
    assert result.stderr == ""


def test_the_last_two_quarters_are_compared_unless_others_are_named(two):
    result = two("compare")

    assert result.exit_code == ExitCode.OK, result.output
    assert "Payments, 2026-Q3 to 2026-Q4" in result.stdout
    assert "improved (+25, needed" in result.stdout
    assert result.stderr == "Next: readiness plan -o plan.md\n"


@pytest.mark.parametrize(
    ("words", "periods"),
    [
        (("2026-Q1",), "2026-Q1 to 2026-Q4"),
        (("2026-Q1", "2026-Q3"), "2026-Q1 to 2026-Q3"),
        (("previous", "latest"), "2026-Q3 to 2026-Q4"),
        (("Q1 2026", "previous"), "2026-Q1 to 2026-Q3"),
    ],
)
def test_one_quarter_is_the_older_and_two_are_old_and_new(two, kept, words, periods):
    kept("2026-Q1", 1)

    result = two("compare", *words)

    assert f"Payments, {periods}" in result.stdout


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (("2026-Q4", "2026-Q3"), "2026-Q4 is not earlier than 2026-Q3"),
        (("latest",), "2026-Q4 is the latest quarter"),
        (("2026-Q4",), "2026-Q4 is the latest quarter"),
    ],
)
def test_the_older_quarter_has_to_be_earlier(two, words, expected):
    result = two("compare", *words)

    assert result.exit_code == ExitCode.USAGE
    assert result.stdout == ""
    assert expected in result.stderr
    assert "found: 2026-Q3, 2026-Q4" in result.stderr


def test_a_period_without_answers_names_those_that_have_some(two):
    result = two("compare", "2025-Q1")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert 'no answers of team "Payments" for 2025-Q1' in result.stderr
    assert "found: 2026-Q3, 2026-Q4" in result.stderr


@pytest.mark.parametrize("words", [(), ("previous",), ("previous", "latest")])
def test_one_quarter_alone_cannot_be_compared(kept, words):
    result = kept("2026-Q4", 2)("compare", *words)

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "answers for 2026-Q4 only: a comparison needs two" in result.stderr
    assert "readiness compare --demo" in result.stderr


def test_without_answers_the_error_says_what_to_do(run):
    result = run("compare")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "try: readiness assess --quick" in result.stderr


def test_people_who_answered_different_packs_are_not_put_together(kept, store):
    other = PACK.model_copy(update={"version": "9.9.9"})
    store.archive(other)
    kept("2026-Q3", 1)
    run = kept("2026-Q4", 1)
    response = a_response(other, respondent="ben")
    store.save(response.model_copy(update={"period": "2026-Q4"}))

    result = run("compare")

    assert result.exit_code == ExitCode.BAD_DATA
    assert "were given to different packs" in result.stderr


def test_a_pack_that_was_replaced_compares_with_nothing(kept):
    from tests.builders import a_capability, a_pack, a_trend

    small = a_pack(a_trend("ops", a_capability("pager"), a_capability("runbooks")))
    kept("2026-Q3", 1, 1, pack=small)

    result = kept("2026-Q4", 2, 2)("compare")

    assert result.exit_code == ExitCode.OK, result.output
    assert "A small pack 1.0.0, then Backend trends 2026" in result.stdout
    assert "0 questions in common" in result.stdout
    assert "new, the older quarter does not have it" in result.stdout
    assert "gone, the newer quarter does not have it" in result.stdout
    assert "improved" not in result.stdout


def test_a_quick_look_and_a_full_answer_are_compared_by_what_both_ask(kept):
    kept("2026-Q3", 1, 1, 1, form=Form.QUICK)

    result = kept("2026-Q4", 2, 2, 2)("compare")

    assert "2026-Q3 was a quick look and 2026-Q4 was not" in result.stdout
    assert "16 questions in common" in result.stdout


def test_who_answers_as_another_role_is_counted(kept):
    kept("2026-Q3", 1, role="leader")

    result = kept("2026-Q4", 1, role="practitioner")("compare")

    assert "1 person changed role in between" in result.stdout


def test_json_is_one_document_on_standard_output(two):
    document = json.loads(two("compare", "--json").stdout)

    assert document["kind"] == "readiness.comparison"
    assert document["people"]["returning"] == 3
    assert document["nodes"][0]["verdict"] == "improved"
    assert document["plan"] is None


def test_one_trend_can_be_shown_alone(two):
    result = two("compare", "--trend", "multiagent", "--json")

    (node,) = json.loads(result.stdout)["nodes"]
    assert node["id"] == "multiagent"


@pytest.mark.parametrize("trend", ["multiagnt", "overall"])
def test_a_trend_that_is_not_there_is_an_error_with_a_suggestion(two, trend):
    result = two("compare", "--trend", trend)

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "there are: ai-native, " in result.stderr


def test_plain_sentences_have_no_table(two):
    result = two("compare", "--plain")

    assert "Comparison of Payments, 2026-Q3 to 2026-Q4.\n" in result.stdout
    assert "Multiagent systems: " in result.stdout


def test_a_terminal_without_other_signs_gets_ascii(two, monkeypatch):
    monkeypatch.setenv("READINESS_ASCII", "1")

    for words in ((), ("--plain",)):
        text = two("compare", *words).stdout
        assert text.isascii()
        assert "+/-" in text


def test_a_document_goes_to_a_file_that_is_replaced_only_if_nobody_edited_it(
    two, tmp_path
):
    path = tmp_path / "compare.md"
    words = ("compare", "-f", "markdown", "-o", str(path))

    assert two(*words).exit_code == ExitCode.OK
    assert two(*words).exit_code == ExitCode.OK
    path.write_text(path.read_text(encoding="utf-8") + "mine", encoding="utf-8")

    assert two(*words).exit_code == ExitCode.CANNOT_WRITE
    assert two(*words, "--force").exit_code == ExitCode.OK


def test_a_file_without_a_format_has_sentences(two, tmp_path):
    path = tmp_path / "compare.txt"

    two("compare", "-o", str(path))

    assert path.read_text(encoding="utf-8").startswith("Comparison of Payments")


def test_a_pipeline_can_refuse_a_decline_after_the_output_was_printed(kept):
    kept("2026-Q3", 3, 3, 3)
    run = kept("2026-Q4", 1, 1, 1)

    result = run("compare", "--fail-on", "declined")

    assert result.exit_code == ExitCode.CHECK_FAILED
    assert result.stdout.startswith("Compare  Payments")
    assert "declined from 2026-Q3 to 2026-Q4: Overall, AI-native" in result.stderr
    assert "Multiagent systems: declined (-50, needed" in result.stderr


def test_a_pipeline_can_refuse_what_is_not_comparable(kept):
    kept("2026-Q3", 3, form=Form.QUICK)
    run = kept("2026-Q4", 1)

    refused = run("compare", "--fail-on", "not-comparable")
    both = run("compare", "--fail-on", "declined", "--fail-on", "not-comparable")

    assert refused.exit_code == both.exit_code == ExitCode.CHECK_FAILED
    assert "not comparable: too" in refused.stderr


@pytest.mark.parametrize("verdict", ["declined", "not-comparable"])
def test_a_pipeline_passes_if_nothing_is_refused(two, verdict):
    assert two("compare", "--fail-on", verdict).exit_code == ExitCode.OK


def test_with_a_trend_only_its_verdict_is_checked(kept):
    kept("2026-Q3", 3, 3, 3)
    improved = {id_: {"level": 4} for id_ in AI}
    run = kept("2026-Q4", 1, 1, 1, **improved)
    words = ("compare", "--fail-on", "declined", "--trend")

    assert run(*words, "ai-native").exit_code == ExitCode.OK
    assert run(*words, "multiagent").exit_code == ExitCode.CHECK_FAILED


def test_a_noise_file_changes_what_is_needed(two, tmp_path):
    path = tmp_path / "noise.toml"
    path.write_text("item = 0.6\nshift = 0.2\nrater = 0.5\nprior_df = 10.0\n")

    assumed = json.loads(two("compare", "--json").stdout)
    measured = json.loads(two("compare", "--json", "--noise", str(path)).stdout)

    assert measured["noise"]["item"] == 0.6
    assert measured["nodes"][0]["band"] > assumed["nodes"][0]["band"]


@pytest.mark.parametrize("text", ["\0\1\2", "item = 'much'", "# Minutes\n\nWe met.\n"])
def test_a_noise_file_that_is_nonsense_is_an_error_with_its_name(two, tmp_path, text):
    path = tmp_path / "noise.toml"
    path.write_text(text)

    result = two("compare", "--noise", str(path))

    assert result.exit_code == ExitCode.BAD_DATA
    assert "noise.toml" in result.stderr
    assert result.stdout == ""


def test_a_noise_file_that_is_not_there_is_an_error(two):
    result = two("compare", "--noise", "nowhere.toml")

    assert result.exit_code == ExitCode.NOT_FOUND
    assert "there is no file nowhere.toml" in result.stderr


def test_a_noise_file_is_named_on_the_screen(two, tmp_path):
    path = tmp_path / "noise.toml"
    path.write_text("item = 0.6\nshift = 0.2\n")

    said = "How much answers vary by themselves is from noise.toml: 0.6 levels"
    for words in ((), ("--plain",), ("-f", "markdown"), ("--json",)):
        text = two("compare", "--noise", str(path), *words).stdout
        assert said in " ".join(text.split())


def test_anonymous_shows_no_answer_of_fewer_than_five_people(kept):
    kept("2026-Q3", *[1] * 5)
    run = kept("2026-Q4", *[2] * 5)

    anonymous = json.loads(run("compare", "--json", "--anonymous").stdout)

    assert anonymous["moves"]
    for move in anonymous["moves"]:
        assert move["new_words"].startswith("about 2 (")
    assert anonymous["plan"] is None
    assert any("counts as don't know" in remark for remark in anonymous["remarks"])


def test_what_one_of_several_people_said_is_never_shown(kept):
    reason = NotApplicable(reason="our secret")
    some = dict.fromkeys(AI[:3], reason)
    kept("2026-Q3", 1)
    run = kept("2026-Q4", 2, 2, **some)

    text = run("compare").stdout

    assert "our secret" not in text
    assert json.loads(run("compare", "--json").stdout)["moves"] == []
    assert "Single answers are not shown: fewer than 3 people" in text


@pytest.mark.parametrize(
    ("then", "now"), [(5, 6), (6, 5), (5, 9), (1, 1), (4, 4), (9, 4)]
)
def test_anonymous_quarters_beside_which_few_came_or_went_are_not_compared(
    run, kept, then, now
):
    kept("2026-Q3", *[2] * then)
    kept("2026-Q4", *[2] * now)

    refused, usual = run("compare", "--anonymous"), run("compare")

    assert refused.exit_code == ExitCode.USAGE
    assert "fewer than 5 people answered" in refused.stderr
    assert usual.exit_code == ExitCode.OK


def test_anonymous_quarters_of_the_same_people_are_compared(run, kept):
    kept("2026-Q3", *[2] * 5)
    kept("2026-Q4", *[2] * 5)

    assert run("compare", "--anonymous").exit_code == ExitCode.OK
