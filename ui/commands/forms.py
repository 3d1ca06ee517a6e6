"""The forms in which answers, reports and paragraphs are printed as JSON."""

from dataclasses import asdict
from typing import Any

from assistant.answer import Answer
from assistant.citations import Citation
from corpus.report import Paragraph, Report

Form = dict[str, Any]


def answer_form(answer: Answer, id_: str = "") -> Form:
    """An Answer as others read it: its text, its Claims and its Citations with the exact paragraphs.

    `writing` stands there only where a chat model wrote it.
    """
    form = {
        "id": id_,
        "question": answer.question.text,
        "answer": answer.text,
        "abstained": answer.abstained,
        "status": answer.status,
        "claims": [{"text": claim.text, "citations": list(claim.citations)} for claim in answer.claims],
        "citations": [citation_form(citation) for citation in answer.citations],
        "seconds": answer.seconds,
    }
    return {**form, "writing": asdict(answer.writing)} if answer.writing else form


def citation_form(citation: Citation) -> Form:
    """A Citation: where it stands (pages from 1) and its Paragraph's exact text."""
    paragraph, report = citation.paragraph, citation.report
    return {
        "number": citation.number,
        "report": report.file,
        "council": report.council,
        "published": report.published.isoformat() if report.published else None,
        "page": paragraph.page,
        "last_page": paragraph.last_page,
        "paragraph": paragraph.number,
        "heading": list(paragraph.heading),
        "text": paragraph.text,
    }


def report_form(report: Report, paragraphs: int) -> Form:
    """A Report with its facts; dates are ISO, grades on the common scale, None where it does not say."""
    graded = {judgement.area: judgement.grade for judgement in report.judgements}
    always = dict.fromkeys(("overall", "leaders", "help_and_protection", "children_in_care", "care_leavers"))
    return {
        "report": report.file,
        "id": report.id,
        "title": report.title,
        "council": report.council,
        "kind": report.kind,
        "framework": report.framework,
        **{
            name: value.isoformat() if (value := getattr(report, name)) else None
            for name in ("inspected_from", "inspected_to", "published")
        },
        "pages": report.pages,
        "paragraphs": paragraphs,
        "judgements": {**always, **graded},
        "outcome": report.outcome,
    }


def paragraph_form(paragraph: Paragraph) -> Form:
    """A Paragraph with its place; boxes are points from the page's top left."""
    return {
        "id": paragraph.id,
        "number": paragraph.number,
        "kind": paragraph.kind,
        "heading": list(paragraph.heading),
        "page": paragraph.page,
        "last_page": paragraph.last_page,
        "text": paragraph.text,
        "boxes": [asdict(box) for box in paragraph.boxes],
    }
