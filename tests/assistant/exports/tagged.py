"""The tags of a PDF, as a screen reader meets them."""

import ctypes

import pypdfium2
import pypdfium2.raw as pdfium


def tags(document: pypdfium2.PdfDocument) -> list[str]:
    """The types of all structure elements, page by page, in reading order."""
    found: list[str] = []

    def walk(element: object) -> None:
        kind = ctypes.create_string_buffer(200)
        size = pdfium.FPDF_StructElement_GetType(element, kind, 200)
        found.append(kind.raw[:size].decode("utf-16-le").rstrip("\0"))
        for child in range(pdfium.FPDF_StructElement_CountChildren(element)):
            inner = pdfium.FPDF_StructElement_GetChildAtIndex(element, child)
            if inner:
                walk(inner)

    for page in document:
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        for child in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            walk(pdfium.FPDF_StructTree_GetChildAtIndex(tree, child))
        pdfium.FPDF_StructTree_Close(tree)
    return found
