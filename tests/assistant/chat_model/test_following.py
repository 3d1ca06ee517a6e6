"""A follow-up is what the model says it is only where that adds nothing that nobody said."""

import pytest
from langchain_core.language_models import FakeListChatModel

from assistant.answer import Answer
from assistant.chat_model.following import follow_up
from assistant.conversation import Conversation, Turn
from assistant.question import Question
from assistant.understand import understand
from tests.assistant.chat_model.made import Shelf

SHELF = Shelf()
FIRST = understand("How were caseloads in Saltmere in 2019?", Conversation(), SHELF.reports)
BEFORE = Conversation((Turn(FIRST.text, Answer(FIRST, "in the reports")),))
RULES = understand("And supervision?", BEFORE, SHELF.reports)


def understood(said: str, question: Question = RULES, before: Conversation = BEFORE) -> Question:
    """How a question is understood where the model says this."""
    return follow_up(question, before, SHELF, FakeListChatModel(responses=[said]))  # type: ignore[arg-type]  # a Library


def test_a_question_of_what_was_said_is_taken_with_the_readers_own_text() -> None:
    question = understood("How was supervision of social workers in Saltmere in 2019?")
    assert question.standalone == "How was supervision of social workers in Saltmere in 2019?"
    assert question.text == "And supervision?"
    assert question.councils == ("Saltmere",)


@pytest.mark.parametrize(
    "said",
    [
        "How was supervision in Wickersea in 2019?",
        "How was supervision in Saltmere in 2022?",
        "How was supervision in Saltmere?",
        "How was supervision in 2019?",
        "How did Jane Smith supervise in Saltmere in 2019?",
        "Serco: how was supervision in Saltmere in 2019?",
        "Were 14 workers supervised in Saltmere in 2019?",
        "Supervision in Saltmere in 2019 was good [1].",
        "",
        "word " * 100 + "?",
    ],
)
def test_anything_else_leaves_what_the_rules_understood(said: str) -> None:
    assert understood(said) == RULES


def test_a_question_that_stands_alone_is_not_asked_about() -> None:
    assert understood("How are foster carers?", FIRST, Conversation()) is FIRST
    alone = understand("How are foster carers in Wickersea in 2019?", BEFORE, SHELF.reports)
    assert understood("How were caseloads in Saltmere in 2019?", alone) is alone


def test_thoughts_are_not_the_question() -> None:
    said = "<think>Saltmere again.</think>How was supervision of social workers in Saltmere in 2019?"
    assert understood(said).standalone == "How was supervision of social workers in Saltmere in 2019?"
