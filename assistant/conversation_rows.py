"""The tables of the conversations that are kept, and what people write made fit for their columns.

What is deleted has to be gone from an SQLite file too. Its secure_delete blanks a row where it lies; but rows move
between pages as others come and go, and of one that has moved a copy can stay behind. Only a row's beginning moves, the
rest lies on pages of its own (https://www.sqlite.org/fileformat2.html, 1.6: cell payload overflow pages). So each row
begins with blanks that fill this beginning, and no word ever lies where copies are made.
"""

from typing import Any

import sqlalchemy as sql

LONGEST_NAME = 200  # characters
LONGEST_ID = 64  # ours have 22, and a browser's are no longer than this
_NAMED_IN = 80  # characters of a first question that name its conversation: a line of a list

TABLES = sql.MetaData()


def _room() -> "sql.Column[Any]":
    """Blanks before what people wrote, as many as a page of SQLite's keeps of a row (see above)."""
    return sql.Column("room", sql.Text, nullable=False)


CONVERSATIONS = sql.Table(
    "conversations",
    TABLES,
    sql.Column("id", sql.String(LONGEST_ID), primary_key=True),
    sql.Column("owner", sql.String(LONGEST_ID), nullable=False, index=True),
    sql.Column("started", sql.DateTime, nullable=False),
    sql.Column("changed", sql.DateTime, nullable=False),
    sql.Column("named", sql.Boolean, nullable=False),  # by a person, not from the first question
    _room(),
    sql.Column("name", sql.Text, nullable=False),
    sql.Column("words", sql.Text, nullable=False),  # what a search looks through, here and below
    sqlite_with_rowid=False,
)
TURNS = sql.Table(
    "turns",
    TABLES,
    sql.Column("conversation", sql.String(LONGEST_ID), primary_key=True),
    sql.Column("position", sql.Integer, primary_key=True, autoincrement=False),
    sql.Column("helpful", sql.Boolean),
    _room(),
    sql.Column("words", sql.Text, nullable=False),
    sql.Column("asked", sql.Text, nullable=False),
    sql.Column("turn", sql.Text, nullable=False),
    sql.Column("why", sql.Text, nullable=False),
    sqlite_with_rowid=False,
)


def blanks(page: int) -> str:
    """As many blanks as stay of a row in its tree's page, of a page of so many bytes."""
    return " " * ((page - 12) * 64 // 255 - 23)


def named(name: str) -> dict[str, str]:
    """The columns that hold a name."""
    return {"name": name, "words": folded(name, LONGEST_NAME)}


def name_from(asked: str) -> str:
    """A name from a question: its beginning, on one line."""
    words = one_line(asked, LONGEST_NAME)
    if len(words) <= _NAMED_IN:
        return words or "A conversation"
    cut = words[:_NAMED_IN]
    return f"{(cut.rpartition(' ')[0] or cut).rstrip(' ,.;:')}…"


def one_line(words: str, longest: int) -> str:
    """Words on one line without what cannot be printed, at most so many characters of them."""
    # What is far longer than allowed is not looked through to its end.
    shown = "".join(letter if letter.isprintable() else " " for letter in words[: longest * 4])
    return " ".join(shown.split())[:longest].rstrip()


def folded(words: str, longest: int) -> str:
    """The same for comparing: in no case, with one sort of apostrophe."""
    return one_line(words, longest).casefold().replace("’", "'")
