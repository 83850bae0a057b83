"""Templates that would run something, or bring something in."""

import pytest

from readiness.errors import BadDataError
from readiness.report.word.render import render_template
from tests.documents import small_document
from tests.report.word.templates import a_template, part, with_parts

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

LINKS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
    'relationships">'
)
IN_STRICT_WORD = (
    '<s:fldSimple xmlns:s="http://purl.oclc.org/ooxml/wordprocessingml/main" '
    's:instr="DDEAUTO x"/>'
)


def a_link(kind, target="http://example.org/x", mode="External", family=OFFICE):
    """Build a relationship."""
    return (
        f'<Relationship Id="rId99" TargetMode="{mode}" Target="{target}" '
        f'Type="{family}/{kind}"/>'
    )


def linking(link, content=None):
    """Return a template with a further relationship of its text."""
    return with_parts(
        content or a_template("Text"),
        word__rels_document_xml_rels=lambda xml: xml.replace(
            b"</Relationships>", f"{link}</Relationships>".encode()
        ),
    )


def with_part(kind, name, content_type, text):
    """Return a template with a further part that its text leads to."""
    declared = f'<Override PartName="/word/{name}" ContentType="{content_type}"/>'
    return with_parts(
        linking(a_link(kind, name, "Internal")),
        added=[(f"word/{name}", text)],
        **{
            "[Content_Types]_xml": lambda xml: xml.replace(
                b"</Types>", f"{declared}</Types>".encode()
            )
        },
    )


def with_fields(xml):
    """Return a template whose text has this in it."""
    return with_parts(
        a_template("FIELD"),
        word_document_xml=lambda text: text.replace(
            b"<w:r><w:t>FIELD</w:t></w:r>", xml.encode()
        ),
    )


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def told(*pieces):
    return "".join(f"<w:r><w:instrText>{one}</w:instrText></w:r>" for one in pieces)


def a_field(*pieces, shown=""):
    """Build a field of several runs; ``pieces`` are texts, or fields within."""
    runs = "".join(one if one.startswith("<") else told(one) for one in pieces)
    result = f"<w:r><w:t>{shown}</w:t></w:r>"
    return mark("begin") + runs + mark("separate") + result + mark("end")


def refusal(content):
    """Return the error that a template ends with."""
    with pytest.raises(BadDataError) as caught:
        render_template(small_document(), content, "ours.docx")
    return caught.value


@pytest.mark.parametrize(
    "kind", ["image", "frame", "subDocument", "mailMergeSource", "externalLink"]
)
@pytest.mark.parametrize("family", [OFFICE, STRICT])
def test_what_word_would_load_from_elsewhere_is_refused(kind, family):
    refused = refusal(linking(a_link(kind, family=family)))

    assert refused.message == (
        "ours.docx brings in something from outside the document."
    )
    assert refused.facts == (f"{kind}: http://example.org/x",)


def test_a_link_that_waits_for_a_click_is_let_in():
    made = render_template(small_document(), linking(a_link("hyperlink")))

    assert "http://example.org/x" in part(made, "word/_rels/document.xml.rels")


@pytest.mark.parametrize("tag", ["w:hyperlink", "a:hlinkClick"])
def test_words_and_pictures_may_lead_to_a_link(tag):
    content = with_fields(f'<{tag} xmlns:a="a" xmlns:r="{OFFICE}" r:id="rId99"/>')

    made = render_template(small_document(), linking(a_link("hyperlink"), content))

    assert 'r:id="rId99"' in part(made, "word/document.xml")


def test_a_picture_from_elsewhere_that_claims_to_be_a_link_is_refused():
    content = with_fields(f'<a:blip xmlns:a="a" xmlns:r="{OFFICE}" r:link="rId99"/>')

    refused = refusal(linking(a_link("hyperlink"), content))

    assert refused.facts == ("blip: http://example.org/x",)


@pytest.mark.parametrize(
    "shown",
    [
        '<v:imagedata src="http://example.org/x"/>',
        '<v:imagedata o:href="//example.org/x"/>',
        '<v:fill src="file:///C:/x.png"/>',
        '<v:stroke src="\\\\example.org\\x"/>',
        '<v:shape href="https://example.org"/>',
        '<o:bottom src="x.png"/>',
        "{{ '<v:imagedata src=\"http://example.org/x\"/>' | safe }}",
    ],
)
def test_an_old_picture_from_elsewhere_is_refused(shown):
    spaces = (
        'xmlns:v="urn:schemas-microsoft-com:vml" '
        'xmlns:o="urn:schemas-microsoft-com:office:office"'
    )
    content = with_fields(f"<w:r><w:pict {spaces}>{shown}</w:pict></w:r>")

    assert refusal(content).message == (
        "ours.docx brings in something from outside the document."
    )


def test_an_old_picture_that_is_in_the_document_is_let_in():
    shown = (
        '<v:shape xmlns:v="urn:schemas-microsoft-com:vml" href="" id="s">'
        '<v:fill src=""/><v:textpath string="DRAFT"/><v:path href="#a"/></v:shape>'
    )
    content = with_fields(f"<w:r><w:pict>{shown}</w:pict></w:r>")

    assert "DRAFT" in part(
        render_template(small_document(), content), "word/document.xml"
    )


