"""Whose conversations are whose, without an account: each browser keeps a random number in a cookie of this chat.

The cookie comes with the connection, so that the page knows it before it draws anything; owner.js writes it.
"""

import re
import secrets
from pathlib import Path

import streamlit as st

COOKIE = "inspection_owner"
_MADE = re.compile(r"[0-9a-f]{32}")
_KEEPER = st.components.v2.component(
    "inspection_owner", js=Path(__file__).with_name("owner.js").read_text("utf-8"), isolate_styles=False
)


def known() -> str:
    """The number of the browser that this visit comes from: 32 hexadecimal digits, whatever the browser sends."""
    if "owner" not in st.session_state:
        sent = str(st.context.cookies.get(COOKIE))
        st.session_state["owner"] = sent if _MADE.fullmatch(sent) else secrets.token_hex(16)
    return str(st.session_state["owner"])


def keep() -> None:
    """Have the browser keep its number. Once a page, anywhere on it: there is nothing to see."""
    _KEEPER(key="owner_kept", data={"cookie": COOKIE, "owner": known()}, on_other_change=_take_other)


def _take_other() -> None:
    """Two pages of a new browser opened at once, and the other was first: its number is kept."""
    other = str(st.session_state["owner_kept"]["other"])
    if _MADE.fullmatch(other):
        st.session_state["owner"] = other
