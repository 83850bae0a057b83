import json

import pytest

from readiness.responses import Form, Rated, Unknown
from tests.builders import a_capability, a_pack, a_response
from tests.cli.commands import HEADING, PACK, PLACE, QUICK, SLOW, levels, run


def test_a_file_is_stored_and_summed_up(store, write):
    file = write(
        "a.yaml",
        f"{HEADING}role: leader\nprofile:\n  regulated: yes\n"
        f"answers:\n  {QUICK[0]}: 3\n  {SLOW[0]}: unknown\n  {SLOW[1]}:\n",
    )

    result = run("import", file)

    kept = store.find(*PLACE)
    assert result.exit_code == 0
    assert result.stdout == (
        f"{file}: Payments, 2026-Q4, ana: 2 new, 0 changed, 0 same\n"
    )
    assert f"Saved {store.path_of(*PLACE)}" in result.stderr
    assert kept.answers[QUICK[0]].level == 3
    assert isinstance(kept.answers[SLOW[0]], Unknown)
    assert (kept.role, kept.profile, kept.form) == (
        "leader",
        {"regulated": "yes"},
        Form.FULL,
    )
    assert store.pack_of(kept) == PACK


def test_answers_in_the_file_replace_and_the_rest_is_kept(store, write):
    text = f"{HEADING}answers:\n  {QUICK[0]}: 3\n  {QUICK[1]}: 1\n  {SLOW[0]}: 2\n"
    run("import", write("a.yaml", text))

    newer = f"{HEADING}answers:\n  {QUICK[0]}: 4\n  {QUICK[1]}: 1\n  {SLOW[1]}: 0\n"
    result = run("import", write("b.yaml", newer))

    assert "1 new, 1 changed, 1 same" in result.stdout
    assert levels(store) == {QUICK[0]: 4, QUICK[1]: 1, SLOW[0]: 2, SLOW[1]: 0}


def test_importing_a_file_again_changes_nothing(store, write):
    file = write("a.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n")
    run("import", file)
    before = store.path_of(*PLACE).read_bytes()

    result = run("import", file)

    assert "0 new, 0 changed, 1 same" in result.stdout
    assert "Saved" not in result.stderr
    assert store.path_of(*PLACE).read_bytes() == before


def test_a_blank_form_stores_nothing(store):
    form = run("form").stdout

    result = run("import", "-", "--team", "Payments", stdin=form)

    assert result.exit_code == 0
    assert "empty, no question is answered in it" in result.stdout
    assert store.teams() == ()


def test_what_the_file_does_not_say_comes_from_the_options(store):
    result = run(
        "import", "-", "--team", "Search", "--period", "2026-Q1", "--as", "Bo",
        "--role", "practitioner", stdin=json.dumps({"answers": {QUICK[0]: 2}}),
    )  # fmt: skip

    assert result.stdout.startswith("standard input: Search, 2026-Q1, bo: 1 new")
    assert store.find("search", "2026-Q1", "bo").role == "practitioner"


def test_what_the_file_says_wins_over_the_options(store, write):
    file = write("a.yaml", f"{HEADING}role: leader\nanswers:\n  {QUICK[0]}: 3\n")

    run("import", file, "--team", "Search", "--as", "bo", "--role", "other")

    assert store.find(*PLACE).role == "leader"
    assert [team.id for team in store.teams()] == ["payments"]


def test_several_files_are_stored_each_where_it_belongs(store, write):
    ana = write("a.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n")
    more = write("b.yaml", f"{HEADING}answers:\n  {QUICK[1]}: 1\n")
    bo = write("c.yaml", f"team: Payments\nrespondent: bo\nanswers:\n  {QUICK[0]}: 0\n")

    result = run("import", ana, more, bo, "--period", "2026-Q4")

    assert result.exit_code == 0
    assert levels(store) == {QUICK[0]: 3, QUICK[1]: 1}
    assert levels(store, ("payments", "2026-Q4", "bo")) == {QUICK[0]: 0}


def test_nothing_is_stored_if_one_file_has_mistakes(store, write):
    good = write("good.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n")
    bad = write("bad.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 7\n  nonsense: 1\n")

    result = run("import", good, bad)

    assert result.exit_code == 3
    assert f"{bad}:5:" in result.stderr
    assert f"{bad}:6:3" in result.stderr
    assert result.stdout == ""
    assert not store.root.exists()


def test_the_mistakes_of_all_files_are_told_in_one_run(write):
    bad = write("bad.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 7\n")
    worse = write("worse.yaml", "answers: [")

    result = run("import", bad, worse, "missing.yaml")

    assert "3 of 3 files cannot be imported; nothing was stored" in result.stderr
    assert f"{bad}:5:" in result.stderr
    assert f"{worse}:2:1: not valid YAML" in result.stderr
    assert "there is no file missing.yaml" in result.stderr