def test_links_of_the_package_itself_are_looked_at():
    link = a_link("metadata/thumbnail").encode()
    content = with_parts(
        a_template("Text"),
        _rels__rels=lambda xml: xml.replace(
            b"</Relationships>", link + b"</Relationships>"
        ),
    )

    assert refusal(content).facts == ("thumbnail: http://example.org/x",)


@pytest.mark.parametrize(
    ("kind", "name", "content_type", "words"),
    [
        ("aFChunk", "chunk.html", "text/html", "another document"),
        ("oleObject", "a.bin", "application/octet-stream", "an embedded object"),
        ("package", "a.xlsx", "application/zip", "an embedded document"),
        ("control", "a.bin", "application/octet-stream", "a control"),
        ("vbaProject", "vba.bin", "application/octet-stream", "macros"),
        ("webextensiontaskpanes", "a.xml", "application/xml", "an add-in"),
    ],
)
def test_what_is_embedded_is_refused(kind, name, content_type, words):
    refused = refusal(with_part(kind, name, content_type, "<script>1</script>"))

    assert refused.message == f"ours.docx has {words} in it."
    assert refused.facts[0].startswith(kind)


def test_the_path_of_the_template_it_was_begun_from_is_cut_out_wherever_it_is():
    origin = a_link("attachedTemplate", "file:///C:/Users/ana/x.dotx")
    settings = (
        f'<w:settings xmlns:w="{W}" xmlns:r="{OFFICE}">'
        '<w:attachedTemplate r:id="rId99"/><w:zoom w:percent="90"/>'
        '<w:mailMerge><w:query w:val="SELECT"/></w:mailMerge></w:settings>'
    )
    content = with_parts(
        with_part("settings", "settings2.xml", f"{WORD}.settings+xml", settings),
        added=[("word/_rels/settings2.xml.rels", f"{LINKS}{origin}</Relationships>")],
    )
    begun = linking(origin.replace("rId99", "rId98"), content)

    made = render_template(small_document(), begun)

    assert "zoom" in part(made, "word/settings2.xml")
    assert "attachedTemplate" not in part(made, "word/settings2.xml")
    assert "SELECT" not in part(made, "word/settings2.xml")
    assert b"ana" not in made
    assert "ana" not in part(made, "word/_rels/document.xml.rels")


@pytest.mark.parametrize(
    ("field", "name"),
    [
        (a_field(' DDEAUTO c:\\cmd.exe "/k calc" '), "DDEAUTO"),
        (a_field(" DD", "E", "AUTO cmd"), "DDEAUTO"),
        (a_field(' includepicture "http://example.org/x" \\d'), "INCLUDEPICTURE"),
        (a_field("INCLUDETEXT\\x"), "INCLUDETEXT"),
        (a_field("REF ", a_field("DDE c")), "DDE"),
        (a_field("TITLE", shown=a_field("DDE c")), "DDE"),
        (a_field(a_field("TITLE"), "PAGE"), "{}PAGE"),
        (a_field(" DATE "), "DATE"),
        (a_field("=1+1"), "=1+1"),
        (a_field(" "), "an empty one"),
        (mark("begin") + "<w:r><w:t>DDE c</w:t></w:r>" + mark("end"), "DDE"),
        (mark("end") + mark("begin") + told("DDE c"), "DDE"),
        ('<w:fldSimple w:instr=" DDEAUTO x"/>', "DDEAUTO"),
        (IN_STRICT_WORD, "DDEAUTO"),
    ],
)
def test_a_field_that_may_run_or_load_something_is_refused_by_name(field, name):
    refused = refusal(with_fields(field))

    assert refused.message == (
        f"ours.docx has a field that a report cannot have: {name}."
    )
    assert "TOC" in refused.facts[0]


def test_a_field_that_tags_make_is_refused_as_well():
    tag = "{{ \"<w:fldSimple w:instr='DDEAUTO x'/>\" | safe }}"

    refused = refusal(a_template(f"A{tag}"))

    assert "DDEAUTO" in refused.message


def test_fields_that_number_and_refer_are_let_in():
    fields = (
        a_field(" PAGE \\* MERGEFORMAT ", shown="DDE")
        + a_field(" TOC \\h ", shown=a_field("PAGEREF a"))
        + a_field("ref\\h ", a_field("SEQ x"))
        + '<w:fldSimple w:instr=" NUMPAGES "/>'
    )

    made = render_template(small_document(), with_fields(fields))

    assert "MERGEFORMAT" in part(made, "word/document.xml")


def test_a_field_in_a_part_with_any_name_is_found():
    xml = f'<w:footnotes xmlns:w="{W}">{a_field("DDE x")}</w:footnotes>'
    content = with_part("footnotes", "notes.bin", f"{WORD}.footnotes+xml", xml)

    assert "DDE" in refusal(content).message


def test_a_part_that_is_no_xml_is_refused():
    content = with_part("customXml", "item.xml", "application/xml", "<a>")

    assert refusal(content).message == "ours.docx is no Word document (.docx)."
