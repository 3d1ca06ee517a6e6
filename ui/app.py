"""The chat: opens what all visits share once for everybody, and shows the page that was asked for.

Run by `inspection chat`, or by hand: streamlit run ui/app.py
"""

import contextlib
import gc
import threading

import streamlit as st

from assistant.briefings.store import Briefings
from assistant.chain import build_chain, warm
from assistant.conversations import Conversations
from assistant.improvements.tracker import Tracker
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.errors import InspectionError
from corpus.library import Library
from corpus.settings import read_settings
from ingest.intake import Intake
from ui.page import navigation, parts
from ui.page.escape import text
from ui.page.line import Line
from ui.shared import Shared, draw

_FIRST_PAGE = 2.0
"""Seconds in which the first page is drawn, before the models are loaded: both at once take longer than one by one."""


@st.cache_resource(show_spinner="Opening the library…")
def _opened() -> Shared:
    """What is shared, opened by whoever comes first. Raises InspectionError."""
    library = Library(read_settings())
    library.own()  # where another program has it, that is told now; its indexes open when they are needed
    reranker = Reranker(library.settings.reranker)
    chain, searcher = build_chain(library, reranker), Searcher(library, reranker)
    kept = Conversations(library.engine), Briefings(library.engine), Tracker(library.engine)
    shared = Shared(library, chain, searcher, *kept, Line(), Intake(library))
    if library.reports:
        later = threading.Timer(_FIRST_PAGE, _warm, (library, reranker))
        later.daemon = True
        later.start()
    return shared


def _warm(library: Library, reranker: Reranker) -> None:
    """Load the models while the first visitor reads the page, so that the first question does not wait for them."""
    with contextlib.suppress(InspectionError):  # whoever asks first is told
        library.open_indexes()
        warm(library, reranker)
    # Streamlit collects garbage after every run of the page. What the models brought along stays for good: looking
    # through it each time would hold up every visitor for a third of a second.
    gc.collect()
    gc.freeze()


def main() -> None:
    """Draw the chat."""
    try:
        shared = _opened()
    except InspectionError as error:
        st.set_page_config(page_title=navigation.NAME, page_icon="📖", layout="wide")
        parts.look()
        st.html(f'<div class="inspection"><h1>The chat cannot open</h1><p role="alert">{text(str(error))}</p></div>')
    else:
        draw(shared)


main()
