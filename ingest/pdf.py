"""PDF files: their lines with page, position, size and weight, and pictures of their pages. The only user of PDFium.

PDFium gives characters in the order in which the page draws them, which in reports made by word processors is the
reading order, table cells one after another. Lines are put together again from the characters' places, because
PDFium's own line ends and rectangles cut words in some files.
PDFium must not be called from two threads at once, so one lock is held around every use.
"""

import ctypes
import io
import itertools
import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import UnreadableFile
from ingest.document import Document, Line

MOST_PAGES = 1_000
"""The longest report seen has 58 pages; a file with more than this is not a report."""

MOST_CHARACTERS = 40_000
"""On one page: the fullest page seen has 4,600."""

_LARGEST_PICTURE = 40_000_000  # pixels: an A4 page at 8.9 pixels a point; more is a mistake or an attack
_ONE_AT_A_TIME = threading.RLock()
_WIDE_GAP = 1.5  # ems: word gaps of justified lines stay under 1, gaps between table cells are 2 and more
_LABEL = 5  # characters: "12." and "2.1" stand a wide gap before their text, yet belong to it
_SMALL = 0.8  # of the line's size: footnote marks are .65, and nothing else on a line is under .83
_RULE = re.compile(r"[_\-–—=.·… ]{3,}")  # a line drawn with characters
_BOLD = 600  # font weight: semibold and heavier
_ITALIC = 1 << 6  # PDF 32000-1, table 123: the font's italic flag
_DROPPED = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_REPLACED = {
    0x02: "-", 0xFFFE: "-",  # PDFium's sign for a hyphen at the end of a line
    0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x202F: " ",
}  # fmt: skip


class _Character(NamedTuple):
    """One printed character: points from the page's top left, and its font's size, weight and slant."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    italic: bool
    spaced: bool  # a space or a line end comes before it


def lines(data: bytes, name: str) -> Document:
    """The lines of a PDF in the order in which its pages draw them.

    Raises UnreadableFile for a file that is damaged, encrypted, far too long or without a text layer.
    """
    with _ONE_AT_A_TIME:
        document = _open(data, name)
        try:
            if len(document) > MOST_PAGES:
                raise UnreadableFile(name, f"it has {len(document):,} pages, more than a report has; split it first")
            found: list[Line] = []
            heights: list[float] = []
            for number in range(1, len(document) + 1):
                page = _load(document, number, name)
                heights.append(page.get_height())
                found.extend(_page_lines(page, number, name))
                page.close()
            if not found:
                reason = "its pages are pictures without text; run text recognition (OCR) over it and add it again"
                raise UnreadableFile(name, reason)
            return Document(tuple(found), len(heights), heights=tuple(heights))
        finally:
            document.close()


def render(data: bytes, page: int, scale: float) -> bytes:
    """A PNG picture of a page (from 1) at `scale` pixels a point. Raises UnreadableFile."""
    with _ONE_AT_A_TIME:
        document = _open(data, "the report")
        try:
            if not 1 <= page <= len(document):
                raise UnreadableFile("the report", f"it has no page {page}; ask for one from 1 to {len(document)}")
            sheet = _load(document, page, "the report")
            if sheet.get_width() * sheet.get_height() * scale * scale > _LARGEST_PICTURE:
                raise UnreadableFile("the report", f"page {page} is too large to be drawn; open the file itself")
            picture = io.BytesIO()
            sheet.render(scale=scale).to_pil().save(picture, format="PNG")
            return picture.getvalue()
        finally:
            document.close()


def _open(data: bytes, name: str) -> pypdfium2.PdfDocument:
    """The open document. Raises UnreadableFile."""
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if "password" in str(error).lower():
            raise UnreadableFile(name, "it is locked with a password; save a copy without one and add that") from error
        raise UnreadableFile(name, "it is damaged or cut short; download it again") from error
    if len(document) == 0:
        document.close()
        raise UnreadableFile(name, "it has no pages; download it again")
    return document


def _load(document: pypdfium2.PdfDocument, number: int, name: str) -> pypdfium2.PdfPage:
    try:
        return document[number - 1]
    except pypdfium2.PdfiumError as error:
        raise UnreadableFile(name, f"page {number} is damaged; download the file again") from error


def _page_lines(page: pypdfium2.PdfPage, number: int, name: str) -> Iterator[Line]:
    """One page's lines: a new one where the next character stands lower, further left, or far to the right."""
    current: list[_Character] = []
    for character in _characters(page, number, name):
        if current and not _follows(character, current):
            yield from _line(current, number)
            current = []
        current.append(character)
    if current:
        yield from _line(current, number)


def _follows(character: _Character, line: list[_Character]) -> bool:
    """Whether a character stands on the same line as the one before it, close by and to its right."""
    before = line[-1]
    overlap = min(before.y1, character.y1) - max(before.y0, character.y0)
    if overlap < 0.5 * min(before.y1 - before.y0, character.y1 - character.y0):
        return False
    gap = character.x0 - before.x1
    if gap < -0.5 * before.size:
        return False
    return gap <= _WIDE_GAP * max(before.size, character.size) or len(line) <= _LABEL


