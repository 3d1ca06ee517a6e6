"""The pages of the chat, the links between them, and the way from one to another.

The links are Streamlit's own: it tells a screen reader which page is current, and has a link that skips to the content.
frame.css keeps them in sight on a narrow screen.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Literal, NoReturn

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from assistant.citations import Citation

NAME = "Ask the inspection reports"
"""What this is, as the window's title says it."""

Place = Literal["ask", "conversations", "improvements", "compare", "briefings", "reports", "report", "accessibility"]
TITLES: dict[Place, str] = {
    "ask": "Ask",
    "conversations": "Conversations",
    "improvements": "Improvements",
    "compare": "Compare",
    "briefings": "Briefings",
    "reports": "Reports",
    "report": "A report",
    "accessibility": "Accessibility",
}
_REACHED_FROM_ANOTHER = {"report"}  # needs to know which


def navigate(shows: Mapping[Place, Callable[[], None]]) -> StreamlitPage:
    """Draw the links to the pages, each given by what draws it, and return the page that was asked for.

    Asking is the page at the bare address; /ask leads there too, with all that its address says.
    """
    pages = {
        place: st.Page(
            show,
            title=TITLES[place],
            url_path="" if place == "ask" else place,
            default=place == "ask",
            visibility="hidden" if place in _REACHED_FROM_ANOTHER else "visible",
        )
        for place, show in shows.items()
    }
    st.session_state["pages"] = pages
    by_name = st.Page(_go_on_to_asking, title=TITLES["ask"], url_path="ask", visibility="hidden")
    chosen = st.navigation([*pages.values(), by_name], position="top")
    is_asking = chosen.url_path in ("", "ask")
    st.set_page_config(page_title=NAME if is_asking else f"{chosen.title} – {NAME}", page_icon="📖", layout="wide")
    st.html(Path(__file__).with_name("frame.css"))
    return chosen


def go(place: Place, **named: str) -> NoReturn:
    """Go to another page, with what its address is to say, such as `report="5a17"`. Not from within a callback."""
    st.switch_page(st.session_state["pages"][place], query_params=named)


def address(place: Place, **named: str) -> str:
    """The full address of a page of this chat, for a colleague. Its values need no quoting."""
    here = str(st.context.url or "").rstrip("/")
    before, _slash, last = here.rpartition("/")
    root = before if last in TITLES else here
    said = "&".join(f"{name}={value}" for name, value in named.items())
    return f"{root}/{place}" + (f"?{said}" if said else "")


def source_address(citation: Citation) -> str:
    """The address of the page of a report that a Citation is on."""
    return address("report", report=citation.report.id, page=str(citation.paragraph.page))


def _go_on_to_asking() -> None:
    st.switch_page(st.session_state["pages"]["ask"], query_params=st.query_params.to_dict())
