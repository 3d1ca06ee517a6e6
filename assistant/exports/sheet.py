"""Sheet: a table as it leaves the assistant and comes back, the same for every format."""

from dataclasses import dataclass
from datetime import date

Cell = str | int | float | date | None
"""What stands in a table; None where it is empty."""

MOST_ROWS = 20_000
"""Rows of a table that is read: more is no tracker and no list of questions."""
MOST_BYTES = 20_000_000
"""Bytes of a file that is read."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in characters, and what may be chosen in it, () where anything may stand."""

    name: str
    width: int = 20
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with a name, its columns and its rows, each with a Cell for each column."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


def printable(words: str) -> str:
    """Words without the characters that no cell may hold; line breaks stay."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)
