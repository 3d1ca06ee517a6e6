"""The reports that a written briefing cites, put beside it as they were published, so that its links open them."""

from collections.abc import Callable, Iterable
from pathlib import Path
from urllib.parse import quote

from assistant.briefings.briefing import Briefing
from assistant.briefings.export import FORMATS
from assistant.briefings.pack import pack
from assistant.citations import Citation
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.report import Report
from ui.commands.command import say


def write_linked(briefing: Briefing, library: Library, output: Path) -> None:
    """Write a Briefing in the format that the file's name ends with, and beside it a folder of the reports it cites.

    Its links are relative ("brief sources/report.pdf#page=4"), so they hold wherever the two are kept together.
    Raises WrongUse where something cannot be written, and InspectionError where a PDF cannot be made here.
    """
    folder = output.with_name(f"{output.stem} sources")
    shown = pack(briefing, library, _opens_at(folder.name))
    content = FORMATS[output.suffix.lower().lstrip(".")].write(shown)
    cited = {citation.report.id: citation.report for citation in shown.citations}.values()
    try:
        output.write_bytes(content)
        _copy(cited, library, folder)
    except OSError as error:
        raise WrongUse(
            f"{error.filename or output} cannot be written ({error.strerror}): choose another file."
        ) from error
    if cited:
        say(f"The links in {output.name} open the reports in “{folder.name}” beside it: keep the two together.")


def _opens_at(folder: str) -> Callable[[Citation], str]:
    """The address of a source's page (from 1), from the briefing's own folder."""
    return lambda citation: (
        quote(f"{folder}/{_name(citation.report)}")
        + (f"#page={citation.paragraph.page}" if _name(citation.report).lower().endswith(".pdf") else "")
    )


def _copy(reports: Iterable[Report], library: Library, folder: Path) -> None:
    for report in reports:
        folder.mkdir(exist_ok=True)
        (folder / _name(report)).write_bytes(library.original(report.id) or b"")


def _name(report: Report) -> str:
    """A report's file name without anything that leads elsewhere."""
    return report.file.replace("\\", "/").rpartition("/")[2] or report.id
