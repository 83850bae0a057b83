import shutil

import pytest

from readiness.errors import NotFoundError
from readiness.report import markdown
from readiness.report.html import render as html
from readiness.report.own_templates.kinds import kind_of
from readiness.report.own_templates.render import render_own
from readiness.report.own_templates.sandbox import render_text
from readiness.report.own_templates.shipped import SHIPPED, find_shipped
from readiness.report.word import render as word
from readiness.resources import templates_folder
from tests.documents import demo_document, hostile_document

TEXTS = [("report.html", html.render), ("report.md", markdown.render)]


def copied(name, folder):
    """Copy a template and its parts to a folder; return the path of the template."""
    shipped = find_shipped(name)
    for file in shipped.files():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(templates_folder() / file, folder / file)
    return (folder / shipped.file).resolve()


@pytest.mark.parametrize("build", [demo_document, hostile_document])
@pytest.mark.parametrize(("name", "render"), TEXTS)
def test_a_copy_makes_what_the_shipped_template_makes(tmp_path, name, render, build):
    template = copied(name, tmp_path)

    made = render_text(build(), template, kind_of(template))

    assert made == render(build())


def test_a_copied_word_document_makes_what_the_shipped_one_makes(tmp_path):
    made = render_own(demo_document(), copied("report.docx", tmp_path))

    assert made == word.render(demo_document())


@pytest.mark.parametrize("shipped", SHIPPED, ids=lambda one: one.name)
def test_every_file_of_a_shipped_template_is_there(shipped):
    files = shipped.files()

    assert all((templates_folder() / file).is_file() for file in files)
    assert len(files) == len(set(files)) > len(shipped.parts)


def test_a_shipped_template_is_found_by_the_name_of_its_file_too():
    assert find_shipped("report.html.j2") is find_shipped("report.html")


def test_a_name_that_is_none_leads_to_one_like_it():
    with pytest.raises(NotFoundError, match=r"did you mean 'report\.docx'"):
        find_shipped("report.doc")
