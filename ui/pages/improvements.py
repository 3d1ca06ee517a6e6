"""What inspectors asked for, followed from report to report."""

import streamlit as st

from ui import parts


def show() -> None:
    """Draw the page."""
    parts.look()
    st.html('<div class="inspection"><h1>Improvements</h1></div>')
