"""Of a text of several sentences, those that ask are searched for, not who told whom what."""

import pytest

from assistant.asking import asking
from assistant.conversation import Conversation
from assistant.understand import understand
from tests.assistant.made import report

HELD = [report(council="Saltmere"), report(council="Eldermarsh")]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("Are social workers overloaded? My neighbour Gladys asked me.", "Are social workers overloaded?"),
        (
            "Our committee meets on Thursday. Did help for care leavers get better?",
            "Did help for care leavers get better?",
        ),
        (
            "I am preparing for our inspection. Please list the areas for improvement in adoption.",
            "Please list the areas for improvement in adoption.",
        ),
        ("Mrs. Smith of Ward 3 called. How long do families wait for a plan?", "How long do families wait for a plan?"),
        (
            "A resident, Mrs Blenkinsop, told me social workers are overloaded. Is that right?",
            "Social workers are overloaded.",
        ),
        ("I've heard that children live in unregistered homes. Is it true?", "Children live in unregistered homes."),
    ],
)
def test_who_asks_and_who_was_told_is_left_out(text: str, asks: str) -> None:
    assert asking(text, ()) == asks


@pytest.mark.parametrize(
    "text",
    [
        "Are social workers overloaded?",
        "Caseloads were high in 2019. Have they come down?",  # the question needs the sentence before it
        "Inspectors said caseloads were too high. Why?",
        "Thanks, that's great. What about Saltmere?",
        "Tell me about supervision. And about caseloads.",
        "My neighbour says nothing asks anything here.",
        "",
    ],
)
def test_sentences_that_need_each_other_stay(text: str) -> None:
    assert asking(text, ("Saltmere",)) == text


def test_a_council_and_a_year_may_stand_in_any_sentence() -> None:
    text = "I am a councillor in Saltmere and read of the visit in 2019. What should I know about care leavers?"
    question = understand(text, Conversation(), HELD)
    assert question.councils == ("Saltmere",)
    assert question.years == (2019,)
    assert question.text == text
    assert question.standalone == "What should I know about care leavers?"
    assert "councillor" not in question.topic


def test_what_the_question_itself_names_goes_before_what_stands_around_it() -> None:
    question = understand("I live in Saltmere. How do foster carers in Eldermarsh do?", Conversation(), HELD)
    assert question.councils == ("Eldermarsh",)
