"""What a first visitor reads."""

from dataclasses import replace
from datetime import date

from tests.fakes import HOSTILE
from tests.ui import made
from tests.ui.reading import Shown
from ui.ask.head import first, head, holds, scope, somebody_elses

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
    words = Shown(first([])).words
    assert "The library is empty" in words
    assert "inspection ingest FOLDER" in words


def test_a_first_visitor_reads_what_this_is_and_what_it_cannot_do() -> None:
    words = Shown(head([made.REPORT], small=False) + first([made.REPORT])).words
    assert "Ask a plain question about inspections of children’s services." in words
    assert "It knows these reports and nothing else" in words


def test_a_conversation_can_be_saved_once_there_is_one() -> None:
    saves = {"word", "pdf", "markdown"}
    assert saves <= set(Shown(head([made.REPORT], small=True, kept=True)).of("button", "data-press"))
    assert not saves & set(Shown(head([made.REPORT], small=True)).of("button", "data-press"))


def test_somebody_elses_conversation_can_be_gone_on_with_as_a_copy() -> None:
    shown = Shown(somebody_elses())
    assert "Somebody else had this conversation." in shown.words
    assert shown.of("button", "data-press") == ["copy"]


def test_the_one_report_that_is_asked_about_is_named_and_can_be_taken_away() -> None:
    shown = Shown(scope(replace(made.REPORT, council=HOSTILE)))
    assert HOSTILE in shown.words
    assert shown.of("button", "data-press") == ["all"]
    assert set(shown.elements) == {"p", "button", "bdi", "span"}


def test_a_question_that_is_pressed_is_the_question_that_was_shown() -> None:
    shown = Shown(first([replace(made.REPORT, council=HOSTILE)]))
    pressed = [press.removeprefix("ask:") for press in shown.of("button", "data-press")]
    assert len(pressed) >= 5
    assert all(question in shown.words for question in pressed)
    assert set(shown.elements) <= set("p nav div h2 button bdi".split())
