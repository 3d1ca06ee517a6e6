"""The page of the reports, or of the one in the address, on the stand-ins: the data folder is INSPECTION_DATA."""

from pathlib import Path

import streamlit as st

from corpus.library import Library
from corpus.settings import read_settings
from ingest.intake import Intake
from tests import fakes
from ui.report import screen as report
from ui.reports import screen as reports


@st.cache_resource
def _opened(data: str) -> tuple[Library, Intake]:
    held = fakes.library(Path(data))
    return held, Intake(held)


library, intake = _opened(str(read_settings().data))
st.session_state["library"] = library
if "report" in st.query_params:
    report.show(library)
else:
    reports.show(library, intake)
