"""The page of the briefings on the stand-ins, for tests: the data folder is INSPECTION_DATA."""

import streamlit as st

from assistant.briefings.store import Briefings
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.settings import read_settings
from tests import fakes
from ui.briefings import screen as briefings
from ui.page.line import Line

if "held" not in st.session_state:
    st.session_state["held"] = fakes.library(read_settings().data)
held = st.session_state["held"]
searcher = Searcher(held, Reranker(held.settings.reranker))
briefings.show(held, fakes.ScriptedChain(held), searcher, Briefings(held.engine), Line())
