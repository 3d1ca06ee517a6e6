"""A briefing's questions to discuss are worded through the real client; the briefing is made whatever it says."""

import re
from collections.abc import Sequence
from datetime import date

import pytest

from assistant.briefings.briefing import Briefing, Item
from assistant.briefings.filling import fill
from assistant.chat_model.discussing import open_for_questions, phrased
from tests.assistant.chat_model.end_to_end.conftest import Model
from tests.chat_server import OUT_OF_ORDER, WRONG_KEY, Behaviour, Messages, Raw


def filled(model: Model, behaviour: Behaviour | None) -> Briefing:
    """A briefing on caseloads, its questions worded by the server's model, or by nobody."""
    model.server.behaviour = behaviour or model.server.behaviour
    model.server.requests.clear()
    model.choose(chat_model="openai:test" if behaviour else None, chat_url=model.server.url if behaviour else None)
    steps = fill("committee", "Saltmere", "caseloads", model.searcher, date(2026, 1, 1))
    *_before, last = phrased(steps, model.library, open_for_questions(model.library.settings))
    return last.briefing


def questions(briefing: Briefing) -> list[Item]:
    """Its questions about something found; those that end a pack stay ours."""
    return [item for item in briefing.items if item.kind == "question" and item.drafts]


def put(messages: Messages) -> list[str]:
    """Our question with the word "councillors" in it, which claims nothing."""
    ours = re.search(r"Our question: (.*)$", messages[-1]["content"], re.MULTILINE)
    assert ours
    return [re.sub(r"\?$", " for councillors?", ours[1])]


def texts(items: Sequence[Item]) -> list[str]:
    """Their words."""
    return [item.text for item in items]


def test_questions_are_in_the_models_words_and_cite_what_they_did(model: Model) -> None:
    ours = questions(filled(model, None))
    theirs = questions(filled(model, put))
    assert len(model.server.requests) == len(ours) > 0
    assert texts(theirs) == [re.sub(r"\?$", " for councillors?", text) for text in texts(ours)]
    assert [item.drafts for item in theirs] == [item.drafts for item in ours]
    assert all("worded by openai:test" in item.remark for item in theirs)


@pytest.mark.parametrize(
    "behaviour",
    [
        lambda _messages: ["The council is splendid. Who would deny it?"],
        lambda _messages: ["Why did the mayor resign over pigeons?"],
        lambda _messages: [Raw(b"{no")],
        lambda _messages: WRONG_KEY,
        lambda _messages: OUT_OF_ORDER,
        lambda _messages: [],
    ],
    ids=["an opinion", "an invention", "no sense", "wrong key", "server error", "nothing"],
)
def test_else_they_are_ours(model: Model, behaviour: Behaviour) -> None:
    assert texts(questions(filled(model, behaviour))) == texts(questions(filled(model, None)))
