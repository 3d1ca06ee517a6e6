"""The Tracker: keeps what people add to Improvements, in the store's database, with every change that was ever made."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

import sqlalchemy as sql

from assistant.exports.sheet import printable
from assistant.improvements import rows
from assistant.improvements.fields import EMPTY, fit, fit_address, fit_name, name_field
from assistant.improvements.improvement import Improvement
from assistant.improvements.matching import Held, match
from assistant.improvements.rows import CHANGES, FILES, TABLES, TRACKED
from assistant.improvements.tracked import Change, Conflict, Edit, Tracked, inspection
from corpus.changing import changing, erasing
from corpus.errors import WrongUse
from corpus.report import Report
from corpus.store import transaction

LARGEST_FILE = 10_000_000
"""Bytes of a file that is kept as evidence."""
_LONGEST_FILE_NAME = 150


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of Edits: how many were made, and those that somebody else's change stands against."""

    made: int
    conflicts: tuple[Conflict, ...] = ()


class Tracker:
    """Keeps what people add to Improvements. Raises LibraryProblem where the database cannot be used.

    Several threads and processes may use one database; of two changes at once, one waits for the other.
    """

    def __init__(self, engine: sql.Engine) -> None:
        self._engine = engine
        with changing(self._engine) as connection:
            TABLES.create_all(connection)

    def tracked(self, council: str, improvements: Sequence[Improvement], held: Held) -> tuple[Tracked, ...]:
        """A council's Improvements with all that was added to them, in their order.

        Behind them those that were tracked and stand in none of its lists: criticisms from the body of a report, and
        what no report says any longer. `held` finds the paragraphs that the library holds of an inspection.
        """
        with transaction(self._engine) as connection:
            kept = connection.execute(sql.select(TRACKED).where(TRACKED.c.council == council)).all()
            keys = [row.key for row in kept]
            found = connection.execute(sql.select(CHANGES).where(CHANGES.c.key.in_(keys)).order_by(CHANGES.c.number))
            changes: dict[str, list[Change]] = {}
            for row in found:
                changes.setdefault(row.key, []).append(rows.read_change(row))
        return match(kept, improvements, changes, held)

    def apply(self, who: str, edits: Sequence[Edit], tracked: Sequence[Tracked]) -> Applied:
        """Make changes, each kept with who made it; what somebody has changed since it was looked at is left alone.

        `tracked` are those that the Edits may be of. Raises WrongUse for an empty name, for an Edit of something else,
        and for what a field cannot say; then nothing is changed.
        """
        name = fit_name(who)
        known = {each.key: each for each in tracked}
        fitted = [Edit(each.key, each.field, each.before, fit(each.field, each.after)) for each in edits]
        if unknown := next((each for each in edits if each.key not in known), None):
            raise WrongUse(f"{name_field(unknown.field)} was changed of an improvement that is no longer there.")
        made, conflicts = 0, []
        with changing(self._engine) as connection:
            for edit in fitted:
                last = _last(connection, edit.key, edit.field)
                now = last.after if last else EMPTY.get(edit.field, "")
                if edit.after in (now, edit.before):
                    continue
                if last and now != edit.before:
                    conflicts.append(Conflict(edit, now, last.who, last.when))
                    continue
                self._add(connection, known[edit.key], rows.change_row(edit.key, name, edit.field, now, edit.after))
                made += 1
        return Applied(made, tuple(conflicts))

    def attach_link(self, who: str, to: Tracked, address: str) -> None:
        """Keep a web address as evidence. Raises WrongUse where it is none."""
        words, id_ = fit_address(address), secrets.token_hex(8)
        change = rows.change_row(to.key, fit_name(who), f"link {id_}", "", words)
        with changing(self._engine) as connection:
            self._add(connection, to, change)

    def attach_file(self, who: str, to: Tracked, file: str, content: bytes) -> None:
        """Keep a file as evidence; it is never opened here. Raises WrongUse where it is too large or empty."""
        shown = " ".join(printable(PurePosixPath(file.replace("\\", "/")).name).split())[-_LONGEST_FILE_NAME:]
        if not content:
            raise WrongUse("This file is empty: choose another.")
        if len(content) > LARGEST_FILE:
            raise WrongUse(f"A file of evidence may have {LARGEST_FILE // 1_000_000} MB at most: link to it instead.")
        id_ = secrets.token_hex(8)
        change = rows.change_row(to.key, fit_name(who), f"file {id_}", "", shown or "file")
        with changing(self._engine) as connection:
            self._add(connection, to, change)
            connection.execute(sql.insert(FILES), [{"id": id_, "key": to.key, "content": content}])

    def detach(self, who: str, from_: Tracked, evidence_id: str) -> None:
        """Take a link or file away; a file's content is gone for good, and the history says what it was."""
        given = next((each for each in from_.evidence if each.id == evidence_id), None)
        if given is None:
            raise WrongUse("This evidence is no longer there: it was taken away meanwhile.")
        name = f"{given.kind} {given.id}"
        with erasing(self._engine) as connection:
            connection.execute(sql.insert(CHANGES), [rows.change_row(from_.key, fit_name(who), name, given.words, "")])
            connection.execute(sql.delete(FILES).where(FILES.c.id == evidence_id))

    def file(self, evidence_id: str) -> bytes | None:
        """The content of a file of evidence, or None where there is none."""
        with transaction(self._engine) as connection:
            found = connection.scalar(sql.select(FILES.c.content).where(FILES.c.id == evidence_id))
        return None if found is None else bytes(found)

    def received(self, report: Report) -> Change | None:
        """The last change of the day on which a council received a report (ISO, "" for none)."""
        with transaction(self._engine) as connection:
            return _last(connection, _of_inspection(report), "received")

    def receive(self, who: str, report: Report, day: date | None) -> None:
        """Keep the day on which a council received a report; None takes it back."""
        after, key = fit("received", day), _of_inspection(report)
        name = fit_name(who)
        with changing(self._engine) as connection:
            last = _last(connection, key, "received")
            before = last.after if last else ""
            if before != after:
                connection.execute(sql.insert(CHANGES), [rows.change_row(key, name, "received", before, after)])

    def _add(self, connection: sql.Connection, tracked: Tracked, change: dict[str, object]) -> None:
        """Keep a change, and the Improvement itself where it is the first of it."""
        query = sql.select(TRACKED.c.key).where(TRACKED.c.key == tracked.key).with_for_update()
        if connection.scalar(query) is None:
            connection.execute(sql.insert(TRACKED), [rows.improvement_row(tracked.key, tracked.improvement)])
        connection.execute(sql.insert(CHANGES), [change])


def _last(connection: sql.Connection, key: str, field: str) -> Change | None:
    mine = (CHANGES.c.key == key, CHANGES.c.field == field)
    row = connection.execute(sql.select(CHANGES).where(*mine).order_by(CHANGES.c.number.desc()).limit(1)).one_or_none()
    return rows.read_change(row) if row else None


def _of_inspection(report: Report) -> str:
    return f"inspection of {rows.council_of(report)}: {inspection(report)}"
