"""A Paper as a Word document: real headings and lists, each number a link to its source below the answer."""

from datetime import datetime
from io import BytesIO
from itertools import pairwise

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph

from assistant.citations import Citation, Claim
from assistant.paper import CARE, Paper, Part, exact, shown, source

_LANGUAGE = "en-GB"
_FONT = "Arial"
_LINK = RGBColor(0x0B, 0x4F, 0x7D)  # 8.6 : 1 on white
_LONGEST_TITLE = 255  # characters: https://python-docx.readthedocs.io/en/latest/dev/analysis/features/coreprops.html
_INK = RGBColor(0x1D, 0x24, 0x2B)
_NOTE, _FACTS = "Note", "Source"
_LETTERS = {
    "Normal": (11, 0, 6),
    "Heading 1": (22, 0, 8),
    "Heading 2": (16, 26, 6),
    "Heading 3": (12, 12, 4),
    "List Bullet": (11, 0, 5),
    "Quote": (10.5, 2, 10),
    _NOTE: (10, 0, 3),
    _FACTS: (10, 0, 2),
}
"""Each style's size, and the room before and after a paragraph of it, in points."""
_LINES = {"Heading 2": ("top", 6, "8B96A1"), "Quote": ("left", 12, "8B96A1"), _NOTE: ("left", 24, "0B4F7D")}
"""The line beside a style's paragraphs: its side, its width in eighths of a point, its colour."""
_AFTER_LINES = ("w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
"""What follows such a line in a style's properties: the order is fixed (ECMA-376, part 1, 17.3.1.26)."""
_INDENT = Cm(1.25)  # of a source, so that its number stands before it
_LIST = (
    f'<w:abstractNum {nsdecls("w")} w:abstractNumId="900"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
    '<w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="[%1]"/><w:lvlJc w:val="left"/><w:pPr>'
    f'<w:ind w:left="{_INDENT.twips}" w:hanging="{_INDENT.twips}"/></w:pPr><w:rPr><w:b/></w:rPr></w:lvl>'
    "</w:abstractNum>"
)
"""A list whose numbers look as they do in the sentences: [1]."""


def word(paper: Paper) -> bytes:
    """The Paper as the bytes of a .docx file."""
    document = docx.Document()
    _describe(document, paper)
    _style(document)
    _number_pages(document)
    document.part.numbering_part.element.insert(0, parse_xml(_LIST))
    _add(document, paper.title, "Heading 1")
    for note in paper.notes:
        _add(document, note, _NOTE).runs[0].bold = note == CARE
    for at, part in enumerate(paper.parts, start=1):
        _add_part(document, part, at)
    written = BytesIO()
    document.save(written)
    return written.getvalue()


def _describe(document: Document, paper: Paper) -> None:
    """The document's properties and its language."""
    properties = document.core_properties
    properties.title = shown(paper.title)[:_LONGEST_TITLE]
    properties.author, properties.comments, properties.language = "Inspection assistant", "", _LANGUAGE
    properties.created = properties.modified = datetime(paper.made.year, paper.made.month, paper.made.day)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), _LANGUAGE)


def _style(document: Document) -> None:
    """One plain letter at a size that reads well on paper, dark on white; A4."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(2.3)
    for name in (_NOTE, _FACTS):
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH).base_style = document.styles["Normal"]
    for name, (size, before, after) in _LETTERS.items():
        style = document.styles[name]
        assert isinstance(style, ParagraphStyle)
        style.font.name, style.font.size, style.font.italic = _FONT, Pt(size), False
        style.font.color.rgb, style.font.bold = _INK, name.startswith("Heading")
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        if name in (_FACTS, "Quote"):
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


def _add(document: Document, words: str, style: str) -> Paragraph:
    return document.add_paragraph(" ".join(shown(words).split()), style=style)


def _add_part(document: Document, part: Part, at: int) -> None:
    """A question, its answer and its sources; `at` counts the questions from 1."""
    _add(document, part.question, "Heading 2")
    if part.about:
        _add(document, f"Understood as: {part.about}", "Normal")
    _add(document, "", "Normal").add_run(part.status).bold = True
    numbers = {citation.number for citation in part.citations}
    for group, claims in part.groups:
        if group:
            _add(document, group, "Heading 3")
        for claim in claims:
            _add_claim(document, claim, at, numbers, "List Bullet" if part.is_list else "Normal")
    if part.note:
        _add(document, part.note, "Normal")
    if part.citations:
        _add(document, "Sources", "Heading 3")
        for citation, list_ in zip(part.citations, _lists(document, part.citations), strict=True):
            _add_source(document, citation, at, list_)


def _add_claim(document: Document, claim: Claim, at: int, numbers: set[int], style: str) -> None:
    sentence = _add(document, claim.text, style)
    for number in claim.citations:
        sentence.add_run(" ")
        mark = sentence.add_run(f"[{number}]")
        if number in numbers:
            mark.font.color.rgb, mark.font.underline = _LINK, True
            link = OxmlElement("w:hyperlink")
            link.set(qn("w:anchor"), _bookmark(at, number))
            mark._r.addprevious(link)  # noqa: SLF001 - python-docx reads links but makes none
            link.append(mark._r)  # noqa: SLF001


def _lists(document: Document, citations: tuple[Citation, ...]) -> list[int]:
    """For each source the id of the list that it stands in; a list ends where the numbers do not go on."""
    numbering = document.part.numbering_part.element
    ids: list[int] = []
    before = [None, *citations]
    for previous, citation in pairwise(before):
        if previous is None or citation is None or citation.number != previous.number + 1:
            list_ = numbering.add_num(900)
            list_.add_lvlOverride(ilvl=0).add_startOverride(citation.number if citation else 1)
            ids.append(list_.numId)
        else:
            ids.append(ids[-1])
    return ids


def _add_source(document: Document, citation: Citation, at: int, list_: int) -> None:
    label = _add(document, "", _FACTS)
    label.add_run(shown(citation.label)).bold = True
    properties = label._p.get_or_add_pPr().get_or_add_numPr()  # noqa: SLF001 - python-docx numbers nothing by itself
    properties.get_or_add_ilvl().val, properties.get_or_add_numId().val = 0, list_
    _mark(label, _bookmark(at, citation.number), list_ * 1_000 + citation.number)
    above = [label, _add(document, source(citation), _FACTS)]
    if citation.also_at:
        above.append(_add(document, f"The report says the same at {citation.also_at}.", _FACTS))
    for each in above:
        each.paragraph_format.keep_with_next = True
    quote = _add(document, "", "Quote")
    for at_line, line in enumerate(exact(citation)):
        if at_line:
            quote.add_run().add_break()
        quote.add_run(line)


def _mark(paragraph: Paragraph, name: str, id_: int) -> None:
    """Give a paragraph a bookmark, so that links lead to it."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    for each in (start, end):
        each.set(qn("w:id"), str(id_))
    start.set(qn("w:name"), name)
    first: BaseOxmlElement = paragraph.runs[0]._r  # noqa: SLF001 - python-docx has no bookmarks
    first.addprevious(start)
    paragraph._p.append(end)  # noqa: SLF001


def _bookmark(at: int, number: int) -> str:
    return f"answer_{at}_source_{number}"
