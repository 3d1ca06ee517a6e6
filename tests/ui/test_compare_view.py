"""What the page Compare shows: counts that agree with what is listed, exact words, foreign words as words."""

from dataclasses import replace

import pytest

from assistant.answer import Answer
from assistant.citations import Claim
from assistant.comparing.grid import SILENT, Grid
from assistant.comparing.practice import Example, Practice
from assistant.comparing.theme import Said, Theme
from assistant.question import Question
from tests.fakes import HOSTILE
from tests.ui.made import JUDGED, citation, paragraph
from tests.ui.reading import Shown
from ui.compare import view
from ui.compare.grid import grid
from ui.page.grades import grades
from ui.page.work import Work

OTHER = replace(JUDGED, id="6b28", council="Birchley")
THEME = Theme(
    "supervision", (Said(JUDGED, "praise", (paragraph(1), paragraph(2)), ("praise", "neither"), 4),), (JUDGED, OTHER)
)


def test_a_theme_says_how_many_of_how_many_and_names_those_that_are_silent() -> None:
    shown = Shown(view.theme(THEME, None)).words
    assert "1 of 2 reports say something on “supervision”" in shown
    assert "Searched: 2 reports on 2 councils" in shown
    assert "1 report says nothing on it that was foundBirchley, ILACS inspection, March 2019" in shown
    assert "2 more that are less relevant" in shown


def test_each_quote_is_a_paragraph_in_exact_words_with_a_button_to_its_page() -> None:
    shown = Shown(view.theme(THEME, None))
    assert [press for press in shown.of("button", "data-press") if press.startswith("source:")] == [
        f"source:{paragraph(1).id}",
        f"source:{paragraph(2).id}",
    ]
    assert shown.words.count(paragraph(1).text) == 2
    assert "Source 1: Saltmere, inspected March 2019, paragraph 1, page 1" in shown.of("button", "aria-label")


def test_a_theme_of_one_tone_shows_only_those_reports() -> None:
    assert paragraph(1).text not in Shown(view.theme(THEME, "criticism")).words
    assert paragraph(1).text in Shown(view.theme(THEME, "praise")).words


def test_good_practice_shows_the_grade_in_the_area_and_a_newer_report() -> None:
    example = Example(JUDGED, JUDGED.judgements[0], paragraph(1), OTHER)
    shown = Shown(view.practice(Practice("overall", "", (example,), (JUDGED,)))).words
    assert "Good practice, overall effectiveness: 1 example" in shown
    assert "Inadequate in this area" in shown
    assert "Superseded by: Birchley" in shown


def test_a_grid_shows_each_answer_with_its_numbers_and_what_is_silent_or_to_come() -> None:
    asked, silent, later = "How are caseloads?", "Who keeps bees?", "Why?"
    answer = Answer(Question(asked, asked), "in the reports", (Claim("They are manageable.", (1,)),), (citation(1),))
    nothing = Answer(Question(silent, silent), "the reports do not say", note="Searched: 1 report.")
    known = {(JUDGED.id, asked): answer, (JUDGED.id, silent): nothing}
    shown = Shown(grid(Grid((JUDGED,), (asked, silent, later), known), busy=True))
    assert "1 report, 3 questions, 2 of 3 answers known" in shown.words
    assert "They are manageable. 1" in shown.words
    assert SILENT in shown.words
    assert "To come" in shown.words
    assert "cell:0:0:1" in shown.of("button", "data-press")
    assert shown.of("th", "scope") == ["col", "col", "col", "col", "row"]


@pytest.mark.parametrize("part", ["theme", "grid", "grades"])
def test_hostile_words_are_shown_as_words(part: str) -> None:
    def drawn(words: str) -> Shown:
        report = replace(JUDGED, council=words, title=words)
        said = Said(report, "praise", (paragraph(1, words),), ("praise",), 1)
        answer = Answer(Question(words, words), "in the reports", (Claim(words, (1,)),), (citation(1, report=report),))
        html = {
            "theme": view.theme(Theme(words, (said,), (report,)), None),
            "grid": grid(Grid((report,), (words,), {(report.id, words): answer}), busy=False),
            "grades": grades([report], sources=True),
        }
        return Shown(html[part])

    assert drawn(HOSTILE).elements == drawn("Saltmere").elements


def test_each_grade_of_the_table_opens_its_source() -> None:
    shown = Shown(grades([JUDGED], sources=True))
    assert shown.of("button", "data-press") == ["grade:5a17-0000"]
    assert shown.of("button", "aria-label") == [
        "Inadequate: overall effectiveness, Saltmere, March 2019. Open the source"
    ]


def test_how_far_it_has_come_is_told_in_words_and_as_a_bar() -> None:
    shown = Shown(view.working(Work(made=3, of=12), "Searching the reports"))
    assert "Searching the reports: 3 of 12." in shown.words
    assert shown.of("progress", "value") == ["3"]
