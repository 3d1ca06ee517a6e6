"""Document and Line: what a reader makes of a file, whatever its format."""

from dataclasses import dataclass
from typing import Literal

Mark = Literal["", "heading", "bullet", "paragraph", "row", "footnote"]
"""What markup, or the PDF reader, says of a line."""


HIDDEN = "text in it that no reader can see was left out; check where the file comes from"
"""The remark on a file that hides text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text with its place: points from the page's top left, pages from 1.

    Readers of formats without pages give page 1 and zeros, and say in `mark` what the markup says of the line; the PDF
    reader marks the first line of a footnote, whose text then begins with the footnote's number.
    """

    text: str
    page: int
    x0: float = 0.0
    y0: float = 0.0
    x1: float = 0.0
    y1: float = 0.0
    size: float = 0.0
    bold: bool = False
    italic: bool = False
    mark: Mark = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A file as read: its lines in reading order, its number of pages and its title, where its format has one.

    `heights` are the pages' heights in points, where the format has pages. `remark` is what whoever adds the file
    should know of it, as one clause.
    """

    lines: tuple[Line, ...]
    pages: int
    title: str = ""
    heights: tuple[float, ...] = ()
    remark: str = ""
