"""An edited tracker read again: what was changed in it becomes Edits, and what cannot be heeded is told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from assistant.exports.comma import read_comma
from assistant.exports.excel import read_excel
from assistant.exports.sheet import Cell, Sheet
from assistant.improvements.fields import fit
from assistant.improvements.tracked import Edit, Tracked, inspection, same_words, words_of
from assistant.improvements.workbook import DECISION, KEY, WORDS, WRITTEN
from corpus.errors import UnreadableFile, WrongUse

_STARTS = 60  # characters of an improvement that tell which is meant
_ZIPPED = b"PK\x03\x04"
"""How a workbook begins, whatever its file is called."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an edited tracker asks for: Edits, and plain sentences on all that was not heeded."""

    edits: tuple[Edit, ...]
    told: tuple[str, ...]


def read_tracker(content: bytes, name: str) -> Sheet:
    """The tracker's Sheet of an Excel or CSV file. Raises UnreadableFile where the file holds none."""
    sheets = read_excel(content, name) if content.startswith(_ZIPPED) else (read_comma(content, name),)
    for sheet in sheets:
        if KEY in _names(sheet):
            return sheet
    raise UnreadableFile(name, f"it has no column “{KEY}”: import a tracker that was exported here.")


def edits_of(sheet: Sheet, tracked: Sequence[Tracked], inspections: Collection[str]) -> Imported:
    """What was changed in a Sheet since it was exported; `tracked` and `inspections` are the council's."""
    known = {each.key: each for each in tracked} | {each.improvement.id: each for each in tracked}
    edits: list[Edit] = []
    told: list[str] = []
    seen: set[str] = set()
    missing = [name for name in (*WRITTEN, DECISION) if name not in _names(sheet)]
    if missing:
        told.append(f"The file has no column {', '.join(missing)}: what stands there stays as it is.")
    for values in _rows(sheet):
        found = _find(values, known)
        if found is None:
            told.append(f"A row is of no improvement of this tracker, and was left out: {_row_start(values)}.")
        elif found.key in seen:
            told.append(f"{_start(found)} stands in the file twice: only its first row was read.")
        else:
            seen.add(found.key)
            edits += _changed(values, found, inspections, told)
    told += _removed(tracked, seen)
    return Imported(tuple(edits), tuple(told))


def _changed(
    values: Mapping[str, Cell], tracked: Tracked, inspections: Collection[str], told: list[str]
) -> Iterator[Edit]:
    """The Edits of a row; what is wrong in it is told."""
    version, later = _mark(values)
    fields = {column: str(name) for column, name in WRITTEN.items()}
    if later in inspections:
        fields[DECISION] = f"decision {later}"
    elif values.get(DECISION) is not None:
        told.append(f"{_start(tracked)} has no later report to decide on: “{values[DECISION]}” was left out.")
    for column, name in fields.items():
        if column not in values:
            continue
        before = tracked.value_at(name, version)
        try:
            after = fit(name, values[column])
        except WrongUse as error:
            told.append(f"{_start(tracked)} {error} It stays as it was.")
            continue
        if after != before:
            yield Edit(tracked.key, name, before, after)
    told += _ours(values, tracked)


def _ours(values: Mapping[str, Cell], tracked: Tracked) -> list[str]:
    """A sentence where the report's own words were changed, which stay."""
    words = values.get(WORDS)
    if words is None or same_words(str(words)) == same_words(words_of(tracked.improvement)):
        return []
    return [f"{_start(tracked)} The report's words were changed in the file: they stay as they are."]


def _removed(tracked: Sequence[Tracked], seen: set[str]) -> list[str]:
    """A sentence on the rows that somebody took out, of the inspections that the file is about."""
    about = {inspection(each.improvement.report) for each in tracked if each.key in seen}
    gone = [each for each in tracked if each.key not in seen and inspection(each.improvement.report) in about]
    if not gone:
        return []
    count = "1 improvement is" if len(gone) == 1 else f"{len(gone)} improvements are"
    return [f"{count} not in the file: nothing is removed, they stay as they are."]


def _find(values: Mapping[str, Cell], known: Mapping[str, Tracked]) -> Tracked | None:
    """The Improvement of a row: by its key, else, as its report was replaced since, by the exact words."""
    found = known.get(str(values.get(KEY) or "").partition(":")[0])
    if found is None:
        words = same_words(str(values.get(WORDS) or ""))
        alike = {each.key: each for each in known.values() if same_words(words_of(each.improvement)) == words}
        found = next(iter(alike.values())) if len(alike) == 1 else None
    return found


def _mark(values: Mapping[str, Cell]) -> tuple[int, str]:
    """The change that was the last when a row was exported, and the later inspection it is about."""
    _key, _colon, rest = str(values.get(KEY) or "").partition(":")
    version, _colon, later = rest.partition(":")
    return int(version) if version.isdecimal() and len(version) < 18 else 0, later.strip()


def _rows(sheet: Sheet) -> Iterator[dict[str, Cell]]:
    """Each row by the columns' names; of two columns with one name the first counts."""
    names = _names(sheet)
    for row in sheet.rows:
        filled = [*row, *(None,) * (len(names) - len(row))]
        yield {name: filled[at] for at, name in reversed(list(enumerate(names))) if name}


def _names(sheet: Sheet) -> list[str]:
    return [" ".join(column.name.split()) for column in sheet.columns]


def _start(tracked: Tracked) -> str:
    return _quoted(words_of(tracked.improvement))


def _row_start(values: Mapping[str, Cell]) -> str:
    words = str(values.get(WORDS) or "")
    return _quoted(words) if words.strip() else "it holds no words"


def _quoted(words: str) -> str:
    plain = " ".join(words.split())
    return f"“{plain}”" if len(plain) <= _STARTS else f"“{plain[:_STARTS].rstrip()}…”"
