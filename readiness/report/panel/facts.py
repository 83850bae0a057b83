"""The few lines that say what is worth knowing about a panel."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from readiness.report import words
from readiness.report.panel_model import Fact, PanelLines, QuestionLine, RoleTrendLine
from readiness.scoring.score import OVERALL

DISPUTED_MOST = 3  #: questions named as those people disagree most about
UNKNOWN_MOST = 2  #: questions named as those nobody knows

ROLES = "Leaders and practitioners"
PEOPLE_RANGE = "People range"
FURTHEST_APART = "Leaders and practitioners differ most on"
RATED_BY_FEW = "Rated by few"
SCOPE = "Scope disputed"
DISPUTED = "Scope disputed, some say it does not apply"
PER_TREND = "Per trend, and how far one person is from the team's average"
DISAGREE = "You disagree most about"
UNKNOWN = "Nobody really knows"
HANGS = "One person drives this"


def with_facts(panel: PanelLines) -> PanelLines:
    """Return ``panel`` with what the short report and the full one say of it."""
    return replace(panel, facts=tuple(_facts(panel)), details=tuple(_details(panel)))


def range_words(low: float, high: float) -> str:
    """Return "41 to 58" for two ends in points."""
    return f"{words.whole(low)} to {words.whole(high)}"


def _facts(panel: PanelLines) -> Iterator[Fact]:
    if not panel.is_withheld:
        yield Fact(label=PEOPLE_RANGE, lines=(_range_words(panel),))
    if thin := tuple(_thin(panel)):
        yield Fact(label=RATED_BY_FEW, lines=thin)
    if panel.disagreements:
        most = panel.disagreements[:DISPUTED_MOST]
        yield _about(DISAGREE, {q.question: f"{q.name}: {q.answers}" for q in most})
    if panel.unknown:
        yield _unknown(panel.unknown)
    if disputed := sum(q.scope_disputed or False for q in panel.questions):
        yield Fact(label=SCOPE, lines=(_disputed_words(disputed),))
    if panel.hangs_on_one and panel.swing is not None:
        by = words.points_in_words(panel.swing)
        said = f"without one of you, the overall score would be {by} off"
        yield Fact(label=HANGS, lines=(said,))
    yield from _roles(panel)


def _range_words(panel: PanelLines) -> str:
    if panel.low is None or panel.high is None:
        return "none yet, it takes three people and enough known answers"
    missing = "; answers that are missing are allowed for" if panel.has_missing else ""
    ends = f"between {words.whole(panel.low)} and {words.whole(panel.high)}"
    score = "the overall score"
    if panel.about != OVERALL:
        score = f"the score of {panel.about}"
    return (
        f"had other people of the team answered, {score} would be {ends} in 9 cases of "
        f"10{missing}"
    )


def _thin(panel: PanelLines) -> Iterator[str]:
    """Yield how many questions stand for all, though few have rated them."""
    if few := sum(one.is_rated_by_few for one in panel.questions):
        of = words.counted(len(panel.questions), "question")
        yield f"{few} of {of}, by less than half of the {panel.people} people"
    if alone := len(panel.roles.leaders_only):
        yield f"{words.counted(alone, 'question')}, by leaders only"
    if alone := len(panel.roles.practitioners_only):
        yield f"{words.counted(alone, 'question')}, by practitioners only"


def _disputed_words(count: int) -> str:
    they_do = "it does" if count == 1 else "they do"
    return f"{words.counted(count, 'question')}: some say {they_do} not apply"


def _unknown(questions: Sequence[QuestionLine]) -> Fact:
    most, left = questions[:UNKNOWN_MOST], questions[UNKNOWN_MOST:]
    named = _about(UNKNOWN, {q.question: f"{q.name}: {q.unknown}" for q in most})
    rest = (f"and {len(left)} more",) if left else ()
    return replace(named, lines=(*named.lines, *rest))


def _about(label: str, lines: Mapping[str, str]) -> Fact:
    """Return a fact about questions; ``lines`` are by their ids."""
    return Fact(label=label, lines=tuple(lines.values()), ids=tuple(lines))


def _roles(panel: PanelLines) -> Iterator[Fact]:
    roles = panel.roles
    if roles.mostly:
        counts = {"leaders": roles.leaders, "practitioners": roles.practitioners}
        whole = sum(filter(None, counts.values()))
        said = f"{counts[roles.mostly]} of {whole} who gave a role are {roles.mostly}"
        yield Fact(label=f"Mostly {roles.mostly}' view", lines=(said,))
    if roles.why_not:
        yield Fact(label=ROLES, lines=(roles.why_not,))
    else:
        yield from _gaps(roles.trends)


def _gaps(trends: Sequence[RoleTrendLine]) -> Iterator[Fact]:
    """Yield who sees what higher, or that no difference can be told from chance."""
    seen: dict[str, list[str]] = {}
    for one in trends:
        if one.is_detectable:
            seen.setdefault(one.verdict, []).append(_gap_words(one))
    for verdict, lines in seen.items():
        yield Fact(label=_capital(verdict), lines=tuple(lines))
    bands = [one.band for one in trends if one.band is not None]
    if not bands:
        yield Fact(label=ROLES, lines=("not comparable: too little in common",))
    elif not seen:
        needed = f"{words.whole(min(bands))} points or more would have shown"
        yield Fact(label=ROLES, lines=(f"no detectable difference ({needed})",))


def _gap_words(one: RoleTrendLine) -> str:
    figures = f"leaders {one.leaders_words}, practitioners {one.practitioners_words}"
    return f"{one.short}: {figures}"


def _details(panel: PanelLines) -> Iterator[Fact]:
    trends = [f"{t.short}: {t.words}" for t in panel.trends if t.words]
    if trends:
        yield Fact(label=PER_TREND, lines=tuple(trends))
    disputed = {q.question: q.name for q in panel.questions if q.scope_disputed}
    if disputed:
        yield _about(DISPUTED, disputed)
    apart = {q.question: f"{q.name}: {q.words}" for q in panel.roles.questions}
    if apart:
        yield _about(FURTHEST_APART, apart)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
