"""Packs that a person assembles from answers, quotes and notes: the list of them, and one of them."""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from functools import partial
from typing import Literal, NoReturn

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.briefings.briefing import Briefing, Section
from assistant.briefings.filling import Filling, fill
from assistant.briefings.store import Briefings
from assistant.briefings.templates import TEMPLATES, Template
from assistant.chain import Asked
from assistant.chat_model.disclosure import disclose
from assistant.chat_model.discussing import open_for_questions, phrased
from assistant.search import Searcher
from corpus.errors import InspectionError
from corpus.library import Library
from ui.briefings import listed, one, view
from ui.briefings.adding import LOOK, Adding
from ui.briefings.bench import Bench, Workshop
from ui.briefings.filling import begin
from ui.briefings.forms import LONGEST_TITLE
from ui.briefings.presses import heed
from ui.page import navigation, owner, parts
from ui.page.escape import text
from ui.page.line import Line
from ui.page.zone import zone

_LOOK_UP = 0.25  # seconds after which the page sees to a button that was pressed while a briefing is being made
_LONGEST_THEME = 200  # characters
_EMPTY: Literal["empty"] = "empty"


def show(
    library: Library, chain: Runnable[Asked, Answer], searcher: Searcher, briefings: Briefings, line: Line
) -> None:
    """Draw the list, or the briefing that the page's address names as `b`, and do what was pressed."""
    bench: Bench = st.session_state.setdefault("bench", Bench())
    shop = Workshop(library, chain, searcher, briefings, line, owner.known())
    parts.look()
    st.html(LOOK)
    guide = st.container()
    bench.enter(st.query_params.get("b", ""))
    _leave(bench)
    try:
        _one(shop, bench) if bench.id else _list(shop, bench)
    except InspectionError as error:
        bench.say = str(error)
        st.html(f'<div class="inspection"><h1>Briefings</h1><p role="alert">{text(bench.say)}</p></div>')
    with guide:
        parts.guide(bench.say, bench.move)
    bench.say, bench.file = "", None
    if bench.id:
        one.follow(shop, bench)
    elif bench.making:
        _follow(bench)


def _leave(bench: Bench) -> None:
    """Go where a button leads, which cannot be done while it is being heard."""
    if bench.leaving:
        (page, said), bench.leaving = bench.leaving, None
        navigation.go(page, **said)


def _one(shop: Workshop, bench: Bench) -> None:
    """The briefing in view, as it is kept now."""
    pressed = partial(_pressed, partial(heed, shop))
    bench.kept = shop.briefings.get(bench.id)
    if bench.kept is None:
        parts.piece("brief_head", view.missing(), pressed)
        return
    if bench.kept.owner == shop.owner:
        adding: Adding = st.session_state.setdefault("adding", Adding())
        adding.current = bench.id  # what is added from the chat goes into this one
    one.draw(shop, bench, pressed)


def _list(shop: Workshop, bench: Bench) -> None:
    """The list."""
    pressed = partial(_pressed, partial(_heed, shop))
    found = shop.briefings.listed(shop.owner)
    parts.piece("briefings_head", listed.head(any_kept=bool(found), any_reports=bool(shop.library.reports)), pressed)
    if bench.making:
        parts.piece("briefings_making", listed.making(bench.making), pressed)
    else:
        _new(shop, bench, first=not found)
    if bench.notice:
        parts.piece("briefings_notice", f'<p class="notice">{text(bench.notice)}</p>', pressed)
    if bench.done:
        parts.piece("briefings_done", f'<p class="done">{text(bench.done)}</p>', pressed)
    if found:
        links = [navigation.address("briefings", b=each.id) for each in found]
        parts.piece("briefings_list", listed.listed(found, links, datetime.now(zone()), bench.sure), pressed)


