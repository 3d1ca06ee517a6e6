"""PDF files: their lines with page, position, size and weight, and pictures of their pages. The only user of PDFium.

PDFium gives characters in the order in which the page draws them, which in reports made by word processors is the
reading order, table cells one after another. Lines are put together again from the characters' places, because
PDFium's own line ends and rectangles cut words in some files. Characters that no reader of the page sees are left out.

PDFium is a C++ library that must not be called from two threads at once and that a hostile file may bring down, so
`ingest.pdf` calls these functions in a process of their own.
"""

import contextlib
import ctypes
import io
import math
import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import Any, Literal

import pypdfium2
import pypdfium2.raw as pdfium

from corpus.errors import UnreadableFile
from ingest import characters, sight
from ingest.characters import Character
from ingest.document import HIDDEN, Document, Line

_Placer = Callable[[float, float, float, float], tuple[float, float, float, float]]

MOST_PAGES = 1_000
"""The longest report seen has 58 pages; a file with more than this is not a report."""

MOST_CHARACTERS = 40_000
"""On one page: the fullest page seen has 4,600."""

_LARGEST_PICTURE = 40_000_000  # pixels: an A4 page at 8.9 pixels a point; more is a mistake or an attack
_DRAWN = 2_000_000  # pixels: four A4 pages at one a point; larger sheets are drawn smaller
_DEEPEST = 15  # forms within forms
_TEXT, _IMAGE = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE
_UNDRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_CLEAR = 32  # of 256 levels of opacity: such text is as faint on its ground as `sight` allows none to be
_LIGHT = 191  # of 256 levels: on paper such a colour is seen only where something darker lies under it
_WHOLE = 0.8  # of the page: scanners leave a margin out
_LINE_END = (10, 13)  # PDFium puts one behind a raised footnote mark, though the line goes on
_TOUCHING = 0.12  # ems: the narrowest space seen is .2
_BOLD = 600  # font weight: semibold and heavier
_HEAVY, _SLANTED = re.compile(rb"(?i)bold|black|heavy"), re.compile(rb"(?i)italic|oblique")  # in a font's name
_ITALIC = 1 << 6  # PDF 32000-1, table 123: the font's italic flag
_DROPPED = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_REPLACED = {
    0x02: "-", 0xFFFE: "-",  # PDFium's sign for a hyphen at the end of a line
    0xA0: " ", 0x2002: " ", 0x2003: " ", 0x2009: " ", 0x202F: " ",
}  # fmt: skip


def lines(data: bytes, name: str) -> Document:
    """The lines of a PDF in the order in which its pages draw them.

    Raises UnreadableFile for a file that is damaged, encrypted, far too long or without a text layer.
    """
    with contextlib.closing(_open(data, name)) as document:
        if len(document) > MOST_PAGES:
            raise UnreadableFile(name, f"it has {len(document):,} pages, more than a report has; split it first")
        found: list[Line] = []
        heights: list[float] = []
        remark = ""
        for number in range(1, len(document) + 1):
            with contextlib.closing(_load(document, number, name)) as page:
                heights.append(page.get_height())
                seen, hidden = _page_characters(page, number, name)
                found.extend(characters.lines(seen, number))
                if hidden and not remark:
                    remark = f"{HIDDEN} (page {number})"
        if not found and remark:
            raise UnreadableFile(name, "none of its text can be seen on its pages; ask its publisher for another copy")
        if not found:
            reason = "its pages are pictures without text; run text recognition (OCR) over it and add it again"
            raise UnreadableFile(name, reason)
        return Document(tuple(found), len(heights), heights=tuple(heights), remark=remark)


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


def _page_characters(page: pypdfium2.PdfPage, number: int, name: str) -> tuple[list[Character], bool]:
    """A page's characters that can be seen, in drawing order, and whether there are others.

    Raises UnreadableFile if there are too many.
    """
    with contextlib.closing(page.get_textpage()) as sheet:
        count = pdfium.FPDFText_CountChars(sheet.raw)
        if count > MOST_CHARACTERS:
            raise UnreadableFile(name, f"page {number} holds {count:,} characters, more than can be read on a page")
        printed = list(_characters(sheet.raw, count, _placer(page)))
        if not printed:
            return [], False
        seen = _seen(page, sheet.raw, printed)
    hidden = any(not is_seen and one.text.isalnum() for one, is_seen in zip(printed, seen, strict=True))
    return characters.only(printed, seen), hidden


