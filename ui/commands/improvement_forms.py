"""The forms in which Improvements are printed as JSON."""

from assistant.improvements.enquiry import Line
from assistant.improvements.followed import Followed
from assistant.improvements.improvement import Improvement
from corpus.report import Paragraph, Report
from ui.commands.forms import Form, paragraph_form


def followed_form(followed: Followed) -> Form:
    """An inspection's Improvements; dates are ISO, and the deadline None where no day is known to count from."""
    deadline = followed.deadline
    return {
        **_report_form(followed.report),
        "statement_due": deadline.due.isoformat() if deadline else None,
        "statement_due_estimated": deadline.estimated if deadline else None,
        "improvements": [improvement_form(each) for each in followed.improvements],
        "unlisted": [improvement_form(each) for each in followed.unlisted],
    }


def improvement_form(improvement: Improvement) -> Form:
    """An Improvement, the Paragraphs behind it (named by the report or suggested by us), and what was said later."""
    report = improvement.report
    return {
        "id": improvement.id,
        "position": improvement.position,
        "list": improvement.list_kind,
        "heading": improvement.heading,
        "area": improvement.area,
        "text": improvement.quote or improvement.text,
        "paragraph": _paragraph_form(improvement.paragraph, report),
        "parts": [_paragraph_form(part, report) for part in improvement.parts],
        "behind": [{"named": each.named, **_paragraph_form(each.paragraph, report)} for each in improvement.behind],
        "later": [
            {
                **_report_form(said.report),
                "proposed": said.proposed,
                "why": said.why,
                "paragraphs": [
                    {"quote": quote, **_paragraph_form(paragraph, said.report)}
                    for paragraph, quote in zip(said.paragraphs, said.quotes, strict=True)
                ],
            }
            for said in improvement.later
        ],
    }


def enquiry_form(line: Line) -> Form:
    """A likely line of enquiry with its reason and its Paragraphs."""
    reports = {report.id: report for report in line.reports}
    paragraphs = [_paragraph_form(paragraph, reports[paragraph.report_id]) for paragraph in line.paragraphs]
    return {"reason": line.reason, "matter": line.matter, "paragraphs": paragraphs}


def _report_form(report: Report) -> Form:
    return {
        "report": report.file,
        "council": report.council,
        "kind": report.kind,
        "inspected_to": report.inspected_to.isoformat() if report.inspected_to else None,
    }


def _paragraph_form(paragraph: Paragraph, report: Report) -> Form:
    return {"report": report.file, "council": report.council, **paragraph_form(paragraph)}
