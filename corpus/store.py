"""The store: the truth about everything that was ingested, in a database through SQLAlchemy.

Reports, judgements, paragraphs, chunks with their embeddings, and the original files. Every change is one transaction.
"""

import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import sqlalchemy as sql

from corpus.chunk import Chunk, Entry
from corpus.errors import LibraryProblem
from corpus.report import Box, ImprovementList, Judgement, Paragraph, PreviousInspection, Report

_TABLES = sql.MetaData()


def _of_report() -> "sql.Column[Any]":
    return sql.Column("report_id", sql.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True)


_STATE = sql.Table(
    "state",
    _TABLES,
    sql.Column("name", sql.String(40), primary_key=True),
    sql.Column("value", sql.Text, nullable=False),
)
_REPORTS = sql.Table(
    "reports",
    _TABLES,
    sql.Column("id", sql.String(16), primary_key=True),
    sql.Column("file", sql.Text, nullable=False, unique=True),
    sql.Column("title", sql.Text, nullable=False),
    sql.Column("council", sql.Text, index=True),
    sql.Column("kind", sql.String(40)),
    sql.Column("framework", sql.Text),
    sql.Column("inspected_from", sql.Date),
    sql.Column("inspected_to", sql.Date),
    sql.Column("published", sql.Date),
    sql.Column("pages", sql.Integer, nullable=False),
    sql.Column("outcome", sql.Text),
    sql.Column("improvement_lists", sql.JSON, nullable=False),
    sql.Column("stated", sql.JSON, nullable=False),
    sql.Column("notes", sql.JSON, nullable=False),
    sql.Column("previous_inspections", sql.JSON, nullable=False),
)
_JUDGEMENTS = sql.Table(
    "judgements",
    _TABLES,
    _of_report(),
    sql.Column("position", sql.Integer, nullable=False),
    sql.Column("area", sql.String(40), nullable=False),
    sql.Column("label", sql.Text, nullable=False),
    sql.Column("words", sql.Text, nullable=False),
    sql.Column("grade", sql.String(40)),
    sql.Column("paragraph_id", sql.String(32), nullable=False),
)
_PARAGRAPHS = sql.Table(
    "paragraphs",
    _TABLES,
    sql.Column("id", sql.String(32), primary_key=True),
    _of_report(),
    sql.Column("position", sql.Integer, nullable=False),
    sql.Column("kind", sql.String(20), nullable=False),
    sql.Column("number", sql.String(20)),
    sql.Column("heading", sql.JSON, nullable=False),
    sql.Column("page", sql.Integer, nullable=False),
    sql.Column("last_page", sql.Integer, nullable=False),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("boxes", sql.JSON, nullable=False),
    sql.Column("introduced_by", sql.String(32)),
)
_CHUNKS = sql.Table(
    "chunks",
    _TABLES,
    sql.Column("id", sql.String(32), primary_key=True),
    _of_report(),
    sql.Column("position", sql.Integer, nullable=False),
    sql.Column("paragraph_ids", sql.JSON, nullable=False),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("tokens", sql.Integer, nullable=False),
    sql.Column("embedding", sql.LargeBinary, nullable=False),
)
_ORIGINALS = sql.Table("originals", _TABLES, _of_report(), sql.Column("content", sql.LargeBinary, nullable=False))


_COLUMNS = " ".join(f"{table.name}.{column.name}" for table in _TABLES.sorted_tables for column in table.columns)
"""What the tables hold, kept in the store itself, so that one made by another version is noticed."""


