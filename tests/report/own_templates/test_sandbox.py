import os

import pytest

from readiness.errors import BadDataError
from readiness.report.own_templates.kinds import Kind, kind_of
from readiness.report.own_templates.sandbox import OUTPUT, render_text
from tests.documents import HOSTILE, hostile_document, small_document
from tests.report.own_templates.folders import in_folder

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs links and pipes of POSIX")


def rendered(folder, document=None, kind=Kind.MARKDOWN):
    """Return what the folder's ``report.md.j2`` makes."""
    return render_text(document or small_document(), folder / "report.md.j2", kind)


def mistake_of(folder):
    with pytest.raises(BadDataError) as caught:
        rendered(folder)
    return caught.value.message


def test_a_template_sees_the_document_by_the_names_of_the_shipped_ones(tmp_path):
    folder = in_folder(
        tmp_path, "{{ document.subject }}, {{ levels[0] }}, {{ report.team }}"
    )
    document = small_document()

    expected = f"{document.subject}, {document.levels[0]}, {document.report.team}"
    assert rendered(folder) == expected


def test_parts_are_found_in_the_folder_and_below(tmp_path):
    parts = {
        "parts/head.md": "{% macro x() %}A{% endmacro %}",
        "b.css": "B",
        "c.js": "C",
    }
    head = '{% import "parts/head.md" as h %}{{ h.x() }}'
    text = head + '{% include "b.css" %}{% include "c.js" %}'

    assert rendered(in_folder(tmp_path, text, **parts)) == "ABC"


HTML_PARTS = ["x.html", "x.htm", "x.html.j2", "x.htm.j2", "x.svg", "x.svg.j2"]
OTHER_PARTS = ["x.j2", "x.md", "x.markdown", "x.css", "x.js", "x.css.j2", "x.md.j2"]


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        *((Kind.HTML, name) for name in HTML_PARTS + OTHER_PARTS),
        *((Kind.MARKDOWN, name) for name in HTML_PARTS),
    ],
)
def test_text_of_strangers_is_escaped_in_html_whatever_a_part_is_called(
    tmp_path, kind, name
):
    text = f'{{% include "{name}" %}}'
    folder = in_folder(tmp_path, text, **{name: "<p>{{ report.team }}</p>"})

    made = rendered(folder, hostile_document(), kind)

    assert "<p>" in made
    assert "<script>" not in made


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.html.j2", "a.HTM.j2"])
def test_text_of_strangers_is_escaped_in_every_template_for_html(tmp_path, name):
    folder = in_folder(tmp_path, "", **{name: "<p>{{ report.team }}</p>"})

    made = render_text(hostile_document(), folder / name, kind_of(folder / name))

    assert "<p>" in made
    assert "<script>" not in made


def test_text_of_strangers_is_text_in_markdown_by_the_same_filters(tmp_path):
    folder = in_folder(tmp_path, "{{ report.team | md }}")

    made = rendered(folder, hostile_document())

    assert "<script>" not in made
    assert "{{ 7\\*7 }}" in made


