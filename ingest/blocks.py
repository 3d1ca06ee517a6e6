"""Lines put together into Blocks: paragraphs, bullets, headings, footnotes and table rows, also across pages."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from ingest import labels
from ingest.document import Line

_ENDS = re.compile(r"[.!?:;][’”'\")\]]*\d{0,2}$")
_NEAR = 4.0  # points: indents of one paragraph differ by less, those of two levels by 14 and more
_TALLER = 0.12  # of the size: by how much the step to a new paragraph is taller than the step within one
_LOOSEST = 1.42  # of the size: the widest step seen within a paragraph is 1.4, the narrowest between bullets 1.5
_LETTER = 0.5  # ems: the mean width of a letter
_CELL_RISE = 90.0  # points: how far above its row's first line a taller cell may begin


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together, and their label. A table row has its cells' lines in `cells`, else that is empty."""

    lines: tuple[Line, ...]
    label: labels.Label | None = None
    cells: tuple[tuple[Line, ...], ...] = ()
    footnote: bool = False


@dataclass(slots=True)
class _Open:
    """A block being put together: the lines of each cell (one for running text)."""

    cells: list[list[Line]]
    label: labels.Label | None
    footnote: bool = False

    @property
    def last(self) -> Line:
        return self.cells[-1][-1]

    @property
    def lines(self) -> list[Line]:
        return self.cells[-1]


@dataclass(frozen=True, slots=True)
class _Type:
    """How a document is set: the usual step between lines for each size of type, and where full lines end (points)."""

    steps: dict[float, float]
    right: float


def group(lines: Iterable[Line]) -> list[Block]:
    """The blocks that lines make, in order; a footnote comes after the block that its page ends with."""
    lines = list(lines)
    type_ = _Type(_steps(lines), _right(lines))
    done: list[_Open] = []
    notes: list[_Open] = []
    current: _Open | None = None
    note: _Open | None = None
    number = 0
    for line in lines:
        if note is not None and not _in_note(line, note):
            note = None
        if line.mark == "footnote":
            note = _Open([[line]], None, footnote=True)
            notes.append(note)
            continue
        if note is not None:
            note.lines.append(line)
            continue
        label = labels.find(line.text)
        if current is not None:
            if _is_cell(line, current):
                current.cells.append([line])
                continue
            if _goes_on(line, label, current, type_, number):
                current.lines.append(line)
                continue
        if notes and current is not None:
            done.extend(notes)
            notes = []
        current = _Open([[line]], label)
        done.append(current)
        if label and label.number.isdigit():
            number = int(label.number)
    done.extend(notes)
    return [_closed(block) for block in done]


def _closed(block: _Open) -> Block:
    lines = tuple(line for cell in block.cells for line in cell)
    cells = tuple(map(tuple, block.cells)) if len(block.cells) > 1 else ()
    return Block(lines, block.label, cells, block.footnote)


def _steps(lines: list[Line]) -> dict[float, float]:
    """The usual step from one line's top to the next for each size of type, in points."""
    seen: dict[float, Counter[float]] = {}
    for one, two in itertools.pairwise(lines):
        step = two.y0 - one.y0
        if one.page == two.page and one.size == two.size and 0.9 * one.size < step < 1.5 * one.size:
            seen.setdefault(one.size, Counter())[round(step, 1)] += 1
    return {size: steps.most_common(1)[0][0] for size, steps in seen.items()}


