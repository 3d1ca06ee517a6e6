"""Plain text: a blank line ends a paragraph, a bullet or a number begins one."""

import re

from corpus.errors import UnreadableFile
from ingest import labels
from ingest.document import Document, Line

_ENTRY = 3  # words: "Make an Enquiry"; rows of running text are longer
_MOST_CONTROL = 0.01  # of the characters: text has none, binary files are full of them


def decoded(data: bytes, name: str) -> str:
    """The text of bytes in UTF-8, UTF-16 with its mark, or Windows-1252. Raises UnreadableFile for what is no text."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        content = data.decode("utf-16", errors="replace")
    else:
        try:
            content = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            content = data.decode("cp1252", errors="replace")
    odd = sum((character < " " and character not in "\t\n\r\f\v") or character == "\ufffd" for character in content)
    if odd > _MOST_CONTROL * len(content):
        raise UnreadableFile(name, "it is not a document; add PDF, Word, HTML or text files")
    return content


def lines(content: str, name: str) -> Document:
    """A Document with one Line a paragraph. Raises UnreadableFile if there is no word in it."""
    found: list[Line] = []
    for part in re.split(r"\n\s*\n", content.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")):
        piece = before = ""
        for row in map(str.strip, part.split("\n")):
            if piece and (labels.find(row) or (_is_entry(before) and _is_entry(row))):
                found.append(Line(piece, 1, mark="paragraph"))
                piece = ""
            piece, before = f"{piece} {row}".strip(), row
        if piece:
            found.append(Line(" ".join(piece.split()), 1, mark="paragraph"))
    return with_words(Document(tuple(found), 1), name)


def _is_entry(row: str) -> bool:
    """Whether a row is short and no part of a sentence, like the entries of a web page's menu or an address's lines."""
    return len(row.split()) <= _ENTRY and row[:1].isupper() and row[-1:].isalnum()


def with_words(document: Document, name: str) -> Document:
    """The document itself. Raises UnreadableFile if it holds no word."""
    if not any(re.search(r"\w", line.text) for line in document.lines):
        raise UnreadableFile(name, "it holds no words; add the document itself")
    return document
