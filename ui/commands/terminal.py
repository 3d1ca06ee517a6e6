"""How answers, reports and paragraphs read in a terminal. Report text is printed without control characters."""

from typing import Any

from assistant.answer import Answer
from corpus.report import Paragraph


def write_answer(answer: Answer) -> str:
    """An Answer, and under it where each number stands and what it says there."""
    lines = [answer.text]
    for citation in answer.citations:
        also = f" (also at {citation.also_at})" if citation.also_at else ""
        lines += ["", f"[{citation.number}] {citation.label}{also}", f"    {citation.paragraph.text}"]
    return printable("\n".join(lines))


def write_report(form: dict[str, Any]) -> str:
    """One line on a report: its file, whom and when, its overall grade, its paragraphs."""
    graded = form["judgements"]["overall"] or form["outcome"] or "no overall grade"
    when = form["inspected_to"] or form["published"] or "no date"
    parts = [form["report"], form["council"] or form["title"], form["kind"] or "no kind", when, graded]
    return printable(" · ".join([*parts, f"{form['paragraphs']} paragraphs"]))


def write_paragraph(paragraph: Paragraph) -> str:
    """One paragraph with its page and number."""
    number = f" {paragraph.number}." if paragraph.number else ""
    return printable(f"p{paragraph.page}{number} {paragraph.text}")


def printable(text: str) -> str:
    """The text without what could steer a terminal; line breaks stay."""
    return "".join(character if character.isprintable() or character == "\n" else " " for character in text)
