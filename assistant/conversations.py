"""The conversations that are kept: each question with its answer, whole, so that it opens again with the same words.

They stand in the store's database, in two tables of their own. Every change is one transaction.
"""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sql

from assistant.answer import Answer
from assistant.conversation import Conversation, Turn
from assistant.conversation_rows import (
    CONVERSATIONS,
    LONGEST_ID,
    LONGEST_NAME,
    TABLES,
    TURNS,
    blanks,
    folded,
    name_from,
    named,
    one_line,
)
from assistant.written import read_turn, write_turn
from corpus.changing import changing, empty_log, erasing, is_sqlite
from corpus.errors import WrongUse
from corpus.library import Library
from corpus.report import Report
from corpus.store import transaction

_LONGEST_WHY = 2_000
_LONGEST_SEARCH = 200
_MOST_WORDS = 12  # of a search
_SEARCHED = 50_000  # characters of a turn that a search looks through; an answer has a few thousand


@dataclass(frozen=True, slots=True)
class Feedback:
    """What a reader thought of an answer: whether it helped, and why, in their words or ""."""

    helpful: bool
    why: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A conversation in a list: when it last changed (UTC), and how many turns it has."""

    id: str
    name: str
    changed: datetime
    turns: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A conversation as it is kept. `owner` is the browser that had it; times are UTC.

    `feedback` is by the position of a turn, from 0.
    """

    id: str
    owner: str
    name: str
    started: datetime
    changed: datetime
    conversation: Conversation = field(default_factory=Conversation)
    feedback: Mapping[int, Feedback] = field(default_factory=dict)