class Store:
    """Reads and writes the database. Raises LibraryProblem where that cannot be done."""

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine
        if not self._is_set_up():
            self._set_up()

    def _is_set_up(self) -> bool:
        with self._changing() as connection:
            return set(_TABLES.tables) <= set(sql.inspect(connection).get_table_names())

    def _set_up(self) -> None:
        with self._changing() as connection:
            if self._engine.dialect.name == "sqlite":
                connection.exec_driver_sql("BEGIN IMMEDIATE")  # of two processes that start at once, one waits
            _TABLES.create_all(connection)
            known = connection.scalar(sql.select(_STATE.c.value).where(_STATE.c.name == "columns"))
            if connection.scalar(sql.select(_STATE.c.value).where(_STATE.c.name == "library")) is None:
                first = {"library": uuid.uuid4().hex, "version": "0", "columns": _COLUMNS}
                connection.execute(sql.insert(_STATE), [{"name": n, "value": v} for n, v in first.items()])
            elif known != _COLUMNS:
                raise LibraryProblem(
                    f"The library in {_place(self._engine)} was made by another version of the assistant: choose a new "
                    "folder with --data and ingest the reports again."
                )

    @contextmanager
    def _changing(self) -> Iterator[sql.Connection]:
        try:
            with self._engine.begin() as connection:
                yield connection
        except sql.exc.OperationalError as error:
            raise LibraryProblem(_plainly(error, self._engine)) from error
        except sql.exc.DatabaseError as error:
            raise LibraryProblem(
                f"The store {_place(self._engine)} is damaged: put back a copy of it, or move it away and ingest the "
                "reports again."
            ) from error

    def _rows(self, query: sql.Select[Any]) -> Sequence[sql.Row[Any]]:
        with self._changing() as connection:
            return connection.execute(query).all()

    def state(self, name: str) -> str | None:
        """A remembered value: "library" (an id), "version" (a count of changes) or "embedder" (a model's name)."""
        rows = self._rows(sql.select(_STATE.c.value).where(_STATE.c.name == name))
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
            connection.execute(sql.delete(_REPORTS).where(_REPORTS.c.file == report.file))
            connection.execute(sql.insert(_REPORTS), [_report_row(report)])
            _insert(connection, _JUDGEMENTS, _judgement_rows(report))
            _insert(connection, _PARAGRAPHS, [_paragraph_row(paragraph) for paragraph in entry.paragraphs])
            _insert(connection, _CHUNKS, chunks)
            connection.execute(sql.insert(_ORIGINALS), [{"report_id": report.id, "content": entry.content}])
            _remember(connection, "embedder", embedder)
            _count_change(connection)

    def remove(self, report_id: str) -> None:
        """Remove a report and all that belongs to it, in one transaction."""
        with self._changing() as connection:
            connection.execute(sql.delete(_REPORTS).where(_REPORTS.c.id == report_id))
            _count_change(connection)

    def replace_embeddings(self, ids: Sequence[str], embeddings: np.ndarray) -> None:
        """Give these chunks new embeddings, float32, (chunks, dimensions), in one transaction."""
        vectors = np.asarray(embeddings, dtype=np.float32)
        rows = [{"chunk": id_, "embedding": vector.tobytes()} for id_, vector in zip(ids, vectors, strict=True)]
        if rows:
            with self._changing() as connection:
                connection.execute(sql.update(_CHUNKS).where(_CHUNKS.c.id == sql.bindparam("chunk")), rows)

    def remember(self, name: str, value: str) -> None:
        """Keep a value that `state` reads, and count this as a change."""
        with self._changing() as connection:
            _remember(connection, name, value)
            _count_change(connection)

    def reports(self) -> tuple[Report, ...]:
        """Every report, by council and then by date."""
        judgements: dict[str, list[Judgement]] = {}
        for row in self._rows(sql.select(_JUDGEMENTS).order_by(_JUDGEMENTS.c.report_id, _JUDGEMENTS.c.position)):
            judgements.setdefault(row.report_id, []).append(
                Judgement(row.area, row.label, row.words, row.grade, row.paragraph_id)
            )
        when = sql.func.coalesce(_REPORTS.c.inspected_to, _REPORTS.c.published)
        query = sql.select(_REPORTS).order_by(_REPORTS.c.council, when, _REPORTS.c.file)
        return tuple(_report(row, tuple(judgements.get(row.id, ()))) for row in self._rows(query))

    def paragraphs(self, report_id: str) -> tuple[Paragraph, ...]:
        """The paragraphs of a report in reading order."""
        query = sql.select(_PARAGRAPHS).where(_PARAGRAPHS.c.report_id == report_id).order_by(_PARAGRAPHS.c.position)
        return tuple(_paragraph(row) for row in self._rows(query))

    def chunks(self, ids: Sequence[str]) -> dict[str, Chunk]:
        """The chunks of these ids that exist, by id."""
        query = sql.select(*_CHUNK_COLUMNS).where(_CHUNKS.c.id.in_(ids))
        return {row.id: _chunk(row) for row in self._rows(query)}

    def chunks_and_embeddings(self, report_id: str) -> tuple[tuple[Chunk, ...], np.ndarray]:
        """The chunks of a report in order, and their embeddings as float32, (chunks, dimensions)."""
        query = (
            sql.select(*_CHUNK_COLUMNS, _CHUNKS.c.embedding)
            .where(_CHUNKS.c.report_id == report_id)
            .order_by(_CHUNKS.c.position)
        )
        rows = self._rows(query)
        vectors = [np.frombuffer(row.embedding, dtype=np.float32) for row in rows]
        return tuple(_chunk(row) for row in rows), np.stack(vectors) if vectors else np.empty((0, 0), np.float32)

    def count_chunks(self) -> int:
        """How many chunks the store holds."""
        return int(self._rows(sql.select(sql.func.count()).select_from(_CHUNKS))[0][0])

    def original(self, report_id: str) -> bytes | None:
        """The bytes of a report's file as they were ingested."""
        rows = self._rows(sql.select(_ORIGINALS.c.content).where(_ORIGINALS.c.report_id == report_id))
        return bytes(rows[0].content) if rows else None

    def close(self) -> None:
        """Let go of the database."""
        self._engine.dispose()


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
    connection.execute(sql.delete(_STATE).where(_STATE.c.name == name))
    connection.execute(sql.insert(_STATE), [{"name": name, "value": value}])


