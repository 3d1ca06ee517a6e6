"""A Paper as a Word document: real headings and lists, each number a link to its source below the answer."""

from docx.document import Document

from assistant.exports.word_parts import add, add_notes, open_document, save
from assistant.exports.word_sources import add_claim, add_sources
from assistant.paper import Paper, Part


def word(paper: Paper) -> bytes:
    """The Paper as the bytes of a .docx file."""
    document = open_document(paper.title, paper.made)
    add_notes(document, paper.notes)
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
        add_sources(document, part.citations, place)
