"""A question and its answer, as the page shows them."""

from dataclasses import replace

from assistant.citations import Claim
from assistant.question import Question
from tests.fakes import HOSTILE
from tests.ui import made
from tests.ui.reading import Shown
from ui import turns


def test_every_sentence_is_followed_by_a_button_for_each_of_its_sources() -> None:
    turn = made.turn(Claim("Caseloads are manageable.", (1, 2)), Claim("Staff stay.", (1,)))
    shown = Shown(turns.turn(3, turn))
    marks = [value for value in shown.of("button", "data-press") if not value.endswith("row")]
    assert marks == ["3:1", "3:2", "3:1"]
    assert "Caseloads are manageable. 12Staff stay. 1" in shown.words


def test_a_button_is_named_after_its_source() -> None:
    shown = Shown(turns.turn(0, made.turn(Claim("Caseloads are manageable.", (1,)))))
    assert shown.of("button", "aria-label") == ["Source 1: " + made.citation(1).label]


def test_the_sources_are_listed_after_the_answer() -> None:
    shown = Shown(turns.turn(0, made.turn(Claim("One.", (1,)), Claim("Two.", (2,)))))
    after = shown.words.partition("Sources")[2]
    assert made.citation(1).label in after
    assert made.citation(2).label in after


def test_sources_with_the_same_label_are_told_apart_by_how_they_begin() -> None:
    long = made.citation(1, made.paragraph(1, "Leaders know their services well and " * 5))
    words = Shown(turns.turn(0, made.turn(Claim("One.", (1,)), citations=(long,)))).words
    assert "“Leaders know their services well and Leaders know their …”" in words


def test_the_source_that_stands_open_is_said_to_be_open() -> None:
    shown = Shown(turns.turn(0, made.turn(Claim("One.", (1,)), Claim("Two.", (2,))), opened=2))
    assert shown.of("button", "aria-expanded") == ["false", "true", "false", "true"]


def test_each_group_has_one_heading() -> None:
    claims = [Claim("A.", (1,), "Saltmere"), Claim("B.", (1,), "Saltmere"), Claim("C.", (1,), "Eldermarsh")]
    html = turns.turn(0, made.turn(*claims))
    assert html.count("<h3><bdi>Saltmere</bdi></h3>") == 1
    assert html.count("<h3><bdi>Eldermarsh</bdi></h3>") == 1


def test_the_status_is_said_in_words() -> None:
    assert "In the reports" in Shown(turns.turn(0, made.turn(Claim("A.", (1,))))).words
    assert "The reports do not say" in Shown(turns.turn(0, made.turn(status="the reports do not say"))).words


def test_an_answer_without_claims_shows_its_note_and_no_sources() -> None:
    words = Shown(turns.turn(0, made.turn(status="the reports do not say", note="Two reports were searched."))).words
    assert "Two reports were searched." in words
    assert "Sources" not in words


def test_what_was_understood_is_shown_where_it_says_more_than_the_question() -> None:
    asked = Question("And in 2019?", "How were caseloads in 2019?", councils=("Saltmere",), years=(2019,))
    words = Shown(turns.turn(0, made.turn(asked="And in 2019?", question=asked))).words
    assert "Understood as: “How were caseloads in 2019?” · Saltmere · 2019" in words
    assert "Understood as" not in Shown(turns.turn(0, made.turn())).words


def test_hostile_words_anywhere_in_an_answer_are_shown_as_words() -> None:
    report = replace(made.REPORT, council=HOSTILE)
    turn = made.turn(
        Claim(HOSTILE, (1,), group=HOSTILE),
        asked=HOSTILE,
        question=Question(HOSTILE, HOSTILE + "?", councils=(HOSTILE,)),
        citations=(made.citation(report=report),),
        note=HOSTILE,
    )
    shown = Shown(turns.turn(0, turn))
    assert set(shown.elements) <= set("section h2 h3 p span bdi button ol li".split())
    assert shown.words.count(HOSTILE.strip()) >= 5


def test_a_long_question_is_cut_in_its_heading() -> None:
    assert len(Shown(turns.question(0, "x" * 20_000)).words) < 320


def test_an_answer_that_grows_shows_its_numbers_but_no_buttons_yet() -> None:
    shown = Shown(turns.growing(0, "How?", made.turn(Claim("Caseloads are manageable.", (1,))).answer))
    assert "Caseloads are manageable. 1" in shown.words
    assert "button" not in shown.elements


def test_a_screen_reader_hears_status_sentences_and_the_number_of_sources() -> None:
    turn = made.turn(Claim("A.", (1,), "Saltmere"), Claim("B.", (2,), "Saltmere"), note="Two reports were searched.")
    assert turns.spoken(turn.answer) == "In the reports. Saltmere: A. B. Two reports were searched. 2 sources."


def test_a_failure_is_one_sentence_under_its_question() -> None:
    shown = Shown(turns.failed(0, "How?", "The disk is full: make room."))
    assert shown.words == "You asked: How?The disk is full: make room."


def test_a_sentence_that_is_not_yet_checked_says_so_in_words() -> None:
    sure, unsure = Claim("Caseloads are high.", (1,)), Claim("Staff stay.", (), proven=False)
    shown = Shown(turns.growing(0, "How are caseloads?", made.turn(sure, unsure).answer)).words
    assert "Not yet checked: Staff stay." in shown
    assert "Not yet checked: Caseloads" not in shown
    assert "Not yet checked" not in Shown(turns.turn(0, made.turn(sure))).words
