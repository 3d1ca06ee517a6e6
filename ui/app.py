"""The chat: opens the library and the chain once for everybody, and shows the page that was asked for.

Run by `inspection chat`, or by hand: streamlit run ui/app.py
"""

import contextlib
import gc
import threading
from functools import partial

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked, build_chain, warm
from assistant.reranker import Reranker
from corpus.errors import InspectionError
from corpus.library import Library
from corpus.settings import read_settings
from ui import parts
from ui.escape import text
from ui.pages import ask


@st.cache_resource(show_spinner="Opening the library…")
def _opened() -> tuple[Library, Runnable[Asked, Answer]]:
    """The library and the chain, shared by every visit of this process. Raises InspectionError."""
    library = Library(read_settings())
    library.open_indexes()
    reranker = Reranker(library.settings.reranker)
    chain = build_chain(library, reranker)
    if library.reports:
        threading.Thread(target=_warm, args=(library, reranker), daemon=True).start()
    return library, chain


def _warm(library: Library, reranker: Reranker) -> None:
    """Load the models while the first visitor reads the page, so that the first question does not wait for them."""
    with contextlib.suppress(InspectionError):  # whoever asks first is told
        warm(library, reranker)
    # Streamlit collects garbage after every run of the page. What the models brought along stays for good: looking
    # through it each time would hold up every visitor for a third of a second.
    gc.collect()
    gc.freeze()


def main() -> None:
    """Draw the chat."""
    st.set_page_config(page_title="Ask the inspection reports", page_icon="📖", layout="wide")
    try:
        library, chain = _opened()
    except InspectionError as error:
        parts.look()
        st.html(f'<div class="inspection"><h1>The chat cannot open</h1><p role="alert">{text(str(error))}</p></div>')
        return
    st.navigation([st.Page(partial(ask.show, library, chain), title="Ask", url_path="ask", default=True)]).run()


main()
