"""Grades by council over time: a picture of the overall grades, and every grade of the same reports as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import get_args

from assistant.describe import AREA_NAMES
from corpus.report import Area, Grade, Judgement, Report
from ui.escape import isolated, text

_LOOK = Path(__file__).with_name("grades.css").read_text("utf-8")
_SCALE: tuple[Grade, ...] = get_args(Grade)
_OLD_SCALE: Grade = "adequate"
_OF_ALL_SERVICES = ("ILACS", "SIF")
"""Kinds whose overall grade is of a council's services for children as a whole; that of others is of a part."""
_SYMBOLS: dict[Grade, str] = {
    "outstanding": "▲",
    "good": "●",
    "requires improvement": "◆",
    "adequate": "○",
    "inadequate": "■",
}
"""Beside the words, so that neither colour nor reading alone tells grades apart."""
_AREAS: dict[Area, str] = AREA_NAMES | {
    "quality_of_provision": "quality of provision",
    "outcomes": "outcomes for children",
    "capacity_to_improve": "capacity to improve",
}
_NOTE = "“Adequate” was a grade until 2013. No grade of today is the same as it."
_DAYS = 365.25  # a year's, on average
_MOST_STEPS = 3  # between the years named below a picture; more would run into one another on a telephone


@dataclass(frozen=True, slots=True)
class _Dot:
    """An inspection's overall grade in the picture: per cent from the left and from the top."""

    report: Report
    grade: Grade
    x: float
    y: float

    def is_like(self, other: "_Dot") -> bool:
        """True if both are grades of the same scale, given to the same services."""
        whole = [dot.report.kind in _OF_ALL_SERVICES for dot in (self, other)]
        same = all(whole) or self.report.kind == other.report.kind
        return same and (self.grade == _OLD_SCALE) == (other.grade == _OLD_SCALE)


def grades(reports: Sequence[Report]) -> str:
    """The picture and the table as HTML, every foreign word escaped; "" where no report gives a grade.

    A part for each council, by name; in each the oldest inspection comes first.
    """
    judged = sorted(
        (report for report in reports if _grades_of(report)), key=lambda report: (_whose(report), _day(report))
    )
    if not judged:
        return ""
    councils = [(name, list(found)) for name, found in groupby(judged, key=_whose)]
    lanes = [
        grade for grade in _SCALE if grade != _OLD_SCALE or any(report.grade("overall") == grade for report in judged)
    ]
    years = [report.when.year for report in judged if report.when and report.grade("overall")]
    span = (min(years), max(years) + 1) if years else (0, 1)  # without a day there is no picture
    pictures = "".join(_picture(name, found, lanes, span) for name, found in councils)
    note = f'<p class="grades-note">{_NOTE}</p>' if _uses_old_scale(judged) else ""
    return (
        f'<style>{_LOOK}</style><div class="grades"><div class="grades-pictures">{pictures}</div>{note}'
        f"{_table(judged, several=len(councils) > 1)}</div>"
    )


def pill(grade: Grade) -> str:
    """A grade of the common scale as a small label: its symbol and its words."""
    return (
        f'<span class="grade grade-{grade.replace(" ", "-")}"><span aria-hidden="true">{_SYMBOLS[grade]}</span> '
        f"{text(_worded(grade))}</span>"
    )


