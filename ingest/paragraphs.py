"""Paragraphs from a Document's lines: each with its kind, number, heading path, pages and boxes. Pure."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from corpus.report import Box, Paragraph, ParagraphKind, paragraph_id
from ingest import blocks, headings, layout, tables
from ingest.blocks import Block
from ingest.document import Document, Line
from ingest.grades import grade_in, sentence
from ingest.headings import Path, Style

_SHORTEST_TEXT = 8  # words: a line above the title has 4


@dataclass(frozen=True, slots=True)
class _Bullet:
    """A bullet that others may stand beside or under: its left edge, its id and that of the line introducing it."""

    x0: float
    id: str
    introduced_by: str | None


@dataclass(slots=True)
class _Reading:
    """The Paragraphs found so far, and the headings and lists that the next one may stand under."""

    report_id: str
    vocabulary: frozenset[str]
    path: Path = field(default_factory=Path)
    found: list[Paragraph] = field(default_factory=list)
    bullets: list[_Bullet] = field(default_factory=list)
    front: bool = True
    """Whether only the title has been read so far: its lines are headings of nothing."""
    cover: list[Paragraph] = field(default_factory=list)
    """The title's lines and the facts right below them, while they are being read."""


def find(document: Document, report_id: str) -> tuple[Paragraph, ...]:
    """The document's Paragraphs in reading order: every word of the body in exactly one.

    A table row is one Paragraph, its cells set apart by tabs. A row over a page's end is one on each page, the second
    introduced by the first. A front page's title and the facts that follow it (dates, lead inspector) are one
    Paragraph of several lines.
    """
    lines = layout.body(document)
    body = _style(lines)
    reading = _Reading(report_id, _vocabulary(lines))
    for block, following in _with_next(blocks.group(lines)):
        kind = _kind(block, following, body)
        if _is_cover(reading, block, kind):
            _take(reading, block, kind, following)
            reading.cover.append(reading.found[-1])
            continue
        _close_cover(reading)
        if kind in ("table", "judgement") and block.cells:
            first = len(reading.found)
            for part in tables.parts(block):
                _take(reading, part, kind, following, introducer=first if len(reading.found) > first else None)
        else:
            _take(reading, block, kind, following)
    _close_cover(reading)
    return tuple(reading.found)


def _with_next(found: list[Block]) -> Iterator[tuple[Block, Block | None]]:
    """Each block and the next that is no footnote."""
    for index, block in enumerate(found):
        yield block, next((one for one in found[index + 1 :] if not one.footnote), None)


def _kind(block: Block, following: Block | None, body: Style) -> ParagraphKind:
    first = block.lines[0]
    if block.footnote:
        return "footnote"
    if first.mark == "row" or block.cells:
        cells = [blocks.text(cell) for cell in block.cells] or first.text.split("\t")
        return "judgement" if len(cells) > 1 and grade_in(cells[-1]) else "table"
    text = blocks.text(block.lines)
    if headings.is_fact_line(text) and first.mark != "heading" and first.page <= 2:
        return "prose"
    stated = sentence(text) if first.page == 1 and first.mark != "heading" else None
    if grade_in(text) or (stated is not None and stated.area in ("overall", "lscb")):
        return "judgement"
    return "heading" if headings.is_heading(block, following, body) else _labelled_kind(block)


def _labelled_kind(block: Block) -> ParagraphKind:
    """What the label, or the markup, makes of running text."""
    marked = block.lines[0].mark == "bullet"
    if block.label is None:
        return "bullet" if marked else "prose"
    return "bullet" if block.label.bullet else "numbered"


def _take(
    reading: _Reading, block: Block, kind: ParagraphKind, following: Block | None, introducer: int | None = None
) -> None:
    """Adds the Paragraph that a block makes, under the headings and lists reached."""
    text = _text(blocks.without_label(block), reading.vocabulary)
    if not text:
        return
    first = block.lines[0]
    position = len(reading.found)
    above = reading.path.texts
    front = reading.front and first.page == 1 and (kind == "heading" or text == "and" or _is_kicker(text, position))
    reading.front = front and (first.y1 > first.y0)  # without places only the first heading is the title
    if kind == "prose" and headings.is_imprint(text):
        reading.path.push_publisher(first.page)
        above = reading.path.texts
    elif kind == "heading" and not front:
        reading.path.push(first, text, graded=sentence(text) is not None)
        above = reading.path.texts[:-1]
    elif kind == "judgement" and headings.graded_row(block, following):
        reading.path.push(first, re.sub(r"\s+", " ", text.replace("\t", ": ")), graded=True)
        above = reading.path.texts[:-1]
    own = paragraph_id(reading.report_id, position)
    introduced_by = reading.found[introducer].id if introducer is not None else _introduced(reading, own, kind, first)
    reading.found.append(
        Paragraph(
            id=own,
            report_id=reading.report_id,
            position=position,
            kind=kind,
            number=_number(block, kind),
            heading=above,
            page=first.page,
            last_page=max(line.page for line in block.lines),
            text=text,
            boxes=_boxes(block.lines),
            introduced_by=introduced_by,
        )
    )