def test_text_of_strangers_is_no_template(tmp_path):
    made = rendered(in_folder(tmp_path, "{{ report.team }}"), hostile_document())

    assert "{{ 7*7 }}" in HOSTILE
    assert "{{ 7*7 }}" in made


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("a\n{{ titel }}", "report.md.j2:2: 'titel' is undefined"),
        (
            "{{ brand.cliant }}",
            "report.md.j2:1: Brand has no 'cliant', did you mean 'c",
        ),
        ("\n\n{% if %}", "report.md.j2:3: Expected an expression"),
        ("{{ 'a' + 1 }}", "report.md.j2:1: can only concatenate str"),
        ("\n{{ 1 / 0 }}", "report.md.j2:2: division by zero"),
        ("{{ levels[9] }}", "report.md.j2:1: tuple object has no element 9"),
        (
            "\n{{ report.x.y }}",
            "report.md.j2:2: Report has no 'x'",
        ),
        ("{{ 5 | md(3) }}", "report.md.j2:1: markdown_text() takes 1"),
        ("{{ x | none }}", "report.md.j2:1: No filter named 'none'"),
        ("{% include 'a.md' %}", "report.md.j2:1: 'a.md' cannot be read: no such file"),
        ("{% include 'e.md' %}", "e.md:2: 'x' is undefined"),
        ("{% include 's.md' %}", "s.md:3: unexpected '}'"),
        ("\n{% include 'l.md' %}", "l.md:2: is not text in UTF-8"),
        ("{{ document.title = 1 }}", "report.md.j2:1: expected token"),
        ("{% set document.title = 1 %}", "report.md.j2:1: cannot assign attribute"),
        ("{{ lipsum() }}", "report.md.j2:1: 'lipsum' is undefined"),
        ("{{ [1] | random }}", "report.md.j2:1: No filter named 'random'"),
        ("{% for i in range(9999999) %}", "report.md.j2:1: Unexpected end of template"),
        ("{{ range(9999999) }}", "report.md.j2:1: Range too big"),
        (
            "\n{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
            "report.md.j2:2: goes round",
        ),
        ("{% include 'report.md.j2' %}", "report.md.j2:1: goes round in circles"),
        ("{% for a in [1] %}" * 30 + "{% endfor %}" * 30, "report.md.j2: has too many"),
        ("{{ " + "(" * 9_999 + "1" + ")" * 9_999 + " }}", "report.md.j2: goes round"),
    ],
)
def test_a_mistake_is_told_with_file_and_line(tmp_path, text, message):
    parts = {"e.md": "\n{{ x }}", "s.md": "\n\n{{ } }}", "l.md": b"\n\xff"}

    assert mistake_of(in_folder(tmp_path, text, **parts)).startswith(message)


def test_a_mistake_says_where_to_read_on(tmp_path):
    with pytest.raises(BadDataError) as caught:
        rendered(in_folder(tmp_path, "{{ x }}"))

    assert caught.value.tries[0] == "edit report.md.j2"


def test_what_a_mistake_says_is_short_and_harmless(tmp_path):
    name = "\x1b[31m" + "x" * 2_000

    message = mistake_of(in_folder(tmp_path, f"{{% include '{name}' %}}"))

    assert len(message) < 400
    assert "\x1b" not in message


def test_too_much_memory_is_told_as_a_mistake(tmp_path):
    message = mistake_of(in_folder(tmp_path, "\n{{ 'a' * 10**17 }}"))

    assert message == "report.md.j2:2: needs too much memory"


def test_a_template_cannot_write_without_end(tmp_path):
    line = f"{{% for i in range(99999) %}}{'x' * 1_000}{{% endfor %}}"

    assert "makes more than" in mistake_of(in_folder(tmp_path, line))
    assert OUTPUT < 99_999 * 1_000


@pytest.mark.parametrize(
    "expression",
    [
        "document.__class__",
        "document['__class__']",
        "document | attr('__class__')",
        "'{0.__class__}'.format(document)",
        "'{0.report.__class__}'.format(document)",
        "'{a.__class__}'.format_map({'a': document})",
        "''.__class__.__mro__[1].__subclasses__()",
        "bar.__globals__",
        "bar.__code__",
        "self._TemplateReference__context",
        "cycler.__init__.__globals__",
        "range.__self__",
        "dict.mro()",
        "(1).__class__.mro()",
        "levels.__reduce__()",
    ],
)
def test_nothing_behind_the_document_can_be_reached(tmp_path, expression):
    message = mistake_of(in_folder(tmp_path, f"{{{{ {expression} }}}}"))

    assert "unsafe" in message or "no attribute" in message


@pytest.mark.parametrize("found", ["map(attribute=N) | list", "groupby(N)"])
def test_filters_find_nothing_behind_the_document_either(tmp_path, found):
    text = f"{{% set N = '__class__' %}}{{{{ [document] | {found} }}}}"

    made = rendered(in_folder(tmp_path, text))

    assert "Undefined" in made
    assert "class" not in made[:20]


FUNCTIONS = ["bar", "range", "cycler", "joiner()", "self.b", "md"]


@pytest.mark.parametrize("function", FUNCTIONS)
def test_a_function_that_is_not_called_is_a_mistake(tmp_path, function):
    before = "{% block b %}{% endblock %}{% macro md() %}{% endmacro %}\n"

    message = mistake_of(in_folder(tmp_path, f"{before}{{{{ {function} }}}}"))

    assert message.startswith("report.md.j2:2: a function stands where")


