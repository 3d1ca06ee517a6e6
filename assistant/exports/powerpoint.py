"""A Pack as a PowerPoint presentation: the only module that knows python-pptx.

Every word is in a title, a text or a table that a screen reader reads in order, in English, of 18 points or more; each
number is a link to the slide of its source.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from io import BytesIO
from typing import Any

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, MSO_AUTO_SIZE, PP_ALIGN
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Inches, Pt

from assistant.briefings.pack import GradeTable, Pack
from assistant.briefings.paging import SIZES, Line
from assistant.briefings.slides import Slide, slides
from assistant.exports.grade_picture import GradePicture
from assistant.paper import shown

_LANGUAGE, _FONT = "en-GB", "Arial"
_INK, _LINK, _PAPER = "1D242B", "0B4F7D", "FFFFFF"  # 15.7 : 1 and 8.6 : 1 on white
_TITLE, _FIRST_TITLE, _TABLE, _NUMBER = 30, 40, 18, 18  # points of letters
_LONGEST_TITLE = 255  # characters of a property, as in Word
_FIRST, _TEXT, _ONLY = 0, 1, 5  # layouts: title, title and text, title only
_WIDTH, _HEIGHT = Inches(13.333), Inches(7.5)
_LEFT, _WIDE = Inches(0.65), Inches(12.03)
_TITLE_AT = (_LEFT, Inches(0.35), _WIDE, Inches(1.0))
_BODY_AT = (_LEFT, Inches(1.5), _WIDE, Inches(5.4))
_RIGHT_AT = (_LEFT + _WIDE // 2, Inches(1.5), _WIDE // 2, Inches(5.4))
_BELOW_AT = (_LEFT, Inches(5.6), _WIDE, Inches(1.25))
_FIRST_TITLE_AT = (Inches(1.1), Inches(1.3), Inches(11.1), Inches(1.9))
_FIRST_BODY_AT = (Inches(1.1), Inches(3.5), Inches(11.1), Inches(3.3))
_NUMBER_AT = (Inches(11.7), Inches(6.95), Inches(1.1), Inches(0.4))
_HIGHEST_PICTURE = Inches(3.9)
_ROW = Inches(0.75)
_BAR = (
    f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="90" name="Bar"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
    f'<p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{Inches(0.28)}" cy="{_HEIGHT}"/></a:xfrm>'
    f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{_LINK}"/></a:solidFill>'
    "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
)
"""A bar at the left edge, on the layout, where no screen reader meets it."""
_COUNTED = (
    f'<a:fld {nsdecls("a")} id="{{{{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}}}}" type="slidenum">'
    f'<a:rPr lang="{_LANGUAGE}" sz="{_NUMBER * 100}"><a:solidFill><a:srgbClr val="{_INK}"/></a:solidFill>'
    f'<a:latin typeface="{_FONT}"/></a:rPr><a:t>{{at}}</a:t></a:fld>'
)
"""The slide's number, which PowerPoint counts."""


def powerpoint(pack: Pack) -> bytes:
    """The Pack as the bytes of a .pptx file."""
    deck = pptx.Presentation()
    deck.slide_width, deck.slide_height = _WIDTH, _HEIGHT
    properties = deck.core_properties
    properties.title, properties.author = shown(pack.title)[:_LONGEST_TITLE], "Inspection assistant"
    properties.language, properties.comments = _LANGUAGE, ""
    properties.created = properties.modified = datetime(pack.made.year, pack.made.month, pack.made.day)
    _place_layouts(deck)
    first, *others = slides(pack)
    _add_first(deck, first)
    made = [(slide, _add(deck, slide, at)) for at, slide in enumerate(others, start=2)]
    at_source = {number: drawn for slide, drawn in made for number in slide.sources}
    for slide, drawn in made:
        _fill(drawn, slide, at_source)
    written = BytesIO()
    deck.save(written)
    return written.getvalue()


def _place_layouts(deck: Any) -> None:  # noqa: ANN401 - python-pptx publishes no types
    """Its layouts are for narrower slides than ours, and plain."""
    places = {_FIRST: (_FIRST_TITLE_AT, _FIRST_BODY_AT), _TEXT: (_TITLE_AT, _BODY_AT), _ONLY: (_TITLE_AT, _BODY_AT)}
    for at, (title, body) in places.items():
        layout = deck.slide_layouts[at]
        for holder in list(layout.placeholders):
            number = holder.placeholder_format.idx
            if number in (0, 1):
                holder.left, holder.top, holder.width, holder.height = title if number == 0 else body
            else:
                holder._element.getparent().remove(holder._element)  # noqa: SLF001 - day, foot and number of the old size
        if at == _FIRST:
            layout.background.fill.solid()
            layout.background.fill.fore_color.rgb = _colour(_LINK)
        else:
            layout.shapes._spTree.insert(2, parse_xml(_BAR))  # noqa: SLF001 - python-pptx draws nothing on layouts


def _add_first(deck: Any, slide: Slide) -> None:  # noqa: ANN401
    first = deck.slides.add_slide(deck.slide_layouts[_FIRST])
    _write_title(first, slide.title, _FIRST_TITLE, _PAPER)
    first.shapes.title.text_frame.vertical_anchor = MSO_ANCHOR.BOTTOM
    _write(first.placeholders[1], slide.lines, slide, first, {}, _PAPER)
    first.notes_slide.notes_text_frame.text = "\n".join(map(_words, slide.notes))


