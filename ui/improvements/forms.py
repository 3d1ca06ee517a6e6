"""What is written and chosen on the page of improvements: the plan, evidence, the day of receipt, an import."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from assistant.improvements.fields import ACTION_MEANS, FIELD_NAMES, IMPACT_MEANS, LONGEST_NAME, Field
from assistant.improvements.importing import edits_of, read_tracker
from assistant.improvements.tracked import Edit, Tracked, inspection
from assistant.improvements.tracker import LARGEST_FILE
from corpus.report import Report
from ui.improvements import news, person
from ui.improvements.doing import change, do
from ui.improvements.visit import Following, Office, look_again

_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)
_DAY = "DD/MM/YYYY"


def plan(office: Office, here: Following, tracked: Tracked) -> None:
    """Who sees to it, by when, what is done, what shows it, and the two ratings."""
    was = {name: tracked.value_at(name, here.version or 0) for name in FIELD_NAMES}
    key = f"{tracked.key}_{here.edition}"
    due = date.fromisoformat(was["due"]) if was["due"] else None
    with st.form(f"improve_plan_{key}", enter_to_submit=False):
        with st.container(horizontal=True, key="improve_owner_due"):
            owner = st.text_input("Owner", was["owner"], max_chars=LONGEST_NAME, key=f"improve_owner_{key}")
            day = _day_input("Due", due, f"improve_due_{key}")
        actions = st.text_area("Actions", was["actions"], key=f"improve_actions_{key}")
        notes = st.text_area("Evidence notes", was["notes"], key=f"improve_notes_{key}")
        with st.container(horizontal=True, key="improve_ratings"):
            action = _rating("Action", was["action"], dict(ACTION_MEANS.items()), key)
            impact = _rating("Impact", was["impact"], dict(IMPACT_MEANS.items()), key)
        with st.container(horizontal=True, vertical_alignment="center", key="improve_save"):
            sent = st.form_submit_button("Save", type="primary")
            news.beside(here, "plan")
    news.below(here, "plan")
    if sent:
        now: dict[Field, str | None] = {"owner": owner, "due": day.isoformat() if day else "", "actions": actions}
        now |= {"notes": notes, "action": action, "impact": impact}
        edits = [Edit(tracked.key, name, was[name], words or "") for name, words in now.items()]
        do(here, "plan", partial(_keep_plan, office, here, edits, tracked))
        st.rerun()


def _keep_plan(office: Office, here: Following, edits: Sequence[Edit], tracked: Tracked) -> None:
    """Keep what was written. The form stays as it is, and with it the focus, unless something else stands there now."""
    change(office, here, edits, [tracked])
    now = look_again(office, here)
    if now and any(now.value(edit.field) != edit.after for edit in edits):
        here.edition += 1
        if not here.conflicts:
            here.bring(".st-key-improve_save button")


def evidence(office: Office, here: Following, tracked: Tracked) -> None:
    """A link or a file to add."""
    field = f"improve_address_{tracked.key}"
    if here.emptied == field:
        st.session_state[field], here.emptied = "", ""
    with st.form(f"improve_link_{tracked.key}"):
        address = st.text_input("Add a link (https://…)", key=field)
        sent = st.form_submit_button("Add the link")
    if sent:

        def add_link() -> None:
            office.tracker.attach_link(person.known(), tracked, str(address))
            here.finish("Link added.")
            here.emptied = field

        do(here, "evidence", add_link)
        st.rerun()
    given = st.file_uploader(
        f"Add files, up to {LARGEST_FILE // 1_000_000} MB each. They are kept as they are, and never opened here.",
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE // 1_000_000,
        key=f"improve_file_{tracked.key}_{here.batch}",
    )

    def add_files() -> None:
        here.batch += 1
        for file in given:
            office.tracker.attach_file(person.known(), tracked, file.name, file.getvalue())
        here.finish(f"Added: {', '.join(file.name for file in given)}.")
        here.bring("#improve-done")

    if given:
        _take(here, "evidence", add_files)
    news.show(here, "evidence")


def received(office: Office, here: Following, report: Report) -> None:
    """The day on which the council received a report."""
    last = office.tracker.received(report)
    was = last.after if last else ""
    key = f"{report.id}_{last.number if last else 0}"
    with st.form(f"improve_received_{key}", border=False):
        label = "The council received the report on"
        day = _day_input(label, date.fromisoformat(was) if was else None, f"improve_day_{key}")
        with st.container(horizontal=True, vertical_alignment="center", key="improve_save_day"):
            sent = st.form_submit_button("Save the day")
            news.beside(here, "clock")
    news.below(here, "clock")
    if sent:

        def keep() -> None:
            office.tracker.receive(person.known(), report, day)
            here.finish("Saved: the day of receipt." if day else "The day of receipt was taken back.")
            here.bring(".st-key-improve_save_day button")

        do(here, "clock", keep)
        st.rerun()


def take_in(office: Office, here: Following, reports: Sequence[Report], tracked: Sequence[Tracked]) -> None:
    """An edited tracker to import; `tracked` are all of the council's."""
    given = st.file_uploader(
        "Import an edited tracker: the Excel or CSV file that was saved here", key=f"improve_import_{here.batch}"
    )
    if given is not None:
        _take(here, "import", partial(_import, office, here, given, (reports, tracked)))
    news.show(here, "import")


def _import(
    office: Office, here: Following, file: UploadedFile, whole: tuple[Sequence[Report], Sequence[Tracked]]
) -> None:
    """Make the changes that a file holds, to the reports and all that is tracked of a council."""
    reports, tracked = whole
    here.batch += 1
    here.bring("#improve-wrong")  # unless all goes well
    asked = edits_of(read_tracker(file.getvalue(), file.name), tracked, set(map(inspection, reports)))
    applied = change(office, here, asked.edits, tracked)
    here.told = asked.told
    here.finish(_imported(file.name, applied.made, len(applied.conflicts)))
    here.bring("#conflicts" if here.conflicts else "#improve-done")


def _take(here: Following, place: str, act: Callable[[], None]) -> None:
    """Take a file in, once; while a name is asked for, it waits."""
    if here.is_asked and here.place == place:
        return
    do(here, place, act)
    st.rerun()


def _imported(name: str, made: int, conflicting: int) -> str:
    said = f"Imported {name}: {made} cell{'' if made == 1 else 's'} changed."
    return f"{said} {conflicting} changed on both sides: choose below." if conflicting else said


def _day_input(label: str, day: date | None, key: str) -> date | None:
    found = st.date_input(label, day, min_value=_FIRST, max_value=_LAST, format=_DAY, key=key)
    return found if isinstance(found, date) else None


def _rating(label: str, value: str, means: Mapping[str, str], key: str) -> str:
    choices, captions = list(means), list(means.values())
    return str(st.radio(label, choices, choices.index(value), captions=captions, key=f"improve_{label}_{key}"))
