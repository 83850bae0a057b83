"""What a plan says of itself: what time it takes, how solid and provable it is."""

from collections.abc import Iterator, Sequence

from readiness.plan.budget import FOCUS
from readiness.plan.proof import Proof, Provable
from readiness.plan.steps import Budget, Plan, Step, Urgency
from readiness.report import words
from readiness.scoring.results import Results
from readiness.scoring.score import OVERALL

MORE_TIMES, MORE = 2, 2  #: no more people are proposed than so many times, and two


def capacity_words(plan: Plan) -> str:
    """Return what the time there is goes to, "" if nobody said how much there is."""
    if plan.budget is None:
        return ""
    weeks = f"With {_person_weeks(plan.budget.weeks)}"
    if not plan.scheduled:
        return f"{weeks}: {_nothing_fits(plan.budget)}."
    actions = words.counted(len(plan.scheduled), "action")
    used = words.tenth(plan.budget.used)
    gain = words.points_in_words(plan.expected())
    how = "; ".join(_how_chosen(plan, plan.budget))
    return f"{weeks}: {actions}, {used} used, about +{gain} ({how})."


def solid_words(plan: Plan, action_id: str) -> str:
    """Return how solid the place of an action is, "" if nothing is to be said."""
    robustness = plan.robustness
    if robustness is None or action_id not in robustness.chances:
        return ""
    chance = robustness.chances[action_id]
    where = "in the best plan" if plan.budget else "among the first three"
    share = f"{words.whole(100 * chance.share)} %"
    draws = f"{robustness.draws:,} variations of weights, efforts and answers"
    return f"{chance.standing}: {where} in {share} of {draws}"


def verify_words(proof: Proof) -> str:
    """Return what the next quarter could prove, and whether the plan is among it."""
    who = words.counted(proof.people, "person", "people")
    provable = [node for node in proof.nodes() if node.smallest is not None]
    if not provable:
        return f"With {who}, the next quarter can prove nothing: too little is known."
    start = f"With {who}, the next quarter can prove changes of {_changes(proof)}"
    if proof.overall.expected <= 0:
        return f"{start}."
    return f"{start}: {_judgement(proof)}."


def why_here(results: Results, step: Step) -> str:
    """Return what puts a step at its place in line, as what "it" does."""
    names = {trend.id: trend.name for trend in results.pack.trends}
    names |= {rule.id: f'"{rule.name}" ({rule.id})' for rule in results.pack.rules}
    by = words.joined(names[id_] for id_ in step.because) if step.because else ""
    verb = "cures" if step.settles else "is a step towards curing"
    if step.is_needed_first:
        verb = "is needed first to cure"
    match step.urgency:
        case Urgency.CRITICAL:
            return f"{verb} the critical finding {by}"
        case Urgency.CAP:
            lifts = "is needed first to lift" if step.is_needed_first else "lifts"
            return f"{lifts} what holds the level of {by} down"
        case Urgency.HIGH:
            return f"{verb} the high-severity finding {by}"
        case _:
            return f"gains {_rate(step)}{_importance(results, step)}"


def _rate(step: Step) -> str:
    rate = words.tenth(step.trend_gain.points / step.action.person_weeks)
    return f"{rate} points of {step.trend.short} per person-week"


def _importance(results: Results, step: Step) -> str:
    said = ["you declared to improve"] if step.is_focus else []
    stated = results.importance[step.trend.id]
    if stated is not None:
        said.append(f"matters {words.importance_of(stated)} to you")
    return f", a trend that {' and that '.join(said)}" if said else ""


def _person_weeks(weeks: float) -> str:
    unit = "person-week" if weeks == 1 else "person-weeks"
    return f"{words.tenth(weeks)} {unit}"


def _nothing_fits(budget: Budget) -> str:
    if budget.smallest is None:
        return "there is no action to propose"
    action = budget.smallest.action
    least = f"{_person_weeks(action.person_weeks)} ({words.title_of(action)})"
    return f"no action fits; the smallest takes {least}"


def _how_chosen(plan: Plan, budget: Budget) -> Iterator[str]:
    counts = {
        "already begun, first": budget.begun,
        "against critical findings first": budget.urgent,
        "against critical findings too long for it": budget.left_out,
        "against high-severity findings left out": budget.severe_left,
    }
    yield from (f"{count} {what}" for what, count in counts.items() if count)
    how = "best possible" if budget.is_best else "near-optimal"
    first = budget.begun or budget.urgent
    yield f"{how} for {'the rest of the' if first else 'that'} time{_weighed(plan)}"


def _weighed(plan: Plan) -> str:
    """Say so if points do not count alike: what is best by them may not look it."""
    if plan.focus is not None:
        return f", points of the focus counted {FOCUS} times"
    steps = plan.steps()
    is_weighed = any(step.worth != step.gain.points for step in steps)
    return ", weighed by how much each trend matters to you" if is_weighed else ""


def _changes(proof: Proof) -> str:
    """Return "21 points in a trend and 17 overall", with the focus if there is one."""
    parts = [
        f"{words.points_in_words(node.smallest)} in {node.name} (declared)"
        for node in proof.trends
        if node.is_focus and node.smallest is not None
    ]
    others = [n.smallest for n in proof.trends if not n.is_focus and n.smallest]
    if others:
        ends = dict.fromkeys(words.whole(end) for end in (min(others), max(others)))
        which = "another trend" if parts else "a trend"
        parts.append(f"{' to '.join(ends)} points in {which}")
    if proof.overall.smallest is not None:
        unit = "" if parts else " points"
        parts.append(f"{words.whole(proof.overall.smallest)}{unit} overall")
    return words.joined(parts)


def _judgement(proof: Proof) -> str:
    gain = words.points_in_words(proof.overall.expected)
    which = "this plan" if proof.is_whole else "what this plan has for three months"
    plan = f"{which} (+{gain} overall)"
    proved = [trend.name for trend in proof.trends if trend.is_proved]
    trends = words.joined(proved) if proved else ""
    if proof.overall.is_proved:
        where = f" and in {trends}" if trends else ""
        return f"{plan} can be verified overall{where}"
    if trends:
        more = _with_more(proof, [proof.overall])
        rest = more or "a single quarter cannot prove it overall"
        return f"{plan} can be verified in {trends}; {rest}"
    more = _with_more(proof, proof.nodes())
    if more:
        return f"{plan} cannot be verified; {more}"
    return (
        f"{plan} cannot be verified by a single quarter, overall or in a trend; "
        "several quarters together may show it"
    )


def _with_more(proof: Proof, nodes: Sequence[Provable]) -> str:
    """Return with how many more people one of ``nodes`` could be proved, and which.

    "" if it took more than a team can be expected to find.
    """
    most = MORE_TIMES * proof.people + MORE
    found = [(n.needed, n) for n in nodes if n.needed is not None and n.needed <= most]
    if not found:
        return ""
    needed, node = min(found, key=lambda entry: entry[0])
    where = "overall" if node.id == OVERALL else f"in {node.name}"
    more = words.counted(needed - proof.people, "more person", "more people")
    return f"if {more} answered both times, it could {where}"
