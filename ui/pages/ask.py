"""The page on which people ask: the conversation, and the source of a sentence beside it."""

import logging

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.chat_model.disclosure import disclose
from assistant.chat_model.prompt import Reader
from assistant.conversation import Turn
from corpus.errors import InspectionError
from corpus.library import Library
from ingest.pdf import render
from ui import parts, source, turns
from ui.escape import text
from ui.head import head
from ui.marking import SCALE
from ui.visit import Visit

_READERS: dict[Reader, str] = {
    "councillor": "a councillor",
    "staff": "staff preparing for reinspection",
    "trainer": "a trainer",
}
_UNFORESEEN = "Something went wrong that was not foreseen. Ask again; if it happens again, tell whoever runs this chat."


def show(library: Library, chain: Runnable[Asked, Answer]) -> None:
    """Draw the page, and answer the question that was just asked."""
    visit: Visit = st.session_state.setdefault("visit", Visit())
    parts.look()
    guide = st.container()
    left, right = st.columns(2, gap="medium")  # look.css hides the right one while it is empty
    with left, st.container(key="talk"):
        above, below = st.container(key="said"), st.container(key="ask")
    if library.reports:
        # In a container, as at the foot of the page it would have Streamlit scroll down whenever anything changes.
        asked = below.chat_input("Ask about the inspection reports", key="asked")
        if asked:
            visit.ask(asked)
    with above:
        if library.settings.chat_model:
            _chat_model(library)
        parts.piece("head", head(library.reports, small=bool(visit.conversation.turns or visit.asking)), _pressed)
        _conversation(visit)
        place = st.empty()
    with right:
        _source(visit, library)
    with guide:
        parts.guide("Searching the reports." if visit.asking else visit.say, visit.move)
    if visit.asking:
        with place:
            _answer(visit, visit.asking, chain)
        st.rerun()


def _chat_model(library: Library) -> None:
    """What leaves the machine, before anything does, and for whom the chat model writes."""
    parts.piece("disclosure", f'<p class="care">{text(disclose(library.settings))}</p>', _pressed)
    st.selectbox("Written for", list(_READERS), format_func=lambda reader: _READERS[reader], key="reader")


def _conversation(visit: Visit) -> None:
    for position, turn in enumerate(visit.conversation.turns):
        opened = visit.source.citation.number if visit.source and visit.source.turn == position else None
        parts.piece(f"turn-{position}", turns.turn(position, turn, opened), _pressed)
    if visit.problem and not visit.asking:
        parts.piece("problem", turns.failed(len(visit.conversation.turns), *visit.problem), _pressed)


def _answer(visit: Visit, question: str, chain: Runnable[Asked, Answer]) -> None:
    """Answer a question, showing the answer as it grows."""
    position = len(visit.conversation.turns)
    reader: Reader = st.session_state.get("reader", "councillor")
    place = st.empty()
    place.html(turns.growing(position, question, None))
    answer = None
    try:
        for answer in chain.stream(Asked(question, visit.conversation, reader=reader)):
            place.html(turns.growing(position, question, answer))
    except InspectionError as error:
        visit.problem = (question, str(error))
    except Exception:
        logging.getLogger(__name__).exception("A question could not be answered.")
        visit.problem = (question, _UNFORESEEN)
    else:
        if answer:
            visit.conversation += Turn(question, answer)
    visit.asking = None
    visit.say = visit.problem[1] if visit.problem else turns.spoken(visit.conversation.turns[-1].answer)
    visit.bring(f"#question-{position}", focus=False)


def _source(visit: Visit, library: Library) -> None:
    opened = visit.source
    if opened is None:
        return
    report = opened.citation.report
    last = max((paragraph.position for paragraph in library.paragraphs(report.id)), default=0)
    picture = _picture(report.id, opened.page, library) if opened.paragraph.boxes else None
    parts.piece("source", source.html(opened, visit.move.count, last, picture), lambda press: _step(press, library))


@st.cache_data(max_entries=100, show_spinner=False)  # about 200 kB a page
def _picture(report_id: str, page: int, _library: Library) -> bytes | None:
    """The picture of a page, or None where it cannot be drawn: the words are there all the same."""
    original = _library.original(report_id)
    try:
        return render(original, page, SCALE) if original else None
    except InspectionError:
        return None


def _step(press: str, library: Library) -> None:
    """A button of the source was pressed."""
    visit: Visit = st.session_state["visit"]
    if press == "close":
        visit.close()
    elif visit.source:
        visit.source = visit.source.moved(press, library.paragraphs(visit.source.citation.report.id))
        if press == "cited":
            visit.bring_to_source()


def _pressed(press: str) -> None:
    """A button of the head or of the conversation was pressed."""
    visit: Visit = st.session_state["visit"]
    kind, _colon, words = press.partition(":")
    if press == "again":
        st.session_state["visit"] = Visit()
    elif kind == "ask":
        visit.ask(words)
    else:
        visit.open(press)
