"""The chat on the stand-ins, for tests: the data folder is INSPECTION_DATA."""

import streamlit as st

from assistant.briefings.store import Briefings
from assistant.conversations import Conversations
from assistant.improvements.tracker import Tracker
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.settings import read_settings
from ingest.intake import Intake
from tests import fakes
from ui.page.line import Line
from ui.shared import Shared, draw


@st.cache_resource
def _opened() -> Shared:
    held = fakes.library(read_settings().data)
    held.embedder = fakes.WordBuckets(held.embedder.name, buckets=384)  # a file that is added waits for no model
    searcher = Searcher(held, Reranker(held.settings.reranker))
    kept = Conversations(held.engine), Briefings(held.engine), Tracker(held.engine)
    return Shared(held, fakes.ScriptedChain(held), searcher, *kept, Line(), Intake(held))


draw(_opened())
