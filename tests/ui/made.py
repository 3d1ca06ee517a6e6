"""Builds the nouns that the page shows, so that each test names only what it is about."""

from dataclasses import replace
from datetime import date

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.conversation import Turn
from assistant.question import Question
from corpus.report import Box, Judgement, Paragraph, Report

REPORT = Report(
    id="5a17",
    file="saltmere.pdf",
    title="Saltmere Borough Council",
    council="Saltmere",
    kind="ILACS",
    framework=None,
    inspected_from=date(2019, 3, 4),
    inspected_to=date(2019, 3, 15),
    published=None,
    pages=3,
)
JUDGED = replace(REPORT, judgements=(Judgement("overall", "Overall", "inadequate", "inadequate", "5a17-0000"),))


def paragraph(
    position: int = 1, words: str = "Caseloads are manageable.", pages: tuple[int, int] = (1, 1)
) -> Paragraph:
    """A numbered paragraph with a box on each of its pages."""
    boxes = tuple(Box(page, 50, 100, 250, 150) for page in range(pages[0], pages[1] + 1))
    return Paragraph(
        f"5a17-{position:04d}", "5a17", position, "numbered", str(position), ("Leaders",), *pages, words, boxes
    )


def citation(number: int = 1, cited: Paragraph | None = None, report: Report = REPORT) -> Citation:
    """A citation of that report."""
    return Citation(number, cited or paragraph(number), report)


def turn(*claims: Claim, asked: str = "How are caseloads?", **answer: object) -> Turn:
    """A question answered with these claims, each citation number among them being that of a paragraph."""
    numbers = sorted({number for claim in claims for number in claim.citations})
    given: dict[str, object] = {
        "question": Question(asked, asked),
        "status": "in the reports",
        "citations": tuple(citation(number) for number in numbers),
    }
    return Turn(asked, Answer(claims=claims, **(given | answer)))  # type: ignore[arg-type]