@pytest.mark.parametrize("value", ["levels | map('upper')", "cycler(1)"])
def test_what_gives_its_parts_one_by_one_is_no_text(tmp_path, value):
    message = mistake_of(in_folder(tmp_path, f"\n{{{{ {value} }}}}"))

    assert message.startswith("report.md.j2:2: what gives its parts one by one")


@pytest.mark.parametrize("name", ["web_address", "hash_of", "css_string"])
def test_a_function_that_is_not_called_is_a_mistake_in_html_too(tmp_path, name):
    folder = in_folder(tmp_path, f"{{{{ {name} }}}}")

    with pytest.raises(BadDataError, match="a function stands where"):
        rendered(folder, kind=Kind.HTML)


def test_a_list_of_the_document_cannot_be_changed(tmp_path):
    text = "{% set x = [1] %}{{ x.append(2) }}"

    assert "unsafe" in mistake_of(in_folder(tmp_path, text))


OUTSIDE = [
    "../s.md",
    "/etc/passwd",
    "x/../../s.md",
    "..",
    "",
    "a\\b.md",
    "C:/s.md",
    "//h/s.md",
]


@pytest.mark.parametrize("name", OUTSIDE)
@pytest.mark.parametrize("tag", ["include", "extends", "import"])
def test_no_file_outside_of_the_folder_can_be_read(tmp_path, name, tag):
    folder = in_folder(tmp_path / "own", f"{{% {tag} n {{}}%}}")
    (tmp_path / "s.md").write_text("secret")
    end = "as x " if tag == "import" else ""
    quoted = name.replace("\\", "\\\\")
    (folder / "report.md.j2").write_text(f"{{% {tag} '{quoted}' {end}%}}")

    assert "of this template" in mistake_of(folder) or "part of" in mistake_of(folder)


def test_what_may_be_missing_may_not_lead_outside(tmp_path):
    folder = in_folder(tmp_path, "{% include '../s.md' ignore missing %}")

    assert "not in the folder" in mistake_of(folder)


@pytest.mark.parametrize(
    "name", [".env", ".ssh/key.md", "id_rsa", "key.pem", "a.j2.txt"]
)
def test_a_file_that_is_no_part_of_a_template_cannot_be_read(tmp_path, name):
    folder = in_folder(tmp_path, f"{{% include '{name}' %}}", **{name: "secret"})

    assert "secret" not in mistake_of(folder)


@POSIX
def test_a_link_out_of_the_folder_cannot_be_read_and_one_within_can(tmp_path):
    folder = in_folder(tmp_path / "own", "{% include 'in.md' %}", **{"a.md": "A"})
    (folder / "in.md").symlink_to("a.md")
    assert rendered(folder) == "A"

    (tmp_path / "s.md").write_text("secret")
    (folder / "in.md").unlink()
    (folder / "in.md").symlink_to("../s.md")
    assert "leads out" in mistake_of(folder)


@POSIX
@pytest.mark.parametrize("leads_to", [".sec/a.md", ".a.md", "a.json", "b/../a.json"])
def test_a_link_within_the_folder_cannot_lead_to_what_is_no_part(tmp_path, leads_to):
    names = (".sec/a.md", ".a.md", "a.json", "b/c.md")
    folder = in_folder(
        tmp_path, "{% include 'in.md' %}", **dict.fromkeys(names, "secret")
    )
    (folder / "in.md").symlink_to(leads_to)

    message = mistake_of(folder)

    assert "leads to a hidden file" in message or "not called like" in message


@POSIX
def test_a_folder_within_cannot_be_a_link_to_a_hidden_one(tmp_path):
    folder = in_folder(tmp_path, "{% include 'b/a.md' %}", **{".sec/a.md": "secret"})
    (folder / "b").symlink_to(".sec")

    assert "leads to a hidden file" in mistake_of(folder)


@POSIX
def test_a_pipe_is_no_part(tmp_path):
    folder = in_folder(tmp_path, "{% include 'a.md' %}")
    os.mkfifo(folder / "a.md")

    assert "not a regular file" in mistake_of(folder)


def test_a_huge_file_is_no_part(tmp_path):
    folder = in_folder(tmp_path, "{% include 'a.md' %}", **{"a.md": "x" * 1_048_577})

    assert "larger than 1,048,576 bytes" in mistake_of(folder)
