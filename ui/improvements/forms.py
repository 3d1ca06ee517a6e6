"""What is written and chosen on the page of improvements: the plan, evidence, the day of receipt, an import."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import streamlit as st

from assistant.improvements.fields import ACTION_MEANS, FIELD_NAMES, IMPACT_MEANS, LONGEST_NAME, Field
from assistant.improvements.importing import Imported, edits_of, read_tracker
from assistant.improvements.tracked import Edit, Tracked, inspection
from assistant.improvements.tracker import LARGEST_FILE
from corpus.errors import InspectionError
from corpus.report import Report
from ui.improvements.presses import change, settle
from ui.improvements.visit import Following, Office, look_again
from ui.page.drop import drop

_FIRST, _LAST = date(2000, 1, 1), date(2100, 12, 31)
_DAY = "DD/MM/YYYY"
_WHO = "improve_who"
_KEEP, _MINE = "Keep what is there now", "Put mine there"


def who() -> str:
    """The name of whoever is here, as they wrote it."""
    return str(st.session_state.get(_WHO) or "")


def ask_who() -> None:
    """Where they write it, once a visit; and what mends the places for files on this page."""
    drop()
    st.text_input("Your name (kept with each change)", key=_WHO, max_chars=LONGEST_NAME, persist_state="session")


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
        sent = st.form_submit_button("Save", type="primary")
    if sent:
        now: dict[Field, str | None] = {"owner": owner, "due": day.isoformat() if day else "", "actions": actions}
        now |= {"notes": notes, "action": action, "impact": impact}
        edits = [Edit(tracked.key, name, was[name], words or "") for name, words in now.items()]
        _do(office, here, lambda: change(office, here, who(), edits, [tracked]))


def evidence(office: Office, here: Following, tracked: Tracked) -> None:
    """A link or a file to add."""
    key = f"{tracked.key}_{here.batch}"
    with st.form(f"improve_link_{key}"):
        address = st.text_input("Add a link (https://…)", key=f"improve_address_{key}")
        sent = st.form_submit_button("Add the link")
    if sent:
        _add(office, here, "Link added.", partial(office.tracker.attach_link, who(), tracked, str(address)))
    given = st.file_uploader(
        f"Add files, up to {LARGEST_FILE // 1_000_000} MB each. They are kept as they are, and never opened here.",
        accept_multiple_files=True,
        max_upload_size=LARGEST_FILE // 1_000_000,
        key=f"improve_file_{key}",
    )
    if given and _has_name("this file is added"):

        def attach() -> None:
            for file in given:
                office.tracker.attach_file(who(), tracked, file.name, file.getvalue())

        _add(office, here, f"Added: {', '.join(file.name for file in given)}.", attach)


def received(office: Office, here: Following, report: Report) -> None:
    """The day on which the council received a report."""
    last = office.tracker.received(report)
    key = f"{report.id}_{here.edition}"
    with st.form(f"improve_received_{key}"):
        label = "The council received the report on"
        day = _day_input(label, date.fromisoformat(last.after) if last and last.after else None, f"improve_day_{key}")
        sent = st.form_submit_button("Save the day")
    if sent:

        def keep() -> None:
            office.tracker.receive(who(), report, day)
            here.done = "Saved: the day of receipt." if day else "The day of receipt was taken back."

        _do(office, here, keep)


def take_in(office: Office, here: Following, reports: Sequence[Report], tracked: Sequence[Tracked]) -> None:
    """An edited tracker to import; `tracked` are all of the council's."""
    given = st.file_uploader(
        "Import an edited tracker: the Excel or CSV file that was saved here",
        type=["xlsx", "csv"],
        key=f"improve_import_{here.batch}",
    )
    if given is None or not _has_name("this file is imported"):
        return
    here.batch += 1
    here.told = ()

    def read() -> None:
        asked = edits_of(read_tracker(given.getvalue(), given.name), tracked, set(map(inspection, reports)))
        change(office, here, who(), asked.edits, tracked)
        here.told = asked.told
        here.done = _imported(given.name, asked, len(here.conflicts))
        here.bring("#conflicts" if here.conflicts else "#improve-done")

    _do(office, here, read)


def conflicts(office: Office, here: Following, tracked: Sequence[Tracked]) -> None:
    """For each change that somebody else's stands against, which of the two is to be."""
    with st.form(f"improve_conflicts_{here.edition}"):
        chosen = [
            st.radio(f"{at}. {_KEEP.lower()}?", [_KEEP, _MINE], key=f"improve_settle_{here.edition}_{at}")
            for at, _conflict in enumerate(here.conflicts, start=1)
        ]
        sent = st.form_submit_button("Use these", type="primary")
    if sent:
        mine = [each for each, choice in zip(here.conflicts, chosen, strict=True) if choice == _MINE]
        _do(office, here, lambda: settle(office, here, who(), mine, tracked))


def _imported(name: str, asked: Imported, conflicting: int) -> str:
    made = len(asked.edits) - conflicting
    said = f"Imported {name}: {made} cell{'' if made == 1 else 's'} changed."
    return f"{said} {conflicting} changed on both sides: choose below." if conflicting else said


def _has_name(then: str) -> bool:
    """True once they wrote their name; else they are told that a file waits for it."""
    if who().strip():
        return True
    st.html(f'<div class="inspection"><p class="notice">Write your name above, then {then}.</p></div>')
    return False


def _day_input(label: str, day: date | None, key: str) -> date | None:
    found = st.date_input(label, day, min_value=_FIRST, max_value=_LAST, format=_DAY, key=key)
    return found if isinstance(found, date) else None


def _rating(label: str, value: str, means: Mapping[str, str], key: str) -> str:
    choices, captions = list(means), list(means.values())
    return str(st.radio(label, choices, choices.index(value), captions=captions, key=f"improve_{label}_{key}"))


def _add(office: Office, here: Following, done: str, act: Callable[[], None]) -> None:
    """Add evidence; the places for it are empty again."""
    here.batch += 1

    def add() -> None:
        act()
        here.done = done

    _do(office, here, add)


def _do(office: Office, here: Following, act: Callable[[], None]) -> None:
    """Do something and draw the page anew; where it cannot be done, that is told, and what was written stays."""
    here.wrong = here.done = ""
    try:
        act()
    except InspectionError as error:
        here.refuse(str(error))
    else:
        here.edition += 1
        look_again(office, here)
    st.rerun()
