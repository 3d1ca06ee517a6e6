"""Headings: which blocks are headings, and the path of headings above every place."""

import re
from dataclasses import dataclass, field

from ingest import blocks, grades
from ingest.blocks import Block
from ingest.document import Line

Style = tuple[float, bool]
"""Size of type and whether it is bold."""

_FACT_LINE = re.compile(
    r"(?:inspection dates?|dates? of (?:the )?(?:previous )?(?:inspection|visit)|(?:report |date )?published|age group"
    r"|(?:lead|reporting) inspectors?)\b",
    re.IGNORECASE,
)
"""Lines of a front page that state a fact: paragraphs of their own however large they are set."""

_LETTER = re.compile(r"(?:dear|yours)\b", re.IGNORECASE)
_FORM = re.compile(
    r"(?:inspection dates?|dates? of (?:the )?(?:previous )?(?:inspection|visit)|(?:lead|reporting) inspectors?)\b"
    r"|(?:dear \w+(?: \w+){0,4},?|yours \w+,?)$",
    re.IGNORECASE,
)
_LIST = re.compile(r"what needs to improve|areas? for improvement", re.IGNORECASE)
PUBLISHER = "Publisher"
"""The heading given to the publisher's own words at a report's end, over which none is printed."""

_IMPRINT = re.compile(
    r"the office for standards in education, children[’']s services and skills|© ?crown copyright|piccadilly gate"
    r"|any complaints about the inspection|if you would like a copy of this (?:document|report)"
    r"|you may (?:re-?use|copy) (?:this information|all or parts)",
    re.IGNORECASE,
)
"""How the publisher's own words begin: who they are, complaints, copies, licence and address."""

_ANNEX = re.compile(
    rf"contents$|table of contents|{PUBLISHER}$|annex|information about this inspection|(?:the )?inspection team"
    r"|what the inspection judge?ments mean|the inspection judge?ments and what they mean|about ofsted"
    r"|local area partnership details",
    re.IGNORECASE,
)
_LONGEST = 40  # words: the longest heading seen has 31
_SHORTEST_LINE = 8  # words: subheadings set like the text have up to 6


@dataclass(frozen=True, slots=True)
class _Above:
    """A heading above the place reached: its rank (smaller is further out), text and page."""

    rank: Style
    text: str
    page: int


@dataclass(slots=True)
class Path:
    """The headings above the place reached, outermost first."""

    above: list[_Above] = field(default_factory=list)

    def push(self, line: Line, text: str, *, graded: bool = False) -> None:
        """Takes in a heading that begins with a line.

        Headings of its rank and lower end, as do contents pages left behind; a graded section also ends the list of
        what needs to improve, whatever their sizes of type.
        """
        rank = (round(line.size), line.bold)
        kept = [one for one in self.above if one.rank > rank and not (is_contents(one.text) and line.page > one.page)]
        if kept and kept[-1].text.casefold() == text.casefold():
            return  # it stands again in the head of its table
        if graded:
            kept = kept[: next((index for index, one in enumerate(kept) if _LIST.search(one.text)), len(kept))]
        self.above = [*kept, _Above(rank, text, line.page)]

    def push_publisher(self, page: int) -> None:
        """Ends all headings: from here on the publisher speaks, until the next heading."""
        self.above = [_Above((0.0, False), PUBLISHER, page)]

    @property
    def texts(self) -> tuple[str, ...]:
        """The headings' texts, outermost first."""
        return tuple(one.text for one in self.above)


def is_contents(text: str) -> bool:
    """Whether a heading opens a list of contents."""
    return text.strip(" :").lower() in ("contents", "table of contents")


def is_annex(path: tuple[str, ...]) -> bool:
    """Whether what stands under a path of headings is no finding: contents, scales, inspectors, publisher."""
    return any(_ANNEX.match(heading) for heading in path)


def is_imprint(text: str) -> bool:
    """Whether a paragraph begins the publisher's own words."""
    return _IMPRINT.match(text) is not None


def is_fact_line(text: str) -> bool:
    """Whether a text states one of a front page's facts."""
    return _FACT_LINE.match(text) is not None


def is_report_line(text: str) -> bool:
    """Whether a text is of a report's own form: when it was inspected or by whom, or a letter's greeting or end."""
    return _FORM.match(text) is not None


def is_heading(block: Block, following: Block | None, body: Style) -> bool:
    """Whether a block is a heading: marked up, set apart from the `body`'s type, or a short line over a list."""
    first, text = block.lines[0], blocks.text(block.lines)
    if first.mark:
        return first.mark == "heading"
    if len(text.split()) > _LONGEST or (block.label is not None and block.label.bullet) or _LETTER.match(text):
        return False
    if first.size > body[0] + 0.6:
        return True
    if text.endswith((".", ",", ";")):
        return False
    bold, italic = all(line.bold for line in block.lines), all(line.italic for line in block.lines)
    if first.size < body[0] - 0.6 or (bold and not body[1]) or italic:
        return bold or (italic and first.size >= body[0] - 0.6)
    return _is_bare(block, text) and following is not None and following.label is not None and first.page > 1


def _is_bare(block: Block, text: str) -> bool:
    """Whether a block is one short capitalised line that is no sentence and introduces nothing."""
    plain = block.label is None and len(block.lines) == 1 and len(text.split()) < _SHORTEST_LINE
    return plain and text[:1].isupper() and text[-1:].isalnum() and block.lines[0].y1 > block.lines[0].y0


def graded_row(block: Block, following: Block | None) -> bool:
    """Whether a row with a grade heads a section of the report, rather than standing in a table of grades."""
    alone = following is None or not following.cells
    label = blocks.text(block.cells[0]) if block.cells else ""
    return alone and bool(block.cells) and block.lines[0].page > 1 and grades.area_of(label) is not None