def test_a_dry_run_says_what_would_change_and_stores_nothing(store, write):
    run("import", write("a.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n"))
    before = store.path_of(*PLACE).read_bytes()
    newer = write("b.yaml", f"{HEADING}answers:\n  {QUICK[0]}: na\n  {QUICK[1]}: 1\n")

    result = run("import", "--dry-run", newer)

    assert "1 new, 1 changed, 0 same" in result.stdout
    assert f"  {QUICK[1]}: 1 (new)\n" in result.stdout
    assert f"  {QUICK[0]}: 3 -> not-applicable\n" in result.stdout
    assert store.path_of(*PLACE).read_bytes() == before


def test_a_dry_run_before_the_first_answer_makes_no_folder(store, write):
    file = write("a.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n")

    assert run("import", "--dry-run", file).exit_code == 0
    assert not store.root.exists()


def test_a_quick_form_begins_a_quick_response(store, write):
    form = run("form", "--quick").stdout.replace(f"{QUICK[0]}:", f"{QUICK[0]}: 2")

    run(
        "import",
        write("a.yaml", form),
        "--team",
        "Payments",
        "--as",
        "ana",
        "--period",
        "2026-Q4",
    )

    assert store.find(*PLACE).form is Form.QUICK


def test_an_answer_outside_the_quick_form_turns_the_response_full(store, write):
    text = f"{HEADING}form: quick\nanswers:\n  {QUICK[0]}: 2\n  {SLOW[0]}: 2\n"

    result = run("import", write("a.yaml", text))

    assert "all questions are asked now" in result.stdout
    assert store.find(*PLACE).form is Form.FULL


def test_a_full_form_turns_a_quick_response_full(store, write):
    quick = f"{HEADING}form: quick\nanswers:\n  {QUICK[0]}: 2\n"
    run("import", write("a.yaml", quick))

    run("import", write("b.yaml", f"{HEADING}form: full\nanswers:\n"))

    assert store.find(*PLACE).form is Form.FULL


def test_a_file_for_the_pack_of_earlier_answers_is_read_by_that_pack(store, write):
    pack = a_pack(a_capability("pairing"))
    store.archive(pack)
    store.save(a_response(pack))
    file = write("a.yaml", f"{HEADING}pack: small 1.0.0\nanswers:\n  pairing: 3\n")

    result = run("import", file)

    assert result.exit_code == 0
    assert levels(store) == {"pairing": 3}


def test_a_file_for_another_version_is_refused(write):
    text = f"{HEADING}pack: {PACK.id} 0.0.1\nanswers:\n  {QUICK[0]}: 3\n"

    result = run("import", write("a.yaml", text))

    assert result.exit_code == 3
    assert f"'{PACK.id} 0.0.1', here is '{PACK.id} {PACK.version}'" in result.stderr


def test_standard_input_is_limited_in_size():
    result = run("import", "-", "--team", "x", stdin="answers: " + " " * 2**21)

    assert result.exit_code == 3
    assert "standard input:1:1: the file is larger than 1 MiB" in result.stderr


def test_binary_files_are_refused(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\xff")

    result = run("import", path)

    assert result.exit_code == 3
    assert f"{path}:1:1: this is not UTF-8 text" in result.stderr


def test_a_locked_response_is_left_alone(store, write):
    file = write("a.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 3\n")

    with store.lock(*PLACE):
        result = run("import", file)

    assert result.exit_code == 6
    assert store.find(*PLACE) is None


def test_a_role_too_long_is_a_mistake_of_usage():
    result = run("import", "-", "--role", "x" * 61, stdin="answers:")

    assert result.exit_code == 2
    assert "the role has 61 characters" in result.stderr


@pytest.mark.parametrize("name", ["../../etc", "a/b", "🙂", '"\\e[31m"'])
def test_no_name_in_a_file_leaves_the_store(store, write, name):
    text = f"team: {name}\nrespondent: {name}\nanswers:\n  {QUICK[0]}: 3\n"

    result = run("import", write("a.yaml", text))

    assert result.exit_code == 0
    assert len(list(store.root.glob("*/*/*.json"))) == 1
    assert "\x1b" not in result.stdout


def test_notes_from_a_file_are_kept_when_a_level_alone_comes_later(store, write):
    note = f"{HEADING}answers:\n  {QUICK[0]}: {{level: 1, note: why}}\n"
    run("import", write("a.yaml", note))

    run("import", write("b.yaml", f"{HEADING}answers:\n  {QUICK[0]}: 2\n"))

    kept = store.find(*PLACE).answers[QUICK[0]]
    assert kept == Rated(level=2, note="why", at=kept.at)
