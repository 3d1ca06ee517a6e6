"""What each button of the page Compare does."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import get_args

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.citations import Citation
from assistant.comparing import sheets
from assistant.comparing.cells import Cells
from assistant.comparing.tones import Verdict
from assistant.exports.sheet import Sheet
from assistant.search import Searcher
from corpus.library import Library
from ui.compare.view import numbered
from ui.compare.visit import Comparing
from ui.page.line import Line
from ui.source.stepping import step

_KINDS = {"xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "csv": "text/csv"}
_GONE = "The library no longer holds that paragraph: compare again."
_STEPS = ("close", "original", "cited", "previous", "next", "previous page", "next page", "other page")


@dataclass(frozen=True, slots=True)
class Bench:
    """What the page works with: the library, what answers and searches, the line of questions, the cells kept."""

    library: Library
    chain: Runnable[Asked, Answer]
    searcher: Searcher
    line: Line
    cells: Cells


def heed(bench: Bench, here: Comparing, press: str) -> None:
    """Do what a button asks for ("source:5a17-0003", "tone:praise", "xlsx")."""
    here.file = None
    kind, _colon, rest = press.partition(":")
    if kind == "part":
        _turn_to(here, rest)
    elif kind == "stop":
        here.stop()
        here.say = "Stopped."
    elif kind == "tone":
        tones: list[Verdict] = [tone for tone in get_args(Verdict) if tone == rest]
        here.tone = tones[0] if tones else None
    elif kind in _KINDS:
        _save(here, kind)
    elif kind in ("source", "grade", "cell"):
        _open(bench, here, press)
    elif here.source:
        _step(bench, here, press)


def _turn_to(here: Comparing, part: str) -> None:
    """Show another part, as it was left."""
    here.enter(part)
    kept = here.seen.get(here.part, ())
    st.query_params.from_dict({"part": here.part, **{name: list(values) for name, values in kept}})


def _open(bench: Bench, here: Comparing, press: str) -> None:
    found = _cell(here, press) if press.startswith("cell:") else _paragraph(bench, here, press.partition(":")[2])
    if found:
        here.open_source(found, press)
    else:
        here.notice = here.say = _GONE


def _paragraph(bench: Bench, here: Comparing, paragraph_id: str) -> Citation | None:
    """The citation of a Paragraph in what is shown; of a grade its own."""
    if here.part == "theme" and here.theme:
        found = numbered([(each.report, paragraph) for each in here.theme.said for paragraph in each.paragraphs])
    elif here.part == "practice" and here.practice:
        found = numbered([(each.report, each.paragraph) for each in here.practice.examples])
    else:
        paragraph = bench.library.paragraph(paragraph_id)
        reports = {report.id: report for report in bench.library.reports}
        return Citation(1, paragraph, reports[paragraph.report_id]) if paragraph else None
    return found.get(paragraph_id)


def _cell(here: Comparing, press: str) -> Citation | None:
    """The citation of a cell: its row, its column and its number there."""
    where = press.split(":")[1:]
    if here.grid is None or len(where) != 3 or not all(each.isascii() and each.isdigit() for each in where):
        return None
    row, column, number = map(int, where)
    if row >= len(here.grid.reports) or column >= len(here.grid.questions):
        return None
    answer = here.grid.answers.get((here.grid.reports[row].id, here.grid.questions[column]))
    return next((each for each in answer.citations if each.number == number), None) if answer else None


def _step(bench: Bench, here: Comparing, press: str) -> None:
    """A button of the source that stands open."""
    assert here.source is not None
    if press == "report":
        here.leaving = here.source.citation.report.id
    elif press in _STEPS:
        step(here, press, bench.library)


def _save(here: Comparing, kind: str) -> None:
    found, title = _sheets(here)
    if found:
        name = f"{title}.{kind}"
        here.hand(name, _KINDS[kind], sheets.save(found, title, name))


def _sheets(here: Comparing) -> tuple[Sequence[Sheet], str]:
    """The Sheets of what is shown, and what the file is called."""
    if here.part == "grades" and here.grades:
        return sheets.grade_sheets(here.grades), "Grades"
    if here.part == "theme" and here.theme:
        return sheets.theme_sheets(here.theme), "Theme"
    if here.part == "grid" and here.grid:
        return sheets.grid_sheets(here.grid), "Questions to each report"
    if here.part == "practice" and here.practice:
        return sheets.practice_sheets(here.practice), "Good practice"
    return (), ""
