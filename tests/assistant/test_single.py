"""What is answered says what was asked for: a time, a number, the matter itself; else the reports do not say."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.chain import Asked, build_chain
from assistant.conversation import Conversation, Turn
from assistant.reranker import Reranker
from assistant.single import find_latest
from corpus.embedder import Embedder
from corpus.library import Library
from corpus.settings import Settings
from ingest.pipeline import ingest

OLDER = """# Inspection of Fennimoor children’s services

Inspection dates: 5 to 16 June 2017

Overall effectiveness: inadequate

## Findings

1. Caseloads are far too high in every team, with 31 children for each social worker on average.

2. There are 84 foster carers, who are well trained.

3. Health assessments are often late: many children wait for eight weeks.

## Information about this inspection

Inspectors looked closely at the experiences of children and at the barges on which they learn to row.
"""
NEWER = """# Inspection of Fennimoor children’s services

Inspection dates: 7 to 18 June 2021

Overall effectiveness: good

## Findings

1. The service has grown. Leaders have employed more social workers to bring down caseloads.

2. Care leavers have advisers who help them to budget, to cook and to find a home.

3. Health assessments of children in care are thorough and kind.

4. Family group conferences take place promptly, most within a fortnight.

5. Some young carers go to a club at the boathouse, which supports them well.

6. Personal advisers begin to work with young people at age 16.
"""

Told = Callable[..., Answer]


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, embedder: Embedder) -> Iterator[Library]:
    """Two inspections of a council that does not exist."""
    folder: Path = tmp_path_factory.mktemp("fennimoor")
    files = [folder / "older.md", folder / "newer.md"]
    for file, text in zip(files, (OLDER, NEWER), strict=True):
        file.write_text(text, encoding="utf-8")
    with Library(Settings(data=folder / "library"), embedder) as library:
        ingest(files, library)
        yield library


@pytest.fixture(scope="module")
def told(library: Library, reranker: Reranker) -> Told:
    """The answer to the last of some questions, asked after the others."""
    chain = build_chain(library, reranker)

    def told_(*questions: str) -> Answer:
        conversation = Conversation()
        for question in questions:
            answer = chain.invoke(Asked(question, conversation))
            conversation += Turn(question, answer)
        return answer

    return told_


def test_whether_it_is_on_time_is_answered_by_what_tells_of_time(told: Told) -> None:
    assert "within a fortnight" in told("Are family group conferences in Fennimoor on time?").text


def test_a_finding_without_a_time_is_no_answer_to_whether_it_is_on_time(told: Told) -> None:
    answer = told("Are health assessments in Fennimoor done on time?")
    assert "thorough and kind" not in answer.text
    assert "often late" in answer.text


def test_how_many_is_answered_by_the_number_of_those_asked_for(told: Told) -> None:
    assert "84 foster carers" in told("How many foster carers does Fennimoor have?").text


@pytest.mark.parametrize(
    "question",
    [
        "How many personal advisers does Fennimoor have?",
        "How many young carers does Fennimoor support?",
    ],
)
def test_how_many_is_not_answered_by_a_sentence_that_counts_nothing(told: Told, question: str) -> None:
    answer = told(question)
    assert answer.abstained, answer.text
    assert answer.status == "the reports do not say"


@pytest.mark.parametrize(
    "question",
    [
        "Do care leavers in Fennimoor get free gym membership?",
        "Do children in care in Fennimoor get laptops?",
    ],
)
def test_what_only_the_common_words_of_a_question_are_said_of_is_no_answer(told: Told, question: str) -> None:
    assert told(question).abstained


def test_where_an_older_report_answers_the_newest_that_touches_the_matter_stands_first(told: Told) -> None:
    answer = told("Are caseloads too high in Fennimoor?")
    assert answer.text.index("bring down caseloads") < answer.text.index("far too high")


def test_the_annex_on_how_inspectors_worked_is_no_finding(told: Told) -> None:
    assert "barges" not in told("What was found on the experiences of children in Fennimoor?").text


def test_a_time_said_of_one_question_does_not_bind_a_whole_one_after_it(told: Told) -> None:
    answer = told("How have caseloads in Fennimoor changed since 2017?", "Do young carers get support?")
    assert answer.question.councils == ("Fennimoor",)
    assert not answer.question.when.named


def test_how_it_has_changed_after_a_list_is_asked_of_the_council_as_a_whole(told: Told) -> None:
    answer = told("What does Fennimoor need to improve?", "How has it changed since 2017?")
    assert answer.question.sort == "over time"
    assert "need to improve" not in answer.question.standalone


def test_the_latest_are_the_newest_inspection_and_what_came_after(library: Library) -> None:
    latest = find_latest(library.reports)
    assert [library.report(each).when.year for each in latest] == [2021]  # type: ignore[union-attr]
