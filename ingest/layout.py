"""Running headers, footers and page numbers: found because they come back, and taken out of the lines."""

import re
from collections import Counter, defaultdict

from ingest.document import Document, Line

_TOP, _BOTTOM = 0.11, 0.87
"""Where running lines stand, as parts of the page's height. Body text reaches into both bands in some years, so a
place alone proves nothing; repetition in the band does."""

_ALONE = re.compile(r"(?:page\s*)?[-–]?\s*(\d{1,4}|[ivxl]{1,6})\s*[-–]?(?:\s*(?:of|/)\s*\d{1,4})?", re.IGNORECASE)


def body(document: Document) -> tuple[Line, ...]:
    """The document's lines without running headers, footers and page numbers, in their order."""
    bands = {index: band for index, line in enumerate(document.lines) if (band := _band(line, document))}
    enough = 3 if document.pages > 4 else 2
    seen: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for index, band in bands.items():
        seen[band, _key(document.lines[index].text)].add(document.lines[index].page)
    running = {
        index
        for index, band in bands.items()
        if len(seen[band, _key(document.lines[index].text)]) >= enough or _is_page_number(document.lines[index])
    }
    places = Counter(_place(document.lines[index]) for index in running)
    common = _common_size(document)
    for index in bands:
        line = document.lines[index]
        if line.size != common and places[_place(line)] >= enough and line.mark != "footnote":
            running.add(index)
    return tuple(line for index, line in enumerate(document.lines) if index not in running)


def _band(line: Line, document: Document) -> str:
    """The band that a line stands in, "top" or "bottom"; "" between them and in formats without pages."""
    height = document.heights[line.page - 1] if line.page <= len(document.heights) else 0.0
    if not height or line.mark == "footnote":
        return ""
    if line.y1 < _TOP * height:
        return "top"
    return "bottom" if line.y0 > _BOTTOM * height else ""


def _key(text: str) -> str:
    """A line's text as compared from page to page: numbers count as equal, for they hold the page's own."""
    return re.sub(r"[^a-z#]", "", re.sub(r"\d+", "#", text.lower()))


def _is_page_number(line: Line) -> bool:
    return _ALONE.fullmatch(line.text) is not None


def _place(line: Line) -> tuple[int, float]:
    return round(line.y0), line.size


def _common_size(document: Document) -> float:
    """The size in which most characters are set: the body's."""
    sizes: Counter[float] = Counter()
    for line in document.lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0