def _picture(name: str, reports: Sequence[Report], lanes: Sequence[Grade], span: tuple[int, int]) -> str:
    """One council's overall grades as dots on a lane for each grade, from left to right in time."""
    dots = [
        _Dot(report, grade, _across(report.when, span), _down(grade, lanes))
        for report in reports
        if report.when and (grade := report.grade("overall"))
    ]
    if not dots:
        return ""
    said = "; ".join(f"{dot.report.when:%B %Y}, {dot.grade}" for dot in dots)
    labels = "".join(f"<span>{text(_worded(grade))}</span>" for grade in lanes)
    drawn = "".join(
        f'<span class="dot grade-{dot.grade.replace(" ", "-")}" style="left:{dot.x:.2f}%;top:{dot.y:.2f}%">'
        f"{_SYMBOLS[dot.grade]}</span>"
        for dot in dots
    )
    return (
        f'<figure class="grades-picture"><figcaption><span class="whose">{isolated(name)}</span> '
        f'<span class="newest">{pill(dots[-1].grade)} {dots[-1].report.when:%B %Y}</span></figcaption>'
        f'<div class="plot" role="img" aria-label="{text(f"Overall grades of {name}: {said}.")}" '
        f'style="--lanes:{len(lanes)}"><div class="lanes">{labels}</div>'
        f'<div class="track">{_line(dots)}{drawn}</div>{_years(span)}</div></figure>'
    )


def _line(dots: Sequence[_Dot]) -> str:
    """What joins the dots, where the grades can be compared."""
    steps = "".join(
        f'<line x1="{before.x:.2f}" y1="{before.y:.2f}" x2="{after.x:.2f}" y2="{after.y:.2f}"/>'
        for before, after in pairwise(dots)
        if before.is_like(after)
    )
    return f'<svg viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">{steps}</svg>'


def _years(span: tuple[int, int]) -> str:
    first, last = span
    step = -(-(last - first) // _MOST_STEPS)
    named = "".join(
        f'<span style="left:{_across(date(year, 1, 1), span):.2f}%">{year}</span>'
        for year in range(first, last + 1, step)
    )
    return f'<div class="years">{named}</div>'


def _table(reports: Sequence[Report], *, several: bool) -> str:
    """Every grade: a row for each inspection, a column for each area."""
    areas = [area for area in get_args(Area) if any(_grade_cell(report, area) for report in reports)]
    whose = '<th scope="col">Council</th>' if several else ""
    head = "".join(f'<th scope="col">{text(_worded(_AREAS[area]))}</th>' for area in areas)
    rows = "".join(_row(report, areas, several=several) for report in reports)
    return (
        '<details class="grades-table"><summary>The same grades, and those of each area, as a table</summary>'
        '<div class="table-view" role="region" tabindex="0" aria-label="Table of grades"><table><thead><tr>'
        f'{whose}<th scope="col">Inspection</th>{head}</tr></thead><tbody>{rows}</tbody></table></div></details>'
    )


def _row(report: Report, areas: Iterable[Area], *, several: bool) -> str:
    whose = f"<td>{isolated(_whose(report))}</td>" if several else ""
    when = f"{report.when:%B %Y}" if report.when else "no date given"
    cells = "".join(f"<td>{_grade_cell(report, area) or '–'}</td>" for area in areas)
    return f'<tr>{whose}<th scope="row">{when}{f", {text(report.kind)}" if report.kind else ""}</th>{cells}</tr>'


def _grade_cell(report: Report, area: Area) -> str:
    found = next((each for each in _grades_of(report) if each.area == area), None)
    return pill(found.grade) if found and found.grade else ""


def _grades_of(report: Report) -> list[Judgement]:
    return [judgement for judgement in report.judgements if judgement.grade]


def _uses_old_scale(reports: Iterable[Report]) -> bool:
    return any(judgement.grade == _OLD_SCALE for report in reports for judgement in report.judgements)


def _across(day: date, span: tuple[int, int]) -> float:
    """How far along the years a day lies, in per cent."""
    first = date(span[0], 1, 1)
    return 100 * (day - first).days / (_DAYS * (span[1] - span[0]))


def _down(grade: Grade, lanes: Sequence[Grade]) -> float:
    """The middle of a grade's lane, in per cent from the top."""
    return 100 * (lanes.index(grade) + 0.5) / len(lanes)


def _whose(report: Report) -> str:
    return report.council or report.title or report.file


def _day(report: Report) -> date:
    return report.when or date.min


def _worded(words: str) -> str:
    return words[0].upper() + words[1:]
