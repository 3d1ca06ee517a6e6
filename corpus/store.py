"""The store: the truth about everything that was ingested, in a database through SQLAlchemy.

Reports, judgements, paragraphs, chunks with their embeddings, and the original files. Every change is one transaction.
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import sqlalchemy as sql

from corpus.chunk import Chunk, Entry
from corpus.errors import LibraryProblem
from corpus.report import Judgement, Paragraph, Report
from corpus.tables import (
    CHUNK_COLUMNS,
    CHUNKS,
    COLUMNS,
    JUDGEMENTS,
    ORIGINALS,
    PARAGRAPHS,
    REPORTS,
    STATE,
    TABLES,
    judgement_rows,
    paragraph_row,
    read_chunk,
    read_paragraph,
    read_report,
    report_row,
)

_TURN = 7_421_013
"""The number of PostgreSQL's lock that a change holds until it is committed: any that nobody else takes."""


class Store:
    """Reads and writes the database. Raises LibraryProblem where that cannot be done."""

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine
        if not self._is_set_up():
            self._set_up()

    def _is_set_up(self) -> bool:
        with self._changing() as connection:
            return set(TABLES.tables) <= set(sql.inspect(connection).get_table_names())

    def _set_up(self) -> None:
        with self._changing() as connection:
            take_turn(connection)  # of two processes that start at once, one waits
            TABLES.create_all(connection)
            known = connection.scalar(sql.select(STATE.c.value).where(STATE.c.name == "columns"))
            if connection.scalar(sql.select(STATE.c.value).where(STATE.c.name == "library")) is None:
                first = {"library": uuid.uuid4().hex, "version": "0", "columns": COLUMNS}
                connection.execute(sql.insert(STATE), [{"name": n, "value": v} for n, v in first.items()])
            elif known != COLUMNS:
                raise LibraryProblem(
                    f"The library in {_place(self._engine)} was made by another version of the assistant: choose a new "
                    "folder with --data and ingest the reports again."
                )

    @property
    def engine(self) -> sql.Engine:
        """The database, for what is kept in it beside the reports: the conversations."""
        return self._engine

    def _changing(self) -> AbstractContextManager[sql.Connection]:
        return transaction(self._engine)

    def _rows(self, query: sql.Select[Any]) -> Sequence[sql.Row[Any]]:
        with self._changing() as connection:
            return connection.execute(query).all()

    def state(self, name: str) -> str | None:
        """A remembered value: "library" (an id), "version" (a count of changes) or "embedder" (a model's name)."""
        rows = self._rows(sql.select(STATE.c.value).where(STATE.c.name == name))
        return str(rows[0].value) if rows else None

    def add(self, entry: Entry, embedder: str) -> None:
        """Add a report whole, in place of one of the same file name, in one transaction.

        `embedder` is the model that made the vectors.
        """
        report = entry.report
        vectors = np.asarray(entry.embeddings, dtype=np.float32)
        chunks = [
            {**asdict(chunk), "paragraph_ids": list(chunk.paragraph_ids), "embedding": vector.tobytes()}
            for chunk, vector in zip(entry.chunks, vectors, strict=True)
        ]
        with self._changing() as connection:
            connection.execute(sql.delete(REPORTS).where(REPORTS.c.file == report.file))
            connection.execute(sql.insert(REPORTS), [report_row(report)])
            _insert(connection, JUDGEMENTS, judgement_rows(report))
            _insert(connection, PARAGRAPHS, [paragraph_row(paragraph) for paragraph in entry.paragraphs])
            _insert(connection, CHUNKS, chunks)
            connection.execute(sql.insert(ORIGINALS), [{"report_id": report.id, "content": entry.content}])
            _remember(connection, "embedder", embedder)
            _count_change(connection)

    def remove(self, report_id: str) -> None:
        """Remove a report and all that belongs to it, in one transaction."""
        with self._changing() as connection:
            connection.execute(sql.delete(REPORTS).where(REPORTS.c.id == report_id))
            _count_change(connection)

    def replace_embeddings(self, ids: Sequence[str], embeddings: np.ndarray) -> None:
        """Give these chunks new embeddings, float32, (chunks, dimensions), in one transaction."""
        vectors = np.asarray(embeddings, dtype=np.float32)
        rows = [{"chunk": id_, "embedding": vector.tobytes()} for id_, vector in zip(ids, vectors, strict=True)]
        if rows:
            with self._changing() as connection:
                connection.execute(sql.update(CHUNKS).where(CHUNKS.c.id == sql.bindparam("chunk")), rows)

    def remember(self, name: str, value: str) -> None:
        """Keep a value that `state` reads, and count this as a change."""
        with self._changing() as connection:
            _remember(connection, name, value)
            _count_change(connection)

    def reports(self) -> tuple[Report, ...]:
        """Every report, by council and then by date."""
        judgements: dict[str, list[Judgement]] = {}
        for row in self._rows(sql.select(JUDGEMENTS).order_by(JUDGEMENTS.c.report_id, JUDGEMENTS.c.position)):
            judgements.setdefault(row.report_id, []).append(
                Judgement(row.area, row.label, row.words, row.grade, row.paragraph_id)
            )
        when = sql.func.coalesce(REPORTS.c.inspected_to, REPORTS.c.published)
        query = sql.select(REPORTS).order_by(REPORTS.c.council, when, REPORTS.c.file)
        return tuple(read_report(row, tuple(judgements.get(row.id, ()))) for row in self._rows(query))

    def paragraphs(self, report_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a report in reading order."""
        query = sql.select(PARAGRAPHS).where(PARAGRAPHS.c.report_id == report_id).order_by(PARAGRAPHS.c.position)
        return tuple(read_paragraph(row) for row in self._rows(query))

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks of these ids that exist, by id."""
        query = sql.select(*CHUNK_COLUMNS).where(CHUNKS.c.id.in_(ids))
        return {row.id: read_chunk(row) for row in self._rows(query)}

    def chunks_and_embeddings(self, report_id: str) -> tuple[tuple[Chunk, ...], np.ndarray]:
        """The chunks of a report in order, and their embeddings as float32, (chunks, dimensions)."""
        query = (
            sql.select(*CHUNK_COLUMNS, CHUNKS.c.embedding)
            .where(CHUNKS.c.report_id == report_id)
            .order_by(CHUNKS.c.position)
        )
        rows = self._rows(query)
        vectors = [np.frombuffer(row.embedding, dtype=np.float32) for row in rows]
        return tuple(read_chunk(row) for row in rows), np.stack(vectors) if vectors else np.empty((0, 0), np.float32)

    def count_chunks(self) -> int:
        """How many chunks the store holds."""
        return int(self._rows(sql.select(sql.func.count()).select_from(CHUNKS))[0][0])

    def original(self, report_id: str) -> bytes | None:
        """The bytes of a report's file as they were ingested."""
        rows = self._rows(sql.select(ORIGINALS.c.content).where(ORIGINALS.c.report_id == report_id))
        return bytes(rows[0].content) if rows else None

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


@contextmanager
def transaction(engine: sql.Engine) -> Iterator[sql.Connection]:
    """One transaction: what is done in it happens whole, or not at all where anything raises.

    Raises LibraryProblem, in a plain sentence, where the database cannot be used.
    """
    try:
        with engine.begin() as connection:
            yield connection
    except sql.exc.OperationalError as error:
        raise LibraryProblem(_plainly(error, engine)) from error
    except sql.exc.DatabaseError as error:
        raise LibraryProblem(
            f"The store {_place(engine)} is damaged: put back a copy of it, or move it away and ingest the reports "
            "again."
        ) from error


def take_turn(connection: sql.Connection) -> None:
    """Wait until no other change of this database is under way, and keep others waiting until this transaction ends."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    elif connection.dialect.name == "postgresql":
        connection.execute(sql.select(sql.func.pg_advisory_xact_lock(_TURN)))


def open_store(data: Path, url: str | None = None) -> Store:
    """The store in a data folder, made if it is not there, or the database at a URL.

    Raises LibraryProblem where it cannot be opened.
    """
    if url is None:
        try:
            data.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise LibraryProblem(
                f"The folder {data} cannot be made ({error.strerror}): choose another with --data."
            ) from error
    # A path may hold the characters that end the path of a URL.
    place = url or sql.URL.create("sqlite", database=str(data / "inspection.db"))
    try:
        engine = sql.create_engine(place)
    except (sql.exc.ArgumentError, ImportError) as error:
        raise LibraryProblem(f"INSPECTION_DATABASE_URL cannot be used ({error}): mend it, or remove it.") from error
    if engine.dialect.name == "sqlite":
        sql.event.listen(engine, "connect", _set_up_sqlite)
    return Store(engine)


def _set_up_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - whichever driver is in use
    # Whoever is busy is waited for, readers go on while one process writes, and a commit is on the disk before it is
    # acknowledged.
    for pragma in ("busy_timeout=10000", "journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _place(engine: sql.Engine) -> str:
    """Where the database is, as a person would say it: a file, or a URL without its password."""
    file = engine.url.database if engine.dialect.name == "sqlite" else None
    return file or engine.url.render_as_string()


def _plainly(error: sql.exc.OperationalError, engine: sql.Engine) -> str:
    place, reason = _place(engine), str(error.orig).lower()
    if "full" in reason or "disk i/o" in reason:
        return f"The disk that holds {place} is full or cannot be written: make room and try again; nothing was lost."
    if "locked" in reason:
        return f"Another process is writing to {place}: wait for it to finish and try again."
    if "readonly" in reason or "unable to open" in reason:
        return f"{place} cannot be opened for writing: check its permissions, or choose another folder with --data."
    return f"{place} cannot be used ({error.orig}): check it, or choose another folder with --data."


def _insert(connection: sql.Connection, table: sql.Table, rows: list[dict[str, Any]]) -> None:
    if rows:
        connection.execute(sql.insert(table), rows)


def _remember(connection: sql.Connection, name: str, value: str) -> None:
    connection.execute(sql.delete(STATE).where(STATE.c.name == name))
    connection.execute(sql.insert(STATE), [{"name": name, "value": value}])


def _count_change(connection: sql.Connection) -> None:
    version = connection.scalar(sql.select(STATE.c.value).where(STATE.c.name == "version"))
    _remember(connection, "version", str(int(version or 0) + 1))
