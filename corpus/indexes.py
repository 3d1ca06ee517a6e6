"""The two indexes beside the store: caches, built into a fresh folder and swapped in.

A folder counts only while it holds a stamp that says what it was built from; a change takes the stamp away first and
puts a new one last, so a process killed in between leaves no index rather than a wrong one.
"""

import hashlib
import json
import os
import secrets
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus import vectors, words
from corpus.errors import InspectionError, LibraryProblem

Stamp = Mapping[str, str]
_STAMP = "stamp.json"
_LEAST_ROOM = 10_000_000  # bytes; with less, whatever a library says went wrong, the disk is why


@dataclass(frozen=True)
class Indexes:
    """Both indexes, open."""

    folder: Path
    vectors: vectors.Vectors
    words: words.Words

    def are_full(self) -> bool:
        """True if the vectors, wherever they are, are as many as the folder's stamp says."""
        return (read_stamp(self.folder) or {}).get("chunks") == str(self.vectors.count())

    def close(self) -> None:
        """Let go of both."""
        self.vectors.close()


def find(parent: Path, stamp: Stamp) -> Path | None:
    """The index folder that was built from `stamp`, if there is one."""
    return next((folder for folder in sorted(parent.glob("*")) if read_stamp(folder) == stamp), None)


def is_sound(folder: Path) -> bool:
    """True if a folder's files are as its stamp found them, and both indexes open, answer and hold its chunks."""
    chunks = (read_stamp(folder) or {}).get("chunks")
    if chunks is None or _read(folder).get("files") != _checksum(folder):
        return False
    return _counts(folder) == f"{chunks} {chunks}"


def open_(folder: Path, server: str | None, collection: str) -> Indexes:
    """Open both indexes of a folder; the vectors are on the Chroma `server` in `collection` where there is one."""
    folder.mkdir(parents=True, exist_ok=True)
    found = vectors.open_server(server, collection) if server else vectors.open_folder(folder / "vectors")
    return Indexes(folder, found, words.open_folder(folder / "words"))


def fresh(parent: Path) -> Path:
    """A folder for new indexes that is not there yet."""
    return parent / secrets.token_hex(4)


def sweep(parent: Path, keep: Path | None) -> None:
    """Delete every index folder, but for one that is to be kept."""
    for folder in parent.glob("*"):
        if folder != keep and folder.is_dir():
            take_stamp(folder)  # a folder that is half deleted must not count
            shutil.rmtree(folder, ignore_errors=True)


def read_stamp(folder: Path) -> Stamp | None:
    """What a folder was built from; None where a change to it was not finished."""
    built_from = _read(folder).get("built_from")
    return built_from if isinstance(built_from, dict) else None


def take_stamp(folder: Path) -> None:
    """Make a folder count no longer, before its indexes are changed."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _STAMP).unlink(missing_ok=True)
    _flush(folder)


def put_stamp(folder: Path, stamp: Stamp) -> None:
    """Say what a folder was built from, so that it counts."""
    written = folder / (_STAMP + ".new")
    with written.open("w", encoding="utf-8") as file:
        json.dump({"built_from": dict(stamp), "files": _checksum(folder)}, file)
        file.flush()
        os.fsync(file.fileno())
    written.replace(folder / _STAMP)
    _flush(folder)


@contextmanager
def told(data: Path) -> Iterator[None]:
    """Tell a disk that is full or cannot be written as what it is. Raises LibraryProblem."""
    try:
        yield
    except InspectionError:
        raise
    except Exception as error:
        # Chroma wraps what its database says of a disk or a quota that is full.
        refused = isinstance(error, OSError) or "disk I/O error" in str(error) or "disk is full" in str(error)
        if refused or shutil.disk_usage(data).free < _LEAST_ROOM:
            raise LibraryProblem(
                f"The indexes in {data} cannot be written ({error}): make room on its disk, then run "
                "inspection rebuild; no report was lost."
            ) from error
        raise


def _read(folder: Path) -> dict[str, Any]:
    try:
        return dict(json.loads((folder / _STAMP).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return {}


def _checksum(folder: Path) -> str:
    """One checksum of all files that stay as they are until the next change.

    Neither index looks after its own: from a shortened file of vectors Chroma gives wrong answers without a word.
    """
    found = hashlib.blake2b(digest_size=16)
    for path in [*vectors.settled_files(folder / "vectors"), *words.settled_files(folder / "words")]:
        with path.open("rb") as file:
            found.update(f"{path.name} {hashlib.file_digest(file, 'blake2b').hexdigest()}\n".encode())
    return found.hexdigest()


def _flush(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _counts(folder: Path) -> str:
    """How many chunks each index of a folder holds, found by a process of its own; nothing where it does not open.

    A process killed while it wrote can leave a Chroma folder that ends any process that opens it with a segmentation
    fault (https://github.com/chroma-core/chroma/issues/6949), which no exception handler sees.
    """
    root = str(Path(__file__).parents[1])
    try:
        tried = subprocess.run(  # noqa: S603 - our own interpreter and module
            [sys.executable, "-P", "-m", "corpus.indexes", str(folder)],  # -P: nothing from the folder it starts in
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, [root, os.environ.get("PYTHONPATH")]))},
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
    except subprocess.TimeoutExpired:
        return ""
    return tried.stdout.strip() if tried.returncode == 0 else ""


def _probe(folder: Path) -> str:
    found = words.open_folder(folder / "words")
    found.find("children social work report inspection", 5)
    if not (folder / "vectors").is_dir():  # they are on a server
        return f"{found.count()} {found.count()}"
    if not vectors.is_intact(folder / "vectors"):
        return ""
    index = vectors.open_folder(folder / "vectors")
    return f"{index.count()} {found.count()}" if index.try_out() else ""


if __name__ == "__main__":
    print(_probe(Path(sys.argv[1])))
