"""One plan for each sort of answer: from the facts, a whole list, one search per report or council, or one search."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from assistant.areas import asks_of_the_area, find_area
from assistant.citations import Draft
from assistant.confidence import LEAST_BESIDE, Asked, read_asked, touches, unknown_name
from assistant.definitions import asked_term, find_definitions
from assistant.describe import name_report
from assistant.extract import choose
from assistant.glossary import find_names
from assistant.grades import correct_premise, find_area_grades, find_dates, find_grades, find_grades_among, named_grades
from assistant.lists import find_lists, find_strengths
from assistant.overview import asks_for_overview, find_overview, sum_up
from assistant.periods import order
from assistant.question import Question, Sort
from assistant.reading import bare
from assistant.search import Group, Searcher, fuse
from assistant.single import search_once
from assistant.sorts import (
    asks_for_figure,
    asks_for_grade,
    asks_for_strengths,
    asks_of_the_whole,
    asks_why,
    find_areas,
)
from assistant.tone import asked_tone, has_tone
from corpus.chunk import Passage
from corpus.library import Library
from corpus.report import Report

_JUDGED_EACH = 10  # candidates that the cross-encoder judges for each of several searches
_JUDGED_OF_EACH_COUNCIL = 5
_JUDGED_IN_ALL = 60
_LOOKED_AT = 300  # candidates of a search over every council, before the best of each are judged
_MOST_COUNCILS = 10
_OF_EACH = 3  # paragraphs of each of several reports or councils at most
_NEAR = 1.5  # how much less relevant (a logit) than a group's first paragraph its others may be
_CLOSE = 0.7  # the same where councils are many
_SPREAD = 5.0  # and than the best council's a council's best
_FROM_FACTS: tuple[Sort, ...] = ("grade", "list")
"""Sorts that take what the facts say of every council where none is named, whatever else the question says."""


@dataclass(frozen=True, slots=True)
class Found:
    """What was found for a question: sentences that the facts give, and Passages to take sentences from, in groups."""

    question: Question
    groups: tuple[Group, ...] = ()


def find(question: Question, searcher: Searcher) -> Found:
    """What the library holds for a question, by the plan for its sort of answer."""
    if question.missing or question.sort == "beyond":
        return Found(question)
    if question.sort in _FROM_FACTS and not question.councils and (name := unknown_name(question, searcher.library)):
        return Found(replace(question, missing=f"a report on {name}"))
    held = searcher.library.reports
    reports = [report for report in held if question.reports is None or report.id in question.reports]
    return Found(question, _PLANS[question.sort](question, order(reports), searcher))


def _fact(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    if asks_for_strengths(question.standalone) and (strengths := find_strengths(question, reports, searcher.library)):
        return (Group(drafts=tuple(strengths)),)
    drafts: list[Draft] = []
    if question.councils and asks_for_grade(question.standalone):
        judged = _newest_each(question, reports)
        drafts = find_grades(question, judged, searcher.library)[:1]
        if correction := correct_premise(question, judged, searcher.library):
            said = () if question.areas else tuple(sum_up(judged[0], searcher.library)[:1])
            return (Group(drafts=(correction, *said)),)
        if len(judged) == 1 and asks_why(question.standalone) and (reasons := _reasons(question, judged, searcher)):
            return (reasons,)
    counts = asks_for_figure(question.standalone)
    if len(question.councils) == 1 and not drafts and not counts and (whole := _whole(question, reports, searcher)):
        return (whole,)
    return search_once(question, reports, drafts, searcher)


def _definition(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    """Where a report explains the term; nothing where only our glossary does."""
    if drafts := find_definitions(question, searcher):
        return (Group(drafts=tuple(drafts)),)
    term = asked_term(question.standalone)
    return () if find_names(term) or named_grades(term) else _fact(question, reports, searcher)


def _grade(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    chosen = _newest_each(question, reports)
    drafts = find_grades(question, chosen, searcher.library)
    if re.search(r"\bwhen\b|\bwhat kind\b", question.standalone, re.IGNORECASE):
        drafts = find_dates(chosen, searcher.library) + drafts
    if not drafts and question.areas and chosen:
        return ()
    if not drafts or asks_why(question.standalone):
        return _fact(question, reports, searcher)
    return (Group(drafts=tuple(drafts)),)


def _list(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    drafts = find_lists(question, reports, searcher.library)
    return (Group(drafts=tuple(drafts)),) if drafts else _fact(question, reports, searcher)


def _over_time(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    """A group for each report, from the oldest to the newest."""
    whole = not question.areas and asks_of_the_whole(bare(question.standalone, question.councils))
    of_grades = asks_for_grade(question.standalone) or (question.councils and whole)
    if of_grades and (graded := find_grades(question, reports, searcher.library)):
        return (Group(drafts=tuple(graded)),)
    groups = []
    asked = read_asked(question, searcher.library)
    small = asked.term and not find_areas(" ".join(asked.term))  # a smaller matter within the area
    areas = () if small else question.areas
    for report in reports:
        label = name_report(report)
        graded = find_area_grades(areas, report, searcher.library)
        passages = tuple(searcher.find(question, [report.id], _JUDGED_EACH))
        drafts = tuple(replace(draft, group=label) for draft in graded[:1])
        groups.append(Group(passages, label, _OF_EACH, _NEAR, drafts))
    return _side_by_side(asked, groups, searcher.library)


def _across(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    """A group for each council that is named; else for each that has something on it."""
    if asks_for_grade(question.standalone):
        newest = _newest_each(question, reports)
        drafts = (
            find_grades(question, newest, searcher.library)
            if question.councils
            else find_grades_among(question, reports, newest, searcher.library)
        )
        if drafts or (not question.councils and named_grades(question.standalone)):
            return (Group(drafts=tuple(drafts)),)
    if not question.councils:
        return _where(question, reports, searcher)
    of_each = {each: [report for report in reports if report.council == each] for each in question.councils}
    wholes = {council: _whole(question, own, searcher) for council, own in of_each.items()}
    if any(wholes.values()):
        return tuple(_labelled(whole or Group(), council) for council, whole in wholes.items())
    groups = [_of_council(question, council, own, searcher) for council, own in of_each.items()]
    return _side_by_side(read_asked(question, searcher.library), groups, searcher.library)


def _of_council(question: Question, council: str, reports: Sequence[Report], searcher: Searcher) -> Group:
    """What a council's newest report says; where that is silent, the newest that is not, unless dates are named."""
    asked = read_asked(question, searcher.library)
    newest = [report.id for report in _newest_each(question, reports)]
    older = [[report.id] for report in reversed(order(reports)) if report.id not in newest]
    groups = [Group(tuple(searcher.find(question, newest, _JUDGED_EACH)) if newest else (), council, _OF_EACH, _NEAR)]
    for within in older:
        if choose(asked, groups[-1], searcher.library):
            return groups[-1]
        groups.append(Group(tuple(searcher.find(question, within, _JUDGED_EACH)), council, _OF_EACH, _NEAR))
    return groups[-1] if choose(asked, groups[-1], searcher.library) else groups[0]


