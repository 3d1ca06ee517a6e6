"""A question about one report only."""

from dataclasses import replace
from datetime import date

from assistant.conversation import Conversation
from assistant.scope import understand_within
from tests.ui import made

NOW = Conversation()


def test_a_question_that_names_no_council_is_about_the_reports_own() -> None:
    question = understand_within("How are caseloads?", NOW, made.REPORT)
    assert question.reports == (made.REPORT.id,)
    assert question.councils == ("Saltmere",)


def test_nothing_else_is_searched_whatever_is_named() -> None:
    question = understand_within("How were caseloads in Saltmere in 2019?", NOW, made.REPORT)
    assert question.reports == (made.REPORT.id,)
    assert understand_within("How were caseloads in Saltmere in 2015?", NOW, made.REPORT).missing


def test_a_follow_up_stays_with_the_report() -> None:
    newer = replace(made.REPORT, id="5a18", inspected_to=date(2022, 5, 3))
    first = understand_within("How are caseloads?", NOW, newer)
    turn = made.turn(asked="How are caseloads?", question=first)
    assert understand_within("And care leavers?", Conversation((turn,)), newer).reports == (newer.id,)


def test_a_very_long_question_is_understood_in_no_time() -> None:
    assert understand_within("caseloads " * 20_000, NOW, made.REPORT).reports == (made.REPORT.id,)
