"""Grades over time: the picture, what a screen reader hears of it, and the table say the same."""

from dataclasses import replace
from datetime import date
from typing import get_args

import pytest

from corpus.report import Area, Grade, Judgement, Report, ReportKind
from tests.fakes import HOSTILE
from tests.ui.made import REPORT
from tests.ui.reading import Shown
from ui.page.grades import grades, pictures


def judged(year: int, overall: Grade, council: str = "Saltmere", kind: ReportKind = "ILACS", **areas: Grade) -> Report:
    """A report of an inspection in March of a year with these grades."""
    given = {"overall": overall, **areas}
    return replace(
        REPORT,
        id=f"{council[:6]}{year}",
        council=council,
        kind=kind,
        inspected_to=date(year, 3, 15),
        judgements=tuple(Judgement(area, area, grade, grade, "1") for area, grade in given.items()),  # type: ignore[arg-type]
    )


def test_a_picture_names_every_overall_grade_from_the_oldest_on() -> None:
    shown = Shown(grades([judged(2022, "good"), judged(2019, "inadequate")]))
    (said,) = shown.of("div", "aria-label")[:1]
    assert said == "Overall grades of Saltmere: March 2019, inadequate; March 2022, good."


def test_the_table_has_every_grade_of_every_area() -> None:
    shown = Shown(grades([judged(2019, "inadequate", leaders="good"), judged(2022, "good")])).words
    assert "InspectionOverall effectivenessThe work of leaders" in shown
    assert "March 2019, ILACS■ Inadequate● Good" in shown
    assert "March 2022, ILACS● Good–" in shown


def test_beside_a_table_that_has_the_grades_there_is_the_picture_alone() -> None:
    shown = Shown(pictures([judged(2022, "good"), judged(2019, "inadequate")]))
    assert "figure" in shown.elements
    assert "table" not in shown.elements
    assert pictures([REPORT]) == ""


def test_each_council_has_a_picture_in_the_order_of_names() -> None:
    shown = Shown(grades([judged(2019, "good", "Whitby"), judged(2020, "good", "Ambleford")]))
    assert [label.split(":")[0] for label in shown.of("div", "aria-label")[:2]] == [
        "Overall grades of Ambleford",
        "Overall grades of Whitby",
    ]
    assert "CouncilInspection" in shown.words


@pytest.mark.parametrize("grade", get_args(Grade))
def test_a_grade_is_told_by_its_words_and_a_symbol_of_its_own(grade: Grade) -> None:
    shown = Shown(grades([judged(2012, grade)]))
    assert f"{grade[0].upper()}{grade[1:]} March 2012" in shown.words
    assert shown.attributes.count(("span", {"class": f"grade grade-{grade.replace(' ', '-')}"})) == 2


def test_the_old_grade_has_a_lane_and_a_note_only_where_it_was_given() -> None:
    assert "until 2013" in Shown(grades([judged(2012, "adequate")])).words
    today = Shown(grades([judged(2022, "good")])).words
    assert "until 2013" not in today
    assert "Adequate" not in today


@pytest.mark.parametrize(
    ("first", "joined"),
    [
        (judged(2016, "good"), True),
        (judged(2016, "good", kind="SIF"), False),
        (judged(2012, "adequate"), False),
        (judged(2013, "good", kind="looked after children"), False),
    ],
    ids=["same kind", "another framework", "old scale", "of a part of the services"],
)
def test_only_grades_that_can_be_compared_are_joined(first: Report, joined: bool) -> None:  # noqa: FBT001 - a case
    assert Shown(grades([first, judged(2022, "good")])).elements.count("line") == joined


def test_dots_stand_in_the_order_of_time_and_inside_the_picture() -> None:
    years = [2011, 2014, 2019, 2025]
    shown = Shown(grades([judged(year, "good") for year in years]))
    lefts = [
        float((given["style"] or "").split("left:")[1].split("%")[0])
        for tag, given in shown.attributes
        if tag == "span" and (given.get("class") or "").startswith("dot")
    ]
    assert lefts == sorted(lefts)
    assert len(lefts) == len(years)
    assert all(0 <= left <= 100 for left in lefts)


def test_reports_without_grades_make_no_picture() -> None:
    assert grades([]) == ""
    assert grades([REPORT]) == ""


def test_a_graded_report_without_a_date_stands_in_the_table_alone() -> None:
    undated = replace(judged(2019, "good"), inspected_to=None, published=None)
    shown = Shown(grades([undated]))
    assert "figure" not in shown.elements
    assert "no date given" in shown.words


def test_a_hostile_council_name_is_shown_as_text() -> None:
    plain, hostile = (Shown(grades([judged(2019, "good", name)])) for name in ("Saltmere", HOSTILE))
    assert hostile.elements == plain.elements
    assert HOSTILE in hostile.words


def test_every_area_has_a_name() -> None:
    graded = tuple(Judgement(area, area, "good", "good", "1") for area in get_args(Area))
    shown = Shown(grades([replace(judged(2012, "good"), judgements=graded)]))
    assert shown.elements.count("th") == len(get_args(Area)) + 2  # and the inspection's own, twice
    assert "_" not in shown.words.rpartition("InspectionOverall")[2]
