"""PDF files: their lines with page, position, size and weight, and pictures of their pages. The only user of PDFium.

PDFium gives characters in the order in which the page draws them, which in reports made by word processors is the
reading order, table cells one after another. Lines are put together again from the characters' places, because
PDFium's own line ends and rectangles cut words in some files.

PDFium is a C++ library that must not be called from two threads at once and that a hostile file may bring down, so
`ingest.pdf` calls these functions in a process of their own.
"""

import contextlib
import ctypes
import io
import itertools
import re
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
_WIDE_GAP = 0.95  # ems: word gaps of justified lines stay under .9, gaps between table cells are .97 and more
_COLON_GAP = 1.5  # ems: behind a colon a tab stop opens gaps of .97 within a line
_LINE_END = (10, 13)  # PDFium puts one behind a raised footnote mark, though the line goes on
_TOUCHING = 0.12  # ems: the narrowest space seen is .2
_LABEL = 5  # characters: "12." and "2.1" stand a wide gap before their text, yet belong to it
_SMALL = 0.8  # of the line's size: footnote marks are .65, and nothing else on a line is under .83
_RAISED = 0.3  # of the line's size: how far above its foot a footnote mark that is hardly smaller ends
_RULE = re.compile(r"[_\-–—=.·… ]{3,}")  # a line drawn with characters
_BRACKETED = re.compile(r"\[(\d{1,2})\]\s*(?=\S)")  # a footnote's mark as some word processors write it
_BOLD = 600  # font weight: semibold and heavier
_HEAVY, _SLANTED = re.compile(rb"(?i)bold|black|heavy"), re.compile(rb"(?i)italic|oblique")  # in a font's name
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
    with contextlib.closing(_open(data, name)) as document:
        if len(document) > MOST_PAGES:
            raise UnreadableFile(name, f"it has {len(document):,} pages, more than a report has; split it first")
        found: list[Line] = []
        heights: list[float] = []
        for number in range(1, len(document) + 1):
            with contextlib.closing(_load(document, number, name)) as page:
                heights.append(page.get_height())
                found.extend(_page_lines(page, number, name))
        if not found:
            reason = "its pages are pictures without text; run text recognition (OCR) over it and add it again"
            raise UnreadableFile(name, reason)
        return Document(tuple(found), len(heights), heights=tuple(heights))


def render(data: bytes, page: int, scale: float, name: str) -> bytes:
    """A PNG picture of a page (from 1) at `scale` pixels a point. Raises UnreadableFile."""
    with contextlib.closing(_open(data, name)) as document:
        if not 1 <= page <= len(document):
            raise UnreadableFile(name, f"it has no page {page}; ask for one from 1 to {len(document)}")
        with contextlib.closing(_load(document, page, name)) as sheet:
            if sheet.get_width() * sheet.get_height() * scale * scale > _LARGEST_PICTURE:
                raise UnreadableFile(name, f"page {page} is too large to be drawn; open the file itself")
            picture = io.BytesIO()
            sheet.render(scale=scale).to_pil().save(picture, format="PNG")
            return picture.getvalue()


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
    mark = len(line) < 3 and character.y0 > before.y0 and all(one.text.isdigit() for one in line)
    enough = 0.25 if mark else 0.5  # of the height: a footnote's mark may stand well above its text
    if overlap < enough * min(before.y1 - before.y0, character.y1 - character.y0):
        return False
    gap = character.x0 - before.x1
    if gap < -0.5 * before.size:
        return False
    widest = _COLON_GAP if before.text == ":" else _WIDE_GAP
    return gap <= widest * max(before.size, character.size) or len(line) <= _LABEL


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
    if (bracketed := _BRACKETED.match(text)) and kept[0].size < _SMALL * main:
        label, text = bracketed.group(1), text[bracketed.end() :]
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
    """Which characters are footnote marks: small raised digits that begin the line or stand after a word."""
    marks: list[bool] = []
    before: _Character | None = None
    for one in characters:
        smaller = one.y1 < floor if one.size < _SMALL * main else one.size < main and one.y1 < floor - _RAISED * main
        raised = one.text.isdigit() and smaller
        after_word = before is not None and before.text not in "[("
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
    flags, named = ctypes.c_int(), ctypes.create_string_buffer(64)
    box_at, matrix_at, flags_at = ctypes.byref(box), ctypes.byref(matrix), ctypes.byref(flags)
    unicode_of, size_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetFontSize
    loose_box, weight_of = pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetFontWeight
    font_of = pdfium.FPDFText_GetFontInfo
    spaced, ended, right, stated, size, bold, italic = True, False, 0.0, 0.0, 0.0, False, False
    for index in range(count):
        code = unicode_of(raw, index)
        text = _printed(code)
        if not text or text.isspace():
            spaced = spaced or (bool(text) and code not in _LINE_END)
            ended = ended or code in _LINE_END
            continue
        if not loose_box(raw, index, box_at):
            continue
        if spaced or ended or size_of(raw, index) != stated:
            stated = size_of(raw, index)
            pdfium.FPDFText_GetMatrix(raw, index, matrix_at)
            size = round(stated * (abs(matrix.d) or abs(matrix.c) or 1.0), 1)
            font_of(raw, index, named, len(named), flags_at)
            italic = bool(flags.value & _ITALIC or (matrix.c and matrix.d) or _SLANTED.search(named.value))
            bold = weight_of(raw, index) >= _BOLD or _HEAVY.search(named.value) is not None
        x0, y0, x1, y1 = place(box.left, box.bottom, box.right, box.top)
        spaced = spaced or (ended and not 0 <= x0 - right < _TOUCHING * size)
        yield _Character(text, x0, y0, x1, y1, size, bold, italic, spaced)
        spaced, ended, right = False, False, x1
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
