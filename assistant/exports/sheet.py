"""Sheet: a table as it leaves the assistant and comes back, the same for every format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """A table with a name, its columns and its rows, each with a Cell for each column.

    `links` are the addresses that cells lead to, by the row and the column, both from 0.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)


def printable(words: str) -> str:
    """Words without the characters that no cell may hold; line breaks stay."""
    return "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in words)
