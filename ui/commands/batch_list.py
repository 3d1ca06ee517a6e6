"""A list of questions to be answered: of a file of lines or a table, or one of the standard lists."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from assistant.exports.comma import read_comma
from assistant.exports.excel import read_excel
from assistant.exports.sheet import Cell, Sheet
from assistant.standards import find_list
from corpus.errors import WrongUse


@dataclass(frozen=True, slots=True)
class Asking:
    """A question to be answered, and the earlier ones of its chat; `source` says where it comes from, "" if unknown."""

    id: str
    question: str
    turns: tuple[str, ...] = ()
    source: str = ""


@dataclass(frozen=True, slots=True)
class Questions:
    """A list of questions with its title."""

    title: str
    asked: tuple[Asking, ...]


def read_questions(name: str, council: str, councils: tuple[str, ...]) -> Questions:
    """The questions of a file, or of the standard list of this name.

    A file's lines are JSON objects with `id`, `question` and `turns`; a table (.csv, .xlsx) has a column "question" and
    may have "id". A standard list is asked of `council`, which may be "" where the library holds one of `councils`.

    Raises WrongUse for what cannot be read, UnreadableFile for a damaged table.
    """
    path = Path(name)
    if not path.is_file():
        return _standard(name, council, councils)
    try:
        match path.suffix.lower():
            case ".csv":
                asked = _of_sheet(read_comma(path.read_bytes(), path.name), name)
            case ".xlsx":
                asked = _of_sheet(_first(read_excel(path.read_bytes(), path.name), name), name)
            case _:
                asked = list(_of_lines(path))
    except OSError as error:
        raise WrongUse(f"{name} cannot be read ({error.strerror}): check it and try again.") from error
    return Questions(path.stem, tuple(asked))


def _standard(name: str, council: str, councils: tuple[str, ...]) -> Questions:
    found = find_list(name)
    if not council and len(councils) != 1:
        raise WrongUse("Say which council the questions are about: --council NAME.")
    of = council or councils[0]
    asked = (Asking(each.id, each.of(of), (), each.source) for each in found.questions)
    return Questions(f"{found.title}: {of}", tuple(asked))


def _first(sheets: tuple[Sheet, ...], name: str) -> Sheet:
    return next((sheet for sheet in sheets if _column(sheet, "question") is not None), Sheet(name, (), ()))


def _of_sheet(sheet: Sheet, name: str) -> list[Asking]:
    column, ids = _column(sheet, "question"), _column(sheet, "id")
    if column is None:
        raise WrongUse(f"{name} has no column named “question”: name one so in its first row and try again.")
    rows = [(_cell(row, column), _cell(row, ids) if ids is not None else "") for row in sheet.rows]
    return [Asking(id_ or str(number), text) for number, (text, id_) in enumerate(rows, start=1) if text]


def _column(sheet: Sheet, name: str) -> int | None:
    return next((at for at, column in enumerate(sheet.columns) if column.name.strip().casefold() == name), None)


def _cell(row: tuple[Cell, ...], at: int) -> str:
    value = row[at] if at < len(row) else None
    return "" if value is None else str(value).strip()


def _of_lines(path: Path) -> Iterator[Asking]:
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise WrongUse(f"{path} cannot be read as UTF-8 text: check it and try again.") from error
    for number, line in enumerate(lines, start=1):
        if line.strip():
            read = _parsed(line, f"{path}, line {number}")
            yield Asking(str(read["id"]), read["question"], tuple(read["turns"]))


def _parsed(line: str, place: str) -> dict[str, Any]:
    try:
        read = dict(json.loads(line))
        texts = [read["question"], *read.setdefault("turns", [])]
        sound = "id" in read and isinstance(read["turns"], list) and all(isinstance(text, str) for text in texts)
    except (ValueError, KeyError, TypeError):
        sound = False
    if not sound:
        raise WrongUse(f"{place}: it is not an object with id and question (and turns, a list): mend it and try again.")
    return read
