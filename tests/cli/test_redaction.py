"""What a document was to leave out is in no byte of it, however that is packed."""

import re
from functools import cache
from pathlib import Path

import pytest

from tests.branding.logos import an_svg
from tests.cli.commands import PACK as SHIPPED
from tests.parsing import all_bytes
from tests.plan.documents import filled

FORMATS = "html,pdf,docx,xlsx,pptx,markdown,json"
ENDINGS = {"html", "pdf", "docx", "xlsx", "pptx", "md", "json"}
PLAN = ("zqowner", "zqstatus", "zqdue", "zqboss")
SECRETS = ("zqteam", "zqclient", "zqnote", "zqreason", "zqproof", "zqperson", *PLAN)
KINDS = ("artefact", "seen", "told", "impression")


def _answers(who, period):
    """Return an answers file with a secret of its own in every text a person types."""
    lines = [
        "team: Zqteam Yard",
        f"period: {period}",
        f"respondent: zqperson-{who}",
        "role: leader",
        "answers:",
    ]
    for number, question in enumerate(SHIPPED.questions()):
        lines.append(f"  {question.id}:")
        if number % 9 == 8:
            lines.append("    not_applicable: zqreason here")
        else:
            lines.append(f"    level: {(number + len(period)) % 5}")
        lines.append("    note: zqnote of somebody")
        if number % 9 != 8:
            lines += ["    evidence:"]
            lines += [
                f"      - {{kind: {kind}, text: zqproof {kind}}}" for kind in KINDS
            ]
    return "\n".join(lines)


@pytest.fixture(name="kept")
def _kept(run):
    """Keep two quarters of three people, with secrets everywhere."""
    for period in ("2026-Q3", "2026-Q4"):
        for who in ("ada", "bo", "cleo"):
            result = run("import", "-", input=_answers(who, period))
            assert result.exit_code == 0, result.output


@pytest.fixture(name="planned")
def _planned(run, kept):  # noqa: ARG001 - it needs the answers
    """Keep a plan with a secret in every text that a person types into it."""
    assert run("plan", "-o", "plan.md").exit_code == 0
    plan = Path("plan.md")
    text = plan.read_text(encoding="utf-8")
    first, second = re.findall(r"readiness:action id=(\S+)", text)[:2]
    text = filled(text, first, status="risk accepted by zqboss until 2027-01-31")
    text = filled(
        text,
        second,
        owner="zqowner",
        due="2026-11-13, zqdue",
        status="in progress, zqstatus",
    )
    plan.write_text(text, encoding="utf-8")


def _written(run, folder, *words):
    result = run("report", "--format", FORMATS, "-o", str(folder), *words)
    assert result.exit_code == 0, result.output
    files = {file.suffix[1:]: file for file in folder.iterdir()}
    assert set(files) == ENDINGS
    return files


def _found(file, secret):
    """Return whether any byte sequence in a file has ``secret`` in it."""
    encoded = [secret.encode(code) for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return any(one in part for part in _parts(file) for one in encoded)


@cache
def _parts(file):
    return [part.lower() for part in all_bytes(file.read_bytes())]


@pytest.mark.usefixtures("planned")
def test_without_redaction_the_secrets_are_there_to_be_found(run, tmp_path):
    (tmp_path / "logo.svg").write_bytes(an_svg())
    (tmp_path / "brand.toml").write_text('logo = "logo.svg"\nlogo_alt = "Zqlogo"\n')
    brand = ("--brand", str(tmp_path / "brand.toml"), "--client", "Zqclient Ltd")

    files = _written(run, tmp_path / "out", *brand, "--names")

    assert _found(files["html"], "zqlogo")
    for ending, file in files.items():
        assert _found(file, "zqteam"), ending
        assert _found(file, "zqclient"), ending
        for secret in PLAN:
            assert _found(file, secret), (ending, secret)
        if ending != "pptx":  # a deck has no room for them
            for secret in ("zqnote", "zqreason", "zqproof", "zqperson"):
                assert _found(file, secret), (ending, secret)


@pytest.mark.usefixtures("planned")
def test_what_is_redacted_is_in_no_byte_of_any_format(run, tmp_path):
    brand = 'client = "Zqclient Ltd"\nfooter = "Confidential, for Zqclient only"\n'
    (tmp_path / "brand.toml").write_text(brand)
    files = _written(
        run,
        tmp_path / "out",
        "--redact",
        "notes,evidence,names,respondents",
        "--brand",
        str(tmp_path / "brand.toml"),
    )

    for ending, file in files.items():
        assert "zqteam" not in file.name
        for secret in SECRETS:
            assert not _found(file, secret), (ending, secret)


@pytest.mark.usefixtures("planned")
def test_an_anonymous_document_has_nobodys_words(run, tmp_path):
    files = _written(run, tmp_path / "out", "--anonymous")

    for ending, file in files.items():
        for secret in ("zqnote", "zqreason", "zqproof", "zqperson", *PLAN):
            assert not _found(file, secret), (ending, secret)


@pytest.mark.parametrize(
    ("word", "gone", "there"),
    [
        (
            "notes",
            ("zqnote", "zqreason", "zqstatus", "zqdue", "zqboss"),
            ("zqproof", "zqteam", "zqowner"),
        ),
        ("evidence", ("zqproof",), ("zqnote", "zqteam")),
        ("names", ("zqteam", *PLAN), ("zqnote", "zqproof")),
        ("respondents", ("zqperson",), ("zqnote", "zqproof", "zqteam")),
    ],
)
@pytest.mark.usefixtures("planned")
def test_each_word_leaves_out_its_own_and_says_so(run, tmp_path, word, gone, there):
    files = _written(run, tmp_path / "out", "--redact", word)

    for ending, file in files.items():
        assert not [secret for secret in gone if _found(file, secret)], ending
        if ending != "pptx":
            assert [secret for secret in there if _found(file, secret)] == list(there)
        assert _found(file, "left out on request"), ending


@pytest.mark.usefixtures("kept")
def test_words_of_a_damaged_plan_are_in_no_document(run, tmp_path):
    assert run("plan", "2026-Q3", "-o", "plan.md").exit_code == 0
    plan = Path("plan.md")
    text = plan.read_text(encoding="utf-8")
    status = "**Status:** waiting for zqboss"
    plan.write_text(text.replace("**Status:** open", status, 1), encoding="utf-8")

    files = _written(run, tmp_path / "out", "--redact", "notes,evidence")

    for ending, file in files.items():
        assert not _found(file, "zqboss"), ending


def test_who_joined_cannot_be_told_from_an_anonymous_document(run, tmp_path):
    people = ("ada", "bo", "cleo", "dan", "eve")
    for period, who in (("2026-Q3", people), ("2026-Q4", (*people, "finn"))):
        for name in who:
            assert run("import", "-", input=_answers(name, period)).exit_code == 0

    files = _written(run, tmp_path / "out", "--anonymous")
    text = files["html"].read_text(encoding="utf-8")

    assert "people answered, joined or left." in text
    assert "2026-Q3" not in text
