"""A Briefing as a file, in each of the formats that it can leave in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from assistant.briefings.briefing import Briefing
from assistant.briefings.pack import Pack, pack
from assistant.citations import Opens
from corpus.library import Library


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, its media type, and what writes a Pack in it."""

    name: str
    media: str
    write: Callable[[Pack], bytes]


def _word(shown: Pack) -> bytes:
    from assistant.exports.word_pack import word_pack  # noqa: PLC0415 - each takes up to a second to import

    return word_pack(shown)


def _powerpoint(shown: Pack) -> bytes:
    from assistant.exports.powerpoint import powerpoint  # noqa: PLC0415

    return powerpoint(shown)


def _pdf(shown: Pack) -> bytes:
    from assistant.exports.pdf_pack import pdf_pack  # noqa: PLC0415

    return pdf_pack(shown)


def _markdown(shown: Pack) -> bytes:
    from assistant.exports.markdown_pack import markdown_pack  # noqa: PLC0415

    return markdown_pack(shown).encode("utf-8", "replace")


FORMATS: Mapping[str, Format] = {
    "docx": Format("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", _word),
    "pptx": Format(
        "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", _powerpoint
    ),
    "pdf": Format("PDF", "application/pdf", _pdf),
    "md": Format("Markdown", "text/markdown", _markdown),
}
"""By the end of a file's name."""


def export(briefing: Briefing, library: Library, ending: str, opens_at: Opens | None = None) -> bytes:
    """The Briefing as the bytes of a file, of a format of `FORMATS`.

    `opens_at` gives the address at which a source opens at its page, for links.

    Raises InspectionError where this machine cannot make a PDF.
    """
    return FORMATS[ending].write(pack(briefing, library, opens_at))
