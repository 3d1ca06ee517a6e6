"""Reports beside one another: grades, a theme, a list of questions, good practice."""

import streamlit as st

from ui import parts


def show() -> None:
    """Draw the page."""
    parts.look()
    st.html('<div class="inspection"><h1>Compare</h1></div>')
