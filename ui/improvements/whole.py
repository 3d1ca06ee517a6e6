"""All of a council's improvements on their page."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from assistant.describe import name_report
from assistant.improvements.clock import find_deadline
from assistant.improvements.tracked import Tracked
from assistant.improvements.views import Grouping, areas, choose, count, grouped, owners
from corpus.report import Report
from ui.improvements import forms, listed, settling
from ui.improvements.finding import Found
from ui.improvements.progress import pressed, progress
from ui.improvements.visit import CLOCKED, Following, Office, first_shown, of_report
from ui.page import parts
from ui.page.buttons import button
from ui.page.escape import isolated

_GROUPINGS: dict[Grouping, str] = {"inspection": "In the report’s order", "area": "By area", "owner": "By owner"}
_ANY = "Any"


def draw(office: Office, here: Following, tracked: Sequence[Tracked], found: Found) -> None:
    """Draw them: the clock, the views, the list, what is in no list, lines of enquiry."""
    today = date.today()
    mine = of_report(tracked, here.report_id)
    gone = [each for each in tracked if not each.is_held and each not in mine]
    report = _report(found, here.report_id)
    if report is None:
        _nothing(here, found)
    else:
        _clock(office, here, report, today)
    if mine or gone:
        _views(here, mine, today)
        shown = choose(here.view, mine, today, *_narrowed(mine))
        by: Grouping = st.session_state.get("improve_by", "inspection")
        groups = [*grouped(shown, by), *([("No longer in the library", gone)] if gone else [])]
        empty = "" if shown else '<p class="count">None fits these choices.</p>'
        parts.piece("improve_list", empty + listed.listed(groups, today, named=len(groups) > 1), pressed)
    progress(here, found)
    if report is not None:
        _rest(here, found, tracked)
        _files(office, here, tracked, found)


def _nothing(here: Following, found: Found) -> None:
    count_ = len(found.reports)
    held = "The library holds 1 report" if count_ == 1 else f"The library holds {count_} reports"
    words = "It has no list" if count_ == 1 else "None of them has a list"
    st.html(
        f'<div class="inspection"><p class="notice">{held} on {isolated(here.council)}. {words} of what needs to '
        "improve, so there is nothing to follow yet: add the report of a full inspection.</p></div>"
    )


def _clock(office: Office, here: Following, report: Report, today: date) -> None:
    if report.kind not in CLOCKED:
        return
    last = office.tracker.received(report)
    day = date.fromisoformat(last.after) if last and last.after else None
    parts.piece("improve_clock", listed.clock(find_deadline(report, day), today), pressed)
    label = "Change the day on which it was received" if day else "Enter the day on which it was received"
    with st.expander(label, key=f"improve_clock_{report.id}"):
        forms.received(office, here, report)


def _views(here: Following, mine: Sequence[Tracked], today: date) -> None:
    heading = f"<h2>{len(mine)} thing{'' if len(mine) == 1 else 's'} inspectors asked for</h2>"
    parts.piece("improve_views", heading + listed.views(count(mine, today), here.view), pressed)


def _narrowed(mine: Sequence[Tracked]) -> tuple[str, str]:
    """Draw the choices of area, owner and order, and return area and owner, "" for any."""
    with st.container(horizontal=True, key="improve_narrow"):
        area = st.selectbox(
            "Area", ["", *areas(mine)], format_func=_offered, key="improve_area", persist_state="session"
        )
        owner = st.selectbox(
            "Owner", ["", *owners(mine)], format_func=_offered, key="improve_owner", persist_state="session"
        )
        st.selectbox(
            "Order", list(_GROUPINGS), format_func=lambda by: _GROUPINGS[by], key="improve_by", persist_state="session"
        )
    return area or "", owner or ""


def _offered(value: str) -> str:
    return value[0].upper() + value[1:] if value else _ANY


def _rest(here: Following, found: Found, tracked: Sequence[Tracked]) -> None:
    """Criticisms that reached no list, and likely lines of enquiry."""
    report = _report(found, here.report_id)
    criticisms = found.unlisted.get(report.id) if report else None
    if report and criticisms:
        intro = (
            f"<h2>Criticised in the body, but in no list</h2><p class='quiet'>Sentences of the report of "
            f"{isolated(name_report(report))} that criticise, and that none of its listed items covers, as far as the "
            "assistant can tell. You may follow them too.</p>"
        )
        parts.piece("improve_unlisted", intro + listed.unlisted(criticisms, tracked), pressed)
    if found.enquiries:
        intro = (
            f'<details id="enquiries"><summary><h2>Likely lines of enquiry ({len(found.enquiries)})</h2></summary>'
            '<p class="quiet">What the next inspection may look at, judging by what the reports asked for, graded and '
            "criticised.</p>"
        )
        parts.piece("improve_enquiries", f"{intro}{listed.enquiries(found.enquiries)}</details>", pressed)


def _files(office: Office, here: Following, tracked: Sequence[Tracked], found: Found) -> None:
    """The tracker as a file, and an edited one taken in again."""
    ready = all(found.is_found(each) for each in found.improvements(here.report_id)) or bool(found.problem)
    wait = "" if ready else "<p class='quiet'>They can be saved once the reports are read for what is listed above.</p>"
    buttons = "".join(
        button(f"export:{kind}", name, f"Save the tracker as {name}", usable=ready)
        for kind, name in (("excel", "Excel"), ("csv", "CSV"), ("word", "Word"))
    )
    report = _report(found, here.report_id)
    whose = f" of {name_report(report)}" if report and here.report_id else ""
    html = (
        f"<h2>Save, edit and import</h2><p>The tracker{isolated(whose)} as a file. Edit the Excel or CSV file, and "
        f"import it again: each changed cell becomes a change with your name.</p>{wait}"
        f'<div class="actions">{buttons}</div>'
    )
    parts.piece("improve_files", html, pressed, here.handed(opens=False))
    forms.take_in(office, here, found.reports, tracked)
    settling.draw(office, here, "import", tracked)


def _report(found: Found, report_id: str) -> Report | None:
    """The report that is shown, the one that is shown first where all are; None where none has a list."""
    first = first_shown(found)
    return next((report for report in found.reports if first and report_id == report.id), first)
