"""Printed characters put together into lines by their places on the page. Pure."""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ingest.document import Line

_WIDE_GAP = 0.95  # ems: word gaps of justified lines stay under .9, gaps between table cells are .97 and more
_COLON_GAP = 1.5  # ems: behind a colon a tab stop opens gaps of .97 within a line
_LABEL = 5  # characters: "12." and "2.1" stand a wide gap before their text, yet belong to it
_SMALL = 0.8  # of the line's size: footnote marks are .65, and nothing else on a line is under .83
_RAISED = 0.3  # of the line's size: how far above its foot a footnote mark that is hardly smaller ends
_RULE = re.compile(r"[_\-–—=.·… ]{3,}")  # a line drawn with characters
_BRACKETED = re.compile(r"\[(\d{1,2})\]\s*(?=\S)")  # a footnote's mark as some word processors write it


class Character(NamedTuple):
    """One printed character: points from the page's top left, and its font's size, weight and slant.

    `place` is where it stands in the page's text (from 0), `spaced` whether a space or a line end comes before it.
    """

    place: int
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    italic: bool
    spaced: bool


def only(characters: list[Character], kept: list[bool]) -> list[Character]:
    """The characters that are kept; a space before one that is not comes before the next."""
    if all(kept):
        return characters
    found: list[Character] = []
    spaced = False
    for one, is_kept in zip(characters, kept, strict=True):
        spaced = spaced or one.spaced
        if is_kept:
            found.append(one._replace(spaced=spaced))
            spaced = False
    return found


def lines(characters: Iterable[Character], page: int) -> Iterator[Line]:
    """A page's lines (pages from 1): one begins where a character stands lower, further left, or far to the right."""
    current: list[Character] = []
    for character in characters:
        if current and not _follows(character, current):
            yield from _line(current, page)
            current = []
        current.append(character)
    if current:
        yield from _line(current, page)


def _follows(character: Character, line: list[Character]) -> bool:
    """Whether a character stands on the same line as the one before it, close by and to its right."""
    before = line[-1]
    overlap = min(before.y1, character.y1) - max(before.y0, character.y0)
    mark = len(line) < 3 and character.y0 > before.y0 and all(one.text.isdigit() for one in line)
    enough = 0.25 if mark else 0.5  # of the height: a footnote's mark may stand well above its text
    if overlap < enough * min(before.y1 - before.y0, character.y1 - character.y0):
        return False
    if (character.x0, character.x1) == (before.x0, before.x1) and character.text != before.text:
        return True  # the letters of a ligature share its box
    gap = character.x0 - before.x1
    if gap < -0.5 * before.size:
        return False
    widest = _COLON_GAP if before.text == ":" else _WIDE_GAP
    return gap <= widest * max(before.size, character.size) or len(line) <= _LABEL


def _line(characters: list[Character], page: int) -> Iterator[Line]:
    """The Line that characters make, without footnote marks; a mark in front makes it a footnote's first line."""
    size = Counter(character.size for character in characters if not character.text.isdigit()).most_common(1)
    main = size[0][0] if size else max(character.size for character in characters)
    floor = max(character.y1 for character in characters if character.size >= _SMALL * main)
    marks = _marks(characters, main, floor)
    kept = [character for character, mark in zip(characters, marks, strict=True) if not mark]
    text = _text(kept)
    if not text or _RULE.fullmatch(text):
        return
    label = _text([one for one, _ in itertools.takewhile(lambda pair: pair[1], zip(characters, marks, strict=True))])
    if (bracketed := _BRACKETED.match(text)) and kept[0].size < _SMALL * main:
        label, text = bracketed.group(1), text[bracketed.end() :]
    letters = [character for character in kept if character.text.isalnum()] or kept
    yield Line(
        f"{label} {text}" if label else text,
        page,
        min(character.x0 for character in (characters if label else kept)),
        min(character.y0 for character in letters),  # bullets of symbol fonts are taller than their line
        max(character.x1 for character in kept),
        max(character.y1 for character in letters),
        main,
        bold=all(character.bold for character in letters),
        italic=all(character.italic for character in letters),
        mark="footnote" if label else "",
    )


def _marks(characters: list[Character], main: float, floor: float) -> list[bool]:
    """Which characters are footnote marks: small raised digits that begin the line or stand after a word."""
    marks: list[bool] = []
    before: Character | None = None
    for one in characters:
        smaller = one.y1 < floor if one.size < _SMALL * main else one.size < main and one.y1 < floor - _RAISED * main
        raised = one.text.isdigit() and smaller
        after_word = before is not None and before.text not in "[("
        marks.append(raised and (marks[-1] if _is_raised(before, one) else before is None or after_word))
        before = one
    return marks


def _is_raised(before: Character | None, one: Character) -> bool:
    """Whether the character before is of the same small run of digits."""
    return before is not None and before.text.isdigit() and before.size == one.size and not one.spaced


def _text(characters: list[Character]) -> str:
    text = "".join((" " if character.spaced else "") + character.text for character in characters)
    return " ".join(text.split())
