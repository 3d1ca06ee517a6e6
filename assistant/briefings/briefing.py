"""Briefing: a pack of answers, quotes and notes that a person assembled, with what stands behind each sentence."""

import secrets
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Literal

from assistant.answer import Answer
from assistant.citations import Citation, Draft
from corpus.report import Paragraph, Report

ItemKind = Literal["key message", "quote", "answer", "contrast", "grades", "question", "term", "note"]
"""What an Item is: a sentence or two that matter most, a report's exact words, a question with its answer, what another
council does otherwise, grades as a picture and a table, a question to discuss, a term explained, or a person's note."""


def new_id() -> str:
    """An id for a Section or an Item; it stays when they move."""
    return secrets.token_hex(6)


@dataclass(frozen=True, slots=True)
class Item:
    """One thing in a Briefing.

    `text` is ours or the reader's: the words of a note or of a question to discuss, the question of an answer, the
    term that is explained, and of the others what introduces them, or "". `remark` is a sentence of our own below it:
    what was searched, or what the term means. `drafts` are the sentences that cite, with their Paragraphs, and
    `reports` the Reports of those as they were then, so that it reads the same when a report is replaced.
    """

    kind: ItemKind
    text: str = ""
    drafts: tuple[Draft, ...] = ()
    reports: tuple[Report, ...] = ()
    remark: str = ""
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Section:
    """Items under a title, in order."""

    title: str
    items: tuple[Item, ...] = ()
    id: str = field(default_factory=new_id)


@dataclass(frozen=True, slots=True)
class Briefing:
    """A pack for an audience and a purpose, made on a day. Its sources are numbered by `number_briefing`.

    `id` is "" until it is kept. `coverage` says what was searched for it, "" where nothing was. Names of people that
    reports print are left out of everything that is shown, unless `keeps_names`.
    """

    title: str
    made: date
    audience: str = ""
    purpose: str = ""
    sections: tuple[Section, ...] = ()
    coverage: str = ""
    keeps_names: bool = False
    id: str = ""

    @property
    def items(self) -> tuple[Item, ...]:
        """Every Item, in order."""
        return tuple(item for section in self.sections for item in section.items)

    @property
    def reports(self) -> tuple[Report, ...]:
        """Every Report that is cited, once, in the order of its first use."""
        return tuple({report.id: report for item in self.items for report in item.reports}.values())


def answer_item(answer: Answer) -> Item:
    """A whole Answer as an Item: its question, its sentences with their Paragraphs, its note, and who worded it."""
    by_number = {citation.number: citation for citation in answer.citations}
    drafts = []
    for claim in answer.claims:
        cited = [by_number[number] for number in claim.citations if number in by_number]
        also = cited[0].also if cited else ()
        drafts.append(Draft(claim.text, tuple(citation.paragraph for citation in cited), claim.group, also))
    reports = {citation.report.id: citation.report for citation in answer.citations}
    worded = f"Worded by {answer.writing.model} from the sources." if answer.writing else ""
    remark = " ".join(filter(None, [answer.note, worded]))
    return Item("answer", answer.question.text, tuple(drafts), tuple(reports.values()), remark)


def quote_item(paragraph: Paragraph, report: Report) -> Item:
    """A Paragraph's exact words as an Item."""
    return Item("quote", drafts=(Draft(paragraph.text, (paragraph,)),), reports=(report,))


def source_item(citation: Citation) -> Item:
    """The paragraph behind a Citation as a quote."""
    return quote_item(citation.paragraph, citation.report)


def same_item(item: Item) -> Item:
    """The Item once more, with an id of its own."""
    return replace(item, id=new_id())
