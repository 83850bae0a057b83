import pytest
from docx.oxml.ns import qn

from readiness.errors import BadDataError
from readiness.report.word.render import render, render_template
from tests.documents import demo_document, small_document
from tests.report.word.templates import SHIPPED, a_template, filled, part, with_parts


def texts(made):
    return [paragraph.text for paragraph in made.paragraphs]


def refused(content, document=None):
    """Return the message and the facts of the error that a template ends with."""
    with pytest.raises(BadDataError) as caught:
        render_template(document or small_document(), content, "ours.docx")
    return caught.value.message, " ".join(caught.value.facts)


def test_a_template_of_somebodys_own_is_filled_in():
    content = a_template("Dear {{ brand.client or 'client' }}", header="H")

    made = render_template(small_document(), content)

    assert "Dear client" in part(made, "word/document.xml")


def test_the_shipped_template_may_be_ones_own():
    document = demo_document()

    assert render_template(document, SHIPPED.read_bytes()) == render(document)


def test_it_can_show_a_chart_in_its_own_width():
    template = a_template(
        '{%p for chart in charts if chart.kind == "profile" %}',
        "{{ chart.picture.wide(5) }}",
        "{{ chart.title }}: {{ chart.table.head | length }}",
        "{%p endfor %}",
    )

    made = filled(small_document(), template)

    assert [round(shape.width.cm, 2) for shape in made.inline_shapes] == [5]


def test_charts_are_as_wide_as_a_page_without_measures():
    bare = with_parts(
        a_template(
            "{%p for chart in charts %}", "{{ chart.picture }}", "{%p endfor %}"
        ),
        word_document_xml=lambda xml: xml.replace(b"<w:pgSz ", b"<w:pgX "),
    )

    made = filled(small_document(), bare)

    assert made.inline_shapes[0].width.cm == 17


def test_a_missing_name_is_told_with_its_heading_and_tag():
    template = a_template("# Our view", "By {{ brand.consultant }}: {{ reprt.title }}")

    message, facts = refused(template)

    assert message == "ours.docx cannot be filled in: 'reprt' is undefined."
    assert facts == 'In the text, under "Our view": {{ reprt.title }}.'


def test_the_advice_is_to_edit_the_template():
    with pytest.raises(BadDataError) as caught:
        render_template(small_document(), a_template("{{ x }}"), "ours.docx")

    assert caught.value.tries[0] == "edit ours.docx in Word"


def test_the_tag_that_is_quoted_has_the_name_that_is_wrong():
    _, facts = refused(a_template("{{ report.team }}, {{ report.temm }}"))

    assert facts == "In the text: {{ report.temm }}."


def test_a_wrong_tag_is_told_with_its_place():
    message, facts = refused(a_template("Fine", footer="{{ report.team + }}"))

    assert message.startswith("ours.docx cannot be filled in: ")
    assert facts == "In a page footer: {{ report.team + }}."


def test_a_tag_without_an_end_is_quoted_in_short():
    _, facts = refused(a_template("{{ report.team", "long " * 100))

    assert "{{ report.team" in facts
    assert facts.endswith("....")
    assert len(facts) < 200


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("{{ 1 / 0 }}", "division by zero"),
        ("{{ [][3] }}", "has no element 3"),
        ("{{ report.team + 1 }}", "can only concatenate str"),
        ("{{ report.is_demo | nothing }}", "No filter named 'nothing'"),
        ("{% include 'other' %}", "no loader"),
        ("{{ ''.__class__ }}", "unsafe"),
        ("{{ range(9999999) }}", "Range too big"),
        ("{{ report.trends | random }}", "No filter named 'random'"),
        ("{{ lipsum() }}", "'lipsum' is undefined"),
        ("{{ report.temm }}", "Report has no 'temm', did you mean 'team'?"),
        ("{{ report.team.lenght }}", "'str object' has no attribute 'lenght'"),
    ],
)
def test_what_a_tag_cannot_do_is_an_error_about_the_template(tag, words):
    message, facts = refused(a_template(tag))

    assert words in message
    assert tag in facts


def test_a_tag_that_is_too_deep_is_an_error_about_the_template():
    message, facts = refused(a_template(f"{{{{ {'-' * 5000}1 }}}}"))

    assert "recursion" in message
    assert facts == "In the text."


def test_a_loop_around_paragraphs_with_one_p_missing_is_explained():
    template = a_template("{%p for row in report.trends %}", "x", "{% endfor %}")

    message, facts = refused(template)

    assert message == "ours.docx cannot be filled in."
    assert "{%p" in facts


def test_nothing_in_a_picture_leads_to_files(tmp_path):
    reach = tmp_path / "stolen.docx"
    tags = ("_page", "tpl", "page", "_page.docx")

    for tag in tags:
        content = a_template(f'{{{{ charts[0].picture.{tag}.save("{reach}") }}}}')
        refused(content, demo_document())

    assert not reach.exists()


