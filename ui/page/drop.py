"""What mends the places on a page where files are dropped."""

from pathlib import Path

import streamlit as st

_DROP = st.components.v2.component(
    "inspection_drop", js=Path(__file__).with_name("drop.js").read_text("utf-8"), isolate_styles=False
)


def drop() -> None:
    """Give the places where files are dropped a name that a screen reader says. Once on a page."""
    _DROP(key="drop")
