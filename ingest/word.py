"""Word documents (.docx): their paragraphs, list items and table rows that can be seen, through python-docx."""

import io
import re
import zipfile
from dataclasses import dataclass

import docx
from docx.document import Document as WordDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from docx.styles.style import BaseStyle, CharacterStyle
from docx.table import Table
from docx.text.font import Font
from docx.text.paragraph import Paragraph as WordParagraph
from docx.text.run import Run

from corpus.errors import UnreadableFile
from ingest.document import HIDDEN, Document, Line
from ingest.text import with_words

_FAINT = 32  # of 256 greys, as in `ingest.sight`
_TINIEST = 2.0  # points: smaller type cannot be read
_GROUNDS = (
    "w:rPr/w:shd/@w:fill",
    "ancestor::w:p[1]/w:pPr/w:shd/@w:fill",
    "ancestor::w:tc[1]/w:tcPr/w:shd/@w:fill",
    "ancestor::w:tbl[1]/w:tblPr/w:shd/@w:fill",
)
"""Where a run's ground is told, the nearest first (ECMA-376, part 1, 17.3.5)."""

_HEADING = re.compile(r"(?:heading (\d)|title)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a run is set: whether hidden, its size in points, its colour as six hexadecimal digits, if on a shade."""

    hidden: bool = False
    size: float = 10.0
    ink: str | None = None
    shaded: bool = False


def lines(data: bytes, name: str) -> Document:
    """A Document with one Line a paragraph or table row, in their order. Raises UnreadableFile if it is damaged."""
    try:
        source = docx.Document(io.BytesIO(data))
        hidden = _remove_unseen(source)
        found = [line for part in source.iter_inner_content() for line in _lines(part)]
        title = source.core_properties.title or ""
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise UnreadableFile(name, "it is damaged; open it in Word, save it again and add that") from error
    return with_words(Document(tuple(found), 1, title, remark=HIDDEN if hidden else ""), name)


def _lines(part: WordParagraph | Table) -> list[Line]:
    """The Lines of a paragraph (one, or none if it is empty) or of a table (one a row)."""
    if isinstance(part, Table):
        rows = ("\t".join(dict.fromkeys(" ".join(cell.text.split()) for cell in row.cells)) for row in part.rows)
        return [Line(row.strip("\t"), 1, mark="row") for row in rows if row.strip()]
    text = " ".join(part.text.split())
    if not text:
        return []
    style = (part.style.name or "") if part.style is not None else ""
    if heading := _HEADING.match(style):
        return [Line(text, 1, size=10.0 - int(heading.group(1) or 0), mark="heading")]
    listed = "list" in style.lower() or (part._p.pPr is not None and part._p.pPr.numPr is not None)  # noqa: SLF001 - python-docx has no public way to a list's mark
    return [Line(text, 1, mark="bullet" if listed else "paragraph")]


def _remove_unseen(source: WordDocument) -> bool:
    """Takes out the runs of text that no reader sees; whether words were among them."""
    hidden = False
    looks: dict[tuple[str | None, str | None], _Look] = {}
    for element in list(source.element.body.iter(qn("w:p"))):
        paragraph = WordParagraph(element, source._body)  # noqa: SLF001 - a paragraph wants a holder
        for run in [Run(one, paragraph) for one in element.iter(qn("w:r"))]:
            names = element.style, run._r.style  # noqa: SLF001 - styles by name: to look each up takes a millisecond
            if names not in looks:
                looks[names] = _styled(paragraph, run)
            if not _is_seen(run, looks[names], source):
                hidden = hidden or any(letter.isalnum() for letter in run.text)
                run._r.getparent().remove(run._r)  # noqa: SLF001 - python-docx cannot remove
    return hidden


def _styled(paragraph: WordParagraph, run: Run) -> _Look:
    """The look that the styles of a run and its paragraph give it, each with those it is based on."""
    styles: list[CharacterStyle] = []
    for style in (run.style, paragraph.style):
        based: BaseStyle | None = style
        while isinstance(based, CharacterStyle) and based not in styles:
            styles.append(based)
            based = based.base_style
    look = _Look(shaded=any(style.element.xpath(".//w:shd") for style in styles))
    for style in reversed(styles):
        look = _look(style.font, look)
    return look


def _look(font: Font, around: _Look) -> _Look:
    """The look of text in a font, where the font does not say as around it."""
    return _Look(
        hidden=around.hidden if font.hidden is None else font.hidden,
        size=around.size if font.size is None else font.size.pt,
        ink=around.ink if font.color.rgb is None else str(font.color.rgb),
        shaded=around.shaded or font.highlight_color is not None,
    )


def _is_seen(run: Run, styled: _Look, source: WordDocument) -> bool:
    """Whether a run is not hidden, nor too small, nor in the colour of its ground."""
    look = styled if run._r.rPr is None else _look(run.font, styled)  # noqa: SLF001 - most runs say nothing
    if look.hidden or look.size < _TINIEST:
        return False
    if look.ink is None:
        return True
    told = [fill for path in _GROUNDS for fill in run._r.xpath(path) if re.fullmatch(r"[0-9A-Fa-f]{6}", fill)]  # noqa: SLF001 - nor a public way to shades
    if not told and (look.shaded or _in_shaded_table(run, source)):
        return True
    return abs(_grey(look.ink) - _grey(told[0] if told else "FFFFFF")) >= _FAINT


def _in_shaded_table(run: Run, source: WordDocument) -> bool:
    """Whether a run stands in a table whose style shades any of its cells."""
    names = run._r.xpath("ancestor::w:tbl[1]/w:tblPr/w:tblStyle/@w:val")  # noqa: SLF001 - no public way to a run's table
    return any(source.styles.get_by_id(name, WD_STYLE_TYPE.TABLE).element.xpath(".//w:shd") for name in names)


def _grey(colour: str) -> float:
    """A colour's grey, from 0 (black) to 255, as PDFium reckons it."""
    red, green, blue = bytes.fromhex(colour)
    return 0.30 * red + 0.59 * green + 0.11 * blue
