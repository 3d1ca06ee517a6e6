"""The accessibility statement that public bodies in the United Kingdom have to publish, true to what was tested.

Its parts and their order are those of the government's model statement, which the regulations of 2018 refer to:
https://www.gov.uk/government/publications/sample-accessibility-statement
"""

from pathlib import Path

import streamlit as st

from ui.page import parts


def show() -> None:
    """Draw the statement, accessibility.html, to which whoever runs the chat adds their name and how to reach them."""
    parts.look()
    st.html(Path(__file__).with_name("accessibility.css"))
    st.html(Path(__file__).with_name("accessibility.html"))
