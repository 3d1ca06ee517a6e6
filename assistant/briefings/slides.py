"""A Pack as slides: what stands on each, few and short, with the full words in its notes.

Lengths are measured in rows at the sizes that assistant/exports/powerpoint.py writes; what does not fit goes on on the
next slide, and a sentence that is long for a slide is shortened by leaving out its end, in plain sight.
"""

import math
import re
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace

from assistant.briefings.pack import Chapter, Entry, GradeTable, Pack
from assistant.citations import Claim
from assistant.exports.grade_picture import GradePicture, draw_grades

_MOST = 6  # things on a slide
_MOST_SOURCES = 10  # of a line each
_ROOM = 375  # points of height for them
_ROW, _GAP = 25, 9  # points: a row of 20 pt letters, and the room between two lines
_IN_ROW = 80  # characters; Arial of 20 pt has 84 of usual text in the width that there is
_LONGEST = 290  # characters of a sentence on a slide: five rows
_THOUGHT_ENDS = re.compile(r"[.;:](?= )")
_LONGEST_TITLE = 100  # characters of 30 pt in two rows
_TABLE_ROWS, _TABLE_COLUMNS = 4, 4  # areas and inspections in a table


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide: its words and numbers. `plain` has no bullet, `bold` is a heading, `below` is set in.

    `note` is what the slide's notes say of it, `link` where its words lead.
    """

    text: str
    citations: tuple[int, ...] = ()
    bold: bool = False
    plain: bool = False
    below: bool = False
    note: str = ""
    link: str = ""


Thing = tuple[Line, ...]
"""Lines that belong together: they stay on one slide."""


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on one slide, and in its notes; `sources` are the numbers of the sources that it lists.

    Where there is a table, the lines stand below it; a picture stands alone.
    """

    title: str
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    table: GradeTable | None = None
    sources: tuple[int, ...] = ()
    picture: GradePicture | None = None


def slides(pack: Pack) -> tuple[Slide, ...]:
    """The slides after the first, which has the title: what to know before, the sections, the sources, the terms."""
    found = _split("Before you use this", [thing for note in pack.notes for thing in _pieces(note)])
    for chapter in pack.chapters:
        found += _chapter(chapter, pack)
    found += _sources(pack)
    found += _split("Terms of use", [thing for line in pack.licences for thing in _pieces(line)])
    return tuple(map(_with_short_title, found))


def height(line: Line) -> int:
    """How many points of height a line takes on a slide."""
    words = len(line.text) + sum(len(f" [{number}]") for number in line.citations)
    return max(1, math.ceil(words / (_IN_ROW - 6 * line.below))) * _ROW + _GAP


def shorten(words: str) -> str:
    """The beginning of what is long for a slide, to a word's end, with "…" where the rest was."""
    if len(words) <= _LONGEST:
        return words
    return f"{words[:_LONGEST].rpartition(' ')[0].rstrip(' ,;:') or words[:_LONGEST]} …"


def shorten_title(words: str) -> str:
    """A title that fits in its two rows; of a longer one the beginning, and its end, which tells slides apart."""
    whole = " ".join(words.split())
    return whole if len(whole) <= _LONGEST_TITLE else f"{whole[: _LONGEST_TITLE - 20]} … {whole[-16:]}"


def _chapter(chapter: Chapter, pack: Pack) -> list[Slide]:
    """The slides of a section: its tables each on their own, what is between them together."""
    found: list[Slide] = []
    things: list[Thing] = []
    for entry in chapter.entries:
        if entry.grades:
            found += _split(chapter.title, things) + _tables(chapter.title, entry, entry.grades, pack)
            things = []
        else:
            things += _things(entry, pack)
    return _counted(found + _split(chapter.title, things))


def _things(entry: Entry, pack: Pack) -> list[Thing]:
    """The things of an entry; a heading belongs to the first thing below it."""
    remark = _pieces(entry.remark)
    if entry.kind == "term":
        said = f"{entry.text}: {entry.remark}"
        return [(Line(shorten(said), note=said),)]
    if entry.kind == "note":
        return _pieces(f"Note: {entry.text}") + remark
    if entry.kind == "quote":
        return [_quote(claim, pack) for claim in entry.claims] + remark
    below = entry.kind == "question"
    head = [Line(shorten(entry.text), bold=not below, plain=not below, note=entry.text)] if entry.text else []
    things: list[Thing] = []
    for group, claims in entry.groups:
        if group:
            head.append(Line(shorten(group), bold=True, plain=True, below=below, note=group))
        for claim in claims:
            things.append((*head, Line(shorten(claim.text), claim.citations, below=below, note=_full(claim, pack))))
            head = []
    things += [tuple(head)] if head else []
    if things and len(remark) == 1:
        return [*things[:-1], (*things[-1], *remark[0])]
    return [*things, *remark]


