"""Table rows: their text with cells set apart, and rows taken apart where one paragraph cannot hold them."""

import itertools
from collections.abc import Iterator
from dataclasses import replace

from ingest import blocks
from ingest.blocks import Block
from ingest.document import Line

_FEW = 8
"""Lines of a row. Rows of so few lines keep their line breaks where two cells have several lines, for there readers
differ on which line comes next; longer cells are running text."""

_SHORT = 5.0  # words a line: cells of addresses have 2 or 3, cells of running text 8 and more


def text(block: Block, vocabulary: frozenset[str]) -> str:
    """The row's cells, set apart by tabs."""
    if _is_ragged(block) and len(block.lines) <= _FEW:
        return "\t".join("\n".join(line.text for line in cell) for cell in block.cells)
    return "\t".join(blocks.text(cell, vocabulary) for cell in block.cells)


def parts(block: Block) -> Iterator[Block]:
    """The row itself, or the pieces that can each be cited: one a page of a row that goes over a page's end, and one
    for every address of a row of addresses.
    """
    if block.lines[0].page != block.lines[-1].page:
        yield from _pages(block)
    elif _is_ragged(block) and len(block.lines) > _FEW and _words_a_line(block) < _SHORT:
        yield from _addresses(block)
    else:
        yield block


def _is_ragged(block: Block) -> bool:
    """Whether two cells or more have several lines."""
    return sum(len(cell) > 1 for cell in block.cells) > 1


def _words_a_line(block: Block) -> float:
    return sum(len(line.text.split()) for line in block.lines) / len(block.lines)


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
