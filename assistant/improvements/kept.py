"""What was found of Improvements that is kept: a second visit and an export are at once.

It is kept under what it was found from: the Improvement's id, the ids of the reports that were looked through (which
change with their files), and the version of what looks. Where any of them changes it is looked for anew; what stands
under an older stamp goes when the newer is kept.
"""

import hashlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import TypeVar

import sqlalchemy as sql
from pydantic import TypeAdapter, ValidationError

from assistant.improvements.enquiry import Line
from assistant.improvements.improvement import Behind, Improvement, Later
from assistant.improvements.later import later_reports
from corpus.changing import changing
from corpus.report import Report
from corpus.settings import Settings
from corpus.store import transaction

T = TypeVar("T")
TABLES = sql.MetaData()
_FOUND = sql.Table(
    "found_of_improvements",
    TABLES,
    sql.Column("key", sql.String(64), primary_key=True),  # an Improvement's id, or a hash of what else is kept
    sql.Column("stamp", sql.String(64), nullable=False),  # what it was found from, as a SHA-256
    sql.Column("found", sql.Text, nullable=False),
)
_METHOD = "2"
"""Raised when the same reports are to give other proposals."""

Finding = tuple[tuple[Behind, ...], tuple[Later, ...]]
"""What stands behind an Improvement, and what later reports say of it."""
_FINDING = TypeAdapter(Finding)
_UNLISTED = TypeAdapter(tuple[Improvement, ...])
_ENQUIRIES = TypeAdapter(tuple[Line, ...])


class Kept:
    """What is kept in a database, for what finds by these settings. All threads may use one."""

    def __init__(self, engine: sql.Engine, settings: Settings) -> None:
        self._engine = engine
        self._version = "\n".join([_METHOD, _release(), settings.embedder])
        with changing(engine) as connection:
            TABLES.create_all(connection)

    def of(self, improvements: Sequence[Improvement], reports: Sequence[Report]) -> dict[str, Finding]:
        """What is kept of Improvements, by their ids, as found from these reports and no others."""
        stamps = {each.id: self._stamp(_looked_through(each, reports)) for each in improvements}
        return {key: found for key in stamps if (found := self._read(key, stamps[key], _FINDING)) is not None}

    def put(self, improvement: Improvement, reports: Sequence[Report], found: Finding) -> None:
        """Keep what was found of an Improvement."""
        self._write(improvement.id, self._stamp(_looked_through(improvement, reports)), _FINDING, found)

    def unlisted(self, report: Report) -> tuple[Improvement, ...] | None:
        """The criticisms of a report's body that are kept; None where none were looked for."""
        return self._read(_key("unlisted", report.id), self._stamp([report]), _UNLISTED)

    def put_unlisted(self, report: Report, found: tuple[Improvement, ...]) -> None:
        """Keep the criticisms of a report's body that no list took up."""
        self._write(_key("unlisted", report.id), self._stamp([report]), _UNLISTED, found)

    def enquiries(self, council: str, reports: Sequence[Report]) -> tuple[Line, ...] | None:
        """A council's lines of enquiry that are kept; None where none were looked for."""
        return self._read(_key("enquiries", council), self._stamp(reports), _ENQUIRIES)

    def put_enquiries(self, council: str, reports: Sequence[Report], found: tuple[Line, ...]) -> None:
        """Keep a council's lines of enquiry, as its reports give them."""
        self._write(_key("enquiries", council), self._stamp(reports), _ENQUIRIES, found)

    def _read(self, key: str, stamp: str, written: TypeAdapter[T]) -> T | None:
        """None also for what another version wrote and this one cannot read."""
        with transaction(self._engine) as connection:
            kept = connection.scalar(sql.select(_FOUND.c.found).filter_by(key=key, stamp=stamp))
        try:
            return None if kept is None else written.validate_json(kept)
        except ValidationError:
            return None

    def _write(self, key: str, stamp: str, written: TypeAdapter[T], found: T) -> None:
        row = {"key": key, "stamp": stamp, "found": written.dump_json(found).decode("utf-8", "replace")}
        with changing(self._engine) as connection:
            connection.execute(sql.delete(_FOUND).filter_by(key=key))
            connection.execute(sql.insert(_FOUND), [row])

    def _stamp(self, reports: Sequence[Report]) -> str:
        return _hash("\n".join([self._version, *(each.id for each in reports)]))


def _looked_through(improvement: Improvement, reports: Sequence[Report]) -> list[Report]:
    return [improvement.report, *later_reports(improvement.report, reports)]


def _key(kind: str, of: str) -> str:
    return _hash(f"{kind} {of}")


def _hash(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def _release() -> str:
    try:
        return version("inspection-assistant")
    except PackageNotFoundError:
        return ""
