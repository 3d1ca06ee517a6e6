"""One briefing on the page: drawn, changed, and its open source beside it."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import streamlit as st

from assistant.briefings import edit
from assistant.briefings.briefing import Briefing, answer_item
from assistant.briefings.numbering import number_briefing
from assistant.briefings.remarks import say_licences, warn
from assistant.chat_model.disclosure import disclose
from ui.ask.turns import waiting
from ui.briefings import view
from ui.briefings.bench import Bench, Wanted, Workshop
from ui.briefings.changes import change
from ui.briefings.forms import Form
from ui.briefings.words import Shelf
from ui.page import parts
from ui.page.buttons import button
from ui.source import panel
from ui.source.beside import around

_HANDS = st.components.v2.component(
    "inspection_brief", js=Path(__file__).with_name("briefings.js").read_text("utf-8"), isolate_styles=False
)
_LOOK_UP = 0.25  # seconds after which the page sees to a button that was pressed while an answer is being made

Pressed = Callable[[str], None]


def draw(shop: Workshop, bench: Bench, pressed: Pressed) -> None:
    """Draw the briefing in view; there is one. `pressed` hears what is chosen and written."""
    assert bench.kept is not None
    changes = bench.kept.owner == shop.owner
    numbered = number_briefing(bench.briefing)
    opened = bench.source.button if bench.source else ""
    by_number = {citation.number: citation for citation in numbered.citations}
    disclosed = disclose(shop.library.settings)
    shown = _with_form(bench.briefing, bench.form)
    shelf = Shelf(shown, numbered.claims, by_number, opened, bench.stepped, changes, disclosed)
    left, right = st.columns(2, gap="medium")  # look.css hides the right one while it is empty
    with left, st.container(key="talk"):
        head = view.head(bench.briefing, bench.form, changes=changes)
        parts.piece("brief_head", head, pressed, bench.handed(opens=False))
        if bench.saved:
            parts.piece("brief_saved", view.saved(), pressed)
        _beside_head(bench, pressed, others=not changes)
        body = view.warnings(warn(bench.briefing, shop.library)) + view.body(shelf, bench.form, _busy(bench))
        parts.piece("brief_body", body, pressed)
        foot = view.foot(bench.briefing, say_licences(bench.briefing, shop.library), changes=changes)
        parts.piece("brief_foot", view.sources(numbered.citations, opened) + foot, pressed)
    with right, st.empty(), st.container():
        if bench.source:
            adds = button("quote", "Add to briefing", "Add this paragraph to the briefing") if changes else ""
            source = panel.html(bench.source, bench.move.count, around(bench.source, shop.library), adds)
            parts.piece("source", source, lambda press: pressed(f"panel:{press}"), bench.handed(opens=True))
    if changes:
        _HANDS(
            key="brief_hands",
            data={"moved": bench.moved, "count": bench.moves},
            on_moved_change=lambda: _tell_moved(pressed),
            on_written_change=lambda: _tell_written(pressed),
        )


def follow(shop: Workshop, bench: Bench) -> None:
    """Wait for the answer that was asked for, and put it into the briefing. What is pressed meanwhile ends the wait."""
    wanted = bench.wanted
    if wanted is None:
        return
    ahead = wanted.running.ahead
    while not wanted.running.done and wanted.running.ahead == ahead:
        wanted.running.wait(_LOOK_UP)
        st.session_state["bench"]  # here Streamlit turns to what was pressed meanwhile
    if wanted.running.done:
        bench.wanted = None
        _take(shop, bench, wanted)
    st.rerun()


def _take(shop: Workshop, bench: Bench, wanted: Wanted) -> None:
    """Put a finished answer into the briefing, or say why there is none."""
    answer = wanted.running.found
    if answer is None or wanted.running.problem:
        bench.notice = bench.say = wanted.running.problem
        return
    if answer.abstained:
        bench.notice = bench.say = f"Nothing was added: {answer.status}. {answer.note}".strip()
        bench.words = wanted.text
        return
    bench.kept = shop.briefings.get(bench.id)  # whatever was added elsewhere meanwhile stays
    item = answer_item(answer)
    if bench.kept and change(shop, bench, edit.add_item(bench.briefing, item, wanted.section, wanted.at)):
        bench.say = f"The answer was added. {len(answer.citations)} sources."
        bench.bring(f"#item-{item.id}")


def _beside_head(bench: Bench, pressed: Pressed, *, others: bool) -> None:
    """What there is to say above the briefing."""
    said = view.somebody_elses() if others else ""
    if bench.notice:
        said += view.unsaved(bench.notice, bench.words)
    if bench.done:
        said += view.told(bench.done, undo=bench.removed is not None)
    if said:
        parts.piece("brief_told", said, pressed)


def _with_form(briefing: Briefing, form: Form | None) -> Briefing:
    """The briefing with the item that is about to be written, so that its first words change nothing on the page."""
    if form is None or form.item is None or edit.find_item(briefing, form.id):
        return briefing
    return edit.add_item(briefing, replace(form.item, text=""), form.section, form.at)


def _busy(bench: Bench) -> tuple[str, str]:
    """The section into which an answer is being made, by its id, and what is told there meanwhile."""
    return (bench.wanted.section, waiting(bench.wanted.running.ahead)) if bench.wanted else ("", "")


def _tell_moved(pressed: Pressed) -> None:
    """An item was dragged to another place."""
    said = st.session_state["brief_hands"]["moved"]
    if said:
        pressed(f"dropped:{said}")


def _tell_written(pressed: Pressed) -> None:
    """Something was written: the words of every field by its name."""
    said = st.session_state["brief_hands"]["written"]
    for name, words in dict(said or {}).items():
        pressed(f"written:{name}:{words}")
