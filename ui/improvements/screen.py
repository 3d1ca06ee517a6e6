"""What inspectors asked for, followed from report to report: the list of a council's improvements, and one of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from assistant.describe import name_report
from assistant.improvements.tracker import Tracker
from assistant.search import Searcher
from corpus.errors import InspectionError
from corpus.library import Library
from corpus.report import Report
from ui.improvements import forms, news, opened, whole
from ui.improvements.finding import Finder, Found
from ui.improvements.presses import heed
from ui.improvements.progress import pressed
from ui.improvements.visit import Following, Office, followed
from ui.page import parts
from ui.page.escape import text
from ui.page.line import Line
from ui.source import panel
from ui.source.beside import around

_LEAD = "Everything inspectors asked a council to improve, what later reports say of it, and what is done about it."


def show(library: Library, searcher: Searcher, tracker: Tracker, line: Line) -> None:
    """Draw the list, or the improvement that is open, and do what was pressed."""
    here: Following = st.session_state.setdefault("following", Following())
    parts.look("tables.css")
    st.html(Path(__file__).with_name("improvements.css"))
    guide = st.container()
    try:
        _page(Office(library, tracker, _finder(searcher, line)), here)
    except InspectionError as error:
        here.wrong = str(error)
        st.html(f'<div class="inspection"><h1>Improvements</h1><p role="alert">{text(here.wrong)}</p></div>')
    with guide:
        parts.guide(here.wrong or here.done, here.move)
    here.done = here.wrong = ""
    here.file = None


@st.cache_resource(show_spinner=False)
def _finder(_searcher: Searcher, _line: Line) -> Finder:
    """What looks for it, once for all visits of a process."""
    return Finder(_searcher, _line)


def _page(office: Office, here: Following) -> None:
    councils = sorted({report.council for report in office.library.reports if report.council}, key=str.casefold)
    if not councils:
        lead = "The library is empty" if not office.library.reports else "No report in the library names a council"
        _head(f"{lead}: add the reports of the council that you work for.")
        return
    _arrive(here, councils)
    left, right = st.columns(2, gap="medium")  # look.css hides the right one while it is empty
    with left, st.container(key="talk"):
        _head(_LEAD)
        found = _choose(office, here, councils)
        heed(office, here, forms.who())
        tracked = followed(office, here.council, found, here.key)
        news.news(office, here, tracked)
        in_view = next((each for each in tracked if each.key == here.key), None)
        if in_view:
            opened.draw(office, here, in_view, found)
        else:
            here.key = ""
            whole.draw(office, here, tracked, found)
    with right, st.empty(), st.container():
        if here.source:
            shown = panel.html(here.source, here.move.count, around(here.source, office.library))
            parts.piece("source", shown, lambda press: pressed(f"panel:{press}"), here.handed(opens=True))
    _say_where(here)


def _head(lead: str) -> None:
    html = f'<header class="improve head"><h1>Improvements</h1><p class="lead">{text(lead)}</p></header>'
    st.html(f'<div class="inspection">{html}</div>')


def _arrive(here: Following, councils: Sequence[str]) -> None:
    """Take what the page's address says: council, and improvement, the one that is open."""
    wanted = (st.query_params.get("council", ""), st.query_params.get("improvement", ""))
    if wanted != here.seen:
        here.seen = wanted
        council, key = wanted
        if council in councils and council != here.council:
            here.council, here.source = council, None
            st.session_state["improve_council"] = council
        if key != here.key:
            here.key, here.version = key, None
            here.edition += 1
    if here.council not in councils:
        here.council, here.key = councils[0], ""


def _choose(office: Office, here: Following, councils: Sequence[str]) -> Found:
    """Draw the choices of council and inspection, and the place for a name; return what was found of the council."""
    with st.container(horizontal=True, key="improve_choice"):
        if st.session_state.get("improve_council") not in councils:
            st.session_state["improve_council"] = here.council
        council = st.selectbox("Council", councils, key="improve_council", persist_state="session")
        if council and council != here.council:
            here.council, here.key, here.source, here.conflicts, here.told = council, "", None, (), ()
        found = office.finder.found(here.council)
        listed = {report.id: _name(report) for report in reversed(found.reports) if found.asked[report.id]}
        offered = [*listed, ""] if len(listed) > 1 else [*listed] or [""]
        here.report_id = (
            st.selectbox(
                "Inspection",
                offered,
                format_func=lambda id_: listed.get(id_) or ("All of them" if listed else "None has a list"),
                key=f"improve_report_{here.council}",
                persist_state="session",
            )
            or ""
        )
        forms.ask_who()
    return found


def _name(report: Report) -> str:
    """A report among those of one council: "ILACS inspection, February 2019"."""
    return name_report(replace(report, council="")).removeprefix(f"{report.title}, ")


def _say_where(here: Following) -> None:
    """Have the page's address say what is shown, so that it is there again after a reload, and for a colleague."""
    said = {name: value for name, value in (("council", here.council), ("improvement", here.key)) if value}
    if st.query_params.to_dict() != said:
        st.query_params.from_dict(said)
    here.seen = (here.council, here.key)
