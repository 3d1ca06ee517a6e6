"""The page of the conversations that this browser had: found again, opened, named, sent to a colleague, deleted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import streamlit as st

from assistant.conversations import Conversations, Listed
from corpus.errors import InspectionError
from ui.conversations import kept
from ui.page import navigation, owner, parts
from ui.page.escape import text
from ui.page.guided import Guided
from ui.page.zone import zone

_SHOWN = 30  # conversations at first: more than were had in a month, and no screen is endless
_LONGEST_NAME = 200  # characters, as many as are kept


@dataclass(slots=True)
class Listing(Guided):
    """What is being done on this page in one visit.

    `press` is a button that was pressed and not yet heeded; `renaming` and `deleting` are ids of conversations, or "";
    `shown` counts those in the list, `done` is the sentence about what was done last.
    """

    press: str = ""
    renaming: str = ""
    deleting: str = ""
    shown: int = _SHOWN
    done: str = ""


def show(conversations: Conversations) -> None:
    """Draw the page, and do what was pressed on it."""
    listing: Listing = st.session_state.setdefault("listing", Listing())
    parts.look()
    st.html(Path(__file__).with_name("conversations.css"))
    guide = st.container()
    try:
        said = _page(listing, conversations)
    except InspectionError as error:
        said = str(error)
        st.html(f'<div class="inspection"><h1>Conversations</h1><p role="alert">{text(said)}</p></div>')
    with guide:
        parts.guide(said, listing.move)
    listing.done = ""


def _page(listing: Listing, conversations: Conversations) -> str:
    """Draw the page, and return what a screen reader is to say about it."""
    press, listing.press = listing.press, ""
    _heed(press, listing, conversations)
    search = str(st.session_state.get("search", ""))
    found = conversations.listed(owner.known(), search)
    parts.piece("kept_head", kept.head(any_kept=bool(found or search.strip())), _pressed)
    if not found and not search.strip():
        return listing.done
    st.text_input("Search names, questions and answers", key="search")
    count = kept.counted(len(found), search)
    done = f'<p class="done">{text(listing.done)}</p>' if listing.done else ""
    parts.piece("kept_count", f'{done}<p class="count" id="count" tabindex="-1">{count}</p>', _pressed)
    _list(listing, found, conversations)
    return listing.done or (count if search.strip() else "")


def _list(listing: Listing, found: Sequence[Listed], conversations: Conversations) -> None:
    shown = found[: listing.shown]
    renamed = next((place for place, each in enumerate(shown) if each.id == listing.renaming), None)
    parts.piece("kept_list", _html(shown if renamed is None else shown[: renamed + 1], listing), _pressed)
    if renamed is not None:
        _rename(listing, shown[renamed], conversations)
        parts.piece("kept_rest", _html(shown[renamed + 1 :], listing), _pressed)
    if len(found) > len(shown):
        more = f"Show more: {len(found) - len(shown):,} are older"
        parts.piece("kept_more", f'<button type="button" class="plain" data-press="more">{more}</button>', _pressed)


def _html(shown: Sequence[Listed], listing: Listing) -> str:
    links = [navigation.address("ask", c=each.id) for each in shown]
    return kept.listed(shown, links, datetime.now(zone()), listing.deleting) if shown else ""


def _rename(listing: Listing, each: Listed, conversations: Conversations) -> None:
    with st.form("rename"):
        name = st.text_input("New name", value=each.name, max_chars=_LONGEST_NAME)
        with st.container(horizontal=True):
            saved = st.form_submit_button("Save the name")
            left = st.form_submit_button("Leave it as it was")
    if saved:
        conversations.rename(each.id, owner.known(), name)
        listing.done = "The conversation has its new name."
    if saved or left:
        listing.renaming = ""
        listing.bring(f'[data-press="rename:{each.id}"]')
        st.rerun()


def _heed(press: str, listing: Listing, conversations: Conversations) -> None:
    """Do what a button asks for."""
    wanted, _colon, id_ = press.partition(":")
    if wanted == "ask":
        navigation.go("ask")
    elif wanted == "open":
        navigation.go("ask", c=id_)
    elif wanted == "more":
        listing.shown += _SHOWN
    elif wanted == "rename":
        listing.renaming, listing.deleting = id_, ""
        listing.bring("[data-testid=stForm] input")
    elif wanted == "delete":
        listing.deleting, listing.renaming = id_, ""
        listing.bring("#sure")
    elif wanted == "keep":
        listing.deleting = ""
        listing.bring(f'[data-press="delete:{id_}"]')
    elif wanted == "deletion":
        conversations.delete(id_, owner.known())
        listing.deleting, listing.done = "", "The conversation was deleted."
        listing.bring("#count")


def _pressed(press: str) -> None:
    listing: Listing = st.session_state["listing"]
    listing.press = press
