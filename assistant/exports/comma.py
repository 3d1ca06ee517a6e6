"""A Sheet as comma-separated values, and read again. What a spreadsheet would run as a formula is made plain words."""

import csv
import io
import re
from datetime import date

from assistant.exports.sheet import MOST_BYTES, MOST_ROWS, Cell, Column, Sheet, printable
from corpus.errors import UnreadableFile

_RUNS = re.compile(r"'*[=+\-@]")
"""What begins a formula (https://owasp.org/www-community/attacks/CSV_Injection), or would once read again."""


def comma(sheet: Sheet) -> bytes:
    """The Sheet as UTF-8 that Excel opens as such; dates are ISO, and an apostrophe stands before what would run."""
    written = io.StringIO(newline="")
    lines = csv.writer(written)
    lines.writerow([_written(column.name) for column in sheet.columns])
    lines.writerows([[_written(cell) for cell in row] for row in sheet.rows])
    return written.getvalue().encode("utf-8-sig", "replace")


def read_comma(content: bytes, name: str) -> Sheet:
    """The Sheet of a file with commas, semicolons or tabs; its first line names the columns. All values are words.

    `name` is the file's. Raises UnreadableFile for what is no such text, or is too large.
    """
    try:
        if len(content) > MOST_BYTES:
            raise UnreadableFile(name, f"it is larger than {MOST_BYTES // 1_000_000} MB: remove what is not needed.")
        text = content.decode("utf-8-sig")
        rows = [tuple(map(_value, row)) for row in csv.reader(io.StringIO(text, newline=""), _dialect(text))]
    except (UnicodeDecodeError, csv.Error) as error:
        raise UnreadableFile(name, "it cannot be read: save it as CSV in UTF-8 and try again.") from error
    filled = [row for row in rows if any(cell is not None for cell in row)]
    if len(filled) > MOST_ROWS:
        raise UnreadableFile(name, f"it has more than {MOST_ROWS:,} rows: remove what is not needed from it.")
    head, *rest = filled or [()]
    return Sheet(name, tuple(Column(str(cell or "")) for cell in head), tuple(rest))


def _dialect(text: str) -> type[csv.Dialect]:
    first = text.partition("\n")[0]

    class _Found(csv.excel):
        delimiter = max(",;\t", key=first.count)

    return _Found


def _written(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    if not isinstance(cell, str):
        return "" if cell is None else str(cell)
    words = printable(cell)
    return f"'{words}" if _RUNS.match(words) else words


def _value(words: str) -> Cell:
    plain = words.removeprefix("'") if _RUNS.match(words) else words
    return plain if plain.strip() else None
