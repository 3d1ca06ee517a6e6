"""The reports that a written file cites, put beside it as they were published, so that its links open them."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from urllib.parse import quote

from assistant.citations import Opens
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.report import Report
from ui.commands.command import say


def write_linked(output: Path, library: Library, cited: Sequence[Report], make: Callable[[Opens], bytes]) -> None:
    """Write a file, and beside it a folder of the reports that it cites.

    `make` makes it with links that are relative ("brief sources/report.pdf#page=4"), so they hold wherever the two
    are kept together. Raises WrongUse where something cannot be written, and whatever `make` raises.
    """
    folder = output.with_name(f"{output.stem} sources")
    made = make(_opens_at(folder.name))
    try:
        output.write_bytes(made)
        _copy(cited, library, folder)
    except OSError as error:
        raise WrongUse(
            f"{error.filename or output} cannot be written ({error.strerror}): choose another file."
        ) from error
    if cited:
        say(f"The links in {output.name} open the reports in “{folder.name}” beside it: keep the two together.")


def _opens_at(folder: str) -> Opens:
    """The address of a source's page (from 1), from the file's own folder."""
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
