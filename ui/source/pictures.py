"""Pictures of pages: drawn once, and those that a reader may open next are drawn before they are asked for."""

import threading
from collections.abc import Iterable
from functools import lru_cache

from assistant.citations import Citation
from corpus.errors import InspectionError
from corpus.library import Library
from ingest.pdf import render
from ui.source.marking import SCALE

_AHEAD = 4  # pages: most answers cite no more
_KEPT = 100  # pictures of about 200 kB


@lru_cache(maxsize=_KEPT)
def picture(library: Library, report_id: str, page: int) -> bytes | None:
    """The PNG of a page (from 1), or None where it cannot be drawn: the words are there all the same."""
    content = library.original(report_id)
    try:
        return render(content, page, SCALE) if content else None
    except InspectionError:
        return None


def draw_ahead(library: Library, citations: Iterable[Citation]) -> None:
    """Draw the pages of these citations in the background, the first few, while their answer is being read."""
    wanted = [(each.report.id, each.paragraph.page) for each in citations if each.paragraph.boxes]
    threading.Thread(target=_draw, args=(library, dict.fromkeys(wanted)), daemon=True).start()


def _draw(library: Library, wanted: Iterable[tuple[str, int]]) -> None:
    for report_id, page in list(wanted)[:_AHEAD]:
        picture(library, report_id, page)