def _characters(raw: Any, count: int, place: _Placer) -> Iterator[Character]:  # noqa: ANN401 - PDFium's handle
    """The printed characters of a page's text, by PDFium's handle of it, in drawing order."""
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
        yield Character(index, text, x0, y0, x1, y1, size, bold, italic, spaced)
        spaced, ended, right = False, False, x1


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


def _placer(page: pypdfium2.PdfPage) -> _Placer:
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


def _seen(page: pypdfium2.PdfPage, raw: Any, printed: list[Character]) -> list[bool]:  # noqa: ANN401 - PDFium's handle
    """For each character whether a reader of the page sees it. The page's text is inactive afterwards.

    Text in white or with an outline is drawn once more alone, lest the letters printed over it pass for its own. On a
    scanned page nothing of the text layer is drawn: its characters count where the scan shows ink.
    """
    scale = min(1.0, math.sqrt(_DRAWN / max(1.0, page.get_width() * page.get_height())))
    objects = list(_objects(page.raw, pdfium.FPDFPage_CountObjects, pdfium.FPDFPage_GetObject))
    shown = _drawn(page, scale)
    looks = {ctypes.addressof(text.contents): (text, _look(text)) for text, kind in objects if kind == _TEXT}
    for text, _ in looks.values():
        pdfium.FPDFPageObj_SetIsActive(text, False)  # noqa: FBT003 - PDFium's own
    bare = _drawn(page, scale)
    seen = sight.traced(printed, shown, bare, scale)
    if any(look != "plain" for _, look in looks.values()):
        for text, look in looks.values():
            pdfium.FPDFPageObj_SetIsActive(text, look == "pale")
        alone = sight.traced(printed, _drawn(page, scale), bare, scale)
        for position, one in enumerate(printed):
            text = pdfium.FPDFText_GetTextObject(raw, one.place)
            look = looks[ctypes.addressof(text.contents)][1] if text else "plain"
            seen[position] = {"plain": seen[position], "pale": alone[position], "none": False}[look]
    if sum(seen) < 0.5 * len(seen) and _is_scan(page, [shape for shape, kind in objects if kind == _IMAGE]):
        seen = [one or ink for one, ink in zip(seen, sight.inked(printed, bare, scale), strict=True)]
    return seen


def _drawn(page: pypdfium2.PdfPage, scale: float) -> sight.Picture:
    picture: sight.Picture = page.render(
        scale=scale, grayscale=True, draw_annots=False, may_draw_forms=False
    ).to_numpy()
    return picture


def _objects(owner: Any, count: Any, get: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:  # noqa: ANN401 - PDFium's
    """The objects that a page or form is made of, each with its type, and those of the forms within it."""
    for index in range(count(owner)):
        found = get(owner, index)
        kind = pdfium.FPDFPageObj_GetType(found)
        if kind != pdfium.FPDF_PAGEOBJ_FORM:
            yield found, kind
        elif depth < _DEEPEST:
            yield from _objects(found, pdfium.FPDFFormObj_CountObjects, pdfium.FPDFFormObj_GetObject, depth + 1)


def _look(text: Any) -> Literal["plain", "pale", "none"]:  # noqa: ANN401 - PDFium's handle
    """Whether a text is drawn in one colour that is not light, or otherwise, or not at all."""
    mode = pdfium.FPDFTextObj_GetTextRenderMode(text)
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = pdfium.FPDFPageObj_GetFillColor(text, red, green, blue, alpha)
    if mode in _UNDRAWN or (known and alpha.value < _CLEAR):
        return "none"
    if mode != pdfium.FPDF_TEXTRENDERMODE_FILL or not known:
        return "pale"
    return "pale" if min(red.value, green.value, blue.value) > _LIGHT else "plain"


def _is_scan(page: pypdfium2.PdfPage, images: list[Any]) -> bool:
    """Whether images cover the page, as those of a scanner do."""
    covered = 0.0
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    for image in images:
        if pdfium.FPDFPageObj_GetBounds(image, left, bottom, right, top):
            covered += (right.value - left.value) * (top.value - bottom.value)
    return covered > _WHOLE * float(page.get_width() * page.get_height())
