"""First questions, made from what the library holds, for each kind of reader."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from corpus.report import Report


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who may want to ask, and questions that the library can answer for them."""

    reader: str
    questions: tuple[str, ...]


def suggest(reports: Iterable[Report]) -> tuple[Suggestion, ...]:
    """Questions for councillors, council staff and trainers; none where the library is empty."""
    held = list(reports)
    if not held:
        return ()
    most = [name for name, _times in Counter(report.council for report in held if report.council).most_common(2)]
    here = f" in {most[0]}" if most else ""
    return (
        Suggestion("For councillors", tuple(_of_councillors(held, here))),
        Suggestion("For council staff", tuple(_of_staff(most, here))),
        Suggestion("For trainers", tuple(_of_trainers(held))),
    )


def _of_councillors(reports: list[Report], here: str) -> Iterable[str]:
    yield f"What did inspectors say about children in care{here}?"
    graded = [report for report in reports if report.council and here == f" in {report.council}" and report.judgements]
    if len(graded) > 1:
        yield f"How have the judgements{here} changed over time?"
    yield f"What help do young people leaving care get{here}?"


def _of_staff(most: list[str], here: str) -> Iterable[str]:
    yield f"What needs to improve{here}?"
    yield f"Do social workers have manageable caseloads{here}?"
    if len(most) > 1:
        yield f"How do {most[0]} and {most[1]} compare on help and protection?"


def _of_trainers(reports: list[Report]) -> Iterable[str]:
    yield "What do inspectors say about the supervision of social workers?"
    if any(report.grade("overall") == "inadequate" for report in reports):
        yield "Which councils were judged inadequate?"
    yield "What is a focused visit?"
