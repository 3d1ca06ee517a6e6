"""Builds small PDF files byte by byte: pages of words at given places, and files that no honest program would write."""

import zlib
from dataclasses import dataclass

HEADER = b"%PDF-1.7\n"


@dataclass(frozen=True)
class Words:
    """Words at a place: points from the page's bottom left; `font` is F1 (upright), F2 (bold) or F3 (slanted)."""

    text: str
    x: float
    y: float
    size: float = 12.0
    font: str = "F1"
    rise: float = 0.0


def content(*words: Words) -> bytes:
    """The page content that prints the words."""
    drawn = (
        f"BT /{one.font} {one.size} Tf 1 0 0 1 {one.x} {one.y + one.rise} Tm ({_escaped(one.text)}) Tj ET"
        for one in words
    )
    return "\n".join(drawn).encode("cp1252")


def pdf(*pages: bytes, page: str = "/MediaBox [0 0 595 842]", compress: bool = False) -> bytes:
    """A PDF with the pages' contents; `page` is what every page's dictionary says besides."""
    fonts = "".join(
        f"/F{number} << /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >> "
        for number, name in enumerate(("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"), 1)
    )
    kids = " ".join(f"{3 + 2 * index} 0 R" for index in range(len(pages)))
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode()]
    for index, body in enumerate(pages):
        rest = f"/Resources << /Font << {fonts} >> >> /Contents {4 + 2 * index} 0 R"
        objects.append(f"<< /Type /Page /Parent 2 0 R {page} {rest} >>".encode())
        objects.append(stream(body, compress=compress))
    return file(objects)


def stream(body: bytes, *, compress: bool = False) -> bytes:
    """A stream object."""
    packed = zlib.compress(body, 9) if compress else body
    coding = b"/Filter /FlateDecode " if compress else b""
    return b"<< %s/Length %d >>\nstream\n%s\nendstream" % (coding, len(packed), packed)


def file(objects: list[bytes], trailer: bytes = b"") -> bytes:
    """A whole file of objects numbered from 1, the first of them its catalogue."""
    data = bytearray(HEADER)
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(data)
    data += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    data += b"".join(b"%010d 00000 n \n" % place for place in places)
    data += b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(data)


def _escaped(text: str) -> str:
    return text.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
