"""Search by meaning: the only module that knows Chroma.

An index is one collection with cosine distance, in a folder of its own or on a Chroma server.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Collection as Ids
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import urlsplit

import numpy as np

from corpus.errors import LibraryProblem

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.types import Where
    from chromadb.config import Settings as ChromaSettings

os.environ["ANONYMIZED_TELEMETRY"] = "False"  # before Chroma is imported, which is once an index opens: it takes long
_COLLECTION = "chunks"


def _quiet() -> ChromaSettings:
    from chromadb.config import Settings as ChromaSettings  # noqa: PLC0415 - see above

    return ChromaSettings(anonymized_telemetry=False)  # a new one each time: a client writes into what it is given


class Vectors:
    """Chunk ids by the meaning of their text."""

    def __init__(self, client: ClientAPI, collection: str = _COLLECTION) -> None:
        self._client = client
        self._name = collection
        self._collection = client.get_or_create_collection(
            collection, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def add(self, ids: Sequence[str], report_ids: Sequence[str], embeddings: np.ndarray) -> None:
        """Add chunks: their ids, the reports they belong to, and their vectors (chunks, dimensions)."""
        step = self._client.get_max_batch_size()
        for start in range(0, len(ids), step):
            part = slice(start, start + step)
            self._collection.upsert(
                ids=list(ids[part]),
                embeddings=embeddings[part],
                metadatas=[{"report": report_id} for report_id in report_ids[part]],
            )

    def remove(self, report_id: str) -> None:
        """Remove every chunk of a report."""
        self._collection.delete(where={"report": report_id})

    def find(self, embedding: np.ndarray, limit: int, within: Ids[str] | None = None) -> list[tuple[str, float]]:
        """The ids of the chunks nearest to a vector and their cosine similarities, best first.

        `within` are the reports to look in; None means all of them.
        """
        if within is not None and not within:
            return []
        here: Where | None = None if within is None else {"report": _any_of(within)}
        found = self._collection.query(
            query_embeddings=embedding.reshape(1, -1),
            n_results=limit,
            where=here,
            include=["distances"],
        )
        distances = found["distances"] or [[]]
        return [(id_, 1.0 - float(distance)) for id_, distance in zip(found["ids"][0], distances[0], strict=True)]

    def try_out(self) -> bool:
        """True if a record can be read, and searching for it finds as many as there are.

        Ends in chromadb's error, or worse, where the index is damaged.
        """
        some = self._collection.get(limit=1, include=["embeddings"])["embeddings"]
        if some is None or not len(some):
            return True
        return len(self.find(np.asarray(some[0], dtype=np.float32), 5)) == min(5, self.count())

    def count(self) -> int:
        """How many chunks the index holds."""
        return self._collection.count()

    def clear(self) -> None:
        """Empty the index."""
        self._client.delete_collection(self._name)
        self._collection = self._client.create_collection(
            self._name, embedding_function=None, configuration={"hnsw": {"space": "cosine"}}
        )

    def close(self) -> None:
        """Let go of the folder or the connection."""
        self._client.close()  # type: ignore[attr-defined]  # every client has it, their protocol does not


def _any_of(ids: Ids[str]) -> dict[Literal["$in", "$nin"], list[str | int | float | bool]]:
    return {"$in": [*sorted(ids)]}


def open_folder(folder: Path) -> Vectors:
    """The index in a folder, made if it is not there. Raises chromadb's errors where the folder cannot be used."""
    import chromadb  # noqa: PLC0415 - see above

    return Vectors(chromadb.PersistentClient(path=str(folder), settings=_quiet()))


def settled_files(folder: Path) -> list[Path]:
    """The files of an index that stay as they are until it is changed again; Chroma reads them as they come.

    A segment's files hold nothing before its index_metadata.pickle is written: until then all is in chroma.sqlite3,
    which changes with every opening.
    """
    saved = sorted(file.parent for file in folder.glob("*/index_metadata.pickle"))
    return [file for segment in saved for file in sorted(segment.iterdir())]


def is_intact(folder: Path) -> bool:
    """True if the database of an index is whole, as SQLite sees it; Chroma looks only at the parts that it needs."""
    try:
        with closing(sqlite3.connect(f"{(folder / 'chroma.sqlite3').absolute().as_uri()}?mode=ro", uri=True)) as found:
            return bool(found.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok")
    except sqlite3.Error:
        return False


def open_server(url: str, collection: str) -> Vectors:
    """The index on a Chroma server. Raises LibraryProblem where it does not answer."""
    import chromadb  # noqa: PLC0415 - see above

    parts = urlsplit(url)
    tls = parts.scheme == "https"
    try:
        client = chromadb.HttpClient(
            host=parts.hostname or "", port=parts.port or (443 if tls else 80), ssl=tls, settings=_quiet()
        )
        return Vectors(client, collection)
    except Exception as error:  # chromadb raises ValueError, httpx's and its own errors alike
        raise LibraryProblem(
            f"The Chroma server at {url} does not answer: start it, or remove INSPECTION_CHROMA_URL."
        ) from error
