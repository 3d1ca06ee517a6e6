"""Comparisons as Sheets: what is compared first, then every source in its exact words, and what was searched."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

from assistant.citations import Citation
from assistant.comparing.graded import NAMES, Grades, whose
from assistant.comparing.grid import Grid, cell_text, says
from assistant.comparing.practice import Practice
from assistant.comparing.theme import Theme
from assistant.describe import name_day, name_report
from assistant.exports.comma import comma
from assistant.exports.excel import excel
from assistant.exports.sheet import Cell, Column, Sheet
from assistant.paper import CARE
from corpus.errors import WrongUse
from corpus.report import Area, Paragraph, Report

_REPORT = (Column("Council", 22), Column("Inspected", 12), Column("Kind", 14))
_SOURCE = (
    Column("Exact words", 90),
    Column("Paragraph", 10),
    Column("Page", 7),
    Column("Source", 48),
    Column("File", 44),
)
_SILENT = "says nothing on it that was found"


def grade_sheets(grades: Grades) -> tuple[Sheet, ...]:
    """The grades, a row each, and why not all of them can be compared."""
    columns = (*_REPORT, Column("Area", 26), Column("Grade", 22), Column("In the report’s words", 30),
               Column("Graded under", 44), *_SOURCE)  # fmt: skip
    rows = tuple(
        (*_report(each.report), NAMES[each.judgement.area], each.judgement.grade, each.judgement.words, each.regime,
         *_source(each.report, each.paragraph))
        for each in grades.graded
    )  # fmt: skip
    return Sheet("Grades", columns, rows), _about("Grades by council and year", *grades.not_comparable)


def theme_sheets(theme: Theme) -> tuple[Sheet, ...]:
    """What each report says on a theme, a row for each Paragraph and for each report that is silent."""
    columns = (*_REPORT, Column("On the theme", 18), Column("Paragraphs in all", 12), Column("This paragraph", 14),
               *_SOURCE)  # fmt: skip
    rows: list[tuple[Cell, ...]] = []
    for said in theme.said:
        rows += [
            (*_report(said.report), said.tone, said.count, tone, *_source(said.report, paragraph))
            for paragraph, tone in zip(said.paragraphs, said.tones, strict=True)
        ]
    rows += [(*_report(each), _SILENT, 0, None, None, None, None, None, each.file) for each in theme.silent]
    counted = [f"{count} of them: {tone}." for tone, count in theme.counts.items()]
    told = f"{len(theme.said)} of {len(theme.searched)} reports say something on “{theme.words}”."
    return (
        Sheet("Theme", columns, tuple(sorted(rows, key=lambda row: (str(row[0]), str(row[1]))))),
        _about(f"Theme: {theme.words}", told, *counted, theme.coverage),
    )


def grid_sheets(grid: Grid) -> tuple[Sheet, ...]:
    """The grid, a row for each report, and every Citation of it in exact words."""
    columns = (*_REPORT, *(Column(asked, 60) for asked in grid.questions), Column("File", 44))
    rows = tuple(
        (*_report(each), *(_cell(grid, each, asked) for asked in grid.questions), each.file) for each in grid.reports
    )
    sources = tuple(
        (*_report(report), asked, citation.number, *_source(report, citation.paragraph))
        for report in grid.reports
        for asked in grid.questions
        if (answer := grid.answers.get((report.id, asked))) and says(answer)
        for citation in answer.citations
    )
    missing = len(grid.missing)
    told = [f"{missing} of {grid.size} cells were not worked out yet."] if missing else []
    return (
        Sheet("Grid", columns, rows),
        Sheet("Sources", (*_REPORT, Column("Question", 50), Column("Number", 8), *_SOURCE), sources),
        _about("Questions put to each report", *told),
    )


def practice_sheets(practice: Practice) -> tuple[Sheet, ...]:
    """The examples of good practice, a row each."""
    columns = (*_REPORT, Column("Judged", 16), *_SOURCE, Column("Later report", 40))
    rows = tuple(
        (*_report(each.report), each.judgement.grade, *_source(each.report, each.paragraph),
         name_report(each.newer) if each.newer else None)
        for each in practice.examples
    )  # fmt: skip
    about = f" on {practice.about}" if practice.about else ""
    return (
        Sheet("Good practice", columns, rows),
        _about(f"Good practice in {NAMES[practice.area]}{about}", practice.coverage),
    )


def save(sheets: Sequence[Sheet], title: str, name: str) -> bytes:
    """The Sheets as the file of a name: a workbook with all of them (.xlsx), or the first as .csv.

    Raises WrongUse for another ending.
    """
    ending = name.lower().rpartition(".")[2]
    if ending == "xlsx":
        return excel(sheets, title)
    if ending == "csv":
        return comma(sheets[0])
    raise WrongUse(f"{name} ends in neither .xlsx nor .csv: choose one of these.")


def area_of(words: str) -> Area:
    """The area that is called so, in our words or in those of --json. Raises WrongUse where there is none."""
    plain = " ".join(words.replace("_", " ").replace("-", " ").casefold().split())
    for area in get_args(Area):
        if plain in (area.replace("_", " "), NAMES[area].casefold()):
            found: Area = area
            return found
    raise WrongUse(
        f"There is no area {words!r}: choose one of {', '.join(a.replace('_', '-') for a in get_args(Area))}."
    )


def _cell(grid: Grid, report: Report, asked: str) -> str | None:
    answer = grid.answers.get((report.id, asked))
    if answer is None:
        return None
    labels = [f"[{citation.number}] {citation.label}" for citation in answer.citations] if says(answer) else []
    return "\n".join([cell_text(answer), *labels])


def _report(report: Report) -> tuple[Cell, ...]:
    return whose(report), report.when, report.kind


def _source(report: Report, paragraph: Paragraph) -> tuple[Cell, ...]:
    label = Citation(1, paragraph, report).label
    return paragraph.text, paragraph.number, paragraph.page, label, report.file


def _about(title: str, *told: str) -> Sheet:
    lines = (title, *told, f"Made on {name_day(date.today())} by the inspection assistant.", CARE)
    return Sheet("About", (Column("About this table", 110),), tuple((line,) for line in lines))
