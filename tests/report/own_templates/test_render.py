import json
import pickle
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from readiness.errors import BadDataError, NotFoundError, UsageError
from readiness.report.own_templates import child
from readiness.report.own_templates.kinds import Kind, kind_of
from readiness.report.own_templates.render import (
    SECONDS,
    child_environment,
    outcome,
    render_own,
)
from tests.documents import small_document
from tests.report.own_templates.folders import in_folder

LIMITED = pytest.mark.skipif(
    sys.platform != "linux", reason="only Linux limits the memory of a process"
)


def run_child(job):
    """Run what the child does, here; return its exit status and its output."""
    taken = BytesIO()
    status = child.main(BytesIO(pickle.dumps(job)), taken)
    return status, taken.getvalue()


def job_of(folder, name="report.md.j2"):
    return child.Job(small_document(), folder / name, kind_of(Path(name)))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("report.html.j2", Kind.HTML),
        ("report.HTM", Kind.HTML),
        ("acme.report.md.j2", Kind.MARKDOWN),
        ("acme.markdown", Kind.MARKDOWN),
        ("acme.docx", Kind.DOCX),
    ],
)
def test_the_name_of_a_template_says_what_it_makes(name, kind):
    assert kind_of(Path(name)) is kind


@pytest.mark.parametrize("name", ["report.j2", "report.txt", "report", ".j2"])
def test_a_name_that_does_not_say_is_refused(name):
    with pytest.raises(UsageError):
        kind_of(Path(name))


def test_a_template_makes_text(tmp_path):
    folder = in_folder(tmp_path, "Ünïcödé {{ report.team }}\n")

    made = render_own(small_document(), folder / "report.md.j2")

    assert made == f"Ünïcödé {small_document().report.team}\n"


def test_a_template_that_is_not_there_is_not_found(tmp_path):
    with pytest.raises(NotFoundError, match=r"no template .*a\.html"):
        render_own(small_document(), tmp_path / "a.html")


@pytest.mark.parametrize("name", ["a.html", "a.md.j2", "a.docx"])
def test_a_template_that_is_a_link_is_refused_with_what_it_leads_to(tmp_path, name):
    folder = in_folder(tmp_path, "", **{".sec/answers.json": "secret"})
    (folder / name).symlink_to(".sec/answers.json")

    with pytest.raises(UsageError, match=rf"{name} is a link") as caught:
        render_own(small_document(), folder / name)

    assert str(folder / ".sec" / "answers.json") in caught.value.tries[0]


def test_a_mistake_in_the_process_is_told_here(tmp_path):
    folder = in_folder(tmp_path, "\n{{ x }}")

    with pytest.raises(BadDataError) as caught:
        render_own(small_document(), folder / "report.md.j2")

    assert caught.value.message == "report.md.j2:2: 'x' is undefined"
    assert caught.value.tries[0] == "edit report.md.j2"


