"""Table rows: their text with cells set apart, and rows taken apart where one paragraph cannot hold them."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from ingest import blocks, labels
from ingest.blocks import Block
from ingest.document import Line

_FEW = 8
"""Lines of a row. Rows of so few lines keep their line breaks where two cells have several lines, for there readers
differ on which line comes next; longer cells are running text."""

_SHORT = 7  # words: no line of an address has more, and running text in a narrow column has


def text(block: Block, vocabulary: frozenset[str]) -> str:
    """The row's cells, set apart by tabs."""
    cells = [[_unlabelled(line) for line in cell] for cell in block.cells]
    if _is_ragged(block) and len(block.lines) <= _FEW:
        return "\t".join("\n".join(line.text for line in cell) for cell in cells)
    return "\t".join(blocks.text(cell, vocabulary) for cell in cells)


def _unlabelled(line: Line) -> Line:
    """The line without a bullet in front; numbers and dashes stay, for here they may be the text's own."""
    label = labels.find(line.text)
    return replace(line, text=label.rest) if label is not None and label.bullet and not label.dash else line


def parts(block: Block) -> Iterator[Block]:
    """The row itself, or the pieces that can each be cited.

    A row that goes over a page's end has one on each page, a row of addresses one for every address.
    """
    if block.lines[0].page != block.lines[-1].page:
        yield from _pages(block)
    elif _is_ragged(block) and len(block.lines) > _FEW and _longest(block) <= _SHORT:
        yield from _addresses(block)
    else:
        yield block


def _is_ragged(block: Block) -> bool:
    """Whether two cells or more have several lines."""
    return sum(len(cell) > 1 for cell in block.cells) > 1


def _longest(block: Block) -> int:
    """The words of the row's longest line."""
    return max(len(line.text.split()) for line in block.lines)


def _pages(block: Block) -> Iterator[Block]:
    for page, _ in itertools.groupby(block.lines, key=lambda line: line.page):
        cells = tuple(here for cell in block.cells if (here := tuple(line for line in cell if line.page == page)))
        lines = tuple(line for cell in cells for line in cell)
        label = block.label if page == block.lines[0].page else None
        yield replace(block, lines=lines, label=label, cells=cells)


def _addresses(block: Block) -> Iterator[Block]:
    """Each cell's groups of lines, told apart by the gaps between them, in pieces of few lines."""
    for number, cell in enumerate(block.cells):
        groups: list[list[Line]] = []
        for line in cell:
            near = groups and line.y0 - groups[-1][-1].y0 < 1.6 * line.size and len(groups[-1]) < _FEW
            if near:
                groups[-1].append(line)
            else:
                groups.append([line])
        for index, group in enumerate(groups):
            label = block.label if number == index == 0 else None
            yield replace(block, lines=tuple(group), label=label, cells=tuple((line,) for line in group))
