"""Grades by council over time: a picture of the overall grades, and every grade of the same reports as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise
from pathlib import Path
from typing import get_args

from assistant.comparing.graded import NAMES, whose
from assistant.comparing.regimes import are_comparable
from corpus.report import Area, Grade, Judgement, Report
from ui.page.escape import isolated, text

_LOOK = Path(__file__).with_name("grades.css").read_text("utf-8")
_SCALE: tuple[Grade, ...] = get_args(Grade)
_OLD_SCALE: Grade = "adequate"
_SYMBOLS: dict[Grade, str] = {
    "outstanding": "▲",
    "good": "●",
    "requires improvement": "◆",
    "adequate": "○",
    "inadequate": "■",
}
"""Beside the words, so that neither colour nor reading alone tells grades apart."""
_NOTE = "“Adequate” was a grade until 2013. No grade of today is the same as it."
_APART = "Grades on the two sides of a dashed line are not comparable: what is judged, or how, changed."
_DAYS = 365.25  # a year's, on average
_MOST_STEPS = 3  # between the years named below a picture; more would run into one another on a telephone


@dataclass(frozen=True, slots=True)
class _Dot:
    """An inspection's grade of an area in the picture: per cent from the left and from the top."""

    report: Report
    area: Area
    grade: Grade
    x: float
    y: float

    def is_like(self, other: "_Dot") -> bool:
        """True if both grades mean the same."""
        return are_comparable(self.report, other.report, self.area)


def grades(reports: Sequence[Report], area: Area = "overall", *, sources: bool = False) -> str:
    """The picture and the table as HTML, every foreign word escaped; "" where no report gives a grade.

    A part for each council, by name; in each the oldest inspection comes first. The picture is of one area. With
    `sources` each grade of the table is a button that presses "grade:" and the id of the Paragraph that states it.
    """
    judged = _in_order(reports)
    if not judged:
        return ""
    several = len({whose(report) for report in judged}) > 1
    drawn = _pictures(judged, area, old=sources and _uses_old_scale(judged))
    return _shown(drawn + _table(judged, several=several, sources=sources))


def pictures(reports: Sequence[Report]) -> str:
    """The pictures of the overall grades alone, for beside a table that has them; "" where none has a grade and day."""
    judged = [report for report in _in_order(reports) if report.when and report.grade("overall")]
    return _shown(_pictures(judged, "overall")) if judged else ""


def _shown(drawn: str) -> str:
    return f'<style>{_LOOK}</style><div class="grades">{drawn}</div>'


def _in_order(reports: Iterable[Report]) -> list[Report]:
    """Those that give grades, by council, the oldest of each first."""
    graded = (report for report in reports if _grades_of(report))
    return sorted(graded, key=lambda report: (whose(report), _day(report)))


def _pictures(judged: Sequence[Report], area: Area, *, old: bool = False) -> str:
    """A picture for each council and what is to be known of them; `old` where the table has grades of the old scale."""
    lanes = [grade for grade in _SCALE if grade != _OLD_SCALE or any(each.grade(area) == grade for each in judged)]
    years = [report.when.year for report in judged if report.when and report.grade(area)]
    span = (min(years), max(years) + 1) if years else (0, 1)  # without a day there is no picture
    drawn = "".join(
        _picture(name, _dots(list(found), area, lanes, span), lanes, span) for name, found in groupby(judged, key=whose)
    )
    notes = [_APART] * ('class="apart"' in drawn) + [_NOTE] * (old or _OLD_SCALE in lanes)
    said = "".join(f'<p class="grades-note">{note}</p>' for note in notes)
    return f'<div class="grades-pictures">{drawn}</div>{said}'


def pill(grade: Grade) -> str:
    """A grade of the common scale as a small label: its symbol and its words."""
    return (
        f'<span class="grade grade-{grade.replace(" ", "-")}"><span aria-hidden="true">{_SYMBOLS[grade]}</span> '
        f"{text(_worded(grade))}</span>"
    )


def _dots(reports: Sequence[Report], area: Area, lanes: Sequence[Grade], span: tuple[int, int]) -> list[_Dot]:
    return [
        _Dot(report, area, grade, _across(report.when, span), _down(grade, lanes))
        for report in reports
        if report.when and (grade := report.grade(area))
    ]


