"""Follow-ups are understood from the turns before them: councils, years, area, subject and the reports meant."""

from collections.abc import Iterator
from typing import Any

import pytest

from assistant.answer import Answer
from assistant.conversation import Conversation, Turn
from assistant.question import Question
from assistant.understand import understand
from corpus.report import Report
from tests.assistant.conversations import CONVERSATIONS, FAULTS, Asks
from tests.assistant.samples import NAMES


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
            fault = FAULTS.get((name, count))
            marks = [pytest.mark.xfail(reason=fault, strict=True)] if fault else []
            yield pytest.param(conversation[:count], id=f"{name}, turn {count}: {asks.text}", marks=marks)


@pytest.mark.parametrize("so_far", list(turns()))
def test_a_turn_is_understood_from_those_before_it(reports: tuple[Report, ...], so_far: tuple[Asks, ...]) -> None:
    wanted, understood_as = compared(understood(so_far, reports), so_far[-1], reports)
    assert wanted == understood_as


def test_every_fault_names_a_turn() -> None:
    assert {(name, count) for name, turns in CONVERSATIONS.items() for count in range(1, len(turns) + 1)} >= set(FAULTS)


def test_there_are_at_least_twenty_conversations_of_five_turns() -> None:
    assert len(CONVERSATIONS) >= 20
    assert {len(conversation) for conversation in CONVERSATIONS.values()} == {5}
