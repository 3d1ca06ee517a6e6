"""The tables of the store, and how a Report, a Paragraph and a Chunk become rows of them and come back."""

from dataclasses import asdict
from typing import Any

import sqlalchemy as sql

from corpus.chunk import Chunk
from corpus.report import Box, ImprovementList, Judgement, Paragraph, PreviousInspection, Report

TABLES = sql.MetaData()


def _of_report() -> "sql.Column[Any]":
    return sql.Column("report_id", sql.ForeignKey("reports.id", ondelete="CASCADE"), nullable=False, index=True)


STATE = sql.Table(
    "state",
    TABLES,
    sql.Column("name", sql.String(40), primary_key=True),
    sql.Column("value", sql.Text, nullable=False),
)
REPORTS = sql.Table(
    "reports",
    TABLES,
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
JUDGEMENTS = sql.Table(
    "judgements",
    TABLES,
    _of_report(),
    sql.Column("position", sql.Integer, nullable=False),
    sql.Column("area", sql.String(40), nullable=False),
    sql.Column("label", sql.Text, nullable=False),
    sql.Column("words", sql.Text, nullable=False),
    sql.Column("grade", sql.String(40)),
    sql.Column("paragraph_id", sql.String(32), nullable=False),
)
PARAGRAPHS = sql.Table(
    "paragraphs",
    TABLES,
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
CHUNKS = sql.Table(
    "chunks",
    TABLES,
    sql.Column("id", sql.String(32), primary_key=True),
    _of_report(),
    sql.Column("position", sql.Integer, nullable=False),
    sql.Column("paragraph_ids", sql.JSON, nullable=False),
    sql.Column("text", sql.Text, nullable=False),
    sql.Column("tokens", sql.Integer, nullable=False),
    sql.Column("embedding", sql.LargeBinary, nullable=False),
)
ORIGINALS = sql.Table("originals", TABLES, _of_report(), sql.Column("content", sql.LargeBinary, nullable=False))


COLUMNS = " ".join(f"{table.name}.{column.name}" for table in TABLES.sorted_tables for column in table.columns)
"""What the tables hold, kept in the store itself, so that one made by another version is noticed."""


def report_row(report: Report) -> dict[str, Any]:
    """The row of a Report, without its Judgements."""
    row = {name: getattr(report, name) for name in REPORTS.c.keys()}  # noqa: SIM118 - columns, not a dict
    row["improvement_lists"] = [
        {**asdict(found), "evidence": {k: list(v) for k, v in found.evidence.items()}}
        for found in report.improvement_lists
    ]
    row["previous_inspections"] = [
        {**asdict(found), "paragraph_ids": list(found.paragraph_ids)} for found in report.previous_inspections
    ]
    return {**row, "stated": dict(report.stated), "notes": list(report.notes)}


def judgement_rows(report: Report) -> list[dict[str, Any]]:
    """The rows of a Report's Judgements, in order."""
    return [
        {"report_id": report.id, "position": position, **asdict(judgement)}
        for position, judgement in enumerate(report.judgements)
    ]


def paragraph_row(paragraph: Paragraph) -> dict[str, Any]:
    """The row of a Paragraph."""
    row = {name: getattr(paragraph, name) for name in PARAGRAPHS.c.keys()}  # noqa: SIM118 - columns, not a dict
    row["heading"] = list(paragraph.heading)
    row["boxes"] = [[box.page, box.x0, box.y0, box.x1, box.y1] for box in paragraph.boxes]
    return row


def read_report(row: sql.Row[Any], judgements: tuple[Judgement, ...]) -> Report:
    """The Report of a row, with its Judgements."""
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


def read_paragraph(row: sql.Row[Any]) -> Paragraph:
    """The Paragraph of a row."""
    fields = {**row._asdict(), "heading": tuple(row.heading), "boxes": tuple(Box(*box) for box in row.boxes)}
    return Paragraph(**fields)


CHUNK_COLUMNS = [column for column in CHUNKS.c if column.name != "embedding"]


def read_chunk(row: sql.Row[Any]) -> Chunk:
    """The Chunk of a row; the embedding is left out."""
    return Chunk(row.id, row.report_id, row.position, tuple(row.paragraph_ids), row.text, row.tokens)
