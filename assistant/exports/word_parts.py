"""What every Word document of ours is made of: its look, its title and its notes."""

from collections.abc import Sequence
from datetime import date, datetime
from io import BytesIO

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assistant.paper import CARE, shown

_LANGUAGE = "en-GB"
_FONT = "Arial"
LINK = RGBColor(0x0B, 0x4F, 0x7D)  # 8.6 : 1 on white
_LONGEST_TITLE = 255  # characters: https://python-docx.readthedocs.io/en/latest/dev/analysis/features/coreprops.html
_INK = RGBColor(0x1D, 0x24, 0x2B)
NOTE, FACTS = "Note", "Source"
_LETTERS = {
    "Normal": (11, 0, 6),
    "Heading 1": (22, 0, 8),
    "Heading 2": (16, 26, 6),
    "Heading 3": (12, 12, 4),
    "List Bullet": (11, 0, 5),
    "Quote": (10.5, 2, 10),
    NOTE: (10, 0, 3),
    FACTS: (10, 0, 2),
}
"""Each style's size, and the room before and after a paragraph of it, in points."""
_LINES = {"Heading 2": ("top", 6, "8B96A1"), "Quote": ("left", 12, "8B96A1"), NOTE: ("left", 24, "0B4F7D")}
"""The line beside a style's paragraphs: its side, its width in eighths of a point, its colour."""
_AFTER_LINES = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What follows such a line in a style's properties: the order is fixed (ECMA-376, part 1, 17.3.1.26)."""
_INDENT = Cm(1.25)  # of a source, so that its number stands before it
LIST = 900  # the id of the list of sources
_LIST = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{LIST}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/><w:lvlJc w:val="left"/><w:pPr>'
    f'<w:ind w:left="{_INDENT.twips}" w:hanging="{_INDENT.twips}"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>'
    "</w:abstractNum>"
)
"""A list whose numbers look as they do in the sentences: [1]."""


def open_document(title: str, made: date) -> Document:
    """An empty document with a title, a day, a language, and our look."""
    document = docx.Document()
    _describe(document, title, made)
    _style(document)
    _number_pages(document)
    document.part.numbering_part.element.insert(0, parse_xml(_LIST))
    add(document, title, "Heading 1")
    return document


def save(document: Document) -> bytes:
    """The document as the bytes of a .docx file."""
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def add(document: Document, words: str, style: str) -> Paragraph:
    """A paragraph more, on one line."""
    return document.add_paragraph(" ".join(shown(words).split()), style=style)


def add_notes(document: Document, notes: Sequence[str]) -> None:
    """Our own sentences above everything; that one should check the source is bold."""
    for note in notes:
        add(document, note, NOTE).runs[0].bold = note == CARE


def _describe(document: Document, title: str, made: date) -> None:
    """The document's properties and its language."""
    properties = document.core_properties
    properties.title = shown(title)[:_LONGEST_TITLE]
    properties.author, properties.comments, properties.language = "Inspection assistant", "", _LANGUAGE
    properties.created = properties.modified = datetime(made.year, made.month, made.day)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)


def _style(document: Document) -> None:
    """One plain letter at a size that reads well on paper, dark on white; A4."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.3)
    for name in (NOTE, FACTS):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, (size, before, after) in _LETTERS.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.italic = _FONT, Pt(size), False
        style.font.color.rgb, style.font.bold = _INK, name.startswith("Heading")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if name in (FACTS, "Quote"):
            style.paragraph_format.left_indent = _INDENT
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):  # a theme's font would win over ours
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        _draw_line(style)


def _draw_line(style: ParagraphStyle) -> None:
    """The line beside a style's paragraphs, if it has one; and items of lists that do not stick together."""
    properties = style.element.get_or_add_pPr()
    for close in properties.findall(qn("w:contextualSpacing")):
        properties.remove(close)
    if style.name in _LINES:
        side, width, colour = _LINES[style.name]
        line = f'<w:{side} w:val="single" w:sz="{width}" w:space="8" w:color="{colour}"/>'
        properties.insert_element_before(parse_xml(f"<w:pBdr {nsdecls('w')}>{line}</w:pBdr>"), *_AFTER_LINES)


def _number_pages(document: Document) -> None:
    """The page's number at its foot, as a field that Word counts."""
    foot = document.sections[0].footer.paragraphs[0]
    foot.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for words, counted in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
        foot.add_run(words)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), counted)
        foot._p.append(field)  # noqa: SLF001 - python-docx has no fields
