from readiness.report.charts.draw import draw
from readiness.report.charts.narrow import WIDTH, draw_narrow, narrow_profile_of
from readiness.report.charts.profile import profile_of
from tests.documents import demo_document, hostile_document
from tests.report.charts.pictures import (
    a_blank,
    a_document,
    a_node,
    outside,
    overlaps,
    texts_of,
)


class Narrow:
    """A narrow picture as those of charts are read."""

    def __init__(self, document):
        (self.svg,) = draw_narrow(document).values()
        self.width = WIDTH
        self.height = narrow_profile_of(document.report).height


def test_the_narrow_profile_says_what_the_wide_one_says():
    wide = next(iter(draw(demo_document())))
    narrow = Narrow(demo_document())

    assert list(draw_narrow(demo_document())) == ["profile"]
    rows = len(profile_of(demo_document().report).rows)
    for words in texts_of(wide)[5 : 5 + 3 * rows]:
        assert words.replace(" ", "") in "".join(texts_of(narrow)).replace(" ", "")


def test_nothing_stands_on_anything_else_or_over_the_edge():
    long = a_node(None, 20, 80, id_="delivery " * 30)
    documents = [demo_document(), hostile_document(), a_document(long, a_blank())]

    for picture in map(Narrow, documents):
        assert not overlaps(picture)
        assert not outside(picture)


def test_no_name_in_the_narrow_picture_is_one_of_the_wide_one():
    (narrow,) = draw_narrow(demo_document()).values()

    assert 'id="chart-profile-narrow-title"' in narrow
    assert 'id="chart-profile-title"' not in narrow


def test_where_nothing_is_known_there_is_no_narrow_picture():
    document = a_document(a_blank(), overall=a_blank(id_="overall"))

    assert draw_narrow(document) == {}
