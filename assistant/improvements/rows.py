"""The tables of the tracker, and how an Improvement becomes a row and comes back.

Nothing that a person wrote is ever overwritten: what stands is read from the changes, and they are only ever added.
"""

from dataclasses import replace
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError

from assistant.improvements.improvement import Improvement
from assistant.improvements.tracked import Change, inspection, same_words, words_of
from corpus.report import Paragraph, Report

LONGEST_KEY = 64  # characters

TABLES = sql.MetaData()
TRACKED = sql.Table(
    "tracked_improvements",
    TABLES,
    sql.Column("key", sql.String(LONGEST_KEY), primary_key=True),
    sql.Column("council", sql.Text, nullable=False, index=True),
    sql.Column("inspection", sql.Text, nullable=False),
    sql.Column("words", sql.String(64), nullable=False),  # a hash of the exact words, for matching another file of them
    sql.Column("written", sql.Text, nullable=False),  # the Improvement itself, for when no report says it any longer
)
CHANGES = sql.Table(
    "tracked_changes",
    TABLES,
    sql.Column("number", sql.Integer, primary_key=True, autoincrement=True),
    sql.Column("key", sql.Text, nullable=False, index=True),  # a tracked improvement's, or an inspection's
    sql.Column("who", sql.Text, nullable=False),
    sql.Column("made", sql.DateTime, nullable=False),  # UTC
    sql.Column("field", sql.Text, nullable=False),
    sql.Column("before", sql.Text, nullable=False),
    sql.Column("after", sql.Text, nullable=False),
    sqlite_autoincrement=True,  # a number is never given twice
)
FILES = sql.Table(
    "tracked_files",
    TABLES,
    sql.Column("id", sql.String(LONGEST_KEY), primary_key=True),
    sql.Column("key", sql.String(LONGEST_KEY), nullable=False, index=True),
    sql.Column("content", sql.LargeBinary, nullable=False),
)

_WRITTEN = TypeAdapter(Improvement)
_UNREADABLE = "These words were kept by another version of the assistant and cannot be shown here."


def improvement_row(key: str, improvement: Improvement) -> dict[str, Any]:
    """The row of an Improvement that somebody adds something to."""
    kept = replace(improvement, behind=(), later=())
    written = _WRITTEN.dump_json(kept).decode("utf-8", "replace")
    return {
        "key": key,
        "council": council_of(improvement.report),
        "inspection": inspection(improvement.report),
        "words": hash_words(words_of(improvement)),
        "written": written,
    }


def read_improvement(row: "sql.Row[Any]") -> Improvement:
    """The Improvement of a row, as it was when it was kept."""
    try:
        return _WRITTEN.validate_json(row.written)
    except ValidationError:
        report = Report("", "", "", row.council, None, None, None, None, None, pages=1)
        paragraph = Paragraph("", "", 0, "prose", None, (), 1, 1, f"{_UNREADABLE} They are of {row.inspection}.")
        return Improvement(row.key, report, paragraph, 0)


def change_row(key: str, who: str, field: str, before: str, after: str) -> dict[str, Any]:
    """The row of a change that is made now."""
    made = datetime.now(UTC).replace(tzinfo=None)
    return {"key": key, "who": who, "made": made, "field": field, "before": before, "after": after}


def read_change(row: "sql.Row[Any]") -> Change:
    """The Change of a row."""
    return Change(row.number, row.who, row.made.replace(tzinfo=UTC), row.field, row.before, row.after)


def council_of(report: Report) -> str:
    """Whose report it is; reports that name no council stand together."""
    return report.council or ""


def hash_words(words: str) -> str:
    """What tells the same words, however they are broken into lines."""
    return sha256(same_words(words).encode("utf-8", "replace")).hexdigest()
