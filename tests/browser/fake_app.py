"""The chat's page on the stand-ins, for tests: the data folder is INSPECTION_DATA."""

from functools import partial

import streamlit as st
from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from corpus.library import Library
from corpus.settings import read_settings
from tests import fakes
from ui.pages import ask


@st.cache_resource
def _opened() -> tuple[Library, Runnable[Asked, Answer]]:
    held = fakes.library(read_settings().data)
    return held, fakes.ScriptedChain(held)


st.set_page_config(page_title="Ask the inspection reports", layout="wide")
library, chain = _opened()
st.navigation([st.Page(partial(ask.show, library, chain), title="Ask", url_path="ask", default=True)]).run()