def _picture(name: str, dots: Sequence[_Dot], lanes: Sequence[Grade], span: tuple[int, int]) -> str:
    """One council's grades of an area as dots on a lane for each grade, from left to right in time."""
    if not dots:
        return ""
    labels = "".join(f"<span>{text(_worded(grade))}</span>" for grade in lanes)
    drawn = "".join(
        f'<span class="dot grade-{dot.grade.replace(" ", "-")}" style="left:{dot.x:.2f}%;top:{dot.y:.2f}%">'
        f"{_SYMBOLS[dot.grade]}</span>"
        for dot in dots
    )
    return (
        f'<figure class="grades-picture"><figcaption><span class="whose">{isolated(name)}</span> '
        f'<span class="newest">{pill(dots[-1].grade)} {dots[-1].report.when:%B %Y}</span></figcaption>'
        f'<div class="plot" role="img" aria-label="{text(_spoken(name, dots))}" '
        f'style="--lanes:{len(lanes)}"><div class="lanes">{labels}</div>'
        f'<div class="track">{_line(dots)}{drawn}</div>{_years(span)}</div></figure>'
    )


def _spoken(name: str, dots: Sequence[_Dot]) -> str:
    """The picture in words: each grade, and where one cannot be compared with the one before."""
    said = [f"{dots[0].report.when:%B %Y}, {dots[0].grade}"]
    for before, after in pairwise(dots):
        apart = "" if before.is_like(after) else "not comparable with what went before: "
        said.append(f"{apart}{after.report.when:%B %Y}, {after.grade}")
    whole = dots[0].area == "overall"
    of = f"Overall grades of {name}" if whole else f"Grades of {name} for {NAMES[dots[0].area]}"
    return f"{of}: {'; '.join(said)}."


def _line(dots: Sequence[_Dot]) -> str:
    """What joins the dots, where the grades can be compared, and what parts them, where they cannot."""
    steps = "".join(
        f'<line x1="{before.x:.2f}" y1="{before.y:.2f}" x2="{after.x:.2f}" y2="{after.y:.2f}"/>'
        if before.is_like(after)
        else f'<path class="apart" d="M{(before.x + after.x) / 2:.2f} 0V100"/>'
        for before, after in pairwise(dots)
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


def _table(reports: Sequence[Report], *, several: bool, sources: bool) -> str:
    """Every grade: a row for each inspection, a column for each area."""
    areas = [area for area in get_args(Area) if any(_judged(report, area) for report in reports)]
    head = "".join(f'<th scope="col">{text(_worded(NAMES[area]))}</th>' for area in areas)
    rows = "".join(_row(report, areas, several=several, sources=sources) for report in reports)
    council = '<th scope="col">Council</th>' if several else ""
    table = (
        '<div class="table-view" role="region" tabindex="0" aria-label="Table of grades"><table><thead><tr>'
        f'{council}<th scope="col">Inspection</th>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
    )
    if sources:
        return f'<div class="grades-table">{table}</div>'
    return (
        '<details class="grades-table"><summary>The same grades, and those of each area, as a table</summary>'
        f"{table}</details>"
    )


def _row(report: Report, areas: Iterable[Area], *, several: bool, sources: bool) -> str:
    council = f"<td>{isolated(whose(report))}</td>" if several else ""
    when = f"{report.when:%B %Y}" if report.when else "no date given"
    cells = "".join(f"<td>{_grade_cell(report, area, sources=sources)}</td>" for area in areas)
    return f'<tr>{council}<th scope="row">{when}{f", {text(report.kind)}" if report.kind else ""}</th>{cells}</tr>'


def _judged(report: Report, area: Area) -> Judgement | None:
    return next((each for each in _grades_of(report) if each.area == area), None)


def _grade_cell(report: Report, area: Area, *, sources: bool) -> str:
    found = _judged(report, area)
    if found is None or found.grade is None:
        return "–"
    if not sources:
        return pill(found.grade)
    when = f", {report.when:%B %Y}" if report.when else ""
    name = f"{_worded(found.grade)}: {NAMES[area]}, {whose(report)}{when}. Open the source"
    return (
        f'<button type="button" class="plain" data-press="grade:{text(found.paragraph_id)}" aria-label="{text(name)}">'
        f"{pill(found.grade)}</button>"
    )


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


def _day(report: Report) -> date:
    return report.when or date.min


def _worded(words: str) -> str:
    return words[0].upper() + words[1:]
