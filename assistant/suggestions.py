"""Questions made from what the library holds: first ones for each kind of reader, and what to ask after an Answer."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Answer
from assistant.conversation import Conversation
from assistant.periods import order
from assistant.remarks import superseded_by
from assistant.tables import grade_rows
from corpus.report import Area, Report

_AREAS: dict[Area, str] = {
    "help_and_protection": "help and protection",
    "children_in_care": "the care of children in care",
    "care_leavers": "help for care leavers",
}
_EACH = 3
"""Questions for a reader, and after an answer."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Who may want to ask, and questions that the library can answer for them."""

    reader: str
    questions: tuple[str, ...]


def suggest(reports: Iterable[Report]) -> tuple[Suggestion, ...]:
    """Three questions each for councillors, council staff and trainers; none where the library is empty."""
    held = list(reports)
    if not held:
        return ()
    most = [name for name, _times in Counter(report.council for report in held if report.council).most_common(2)]
    here = f" in {most[0]}" if most else ""
    of_most = [report for report in held if most and report.council == most[0]]
    return (
        Suggestion("For councillors", _first(_of_councillors(of_most, here))),
        Suggestion("For council staff", _first(_of_staff(most, here))),
        Suggestion("For trainers", _first(_of_trainers(held))),
    )


def suggest_next(conversation: Conversation, reports: Sequence[Report]) -> tuple[str, ...]:
    """At most three questions to ask after the last Answer; none that was asked before."""
    if not conversation.turns or not reports:
        return ()
    answer = conversation.turns[-1].answer
    asked = {_bare(words) for turn in conversation.turns for words in (turn.asked, turn.answer.question.standalone)}
    held = {report.council for report in reports if report.council}
    councils = [council for council in answer.question.councils if council in held]
    if not councils and not answer.question.missing:
        councils = _cited(answer)
    found = [*_newer(answer, reports), *(_of_council(councils[0], conversation, reports) if councils else ())]
    # A question that names nobody would be taken to be about whom the answer is about.
    named = [question for question in _of_all(reports) if any(council in question for council in held)]
    return _first(question for question in [*found, *(named or _of_all(reports))] if _bare(question) not in asked)


def _of_councillors(reports: list[Report], here: str) -> Iterable[str]:
    yield f"How well are children in care looked after{here}?"
    if _graded(reports) > 1:
        yield f"How have the judgements{here} changed over time?"
    yield f"What help do young people leaving care get{here}?"
    yield f"What did inspectors say about leaders{here}?"


def _of_staff(most: list[str], here: str) -> Iterable[str]:
    yield f"What needs to improve{here}?"
    yield f"Do social workers have manageable caseloads{here}?"
    if len(most) > 1:
        yield f"How do {most[0]} and {most[1]} compare on help and protection?"
    yield f"How well are plans for children written{here}?"


def _of_trainers(reports: list[Report]) -> Iterable[str]:
    yield "What do inspectors say about the supervision of social workers?"
    if any(report.grade("overall") == "inadequate" for report in reports):
        yield "Which councils were judged inadequate?"
    yield "What is a focused visit?"
    yield "What do inspectors say about the voice of the child?"


def _of_council(council: str, conversation: Conversation, reports: Sequence[Report]) -> Iterator[str]:
    """What else the reports on a council can say, the nearest to the last answer first."""
    answer = conversation.turns[-1].answer
    told = {
        turn.answer.question.sort
        for turn in conversation.turns
        if council in _cited(turn.answer) and grade_rows(turn.answer)
    }
    own = order([report for report in reports if report.council == council])
    graded = [report for report in own if report.grade("overall")]
    sort, area = answer.question.sort, _area(answer)
    if sort == "grade" and graded:
        yield f"Why was {council} judged {graded[-1].grade('overall')}?"
    if sort not in ("over time", "list") and area and len(graded) > 1:
        yield f"How has {area} in {council} changed over time?"
    if sort != "list" and any(report.improvement_lists for report in own):
        yield f"What needs to improve in {council}?"
    if len(graded) > 1 and "over time" not in told:
        yield f"How have the judgements in {council} changed over time?"
    if graded and not told:
        yield f"What was {council} judged overall?"
    others = Counter(report.council for report in reports if report.council and report.council != council)
    if others and area:
        yield f"How do {council} and {others.most_common(1)[0][0]} compare on {area}?"
    yield f"What did inspectors say about leaders in {council}?"


def _newer(answer: Answer, reports: Sequence[Report]) -> Iterator[str]:
    """What a newer report says, where the answer is from an older one."""
    cited = {citation.report.id: citation.report for citation in answer.citations}
    newer = [superseded_by(report, reports) for report in cited.values()]
    if answer.question.sort == "fact" and len(newer) == 1 and newer[0] and newer[0].when:
        yield f"And in {newer[0].when.year}?"


def _of_all(reports: Sequence[Report]) -> Iterator[str]:
    for suggestion in suggest(reports):
        yield from suggestion.questions


def _area(answer: Answer) -> str:
    """The first area of practice that a question names, as it is said in one; "" where it names none."""
    return next((_AREAS[area] for area in answer.question.areas if area in _AREAS), "")


def _cited(answer: Answer) -> list[str]:
    return [citation.report.council for citation in answer.citations if citation.report.council]


def _graded(reports: Iterable[Report]) -> int:
    return sum(bool(report.judgements) for report in reports)


def _bare(question: str) -> str:
    return " ".join(question.lower().split()).rstrip("?")


def _first(questions: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(questions))[:_EACH]
