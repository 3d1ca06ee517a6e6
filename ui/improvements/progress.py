"""How far the search for later reports has come, shown on the page of improvements while it goes on."""

import streamlit as st

from ui.improvements.finding import Found
from ui.improvements.visit import Following
from ui.page import parts
from ui.page.escape import text

_EVERY = 1.0  # seconds between two looks at what is being found
_SOME = 8  # pieces after which a list is drawn again: to draw it after each one would hold up others


def pressed(press: str) -> None:
    """A button was pressed; it is heeded when the page is drawn next."""
    here: Following = st.session_state["following"]
    here.pressed.append(press)


def progress(here: Following, found: Found) -> None:
    """Show it, and look again every second until all is found."""
    busy = bool(found.left) and not found.problem
    st.fragment(_progress, run_every=_EVERY if busy else None)(here, found, found.done)


def _progress(here: Following, found: Found, drawn: int) -> None:
    """How far the search has come; the page is drawn again when there is more of what it shows."""
    if here.pressed or _has_news(here, found, drawn):
        st.rerun(scope="app")
    if found.problem:
        html = f'<p class="notice">{text(found.problem)}</p>'
    elif found.left:
        html = f'<p class="busy"><span class="dot" aria-hidden="true"></span>{_read(here, found)}</p>'
    else:
        html = ""
    parts.piece("improve_progress", html, pressed)


def _read(here: Following, found: Found) -> str:
    """What is being read, and how far it has come."""
    shown = found.improvements(here.report_id)
    done = sum(found.is_found(each) for each in shown)
    if done < len(shown):
        what = f"Reading the reports for {len(shown)} thing{'' if len(shown) == 1 else 's'} asked for: {done} done."
    else:
        what = "All of these are done. Other inspections, criticisms in no list and lines of enquiry are being read."
    return f"{what} You can go on meanwhile."


def _has_news(here: Following, found: Found, drawn: int) -> bool:
    """True if enough was found since the page was drawn: all of what is open, or some of a list."""
    if here.key:
        return found.done != drawn and here.key in found.later
    return found.done - drawn >= _SOME or (found.done != drawn and not found.left)
