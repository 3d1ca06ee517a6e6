"""What a first visitor reads."""

from dataclasses import replace
from datetime import date

from tests.fakes import HOSTILE
from tests.ui import made
from tests.ui.reading import Shown
from ui.head import head, holds
from ui.suggestions import suggest

ELSEWHERE = replace(made.REPORT, id="e1de", council="Eldermarsh", inspected_to=date(2024, 5, 3))


def test_what_the_library_holds_is_one_sentence() -> None:
    assert holds([made.REPORT]) == "The library holds 1 report on 1 council, inspected in 2019."
    assert holds([made.REPORT, ELSEWHERE]) == "The library holds 2 reports on 2 councils, inspected from 2019 to 2024."


def test_reports_without_facts_are_only_counted() -> None:
    nameless = replace(made.REPORT, council=None, inspected_to=None)
    assert holds([nameless, nameless]) == "The library holds 2 reports."


def test_readers_are_told_to_check_the_source_before_and_during_a_conversation() -> None:
    for small in (False, True):
        assert "Check the source before you rely on it." in Shown(head([made.REPORT], small=small)).words


def test_an_empty_library_says_how_to_add_reports() -> None:
    words = Shown(head([], small=False)).words
    assert "The library is empty." in words
    assert "inspection ingest FOLDER" in words


def test_each_kind_of_reader_is_offered_a_question() -> None:
    readers = {suggestion.reader: suggestion.questions for suggestion in suggest([made.REPORT])}
    assert list(readers) == ["For councillors", "For council staff", "For trainers"]
    assert all(readers.values())


def test_questions_name_what_the_library_holds_and_nothing_else() -> None:
    offered = " ".join(question for each in suggest([made.REPORT]) for question in each.questions)
    assert "Saltmere" in offered
    assert "inadequate" not in offered
    assert "compare" not in offered


def test_more_reports_offer_more_questions() -> None:
    reports = [made.JUDGED, replace(made.JUDGED, id="5a18"), ELSEWHERE]
    offered = [question for each in suggest(reports) for question in each.questions]
    assert "How have the judgements in Saltmere changed over time?" in offered
    assert "How do Saltmere and Eldermarsh compare on help and protection?" in offered
    assert "Which councils were judged inadequate?" in offered


def test_an_empty_library_offers_no_questions() -> None:
    assert suggest([]) == ()


def test_a_question_that_is_pressed_is_the_question_that_was_shown() -> None:
    shown = Shown(head([replace(made.REPORT, council=HOSTILE)], small=False))
    pressed = [press.removeprefix("ask:") for press in shown.of("button", "data-press")]
    assert len(pressed) >= 5
    assert all(question in shown.words for question in pressed)
    assert set(shown.elements) <= set("header h1 p nav div h2 button bdi".split())