def test_a_template_that_does_not_end_is_ended(tmp_path):
    loop = (
        "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    )
    folder = in_folder(tmp_path, loop)

    with pytest.raises(BadDataError, match="takes longer than 2 seconds"):
        render_own(small_document(), folder / "report.md.j2", seconds=2)

    assert max(SECONDS.values()) < child.SECONDS


@LIMITED
def test_a_template_that_wants_all_the_memory_does_not_get_it(tmp_path):
    folder = in_folder(tmp_path, "{{ 'a' * 3 * 1024 ** 3 }}")

    with pytest.raises(BadDataError, match="needs too much memory"):
        render_own(small_document(), folder / "report.md.j2")


def test_a_process_does_not_inherit_the_environment(monkeypatch):
    monkeypatch.setenv("PYTHONSTARTUP", "/evil")
    monkeypatch.setenv("SECRET", "secret")
    monkeypatch.setenv("HOME", "/home/ana")

    seen = child_environment()

    assert seen["HOME"] == "/home/ana"
    assert not seen.keys() & {"SECRET", "PYTHONSTARTUP", "PATH"}


def test_a_process_that_the_system_ends_had_too_much_to_do():
    with pytest.raises(BadDataError, match="needs too much memory"):
        outcome(-11, b"half a docum", b"", "a.md")


def test_a_process_that_fails_otherwise_is_a_mistake_of_ours():
    with pytest.raises(RuntimeError, match="Traceback"):
        outcome(1, b"", b"Traceback", "a.md")


def test_the_child_writes_the_document(tmp_path):
    job = job_of(in_folder(tmp_path, "{{ 1 + 1 }}"))

    assert run_child(job) == (0, b"2")


def test_the_child_writes_what_is_wrong(tmp_path):
    status, output = run_child(job_of(in_folder(tmp_path, "{{ x }}")))

    assert status == child.WENT_WRONG
    assert json.loads(output)["message"] == "report.md.j2:1: 'x' is undefined"


def test_half_a_character_is_a_mistake_of_the_template(tmp_path):
    folder = in_folder(tmp_path, r"{{ '\ud800' }}")

    status, output = run_child(job_of(folder))

    assert status == child.WENT_WRONG
    assert "surrogates not allowed" in json.loads(output)["message"]


def test_what_is_no_word_document_is_a_mistake_of_the_template(tmp_path):
    folder = in_folder(tmp_path, "", **{"a.docx": "x"})

    status, output = run_child(job_of(folder, "a.docx"))

    assert status == child.WENT_WRONG
    assert "a.docx" in json.loads(output)["message"]


def test_a_word_document_that_is_huge_is_not_read(tmp_path):
    folder = in_folder(tmp_path, "")
    with (folder / "a.docx").open("wb") as file:
        file.truncate(child.WORD + 1)

    status, output = run_child(job_of(folder, "a.docx"))

    assert status == child.WENT_WRONG
    assert "larger than" in json.loads(output)["message"]


@pytest.mark.parametrize("name", ["json", "jinja2", "pickle", "readiness"])
def test_a_template_does_not_run_what_lies_in_the_folder(tmp_path, monkeypatch, name):
    evil = {f"{name}.py": "raise SystemExit('evil')"}
    folder = in_folder(tmp_path, "{{ 'A' }}", **evil)
    monkeypatch.chdir(folder)

    assert render_own(small_document(), folder / "report.md.j2") == "A"


@pytest.mark.parametrize("name", ["a.html", "a.md"])
def test_a_template_learns_no_path_of_this_machine(tmp_path, branded, name):
    folder = in_folder(tmp_path, "", **{name: "A{{ document }}{{ brand }}"})

    made = render_own(branded, folder / name)

    assert "Brand(" in made
    assert "/home/ana" not in made


def test_a_template_for_word_learns_no_path_of_this_machine(tmp_path, branded):
    word = Document()
    word.add_paragraph("A{{ document }}{{ brand.fonts.folder }}")
    word.save(tmp_path / "a.docx")

    made = render_own(branded, tmp_path / "a.docx")

    assert isinstance(made, bytes)
    said = "".join(paragraph.text for paragraph in Document(BytesIO(made)).paragraphs)
    assert "Brand(" in said
    assert "/home/ana" not in said


@LIMITED
def test_a_template_that_nobody_waits_for_is_ended_by_the_system():
    asked = "import resource; print(resource.getrlimit(resource.RLIMIT_CPU))"
    code = f"from {child.__name__} import *; limit(); {asked}"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stdout.decode().strip() == f"({child.SECONDS}, {child.SECONDS})"


@LIMITED
def test_the_limits_hold_from_then_on():
    code = f"from {child.__name__} import *; limit(); bytearray(3 * 1024**3)"

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )

    assert b"MemoryError" in done.stderr


def test_where_the_system_has_no_limits_nothing_fails():
    lacking = "import sys; sys.modules['resource'] = None"
    code = f"{lacking}; from {child.__name__} import *; limit(); print('ran')"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)

    assert done.stdout.strip() == b"ran"
