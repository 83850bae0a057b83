"""``readiness report``: show or write the report, or explain one number of it."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import typer

from readiness.cli.options import (
    DataDirOption,
    DemoOption,
    JsonOption,
    NoPagerOption,
    PeriodArgument,
    PlainOption,
    TeamOption,
)
from readiness.cli.reporting.options import (
    AnonymousOption,
    BrandOption,
    ClientOption,
    ExplainOption,
    FailUnderOption,
    ForceOption,
    FormatOption,
    FullOption,
    NamesOption,
    OutputOption,
    RedactOption,
    RequireCompleteOption,
    TemplateOption,
    TrendOption,
)
from readiness.errors import CheckFailedError, IncompleteError, UsageError

if TYPE_CHECKING:
    from readiness.cli.assessed import Assessed
    from readiness.report.documents.model import Redaction
    from readiness.report.model import Report
    from readiness.report.panel_model import Disclosure


def report(
    period: PeriodArgument = None,
    *,
    team: TeamOption = None,
    data_dir: DataDirOption = None,
    trend: TrendOption = None,
    full: FullOption = False,
    explain: ExplainOption = None,
    fmt: FormatOption = None,
    as_json: JsonOption = False,
    output: OutputOption = None,
    force: ForceOption = False,
    brand: BrandOption = None,
    client: ClientOption = None,
    template: TemplateOption = None,
    redact: RedactOption = None,
    anonymous: AnonymousOption = False,
    names: NamesOption = False,
    fail_under: FailUnderOption = None,
    require_complete: RequireCompleteOption = False,
    plain: PlainOption = False,
    no_pager: NoPagerOption = False,
    demo: DemoOption = False,
) -> None:
    """Show the report: scores with ranges, findings, what to do and find out."""
    from readiness.cli.assessed import assess_or_sample
    from readiness.cli.reporting.asked import find_asked

    shown_to = _disclosure(anonymous=anonymous, names=names)
    redacted = _redacted(redact, names=names, client=client)
    asked = find_asked(fmt or (), as_json=as_json, output=output, template=template)
    asked.check_brand(brand, client)
    meant = assess_or_sample(team=team, period=period, data_dir=data_dir, demo=demo)
    if explain is not None:
        others = (trend, fmt, as_json, output, brand, client, template, redact)
        checks = (anonymous, names, fail_under, require_complete)
        _explain(meant, explain, (*others, *checks))
        return
    made = meant.report(trend, shown_to)
    if require_complete:
        _check_complete(made)
    if asked.is_for_screen:
        _show(made, redacted, full=full, plain=plain, may_page=full and not no_pager)
    else:
        from readiness.cli.reporting.making import Maker, find_brand_of
        from readiness.cli.reporting.wanted import Wanted

        wanted = Wanted(team, data_dir, trend, anonymous)
        whose = find_brand_of(asked, brand, client, is_demo=demo)
        Maker(meant, made, wanted, whose, redacted, full).write(asked, force=force)
    if fail_under is not None:
        _check_score(made, fail_under, is_of_trend=trend is not None)


def _disclosure(*, anonymous: bool, names: bool) -> "Disclosure":
    from readiness.report.panel_model import Disclosure

    if anonymous and names:
        raise UsageError(
            "--anonymous and --names contradict each other",
            tries=("leave out one of them",),
        )
    if anonymous:
        return Disclosure.ANONYMOUS
    return Disclosure.NAMES if names else Disclosure.USUAL


def _redacted(
    words: list[str] | None, *, names: bool, client: str | None
) -> "frozenset[Redaction]":
    if words is None:
        return frozenset()
    from readiness.cli.reporting.privacy import check_redactions, parse_redactions

    redacted = parse_redactions(words)
    check_redactions(redacted, names=names, client=client)
    return redacted


def _explain(meant: "Assessed", node: str, others: Sequence[object]) -> None:
    """Print where a number comes from; ``others`` are options, which it allows none."""
    from readiness.report.explain import explain

    if any(one is not None and one is not False for one in others):
        raise UsageError(
            "--explain prints text and checks nothing",
            tries=("leave out the other options", "or run the report apart"),
        )
    demo = "DEMO DATA  " if meant.is_demo else ""
    first = meant.results.responses[0]
    where = f"{demo}{first.team.name}, {first.period}, {first.form} form, self-reported"
    sys.stdout.write(f"{where}\n\n{explain(meant.results, node, meant.plan())}")


def _show(
    made: "Report",
    redacted: "frozenset[Redaction]",
    *,
    full: bool,
    plain: bool,
    may_page: bool,
) -> None:
    from readiness.cli.screen import find_screen, show

    if redacted:
        from readiness.cli.reporting.privacy import redacted_report

        made = redacted_report(made, redacted)
    show(made, find_screen(plain=plain, may_page=may_page), full=full)
    if not made.is_demo:
        typer.echo("Next: readiness plan -o plan.md", err=True)


def _check_complete(made: "Report") -> None:
    if left := made.completeness.open:
        raise IncompleteError(
            f"{left} of {made.completeness.questions} questions are open",
            tries=("readiness assess", "readiness answer --next"),
        )


def _check_score(made: "Report", least: float, *, is_of_trend: bool) -> None:
    node = made.trends[0].node if is_of_trend else made.overall
    if node.point is None:
        raise CheckFailedError(
            f"{node.name}: {node.score_words}, so not shown to be at least {least:g}",
            facts=(f"the range is {node.range_words}",) if node.range_words else (),
        )
    if round(node.point, 9) < least:
        raise CheckFailedError(
            f"{node.name} is {node.point:.1f}, which is under {least:g}"
        )
