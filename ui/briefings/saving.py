"""A briefing as a file to keep, with the numbers that the screen shows."""

import re

from assistant.briefings.briefing import Briefing
from assistant.briefings.export import FORMATS, export
from assistant.citations import Citation
from corpus.library import Library
from ui.page.navigation import address

_LONGEST = 60  # characters of a file's name before its ending


def save(ending: str, briefing: Briefing, library: Library) -> tuple[str, str, bytes]:
    """The file of a format, one of `FORMATS`: its name, media type and content.

    Raises InspectionError where it cannot be made.
    """
    words = " ".join(re.sub(r"[^\w’' -]+", " ", briefing.title).split())[:_LONGEST].strip() or "Briefing"
    return f"{words}.{ending}", FORMATS[ending].media, export(briefing, library, ending, _opens_at)


def _opens_at(citation: Citation) -> str:
    """The address of a source's page in this chat."""
    return address("report", report=citation.report.id, page=str(citation.paragraph.page))
