"""What was changed on both sides, beside the place where it came up: for each of the two, which is to be."""

from collections.abc import Sequence

import streamlit as st

from assistant.improvements.tracked import Tracked, words_of
from ui.improvements import history
from ui.improvements.doing import do, settle
from ui.improvements.progress import pressed
from ui.improvements.visit import Following, Office, Place, look_again
from ui.page import parts
from ui.page.zone import zone

_KEEP, _MINE = "Keep what is there now", "Put mine there"


def draw(office: Office, here: Following, place: Place, tracked: Sequence[Tracked]) -> None:
    """Draw what is to be settled at a place, if anything is; `tracked` are those that it may be about."""
    if not here.conflicts or not here.settles.startswith(place):
        return
    words = {each.key: words_of(each.improvement) for each in tracked}
    found = [(each, words.get(each.edit.key, "")) for each in here.conflicts]
    parts.piece("improve_conflicts", history.conflicts(found, zone()), pressed)
    with st.form(f"improve_conflicts_{here.edition}"):
        chosen = [
            st.radio(
                f"{at}. {history.what(each.edit.field)}", [_KEEP, _MINE], key=f"improve_settle_{here.edition}_{at}"
            )
            for at, each in enumerate(here.conflicts, start=1)
        ]
        sent = st.form_submit_button("Use these", type="primary")
    if sent:
        mine = [each for each, choice in zip(here.conflicts, chosen, strict=True) if choice == _MINE]

        def act() -> None:
            settle(office, here, mine, tracked)
            here.edition += 1
            look_again(office, here)

        do(here, here.settles, act)
        st.rerun()
