"""Where the reader's clock stands."""

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

import streamlit as st


def zone() -> tzinfo:
    """The reader's time zone, as the browser names it; UTC where it names none that is known."""
    try:
        return ZoneInfo(str(st.context.timezone))
    except (KeyError, ValueError, OSError):
        return UTC
