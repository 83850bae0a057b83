"""Templates at random: whatever they say, they reach nothing and end in order."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from readiness.errors import BadDataError
from readiness.report.own_templates.kinds import Kind
from readiness.report.own_templates.sandbox import render_text
from tests.documents import small_document
from tests.report.own_templates.folders import in_folder

SECRET = "s3cr3t"


def words(text):
    return text.split()


NAMES = words("""
    document report brand changes past levels bar dumbbell loop self caller varargs
    range dict namespace cycler joiner context environment request config true none x
""")
PARTS = words("""
    title team statements trends node id logo content format format_map mro append pop
    items keys func_globals gi_frame f_code environment name parent blocks __class__
    __mro__ __subclasses__ __globals__ __init__ __dict__ __builtins__ __getattribute__
    __reduce__ __closure__ __wrapped__ __dataclass_fields__ _TemplateReference__context
""")
FILTERS = words("""
    md md_quote cell list first last length upper join string safe e tojson pprint sort
    unique sum batch(2) dictsort items format attr('__class__') map('attr','__class__')
    map(attribute='__class__') selectattr('__class__') groupby('__class__') xmlattr
    format(x) indent(2) wordwrap(3) truncate(2) center(9) filesizeformat int(1,99)
    replace('a','b') round slice(2) striptags trim urlize random reject('odd')
    default(1)
""")
FILES = [
    "../s.md",
    "/proc/self/environ",
    "s.md",
    "in.md",
    "out.md",
    ".s.md",
    "x",
    "a/../..",
]
INSIDES = ["<class 'readiness", "<slot wrapper", "method-wrapper", "mappingproxy"]
INSIDES += ["<built-in method __", "<code object", "<module"]
LITERALS = [
    "'a'",
    "'{0.__class__}'",
    "'{0.__class__.__mro__}'",
    "'%s'",
    "''",
    "0",
    "-1",
]
LITERALS += ["1.5", "[1,2]", "{'a': 1}", "(1,)", "[[1]]", "'__class__'", f"'{'_' * 9}'"]
OPERATORS = ["+", "-", "~", "*", "/", "//", "%", "==", "in", "and", "is not", "or", "|"]


def _calls(inner):
    parts = st.sampled_from(PARTS)
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.tuples(inner, parts).map(".".join),
        st.tuples(inner, parts).map(lambda two: f"{two[0]}['{two[1]}']"),
        st.tuples(inner, st.sampled_from(FILTERS)).map("|".join),
        st.tuples(inner, st.lists(inner, max_size=2)).map(
            lambda two: f"{two[0]}({','.join(two[1])})"
        ),
        pairs.map(lambda two: f"({two[0]}).format({two[1]})"),
        st.tuples(inner, st.sampled_from(OPERATORS), inner).map(" ".join),
        inner.map(lambda one: f"({one})"),
    )


EXPRESSIONS = st.recursive(st.sampled_from(NAMES + LITERALS), _calls, max_leaves=6)


def _blocks(inner):
    expression = EXPRESSIONS
    return st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(expression, inner).map(
            "{{% for x in {0[0]} %}}{0[1]}{{% endfor %}}".format
        ),
        st.tuples(expression, inner).map("{{% if {0[0]} %}}{0[1]}{{% endif %}}".format),
        st.tuples(expression, inner).map("{{% set x = {0[0]} %}}{0[1]}".format),
        st.tuples(expression, inner).map(
            "{{% macro m(x={0[0]}) %}}{0[1]}{{% endmacro %}}{{{{ m() }}}}".format
        ),
        inner.map("{{% block b %}}{0}{{% endblock %}}{{{{ self.b() }}}}".format),
        inner.map("{{% filter upper %}}{0}{{% endfilter %}}".format),
        inner.map("{{% raw %}}{0}{{% endraw %}}".format),
    )


TEMPLATES = st.recursive(
    st.one_of(
        EXPRESSIONS.map("{{{{ {0} }}}}".format),
        st.sampled_from(FILES).map("{{% include '{0}' %}}".format),
        st.sampled_from(FILES).map("{{% import '{0}' as x %}}{{{{ x }}}}".format),
        st.sampled_from(FILES).map("{{% extends '{0}' %}}".format),
        EXPRESSIONS.map("{{% include {0} ignore missing %}}".format),
        st.text("{}%#'\"|.()[]_ab \n", max_size=12),
    ),
    _blocks,
    max_leaves=4,
)


def outcome_of(template):
    """Return what a template makes, or what is said of it."""
    with TemporaryDirectory() as name:
        folder = in_folder(
            Path(name) / "own", template, **{".s.md": SECRET, "x": SECRET}
        )
        (Path(name) / "s.md").write_text(SECRET)
        with suppress(OSError):  # Windows lets few people make links
            (folder / "out.md").symlink_to("../s.md")
        try:
            return render_text(small_document(), folder / "report.md.j2", Kind.MARKDOWN)
        except BadDataError as mistake:
            return mistake.message


@settings(max_examples=600, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEMPLATES)
def test_no_template_reaches_beyond_its_document_and_folder(template):
    made = outcome_of(template)

    assert SECRET not in made
    assert not any(inside in made for inside in INSIDES)
