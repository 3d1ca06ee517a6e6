"""Grid: reports by questions, each cell what that one report says, with its Citations."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field

from langchain_core.runnables import Runnable

from assistant.answer import Answer
from assistant.chain import Asked
from assistant.comparing.cells import Cells
from assistant.conversation import Conversation
from assistant.question import Question
from assistant.scope import understand_within
from corpus.errors import WrongUse
from corpus.report import Report

MOST_QUESTIONS = 30
SILENT = "The report does not say."
"""What stands in a cell whose report has nothing on the question."""


@dataclass(frozen=True, slots=True)
class Grid:
    """Reports by questions. `answers`, by report id and question, are those known so far."""

    reports: tuple[Report, ...]
    questions: tuple[str, ...]
    answers: Mapping[tuple[str, str], Answer] = field(default_factory=dict)

    @property
    def missing(self) -> list[tuple[Report, str]]:
        """The cells that are not known yet, a report after the other."""
        every = ((report, asked) for report in self.reports for asked in self.questions)
        return [(report, asked) for report, asked in every if (report.id, asked) not in self.answers]

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.reports) * len(self.questions)


def open_grid(reports: Sequence[Report], questions: Sequence[str], cells: Cells) -> Grid:
    """The grid of these reports and questions with what is kept of it.

    Raises WrongUse where there is no report or question, or there are too many.
    """
    asked = tuple(dict.fromkeys(words for question in questions if (words := " ".join(question.split()))))
    if not asked or not reports:
        raise WrongUse(
            "A grid needs a report and a question at least: choose some reports and write a question a line."
        )
    if len(asked) > MOST_QUESTIONS:
        raise WrongUse(f"A grid holds {MOST_QUESTIONS} questions at most, and these are {len(asked)}: leave some out.")
    return Grid(tuple(reports), asked, cells.of([report.id for report in reports], asked))


def fill_grid(
    grid: Grid,
    chain: Runnable[Asked, Answer],
    cells: Cells,
    tell: Callable[[int, int], None] = lambda _done, _of: None,
    turn: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> None:
    """Work out the cells of a grid that are missing, and keep each.

    `tell` hears before the first and after each cell how many are known, of how many; an error from it ends the
    filling, and what is known stays. Each cell is worked out inside a `turn`. Raises the chain's errors.
    """
    missing = grid.missing
    tell(grid.size - len(missing), grid.size)
    for done, (report, asked) in enumerate(missing, start=grid.size - len(missing) + 1):
        with turn():
            cells.put(report.id, asked, answer_cell(report, asked, chain))
        tell(done, grid.size)


def answer_cell(report: Report, asked: str, chain: Runnable[Asked, Answer]) -> Answer:
    """What one report answers; a question that cannot be acted on is answered with the reason."""
    try:
        return chain.invoke(Asked(asked, understood=understand_within(asked, Conversation(), report)))
    except WrongUse as problem:
        return Answer(Question(asked, asked), "not understood", note=str(problem))


def says(answer: Answer) -> bool:
    """True if an Answer says something from the report."""
    return bool(answer.claims)


def cell_text(answer: Answer) -> str:
    """What stands in a cell: the Claims with their numbers, a line each, or that there are none."""
    if not says(answer):
        return answer.note if answer.status in ("not in inspection reports", "not understood") else SILENT
    return "\n".join(f"{claim.text} {''.join(f'[{number}]' for number in claim.citations)}" for claim in answer.claims)
