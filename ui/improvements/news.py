"""What was done on the page of improvements, what could not be, and what waits for a name: told where it was asked."""

import streamlit as st

from ui.improvements import person
from ui.improvements.progress import pressed
from ui.improvements.visit import Following, Place
from ui.page import parts
from ui.page.escape import isolated

_GO_ON = "Go on with this name"


def said(here: Following, place: str) -> str:
    """What there is to say at a place as HTML; "" where nothing is."""
    if here.place != place:
        return ""
    if here.is_asked:
        return person.ask(_GO_ON)
    told = _told(here)
    if here.told:
        rows = "".join(f"<li>{isolated(sentence)}</li>" for sentence in here.told)
        told += f'<div class="notice"><p>Of the file that was imported:</p><ul>{rows}</ul></div>'
    return told


def show(here: Following, place: Place) -> None:
    """Draw it."""
    html = said(here, place)
    if html:
        parts.piece(f"improve_said_{place}", html, pressed)


def beside(here: Following, place: Place) -> None:
    """Draw it beside the button of a form, which may hold no other button; a name is asked for below the form."""
    told = "" if here.place != place or here.is_asked else _told(here)
    if told:
        st.html(f'<div class="inspection">{told}</div>')


def below(here: Following, place: Place) -> None:
    """Draw what does not fit beside the button of a form: the question for a name."""
    if here.is_asked:
        show(here, place)


def _told(here: Following) -> str:
    wrong = f'<p class="notice" id="improve-wrong" tabindex="-1">{isolated(here.wrong)}</p>' if here.wrong else ""
    done = f'<p class="done" id="improve-done" tabindex="-1">{isolated(here.done)}</p>' if here.done else ""
    return wrong + done