def _quote(claim: Claim, pack: Pack) -> Thing:
    whence = "; ".join(pack.label(number) for number in claim.citations)
    return Line(shorten(claim.text), claim.citations, note=_full(claim, pack)), Line(shorten(f"— {whence}"), plain=True)


def _pieces(words: str) -> list[Thing]:
    """Words that are shown whole, as many paragraphs as they need, each up to where a thought ends if one does."""
    left, pieces = " ".join(words.split()), []
    while len(left) > _LONGEST:
        ends = [found.end() for found in _THOUGHT_ENDS.finditer(left, 0, _LONGEST) if found.end() > _LONGEST // 2]
        first = left[: ends[-1]] if ends else textwrap.wrap(left, _LONGEST)[0]
        pieces.append(first)
        left = left[len(first) :].strip()
    return [(Line(piece, plain=True, note=piece),) for piece in (*pieces, left) if piece]


def _full(claim: Claim, pack: Pack) -> str:
    """A sentence in full for the notes, with where it stands."""
    where = "; ".join(f"[{number}] {pack.label(number)}" for number in claim.citations)
    return f"{claim.text} ({where})" if where else claim.text


def _tables(title: str, entry: Entry, grades: GradeTable, pack: Pack) -> list[Slide]:
    notes = tuple(_full(claim, pack) for claim in entry.claims) + ((entry.remark,) if entry.remark else ())
    below = (Line(shorten(entry.remark), plain=True, note=entry.remark),) if entry.remark else ()
    drawn = draw_grades(grades)
    found = [Slide(title, notes=notes, picture=drawn)] if drawn else []
    for column in range(0, len(grades.inspections), _TABLE_COLUMNS):
        shown = slice(column, column + _TABLE_COLUMNS)
        for row in range(0, len(grades.rows), _TABLE_ROWS):
            part = tuple((area, given[shown]) for area, given in grades.rows[row : row + _TABLE_ROWS])
            found.append(Slide(title, below, notes, GradeTable(grades.inspections[shown], part)))
    return found


def _sources(pack: Pack) -> list[Slide]:
    things: list[Thing] = []
    for each in pack.citations:
        exact = f"[{each.number}] {each.report.file}: {each.paragraph.text}"
        things.append(
            (
                Line(
                    shorten(f"[{each.number}] {each.label}"),
                    plain=True,
                    note=exact,
                    link=pack.links.get(each.number, ""),
                ),
            )
        )
    found, at = [], 0
    for slide in _split("Sources", things, _MOST_SOURCES):
        numbers = tuple(each.number for each in pack.citations[at : at + len(slide.lines)])
        found.append(replace(slide, sources=numbers))
        at += len(slide.lines)
    return found


def _split(title: str, things: Sequence[Thing], most: int = _MOST) -> list[Slide]:
    """Things on as many slides as they need; one that has no room on one is taken apart."""
    pages: list[list[Thing]] = []
    left = 0
    small = [
        part
        for thing in things
        for part in ([thing] if sum(map(height, thing)) <= _ROOM else [(line,) for line in thing])
    ]
    for thing in small:
        needed = sum(map(height, thing))
        if not pages or needed > left or len(pages[-1]) >= most:
            pages.append([])
            left = _ROOM
        pages[-1].append(thing)
        left -= needed
    pages_of_lines = [[line for thing in page for line in thing] for page in pages]
    return _counted(
        [Slide(title, tuple(lines), tuple(line.note for line in lines if line.note)) for lines in pages_of_lines]
    )


def _with_short_title(slide: Slide) -> Slide:
    """The slide with a title that fits above it; what is cut stands in its notes."""
    short = shorten_title(slide.title)
    return slide if short == slide.title else replace(slide, title=short, notes=(slide.title, *slide.notes))


def _counted(found: Sequence[Slide]) -> list[Slide]:
    """Slides of one title tell themselves apart: "Sources (part 2 of 3)"."""
    bare = [replace(slide, title=slide.title.partition(" (part ")[0]) for slide in found]
    if len(bare) <= 1:
        return bare
    return [replace(slide, title=f"{slide.title} (part {at} of {len(bare)})") for at, slide in enumerate(bare, start=1)]
