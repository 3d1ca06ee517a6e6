"""A briefing as a file to keep, with the numbers that the screen shows."""

import re

from assistant.briefings.briefing import Briefing
from assistant.briefings.export import FORMATS, export
from corpus.library import Library
from ui.page.navigation import source_address

_LONGEST = 60  # characters of a file's name before its ending


def save(ending: str, briefing: Briefing, library: Library) -> tuple[str, str, bytes]:
    """The file of a format, one of `FORMATS`: its name, media type and content.

    Raises InspectionError where it cannot be made.
    """
    words = " ".join(re.sub(r"[^\w’' -]+", " ", briefing.title).split())[:_LONGEST].strip() or "Briefing"
    return f"{words}.{ending}", FORMATS[ending].media, export(briefing, library, ending, source_address)
