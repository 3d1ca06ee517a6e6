"""Word documents (.docx): their paragraphs, list items and table rows, through python-docx."""

import io
import re
import zipfile

import docx
from docx.opc.exceptions import OpcError
from docx.table import Table
from docx.text.paragraph import Paragraph as WordParagraph

from corpus.errors import UnreadableFile
from ingest.document import Document, Line
from ingest.text import with_words

_HEADING = re.compile(r"(?:heading (\d)|title)", re.IGNORECASE)


def lines(data: bytes, name: str) -> Document:
    """A Document with one Line a paragraph or table row, in their order. Raises UnreadableFile if it is damaged."""
    try:
        source = docx.Document(io.BytesIO(data))
        found = [line for part in source.iter_inner_content() for line in _lines(part)]
        title = source.core_properties.title or ""
    except (OpcError, zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError) as error:
        raise UnreadableFile(name, "it is damaged; open it in Word, save it again and add that") from error
    return with_words(Document(tuple(found), 1, title), name)


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
