"""Draws the two faces of the page of improvements: all of a council's, and one of them."""

from collections.abc import Sequence
from datetime import UTC, date, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st

from assistant.describe import name_report
from assistant.improvements.clock import find_deadline
from assistant.improvements.tracked import Tracked, words_of
from assistant.improvements.views import Grouping, areas, choose, count, grouped, owners
from corpus.report import Report
from ui import improve_forms, improve_list, improve_log, improve_one, parts
from ui.after import button
from ui.escape import isolated
from ui.improve_finding import Found
from ui.improve_progress import pressed, progress
from ui.improve_visit import Following, Office, of_report

_CLOCKED = ("ILACS", "SIF")  # inspections after which the law asks for a written statement
_GROUPINGS: dict[Grouping, str] = {"inspection": "In the report’s order", "area": "By area", "owner": "By owner"}
_ANY = "Any"


def news(office: Office, here: Following, tracked: Sequence[Tracked]) -> None:
    """What was done, what could not be, and what is to be settled."""
    said = f'<p class="notice" id="improve-wrong" tabindex="-1">{isolated(here.wrong)}</p>' if here.wrong else ""
    if here.done:
        said += f'<p class="done" id="improve-done" tabindex="-1">{isolated(here.done)}</p>'
    if here.told:
        rows = "".join(f"<li>{isolated(sentence)}</li>" for sentence in here.told)
        said += f'<div class="notice"><p>Of the file that was imported:</p><ul>{rows}</ul></div>'
    parts.piece("improve_news", said, pressed)
    if here.conflicts:
        words = {each.key: words_of(each.improvement) for each in tracked}
        found = [(each, words.get(each.edit.key, "")) for each in here.conflicts]
        parts.piece("improve_conflicts", improve_log.conflicts(found, _zone()), pressed)
        improve_forms.conflicts(office, here, tracked)


def every(office: Office, here: Following, tracked: Sequence[Tracked], found: Found) -> None:
    """All of a council's improvements: the clock, the views, the list, what is in no list, lines of enquiry."""
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
        parts.piece("improve_list", empty + improve_list.listed(groups, today, named=len(groups) > 1), pressed)
    progress(here, found)
    if report is not None:
        _rest(here, found, tracked)
        _files(office, here, tracked, found)


def one(office: Office, here: Following, tracked: Tracked, found: Found) -> None:
    """One improvement: its words, what is behind it, later reports, the plan, evidence and history."""
    zone, improvement = _zone(), tracked.improvement
    if here.version is None:
        here.version = tracked.version
    here.shown = tracked.version
    is_found = found.is_found(improvement) or not tracked.is_held or bool(found.problem)
    parts.piece("improve_head", improve_one.head(tracked), pressed, file(here, opens=False))
    parts.piece("improve_behind", improve_one.behind(improvement, found=is_found), pressed)
    parts.piece("improve_later", improve_one.later(tracked, zone, found=is_found), pressed)
    parts.piece("improve_plan_head", improve_one.heading("plan"), pressed)
    improve_forms.plan(office, here, tracked)
    parts.piece("improve_evidence", improve_one.heading("evidence") + improve_log.evidence(tracked, zone), pressed)
    improve_forms.evidence(office, here, tracked)
    parts.piece("improve_history", improve_log.history(tracked, zone), pressed)
    if not is_found:
        progress(here, found)


def of_panel(press: str) -> None:
    """A button of the source was pressed."""
    pressed(f"panel:{press}")


def file(here: Following, *, opens: bool) -> parts.File | None:
    """The file that was asked for, for the piece whose button asked."""
    return here.file if here.file and bool(here.file.page) == opens else None


def _nothing(here: Following, found: Found) -> None:
    count_ = len(found.reports)
    held = "The library holds 1 report" if count_ == 1 else f"The library holds {count_} reports"
    words = "It has no list" if count_ == 1 else "None of them has a list"
    st.html(
        f'<div class="inspection"><p class="notice">{held} on {isolated(here.council)}. {words} of what needs to '
        "improve, so there is nothing to follow yet: add the report of a full inspection.</p></div>"
    )


def _clock(office: Office, here: Following, report: Report, today: date) -> None:
    if report.kind not in _CLOCKED:
        return
    last = office.tracker.received(report)
    day = date.fromisoformat(last.after) if last and last.after else None
    parts.piece("improve_clock", improve_list.clock(find_deadline(report, day), today), pressed)
    label = "Change the day on which it was received" if day else "Enter the day on which it was received"
    with st.expander(label, key=f"improve_clock_{report.id}"):
        improve_forms.received(office, here, report)


def _views(here: Following, mine: Sequence[Tracked], today: date) -> None:
    heading = f"<h2>{len(mine)} thing{'' if len(mine) == 1 else 's'} inspectors asked for</h2>"
    parts.piece("improve_views", heading + improve_list.views(count(mine, today), here.view), pressed)


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
        parts.piece("improve_unlisted", intro + improve_list.unlisted(criticisms, tracked), pressed)
    if found.enquiries:
        intro = (
            f'<details id="enquiries"><summary><h2>Likely lines of enquiry ({len(found.enquiries)})</h2></summary>'
            '<p class="quiet">What the next inspection may look at, judging by what the reports asked for, graded and '
            "criticised.</p>"
        )
        parts.piece("improve_enquiries", f"{intro}{improve_list.enquiries(found.enquiries)}</details>", pressed)


def _files(office: Office, here: Following, tracked: Sequence[Tracked], found: Found) -> None:
    """The tracker as a file, and an edited one taken in again."""
    ready = not found.left or bool(found.problem)
    wait = "" if ready else "<p class='quiet'>They can be saved once all later reports are looked through.</p>"
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
    parts.piece("improve_files", html, pressed, file(here, opens=False))
    improve_forms.take_in(office, here, found.reports, tracked)


def _report(found: Found, report_id: str) -> Report | None:
    """The report that is shown, the newest with a list where all are; None where none has one."""
    listed = [report for report in reversed(found.reports) if found.asked[report.id]]
    return next((report for report in listed if report_id in ("", report.id)), None)


def _zone() -> tzinfo:
    """The reader's time zone, as the browser names it."""
    try:
        return ZoneInfo(str(st.context.timezone))
    except (KeyError, ValueError, OSError):  # no name, or none that is known
        return UTC
