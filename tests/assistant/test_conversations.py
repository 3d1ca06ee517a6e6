"""Follow-ups are understood from the turns before them: councils, years, area, subject and the reports meant."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.answer import Answer
from assistant.citations import Citation
from assistant.conversation import Conversation, Turn
from assistant.question import Question
from assistant.understand import understand
from corpus.report import Paragraph, Report
from tests.assistant.conversations import CONVERSATIONS, Asks
from tests.assistant.samples import NAMES

SAID = [asks.text for conversation in CONVERSATIONS.values() for asks in conversation]
"""Every turn of every conversation, to be said in any order."""


def understood(turns: tuple[Asks, ...], reports: tuple[Report, ...]) -> Question:
    """The last of these turns, understood after the others."""
    conversation = Conversation()
    for turn in turns[:-1]:
        question = understand(turn.text, conversation, reports)
        conversation += Turn(turn.text, Answer(question, "in the reports"))
    return understand(turns[-1].text, conversation, reports)


def compared(question: Question, asks: Asks, reports: tuple[Report, ...]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What a turn must be understood as, and what it was, in so far as the turn has an expectation."""
    wording = question.standalone.lower()
    looked_at = {NAMES[each.file] for each in reports if each.id in (question.reports or ())}
    pairs = {
        "councils": (asks.councils, set(question.councils)),
        "years": (asks.years, set(question.years)),
        "areas": (asks.areas, set(question.areas)),
        "reports": (asks.reports, looked_at),
    }
    wanted: dict[str, Any] = {name: set(want) for name, (want, _) in pairs.items() if want is not None}
    understood_as: dict[str, Any] = {name: pairs[name][1] for name in wanted}
    if asks.holds:
        wanted["holds"], understood_as["holds"] = True, asks.holds.lower() in wording
    if asks.drops:
        wanted["drops"], understood_as["drops"] = True, asks.drops.lower() not in wording
    return wanted, understood_as


def turns() -> Iterator[Any]:
    """Every turn with those before it, named by its conversation and its number."""
    for name, conversation in CONVERSATIONS.items():
        for count, asks in enumerate(conversation, start=1):
            yield pytest.param(conversation[:count], id=f"{name}, turn {count}: {asks.text}")


@pytest.mark.parametrize("so_far", list(turns()))
def test_a_turn_is_understood_from_those_before_it(reports: tuple[Report, ...], so_far: tuple[Asks, ...]) -> None:
    wanted, understood_as = compared(understood(so_far, reports), so_far[-1], reports)
    assert wanted == understood_as


def answered(text: str, conversation: Conversation, reports: tuple[Report, ...], *cited: str) -> Conversation:
    """The conversation with one more turn, whose answer cites the front page of these reports."""
    citations = [
        Citation(number, Paragraph("p", report.id, 0, "prose", None, (), 1, 1, "A sentence."), report)
        for number, report in enumerate([r for r in reports if NAMES[r.file] in cited], start=1)
    ]
    return conversation + Turn(
        text, Answer(understand(text, conversation, reports), "in the reports", (), tuple(citations))
    )


def looked_at(text: str, conversation: Conversation, reports: tuple[Report, ...]) -> set[str]:
    """The names of the reports that a turn is about."""
    question = understand(text, conversation, reports)
    return {NAMES[each.file] for each in reports if question.reports is None or each.id in question.reports}


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ({"Saltmere 2019"}, "How many?"),
        ({"Saltmere 2019"}, "Which report is that from?"),
        ({"Saltmere 2022"}, "Three years later?"),
        ({"Saltmere 2015"}, "And the one before?"),
    ],
)
def test_the_report_in_hand_is_the_one_that_the_answer_cites(
    reports: tuple[Report, ...], expected: set[str], text: str
) -> None:
    asked = answered("Were pathway plans ever late in Saltmere?", Conversation(), reports, "Saltmere 2019")
    assert looked_at(text, asked, reports) == expected


def test_others_are_those_of_whom_nothing_was_said(reports: tuple[Report, ...]) -> None:
    asked = answered("Which councils use unregistered homes?", Conversation(), reports, "Saltmere 2025")
    assert {name.split()[0] for name in looked_at("Any others?", asked, reports)} == {"Corvenshire", "Eldermarsh"}


def test_they_may_be_the_councils_that_an_answer_names(reports: tuple[Report, ...]) -> None:
    cited = ("Corvenshire 2021", "Saltmere 2025")
    asked = answered("Which councils use unregistered homes?", Conversation(), reports, *cited)
    both = understand("What do they say about leadership?", asked, reports)
    assert (set(both.councils), both.sort) == ({"Corvenshire", "Saltmere"}, "across councils")
    assert understand("Take the second one: how are caseloads?", asked, reports).councils == ("Saltmere",)


def test_why_after_a_grade_asks_for_the_reasons_of_that_grade(reports: tuple[Report, ...]) -> None:
    asked = answered("What was Saltmere judged in 2019?", Conversation(), reports)
    question = understand("Why?", asked, reports)
    assert question.standalone == "Why was Saltmere judged inadequate in 2019?"
    assert question.sort == "fact"


@pytest.mark.parametrize(
    ("missing", "text"),
    [
        ("a report on Saltmere before April 2015", "And the one before?"),
        ("a report on Saltmere from 2017", "Two years later?"),
    ],
)
def test_what_lies_before_or_between_the_reports_held_is_missing(
    reports: tuple[Report, ...], missing: str, text: str
) -> None:
    asked = answered("What was Saltmere judged in 2015?", Conversation(), reports)
    assert understand(text, asked, reports).missing == missing


def test_nothing_comes_after_the_newest_report(reports: tuple[Report, ...]) -> None:
    asked = answered("What was Saltmere judged in 2025?", Conversation(), reports)
    assert understand("What happened next?", asked, reports).missing.startswith("a report on Saltmere after")


@given(st.lists(st.text(max_size=60) | st.sampled_from(SAID), min_size=1, max_size=5))
def test_any_conversation_is_understood_without_fail(reports: tuple[Report, ...], said: list[str]) -> None:
    conversation = Conversation()
    for text in said:
        conversation = answered(text, conversation, reports, "Saltmere 2022")
    assert all(turn.answer.question.text == turn.asked for turn in conversation.turns)


def test_there_are_at_least_twenty_conversations_of_five_turns() -> None:
    assert len(CONVERSATIONS) >= 20
    assert {len(conversation) for conversation in CONVERSATIONS.values()} == {5}
