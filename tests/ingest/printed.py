"""Builds Documents from lines as a page prints them, so that a test shows only what matters to it."""

from ingest.document import Document, Line

LEFT, INDENT, CELL = 72.0, 100.0, 400.0
"""Points: where paragraphs, their hanging lines and a second column begin."""

STEP = 14.5
"""Points from one line to the next in a paragraph; between paragraphs twice that."""


def line(
    text: str, y: float, x: float = LEFT, page: int = 1, size: float = 12.0, *, bold: bool = False, mark: str = ""
) -> Line:
    """One line of type, as wide as its words."""
    return Line(text, page, x, y, x + 0.5 * size * len(text), y + size, size, bold=bold, mark=mark)  # type: ignore[arg-type]


def document(*lines: Line, pages: int = 0) -> Document:
    """A Document of A4 pages."""
    count = pages or max(one.page for one in lines)
    return Document(tuple(lines), count, heights=(842.0,) * count)


def paragraph(text: str, y: float, *, hang: float = LEFT, page: int = 1) -> list[Line]:
    """A paragraph's lines, broken at 70 characters; all but the first begin at `hang`."""
    rows, row = [], ""
    for word in text.split():
        if row and len(row) + len(word) > 70:
            rows.append(row)
            row = ""
        row = f"{row} {word}".strip()
    rows.append(row)
    return [line(one, y + index * STEP, hang if index else LEFT, page) for index, one in enumerate(rows)]
