"""Paragraphs, citations and answers of one invented report, for the tests of what a chat model writes."""

from assistant.answer import Answer
from assistant.citations import Citation, Draft, number
from assistant.question import Question
from assistant.reranker import Reranker
from assistant.search import Searcher
from corpus.report import Paragraph, ParagraphKind, Report
from corpus.settings import Settings
from tests.assistant.made import paragraph, report

SALTMERE = report(("overall", "requires improvement"), ("leaders", "good"), council="Saltmere")
WICKERSEA = report(council="Wickersea")
CASELOADS = "Social workers hold 27 cases each, which is too many for them to visit children often enough."
HOMES = "Care leavers live in homes that suit them, and personal advisers visit them at least every eight weeks."
PLANS = "Most care plans are not timely, although managers check them carefully."
QUOTED = "One young person said: ‘My social worker always listens to what I want.’"
HUB = "The multi-agency safeguarding hub responds promptly to contacts from the police."
ELSEWHERE = "In Wickersea, foster carers are trained well and stay with the council for a long time."


def given(*texts: str, of: Report = SALTMERE, kind: ParagraphKind = "numbered") -> tuple[Citation, ...]:
    """Citations of paragraphs with these texts, numbered from 1."""
    return tuple(
        Citation(at + 1, paragraph(text, at, of.id, kind, number=str(at + 1)), of) for at, text in enumerate(texts)
    )


def answer(*paragraphs: Paragraph) -> Answer:
    """An extractive answer that is whole paragraphs of Saltmere's report."""
    cited = paragraphs or tuple(each.paragraph for each in given(CASELOADS, HOMES))
    claims, citations = number([Draft(each.text, (each,)) for each in cited], [SALTMERE, WICKERSEA])
    return Answer(Question("Too many cases?", "Too many cases?"), "in the reports", claims, citations)


class Shelf:
    """A library as far as a writer looks at it: two reports and those given, no paragraphs beside the cited ones."""

    def __init__(self, *more: Report, **settings: object) -> None:
        self.reports = (SALTMERE, WICKERSEA, *more)
        self.settings = Settings.model_validate(settings)

    def paragraph(self, _id: str) -> None:
        """No paragraphs beside the cited ones."""


def searcher(reranker: Reranker, *more: Report, **settings: object) -> Searcher:
    """What a writer is given, over the shelf."""
    return Searcher(Shelf(*more, **settings), reranker)  # type: ignore[arg-type]  # stands in for a Library
