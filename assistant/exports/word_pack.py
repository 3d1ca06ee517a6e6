"""A Pack as a Word document: headings, lists, a table of grades, and each number a link to its source at the end."""

from collections.abc import Sequence
from io import BytesIO

from docx.document import Document
from docx.shared import Cm, Pt

from assistant.briefings.pack import Chapter, Entry, GradeTable, Pack
from assistant.citations import Claim
from assistant.exports.grade_picture import draw_grades
from assistant.exports.word_parts import NOTE, add, add_notes, open_document, save
from assistant.exports.word_sources import add_claim, add_marks, add_sources
from assistant.exports.word_tables import describe_table, keep_whole
from assistant.paper import shown

_PLACE = "briefing"
_BULLET, _QUOTE, _PLAIN = "List Bullet", "Quote", "Normal"


def word_pack(pack: Pack) -> bytes:
    """The Pack as the bytes of a .docx file."""
    document = open_document(pack.title, pack.made)
    for name, said in pack.about:
        _add_named(document, name, said, _PLAIN)
    add_notes(document, pack.notes)
    for chapter in pack.chapters:
        _add_chapter(document, chapter, pack)
    if pack.citations:
        add(document, "Sources", "Heading 2")
        add_sources(document, pack.citations, _PLACE, pack.links)
    if pack.licences:
        add(document, "Terms of use", "Heading 2")
        for line in pack.licences:
            add(document, line, _PLAIN)
    return save(document)


def _add_chapter(document: Document, chapter: Chapter, pack: Pack) -> None:
    numbers = {citation.number for citation in pack.citations}
    add(document, chapter.title, "Heading 2")
    for entry in chapter.entries:
        match entry.kind:
            case "key message":
                _add_claims(document, entry.claims, numbers, _BULLET)
            case "question":
                add(document, entry.text, _BULLET).paragraph_format.keep_with_next = bool(entry.claims)
                _add_groups(document, pack.with_quotes(entry), numbers, _QUOTE)
            case "term":
                _add_named(document, entry.text, entry.remark, _PLAIN)
            case "note":
                _add_note(document, entry.text)
            case "quote":
                _add_quote(document, entry, pack, numbers)
            case _:
                _add_answer(document, entry, numbers)
        if entry.remark and entry.kind != "term":
            add(document, entry.remark, NOTE)


def _add_answer(document: Document, entry: Entry, numbers: set[int]) -> None:
    """Sentences under their headings, or grades as a table."""
    if entry.text:
        add(document, entry.text, "Heading 3")
    if entry.grades:
        _add_picture(document, entry.grades)
        _add_table(document, entry.grades, numbers)
    else:
        _add_groups(document, entry, numbers, _BULLET)


def _add_groups(document: Document, entry: Entry, numbers: set[int], style: str) -> None:
    for group, claims in entry.groups:
        if group:
            label = add(document, "", _PLAIN if style == _BULLET else style)
            label.add_run(shown(group)).bold = True
            label.paragraph_format.keep_with_next = True
            label.paragraph_format.space_after = Pt(2)
        _add_claims(document, claims, numbers, style)


def _add_claims(document: Document, claims: Sequence[Claim], numbers: set[int], style: str) -> None:
    for claim in claims:
        add_claim(document, claim, _PLACE, numbers, style)


def _add_quote(document: Document, entry: Entry, pack: Pack, numbers: set[int]) -> None:
    """A report's words and below them where they stand."""
    for claim in pack.with_quotes(entry).claims:
        words = add(document, claim.text, _QUOTE)
        add_marks(words, claim.citations, _PLACE, numbers)
        words.paragraph_format.keep_with_next = True
        words.paragraph_format.space_after = Pt(0)
        add(document, f"— {'; '.join(pack.label(number) for number in claim.citations)}", _QUOTE)


def _add_named(document: Document, name: str, said: str, style: str) -> None:
    line = add(document, "", style)
    line.add_run(f"{' '.join(shown(name).split())}: ").bold = True
    line.add_run(" ".join(shown(said).split()))


def _add_note(document: Document, text: str) -> None:
    """What a person wrote, in its lines, known as a note."""
    note = add(document, "", _PLAIN)
    note.add_run("Note: ").bold = True
    for at, line in enumerate(line for line in text.splitlines() if line.strip()):
        if at:
            note.add_run().add_break()
        note.add_run(" ".join(shown(line).split()))


def _add_picture(document: Document, grades: GradeTable) -> None:
    """The grades as a picture, told in words to who does not see it."""
    if picture := draw_grades(grades):
        drawn = document.add_picture(BytesIO(picture.png), width=Cm(16))
        document.paragraphs[-1].paragraph_format.keep_with_next = True  # the table below says the same
        drawn._inline.docPr.set("descr", picture.words)  # noqa: SLF001 - python-docx has no alternative text


def _add_table(document: Document, grades: GradeTable, numbers: set[int]) -> None:
    table = document.add_table(rows=1, cols=1 + len(grades.inspections), style="Table Grid")
    for cell, words in zip(table.rows[0].cells, ("Area", *grades.inspections), strict=True):
        cell.paragraphs[0].add_run(" ".join(shown(words).split())).bold = True
    for area, given in grades.rows:
        first, *others = table.add_row().cells
        first.paragraphs[0].add_run(" ".join(shown(area).split())).bold = True
        for cell, row in zip(others, given, strict=True):
            cell.paragraphs[0].add_run(" ".join(shown(row.words).split()) if row else "not graded")
            if row:
                add_marks(cell.paragraphs[0], row.citations, _PLACE, numbers)
    describe_table(table, "Grades by inspection: a column for each inspection, a row for each area.")
    keep_whole(table)
    add(document, "", _PLAIN).paragraph_format.space_after = Pt(0)
