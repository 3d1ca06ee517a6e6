"""What is said beside an Answer: what was searched for it, and which newer report has taken the place of a source."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import Answer
from assistant.describe import name_searched
from assistant.periods import order
from corpus.report import Report

_SEARCHED = ("in the reports", "counted from the facts", "the reports do not say")

_OF_NEWEST = ("grade", "list", "across councils")
"""Sorts of answer whose plans (assistant/plans.py) look in each council's newest report, where no date is named."""


def with_searched(answer: Answer, reports: Sequence[Report]) -> Answer:
    """The Answer with what was searched in its note, as "Searched: 4 reports on Saltmere (2015 to 2024)".

    It belongs to the Answer, as the library may hold other reports when that is read again. As it is where the note
    says so already, or where nothing was searched. `reports` are all that the library holds.
    """
    if answer.status not in _SEARCHED or "Searched:" in answer.note or not reports:
        return answer
    return replace(answer, note=f"{answer.note} Searched: {name_searched(_scope(answer, reports))}.".strip())


def superseded_by(report: Report, reports: Sequence[Report]) -> Report | None:
    """The newest report of the same council and kind, where it is newer; None where there is none, or no telling.

    Letters about a visit (focused, monitoring) look at a part each, so that a newer one takes no older one's place.
    """
    if report.council is None or report.kind in (None, "focused visit", "monitoring visit") or report.when is None:
        return None
    newer = [other for other in reports if _same(other, report) and other.when and other.when > report.when]
    return order(newer)[-1] if newer else None


def _scope(answer: Answer, reports: Sequence[Report]) -> Sequence[Report]:
    """The reports that were looked in: of plans that take the newest report of each council, those."""
    question = answer.question
    scope = [report for report in reports if question.reports is None or report.id in question.reports]
    if question.councils and question.sort in _OF_NEWEST and not question.when.named and answer.claims:
        cited = {citation.report.id for citation in answer.citations}
        said = {citation.report.council for citation in answer.citations}
        newest = {report.council: report.id for report in order(scope) if report.council not in said}
        scope = [report for report in scope if report.id in cited or report.id in newest.values()]
    return scope or reports


def _same(other: Report, report: Report) -> bool:
    """Whether two reports are of the same council and kind; ILACS took the place of the two frameworks before it."""
    of_children = ("ILACS", "SIF", "child protection", "looked after children")
    if report.kind in of_children:
        return other.council == report.council and other.kind in of_children[: of_children.index(report.kind) + 1]
    return other.council == report.council and other.kind == report.kind
