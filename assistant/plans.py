"""One plan for each sort of answer: from the facts, a whole list, one search per report or council, or one search."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.citations import Draft
from assistant.describe import name_report
from assistant.extract import FLOOR
from assistant.grades import find_dates, find_grades, named_grades
from assistant.lists import find_lists
from assistant.periods import order
from assistant.question import Question, Sort
from assistant.search import Searcher
from assistant.sorts import asks_for_grade
from corpus.chunk import Passage
from corpus.report import Report

_JUDGED = 30  # candidates that the cross-encoder judges for one search over everything
_JUDGED_EACH = 10  # and for one of several searches
_NEWER = 0.6
"""What a report loses in relevance for each newer report on the same council, where a question names no date."""
_MOST_GROUPS = 8


@dataclass(frozen=True, slots=True)
class Group:
    """Passages that belong together in an answer, under a label where there are several groups.

    `limit` is how many Paragraphs an answer takes from it at most.
    """

    passages: tuple[Passage, ...]
    label: str | None = None
    limit: int = 3


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: sentences that the facts give, and Passages to take sentences from."""

    question: Question
    drafts: tuple[Draft, ...] = ()
    groups: tuple[Group, ...] = ()


def find(question: Question, searcher: Searcher) -> Found:
    """What the library holds for a question, by the plan for its sort of answer."""
    if question.missing or question.sort == "beyond":
        return Found(question)
    reports = _reports(question, searcher)
    return _PLANS[question.sort](question, reports, searcher)


def _fact(question: Question, reports: Sequence[Report], searcher: Searcher) -> Found:
    drafts: list[Draft] = []
    if named_grades(question.text) and question.councils:
        drafts = find_grades(question, _newest_each(question, reports), searcher.library)[:1]
    passages = searcher.find(question, question.reports, _JUDGED)
    if not question.years:
        passages = _newer_first(passages, reports)
    return Found(question, tuple(drafts), (Group(tuple(passages)),))


def _grade(question: Question, reports: Sequence[Report], searcher: Searcher) -> Found:
    chosen = _newest_each(question, reports)
    drafts = find_grades(question, chosen, searcher.library)
    if re.search(r"\bwhen\b|\bwhat kind\b", question.text, re.IGNORECASE):
        drafts = find_dates(chosen, searcher.library) + drafts
    if not drafts or re.search(r"\b(?:why|what cost|how come|reasons?)\b", question.text, re.IGNORECASE):
        return replace(_fact(question, reports, searcher), drafts=tuple(drafts[:1]))
    return Found(question, tuple(drafts))


def _list(question: Question, reports: Sequence[Report], searcher: Searcher) -> Found:
    drafts = find_lists(question, reports, searcher.library)
    return Found(question, tuple(drafts)) if drafts else _fact(question, reports, searcher)


def _over_time(question: Question, reports: Sequence[Report], searcher: Searcher) -> Found:
    if asks_for_grade(question.text):
        drafts = find_grades(question, order(reports), searcher.library)
        if drafts:
            return Found(question, tuple(drafts))
    groups = [
        Group(tuple(searcher.find(question, [report.id], _JUDGED_EACH)), name_report(report), limit=1)
        for report in order(reports)
    ]
    return Found(question, groups=tuple(groups))


def _across(question: Question, reports: Sequence[Report], searcher: Searcher) -> Found:
    if asks_for_grade(question.text):
        drafts = find_grades(question, _newest_each(question, reports), searcher.library)
        if drafts:
            return Found(question, tuple(drafts))
    councils = list(question.councils) or sorted({report.council for report in reports if report.council})
    if not question.councils:
        return _where(question, reports, searcher)
    groups = []
    for council in councils:
        within = [report.id for report in _newest_each(question, [r for r in reports if r.council == council])]
        passages = searcher.find(question, within, _JUDGED_EACH) if within else []
        groups.append(Group(tuple(passages), council, limit=1))
    return Found(question, groups=tuple(groups))


def _where(question: Question, reports: Sequence[Report], searcher: Searcher) -> Found:
    """One search over everything, its Passages grouped by report: which councils, which inspections."""
    by_id = {report.id: report for report in reports}
    grouped: dict[str, list[Passage]] = {}
    for passage in searcher.find(question, question.reports, 2 * _JUDGED):
        if (passage.relevance or 0.0) >= FLOOR and passage.chunk.report_id in by_id:
            grouped.setdefault(passage.chunk.report_id, []).append(passage)
    best = [Group(tuple(found), name_report(by_id[id_]), limit=1) for id_, found in grouped.items()]
    return Found(question, groups=tuple(best[:_MOST_GROUPS]))


def _newest_each(question: Question, reports: Sequence[Report]) -> list[Report]:
    """The reports as they are where the question names dates, else the newest of each council."""
    if question.years:
        return order(reports)
    return order(list({report.council: report for report in order(reports)}.values()))


def _newer_first(passages: Sequence[Passage], reports: Sequence[Report]) -> list[Passage]:
    """The Passages with a little less relevance for each newer report on the same council."""
    behind: dict[str, int] = {}
    for council in {report.council for report in reports}:
        of_council = order([report for report in reports if report.council == council])
        behind |= {report.id: len(of_council) - place for place, report in enumerate(of_council, start=1)}
    aged = [replace(p, relevance=(p.relevance or 0.0) - _NEWER * behind.get(p.chunk.report_id, 0)) for p in passages]
    return sorted(aged, key=lambda passage: (-(passage.relevance or 0.0), passage.chunk.id))


def _reports(question: Question, searcher: Searcher) -> tuple[Report, ...]:
    held = searcher.library.reports
    return held if question.reports is None else tuple(report for report in held if report.id in question.reports)


_PLANS: dict[Sort, Callable[[Question, Sequence[Report], Searcher], Found]] = {
    "fact": _fact,
    "definition": _fact,
    "grade": _grade,
    "list": _list,
    "over time": _over_time,
    "across councils": _across,
}
