"""Files go in: read, split, embedded and kept, one after another; what cannot be read is told and the rest goes on."""

import hashlib
import os
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.chunk import Entry
from corpus.errors import UnreadableFile, WrongUse
from corpus.library import Library
from corpus.report import Paragraph, Report
from ingest import facts, paragraphs, read
from ingest.chunks import chunk

LARGEST = 100_000_000
"""Bytes of a file at most: the largest published inspection report is under a tenth of it."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file: its paragraphs where it was read, the plain reason where it was not.

    `reason` also holds what there is to say of a file that went in, such as that it hides text.
    """

    file: str
    outcome: Literal["added", "replaced", "unchanged", "failed"]
    paragraphs: int = 0
    reason: str = ""


def ingest(
    paths: Sequence[Path], library: Library, tell: Callable[[Ingested, int], None] = lambda _file, _left: None
) -> tuple[Ingested, ...]:
    """Add files, and all files below folders, to the library, and bring its indexes up to date.

    `tell` hears of each file as it is done, and how many are left. Raises WrongUse where a path does not exist or a
    folder holds no files; LibraryProblem where the library cannot be written.
    """
    files = list(find_files(paths))
    done: list[Ingested] = []
    try:
        for position, path in enumerate(files, start=1):
            taken = {file.file for file in done if file.outcome != "failed"}
            done.append(ingest_file(path, library, taken))
            tell(done[-1], len(files) - position)
    finally:
        if done:
            library.update_indexes()
    return tuple(done)


def ingest_file(path: Path, library: Library, taken: Collection[str] = ()) -> Ingested:
    """Add one file to the library's store; it is on the disk when this returns.

    `taken` are the names of the files that went in with it. A second one of the same name fails: it would replace the
    first without a word, while across runs that is how a changed file replaces the older one.
    """
    name = os.fsencode(path.name).decode("utf-8", errors="replace")
    try:
        content = _content(path, name)
        if name in taken and not _held(content, library):
            reason = f"another file of this name went in before {path.absolute()}; rename one of them and add it again"
            return Ingested(name, "failed", reason=reason)
        return ingest_content(content, name, library)
    except UnreadableFile as problem:
        return Ingested(name, "failed", reason=problem.reason)


def ingest_content(content: bytes, name: str, library: Library) -> Ingested:
    """Add the bytes of a file to the library's store. Raises UnreadableFile where they are not a readable document."""
    if same := _held(content, library):
        reason = "" if same.file == name else f"the library already holds it as {same.file}"
        return Ingested(name, "unchanged", reason=reason)
    library.own()
    report, found, remark = _understood(content, name)
    chunks = chunk(report, found)
    embeddings = library.embedder.encode([each.text for each in chunks])
    replaced = any(old.file == name for old in library.reports)
    library.add(Entry(report, found, chunks, embeddings, content))
    return Ingested(name, "replaced" if replaced else "added", len(found), remark)


def find_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The files at these paths and below those that are folders, in order of name; hidden ones are left out.

    Raises WrongUse where a path does not exist or a folder holds no files.
    """
    for path in paths:
        if not path.exists():
            raise WrongUse(f"{path} does not exist: check the path.")
        if path.is_dir():
            inside = sorted(
                found
                for found in path.rglob("*")
                if found.is_file() and not any(part.startswith(".") for part in found.relative_to(path).parts)
            )
            if not inside:
                raise WrongUse(f"{path} holds no files: name a folder with reports in it.")
            yield from inside
        else:
            yield path


def summarise(done: Sequence[Ingested]) -> str:
    """One sentence on what became of the files, and a line for each that failed or of which there is more to say."""
    counts = {
        outcome: sum(file.outcome == outcome for file in done)
        for outcome in ("added", "replaced", "unchanged", "failed")
    }
    said = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count) or "nothing to add"
    told = [f"  {file.file}: {file.reason}" for file in done if file.reason and file.outcome != "unchanged"]
    return "\n".join([f"{said[0].upper()}{said[1:]}.", *told])


_STRANGE = (
    "it does not look like an inspection report, as it names no council, date or kind of inspection; "
    "remove it if it is none"
)


def _id(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:16]


def _held(content: bytes, library: Library) -> Report | None:
    """The report that the library made of these very bytes."""
    return next((report for report in library.reports if report.id == _id(content)), None)


def _understood(content: bytes, name: str) -> tuple[Report, tuple[Paragraph, ...], str]:
    """The report in a file, its paragraphs and the reader's remark.

    Raises UnreadableFile, whatever a hostile file does to a reader.
    """
    try:
        document = read.read(content, name)
        found = paragraphs.find(document, _id(content))
        report = facts.find(document, found, _id(content), name)
    except UnreadableFile:
        raise
    except Exception as error:
        reason = f"reading it went wrong ({type(error).__name__}); print it to a new PDF and add that"
        raise UnreadableFile(name, reason) from error
    if not found:
        raise UnreadableFile(name, "it holds no text; add a version with text")
    return report, found, document.remark or (_STRANGE if _is_strange(report) else "")


def _is_strange(report: Report) -> bool:
    """True if a document says neither whom it is about, nor when nor what kind of inspection it was."""
    return report.council is None and report.kind is None and report.when is None


def _content(path: Path, name: str) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(name, f"it is larger than {LARGEST // 1_000_000} MB; add a smaller version")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(name, f"it cannot be opened ({error.strerror}); check its permissions") from error
