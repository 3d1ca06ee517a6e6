"""The page of the reports: what the library holds, and how reports are added and removed."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import get_args

import streamlit as st

from corpus.chunk import Entry
from corpus.errors import InspectionError
from corpus.library import Library
from corpus.report import Report
from ingest.intake import LARGEST, Intake
from ui.ask.head import holds
from ui.page import navigation, owner, parts
from ui.page.drop import drop
from ui.page.escape import isolated, text
from ui.page.grades import grades
from ui.page.guided import Guided
from ui.reports import shelf, uploads
from ui.reports.shelf import Choice

_SHOWN = 60  # reports at first: a table of that many is drawn at once
_MOST_REMOVED = 5  # whose removal can still be undone: each is held in memory
_UNDONE = "You can put it back until you close or reload this page; later, add its file again."
_EVERY = 1.0  # seconds between two looks at files that are being read
_FIELDS = {"council": "Council", "kind": "Kind of inspection", "grade": "Overall grade", "year": "Year"}
_ANY = {"council": "Every council", "kind": "Every kind", "grade": "Every grade", "year": "Every year"}


@dataclass(slots=True)
class Shelf(Guided):
    """What is being done on this page in one visit.

    `press` is a button that was pressed and not yet heeded, `removed` what can be put back, the last last; `shown`
    counts the reports in the table, `done` is the sentence about what was done last, `batch` counts the drops of
    files and `taken` are those files, `told` are the ids of the uploads whose end the reader was told of.
    """

    press: str = ""
    removed: list[Entry] = field(default_factory=list)
    shown: int = _SHOWN
    done: str = ""
    batch: int = 0
    taken: set[str] = field(default_factory=set)
    told: set[str] = field(default_factory=set)


def show(library: Library, intake: Intake) -> None:
    """Draw the page, and do what was pressed on it."""
    here = st.session_state.get("shelf")
    if here is None:
        here = st.session_state["shelf"] = Shelf(
            told={each.id for each in intake.uploads(owner.known()) if each.is_done}
        )
    parts.look("tables.css")
    guide = st.container()
    try:
        _heed(here, library, intake)
    except InspectionError as error:
        here.done = str(error)
        here.bring("#shelf-done")
    try:
        said = _page(here, library, intake)
    except InspectionError as error:
        said = str(error)
        st.html(f'<div class="inspection"><p class="notice" role="alert">{text(said)}</p></div>')
    with guide:
        parts.guide(said, here.move)


def _page(here: Shelf, library: Library, intake: Intake) -> str:
    """Draw the page, and return what a screen reader is to say about it."""
    reports = library.reports
    parts.piece("shelf_head", _head(reports, here), _pressed)
    said = [here.done, _news(here, intake)]
    with st.expander("Add reports", expanded=not reports or bool(intake.uploads(owner.known())), key="shelf_add"):
        _add(here, intake, {report.id for report in reports})
    if reports:
        said.append(_table(here, reports))
        parts.piece("shelf_rest", _rest(reports), _pressed)
    here.done = ""
    return " ".join(filter(None, said))


def _head(reports: Sequence[Report], here: Shelf) -> str:
    lead = holds(reports) if reports else "The library is empty: add the reports that you want to ask about."
    news = f'<p class="done" id="shelf-done" tabindex="-1">{isolated(here.done)}</p>' if here.done else ""
    if here.removed:
        removed = shelf.title(here.removed[-1].report)
        news += (
            f'<p class="done"><span>Removed for everybody: “{isolated(removed)}”. {_UNDONE}</span> '
            f'<button type="button" class="plain" data-press="undo" aria-label="Undo: put it back. Removed: '
            f'{text(removed)}">Undo: put it back</button></p>'
        )
    return f'<header class="shelf head"><h1>Reports</h1><p class="lead">{lead}</p>{news}</header>'


def _add(here: Shelf, intake: Intake, held: set[str]) -> None:
    """Where files are dropped, and what becomes of each."""
    key = f"shelf_files_{here.batch}"
    st.file_uploader(
        uploads.LIMITS,
        accept_multiple_files=True,
        max_upload_size=LARGEST // 1_000_000,
        key=key,
        on_change=_take,
        args=(key, here, intake),
    )
    drop()
    busy = any(not upload.is_done for upload in intake.uploads(owner.known()))
    st.fragment(_progress, run_every=_EVERY if busy else None)(here, intake, held)


def _take(key: str, here: Shelf, intake: Intake) -> None:
    """Hand the files that were dropped to the intake; the place to drop them is empty again."""
    for file in st.session_state[key] or ():
        if file.file_id not in here.taken:  # a browser that is slow tells of the same drop twice
            here.taken.add(file.file_id)
            intake.take(file.name, file.getvalue(), owner.known())
    here.batch += 1


def _progress(here: Shelf, intake: Intake, held: set[str]) -> None:
    """The files that wait, are read and are done; once more of them are done, the whole page is drawn again."""
    found = intake.uploads(owner.known())
    if any(upload.is_done and upload.id not in here.told for upload in found):
        st.rerun(scope="app")
    parts.piece("shelf_uploads", uploads.listed(found, held), _pressed)
    if here.press:
        st.rerun(scope="app")


def _news(here: Shelf, intake: Intake) -> str:
    """What became of the files that were done since the reader was last told."""
    news = [upload for upload in intake.uploads(owner.known()) if upload.is_done and upload.id not in here.told]
    here.told |= {upload.id for upload in news}
    return uploads.spoken(news)


def _table(here: Shelf, reports: Sequence[Report]) -> str:
    """Draw the choices and the table, and return how many reports it shows where some are left out."""
    st.html('<div class="inspection"><h2>What the library holds</h2></div>')
    choice = _choice(shelf.choices(reports))
    found = shelf.choose(reports, choice)
    count = shelf.counted(len(found), len(reports))
    every = "" if choice.is_all else ' <button type="button" class="plain" data-press="all">Show all reports</button>'
    counted = f'<p class="count" id="shelf-count" tabindex="-1">{count}{every}</p>'
    parts.piece("shelf_table", counted + (shelf.table(found, here.shown) if found else ""), _pressed)
    graded = grades(found)
    if graded:
        st.html('<div class="inspection"><h2>Grades over time</h2></div>')
        parts.piece("shelf_grades", graded, _pressed)
    return "" if choice.is_all else count


def _choice(offered: dict[str, list[str]]) -> Choice:
    """Draw the choices, and return what is chosen."""
    chosen: dict[str, str] = {}
    with st.container(horizontal=True, key="shelf_choice"):
        for name, values in offered.items():
            chosen[name] = st.selectbox(
                _FIELDS[name],
                ["", *values],
                format_func=partial(_offered, name),
                key=f"shelf_{name}",
                persist_state="session",
            )
        order = st.selectbox(
            "Order",
            get_args(shelf.Order),
            format_func=str.capitalize,
            key="shelf_order",
            persist_state="session",
        )
    return Choice(**chosen, order=order)


def _offered(name: str, value: str) -> str:
    return value[0].upper() + value[1:] if value else _ANY[name]


def _rest(reports: Sequence[Report]) -> str:
    """What the library covers, and what there is to know of some reports."""
    remarks = shelf.remarks(reports)
    known = remarks or "<p>Nothing: each report names its council, its kind and its date.</p>"
    return (
        f'<h2>What it covers</h2><p class="quiet">The years of the inspections, by council and kind.</p>'
        f"{shelf.coverage(reports)}<h2>What to know before you rely on a report</h2>{known}"
    )


def _heed(here: Shelf, library: Library, intake: Intake) -> None:
    """Do what a button asks for."""
    wanted, _colon, id_ = here.press.partition(":")
    here.press = ""
    if wanted == "open":
        navigation.go("report", report=id_)
    elif wanted == "more":
        here.shown += _SHOWN
    elif wanted == "forget":
        intake.forget(owner.known())
    elif wanted == "remove":
        here.removed = [*here.removed, library.take_out(id_)][-_MOST_REMOVED:]
        library.update_indexes()
        here.bring('[data-press="undo"]')
    elif wanted == "undo" and here.removed:
        here.done = _put_back(here.removed.pop(), library)
        here.bring("#shelf-done")


def _put_back(entry: Entry, library: Library) -> str:
    """Undo a removal, unless another file has taken the place, and say which."""
    if any(entry.report.file == report.file for report in library.reports):
        return f"It stays removed: another file named {entry.report.file} was added since."
    library.add(entry)
    library.update_indexes()
    return f"Put back: {shelf.title(entry.report)}."


def _pressed(press: str) -> None:
    """A button was pressed; it is heeded when the page is drawn next."""
    if press == "all":
        for name in _FIELDS:
            st.session_state[f"shelf_{name}"] = ""
        return
    here: Shelf = st.session_state["shelf"]
    here.press = press
