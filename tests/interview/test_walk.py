from readiness.interview.agenda import Agenda
from readiness.interview.previous import Hindsight
from readiness.interview.walk import Walk
from tests.builders import NOON, a_response
from tests.interview.scripted import three_questions


def a_walk(cursor=0):
    pack = three_questions()
    hindsight = Hindsight(previous={}, today=NOON.date())
    return Walk(Agenda(pack, a_response(pack), hindsight), cursor)


def test_the_review_leads_back_to_where_it_was_opened():
    walk = a_walk(cursor=1)

    walk.open_review()
    assert walk.is_over

    walk.leave_review()
    assert (walk.cursor, walk.origin) == (1, None)


def test_from_the_review_at_the_end_there_is_no_way_back():
    walk = a_walk(cursor=3)

    walk.leave_review()

    assert walk.is_over


def test_a_jump_from_a_detour_is_the_end_of_it():
    walk = a_walk(cursor=3)

    walk.make_detour((0, 2))
    walk.go_to(1)
    walk.go_back()

    assert walk.cursor == 0
    assert not walk.can_go_back


def test_on_a_detour_there_is_always_a_way_back():
    walk = a_walk(cursor=3)

    walk.make_detour((0,))

    assert walk.can_go_back
