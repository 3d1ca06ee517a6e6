"""A Paper as a Word document: real headings and lists, each number a link to its source below the answer."""

from datetime import date

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.shared import Pt

from assistant.exports.sheet import Cell, Sheet
from assistant.exports.word_parts import add, add_notes, open_document, save
from assistant.exports.word_sources import add_claim, add_sources
from assistant.exports.word_tables import describe_table, turn_page
from assistant.paper import Paper, Part, shown


def word(paper: Paper, overview: Sheet | None = None) -> bytes:
    """The Paper as the bytes of a .docx file; an overview of its parts stands first, on pages turned on their side."""
    document = open_document(paper.title, paper.made)
    add_notes(document, paper.notes)
    if overview:
        _add_overview(document, overview)
    for at, part in enumerate(paper.parts, start=1):
        _add_part(document, part, f"answer_{at}")
    return save(document)


def _add_part(document: Document, part: Part, place: str) -> None:
    """A question, its answer and its sources; `place` names these sources."""
    add(document, part.question, "Heading 2")
    if part.about:
        add(document, f"Understood as: {part.about}", "Normal")
    add(document, "", "Normal").add_run(part.status).bold = True
    numbers = {citation.number for citation in part.citations}
    for group, claims in part.groups:
        if group:
            add(document, group, "Heading 3")
        for claim in claims:
            add_claim(document, claim, place, numbers, "List Bullet" if part.is_list else "Normal")
    if part.note:
        add(document, part.note, "Normal")
    if part.citations:
        add(document, "Sources", "Heading 3")
        add_sources(document, part.citations, place, part.links)


def _add_overview(document: Document, sheet: Sheet) -> None:
    """A table with its head on every page and no row split over two, on a page that lies on its side."""
    section = document.sections[0]
    turn_page(section)
    table = document.add_table(rows=1, cols=len(sheet.columns), style="Table Grid")
    table.autofit = False
    room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
    across = sum(column.width for column in sheet.columns)
    for drawn, column in zip(table.columns, sheet.columns, strict=True):
        drawn.width = int(room * column.width / across)
    for _row in sheet.rows:
        table.add_row()
    written = ([column.name for column in sheet.columns], *sheet.rows)
    for at, (row, cells) in enumerate(zip(table.rows, written, strict=True)):
        for cell, column, value in zip(row.cells, sheet.columns, cells, strict=True):
            cell.width = int(room * column.width / across)
            run = cell.paragraphs[0].add_run(_in_cell(value))
            run.font.size, run.bold = Pt(9), at == 0
            cell.paragraphs[0].paragraph_format.space_after = Pt(2)
    describe_table(table, f"{sheet.name}: a row for each.")
    turn_page(document.add_section(WD_SECTION.NEW_PAGE))


def _in_cell(value: Cell) -> str:
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else shown(str(value)) if value is not None else ""
