import json

import yaml
from hypothesis import given
from hypothesis import strategies as st

from readiness.exchange.answers import read_answers
from readiness.exchange.form import WIDTH, render_form
from readiness.pack.model import ProfileOption, ProfileQuestion
from readiness.responses import Form, NotApplicable, Rated, Unknown
from tests.builders import a_capability, a_pack, a_question, a_trend
from tests.strategies import packs

WORDS = {
    **{str(level): Rated(level=level) for level in range(5)},
    "unknown": Unknown(),
    "not-applicable": NotApplicable(),
    "": None,
}


def filled(form, values):
    """Write values behind the colons of the questions in a form."""
    lines = [
        f"{line} {values[line.strip(' :').strip(chr(34))]}"
        if line.startswith("  ") and line.strip(' :"') in values
        else line
        for line in form.split("\n")
    ]
    return "\n".join(lines)


@given(pack=packs(), form=st.sampled_from(Form), data=st.data())
def test_a_form_reads_as_nothing_and_filled_in_as_what_was_filled_in(pack, form, data):
    text = render_form(pack, form)
    asked = [question.id for question in pack.questions() if form.asks(question)]
    words = {id_: data.draw(st.sampled_from(sorted(WORDS))) for id_ in asked}

    blank = read_answers(text, "form.yaml", pack)
    read = read_answers(filled(text, words), "form.yaml", pack)

    assert blank.answers == {}
    assert blank.heading.team is None
    assert read.answers == {id_: WORDS[w] for id_, w in words.items() if WORDS[w]}


def test_a_quick_form_has_the_quick_questions_and_says_so():
    quick = a_question("quick-one", quick=True)
    pack = a_pack(a_capability("c", questions=(quick, a_question("slow-one"))))

    text = render_form(pack, Form.QUICK)

    assert "quick-one:" in text
    assert "slow-one" not in text
    assert read_answers(text, "f", pack).form is Form.QUICK
    assert read_answers(render_form(pack, Form.FULL), "f", pack).form is None


def test_a_form_of_one_trend_has_its_questions_only():
    pack = a_pack(
        a_trend("ai", a_capability("pairing")), a_trend("ops", a_capability("roles"))
    )

    text = render_form(pack, Form.FULL, pack.trends[1])

    assert "=== Ops ===" in text
    assert "  roles:" in text
    assert "pairing" not in text


def test_a_trend_without_quick_questions_is_left_out():
    pack = a_pack(a_trend("ai", a_capability("pairing")))

    text = render_form(pack, Form.QUICK)

    assert "===" not in text
    assert read_answers(text, "f", pack).answers == {}


def test_a_form_says_everything_a_person_needs():
    pack = a_pack(a_capability("pairing"))
    (question,) = pack.questions()

    flat = " ".join(render_form(pack, Form.FULL).replace("#", " ").split())

    assert question.text in flat
    assert question.help in flat
    assert all(f"{a.label}: {a.text}" in flat for a in question.anchors)
    assert pack.instruction.short in flat
    assert "readiness import" in flat


def test_the_example_of_a_form_can_be_imported():
    pack = a_pack(a_capability("some-question"))
    lines = render_form(pack, Form.FULL).splitlines()
    start = lines.index("#   some-question:")

    example = [line.removeprefix("# ") for line in lines[start : start + 7]]
    read = read_answers("\n".join(["answers:", *example]), "form.yaml", pack)

    assert read.answers == {
        "some-question": Rated(
            level=3,
            note="why it is so",
            evidence=(
                "https://example.com/page",
                {"kind": "seen", "text": "the rollback drill on 3 November"},
            ),
        )
    }


def test_long_and_hostile_texts_stay_comments():
    hostile = "x\ty: - | > & * ! % @ ` {} [] # 'quote \"quote " + "long " * 20
    question = a_question("pairing").model_copy(
        update={"text": hostile, "help": hostile, "more": "line one\nanswers: 4\n- x"}
    )
    pack = a_pack(a_capability("pairing", questions=(question,)))

    text = render_form(pack, Form.FULL)

    assert read_answers(text, "form.yaml", pack).answers == {}
    assert max(map(len, text.split("\n"))) <= WIDTH
    assert not any(line.endswith(" ") for line in text.split("\n"))


def test_ids_and_values_that_yaml_would_misread_are_quoted():
    options = (
        ProfileOption(value="null", label="None"),
        ProfileOption(value=1, label="One"),
    )
    profile = (ProfileQuestion(id="true", text="Is it?", options=options),)
    ids = ("null", "12", "0x1f", "1e5", "no")
    pack = a_pack(*(a_capability(id_) for id_ in ids), profile=profile)

    text = render_form(pack, Form.FULL)
    read = read_answers(filled(text, dict.fromkeys(ids, "3")), "form.yaml", pack)

    assert '"null": None' in text
    assert read.answers == dict.fromkeys(ids, Rated(level=3))
    assert read.profile == {}


def test_a_form_is_yaml_for_every_other_program():
    pack = a_pack(a_capability("pairing"))

    data = yaml.safe_load(render_form(pack, Form.FULL))

    assert data["answers"] == {"pairing": None}
    assert json.dumps(data["pack"]) == '"small 1.0.0"'
