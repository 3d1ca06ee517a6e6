"""The page without a browser: what it does with a question."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parent.parent / "browser" / "fake_app.py"


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page on the stand-ins, drawn once."""
    monkeypatch.setenv("INSPECTION_DATA", str(tmp_path))
    return AppTest.from_file(str(APP), default_timeout=60).run()


def ask(page: AppTest, question: str) -> AppTest:
    """The page after a question was asked."""
    return page.chat_input[0].set_value(question).run()


def test_a_question_becomes_a_turn_of_the_conversation(page: AppTest) -> None:
    visit = ask(ask(page, "How are caseloads?"), "nothing").session_state["visit"]
    assert [turn.asked for turn in visit.conversation.turns] == ["How are caseloads?", "nothing"]
    assert visit.running is None
    assert [turn.answer.abstained for turn in visit.conversation.turns] == [False, True]
    assert visit.asking is None


def test_a_failure_is_told_in_its_own_sentence_and_the_next_question_works(page: AppTest) -> None:
    visit = ask(page, "broken").session_state["visit"]
    assert visit.problem.asking.text == "broken"
    assert visit.problem.sentence == "The library is broken: mend it <b>now</b>."
    assert not visit.conversation.turns
    visit = ask(page, "How are caseloads?").session_state["visit"]
    assert visit.problem is None
    assert len(visit.conversation.turns) == 1


def test_an_unforeseen_failure_tells_nothing_of_the_inside(page: AppTest) -> None:
    page = ask(page, "unforeseen")
    assert not page.exception
    assert "secret" not in page.session_state["visit"].problem.sentence


@pytest.mark.parametrize("question", ["?", "x" * 20_000], ids=["one letter", "20,000 letters"])
def test_very_short_and_very_long_questions_are_answered(page: AppTest, question: str) -> None:
    page = ask(page, question)
    assert not page.exception
    assert page.session_state["visit"].conversation.turns[0].asked == question


def test_the_address_says_which_conversation_it_is_and_opens_it_again(page: AppTest) -> None:
    page = ask(page, "How are caseloads?")
    kept = page.session_state["visit"].id
    assert page.query_params["c"] == kept
    again = AppTest.from_file(str(APP), default_timeout=60)
    again.query_params["c"] = kept
    visit = again.run().session_state["visit"]
    assert [turn.asked for turn in visit.conversation.turns] == ["How are caseloads?"]
    assert visit.others  # a browser that the conversation does not belong to


def test_nothing_can_be_asked_in_somebody_elses_conversation(page: AppTest) -> None:
    kept = ask(page, "How are caseloads?").session_state["visit"].id
    again = AppTest.from_file(str(APP), default_timeout=60)
    again.query_params["c"] = kept
    assert len(again.run().chat_input) == 0


def test_a_report_that_the_address_names_is_asked_about(page: AppTest) -> None:
    answered = ask(page, "How are caseloads?").session_state["visit"].conversation.turns[0].answer
    report = answered.citations[0].report.id
    there = AppTest.from_file(str(APP), default_timeout=60)
    there.query_params["about"] = report
    there = ask(there.run(), "How are caseloads?")
    visit = there.session_state["visit"]
    assert visit.about == report
    assert visit.conversation.turns[0].answer.question.reports == (report,)


def test_a_report_that_is_not_held_is_not_asked_about(page: AppTest) -> None:
    assert page.session_state["visit"].about == ""
    there = AppTest.from_file(str(APP), default_timeout=60)
    there.query_params["about"] = "<script>"
    there = there.run()
    assert not there.exception
    assert there.session_state["visit"].about == ""