class Conversations:
    """Keeps conversations in a database. Raises LibraryProblem where that cannot be used.

    Whoever knows the id of a conversation may read it; only its owner changes it, and what others ask for is not done.
    """

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine
        self._blanks = ""
        with changing(self._engine) as connection:
            TABLES.create_all(connection)
            if is_sqlite(engine):
                page = int(connection.exec_driver_sql("PRAGMA page_size").scalar_one())
                self._blanks = blanks(page)
        empty_log(self._engine)  # of what was deleted when this process last ended

    def add(self, id_: str | None, owner: str, turn: Turn, position: int | None = None) -> str:
        """Keep one more turn of an owner's conversation, and return its id.

        None starts one, named from its first question; so does an id that is not theirs or no longer there. With a
        position (from 0), the turn takes the place of those from there on, in the same transaction.
        """
        now = _now()
        with changing(self._engine) if position is None else erasing(self._engine) as connection:
            found = self._own(connection, id_ or "", owner)
            id_ = str(found.id) if found else self._start(connection, owner, now)
            if position is not None:
                _drop(connection, id_, position)
            last = connection.scalar(sql.select(sql.func.max(TURNS.c.position)).where(TURNS.c.conversation == id_))
            at = 0 if last is None else int(last) + 1
            connection.execute(sql.insert(TURNS), [self._turn_row(id_, at, turn)])
            name = named(name_from(turn.asked)) if at == 0 and not (found and found.named) else {}
            _change(connection, id_, changed=now, **name)
        return id_

    def get(self, id_: str) -> Kept | None:
        """A conversation with all its turns, or None where there is none of that id."""
        query = (
            sql.select(CONVERSATIONS, TURNS.c.position, TURNS.c.helpful, TURNS.c.asked, TURNS.c.turn, TURNS.c.why)
            .outerjoin_from(CONVERSATIONS, TURNS, TURNS.c.conversation == CONVERSATIONS.c.id)
            .where(CONVERSATIONS.c.id == one_line(id_, LONGEST_ID))
            .order_by(TURNS.c.position)
        )
        rows = self._rows(query)
        if not rows:
            return None
        turns = [row for row in rows if row.position is not None]
        return Kept(
            id=rows[0].id,
            owner=rows[0].owner,
            name=rows[0].name,
            started=_utc(rows[0].started),
            changed=_utc(rows[0].changed),
            conversation=Conversation(tuple(read_turn(row.turn, row.asked) for row in turns)),
            feedback={at: Feedback(row.helpful, row.why) for at, row in enumerate(turns) if row.helpful is not None},
        )

    def listed(self, owner: str, search: str = "") -> tuple[Listed, ...]:
        """An owner's conversations, newest first; with a search, those that hold all of its words in any case.

        A word may stand in the name, in a question or in an answer, and may be the beginning or end of another.
        """
        if not one_line(owner, LONGEST_ID):
            return ()  # a browser without a name of its own has no list that others could not see
        kept, turns = CONVERSATIONS.c, TURNS.c
        count = sql.select(sql.func.count()).where(turns.conversation == kept.id).scalar_subquery()
        query = sql.select(kept.id, kept.name, kept.changed, count.label("turns")).where(
            kept.owner == one_line(owner, LONGEST_ID), kept.name != ""
        )
        for word in folded(search, _LONGEST_SEARCH).split()[:_MOST_WORDS]:
            inside = sql.exists().where(turns.conversation == kept.id, turns.words.contains(word, autoescape=True))
            query = query.where(kept.words.contains(word, autoescape=True) | inside)
        rows = self._rows(query.order_by(kept.changed.desc(), kept.id))
        return tuple(Listed(row.id, row.name, _utc(row.changed), row.turns) for row in rows)

    def rename(self, id_: str, owner: str, name: str) -> None:
        """Give a conversation a name; an empty one gives back the name from its first question."""
        with erasing(self._engine) as connection:
            found = self._own(connection, id_, owner)
            if found:
                given = one_line(name, LONGEST_NAME)
                first = sql.select(TURNS.c.asked).where(TURNS.c.conversation == found.id, TURNS.c.position == 0)
                new = named(given or name_from(connection.scalar(first) or ""))
                _change(connection, found.id, named=bool(given), **new)

    def delete(self, id_: str, owner: str) -> None:
        """Delete a conversation: nothing that was said in it stays in the database."""
        with erasing(self._engine) as connection:
            found = self._own(connection, id_, owner)
            if found:
                connection.execute(sql.delete(TURNS).where(TURNS.c.conversation == found.id))
                connection.execute(sql.delete(CONVERSATIONS).where(CONVERSATIONS.c.id == found.id))

    def cut(self, id_: str, owner: str, position: int) -> None:
        """Drop the turns from a position (from 0) on, as their question is asked anew.

        A conversation without any is not listed, unless a person named it.
        """
        with erasing(self._engine) as connection:
            found = self._own(connection, id_, owner)
            if found:
                _drop(connection, found.id, position)
                if position <= 0 and not found.named:
                    _change(connection, found.id, **named(""))

    def judge(self, id_: str, position: int, feedback: Feedback) -> None:
        """Keep what a reader thought of the answer at a position (from 0), in place of what was thought before."""
        place = (TURNS.c.conversation == one_line(id_, LONGEST_ID), TURNS.c.position == position)
        with erasing(self._engine) as connection:
            change = sql.update(TURNS).where(*place)
            connection.execute(change.values(helpful=feedback.helpful, why=one_line(feedback.why, _LONGEST_WHY)))

    def copy(self, id_: str, owner: str) -> str:
        """Keep a conversation of somebody's once more as an owner's own, without their feedback, and return its id.

        Raises WrongUse where there is none of that id.
        """
        now = _now()
        with changing(self._engine) as connection:
            found = connection.execute(sql.select(CONVERSATIONS).where(CONVERSATIONS.c.id == one_line(id_, LONGEST_ID)))
            of = found.one_or_none()
            if of is None:
                raise WrongUse("This conversation is no longer there: start a new one.")
            new = self._start(connection, owner, now)
            _change(connection, new, named=of.named, name=of.name, words=of.words)
            turns = connection.execute(sql.select(TURNS).where(TURNS.c.conversation == of.id)).mappings().all()
            if turns:
                fresh = {"conversation": new, "helpful": None, "why": ""}
                connection.execute(sql.insert(TURNS), [{**turn, **fresh} for turn in turns])
        return new

    def _start(self, connection: sql.Connection, owner: str, now: datetime) -> str:
        # As long as a key, because whoever has the id may read the conversation.
        id_ = secrets.token_urlsafe(16)
        row = {"id": id_, "owner": one_line(owner, LONGEST_ID), "started": now, "changed": now}
        connection.execute(sql.insert(CONVERSATIONS), [{**row, "named": False, "room": self._blanks, **named("")}])
        return id_

    def _own(self, connection: sql.Connection, id_: str, owner: str) -> "sql.Row[Any] | None":
        """The row of an owner's conversation, held until the transaction ends; None where it is not theirs."""
        theirs = (CONVERSATIONS.c.id == one_line(id_, LONGEST_ID), CONVERSATIONS.c.owner == one_line(owner, LONGEST_ID))
        return connection.execute(sql.select(CONVERSATIONS).where(*theirs).with_for_update()).one_or_none()

    def _turn_row(self, id_: str, position: int, turn: Turn) -> dict[str, Any]:
        return {
            "conversation": id_,
            "position": position,
            "room": self._blanks,
            "words": folded(f"{turn.asked} {turn.answer.text}", _SEARCHED),
            "asked": one_line(turn.asked, _SEARCHED),
            "turn": write_turn(turn),
            "why": "",
        }

    def _rows(self, query: sql.Select[Any]) -> "list[sql.Row[Any]]":
        with transaction(self._engine) as connection:
            return list(connection.execute(query).all())


def _change(connection: sql.Connection, id_: str, **columns: object) -> None:
    """Change columns of a conversation's row."""
    connection.execute(sql.update(CONVERSATIONS).where(CONVERSATIONS.c.id == id_).values(**columns))


def _drop(connection: sql.Connection, id_: str, position: int) -> None:
    """Delete a conversation's turns from a position on."""
    connection.execute(sql.delete(TURNS).where(TURNS.c.conversation == id_, TURNS.c.position >= position))


def replaced(answer: Answer, library: Library) -> tuple[str, ...]:
    """A sentence for each report that an Answer cites and that the library no longer holds as it was then."""
    held = {report.id for report in library.reports}
    files = {report.file for report in library.reports}
    cited = {citation.report.id: citation.report for citation in answer.citations}
    return tuple(
        f"{_whose(report)}, was {'replaced by a newer file' if report.file in files else 'removed from the library'} "
        "since: the words below are those that were cited then."
        for report in cited.values()
        if report.id not in held
    )


def _whose(report: Report) -> str:
    whose = one_line(report.council or report.title or report.file, LONGEST_NAME)
    return f"{whose}, inspected {report.when:%B %Y}" if report.when else whose


def _now() -> datetime:
    """The time in UTC, as databases keep it: without saying so."""
    return datetime.now(UTC).replace(tzinfo=None)


def _utc(kept: datetime) -> datetime:
    return kept.replace(tzinfo=UTC)
