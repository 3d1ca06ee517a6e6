"""Intake: files that people add in the chat go in one after another in a thread of their own, while others ask."""

import hashlib
import itertools
import logging
import queue
import threading
from dataclasses import dataclass, replace
from typing import Literal

from corpus.errors import InspectionError, UnreadableFile
from corpus.library import Library
from ingest.pipeline import ingest_content

LARGEST = 50_000_000
"""Bytes of a file at most: the longest report seen has 58 pages and under 5 million. The page sets the same limit."""
MOST_WAITING = 100
"""Files that may wait at a time."""
_MOST_BYTES = 500_000_000
"""Bytes that may wait at a time: they are held in memory."""
_REMEMBERED = 100  # files that are done and still told of
_LONGEST_NAME = 120  # characters; the longest name of a published report seen has 88
_ENDING = 30  # of them kept from its end, where the date and the format stand

State = Literal["waiting", "reading", "added", "replaced", "unchanged", "failed"]


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that was handed in, and what became of it.

    `name` is printable and bounded. `reason` says in plain words why it failed, or what there is to know of a file
    that went in. `report_id` is the Report in the library that it became, or was already. `whose` file it is
    alone is told of it: a file's name may be confidential.
    """

    id: str
    name: str
    state: State
    reason: str = ""
    report_id: str | None = None
    whose: str = ""

    @property
    def is_done(self) -> bool:
        """True if nothing more will come of it."""
        return self.state not in ("waiting", "reading")


class Intake:
    """Takes files for one library. Any thread may call it; the library stays usable by all others meanwhile."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._lock = threading.Lock()  # around everything below
        self._uploads: dict[str, Upload] = {}
        self._waiting: queue.SimpleQueue[tuple[Upload, bytes]] = queue.SimpleQueue()
        self._unfinished: dict[str, bytes] = {}
        self._ids = map(str, itertools.count(1))
        self._worker: threading.Thread | None = None

    def uploads(self, whose: str = "") -> tuple[Upload, ...]:
        """Somebody's files that wait or are being read, and those that were done last, in the order they came."""
        with self._lock:
            return tuple(upload for upload in self._uploads.values() if upload.whose == whose)

    def take(self, name: str, content: bytes, whose: str = "") -> str:
        """Take somebody's file in its turn, and return its Upload's id at once. What is refused has failed already."""
        with self._lock:
            upload = Upload(next(self._ids), _printable(name), "waiting", whose=whose)
            reason = self._refusal(upload.name, content)
            self._uploads[upload.id] = replace(upload, state="failed", reason=reason) if reason else upload
            self._drop_oldest()
            if not reason:
                self._unfinished[upload.id] = content
                self._waiting.put((upload, content))
                if self._worker is None:
                    self._worker = threading.Thread(target=self._work, name="intake", daemon=True)
                    self._worker.start()
            return upload.id

    def forget(self, whose: str = "") -> None:
        """Tell somebody no more of their files that are done."""
        with self._lock:
            kept = {id_: each for id_, each in self._uploads.items() if each.whose != whose or not each.is_done}
            self._uploads = kept

    def _refusal(self, name: str, content: bytes) -> str:
        """Why a file is not taken; "" where it is."""
        if len(content) > LARGEST:
            return f"it is larger than {LARGEST // 1_000_000} MB; add a smaller version"
        waiting = len(self._unfinished), sum(map(len, self._unfinished.values())) + len(content)
        if waiting[0] >= MOST_WAITING or waiting[1] > _MOST_BYTES:
            return "too many files are waiting already; add it again when they are done"
        if any(self._uploads[id_].name == name and other != content for id_, other in self._unfinished.items()):
            return "another file of this name is being added; rename one of them and add it again"
        return ""

    def _drop_oldest(self) -> None:
        done = [id_ for id_, upload in self._uploads.items() if upload.is_done]
        for id_ in done[:-_REMEMBERED]:
            del self._uploads[id_]

    def _work(self) -> None:
        while True:
            upload, content = self._waiting.get()
            self._put(replace(upload, state="reading"))
            self._put(_taken(upload, content, self._library))

    def _put(self, upload: Upload) -> None:
        with self._lock:
            self._uploads[upload.id] = upload
            if upload.is_done:
                del self._unfinished[upload.id]


def _taken(upload: Upload, content: bytes, library: Library) -> Upload:
    """What became of a file: it is in the library and can be asked about when this returns, or has failed."""
    try:
        done = ingest_content(content, upload.name, library)
        library.update_indexes()
    except UnreadableFile as problem:
        return replace(upload, state="failed", reason=problem.reason)
    except InspectionError as problem:
        return replace(upload, state="failed", reason=str(problem))
    except Exception:
        logging.getLogger(__name__).exception("A file could not be added.")
        return replace(upload, state="failed", reason="something went wrong that was not foreseen; add it again")
    report_id = hashlib.sha256(content).hexdigest()[:16]
    return replace(upload, state=done.outcome, reason=done.reason, report_id=report_id)


def _printable(name: str) -> str:
    """A file's name as it is kept and shown: without folders, line breaks and direction marks, and not too long."""
    last = name.replace("\\", "/").rpartition("/")[2]
    shown = " ".join("".join(letter if letter.isprintable() else " " for letter in last).split()) or "unnamed"
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[: _LONGEST_NAME - _ENDING - 1]}…{shown[-_ENDING:]}"
