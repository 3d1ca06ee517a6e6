"""A list of questions, read from a file or from what was typed."""

import json
from collections.abc import Iterable

from assistant.exports.comma import read_comma
from assistant.exports.excel import read_excel
from assistant.exports.sheet import Sheet
from assistant.standards.standards import find_list
from corpus.errors import UnreadableFile

_HEADINGS = ("question", "questions")


def read_questions(content: bytes, name: str) -> tuple[str, ...]:
    """The questions of a file, by its ending: a line each in .txt, `question` of an object a line in .jsonl.

    Of a table (.csv, .xlsx) the column that is called "Question", or the first. Raises UnreadableFile.
    """
    ending = name.lower().rpartition(".")[2]
    if ending == "xlsx":
        return _of_table(read_excel(content, name)[0])
    if ending == "csv":
        return _of_table(read_comma(content, name))
    try:
        lines = content.decode("utf-8-sig").splitlines()
        return typed(json.loads(line)["question"] if ending == "jsonl" else line for line in lines if line.strip())
    except (UnicodeDecodeError, ValueError, KeyError, TypeError) as error:
        said = "an object with “question” a line" if ending == "jsonl" else "a question a line, in UTF-8"
        raise UnreadableFile(name, f"it cannot be read as a list of questions: write {said}.") from error


def standard(name: str) -> tuple[str, ...]:
    """The questions of a standard list, asked of "the council". Raises WrongUse where there is no such list."""
    return typed(question.of("the council") for question in find_list(name).questions)


def typed(lines: Iterable[str]) -> tuple[str, ...]:
    """The questions of these lines, each once."""
    return tuple(dict.fromkeys(words for line in lines if (words := " ".join(str(line).split()))))


def _of_table(sheet: Sheet) -> tuple[str, ...]:
    names = [column.name.strip().casefold() for column in sheet.columns]
    at = next((position for position, name in enumerate(names) if name in _HEADINGS), None)
    # Without a heading of that name the first row is a question too.
    first = [] if at is not None else names[:1] and [sheet.columns[0].name]
    return typed([*first, *(str(row[at or 0] or "") for row in sheet.rows if len(row) > (at or 0))])
