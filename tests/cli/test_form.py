import pytest

from readiness.exchange.answers import read_answers
from readiness.responses import Form
from tests.cli.commands import PACK, QUICK, SLOW, run


def test_the_form_asks_every_question_and_reads_as_nothing_answered():
    result = run("form", "--format", "yaml")

    assert result.exit_code == 0
    assert all(f"  {id_}:\n" in result.stdout for id_ in QUICK + SLOW)
    assert read_answers(result.stdout, "form", PACK).answers == {}


def test_the_quick_form_has_the_quick_questions():
    text = run("form", "--quick").stdout

    assert all(f"  {id_}:\n" in text for id_ in QUICK)
    assert not any(f"  {id_}:\n" in text for id_ in SLOW)
    assert read_answers(text, "form", PACK).form is Form.QUICK


def test_the_form_of_a_trend_has_its_questions():
    trend = PACK.trends[1]

    text = run("form", "--trend", trend.id).stdout

    inside = {q.id for c in trend.capabilities for q in c.questions}
    assert {id_ for id_ in QUICK + SLOW if f"  {id_}:\n" in text} == inside


def test_a_trend_that_does_not_exist_is_told():
    result = run("form", "--trend", f"{PACK.trends[0].id}x")

    assert result.exit_code == 4
    assert "did you mean" in result.stderr


@pytest.mark.parametrize("format_", ["xlsx", "json"])
def test_other_formats_are_refused(format_):
    assert run("form", "--format", format_).exit_code == 2


def test_a_file_that_is_no_text_is_left_as_it_is(tmp_path):
    path = tmp_path / "form.yaml"
    path.write_bytes(b"\xff\xfe")

    result = run("form", "-o", path)

    assert result.exit_code == 7
    assert path.read_bytes() == b"\xff\xfe"


def test_a_file_is_written_once_and_replaced_by_force_only(tmp_path):
    path = tmp_path / "form.yaml"

    first = run("form", "-o", path)
    again = run("form", "-o", path)
    path.write_text("filled in")
    second = run("form", "-o", path)
    kept = path.read_text()
    third = run("form", "-o", path, "--force")

    assert (first.exit_code, first.stdout) == (0, "")
    assert (again.exit_code, second.exit_code) == (0, 7)  # the same text loses nothing
    assert "it is left as it is" in second.stderr
    assert kept == "filled in"
    assert third.exit_code == 0
    assert "answers:" in path.read_text()