def _is_kicker(text: str, position: int) -> bool:
    """Whether a text is the short line that some years set above the title, such as "Local area report"."""
    return position == 0 and len(text.split()) < _SHORTEST_TEXT and text[-1:].isalnum()


def _is_cover(reading: _Reading, block: Block, kind: ParagraphKind) -> bool:
    """Whether a block is a line of the front page's title, or a fact right below it."""
    first, text = block.lines[0], blocks.text(block.lines)
    if first.page > 1 or first.y1 <= first.y0 or block.cells:
        return False
    title = reading.front and (kind == "heading" or text == "and")
    return title or (bool(reading.cover) and kind == "prose" and headings.is_fact_line(text))


def _close_cover(reading: _Reading) -> None:
    """Makes the title and its facts one Paragraph, a line each."""
    cover = reading.cover
    if len(cover) > 1:
        boxes = [box for one in cover for box in one.boxes]
        outline = Box(
            1,
            min(box.x0 for box in boxes),
            min(box.y0 for box in boxes),
            max(box.x1 for box in boxes),
            max(box.y1 for box in boxes),
        )
        facts = any(one.kind == "prose" for one in cover)
        text = "\n".join(one.text for one in cover)
        whole = replace(cover[0], kind="prose" if facts else "heading", text=text, boxes=(outline,))
        reading.found[-len(cover) :] = [whole]
    reading.cover = []


def _introduced(reading: _Reading, own: str, kind: ParagraphKind, first: Line) -> str | None:
    """The id of the line that introduces a bullet: the bullet it is indented under, or the line above the list."""
    if kind != "bullet":
        if kind != "footnote":
            reading.bullets = []
        return None
    above = None
    while reading.bullets and reading.bullets[-1].x0 > first.x0 - 5:  # points: bullets of one list differ by 1
        above = reading.bullets.pop().introduced_by
    if reading.bullets:
        above = reading.bullets[-1].id
    reading.bullets.append(_Bullet(first.x0, own, above or _introducer(reading.found)))
    return reading.bullets[-1].introduced_by


def _introducer(found: list[Paragraph]) -> str | None:
    """The id of the line that introduces a list which begins now: a heading, or a text that does not end a sentence."""
    before = next((one for one in reversed(found) if one.kind != "footnote"), None)
    if before is None:
        return None
    if before.kind == "bullet":
        return before.introduced_by
    return before.id if before.kind == "heading" or not before.text.endswith(".") else None


def _number(block: Block, kind: ParagraphKind) -> str | None:
    if kind == "footnote":
        return block.lines[0].text.split()[0]
    return (block.label.number or None) if block.label else None


def _text(block: Block, vocabulary: frozenset[str]) -> str:
    if block.cells:
        return tables.text(block, vocabulary)
    text = blocks.text(block.lines, vocabulary)
    return text.partition(" ")[2] if block.footnote else text


def _boxes(lines: tuple[Line, ...]) -> tuple[Box, ...]:
    """One box a page (none for formats without places): the lines' common outline."""
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.y1 > line.y0:
            pages.setdefault(line.page, []).append(line)
    return tuple(
        Box(
            page,
            round(min(line.x0 for line in here), 1),
            round(min(line.y0 for line in here), 1),
            round(max(line.x1 for line in here), 1),
            round(max(line.y1 for line in here), 1),
        )
        for page, here in sorted(pages.items())
    )


def _style(lines: tuple[Line, ...]) -> Style:
    """Size and weight of the running text: those of most characters."""
    styles: Counter[Style] = Counter()
    for line in lines:
        styles[line.size, line.bold] += len(line.text)
    return styles.most_common(1)[0][0] if styles else (0.0, False)


def _vocabulary(lines: tuple[Line, ...]) -> frozenset[str]:
    """The words that stand whole within the document's lines, in lower case."""
    return frozenset(word.lower() for line in lines for word in re.findall(r"\w+", line.text))
