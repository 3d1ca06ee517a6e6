"""What the buttons of an open source do, whatever page it stands beside."""

from corpus.library import Library
from ui.source.beside import pdf
from ui.source.visiting import Visiting


def step(here: Visiting, pressed: str, library: Library) -> None:
    """Close the source, hand over its PDF to be opened at the page in view, or turn to what is around it."""
    source = here.source
    if source is None:
        return
    report = source.citation.report
    if pressed == "close":
        here.close_source()
    elif pressed == "original":
        content = pdf(source, library)
        if content:
            here.hand(report.file, "application/pdf", content, source.page)
    else:
        here.source = source.moved(pressed, library.paragraphs(report.id))
        if pressed == "cited":
            here.bring_to_source()
