"""A question and its answer, as the page shows them."""

from dataclasses import replace

from assistant.citations import Claim
from assistant.conversations import Feedback
from assistant.question import Question
from tests.fakes import HOSTILE
from tests.ui import made
from tests.ui.reading import Shown
from ui.ask import turns
from ui.ask.turns import View


def test_every_sentence_is_followed_by_a_button_for_each_of_its_sources() -> None:
    turn = made.turn(Claim("Caseloads are manageable.", (1, 2)), Claim("Staff stay.", (1,)))
    shown = Shown(turns.turn(3, turn, View(own=False)))
    marks = [value for value in shown.of("button", "data-press") if not value.endswith("row")]
    assert marks == ["3:1", "3:2", "3:1"]
    assert "Caseloads are manageable. 12Staff stay. 1" in shown.words


def test_a_button_is_named_after_its_source() -> None:
    shown = Shown(turns.turn(0, made.turn(Claim("Caseloads are manageable.", (1,))), View(own=False)))
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
    shown = Shown(turns.turn(0, made.turn(Claim("One.", (1,)), Claim("Two.", (2,))), View(opened=2)))
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
    assert "Understood as: “How were caseloads in 2019?”" in words
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
    view = View(
        changes="here",
        form="why",
        feedback=Feedback(helpful=False, why=HOSTILE),
        newer={report.id: HOSTILE},
        replaced=(HOSTILE,),
        following=(HOSTILE,),
    )
    shown = Shown(turns.turn(0, turn, view))
    assert set(shown.elements) <= set("section h2 h3 p span bdi button ol ul li div form label textarea".split())
    assert shown.words.count(HOSTILE.strip()) >= 8
    assert shown.of("button", "onerror") == []


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
    assert shown.words == "Question 1: How?The disk is full: make room.Ask againEdit the question"


def test_a_sentence_that_is_not_yet_checked_says_so_in_words() -> None:
    sure, unsure = Claim("Caseloads are high.", (1,)), Claim("Staff stay.", (), proven=False)
    shown = Shown(turns.growing(0, "How are caseloads?", made.turn(sure, unsure).answer)).words
    assert "Not yet checked: Staff stay." in shown
    assert "Not yet checked: Caseloads" not in shown
    assert "Not yet checked" not in Shown(turns.turn(0, made.turn(sure))).words


def test_what_was_searched_is_said_apart_from_what_a_reader_should_know() -> None:
    note = "That is 1 of 2 councils. Searched: 2 reports on St. Hale (2015 to 2019). There is a later report: Saltmere."
    html = turns.turn(0, made.turn(Claim("A.", (1,)), note=note))
    assert '<p class="note">That is 1 of 2 councils. There is a later report: Saltmere.</p>' in html
    assert '<p class="searched">Searched: 2 reports on St. Hale (2015 to 2019).</p>' in html


def test_what_the_question_was_taken_to_be_about_can_be_taken_away_while_it_can_be_asked_anew() -> None:
    asked = made.turn(Claim("A.", (1,)), question=Question("How?", "How?", councils=("Saltmere", "Eldermarsh")))
    last, before = Shown(turns.turn(2, asked, View(changes="here"))), Shown(turns.turn(2, asked))
    assert [each for each in last.of("button", "data-press") if "without" in each] == ["without:2:0", "without:2:1"]
    assert "Saltmere: answer without it" in last.of("button", "aria-label")
    assert not [each for each in before.of("button", "data-press") if "without" in each]
    assert "Saltmere" in before.words


def test_a_question_can_be_changed_and_asked_again_in_its_place_or_below_what_follows_it() -> None:
    asked = made.turn(Claim("A.", (1,)))
    here, below = (Shown(turns.turn(1, asked, View(changes=where))) for where in ("here", "below"))
    for shown in (here, below):
        assert {"edit:1", "retry:1"} <= set(shown.of("button", "data-press"))
    assert "Ask again below" not in here.words
    assert "Ask again below" in below.words
    assert not {"edit:1", "retry:1"} & set(Shown(turns.turn(1, asked)).of("button", "data-press"))


def test_the_form_for_a_question_holds_it_as_it_was_asked() -> None:
    shown = Shown(turns.turn(0, made.turn(asked="How & <why>?"), View(changes="here", form="edit")))
    assert shown.of("form", "data-form") == ["edit:0"]
    assert "How & <why>?" in shown.words
    assert "Ask this instead" in shown.words
    assert shown.of("label", "for") == shown.of("textarea", "id") == ["edit-0"]


def test_a_follow_up_that_is_asked_below_others_reads_by_itself() -> None:
    follow_up = made.turn(asked="And in 2022?", question=Question("And in 2022?", "How was Saltmere in 2022?"))
    shown = Shown(turns.turn(0, follow_up, View(changes="below", form="edit")))
    assert "How was Saltmere in 2022?Ask this below" in shown.words


def test_feedback_is_shown_where_it_was_given() -> None:
    shown = Shown(turns.turn(0, made.turn(), View(feedback=Feedback(helpful=False, why="It is old."))))
    assert shown.of("button", "aria-pressed") == ["false", "true"]
    assert "You found this not helpful: “It is old.”" in shown.words


def test_nothing_can_be_done_with_somebody_elses_answer_but_opening_its_sources() -> None:
    shown = Shown(turns.turn(0, made.turn(Claim("A.", (1,))), View(own=False)))
    assert shown.of("button", "data-press") == ["0:1", "0:1:row"]


def test_a_newer_report_is_named_once_beside_the_sources_in_an_older_one() -> None:
    view = View(newer={made.REPORT.id: "Saltmere, ILACS inspection, May 2022"})
    words = Shown(turns.turn(0, made.turn(Claim("A.", (1,)), Claim("B.", (2,))), view)).words
    assert words.count("Superseded by: Saltmere, ILACS inspection, May 2022.") == 1


def test_other_places_that_say_the_same_are_named_beside_their_source() -> None:
    cited = replace(made.citation(1), also=(made.paragraph(7, pages=(2, 2)),))
    words = Shown(turns.turn(0, made.turn(Claim("A.", (1,)), citations=(cited,)))).words
    assert "Also at paragraph 7, page 2." in words


def test_many_sources_are_folded_away() -> None:
    many = made.turn(*(Claim(f"Sentence {number}.", (number,)) for number in range(1, 15)))
    assert "All 14 sources" in Shown(turns.turn(0, many)).words
    assert "details" not in Shown(turns.turn(0, made.turn(Claim("A.", (1,))))).elements


def test_a_long_answer_is_not_read_out_to_its_end() -> None:
    answer = made.turn(*(Claim(f"Sentence {number}.", (number,)) for number in range(1, 15))).answer
    assert "Sentence 6. And 8 more sentences. 14 sources." in turns.spoken(answer)


def test_whoever_waits_is_told_how_many_are_first() -> None:
    assert turns.waiting(0) == "Searching the reports…"
    assert turns.waiting(1) == "One question is ahead of yours."
    assert turns.waiting(2) == "Two questions are ahead of yours."
    assert turns.waiting(14) == "14 questions are ahead of yours."
