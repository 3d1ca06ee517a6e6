"""Packs that a person assembles from answers, quotes and notes."""

import streamlit as st

from ui import parts


def show() -> None:
    """Draw the page."""
    parts.look()
    st.html('<div class="inspection"><h1>Briefings</h1></div>')
