"""The Briefings that are kept, each whole, so that it opens again with the same words.

They stand in the store's database, in a table of their own. Every change is one transaction.
"""

import secrets
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sql

from assistant.briefings.briefing import Briefing
from assistant.briefings.written import read_briefing, write_briefing
from assistant.conversation_rows import LONGEST_ID, LONGEST_NAME, blanks, one_line
from corpus.changing import changing, empty_log, erasing, is_sqlite
from corpus.errors import WrongUse
from corpus.store import transaction

_TABLES = sql.MetaData()
_BRIEFINGS = sql.Table(
    "briefings",
    _TABLES,
    sql.Column("id", sql.String(LONGEST_ID), primary_key=True),
    sql.Column("owner", sql.String(LONGEST_ID), nullable=False, index=True),
    sql.Column("version", sql.Integer, nullable=False),
    sql.Column("changed", sql.DateTime, nullable=False),
    sql.Column("length", sql.Integer, nullable=False),
    sql.Column("room", sql.Text, nullable=False),  # as of the conversations, so that what is deleted is gone
    sql.Column("title", sql.Text, nullable=False),
    sql.Column("audience", sql.Text, nullable=False),
    sql.Column("briefing", sql.Text, nullable=False),
    sqlite_with_rowid=False,
)
_UNNAMED = "A briefing"
_GONE = "This briefing is no longer there, or it is not yours to change: copy it, or start a new one."


class ChangedElsewhere(WrongUse):
    """A Briefing was changed in the meantime, in another tab or window: nothing was saved."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A Briefing in a list: when it last changed (UTC), and how many Items it has."""

    id: str
    title: str
    audience: str
    changed: datetime
    items: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A Briefing as it is kept. `owner` is the browser that had it; `version` counts its changes, from 1; UTC."""

    owner: str
    version: int
    changed: datetime
    briefing: Briefing


class Briefings:
    """Keeps Briefings in a database. Raises LibraryProblem where that cannot be used.

    Whoever knows the id of a Briefing may read and copy it; only its owner changes it.
    """

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine
        self._blanks = ""
        with changing(self._engine) as connection:
            _TABLES.create_all(connection)
            if is_sqlite(engine):
                self._blanks = blanks(int(connection.exec_driver_sql("PRAGMA page_size").scalar_one()))
        empty_log(self._engine)  # of what was deleted when this process last ended

    def add(self, owner: str, briefing: Briefing) -> str:
        """Keep a new Briefing as an owner's own, and return its id."""
        # As long as a key, because whoever has the id may read the briefing.
        id_ = secrets.token_urlsafe(16)
        row = {"id": id_, "owner": one_line(owner, LONGEST_ID), "version": 1, "room": self._blanks}
        with changing(self._engine) as connection:
            connection.execute(sql.insert(_BRIEFINGS), [{**row, **_columns(replace(briefing, id=id_))}])
        return id_

    def get(self, id_: str) -> Kept | None:
        """A Briefing, or None where there is none of that id. Raises LibraryProblem where it cannot be read."""
        with transaction(self._engine) as connection:
            row = connection.execute(sql.select(_BRIEFINGS).where(_BRIEFINGS.c.id == one_line(id_, LONGEST_ID)))
            found = row.one_or_none()
        return (
            None
            if found is None
            else Kept(found.owner, found.version, _utc(found.changed), read_briefing(found.briefing))
        )

    def listed(self, owner: str) -> tuple[Listed, ...]:
        """An owner's Briefings, the last changed first."""
        kept, whose = _BRIEFINGS.c, one_line(owner, LONGEST_ID)
        query = sql.select(kept.id, kept.title, kept.audience, kept.changed, kept.length).where(kept.owner == whose)
        if not whose:
            return ()  # a browser without a name of its own has no list that others could not see
        with transaction(self._engine) as connection:
            rows = list(connection.execute(query.order_by(kept.changed.desc(), kept.id)).all())
        return tuple(Listed(row.id, row.title, row.audience, _utc(row.changed), row.length) for row in rows)

    def save(self, id_: str, owner: str, briefing: Briefing, version: int) -> int:
        """Keep an owner's Briefing in place of its `version`, and return the new one.

        Raises ChangedElsewhere where the one kept is of another version, WrongUse where there is none of theirs.
        """
        with erasing(self._engine) as connection:
            found = self._own(connection, id_, owner)
            if found.version != version:
                raise ChangedElsewhere(
                    "This briefing was changed in another tab or window: open it again to see that, then change it."
                )
            changed = {**_columns(replace(briefing, id=found.id)), "version": version + 1}
            connection.execute(sql.update(_BRIEFINGS).where(_BRIEFINGS.c.id == found.id).values(**changed))
        return version + 1

    def rename(self, id_: str, owner: str, title: str) -> None:
        """Give an owner's Briefing another title. Raises WrongUse where there is none of theirs."""
        with erasing(self._engine) as connection:
            found = self._own(connection, id_, owner)
            briefing = replace(read_briefing(found.briefing), title=one_line(title, LONGEST_NAME))
            changed = {**_columns(briefing), "version": found.version + 1}
            connection.execute(sql.update(_BRIEFINGS).where(_BRIEFINGS.c.id == found.id).values(**changed))

    def delete(self, id_: str, owner: str) -> None:
        """Delete an owner's Briefing: nothing that it said stays in the database."""
        theirs = (_BRIEFINGS.c.id == one_line(id_, LONGEST_ID), _BRIEFINGS.c.owner == one_line(owner, LONGEST_ID))
        with erasing(self._engine) as connection:
            connection.execute(sql.delete(_BRIEFINGS).where(*theirs))

    def copy(self, id_: str, owner: str) -> str:
        """Keep a Briefing of somebody's once more as an owner's own, and return its id. Raises WrongUse without one."""
        found = self.get(id_)
        if found is None:
            raise WrongUse("This briefing is no longer there: start a new one.")
        return self.add(owner, found.briefing)

    def _own(self, connection: sql.Connection, id_: str, owner: str) -> "sql.Row[Any]":
        """The row of an owner's Briefing, held until the transaction ends."""
        theirs = (_BRIEFINGS.c.id == one_line(id_, LONGEST_ID), _BRIEFINGS.c.owner == one_line(owner, LONGEST_ID))
        found = connection.execute(sql.select(_BRIEFINGS).where(*theirs).with_for_update()).one_or_none()
        if found is None:
            raise WrongUse(_GONE)
        return found


def _columns(briefing: Briefing) -> dict[str, Any]:
    return {
        "changed": datetime.now(UTC).replace(tzinfo=None),  # as databases keep it: without saying so
        "length": len(briefing.items),
        "title": one_line(briefing.title, LONGEST_NAME) or _UNNAMED,
        "audience": one_line(briefing.audience, LONGEST_NAME),
        "briefing": write_briefing(briefing),
    }


def _utc(kept: datetime) -> datetime:
    return kept.replace(tzinfo=UTC)