def _new(shop: Workshop, bench: Bench, *, first: bool) -> None:
    """The form for a new briefing; it stands open while there is none."""
    councils = sorted({report.council for report in shop.library.reports if report.council})
    wanted = {name: st.query_params.get(name, "") for name in ("council", "theme")}
    with st.expander("New briefing", expanded=first or bool(wanted["council"])):
        kinds: dict[Template | Literal["empty"], str] = {_EMPTY: "An empty briefing"}
        if councils:
            kinds = {**{name: pattern.name for name, pattern in TEMPLATES.items()}, **kinds}
        kind = st.selectbox("Begin with", list(kinds), format_func=lambda each: kinds[each], key="briefing_kind")
        if disclosed := disclose(shop.library.settings):
            st.html(f'<div class="inspection"><p class="quiet">{text(disclosed)}</p></div>')
        with st.form("new_briefing", border=False):
            title = council = theme = ""
            if kind == _EMPTY:
                title = st.text_input("Title", max_chars=LONGEST_TITLE)
            else:
                at = councils.index(wanted["council"]) if wanted["council"] in councils else 0
                council = st.selectbox("Council", councils, index=at)
                label = "Theme, such as care leavers or supervision"
                theme = st.text_input(label, value=wanted["theme"][:_LONGEST_THEME], max_chars=_LONGEST_THEME)
            sent = st.form_submit_button("Make the briefing")
    if not sent:
        return
    if kind == _EMPTY:
        made = Briefing(" ".join(title.split()) or "A briefing", date.today(), sections=(Section("Findings"),))
        navigation.go("briefings", b=shop.briefings.add(shop.owner, made))
    elif not theme.strip():
        bench.notice = bench.say = "Say what the briefing is to be about: a theme, such as care leavers."
        st.rerun()
    else:
        _make(shop, bench, fill(kind, council, theme, shop.searcher, date.today()))


def _make(shop: Workshop, bench: Bench, steps: Iterator[Filling]) -> NoReturn:
    """Begin to make a briefing; a chat model that is set words its questions to discuss."""
    try:
        model = open_for_questions(shop.library.settings)
    except InspectionError as error:
        bench.notice = bench.say = str(error)
    else:
        worded = phrased(steps, shop.library, model)
        bench.making = begin(worded, partial(shop.briefings.add, shop.owner), shop.line)
        bench.say = "Making the briefing."
        bench.bring("#making")
    st.rerun()


def _follow(bench: Bench) -> None:
    """Wait for the briefing in the making, and open it. A button that is pressed meanwhile ends the wait."""
    making = bench.making
    assert making is not None
    shown = (making.told, making.made, making.ahead)
    while not making.done and shown == (making.told, making.made, making.ahead):
        making.wait(_LOOK_UP)
        st.session_state["bench"]  # here Streamlit turns to what was pressed meanwhile
    if making.done:
        bench.making = None
        if making.found:
            bench.say = "The briefing is made. Change it as you like."
            bench.bring("#briefing-title")
            navigation.go("briefings", b=making.found)
        bench.notice = bench.say = making.problem
    st.rerun()


def _heed(shop: Workshop, bench: Bench, press: str) -> None:
    """Do what a button of the list asks for."""
    wanted, _colon, id_ = press.partition(":")
    bench.notice = bench.done = ""
    if wanted == "open":
        bench.leaving = ("briefings", {"b": id_})
        bench.bring("#briefing-title")
    elif wanted == "copy":
        shop.briefings.copy(id_, shop.owner)
        bench.done = bench.say = "Copied: the copy stands first in the list."
        bench.bring("#briefings")
    elif wanted == "delete":
        bench.sure = id_
        bench.bring("#sure")
    elif wanted == "keep":
        bench.sure = ""
        bench.bring(f'[data-press="delete:{id_}"]')
    elif wanted == "deletion":
        shop.briefings.delete(id_, shop.owner)
        bench.sure = ""
        bench.done = bench.say = "The briefing was deleted."
        bench.bring("#briefings")
    elif wanted == "stop-making" and bench.making:
        bench.making.stop()
        bench.making = None
        bench.done = bench.say = "You stopped it, so nothing of it is kept."


def _pressed(heed_: Callable[[Bench, str], None], press: str) -> None:
    """Something was pressed or written."""
    bench: Bench = st.session_state["bench"]
    bench.file = None
    try:
        heed_(bench, press)
    except InspectionError as error:
        bench.notice = bench.say = str(error)
