"""Reports beside one another: grades, a theme, a list of questions, good practice."""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.chat_model.disclosure import disclose
from assistant.comparing.cells import Cells
from assistant.comparing.graded import find_graded
from assistant.comparing.grid import open_grid
from assistant.comparing.practice import Practice
from assistant.comparing.theme import Theme
from assistant.search import Searcher
from corpus.errors import InspectionError
from corpus.library import Library
from ui.compare import forms, view
from ui.compare.begin import begin
from ui.compare.grid import grid as grid_html
from ui.compare.presses import Bench, heed
from ui.compare.visit import Comparing, Part
from ui.page import navigation, parts
from ui.page.escape import text
from ui.page.grades import grades
from ui.page.line import Line
from ui.page.work import Work
from ui.source import beside, panel

_LOOK_UP = 0.5  # seconds after which the page shows how far something has come, and sees to a button
_EMPTY = "The library is empty. Add reports on the page Reports, and compare them as soon as they are read."
_DOING: dict[Part, str] = {
    "grades": "",
    "theme": "Searching the reports",
    "grid": "Putting the questions to each report",
    "practice": "Reading the reports",
}


def show(library: Library, chain: Runnable[Asked, Answer], searcher: Searcher, line: Line) -> None:
    """Draw the part that the page's address names, and work out what it asks for."""
    here: Comparing = st.session_state.setdefault("comparing", Comparing())
    bench = Bench(library, chain, searcher, line, _cells(library))
    if here.leaving:
        report, here.leaving = here.leaving, ""
        navigation.go("report", report=report)
    here.enter(st.query_params.get("part", ""))
    parts.look("tables.css", "grades.css")
    st.html(Path(__file__).with_name("compare.css"))
    guide = st.container()
    left, right = st.columns(2, gap="medium")  # compare.css hides the right one while it is empty
    with left:
        try:
            _left(here, bench)
        except InspectionError as error:
            here.notice = here.say = str(error)
        if here.notice:
            parts.piece("compare_notice", f'<p class="notice" role="alert">{text(here.notice)}</p>', _ignored)
    with right, st.empty(), st.container():
        _source(here, bench)
    with guide:
        parts.guide(here.say, here.move)
    here.say = ""
    if here.work:
        _follow(here)


@lru_cache(maxsize=2)
def _cells(library: Library) -> Cells:
    """The cells that are kept beside a library."""
    cells = Cells(library.engine, library.settings)
    cells.forget_all_but([report.id for report in library.reports])
    return cells


def _left(here: Comparing, bench: Bench) -> None:
    reports = bench.library.reports
    parts.piece("compare_head", view.head(here.part, "" if reports else _EMPTY), _pressed(bench))
    if not reports:
        return
    if here.part == "grades":
        _grades(here, bench)
        return
    form = {
        "theme": forms.theme_form,
        "grid": forms.grid_form,
        "practice": forms.practice_form,
    }[here.part]
    if here.part == "grid" and bench.library.settings.chat_model:
        st.html(f'<div class="inspection"><p class="quiet">{text(disclose(bench.library.settings))}</p></div>')
    sent = form(reports)
    if sent is not None:
        st.query_params.from_dict({"part": here.part, **{name: list(values) for name, values in sent}})
        here.seen.pop(here.part, None)
    begin(here, bench, sent=sent is not None)
    if here.work:
        working = view.working(here.work, _DOING[here.part])
        parts.piece("compare_working", working, _pressed(bench))
    _result(here, bench)


def _grades(here: Comparing, bench: Bench) -> None:
    narrowing, area = forms.grades_form(bench.library.reports)
    here.grades = find_graded(bench.library, narrowing)
    apart = "".join(f"<li>{text(sentence)}</li>" for sentence in here.grades.not_comparable)
    said = f'<ul class="remarks">{apart}</ul>' if apart else ""
    drawn = grades(here.grades.reports, area, sources=True) or "<p>No report gives a grade for these choices.</p>"
    shown = f'<h2 id="compared" tabindex="-1">Grades by council and year</h2>{said}{view.saving()}{drawn}'
    parts.piece("compare_grades", shown, _pressed(bench), here.handed(opens=False))


def _result(here: Comparing, bench: Bench) -> None:
    """What was found of the part in view."""
    if here.part == "theme" and here.theme:
        shown = view.theme(here.theme, here.tone)
    elif here.part == "practice" and here.practice:
        shown = view.practice(here.practice)
    elif here.part == "grid" and here.grid:
        here.grid = open_grid(here.grid.reports, here.grid.questions, bench.cells)
        shown = grid_html(here.grid, busy=here.work is not None)
    else:
        return
    parts.piece(f"compare_{here.part}", shown, _pressed(bench), here.handed(opens=False))


def _follow(here: Comparing) -> None:
    """Wait until there is more to show. A button that is pressed meanwhile ends the wait; the work goes on."""
    work = here.work
    assert work is not None
    before = (work.made, work.ahead)
    while not work.done and (work.made, work.ahead) == before:
        work.wait(_LOOK_UP)
        st.session_state["comparing"]  # here Streamlit turns to what was pressed meanwhile
    if work.done and here.work is work:
        _take(here, work)
    st.rerun()


def _take(here: Comparing, work: Work[Theme | Practice]) -> None:
    """Take what was found, or why nothing was."""
    here.work = None
    here.notice = here.say = work.problem
    if work.problem:
        return
    if isinstance(work.found, Theme):
        here.theme = work.found
    elif isinstance(work.found, Practice):
        here.practice = work.found
    here.say = _told(here)
    here.bring("#compared")


def _told(here: Comparing) -> str:
    """What a screen reader is to say once it is done."""
    if here.part == "theme" and here.theme:
        return f"{len(here.theme.said)} of {len(here.theme.searched)} reports say something on {here.theme.words}."
    if here.part == "practice" and here.practice:
        return f"Examples of good practice found: {len(here.practice.examples)}."
    return "All answers are there."


def _source(here: Comparing, bench: Bench) -> None:
    if here.source:
        shown = panel.html(here.source, here.move.count, beside.around(here.source, bench.library))
        parts.piece("compare_source", shown, _pressed(bench), here.handed(opens=True))


def _pressed(bench: Bench) -> Callable[[str], None]:
    """What hears of the buttons."""
    return lambda press: heed(bench, st.session_state["comparing"], press)


def _ignored(_press: str) -> None:
    """A notice has no buttons."""