def _add(deck: Any, slide: Slide, at: int) -> Any:  # noqa: ANN401
    """An empty slide with its title, its number and its notes, so that links can lead to it before it is filled."""
    drawn = deck.slides.add_slide(deck.slide_layouts[_ONLY if slide.table or slide.picture else _TEXT])
    _write_title(drawn, slide.title, _TITLE, _LINK)
    drawn.notes_slide.notes_text_frame.text = "\n".join(map(_words, slide.notes))
    paragraph = drawn.shapes.add_textbox(*_NUMBER_AT).text_frame.paragraphs[0]
    paragraph._p.append(parse_xml(_COUNTED.format(at=at)))  # noqa: SLF001 - python-pptx has no fields
    paragraph.alignment = PP_ALIGN.RIGHT
    return drawn


def _fill(drawn: Any, slide: Slide, at_source: Mapping[int, Any]) -> None:  # noqa: ANN401
    if slide.picture:
        _add_picture(drawn, slide.picture)
    if slide.table:
        _add_table(drawn, slide.table, at_source)
    if slide.lines:
        below = slide.table or slide.picture
        holder = drawn.shapes.add_textbox(*_BELOW_AT) if below else drawn.placeholders[1]
        if slide.right:
            holder.width = _WIDE // 2
        _write(holder, slide.lines, slide, drawn, at_source, _INK)
    if slide.right:
        _write(drawn.shapes.add_textbox(*_RIGHT_AT), slide.right, slide, drawn, at_source, _INK)


def _add_picture(drawn: Any, found: GradePicture) -> None:  # noqa: ANN401
    left, top, width, _height = _BODY_AT
    picture = drawn.shapes.add_picture(BytesIO(found.png), left, top, width=width)
    if picture.height > _HIGHEST_PICTURE:
        picture.width, picture.height = int(picture.width * _HIGHEST_PICTURE / picture.height), _HIGHEST_PICTURE
    picture._element.nvPicPr.cNvPr.set("descr", found.words)  # noqa: SLF001 - it has no alternative text


def _write_title(drawn: Any, words: str, size: int, colour: str) -> None:  # noqa: ANN401
    frame = drawn.shapes.title.text_frame
    frame.auto_size = MSO_AUTO_SIZE.NONE
    paragraph = frame.paragraphs[0]
    paragraph.alignment = PP_ALIGN.LEFT
    _run(paragraph, words, size, bold=True, colour=colour)


def _write(  # noqa: PLR0913, PLR0917 - what, how, where, and where its numbers lead
    holder: Any,  # noqa: ANN401
    lines: Sequence[Line],
    slide: Slide,
    drawn: Any,  # noqa: ANN401
    at_source: Mapping[int, Any],
    colour: str,
) -> None:
    """Lines of a slide: a quotation in its middle, all else from the top."""
    frame = holder.text_frame
    frame.word_wrap, frame.auto_size = True, MSO_AUTO_SIZE.NONE
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE if slide.is_quote else MSO_ANCHOR.TOP
    for at, line in enumerate(lines):
        size = SIZES[-1] if line.small else slide.size
        paragraph = frame.paragraphs[0] if at == 0 else frame.add_paragraph()
        paragraph.alignment, paragraph.space_before = PP_ALIGN.LEFT, Pt(0)
        paragraph.space_after = Pt(2 if slide.sources else 8)
        if line.plain:
            properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 - python-pptx has no bullets
            properties.set("marL", "0")
            properties.set("indent", "0")
            properties.append(properties.makeelement(qn("a:buNone"), {}))
        words = _run(paragraph, line.text, size, bold=line.bold, colour=colour)
        if line.link:
            words.hyperlink.address = line.link
        _add_marks(paragraph, line.citations, drawn, at_source, size)


def _add_table(drawn: Any, grades: GradeTable, at_source: Mapping[int, Any]) -> None:  # noqa: ANN401
    left, top, width, _height = _BODY_AT
    frame = drawn.shapes.add_table(
        len(grades.rows) + 1, len(grades.inspections) + 1, left, top, width, _ROW * (len(grades.rows) + 1)
    )
    told = "Grades by inspection: a column for each inspection, a row for each area."
    frame._element.nvGraphicFramePr.cNvPr.set("descr", told)  # noqa: SLF001 - python-pptx has no alternative text
    for column, words in enumerate(("Area", *grades.inspections)):
        _run(_cell(frame.table, 0, column), words, _TABLE, bold=True, colour=_PAPER)
        frame.table.cell(0, column).fill.solid()
        frame.table.cell(0, column).fill.fore_color.rgb = _colour(_LINK)
    frame.table.first_col = True
    for row, (area, given) in enumerate(grades.rows, start=1):
        _run(_cell(frame.table, row, 0), area, _TABLE, bold=True)
        for column, grade in enumerate(given, start=1):
            paragraph = _cell(frame.table, row, column)
            _run(paragraph, grade.words if grade else "not graded", _TABLE)
            if grade:
                _add_marks(paragraph, grade.citations, drawn, at_source, _TABLE)
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