def test_a_table_of_no_rows_leaves_no_table():
    template = a_template(
        ("{%tr for one in report.holds %}",),
        ("{{ one.capability }}",),
        ("{%tr endfor %}",),
        "After it",
    )

    made = filled(small_document(), template)

    assert made.tables == []
    assert texts(made) == ["After it"]


def test_a_cell_in_which_nothing_is_left_has_a_paragraph():
    ended = "</w:t></w:r></w:p><w:p><w:r><w:t>"
    template = with_parts(
        a_template(("{%p if report.holds %}|{%p endif %}", "x")),
        word_document_xml=lambda xml: xml.replace(b"|", ended.encode()),
    )

    made = filled(small_document(), template)

    assert [cell.text for cell in made.tables[0].rows[0].cells] == ["", "x"]


def test_columns_that_a_loop_makes_share_the_width_of_the_table():
    template = a_template(
        ("{%tc for row in report.trends %}", "{{ row.short }}", "{%tc endfor %}"),
        ("{%tc if false %}", "none", "{%tc endif %}"),
    )

    made = filled(demo_document(), template)

    grid = next(made.element.body.iter(qn("w:tblGrid")))
    widths = {int(column.get(qn("w:w"))) for column in grid}
    assert len(grid) == 5
    assert len(widths) == 1


def test_a_template_without_contents_or_heading_styles_is_fine():
    assert texts(filled(small_document(), a_template("{{ report.team }}"))) == [
        "Payments"
    ]


def test_contents_of_several_lines_are_replaced():
    made = filled(small_document(), a_contents("TOC \\h", "# One", "Text"))

    assert [text for text in texts(made) if text] == ["One", "One", "Text"]


def test_contents_without_headings_stay_as_they_are():
    made = filled(small_document(), a_contents('TOC \\o "2-3"', "# One"))

    assert "old entry" in texts(made)


@pytest.mark.parametrize("missing", [b'"begin"', b'"separate"', b'"end"'])
def test_contents_that_are_not_whole_stay_as_they_are(missing):
    broken = with_parts(
        a_contents("TOC \\h", "# One"),
        word_document_xml=lambda xml: xml.replace(missing, b'"other"'),
    )

    made = filled(small_document(), broken)

    assert "older entry" in texts(made)


def test_bookmarks_of_the_template_keep_their_numbers():
    mark = b'<w:bookmarkStart w:id="7" w:name="mine"/><w:bookmarkEnd w:id="7"/>'
    template = with_parts(
        a_contents("TOC", "# One", "Text"),
        word_document_xml=lambda xml: xml.replace(b"<w:sectPr", mark + b"<w:sectPr"),
    )

    made = filled(small_document(), template)

    ids = [one.get(qn("w:id")) for one in made.element.iter(qn("w:bookmarkStart"))]
    assert ids == ["8", "7"]


def a_contents(instruction, *paragraphs):
    """Build a template with a table of contents of two lines, as Word makes them."""
    begin, middle, end = (
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        for kind in ("begin", "separate", "end")
    )
    told = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    page = f"{begin}<w:r><w:instrText>PAGEREF a</w:instrText></w:r>{middle}{end}"
    field = (
        f"<w:p>{begin}{told}{middle}<w:r><w:t>old entry</w:t></w:r>{page}</w:p>"
        f"<w:p><w:r><w:t>older entry</w:t></w:r>{end}</w:p>"
    )
    return with_parts(
        a_template("CONTENTS", *paragraphs),
        word_document_xml=lambda xml: xml.replace(
            b"<w:p><w:r><w:t>CONTENTS</w:t></w:r></w:p>", field.encode()
        ),
    )


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NOTES = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"


def a_template_with_footnote(text):
    """Build a template with a footnote, which python-docx cannot write."""
    notes = f'<w:footnotes xmlns:w="{W}"><w:p><w:r><w:t>{text}</w:t></w:r></w:p>'
    link = (
        b'<Relationship Id="rId99" Target="footnotes.xml" Type="http://schemas.'
        b'openxmlformats.org/officeDocument/2006/relationships/footnotes"/>'
    )
    kind = f'<Override PartName="/word/footnotes.xml" ContentType="{NOTES}"/>'.encode()
    return with_parts(
        a_template("Text"),
        added=[("word/footnotes.xml", f"{notes}</w:footnotes>")],
        word__rels_document_xml_rels=lambda xml: xml.replace(
            b"</Relationships>", link + b"</Relationships>"
        ),
        **{
            "[Content_Types]_xml": lambda xml: xml.replace(
                b"</Types>", kind + b"</Types>"
            )
        },
    )


def test_a_footnote_is_filled_in_and_its_mistakes_are_told():
    made = render_template(
        small_document(), a_template_with_footnote("{{ report.team }}")
    )

    assert ">Payments</w:t>" in part(made, "word/footnotes.xml")
    assert refused(a_template_with_footnote("{{ nobody }}"))[1] == (
        "In the footnotes: {{ nobody }}."
    )
