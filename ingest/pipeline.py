"""Files go in: read, split, embedded and kept, one after another; what cannot be read is told and the rest goes on."""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from corpus.chunk import Entry
from corpus.errors import UnreadableFile, WrongUse
from corpus.library import Library
from ingest import facts, paragraphs, read
from ingest.chunks import chunk

LARGEST = 100_000_000
"""Bytes of a file at most: the largest published inspection report is under a tenth of it."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of one file: its paragraphs where it was read, or the plain reason where it was not."""

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
            done.append(ingest_file(path, library))
            tell(done[-1], len(files) - position)
    finally:
        if done:
            library.update_indexes()
    return tuple(done)


def ingest_file(path: Path, library: Library) -> Ingested:
    """Add one file to the library's store; it is on the disk when this returns."""
    try:
        content = _content(path)
        return ingest_content(content, path.name, library)
    except UnreadableFile as problem:
        return Ingested(path.name, "failed", reason=problem.reason)


def ingest_content(content: bytes, name: str, library: Library) -> Ingested:
    """Add the bytes of a file to the library's store. Raises UnreadableFile where they are not a readable document."""
    report_id = hashlib.sha256(content).hexdigest()[:16]
    if same := next((report for report in library.reports if report.id == report_id), None):
        reason = "" if same.file == name else f"the library already holds it as {same.file}"
        return Ingested(name, "unchanged", reason=reason)
    document = read.read(content, name)
    found = paragraphs.find(document, report_id)
    if not found:
        raise UnreadableFile(name, "it holds no text: add a version with text.")
    report = facts.find(document, found, report_id, name)
    chunks = chunk(report, found)
    embeddings = library.embedder.encode([each.text for each in chunks])
    replaced = any(old.file == name for old in library.reports)
    library.add(Entry(report, found, chunks, embeddings, content))
    return Ingested(name, "replaced" if replaced else "added", len(found))


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
    """One sentence on what became of the files, and a line for each that failed."""
    counts = {
        outcome: sum(file.outcome == outcome for file in done)
        for outcome in ("added", "replaced", "unchanged", "failed")
    }
    said = ", ".join(f"{count} {outcome}" for outcome, count in counts.items() if count) or "nothing to add"
    failures = [f"  {file.file}: {file.reason}" for file in done if file.outcome == "failed"]
    return "\n".join([f"{said[0].upper()}{said[1:]}.", *failures])


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > LARGEST:
            raise UnreadableFile(path.name, f"it is larger than {LARGEST // 1_000_000} MB: add a smaller version.")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(path.name, f"it cannot be opened ({error.strerror}): check its permissions.") from error