def _count_change(connection: sql.Connection) -> None:
    version = connection.scalar(sql.select(_STATE.c.value).where(_STATE.c.name == "version"))
    _remember(connection, "version", str(int(version or 0) + 1))


def _report_row(report: Report) -> dict[str, Any]:
    row = {name: getattr(report, name) for name in _REPORTS.c.keys()}  # noqa: SIM118 - columns, not a dict
    row["improvement_lists"] = [
        {**asdict(found), "evidence": {k: list(v) for k, v in found.evidence.items()}}
        for found in report.improvement_lists
    ]
    row["previous_inspections"] = [
        {**asdict(found), "paragraph_ids": list(found.paragraph_ids)} for found in report.previous_inspections
    ]
    return {**row, "stated": dict(report.stated), "notes": list(report.notes)}


def _judgement_rows(report: Report) -> list[dict[str, Any]]:
    return [
        {"report_id": report.id, "position": position, **asdict(judgement)}
        for position, judgement in enumerate(report.judgements)
    ]


def _paragraph_row(paragraph: Paragraph) -> dict[str, Any]:
    row = {name: getattr(paragraph, name) for name in _PARAGRAPHS.c.keys()}  # noqa: SIM118 - columns, not a dict
    row["heading"] = list(paragraph.heading)
    row["boxes"] = [[box.page, box.x0, box.y0, box.x1, box.y1] for box in paragraph.boxes]
    return row


def _report(row: sql.Row[Any], judgements: tuple[Judgement, ...]) -> Report:
    fields = {name: value for name, value in row._asdict().items() if name != "improvement_lists"}
    fields["notes"] = tuple(row.notes)
    fields["previous_inspections"] = tuple(
        PreviousInspection(**{**found, "paragraph_ids": tuple(found["paragraph_ids"])})
        for found in row.previous_inspections
    )
    lists = tuple(
        ImprovementList(
            found["kind"],
            found["heading"],
            tuple(found["paragraph_ids"]),
            {item: tuple(ids) for item, ids in found["evidence"].items()},
        )
        for found in row.improvement_lists
    )
    return Report(**fields, judgements=judgements, improvement_lists=lists)


def _paragraph(row: sql.Row[Any]) -> Paragraph:
    fields = {**row._asdict(), "heading": tuple(row.heading), "boxes": tuple(Box(*box) for box in row.boxes)}
    return Paragraph(**fields)


_CHUNK_COLUMNS = [column for column in _CHUNKS.c if column.name != "embedding"]


def _chunk(row: sql.Row[Any]) -> Chunk:
    return Chunk(row.id, row.report_id, row.position, tuple(row.paragraph_ids), row.text, row.tokens)
