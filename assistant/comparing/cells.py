"""Cells of grids that are kept: what a report answered to a question, until either changes.

An answer is kept under the report's id, which changes with the file, the question's words, and the version of what
answers. It is worked out anew where the file was replaced, the question was worded otherwise, or another embedder,
reranker, chat model or release of the assistant answers. What is kept on a report that the library
holds no longer goes at the next start. Adding other reports changes nothing that is kept.
"""

import hashlib
from collections.abc import Collection, Mapping
from importlib.metadata import PackageNotFoundError, version

import sqlalchemy as sql

from assistant.answer import Answer
from assistant.conversation import Turn
from assistant.written import UNREADABLE, read_turn, write_turn
from corpus.changing import changing
from corpus.settings import Settings
from corpus.store import transaction

TABLES = sql.MetaData()
_CELLS = sql.Table(
    "grid_cells",
    TABLES,
    sql.Column("report", sql.String(64), primary_key=True),
    sql.Column("question", sql.String(64), primary_key=True),  # the SHA-256 of its words
    sql.Column("version", sql.String(64), primary_key=True),
    sql.Column("turn", sql.Text, nullable=False),
)
_ANSWERING = "1"
"""Raised when the same report is to answer the same question otherwise."""


class Cells:
    """The cells that are kept in a database, for what answers by these settings.

    Several threads and processes may use one. Raises LibraryProblem where the database cannot be used.
    """

    def __init__(self, engine: sql.Engine, settings: Settings) -> None:
        self._engine = engine
        self._version = _version_of(settings)
        with changing(engine) as connection:
            TABLES.create_all(connection)

    def of(self, report_ids: Collection[str], questions: Collection[str]) -> Mapping[tuple[str, str], Answer]:
        """What is kept of these reports and questions, by report id and question."""
        asked = {_hash(question): question for question in questions}
        wanted = sql.select(_CELLS.c.report, _CELLS.c.question, _CELLS.c.turn).where(
            _CELLS.c.version == self._version, _CELLS.c.report.in_(report_ids), _CELLS.c.question.in_(asked)
        )
        with transaction(self._engine) as connection:
            kept = connection.execute(wanted).all()
        read = {(row.report, asked[row.question]): read_turn(row.turn, asked[row.question]).answer for row in kept}
        return {where: answer for where, answer in read.items() if answer.note != UNREADABLE}

    def put(self, report_id: str, question: str, answer: Answer) -> None:
        """Keep what a report answered."""
        key = self._key(report_id, question)
        with changing(self._engine) as connection:
            connection.execute(sql.delete(_CELLS).filter_by(**key))
            connection.execute(sql.insert(_CELLS).values(**key, turn=write_turn(Turn(question, answer))))

    def forget_all_but(self, report_ids: Collection[str]) -> None:
        """Forget what is kept on reports other than these."""
        with changing(self._engine) as connection:
            known = set(connection.execute(sql.select(_CELLS.c.report).distinct()).scalars())
            for gone in known.difference(report_ids):
                connection.execute(sql.delete(_CELLS).filter_by(report=gone))

    def _key(self, report_id: str, question: str) -> dict[str, str]:
        return {"report": report_id, "question": _hash(question), "version": self._version}


def _version_of(settings: Settings) -> str:
    try:
        release = version("inspection-assistant")
    except PackageNotFoundError:
        release = ""
    return _hash("\n".join([_ANSWERING, release, settings.embedder, settings.reranker, settings.chat_model or ""]))


def _hash(words: str) -> str:
    return hashlib.sha256(" ".join(words.split()).encode("utf-8", "replace")).hexdigest()
