"""Where the links of an exported file lead out of it."""

import re
import zlib
from io import BytesIO

import docx
import pptx
from markdown_it import MarkdownIt


def addresses(content: bytes, ending: str) -> set[str]:
    """Where the links of a file lead out of it."""
    match ending:
        case "docx":
            return {link.target_ref for link in docx.Document(BytesIO(content)).part.rels.values() if link.is_external}
        case "pptx":
            runs = (
                run
                for slide in pptx.Presentation(BytesIO(content)).slides
                for shape in slide.shapes
                if shape.has_text_frame
                for paragraph in shape.text_frame.paragraphs
                for run in paragraph.runs
            )
            return {run.hyperlink.address for run in runs if run.hyperlink.address}
        case "pdf":
            return {found.decode() for found in re.findall(rb"/URI \(([^)]+)\)", _unpacked(content))}
        case _:
            tokens = [child for token in MarkdownIt().parse(content.decode()) for child in token.children or []]
            return {str(token.attrs["href"]) for token in tokens if token.type == "link_open"}


def _unpacked(content: bytes) -> bytes:
    """A PDF with the streams that hold its objects unpacked."""
    streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", content, re.DOTALL)
    return content + b"".join(zlib.decompressobj().decompress(each) for each in streams if each[:1] == b"x")
