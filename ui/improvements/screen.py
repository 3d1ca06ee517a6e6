"""What inspectors asked for, followed from report to report: the list of a council's improvements, and one of them."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import streamlit as st

from assistant.describe import name_report
from assistant.improvements.tracked import inspection
from assistant.improvements.tracker import Tracker
from assistant.search import Searcher
from corpus.errors import InspectionError
from corpus.library import Library
from corpus.report import Report
from ui.improvements import news, opened, person, whole
from ui.improvements.finding import Finder, Found
from ui.improvements.presses import heed
from ui.improvements.progress import pressed
from ui.improvements.visit import Following, Office, first_shown, followed
from ui.page import parts
from ui.page.drop import drop
from ui.page.escape import text
from ui.page.line import Line
from ui.source import panel
from ui.source.beside import around

_LEAD = "Everything inspectors asked a council to improve, what later reports say of it, and what is done about it."
_ALL = "all"  # inspections, in the page's address


def show(library: Library, searcher: Searcher, tracker: Tracker, line: Line) -> None:
    """Draw the list, or the improvement that is open, and do what was pressed."""
    here: Following = st.session_state.setdefault("following", Following())
    parts.look("tables.css")
    st.html(Path(__file__).with_name("improvements.css"))
    guide = st.container()
    try:
        _page(Office(library, tracker, _finder(searcher, line)), here)
    except InspectionError as error:
        here.say = str(error)
        st.html(f'<div class="inspection"><h1>Improvements</h1><p role="alert">{text(here.say)}</p></div>')
    with guide:
        parts.guide(here.say, here.move)
    here.say, here.file = "", None


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
        heed(office, here)
        parts.piece("improve_person", person.line() + news.said(here, "name"), pressed)
        tracked = followed(office, here.council, found, here.key)
        news.show(here, "top")
        in_view = next((each for each in tracked if each.key == here.key), None)
        if in_view:
            opened.draw(office, here, in_view, found)
        else:
            here.key = ""
            whole.draw(office, here, tracked, found)
        person.keep()
        drop()
    with right, st.empty(), st.container():
        if here.source:
            shown = panel.html(here.source, here.move.count, around(here.source, office.library))
            parts.piece("source", shown, lambda press: pressed(f"panel:{press}"), here.handed(opens=True))
    _say_where(here, found)


def _head(lead: str) -> None:
    html = f'<header class="improve head"><h1>Improvements</h1><p class="lead">{text(lead)}</p></header>'
    st.html(f'<div class="inspection">{html}</div>')


def _arrive(here: Following, councils: Sequence[str]) -> None:
    """Take what the page's address says: council, inspection, and improvement, the one that is open."""
    said = st.query_params
    seen = (said.get("council", ""), said.get("inspection", ""), said.get("improvement", ""))
    # A button may be pressed before the browser has heard of the address that the last press gave the page.
    if seen != here.seen and not here.pressed:
        here.seen = seen
        council, here.wanted, key = seen
        if council in councils and council != here.council:
            _turn(here, council)
            st.session_state["improve_council"] = council
        if key != here.key:
            here.key, here.version = key, None
            here.edition += 1
    if here.council not in councils:
        here.council, here.key = councils[0], ""


def _turn(here: Following, council: str) -> None:
    """Turn to another council: what stood open of the one before is shut."""
    here.begin("top")
    here.council, here.key, here.source, here.conflicts = council, "", None, ()


def _choose(office: Office, here: Following, councils: Sequence[str]) -> Found:
    """Draw the choices of council and inspection; return what was found of the council."""
    with st.container(horizontal=True, key="improve_choice"):
        if st.session_state.get("improve_council") not in councils:
            st.session_state["improve_council"] = here.council
        council = st.selectbox("Council", councils, key="improve_council", persist_state="session")
        if council and council != here.council:
            _turn(here, council)
            here.wanted = ""
        found = office.finder.found(here.council)
        listed = {report.id: report for report in reversed(found.reports) if found.asked[report.id]}
        offered = [*listed, ""] if len(listed) > 1 else [*listed] or [""]
        key = f"improve_report_{here.council}"
        wanted = next((id_ for id_, report in listed.items() if inspection(report) == here.wanted), None)
        if wanted is not None or here.wanted == _ALL:
            st.session_state[key] = wanted or ""
        here.wanted = ""
        here.report_id = (
            st.selectbox(
                "Inspection",
                offered,
                index=offered.index(first.id) if (first := first_shown(found)) else 0,
                format_func=lambda id_: _name(listed[id_]) if id_ else "All of them" if listed else "None has a list",
                key=key,
                persist_state="session",
            )
            or ""
        )
    return office.finder.found(here.council, first=here.report_id)


def _name(report: Report) -> str:
    """A report among those of one council: "ILACS inspection, February 2019"."""
    return name_report(replace(report, council="")).removeprefix(f"{report.title}, ")


def _say_where(here: Following, found: Found) -> None:
    """Have the page's address say what is shown, so that it is there again after a reload, and for a colleague."""
    report = next((each for each in found.reports if each.id == here.report_id), None)
    here.seen = (here.council, inspection(report) if report else _ALL, here.key)
    names = ("council", "inspection", "improvement")
    said = {name: value for name, value in zip(names, here.seen, strict=True) if value}
    if st.query_params.to_dict() != said:
        st.query_params.from_dict(said)
