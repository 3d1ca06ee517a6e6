"""Things on slides: as few slides as hold them, filled evenly, in the largest letters in which all of them fit.

Nothing is cut: what is too long for one slide goes on on the next, from one sentence to the next.
"""

import math
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

ROOM = 385
"""Points of height for what stands below a slide's title."""
SIZES = (32, 28, 24, 20)
"""Points of letters, the largest first; none is smaller than a back row can read."""
_USUAL = 24  # points: slides are filled for these, and a thing that is too long for them gets smaller ones
_GAP = 9  # points between two lines
_ACROSS = 1640  # letters of 1 point in the width that there is; Arial has 1,700 of usual text
_BOLD = 1.1  # times as wide
_SET_IN = 0.93  # of the width is left to what has a bullet
_MOST = 6  # things on a slide
_GOES_ON = 0.7  # of the room
_SENTENCE_ENDS = re.compile(r"[.;:?!][”’)]?(?= )")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide: its words and numbers. `plain` has no bullet, `bold` is a heading, `small` smallest.

    `note` is what the slide's notes say of it, `link` where its words lead.
    """

    text: str
    citations: tuple[int, ...] = ()
    bold: bool = False
    plain: bool = False
    small: bool = False
    note: str = ""
    link: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """Lines that stay together on one slide, and the headings that they stand under, the widest first."""

    lines: tuple[Line, ...]
    heads: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """What stands on one slide, and the points of its letters."""

    lines: tuple[Line, ...]
    size: int


def height(lines: Sequence[Line], size: int) -> float:
    """How many points of height lines take in letters of a size."""
    sizes = (SIZES[-1] if line.small else size for line in lines)
    return sum(
        math.ceil(_width(line) * letters / _ACROSS) * 1.2 * letters + _GAP
        for line, letters in zip(lines, sizes, strict=True)
    )


def fill_pages(things: Sequence[Thing], room: float = ROOM) -> list[Page]:
    """Things on slides of so many points of room, under their headings, in order."""
    small = [part for thing in things for part in _apart(thing, room)]
    if not small:
        return []
    usual = next(size for size in (_USUAL, SIZES[-1]) if all(height(_shown([each]), size) <= room for each in small))
    shown = [_shown(page) for page in _evenly(small, usual, room)]
    largest = next((size for size in SIZES if all(height(page, size) <= room for page in shown)), SIZES[-1])
    return [Page(lines, largest) for lines in shown]


def cut_into(words: str, longest: int) -> list[str]:
    """Words in pieces of about one length, none above `longest` characters, from sentence to sentence where they end.

    Together the pieces are the words: nothing is left out between them.
    """
    left = " ".join(words.split())
    pieces = []
    while len(left) > longest:
        wanted = math.ceil(len(left) / math.ceil(len(left) / longest))
        ends = [found.end() for found in _SENTENCE_ENDS.finditer(left, longest // 4, longest)]
        end = min(ends, key=lambda at: abs(at - wanted)) if ends else len(textwrap.wrap(left, longest)[0])
        pieces.append(left[:end])
        left = left[end:].strip()
    return [*pieces, left] if left else pieces


def _width(line: Line) -> float:
    """The letters of usual width that a line is long, as if it stood in the whole width."""
    letters = len(line.text) + sum(len(f" [{number}]") for number in line.citations)
    return max(1, letters) * (_BOLD if line.bold else 1) / (1 if line.plain else _SET_IN)


def _shown(things: Sequence[Thing]) -> tuple[Line, ...]:
    """The lines of a slide: a heading stands once above all that is under it, and anew on each slide."""
    lines: list[Line] = []
    above: tuple[Line, ...] = ()
    for thing in things:
        same = len(list(takewhile(lambda pair: pair[0] == pair[1], zip(above, thing.heads, strict=False))))
        lines += [*thing.heads[same:], *thing.lines]
        above = thing.heads
    return tuple(lines)


def _evenly(things: Sequence[Thing], size: int, room: float) -> list[list[Thing]]:
    """As few pages as there can be, filled as evenly as can be, so that no leftover stands alone.

    The sum of the squares of the heights is least, where a page that begins under the headings of the one before
    counts as if it held more: a break between headings reads better.
    """
    count = len(_fill(things, size, room))
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for _page in range(count):
        found: dict[int, tuple[float, int]] = {}
        for start, (before, _from) in best[-1].items():
            for end in range(start + 1, min(start + _MOST, len(things)) + 1):
                taken = height(_shown(things[start:end]), size)
                if taken > room and end > start + 1:
                    break
                goes_on = start and things[start].heads[:1] == things[start - 1].heads[:1] != ()
                cost = before + taken**2 + (_GOES_ON * room) ** 2 * bool(goes_on)
                found[end] = min(found.get(end, (math.inf, start)), (cost, start))
        best.append(found)
    pages: list[list[Thing]] = []
    end = len(things)
    for found in reversed(best[1:]):
        start = found[end][1]
        pages.insert(0, list(things[start:end]))
        end = start
    return pages


def _fill(things: Sequence[Thing], size: int, room: float) -> list[list[Thing]]:
    pages: list[list[Thing]] = []
    for thing in things:
        if not pages or len(pages[-1]) >= _MOST or height(_shown([*pages[-1], thing]), size) > room:
            pages.append([])
        pages[-1].append(thing)
    return pages


def _apart(thing: Thing, room: float) -> Iterator[Thing]:
    """The thing itself, or what does not fit on one slide in small letters as several: lines, and pieces of lines."""
    least = SIZES[-1]
    if height(_shown([thing]), least) <= room:
        yield thing
        return
    heads = thing.heads if height(thing.heads, least) <= room / 2 else ()
    left = room - height(heads, least) - _GAP
    longest = int(left / (1.2 * least)) * _ACROSS // least * 4 // 5
    for line in (*(() if heads else thing.heads), *thing.lines):
        pieces = cut_into(line.text, longest)
        for at, piece in enumerate(pieces):
            cited = line.citations if at == len(pieces) - 1 else ()
            yield Thing((replace(line, text=piece, citations=cited, note=line.note if at == 0 else ""),), heads)