def _reasons(question: Question, judged: Sequence[Report], searcher: Searcher) -> Group | None:
    """Why a report judged as it did: what it says of the area, else how it sums up."""
    if question.areas:
        return find_area(question, judged, searcher)
    drafts = find_overview(question, judged, searcher.library)
    return Group(drafts=tuple(drafts)) if drafts else None


def _labelled(group: Group, label: str) -> Group:
    drafts = tuple(replace(draft, group=label) for draft in group.drafts)
    return replace(group, label=label, limit=_OF_EACH, drafts=drafts)


def _whole(question: Question, reports: Sequence[Report], searcher: Searcher) -> Group | None:
    """One council's services as a whole, or a whole graded area, where nothing smaller is asked about."""
    topic = bare(question.topic, question.councils)
    if not question.areas and asks_for_overview(topic):
        drafts = find_overview(question, reports, searcher.library)
        return Group(drafts=tuple(drafts)) if drafts else None
    return find_area(question, reports, searcher) if asks_of_the_area(topic) else None


def _side_by_side(asked: Asked, groups: Sequence[Group], library: Library) -> tuple[Group, ...]:
    """The groups with a lower bar, since all are asked the same, if one surely answers; else without their grades."""
    if any(choose(asked, group, library) for group in groups):
        return tuple(replace(group, least=LEAST_BESIDE) for group in groups)
    return tuple(replace(group, drafts=()) for group in groups)


def _where(question: Question, reports: Sequence[Report], searcher: Searcher) -> tuple[Group, ...]:
    """Which councils, which inspections: a group for each that has something on it, the most relevant first."""
    by_report = re.search(r"\b(?:reports?|inspections?|visits?)\b", question.standalone, re.IGNORECASE) is not None
    names = {r.id: name_report(r) if by_report else r.council or r.title for r in reports}
    asked, tone = read_asked(question, searcher.library), asked_tone(question.standalone)
    candidates: dict[str, list[Passage]] = {}
    for passage in fuse(searcher.library, question.topic, question.reports, _LOOKED_AT):
        if tone and not has_tone(passage.chunk.text, tone, partial(touches, asked)):
            continue
        of_name = candidates.setdefault(names[passage.chunk.report_id], [])
        if len(of_name) < _JUDGED_OF_EACH_COUNCIL:
            of_name.append(passage)
    some = sorted((p for found in candidates.values() for p in found), key=lambda passage: -passage.fused)
    grouped: dict[str, list[Passage]] = {}
    for passage in searcher.judge(question.wording, some[:_JUDGED_IN_ALL]):
        grouped.setdefault(names[passage.chunk.report_id], []).append(passage)
    groups = [Group(tuple(found), name, 2, _CLOSE, tone=tone) for name, found in grouped.items()]
    best = {group.label: chosen[0][1] for group in groups if (chosen := choose(asked, group, searcher.library))}
    least = max(best.values(), default=0.0) - _SPREAD
    return tuple(group for group in groups if best.get(group.label, -math.inf) >= least)[:_MOST_COUNCILS]


def _newest_each(question: Question, reports: Sequence[Report]) -> list[Report]:
    """The reports as they are where the question names dates, else the newest of each council."""
    if question.when.named:
        return order(reports)
    return order(list({report.council: report for report in order(reports)}.values()))


_PLANS: dict[Sort, Callable[[Question, Sequence[Report], Searcher], tuple[Group, ...]]] = {
    "fact": _fact,
    "definition": _definition,
    "grade": _grade,
    "list": _list,
    "over time": _over_time,
    "across councils": _across,
}
