"""The Library: everything that was ingested. It alone reads and writes the store and the indexes."""

import threading
from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Self

import numpy as np
import sqlalchemy as sql
from filelock import FileLock, Timeout

from corpus import indexes
from corpus.chunk import Chunk, Entry
from corpus.embedder import Embedder
from corpus.errors import LibraryProblem, WrongUse
from corpus.report import Paragraph, Report
from corpus.settings import Settings
from corpus.store import Store, open_store
from corpus.threads import Known, alone

_FORMAT = "1"
"""Raised when what the indexes hold changes, so that older ones are built anew."""


class Library:
    """The store, and the two indexes that are built from it.

    The indexes open at first use; while they are not what the store says, they are built anew. `say` is told in a
    plain sentence what takes long. Only one process may use the indexes of a data folder at a time; all its threads
    may: what changes the library and what searches it wait for one another, what only reads the store waits for none.
    """

    def __init__(
        self, settings: Settings, embedder: Embedder | None = None, say: Callable[[str], None] = lambda _line: None
    ) -> None:
        self.settings = settings
        self.embedder = embedder or Embedder(settings.embedder)
        self._say = say
        self._store: Store = open_store(settings.data, settings.database_url)
        self.turns = threading.RLock()  # around every change, and around the indexes
        self._lock = FileLock(settings.data / "lock", timeout=0, thread_local=False)  # the chat has a thread a page
        self._indexes: indexes.Indexes | None = None
        self._folder: Path | None = None  # the indexes as they were when this process came
        self._changed: dict[str, bool] = {}  # report id: True if it was added, False if it was removed
        self._known = Known()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    @property
    def engine(self) -> sql.Engine:
        """The database of the store, for what else is kept there."""
        return self._store.engine

    # What it holds

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every report, by council and then by date; the same object until something changes."""
        known = self._known
        if known.reports is None:
            known.reports = self._store.reports()
        return known.reports

    def report(self, name: str) -> Report:
        """The report of a file name or id. Raises WrongUse where there is none."""
        for report in self.reports:
            if name in (report.id, report.file):
                return report
        raise WrongUse(f"There is no report {name!r} in the library: the command reports lists those there are.")

    def paragraphs(self, report_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a report in reading order; none where there is no such report."""
        known = self._known.paragraphs
        if report_id not in known:
            known[report_id] = self._store.paragraphs(report_id)
        return known[report_id]

    def paragraph(self, paragraph_id: str) -> Paragraph | None:
        """One paragraph."""
        report_id = paragraph_id.rpartition("-")[0]
        return next((found for found in self.paragraphs(report_id) if found.id == paragraph_id), None)

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks of these ids that exist, by id."""
        return self._store.chunks(ids)

    def original(self, report_id: str) -> bytes | None:
        """The bytes of a report's file as they were ingested."""
        return self._store.original(report_id)

    # What changes it

    @alone
    def own(self) -> None:
        """Take the data folder for this process until `close`; what changes or searches the library does so by itself.

        Raises LibraryProblem where another process has it, or where it cannot be written.
        """
        if self._lock.is_locked:
            return
        try:
            self._lock.acquire()
        except Timeout as error:
            raise LibraryProblem(
                f"Another process is using {self.settings.data}: close it first, or choose another folder with --data."
            ) from error
        except OSError as error:
            raise LibraryProblem(
                f"{self.settings.data} cannot be written ({error.strerror}): choose another folder with --data."
            ) from error
        self._known = Known()
        self._folder = indexes.find(self._parent, self._stamp())

    @alone
    def add(self, entry: Entry) -> None:
        """Keep a report, in place of an older one of the same file name. When this returns, it is on the disk.

        The indexes follow with `update_indexes`, at the next search or at the next start.
        """
        self.own()
        if self._store.state("embedder") not in (None, self.embedder.name):
            self._embed_again()
        replaced = [old.id for old in self.reports if old.file == entry.report.file]
        self._store.add(entry, self.embedder.name)
        self._changed |= dict.fromkeys(replaced, False) | {entry.report.id: True}
        self._known = Known()

    @alone
    def remove(self, report_id: str) -> None:
        """Remove a report from the store. The indexes follow with `update_indexes`, or at the next start."""
        self.own()
        self._store.remove(report_id)
        self._changed[report_id] = False
        self._known = Known()

    @alone
    def take_out(self, report_id: str) -> Entry:
        """Remove a report and give back all that was kept of it, for `add` to undo it. Raises WrongUse without one."""
        report = next((held for held in self.reports if held.id == report_id), None)
        if report is None:
            raise WrongUse("That report is no longer in the library: nothing was removed.")
        kept = self._store.chunks_and_embeddings(report_id)
        entry = Entry(report, self.paragraphs(report_id), *kept, self._store.original(report_id) or b"")
        self.remove(report_id)
        return entry

    @alone
    def update_indexes(self) -> None:
        """Bring the indexes to what the store holds."""
        if not self._changed:
            return
        if (opened := self._open()) is None:
            self.rebuild()
            return
        with indexes.told(self.settings.data):
            indexes.take_stamp(opened.folder)
            self._fill(opened, added=[id_ for id_, added in self._changed.items() if added], removed=[*self._changed])
            indexes.put_stamp(opened.folder, self._stamp())
        self._changed.clear()

    @alone
    def rebuild(self) -> None:
        """Build both indexes anew from the store, embedding every chunk again if another model is set.

        Raises LibraryProblem where the data folder is busy or full.
        """
        self.own()
        self._close_indexes()
        with indexes.told(self.settings.data):
            if self._store.state("embedder") not in (None, self.embedder.name):
                self._embed_again()
            # What a full disk left is in the way; a server has but one place for vectors, so nothing old may count.
            indexes.sweep(self._parent, keep=None if self.settings.chroma_url else self._folder)
            built = self._open_folder(indexes.fresh(self._parent))
            if self.settings.chroma_url:
                built.vectors.clear()
            self._fill(built, added=[report.id for report in self.reports], removed=[])
            indexes.put_stamp(built.folder, self._stamp())
            indexes.sweep(self._parent, keep=built.folder)
        self._indexes = built
        self._changed.clear()

    # What finds in it

    @alone
    def by_meaning(
        self, embedding: np.ndarray, limit: int, within: Collection[str] | None = None
    ) -> list[tuple[str, float]]:
        """Chunk ids and cosine similarities, best first; `within` these reports, or all."""
        return self._ready().vectors.find(embedding, limit, within)

    @alone
    def by_words(self, text: str, limit: int, within: Collection[str] | None = None) -> list[tuple[str, float]]:
        """Chunk ids and BM25 scores, best first; `within` these reports, or all."""
        return self._ready().words.find(text, limit, within)

    @alone
    def mentions(self, phrase: str, within: Collection[str] | None = None) -> int:
        """How many chunks hold a word or phrase, in any form of its words; `within` these reports, or all."""
        return self._ready().words.mentions(phrase, within)

    @property
    @alone
    def size(self) -> int:
        """How many chunks there are."""
        return self._ready().words.count()

    @alone
    def open_indexes(self) -> None:
        """Open the indexes, or build them where they are not what the store says, so that the first question is quick.

        Raises LibraryProblem where another process has them.
        """
        self._ready()

    @alone
    def indexes_agree(self) -> bool:
        """True if there are indexes that open and hold what the store holds.

        Raises LibraryProblem where another process has them.
        """
        self.own()
        return self._open() is not None

    @alone
    def close(self) -> None:
        """Let go of the store, the indexes and the data folder."""
        self._close_indexes()
        self._store.close()
        self._lock.release()

    @property
    def _parent(self) -> Path:
        return self.settings.data / "indexes"

    def _stamp(self) -> indexes.Stamp:
        return {
            "format": _FORMAT,
            "library": self._store.state("library") or "",
            "version": self._store.state("version") or "",
            "embedder": self.embedder.name,
            "vectors": self.settings.chroma_url or "beside the words",
            "chunks": str(self._store.count_chunks()),
        }

    def _ready(self) -> indexes.Indexes:
        self.own()
        self.update_indexes()
        opened = self._open()
        if opened is None:
            self._say("Building the indexes from the store…")
            self.rebuild()
            opened = self._open()
        if opened is None:
            raise LibraryProblem("The indexes could not be built: run inspection rebuild.")
        return opened

    def _open(self) -> indexes.Indexes | None:
        """The indexes as they were built last, open; None where there are none that can be trusted."""
        if self._indexes is None and self._folder is not None and indexes.is_sound(self._folder):
            opened = self._open_folder(self._folder)
            if opened.are_full():
                self._indexes = opened
            else:
                opened.close()
        return self._indexes

    def _open_folder(self, folder: Path) -> indexes.Indexes:
        return indexes.open_(folder, self.settings.chroma_url, f"inspection-{self._store.state('library')}")

    def _fill(self, opened: indexes.Indexes, added: Sequence[str], removed: Sequence[str]) -> None:
        for report_id in removed:
            opened.vectors.remove(report_id)
        lines: list[tuple[str, str, str]] = []
        for report_id in added:
            chunks, embeddings = self._store.chunks_and_embeddings(report_id)
            if chunks:
                opened.vectors.add([chunk.id for chunk in chunks], [report_id] * len(chunks), embeddings)
                lines += [(chunk.id, report_id, chunk.text) for chunk in chunks]
        opened.words.change(removed, lines)

    def _embed_again(self) -> None:
        self._say(f"Embedding every report again with {self.embedder.name}…")
        self._store.remember("embedder", "")  # until all are done they are no model's
        for report in self.reports:
            chunks, _old = self._store.chunks_and_embeddings(report.id)
            embeddings = self.embedder.encode([chunk.text for chunk in chunks])
            self._store.replace_embeddings([chunk.id for chunk in chunks], embeddings)
        self._store.remember("embedder", self.embedder.name)

    def _close_indexes(self) -> None:
        if self._indexes is not None:
            self._indexes.close()
            self._indexes = None
