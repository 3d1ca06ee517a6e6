"""The main job: a question about the sample reports is answered with the very paragraphs that say so."""

import pytest

from assistant.answer import Answer, Status
from tests.assistant.conftest import Ask
from tests.assistant.questions import ACROSS, FACTS, GRADES, LISTS, OVER_TIME, REWORDINGS, UNANSWERABLE, Wanted
from tests.assistant.samples import NAMES

FAULTS: dict[str, str] = {}
"""What the program gets wrong today, by question."""


def cited(answer: Answer) -> list[tuple[str, str]]:
    """The report and the text of each paragraph cited, in order."""
    return [(NAMES[citation.report.file], " ".join(citation.paragraph.text.split())) for citation in answer.citations]


def is_cited(answer: Answer, report: str, words: str) -> bool:
    return any(file == report and words in text for file, text in cited(answer))


def cases(*wanted: Wanted) -> list[pytest.param]:  # type: ignore[valid-type]
    return []


@pytest.mark.parametrize("wanted", [], ids=str)
def test_x(wanted: Wanted) -> None: ...
