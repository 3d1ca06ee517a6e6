"""A file's bytes become a Document, by the reader for what the bytes are: the name of a file proves nothing."""

import io
import re
import zipfile

from corpus.errors import UnreadableFile
from ingest import html, markdown, pdf, text, word
from ingest.document import Document

LARGEST = 100_000_000
"""Bytes. The largest report seen has 2 million."""

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"RIFF", b"BM")
_HTML = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MARKDOWN = re.compile(r"^(?:#{1,6} \S|\s{0,3}[*+] \S|={3,}$|-{3,}$|```)", re.MULTILINE)


def read(data: bytes, name: str) -> Document:
    """The Document that a file's bytes hold: PDF, Word, HTML, Markdown or plain text, whatever the file is called.

    Raises UnreadableFile, with the reason and the next step, for what is empty, too large, cut short, locked, a
    picture, or no document at all.
    """
    if not data.strip():
        raise UnreadableFile(name, "it is empty; download it again")
    if len(data) > LARGEST:
        raise UnreadableFile(name, f"it is larger than {LARGEST // 1_000_000} MB; split it first")
    if b"%PDF-" in data[:1024]:
        return pdf.lines(data, name)
    if data.startswith(b"PK"):
        return _from_archive(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFile(name, "it is in the old Word format; save it as .docx or PDF and add that")
    if data.startswith(b"{\\rtf"):
        raise UnreadableFile(name, "it is in the RTF format; save it as .docx or PDF and add that")
    if data.startswith(_PICTURES):
        raise UnreadableFile(name, "it is a picture; run text recognition (OCR) over it and add the PDF")
    content = text.decoded(data, name)
    if _HTML.match(content):
        return html.lines(content, name)
    if _MARKDOWN.search(content):
        return markdown.lines(content, name)
    return text.lines(content, name)


def _from_archive(data: bytes, name: str) -> Document:
    """The Word document in a zip archive. Raises UnreadableFile for any other archive."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            sizes = {entry.filename: entry.file_size for entry in archive.infolist()}
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableFile(name, "it is damaged or cut short; download it again") from error
    if "word/document.xml" not in sizes:
        raise UnreadableFile(name, "it is an archive or another kind of file; add PDF, Word, HTML or text files")
    if sum(sizes.values()) > LARGEST:
        raise UnreadableFile(name, "it unpacks to far more than a document holds; save it again as PDF and add that")
    return word.lines(data, name)
