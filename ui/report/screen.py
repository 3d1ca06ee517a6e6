"""The page of one report: its facts, its contents, its full text, and beside it the page that is in view."""

from dataclasses import dataclass, field

import streamlit as st

from corpus.errors import InspectionError
from corpus.library import Library
from corpus.report import Report
from ingest.pdf import render
from ui.page import navigation, parts
from ui.page.buttons import button
from ui.page.escape import text
from ui.page.guided import Guided
from ui.report import leaf
from ui.report.facts import facts, head
from ui.report.fulltext import contents, full_text
from ui.report.leaf import Leaf
from ui.source.marking import SCALE


@dataclass(slots=True)
class Reading(Guided):
    """What is being read on this page in one visit.

    `report_id` is the report in view, `leaf` its page; `press` is a button that was pressed and not yet heeded,
    `opening` counts the pages that were opened since they were last left, `button` is what opened the last one. `file`
    is handed to the reader.
    """

    report_id: str = ""
    leaf: Leaf = field(default_factory=Leaf)
    press: str = ""
    opening: int = 0
    button: str = ""
    file: parts.File | None = None


def show(library: Library) -> None:
    """Draw the report that the page's address names, and do what was pressed."""
    reading: Reading = st.session_state.setdefault("reading", Reading())
    parts.look("tables.css", "grades.css")
    guide = st.container()
    wanted = st.query_params.get("report", "")
    try:
        report = next((held for held in library.reports if held.id == wanted), None)
        if report is None:
            _missing(reading)
        else:
            if reading.report_id != report.id:
                reading.report_id, reading.leaf, reading.opening = report.id, Leaf(_page_asked_for(report)), 0
            _heed(reading, report, library)
            _draw(reading, report, library)
    except InspectionError as error:
        st.html(f'<div class="inspection"><h1>A report</h1><p role="alert">{text(str(error))}</p></div>')
    with guide:
        parts.guide("", reading.move)


def _page_asked_for(report: Report) -> int:
    """The page that the address names, else the first."""
    asked = st.query_params.get("page", "")
    return int(asked) if asked.isdecimal() and len(asked) < 6 and 1 <= int(asked) <= report.pages else 1


def _missing(reading: Reading) -> None:
    if reading.press == "shelf":
        reading.press = ""
        navigation.go("reports")
    parts.piece(
        "report_head",
        '<header class="whole-report head"><h1>There is no such report</h1><p class="lead">It was removed from the '
        "library, or replaced by a newer file, or the address is not complete.</p>"
        f'<div class="actions">{button("shelf", "See all reports")}</div></header>',
        _pressed,
    )


def _draw(reading: Reading, report: Report, library: Library) -> None:
    paragraphs = library.paragraphs(report.id)
    parts.piece("report_head", head(report), _pressed, reading.file)
    reading.file = None
    has_pages = any(paragraph.boxes for paragraph in paragraphs)
    chosen = reading.leaf.paragraph
    if chosen:
        st.html(f"<style>#text-{chosen.position} {{ background: light-dark(#fdf6d8, #302c17); }}</style>")
    left, right = st.columns(2, gap="medium") if has_pages else (st.container(), st.container())
    with left:
        # Apart from one another, as what has not changed is not sent again.
        parts.piece("report_facts", facts(report, paragraphs) + contents(paragraphs), _pressed)
        parts.piece("report_text", full_text(report, paragraphs), _pressed)
    if has_pages:
        picture = _picture(report.id, reading.leaf.page, library)
        with right:
            parts.piece("report_leaf", leaf.html(reading.leaf, report, picture, reading.opening), _pressed)


@st.cache_data(max_entries=100, show_spinner=False)  # about 200 kB a page
def _picture(report_id: str, page: int, _library: Library) -> bytes | None:
    """The picture of a page, or None where it cannot be drawn: the words are there all the same."""
    original = _library.original(report_id)
    try:
        return render(original, page, SCALE) if original else None
    except InspectionError:
        return None


def _heed(reading: Reading, report: Report, library: Library) -> None:
    """Do what a button asks for."""
    press, reading.press = reading.press, ""
    wanted, _colon, number = press.partition(":")
    if wanted == "shelf":
        navigation.go("reports")
    elif wanted == "ask":
        navigation.go("ask", about=report.id)
    elif wanted == "original":
        content = library.original(report.id) or b""
        reading.file = parts.File(report.file, "application/pdf", content, reading.move.count + 1, reading.leaf.page)
    elif wanted in ("text", "close"):
        reading.opening = 0
        reading.bring(f"#text-{number}" if number else f'[data-press="{reading.button}"]')
    elif wanted in ("show", "fact"):
        paragraph = library.paragraphs(report.id)[int(number.partition(":")[0])]
        reading.leaf = Leaf(paragraph.page, paragraph)
        _open(reading, press)
    elif wanted == "page":
        reading.leaf = reading.leaf.turned(press, report)
        _open(reading, press)
    elif wanted in ("previous page", "next page"):
        reading.leaf = reading.leaf.turned(press, report)


def _open(reading: Reading, press: str) -> None:
    """Bring the reader to the page that has just been opened."""
    reading.opening += 1
    reading.button = press
    reading.bring(f'#leaf-heading[data-opening="{reading.opening}"]')


def _pressed(press: str) -> None:
    """A button was pressed; it is heeded when the page is drawn next."""
    reading: Reading = st.session_state["reading"]
    reading.press = press