def _line(characters: list[_Character], page: int) -> Iterator[Line]:
    """The Line that characters make, without footnote marks; a mark in front makes it a footnote's first line."""
    size = Counter(character.size for character in characters if not character.text.isdigit()).most_common(1)
    main = size[0][0] if size else max(character.size for character in characters)
    floor = max(character.y1 for character in characters if character.size >= _SMALL * main)
    marks = _marks(characters, main, floor)
    kept = [character for character, mark in zip(characters, marks, strict=True) if not mark]
    text = _text(kept)
    if not text or _RULE.fullmatch(text):
        return
    label = _text([one for one, _ in itertools.takewhile(lambda pair: pair[1], zip(characters, marks, strict=True))])
    letters = [character for character in kept if character.text.isalnum()] or kept
    yield Line(
        f"{label} {text}" if label else text,
        page,
        min(character.x0 for character in (characters if label else kept)),
        min(character.y0 for character in letters),  # bullets of symbol fonts are taller than their line
        max(character.x1 for character in kept),
        max(character.y1 for character in letters),
        main,
        bold=all(character.bold for character in letters),
        italic=all(character.italic for character in letters),
        mark="footnote" if label else "",
    )


def _marks(characters: list[_Character], main: float, floor: float) -> list[bool]:
    """Which characters are footnote marks: small raised digits that begin the line or stand right after a word."""
    marks: list[bool] = []
    before: _Character | None = None
    for one in characters:
        raised = one.text.isdigit() and one.size < _SMALL * main and one.y1 < floor
        after_word = before is not None and not one.spaced and before.text not in "[("
        marks.append(raised and (marks[-1] if _is_raised(before, one) else before is None or after_word))
        before = one
    return marks


def _is_raised(before: _Character | None, one: _Character) -> bool:
    """Whether the character before is of the same small run of digits."""
    return before is not None and before.text.isdigit() and before.size == one.size and not one.spaced


def _text(characters: list[_Character]) -> str:
    text = "".join((" " if character.spaced else "") + character.text for character in characters)
    return " ".join(text.split())


def _characters(page: pypdfium2.PdfPage, number: int, name: str) -> Iterator[_Character]:
    """A page's printed characters in drawing order. Raises UnreadableFile if there are too many."""
    sheet = page.get_textpage()
    raw = sheet.raw
    count = pdfium.FPDFText_CountChars(raw)
    if count > MOST_CHARACTERS:
        raise UnreadableFile(name, f"page {number} holds {count:,} characters, more than can be read on a page")
    place = _placer(page)
    box, matrix = pdfium.FS_RECTF(), pdfium.FS_MATRIX()
    flags = ctypes.c_int()
    box_at, matrix_at, flags_at = ctypes.byref(box), ctypes.byref(matrix), ctypes.byref(flags)
    unicode_of, size_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetFontSize
    loose_box, weight_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetFontWeight
    font_of = pdfium.FPDFText_GetFontInfo
    spaced, stated, size, bold, italic = True, 0.0, 0.0, False, False
    for index in range(count):
        text = _printed(unicode_of(raw, index))
        if not text or text.isspace():
            spaced = spaced or bool(text)
            continue
        if not loose_box(raw, index, box_at):
            continue
        if spaced or size_of(raw, index) != stated:
            stated = size_of(raw, index)
            pdfium.FPDFText_GetMatrix(raw, index, matrix_at)
            size = round(stated * (abs(matrix.d) or abs(matrix.c) or 1.0), 1)
            font_of(raw, index, None, 0, flags_at)
            italic = bool(flags.value & _ITALIC) or bool(matrix.c and matrix.d)
            bold = weight_of(raw, index) >= _BOLD
        x0, y0, x1, y1 = place(box.left, box.bottom, box.right, box.top)
        yield _Character(text, x0, y0, x1, y1, size, bold, italic, spaced)
        spaced = False
    sheet.close()


def _printed(code: int) -> str:
    """What a character code prints as: ligatures taken apart, odd spaces made plain, the unprintable left out."""
    if 0x20 <= code < 0x7F:
        return chr(code)
    if code in _REPLACED:
        return _REPLACED[code]
    if code in (0x09, 0x0A, 0x0D):
        return " "
    if code in _DROPPED or code < 0x20 or 0x7F <= code < 0xA0 or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return ""
    if 0xFB00 <= code <= 0xFB06:
        return unicodedata.normalize("NFKC", chr(code))
    return chr(code)


def _placer(page: pypdfium2.PdfPage) -> Any:  # noqa: ANN401 - a function of four floats to four floats
    """How a box of the page's own space stands on the page as shown: rotation and odd page boxes undone."""
    left, bottom, right, top = page.get_bbox()
    match page.get_rotation():
        case 90:
            return lambda x0, y0, x1, y1: (y0 - bottom, x0 - left, y1 - bottom, x1 - left)
        case 180:
            return lambda x0, y0, x1, y1: (right - x1, y0 - bottom, right - x0, y1 - bottom)
        case 270:
            return lambda x0, y0, x1, y1: (top - y1, right - x1, top - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, top - y1, x1 - left, top - y0)
