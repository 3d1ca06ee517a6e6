"""Whole lists of what inspectors asked for, every item with its Paragraph."""

import re
from collections.abc import Sequence

from assistant.citations import Draft
from assistant.describe import name_report
from assistant.periods import order
from assistant.question import Question
from corpus.library import Library
from corpus.report import ImprovementList, Paragraph, Report
from corpus.sentences import split_sentences

_URGENT = re.compile(
    r"\b(?:straight away|urgent\w*|immediate\w*|priority|first|at once|without delay)\b", re.IGNORECASE
)
_AND_MORE = re.compile(r"\b(?:what else|anything else|and (?:also|what))\b", re.IGNORECASE)
_STRENGTHS = re.compile(r"\bstrengths?\b|\bthat is effective\b", re.IGNORECASE)
_MOST_STRENGTHS = 12
_BOARD = re.compile(r"\bsafeguarding children board\b|\bLSCB\b", re.IGNORECASE)
_IS_URGENT = re.compile(r"\b(?:priority|immediate(?:ly)?)\b", re.IGNORECASE)


def find_lists(question: Question, reports: Sequence[Report], library: Library) -> list[Draft]:
    """A draft for each item of the lists that the question asks for, in order.

    Where the question says nothing about time, of the newest report of each council that has a list.
    """
    with_list = [report for report in order(reports) if report.improvement_lists]
    if not question.when.named:
        with_list = list({report.council: report for report in with_list}.values())
    return [draft for report in with_list for draft in _items(question, report, library, many=len(with_list) > 1)]


def find_strengths(question: Question, reports: Sequence[Report], library: Library) -> list[Draft]:
    """What stands under a heading about strengths; of a paragraph its first sentence, of a bullet all."""
    dated = order(reports) if question.when.named else order(reports)[-1:]
    for report in reversed(dated):
        drafts = [
            Draft(p.text if p.kind == "bullet" else split_sentences(p.text)[0], (p,), p.heading[-1].rstrip(":"))
            for p in library.paragraphs(report.id)
            if p.heading and p.kind in ("bullet", "prose", "numbered") and _STRENGTHS.search(p.heading[-1])
        ]
        if drafts:
            return drafts[:_MOST_STRENGTHS]
    return []


def _items(question: Question, report: Report, library: Library, *, many: bool) -> list[Draft]:
    lists = list(report.improvement_lists)
    if _URGENT.search(question.standalone) and not _AND_MORE.search(question.standalone):
        lists = [found for found in lists if _is_urgent(found)] or lists
    drafts: list[Draft] = []
    for found in lists:
        heading = found.heading.rstrip(":")
        group = f"{name_report(report)}, {heading}" if many or len(lists) > 1 else heading
        items = _with_parts(found, report, library)
        if any(_BOARD.search(heading) for each in items for heading in each.heading):
            group = f"{group} (Local Safeguarding Children Board)"
        if _URGENT.search(question.standalone) and not _AND_MORE.search(question.standalone):
            items = [each for each in items if _IS_URGENT.search(_part(each, heading))] or items
        for item in items:
            part = _part(item, heading)
            drafts.append(Draft(item.text.replace("\t", ": "), (item,), f"{group}: {part}" if part else group))
    return drafts


def _part(item: Paragraph, heading: str) -> str:
    """The heading of a list's part that an item stands under: "Within three months"; "" where the list has no parts."""
    headings = [each.rstrip(":") for each in item.heading]
    return headings[-1] if heading in headings[:-1] else ""


def _with_parts(found: ImprovementList, report: Report, library: Library) -> list[Paragraph]:
    """The items of a list in order, each followed by the bullets that it introduces."""
    items = set(found.paragraph_ids)
    return [p for p in library.paragraphs(report.id) if p.id in items or (p.introduced_by in items)]


def _is_urgent(found: ImprovementList) -> bool:
    return found.kind == "areas for priority action" or _IS_URGENT.search(found.heading) is not None
