"""A question about one report only: the one that its reader has chosen."""

from dataclasses import replace

from assistant.conversation import Conversation
from assistant.question import Question
from assistant.understand import understand
from corpus.report import Report

_LONGEST = 2_000  # characters; the chain refuses more, with a sentence that says so


def understand_within(text: str, conversation: Conversation, report: Report) -> Question:
    """The Question that a text asks of one report: nothing else is searched, whatever else the library holds.

    A question that names no council is about that report's. One that names another is told that it is not held there.
    """
    question = understand(" ".join(text[:_LONGEST].split()), conversation, (report,))
    return replace(question, reports=(report.id,), councils=question.councils or _council(question, report))


def _council(question: Question, report: Report) -> tuple[str, ...]:
    return () if question.missing or report.council is None or question.sort == "beyond" else (report.council,)
