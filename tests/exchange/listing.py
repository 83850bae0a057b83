"""Tasks to export; a test names only what it is about."""

from datetime import date

from readiness.exchange.tasks import Effort, Gain, Kind, Quote, Task, TaskList

MADE_ON = date(2026, 11, 22)


def a_task(id_="pairing-1", **fields):
    given = {
        "kind": Kind.ACTION,
        "title": f"Lift {id_}",
        "trend": "AI-native development",
        "capability": "Pairing",
        "horizon": "now",
        **fields,
    }
    return Task(id=id_, **given)


def a_full_task(**fields):
    given = {
        "details": "Begin with the busiest repository.",
        "why": 'It cures the high-severity finding "AI ahead of checks" (R01).',
        "quotes": (
            Quote(question="Who reviews?", answer="1 At least one", anchor="One does."),
            Quote(question="Who tests?", answer="don't know", anchor=""),
        ),
        "first_step": "Ask two people.",
        "done_when": ("A bad change is refused", "Two people say so"),
        "evidence": ("Branch protection", "A sample of ten changes"),
        "needs": ("Platform: level 2",),
        "effort": Effort(
            size="small",
            person_weeks=2.0,
            words="up to 2 weeks, 2 person-weeks of work",
        ),
        "gain": Gain(
            points=5.5, low=3.25, high=8.0, words="5.5 points (3.3 to 8) in AI"
        ),
        "usual_owner": "Tech lead",
        "owner": "Ana",
        "due": date(2026, 12, 18),
        **fields,
    }
    return a_task(**given)


def an_inquiry(id_="pairing-reach", **fields):
    given = {
        "title": "Find out: How many pair?",
        "horizon": "",
        "why": "The answer is not known yet. Knowing it narrows AI by 9 points.",
        **fields,
    }
    return a_task(id_, kind=Kind.INQUIRY, **given)


def a_list(*tasks, **fields):
    given = {
        "team_id": "payments",
        "team": "Payments",
        "period": "2026-Q4",
        "pack_id": "small",
        "pack_version": "1.0.0",
        "pack_sha256": "ab" * 32,
        "made_on": MADE_ON,
        "is_demo": False,
        **fields,
    }
    return TaskList(tasks=tasks or (a_task(),), **given)


def an_example():
    """Build what the golden files show: one of each, and one with hardly a word."""
    return a_list(a_full_task(), a_task("roles-2", horizon=""), an_inquiry())
