"""Grades by council and year, each with the Paragraph that states it and the regime it was given under."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from assistant.comparing.narrowing import Narrowing
from assistant.comparing.regimes import Regime, explain_changes, find_regime
from assistant.describe import AREA_NAMES
from corpus.library import Library
from corpus.report import Area, Judgement, Paragraph, Report

NAMES: dict[Area, str] = AREA_NAMES | {
    "quality_of_provision": "quality of provision",
    "outcomes": "outcomes for children",
    "capacity_to_improve": "capacity to improve",
}
"""What each area is called in a table."""


@dataclass(frozen=True, slots=True)
class Graded:
    """One grade of a Report, under its regime; `paragraph` states it."""

    report: Report
    judgement: Judgement
    paragraph: Paragraph
    regime: Regime


@dataclass(frozen=True, slots=True)
class Grades:
    """Grades by council and then by date, and why those before and after a change are `not_comparable`, in words."""

    graded: tuple[Graded, ...]
    not_comparable: tuple[str, ...]

    @property
    def reports(self) -> tuple[Report, ...]:
        """The Reports that they are of."""
        return tuple({each.report.id: each.report for each in self.graded}.values())


def find_graded(
    library: Library,
    narrowing: Narrowing = Narrowing(),  # noqa: B008 - frozen
    areas: Collection[Area] = (),
) -> Grades:
    """The grades that the reports which a narrowing leaves give, of these areas or of all."""
    reports = sorted(narrowing.of(library.reports), key=lambda report: (whose(report), report.when or date.min))
    found = tuple(
        Graded(report, judgement, paragraph, find_regime(report))
        for report in reports
        for judgement in report.judgements
        if judgement.grade and (not areas or judgement.area in areas)
        if (paragraph := library.paragraph(judgement.paragraph_id))
    )
    held = {each.report.id: each.report for each in found}.values()
    return Grades(found, explain_changes(list(own) for _name, own in groupby(held, key=whose)))


def whose(report: Report) -> str:
    """The council of a Report, or what else tells whose it is."""
    return report.council or report.title or report.file
