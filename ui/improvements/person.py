"""Whoever writes on the page of improvements, by their name: they give it once, and their browser keeps it.

It comes with the connection, in a cookie that person.js writes: what another browser keeps is never known here.
"""

from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

import streamlit as st

from assistant.improvements.fields import LONGEST_NAME, fit_name
from corpus.errors import WrongUse
from ui.page.buttons import button
from ui.page.escape import isolated

COOKIE = "inspection_name"
_WHO = "improve_who"
_KEEPER = st.components.v2.component(
    "inspection_person", js=Path(__file__).with_name("person.js").read_text("utf-8"), isolate_styles=False
)


def known() -> str:
    """The name of whoever is here, "" as long as they have given none. A cookie may say anything: it is made to fit."""
    if _WHO not in st.session_state:
        st.session_state[_WHO] = ""
        with suppress(WrongUse):
            st.session_state[_WHO] = fit_name(unquote(str(st.context.cookies.get(COOKIE) or "")))
    return str(st.session_state[_WHO])


def give(words: str) -> None:
    """Take the name that they wrote. Raises WrongUse where there is none."""
    st.session_state[_WHO] = fit_name(words)


def keep() -> None:
    """Have the browser keep it. Once a page, anywhere on it: there is nothing to see."""
    if known():
        _KEEPER(key="person_kept", data={"cookie": COOKIE, "name": known()})


def line() -> str:
    """With whose name changes are kept, and a way to another one."""
    if not known():
        return f'<p class="quiet">Each change is kept with your name. {button("ask-name", "Write your name")}</p>'
    change = button("ask-name", "Change the name")
    return f'<p class="quiet">Each change is kept with your name: <strong>{isolated(known())}</strong> {change}</p>'


def ask(then: str) -> str:
    """The form that asks for it; `then` says what is done once it is written.

    Its field has a data-press so that it keeps the focus where what surrounds it is drawn anew.
    """
    return (
        '<form class="form person" data-form="name"><label for="name-words">Your name: it is kept with each change, '
        'and in this browser for your next visit</label><input id="name-words" name="words" data-press="name-words" '
        f'maxlength="{LONGEST_NAME}" '
        'required autocomplete="name"><div class="actions"><button type="submit" class="plain strong">'
        f"{then}</button></div></form>"
    )
