"""Whole lists of what inspectors asked for, every item with its Paragraph."""

import re
from collections.abc import Sequence
from dataclasses import replace

from assistant.citations import Draft
from assistant.confidence import cover, read_asked, touches
from assistant.describe import name_report
from assistant.periods import order
from assistant.question import Question
from assistant.sorts import find_kind
from assistant.telling import telling_words
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
_MATTER = re.compile(
    r".*(?<!work )(?<!focus )(?<!act )(?<!concentrate )\b(?:about|on|regarding|concerning|around|in relation to) "
    r"(?P<matter>(?:(?! (?:has|have|had|was|were|is|are|did|does|do|been|made|given|to|after|since)\b|"
    r" (?:in|at|from|by) (?:\w+ )?(?:report|inspection|visit|list)).)+)",
    re.IGNORECASE,
)
_OF_THE_LIST = re.compile(r"\b(?:list|lists|improv\w*|recommend\w*|actions?|table|agenda)\b", re.IGNORECASE)
"""What names the list itself: "what is on the improvement list?"."""
_HALF = 0.5  # of a matter's telling words, weighed by their rarity, that an item holds which is on it
_IS_URGENT = re.compile(r"\b(?:priority|immediate(?:ly)?)\b", re.IGNORECASE)


def find_lists(question: Question, reports: Sequence[Report], library: Library) -> list[Draft]:
    """A draft for each item of the lists that the question asks for, in order.

    Where the question says nothing about time, of the newest report of each council that has a list; where it names a
    matter ("about supervision"), of the newest that asks for something on it, and only that. Where no list of the
    council named does, its newest is told whole, under a heading that says so.
    """
    with_list = [report for report in order(reports) if report.improvement_lists]
    matter = _matter(question)
    on_it = {each.id: _on(matter, _items(question, each, library, many=True), question, library) for each in with_list}
    chosen = [report for report in with_list if on_it[report.id]] or with_list
    if not question.when.named:
        chosen = list({report.council: report for report in chosen}.values())
    if any(on_it[report.id] for report in chosen):
        return [draft for report in chosen for draft in on_it[report.id]]
    if matter and not question.councils:
        return []
    none = f" (none of these names “{matter}”)" if matter else ""
    drafts = [draft for report in chosen for draft in _items(question, report, library, many=len(chosen) > 1)]
    return [replace(draft, group=f"{draft.group}{none}") for draft in drafts]


def _matter(question: Question) -> str:
    """What the things asked for are to be about: "permanence"; "" where the whole list is meant.

    What is the whole of an inspection ("about SEND") is no matter within it.
    """
    found = _MATTER.search(question.topic.rstrip(" ?.!"))
    if found is None or _OF_THE_LIST.search(found["matter"]) or find_kind(found["matter"]):
        return ""
    return found["matter"] if telling_words(found["matter"]) else ""


def _on(matter: str, items: Sequence[Draft], question: Question, library: Library) -> list[Draft]:
    """The items that are on a matter, under a heading that says how many of all they are; none for no matter."""
    if not matter:
        return []
    asked = read_asked(replace(question, topic=matter), library)
    found = [
        draft
        for draft in items
        for text in [" ".join(paragraph.text for paragraph in draft.paragraphs)]
        if touches(asked, text) and cover(asked, text) >= _HALF
    ]
    share = f" ({len(found)} of {len(items)}: those that name “{matter}”)"
    return [replace(draft, group=f"{draft.group}{share}") for draft in found]


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
