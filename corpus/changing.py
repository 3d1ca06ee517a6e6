"""Changes of what people keep in the store's database: each whole and one at a time, and what it takes away is gone."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sql

from corpus.store import take_turn, transaction


@contextmanager
def changing(engine: sql.Engine) -> Iterator[sql.Connection]:
    """One change: of two at once, one waits for the other. Raises LibraryProblem where the database cannot be used."""
    with transaction(engine) as connection:
        if is_sqlite(engine):
            connection.exec_driver_sql("PRAGMA secure_delete=ON")
        take_turn(connection)
        yield connection


@contextmanager
def erasing(engine: sql.Engine) -> Iterator[sql.Connection]:
    """A change after which what it took away is gone."""
    with changing(engine) as connection:
        yield connection
    empty_log(engine)


def empty_log(engine: sql.Engine) -> None:
    """Write SQLite's log into its file and empty it: the log still holds what the file no longer does."""
    if is_sqlite(engine):
        with transaction(engine) as connection:
            connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")


def is_sqlite(engine: sql.Engine) -> bool:
    """True for the database in a file of its own."""
    return engine.dialect.name == "sqlite"
