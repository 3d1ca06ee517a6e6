"""A Pack as a PowerPoint presentation: the only module that knows python-pptx.

Every word is in a title, a text or a table that a screen reader reads in order, in English, of 18 points or more; each
number is a link to the slide of its source.
"""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_AUTO_SIZE
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

from assistant.briefings.pack import GradeTable, Pack
from assistant.briefings.slides import Line, Slide, shorten, shorten_title, slides
from assistant.paper import CARE, shown

_LANGUAGE, _FONT = "en-GB", "Arial"
_INK, _LINK, _PAPER = "1D242B", "0B4F7D", "FFFFFF"  # 15.7 : 1 and 8.6 : 1 on white
_SIZES = {"title": 30, "text": 20, "table": 18}
_LONGEST_TITLE = 255  # characters of a property, as in Word
_FIRST, _TEXT, _TABLE = 0, 1, 5  # layouts: title, title and text, title only
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_LEFT, _WIDE = Inches(0.65), Inches(12.03)
_TITLE_AT = (_LEFT, Inches(0.4), _WIDE, Inches(1.0))
_BODY_AT = (_LEFT, Inches(1.55), _WIDE, Inches(5.5))
_BELOW_AT = (_LEFT, Inches(5.95), _WIDE, Inches(1.2))


def powerpoint(pack: Pack) -> bytes:
    """The Pack as the bytes of a .pptx file."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    properties = deck.core_properties
    properties.title, properties.author = shown(pack.title)[:_LONGEST_TITLE], "Inspection assistant"
    properties.language, properties.comments = _LANGUAGE, ""
    properties.created = properties.modified = datetime(pack.made.year, pack.made.month, pack.made.day)
    _place_layouts(deck)
    _add_first(deck, pack)
    made = [(slide, _add(deck, slide)) for slide in slides(pack)]
    at_source = {number: drawn for slide, drawn in made for number in slide.sources}
    for slide, drawn in made:
        _fill(drawn, slide, at_source)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _place_layouts(deck: Any) -> None:  # noqa: ANN401 - python-pptx publishes no types
    """Its layouts are for narrower slides than ours."""
    for at in (_FIRST, _TEXT, _TABLE):
        for holder in deck.slide_layouts[at].placeholders:
            number = holder.placeholder_format.idx
            if number in (0, 1):
                place = _TITLE_AT if number == 0 else _BODY_AT
                holder.left, holder.top, holder.width, holder.height = place


def _add_first(deck: Any, pack: Pack) -> None:  # noqa: ANN401
    first = deck.slides.add_slide(deck.slide_layouts[_FIRST])
    _write_title(first, shorten_title(pack.title))
    about = [Line(shorten(f"{name}: {said}"), plain=True) for name, said in pack.about]
    lines = [*about, Line(f"{pack.made.day} {pack.made:%B %Y}", plain=True), Line(CARE, bold=True, plain=True)]
    _write(first.placeholders[1], lines, first, {})
    first.notes_slide.notes_text_frame.text = "\n".join(
        map(_words, (pack.title, *(said for _name, said in pack.about), *pack.notes))
    )


def _add(deck: Any, slide: Slide) -> Any:  # noqa: ANN401
    """An empty slide with its title and its notes, so that links can lead to it before it is filled."""
    drawn = deck.slides.add_slide(deck.slide_layouts[_TABLE if slide.table or slide.picture else _TEXT])
    _write_title(drawn, slide.title)
    drawn.notes_slide.notes_text_frame.text = "\n".join(map(_words, slide.notes))
    return drawn


def _fill(drawn: Any, slide: Slide, at_source: Mapping[int, Any]) -> None:  # noqa: ANN401
    if slide.picture:
        left, top, width, _height = _BODY_AT
        picture = drawn.shapes.add_picture(BytesIO(slide.picture.png), left, top, width=width)
        picture._element.nvPicPr.cNvPr.set("descr", slide.picture.words)  # noqa: SLF001 - it has no alternative text
    if slide.table:
        _add_table(drawn, slide.table, at_source)
    if slide.lines:
        below = drawn.shapes.add_textbox(*_BELOW_AT) if slide.table else drawn.placeholders[1]
        _write(below, slide.lines, drawn, at_source)


def _write_title(drawn: Any, words: str) -> None:  # noqa: ANN401
    frame = drawn.shapes.title.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = 1  # left
    _run(paragraph, words, _SIZES["title"], bold=True, colour=_LINK)


def _write(holder: Any, lines: Any, drawn: Any, at_source: Mapping[int, Any]) -> None:  # noqa: ANN401
    frame = holder.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    for at, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_after = 1, Pt(8)
        if line.plain:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no bullets
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.append(properties.makeelement(qn("a:buNone"), {}))
        elif line.below:
            paragraph.level = 1
        words = _run(paragraph, line.text, _SIZES["text"], bold=line.bold)
        if line.link:
            words.hyperlink.address = line.link
        _add_marks(paragraph, line.citations, drawn, at_source, _SIZES["text"])


def _add_table(drawn: Any, grades: GradeTable, at_source: Mapping[int, Any]) -> None:  # noqa: ANN401
    left, top, width, _height = _BODY_AT
    frame = drawn.shapes.add_table(
        len(grades.rows) + 1, len(grades.inspections) + 1, left, top, width, Inches(0.6) * (len(grades.rows) + 1)
    )
    told = "Grades by inspection: a column for each inspection, a row for each area."
    frame._element.nvGraphicFramePr.cNvPr.set("descr", told)  # noqa: SLF001 - python-pptx has no alternative text
    for column, words in enumerate(("Area", *grades.inspections)):
        _run(_cell(frame.table, 0, column), words, _SIZES["table"], bold=True, colour=_PAPER)
        frame.table.cell(0, column).fill.solid()
        frame.table.cell(0, column).fill.fore_color.rgb = _colour(_LINK)
    frame.table.first_col = True
    for row, (area, given) in enumerate(grades.rows, start=1):
        _run(_cell(frame.table, row, 0), area, _SIZES["table"], bold=True)
        for column, grade in enumerate(given, start=1):
            paragraph = _cell(frame.table, row, column)
            _run(paragraph, grade.words if grade else "not graded", _SIZES["table"])
            if grade:
                _add_marks(paragraph, grade.citations, drawn, at_source, _SIZES["table"])
            frame.table.cell(row, column).fill.background()
        frame.table.cell(row, 0).fill.background()


def _cell(table: Any, row: int, column: int) -> Any:  # noqa: ANN401
    return table.cell(row, column).text_frame.paragraphs[0]


def _add_marks(paragraph: Any, numbers: Any, drawn: Any, at_source: Mapping[int, Any], size: int) -> None:  # noqa: ANN401
    """Numbers behind a sentence, each a link to the slide that has its source."""
    for number in numbers:
        _run(paragraph, "\N{NO-BREAK SPACE}", size)
        mark = _run(paragraph, f"[{number}]", size)
        if number in at_source:
            link = drawn.part.relate_to(at_source[number].part, RELATIONSHIP_TYPE.SLIDE)
            properties = mark._r.get_or_add_rPr()  # noqa: SLF001 - python-pptx links no words to slides
            click = properties.makeelement(qn("a:hlinkClick"), {qn("r:id"): link, "action": "ppaction://hlinksldjump"})
            properties.append(click)


def _run(paragraph: Any, words: str, size: int, *, bold: bool = False, colour: str = _INK) -> Any:  # noqa: ANN401
    run = paragraph.add_run()
    run.text = _words(words) if words.strip() else words
    run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, _FONT, _colour(colour)
    run._r.get_or_add_rPr().set("lang", _LANGUAGE)  # noqa: SLF001 - python-pptx knows no languages of words
    return run


def _colour(hexadecimal: str) -> Any:  # noqa: ANN401
    return RGBColor.from_string(hexadecimal)  # type: ignore[no-untyped-call]


def _words(words: str) -> str:
    return " ".join(shown(words).split())
