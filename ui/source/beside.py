"""What the library knows of a source that stands open beside a page: its picture, its neighbours, its file."""

from assistant.describe import name_report
from assistant.remarks import superseded_by
from corpus.library import Library
from ui.source.panel import Around
from ui.source.pictures import picture
from ui.source.source import Source

_HEAD = 1024  # bytes in which a PDF says that it is one; nothing else is opened in the browser


def around(source: Source, library: Library) -> Around:
    """What is shown with a source, beside its words."""
    report = source.citation.report
    held = report.id in {each.id for each in library.reports}
    last = max((paragraph.position for paragraph in library.paragraphs(report.id)), default=0) if held else None
    drawn = picture(library, report.id, source.page) if held and source.paragraph.boxes else None
    newer = superseded_by(report, library.reports)
    return Around(last, drawn, drawn is not None, name_report(newer) if newer else "")


def pdf(source: Source, library: Library) -> bytes | None:
    """The PDF in which a source stands, None where its file is none: nothing else is opened in the browser."""
    content = library.original(source.citation.report.id)
    return content if content and b"%PDF" in content[:_HEAD] else None
