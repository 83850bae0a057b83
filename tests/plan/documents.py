"""Plan documents of a small team, written and written again."""

from dataclasses import dataclass
from datetime import date

from readiness.pack.model import Pack
from readiness.plan.file import read_plan
from readiness.plan.make import make_plan
from readiness.plan.merge import finish, merge
from readiness.plan.progress import Progress, follow
from readiness.plan.steps import Plan
from readiness.report.build import build_report
from readiness.report.markdown import render_plan
from readiness.report.model import Report
from readiness.responses import Form
from readiness.scoring.results import evaluate
from tests.builders import a_capability, a_pack, a_response, an_action

IDS = ("pairing", "tests", "roles")


def a_team_pack(ids=IDS):
    """Build a pack in which each capability has actions to the levels 1 to 3."""
    return a_pack(
        *(
            a_capability(id_, actions=tuple(an_action(id_, n) for n in (1, 2, 3)))
            for id_ in ids
        )
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A plan, and the documents that are made of it."""

    plan: Plan
    report: Report

    def progress(self, text: str | None = None) -> Progress:
        """Return what became of the actions in the document ``text``."""
        old = None if text is None else read_plan(text, "plan.md")
        return follow(self.plan, self.report.period, old)

    def document(self) -> str:
        """Return the document as it is written first."""
        return finish(render_plan(self.report))

    def merged(self, text: str) -> str:
        """Return the document as it is written over ``text``."""
        old = read_plan(text, "plan.md")
        assert old is not None
        return merge(old, render_plan(self.report, self.progress(text)))


def drawn(
    period="2026-Q4",
    pack: Pack | None = None,
    settled=None,
    capacity=None,
    form=Form.FULL,
    **levels,
) -> Drawn:
    """Draw the plan of a team with these answers; 0 where nothing is said."""
    pack = pack or a_team_pack()
    answers = {question.id: 0 for question in pack.questions()} | levels
    response = a_response(pack, **answers).model_copy(
        update={"period": period, "form": form}
    )
    results = evaluate(pack, [response])
    plan = make_plan(results, settled=settled, capacity=capacity)
    report = build_report(results, plan, made_on=date(2026, 11, 22))
    return Drawn(plan=plan, report=report)


def filled(text, action, **fields):
    """Fill in fields of an action: ``owner="Ana"``."""
    before, mark, block = text.partition(f"<!-- readiness:action id={action} ")
    for label, value in fields.items():
        line = f"- **{label.capitalize()}:**"
        start = block.index(line)
        end = block.index("\n", start)
        block = f"{block[:start]}{line} {value}{block[end:]}"
    return before + mark + block