def _right(lines: list[Line]) -> float:
    """Where full lines end, in points: nine lines of ten end further left."""
    ends = sorted(line.x1 for line in lines)
    return ends[len(ends) * 9 // 10] if ends else 0.0


def _in_note(line: Line, note: _Open) -> bool:
    """Whether a line goes on with a footnote: below it on its page, in its size, close by."""
    last = note.last
    same = line.page == last.page and abs(line.size - last.size) < 0.6
    return same and last.y0 < line.y0 < last.y0 + 2 * last.size and line.mark != "footnote"


def _is_cell(line: Line, block: _Open) -> bool:
    """Whether a line opens the next cell of a row: to the right of all of the block, and beside it."""
    if line.page != block.last.page or line.page != block.cells[0][0].page:
        return False
    beside = [one for one in block.lines if min(one.y1, line.y1) > max(one.y0, line.y0)] or block.lines
    right = max(one.x1 for one in beside)
    top, bottom = min(one.y0 for one in block.lines), max(one.y1 for one in block.lines)
    if line.x0 < right + 2:
        return False
    return top - _CELL_RISE < line.y0 < bottom - 2


def _goes_on(line: Line, label: labels.Label | None, block: _Open, type_: _Type, number: int) -> bool:
    """Whether a line goes on with the open block."""
    last = block.last
    if len(block.cells) > 1:
        return _goes_on_in_cell(line, block)
    if abs(line.size - last.size) > 0.6 or (line.bold != last.bold and not _runs_on(line, last)):
        return False
    if line.page != last.page:
        return label is None and _crosses(line, block)
    if not 0 < line.y0 - last.y0 <= _tallest_step(line, label, block, type_):
        return False
    return _indent_fits(line, block) if label is None else not _opens(line, label, block, number, type_.right)


def _tallest_step(line: Line, label: labels.Label | None, block: _Open, type_: _Type) -> float:
    """The tallest step, in points, that a line may stand below the block and still go on with it.

    It is the usual one of this type or of this block and a little more; up to the loosest leading where the block
    stops in the middle of a sentence; and nothing more where it ends in a short line, for the rows of a one-column
    table stand hardly further apart than their lines.
    """
    last = block.last
    usual = type_.steps.get(line.size, 1.3 * line.size)
    if len(block.lines) > 1 and block.lines[-2].page == last.page:
        usual = max(usual, last.y0 - block.lines[-2].y0)
    begins_low, full = line.text[:1].islower(), _is_full(last, line, type_.right)
    if label is None and not _ENDS.search(last.text):
        if begins_low or full or (line.bold and last.bold):
            usual = max(usual, _LOOSEST * line.size)
    elif label is None and not begins_low and not full:
        return usual + 0.02 * line.size
    return usual + _TALLER * line.size


def _is_full(last: Line, line: Line, right: float) -> bool:
    """Whether the next line's first word did not fit on a line, so that the line's end says nothing."""
    word = line.text.split(" ", 1)[0]
    return last.x1 + _LETTER * line.size * (len(word) + 1) > right


def _goes_on_in_cell(line: Line, block: _Open) -> bool:
    cell = block.lines
    left = min(one.x0 for one in cell)
    if line.x0 < left - _NEAR or abs(line.size - cell[0].size) > 0.6:
        return False
    if line.page != block.last.page:
        return line.page == block.last.page + 1 and not line.bold
    return line.y0 > block.last.y0


def _runs_on(line: Line, last: Line) -> bool:
    """Whether bold type changes within a sentence: the line before stops in the middle of one."""
    return not _ENDS.search(last.text) and line.text[:1].islower()


def _opens(line: Line, label: labels.Label, block: _Open, number: int, right: float) -> bool:
    """Whether a line with a label, close under the block, opens a new one."""
    first = block.lines[0]
    if label.bullet:
        within = _is_full(block.last, line, right) and (block.label is None or not block.label.dash)
        return not (label.dash and within and not _ENDS.search(block.last.text))
    hanging = len(block.lines) > 1 and line.x0 < block.lines[1].x0 - _NEAR
    follows = label.number == str(number + 1)
    if hanging or (follows and abs(line.x0 - first.x0) < _NEAR):
        return True
    return follows and _ENDS.search(block.last.text) is not None


def _indent_fits(line: Line, block: _Open) -> bool:
    """Whether an unlabelled line close under the block is indented like the rest of it."""
    first = block.lines[0]
    if len(block.lines) == 1:
        if block.label is not None:
            return line.x0 > first.x0 - _NEAR
        return abs(line.x0 - first.x0) < 30 or not _ENDS.search(first.text)
    if abs(line.x0 - block.lines[1].x0) < _NEAR:
        return True
    return not _ENDS.search(block.last.text)


def _crosses(line: Line, block: _Open) -> bool:
    """Whether a page's first line goes on with the block that the page before ended in."""
    if line.page > block.last.page + 1:
        return False
    first, last = block.lines[0], block.last
    unfinished = not _ENDS.search(last.text) or line.text[:1].islower()
    if block.label is None:
        return unfinished and abs(line.x0 - first.x0) < 30
    hang = block.lines[1].x0 if len(block.lines) > 1 else first.x0 + 2 * first.size
    if hang > first.x0 + _NEAR and abs(line.x0 - hang) < 2 * _NEAR:
        return True
    return unfinished and line.x0 > first.x0 - _NEAR


def text(lines: Iterable[Line], vocabulary: frozenset[str] = frozenset()) -> str:
    """The lines' text as one: a hyphen at a line's end joins, and goes if the joined word is one of the document's."""
    joined = ""
    for line in lines:
        joined = _joined(joined, line.text, vocabulary)
    return joined


def _joined(before: str, after: str, vocabulary: frozenset[str]) -> str:
    if not before:
        return after
    match = re.search(r"(\w+)-$", before)
    follow = re.match(r"\w+", after)
    if match and follow:
        if follow.group() in ("and", "or", "to"):
            return f"{before} {after}"
        if (match.group(1) + follow.group()).lower() in vocabulary:
            return before[:-1] + after
        return before + after
    if re.search(r"\d[–-]$", before) and after[:1].isdigit():
        return before + after
    return f"{before} {after}"


def without_label(block: Block) -> Block:
    """The block with its label taken off its first line's text."""
    if block.label is None:
        return block
    first = replace(block.lines[0], text=block.label.rest)
    cells = ((first, *block.cells[0][1:]), *block.cells[1:]) if block.cells else ()
    return replace(block, lines=(first, *block.lines[1:]), cells=cells)
