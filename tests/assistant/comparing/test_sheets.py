"""What is compared leaves as Excel and CSV with every source in exact words, and questions come in from files."""

from pathlib import Path

import pytest

from assistant.answer import Answer
from assistant.citations import Citation, Claim
from assistant.comparing.graded import find_graded
from assistant.comparing.grid import Grid
from assistant.comparing.practice import find_practice
from assistant.comparing.questions import read_questions, standard, typed
from assistant.comparing.sheets import area_of, grade_sheets, grid_sheets, practice_sheets, save, theme_sheets
from assistant.comparing.theme import find_theme
from assistant.exports.comma import comma, read_comma
from assistant.exports.excel import excel, read_excel
from assistant.exports.sheet import Column, Sheet
from assistant.question import Question
from corpus.errors import UnreadableFile, WrongUse
from tests.assistant.comparing.made import LANTERNS, judged, searching
from tests.fakes import HOSTILE

PRAISED = "Supervision is regular and of good quality."


def test_a_theme_has_a_row_for_each_paragraph_and_each_silent_report(tmp_path: Path) -> None:
    with searching(
        tmp_path, judged("Ambleford", 2019, [PRAISED]), judged("Birchley", 2020, [LANTERNS], overall="good")
    ) as searcher:
        sheets = theme_sheets(find_theme("supervision", searcher))
    theme, about = read_excel(save(sheets, "Theme", "theme.xlsx"), "theme.xlsx")
    rows = [dict(zip([column.name for column in theme.columns], row, strict=True)) for row in theme.rows]
    assert [(row["Council"], row["On the theme"], row["Exact words"]) for row in rows] == [
        ("Ambleford", "praise", PRAISED),
        ("Birchley", "says nothing on it that was found", None),
    ]
    assert rows[0]["Source"] == "Ambleford, 4 May 2019, paragraph 1, page 1"
    assert any("1 of 2 reports say something" in str(row[0]) for row in about.rows)
    assert any("Check the source" in str(row[0]) for row in about.rows)


def test_grades_have_their_regime_and_what_is_not_comparable(tmp_path: Path) -> None:
    with searching(
        tmp_path,
        judged("Ambleford", 2016, [LANTERNS], kind="SIF", overall="good"),
        judged("Ambleford", 2019, [LANTERNS], overall="inadequate"),
    ) as searcher:
        table, about = grade_sheets(find_graded(searcher.library))
    assert [row[4] for row in table.rows] == ["good", "inadequate"]
    assert [row[6] for row in table.rows] == ["SIF", "ILACS, care leavers judged with children in care"]
    assert any("not comparable" in str(row[0]) for row in about.rows)


def test_a_grid_has_its_cells_with_labels_and_every_citation_in_exact_words(tmp_path: Path) -> None:
    with searching(tmp_path, judged("Ambleford", 2019, [PRAISED])) as searcher:
        report = searcher.library.reports[0]
        paragraph = searcher.library.paragraphs(report.id)[0]
    asked = "=HYPERLINK(1) or how is supervision?"
    answer = Answer(
        Question(asked, asked), "in the reports", (Claim("It is regular.", (1,)),), (Citation(1, paragraph, report),)
    )
    sheets = grid_sheets(Grid((report,), (asked, "Why?"), {(report.id, asked): answer}))
    grid, sources, _about = read_excel(save(sheets, "Grid", "grid.xlsx"), "grid.xlsx")
    assert grid.columns[3].name == asked
    assert grid.rows[0][3] == "It is regular. [1]\n[1] Ambleford, 4 May 2019, paragraph 1, page 1"
    assert grid.rows[0][4] is None
    assert (sources.rows[0][3], sources.rows[0][4], sources.rows[0][5]) == (asked, 1, PRAISED)
    assert read_comma(save(sheets, "Grid", "grid.csv"), "grid.csv").rows[0][3] == grid.rows[0][3]


def test_good_practice_has_the_grade_and_the_words(tmp_path: Path) -> None:
    words = (
        f"{PRAISED} Managers know their staff very well, and all of them say that they are proud to work in Ambleford."
    )
    with searching(tmp_path, judged("Ambleford", 2023, [words], care_leavers="good")) as searcher:
        table, _about = practice_sheets(find_practice("care_leavers", searcher))
    assert [(row[3], row[4]) for row in table.rows] == [("good", words)]


def test_a_file_of_another_sort_is_refused() -> None:
    with pytest.raises(WrongUse, match="xlsx"):
        save((), "Theme", "theme.pdf")


@pytest.mark.parametrize("words", ["care-leavers", "care_leavers", "Care leavers"])
def test_an_area_is_known_by_its_names(words: str) -> None:
    assert area_of(words) == "care_leavers"


def test_an_unknown_area_is_refused_with_those_there_are() -> None:
    with pytest.raises(WrongUse, match="help-and-protection"):
        area_of("housing")


WORKBOOK = Sheet("Q", (Column("Id"), Column("question")), ((1, "How is supervision?"), (2, "Why?")))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("questions.txt", b"How is supervision?\n\n  How is   supervision?\nWhy?\n"),
        ("questions.jsonl", b'{"id": 1, "question": "How is supervision?"}\n{"question": "Why?"}\n'),
        ("questions.csv", b"Id,Question\n1,How is supervision?\n2,Why?\n"),
        ("questions.csv", b"How is supervision?\nWhy?\n"),
        ("questions.xlsx", excel([WORKBOOK], "Questions")),
    ],
    ids=["lines", "objects", "a table", "a table without headings", "a workbook"],
)  # fmt: skip
def test_questions_are_read_from_every_sort_of_file(name: str, content: bytes) -> None:
    assert read_questions(content, name) == ("How is supervision?", "Why?")


@pytest.mark.parametrize(
    ("name", "content"), [("q.jsonl", b"{}"), ("q.jsonl", b"["), ("q.txt", b"\xff\xfe\xfa"), ("q.xlsx", b"no")]
)
def test_a_file_that_holds_no_questions_is_told_in_a_plain_sentence(name: str, content: bytes) -> None:
    with pytest.raises(UnreadableFile, match=name):
        read_questions(content, name)


def test_a_standard_list_asks_about_the_council_without_a_slot_left_open() -> None:
    asked = standard("care-leavers")
    assert asked
    assert not any("{" in question for question in asked)


def test_hostile_words_come_through_as_words() -> None:
    asked = typed([HOSTILE])
    assert read_comma(comma(Sheet("Q", (Column("Question"),), ((asked[0],),))), "q.csv").rows[0][0] is not None
