"""The two parts of the page that Streamlit does not have: HTML of our own with buttons in it, and a live region.

Both are Streamlit components of the second kind, which live in the page itself:
https://docs.streamlit.io/develop/api-reference/custom-components/st.components.v2.component
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import streamlit as st

_HERE = Path(__file__).parent
_PIECE = st.components.v2.component(
    "inspection_piece", js=(_HERE / "piece.js").read_text("utf-8"), isolate_styles=False
)
_GUIDE = st.components.v2.component(
    "inspection_guide", js=(_HERE / "guide.js").read_text("utf-8"), isolate_styles=False
)


@dataclass(frozen=True, slots=True)
class Move:
    """Where the reader is brought: a CSS selector, and whether the keyboard's focus goes there or only the view.

    `beside` selects what is to stay in sight where there is room for both side by side. `count` grows with each Move
    of a visit, so that the same one is not made twice.
    """

    count: int = 0
    selector: str = ""
    focus: bool = False
    beside: str = ""


@dataclass(frozen=True, slots=True)
class File:
    """A file for the reader: saved by the browser, or opened in a tab of its own at a `page` (from 1).

    `kind` is its media type, never one that a browser would run. `count` tells it from the one sent before.
    """

    name: str
    kind: str
    content: bytes
    count: int
    page: int | None = None


def look(*more: Literal["tables.css", "grades.css"]) -> None:
    """The style sheet of all pages, and more that some have in common."""
    for name in ("look.css", *more):
        st.html(_HERE / name)


def piece(key: str, html: str, pressed: Callable[[str], None], file: File | None = None) -> None:
    """Show HTML, all foreign words in it escaped, and call `pressed` with what is chosen in it.

    That is the data-press of a button, or a form's data-form with a colon and what was written in its field `words`.
    A `file` is handed to the reader once.
    """

    def tell() -> None:
        chosen = st.session_state[key]["pressed"]
        if chosen:
            pressed(chosen)

    sent = None
    if file:
        content = base64.b64encode(file.content).decode("ascii")
        sent = {"name": file.name, "type": file.kind, "content": content, "count": file.count, "page": file.page}
    _PIECE(key=key, data={"html": html, "file": sent}, on_pressed_change=tell)


def guide(say: str, move: Move) -> None:
    """Have a screen reader say something, and bring the reader somewhere. Once a page, always in the same place."""
    _GUIDE(
        key="guide",
        data={"say": say, "moves": move.count, "selector": move.selector, "focus": move.focus, "beside": move.beside},
    )
