"""A Pack as slides: what stands on each, few and in full, and in its notes where each sentence comes from."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from assistant.briefings.pack import Chapter, Entry, GradeTable, Pack
from assistant.briefings.paging import SIZES, Line, Thing, cut_into, fill_pages, height
from assistant.citations import Citation, Claim, by_report
from assistant.describe import name_report
from assistant.exports.grade_picture import GradePicture, draw_grades
from assistant.paper import CARE

BELOW = 90
"""Points of height below a table or a picture."""
_LONGEST_TITLE = 100  # characters of 30 pt in two rows
_LONGEST_QUOTE = 760  # characters of 20 pt with the place below them
_ON_FIRST = 230  # points of height below the title of the first slide
_TABLE_ROWS, _TABLE_COLUMNS = 4, 4  # areas and inspections in a table
_SOURCE = 18  # points of letters
_COLUMN_ROWS, _IN_COLUMN = 15, 40  # of sources in each of two columns; characters


@dataclass(frozen=True, slots=True)
class Slide:
    """What stands on one slide in letters of `size` points, and in its notes.

    `sources` are the numbers of the sources that it lists, and `right` its second column of them. `is_quote` is a
    report's own words in the slide's middle. Where there is a table or a picture, the lines stand below it.
    """

    title: str
    lines: tuple[Line, ...] = ()
    notes: tuple[str, ...] = ()
    size: int = 20
    table: GradeTable | None = None
    right: tuple[Line, ...] = ()
    sources: tuple[int, ...] = ()
    picture: GradePicture | None = None
    is_quote: bool = False


def slides(pack: Pack) -> tuple[Slide, ...]:
    """The slides: a first one with the title, what to know before, the sections, the sources, the terms of use."""
    first = _first(pack)
    told = [] if _fits_on_first(pack) else [f"{name}: {said}" for name, said in pack.about]
    found = _split(
        "Before you use this", [Thing((Line(note, plain=True, note=note),)) for note in (*told, *pack.warnings)]
    )
    for chapter in pack.chapters:
        found += _chapter(chapter, pack)
    found += _sources(pack)
    found += _split("Terms of use", [Thing((Line(line, plain=True, note=line),)) for line in pack.licences])
    return (first, *map(_with_short_title, found))


def shorten_title(words: str) -> str:
    """A title that fits in its two rows; of a longer one the beginning, and its end, which tells slides apart."""
    whole = " ".join(words.split())
    return whole if len(whole) <= _LONGEST_TITLE else f"{whole[: _LONGEST_TITLE - 20]} … {whole[-16:]}"


def _first(pack: Pack) -> Slide:
    """The title, for whom and what for, the day; its notes say what the briefing was made from."""
    about = [Line(f"{name}: {said}", plain=True) for name, said in pack.about] if _fits_on_first(pack) else []
    lines = (*about, Line(f"{pack.made.day} {pack.made:%B %Y}", plain=True), Line(CARE, bold=True, plain=True))
    said = (pack.title, *(f"{name}: {said}" for name, said in pack.about), *pack.notes)
    (page,) = fill_pages([Thing(lines)], _ON_FIRST)
    return Slide(shorten_title(pack.title), lines, said, min(page.size, 24))


def _fits_on_first(pack: Pack) -> bool:
    return height([Line(f"{name}: {said}") for name, said in pack.about], SIZES[-1]) <= _ON_FIRST / 2


def _chapter(chapter: Chapter, pack: Pack) -> list[Slide]:
    """The slides of a section: grades and quotes each on their own, what is between them together."""
    found: list[Slide] = []
    things: list[Thing] = []
    remarks: list[str] = []
    for entry in chapter.entries:
        if entry.grades or entry.kind == "quote":
            found += _split(chapter.title, things, remarks)
            found += (
                _tables(chapter.title, entry, entry.grades, pack)
                if entry.grades
                else _quotes(chapter.title, entry, pack)
            )
            things, remarks = [], []
        else:
            things += _things(entry, pack)
            remarks += [entry.remark] if entry.remark and entry.kind != "term" else []
    return _counted(found + _split(chapter.title, things, remarks))


def _things(entry: Entry, pack: Pack) -> Iterator[Thing]:
    """The things of an entry under its heading."""
    if entry.kind == "term":
        said = f"{entry.text}: {entry.remark}"
        yield Thing((Line(said, note=said),))
    elif entry.kind == "note":
        yield Thing((Line(f"Note: {entry.text}", plain=True, note=f"Note: {entry.text}"),))
    elif not entry.claims and entry.text:
        yield Thing((Line(entry.text, plain=entry.kind != "question", note=entry.text),))
    else:
        top = (Line(entry.text, bold=True, plain=True, note=entry.text),) if entry.text else ()
        for group, claims in (pack.with_quotes(entry) if entry.kind == "question" else entry).groups:
            heads = (*top, Line(group, bold=True, plain=True, note=group)) if group else top
            for claim in claims:
                yield Thing((Line(claim.text, claim.citations, note=_full(claim, pack)),), heads)


def _quotes(title: str, entry: Entry, pack: Pack) -> list[Slide]:
    """Each quotation on a slide of its own, in large letters; a long one goes on on the next."""
    found = []
    for claim in pack.with_quotes(entry).claims:
        whence = "; ".join(pack.label(number) for number in claim.citations)
        pieces = cut_into(claim.text, _LONGEST_QUOTE)
        for at, piece in enumerate(pieces, start=1):
            goes_on = f" (part {at} of {len(pieces)} of the paragraph)" if len(pieces) > 1 else ""
            place = Line(f"— {whence}{goes_on}", plain=True, small=True)
            (page, *more) = fill_pages([Thing((Line(piece, claim.citations, plain=True), place))])
            notes = (_full(claim, pack), *([entry.remark] if entry.remark else []))
            found.append(Slide(title, page.lines, notes, page.size, is_quote=True))
            found += [Slide(title, each.lines, notes, each.size, is_quote=True) for each in more]
    return found


def _full(claim: Claim, pack: Pack) -> str:
    """A sentence in full for the notes, with where it stands."""
    where = "; ".join(f"[{number}] {pack.label(number)}" for number in claim.citations)
    return f"{claim.text} ({where})" if where else claim.text


def _tables(title: str, entry: Entry, grades: GradeTable, pack: Pack) -> list[Slide]:
    notes = tuple(_full(claim, pack) for claim in entry.claims) + ((entry.remark,) if entry.remark else ())
    remark = [Thing((Line(entry.remark, plain=True),))] if entry.remark else []
    fits = fill_pages(remark, room=BELOW)
    (below, size) = (fits[0].lines, min(fits[0].size, 20)) if len(fits) == 1 else ((), 20)
    drawn = draw_grades(grades)
    found = [Slide(title, below, notes, size, picture=drawn)] if drawn else []
    for column in range(0, len(grades.inspections), _TABLE_COLUMNS):
        shown = slice(column, column + _TABLE_COLUMNS)
        for row in range(0, len(grades.rows), _TABLE_ROWS):
            part = tuple((area, given[shown]) for area, given in grades.rows[row : row + _TABLE_ROWS])
            lines = () if drawn else below
            found.append(Slide(title, lines, notes, size, table=GradeTable(grades.inspections[shown], part)))
    return found


def _sources(pack: Pack) -> list[Slide]:
    """The sources by report, in two columns: its name above each number with its place."""
    columns: list[list[tuple[Line, int]]] = []
    for report, cited in by_report(pack.citations):
        head = Line(name_report(report), bold=True, plain=True)
        rows = math.ceil(len(head.text) / _IN_COLUMN)
        for at in range(0, len(cited), most := _COLUMN_ROWS - rows):
            part = cited[at : at + most]
            if not columns or len(columns[-1]) + rows + len(part) > _COLUMN_ROWS:
                columns.append([])
            columns[-1].append((head, 0))
            columns[-1] += [(_source(each, pack), each.number) for each in part]
    pairs = [columns[at : at + 2] for at in range(0, len(columns), 2)]
    return _counted([_of_sources(*map(tuple, pair)) for pair in pairs])


def _source(citation: Citation, pack: Pack) -> Line:
    note = f"[{citation.number}] {citation.label} · {citation.report.file}: {citation.paragraph.text}"
    link = pack.links.get(citation.number, "")
    return Line(f"[{citation.number}] {citation.place}", plain=True, note=note, link=link)


def _of_sources(left: Sequence[tuple[Line, int]], right: Sequence[tuple[Line, int]] = ()) -> Slide:
    return Slide(
        "Sources",
        tuple(line for line, _number in left),
        tuple(line.note for line, _number in (*left, *right) if line.note),
        _SOURCE,
        right=tuple(line for line, _number in right),
        sources=tuple(number for _line, number in (*left, *right) if number),
    )


def _split(title: str, things: Sequence[Thing], remarks: Sequence[str] = ()) -> list[Slide]:
    """Things on as many slides as they need; remarks on them are in the notes, unless there is nothing else."""
    pages = fill_pages(things or [Thing((Line(remark, plain=True),)) for remark in remarks])
    found = [
        Slide(title, page.lines, tuple(line.note for line in page.lines if line.note), page.size) for page in pages
    ]
    if found and remarks:
        found[-1] = replace(found[-1], notes=tuple(dict.fromkeys((*found[-1].notes, *remarks))))
    return _counted(found)


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
